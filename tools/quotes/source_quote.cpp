// SPDX-License-Identifier: MIT
#include "tools/quotes/source_quote.hpp"

#include <algorithm>
#include <functional>
#include <span>

#include "match/align/alignment.hpp"
#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "quoth/error.hpp"
#include "text/unicode/unicode.hpp"
#include "tools/quotes/quote_stretch.hpp"

namespace quoth::tools {

namespace {

// In words.
constexpr std::size_t most_at_once = 20'000;  // of a source that is looked through whole; a Passage takes no more
constexpr std::size_t longest_place = 200;    // of a turn that is quoted by its place alone

// Where the words asked for stand: from one turn to another, and how many of them.
struct Location {
  std::uint32_t first = 0;  // utterances, 0-based
  std::uint32_t last = 0;
  std::size_t matched = 0;
};

// The place in these turns that has the most of the words.
Location located_in(SourceRecord const& source, std::span<Turn const> turns, match::QuotedWords const& words) {
  Candidate const candidate{source, {Window{{turns.begin(), turns.end()}}}};
  match::Passage const passage(candidate);
  auto const group = best_group(words, passage, match::align(words, passage, {}));
  if (group.matched == 0) return {};
  return {passage.turn_of(group.tokens.first).utterance, passage.turn_of(group.tokens.last - 1).utterance,
          group.matched};
}

Location located_in(Candidate const& candidate, match::QuotedWords const& words) {
  Location best;
  for (auto const& window : candidate.windows) {
    auto const found = located_in(candidate.source, window.turns, words);
    if (found.matched > best.matched) best = found;
  }
  return best;
}

Location located_in_whole(SourceRecord const& source, std::vector<Turn> const& turns, match::QuotedWords const& words) {
  Location best;
  for (std::size_t first = 0; first < turns.size();) {
    auto last = first + 1;
    while (last < turns.size() && turns[last].first_word - turns[first].first_word < most_at_once) ++last;
    auto const found = located_in(source, std::span(turns).subspan(first, last - first), words);
    if (found.matched > best.matched) best = found;
    first = last;
  }
  return best;
}

// The turns from one utterance to another, and `context` more on either side, fewer where more words would lie before
// the end of these than a Passage takes.
Candidate part_of_source(SourceRecord const& source, std::vector<Turn> const& turns, Location const& place,
                         std::size_t context) {
  auto const at = [&](std::uint32_t utterance) {
    return static_cast<std::size_t>(std::ranges::lower_bound(turns, utterance, {}, &Turn::utterance) - turns.begin());
  };
  auto const end = at(place.last);
  auto first = at(place.first);
  for (auto left = context; left > 0 && first > 0; --left, --first) {
    if (turns[end].first_word - turns[first - 1].first_word > most_at_once) break;
  }
  auto const last = std::min(end + 1 + context, turns.size());
  auto const turn = [&](std::size_t number) { return turns.begin() + static_cast<std::ptrdiff_t>(number); };
  return {source, {Window{{turn(first), turn(last)}}}};
}

// At least half of the words must stand there.
bool is_enough(std::size_t matched, match::QuotedWords const& words) { return matched * 2 >= words.tokens().size(); }

// Looks for the words of one query.
class WordSearch {
 public:
  WordSearch(Store const& store, QuoteQuery const& query) : store_(store), query_(query), words_({query.words}) {
    if (words_.tokens().empty()) throw Error("\"" + query.words + "\" holds no words; give some");
  }

  std::vector<SourceQuote> everywhere() const {
    Query asked;
    asked.words = query_.words;
    asked.speaker = query_.speaker;
    asked.limit = query_.limit;
    std::vector<SourceQuote> found;
    for (auto const& candidate : store_.candidates(asked)) {
      auto const place = located_in(candidate, words_);
      if (is_enough(place.matched, words_)) add(found, candidate.source, store_.turns(candidate.source.number), place);
    }
    std::ranges::stable_sort(found, std::greater(), &SourceQuote::score);
    return found;
  }

  std::vector<SourceQuote> within(SourceRecord const& source) const {
    auto turns = store_.turns(source.number);
    if (query_.utterance) std::erase_if(turns, [&](Turn const& turn) { return turn.utterance != *query_.utterance; });
    std::vector<SourceQuote> found;
    auto const place = located_in_whole(source, turns, words_);
    if (is_enough(place.matched, words_)) add(found, source, turns, place);
    return found;
  }

 private:
  void add(std::vector<SourceQuote>& found, SourceRecord const& source, std::vector<Turn> const& turns,
           Location const& place) const {
    auto const candidate = part_of_source(source, turns, place, query_.context);
    match::Passage const passage(candidate);
    auto const group = best_group(words_, passage, match::align(words_, passage, {}));
    if (!is_enough(group.matched, words_)) return;
    found.push_back(quote_of(source, passage, group.tokens, query_.context));
    found.back().score = static_cast<double>(group.matched) / static_cast<double>(words_.tokens().size());
  }

  Store const& store_;
  QuoteQuery const& query_;
  match::QuotedWords words_;
};

// The turn that is spoken then; the end where the source has no times, or begins later.
std::vector<Turn>::const_iterator turn_at(std::vector<Turn> const& turns, double time) {
  auto found = turns.end();
  for (auto turn = turns.begin(); turn != turns.end(); ++turn) {
    if (turn->start && *turn->start <= time) found = turn;
  }
  return found;
}

std::vector<SourceQuote> quotes_at(SourceRecord const& source, std::vector<Turn> const& turns,
                                   QuoteQuery const& query) {
  auto const turn =
      query.utterance ? std::ranges::find(turns, *query.utterance, &Turn::utterance) : turn_at(turns, *query.time);
  if (turn == turns.end()) return {};
  auto const candidate = part_of_source(source, turns, {turn->utterance, turn->utterance, 0}, query.context);
  match::Passage const passage(candidate);
  auto const tokens = tokens_of_turn(passage, turn->utterance);
  if (tokens.empty()) return {};
  auto const spoken = query.time ? token_at(passage, tokens, *query.time) : std::nullopt;
  auto const anchor = spoken ? match::TokenRange{*spoken, *spoken + 1}
                             : match::TokenRange{tokens.first, std::min(tokens.last, tokens.first + longest_place)};
  return {quote_of(source, passage, anchor, query.context)};
}

}  // namespace

std::string SourceQuote::text() const {
  std::string text;
  for (auto const& part : parts) text.append(text.empty() ? "" : " ").append(part.text);
  return text;
}

std::vector<SourceQuote> find_quotes(Store const& store, QuoteQuery const& query) {
  if (!text::valid_utf8(query.words)) throw Error("the words are not valid UTF-8");
  Store::Reading const reading(store);
  std::optional<SourceRecord> source;
  if (!query.source.empty() && !(source = store.find(query.source)))
    throw Error("the store has no source \"" + query.source + "\"; look in the list of sources");
  if (!query.words.empty()) {
    WordSearch const search(store, query);
    return source ? search.within(*source) : search.everywhere();
  }
  if (!source || (!query.utterance && !query.time))
    throw Error("say what to quote: words, or a source with the number of an utterance or a time");
  return quotes_at(*source, store.turns(source->number), query);
}

}  // namespace quoth::tools
