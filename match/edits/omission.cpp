// SPDX-License-Identifier: MIT
#include "match/edits/omission.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/edits/hidden_meaning.hpp"
#include "match/edits/transcript_slip.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/sentence_start.hpp"

namespace quoth::match {

namespace {

// In words: omitting a whole sentence at least this long, without a mark, joins two passages into one.
constexpr std::size_t shortest_spliced_sentence = 6;

// In words: the most that a tag may replace between two sentences.
constexpr std::size_t longest_tag_gap = 40;

// In words: the most of another speaker that an ellipsis may skip.
constexpr std::size_t longest_foreign_gap = 12;

bool is_dash(std::string_view between) {
  return between.find("—") != between.npos || between.find("–") != between.npos || between.find("--") != between.npos ||
         between.find("- ") != between.npos || between.ends_with('-');
}

// Whether a speaker breaks off there.
bool is_break(std::string_view between) {
  return is_dash(between) || between.find("…") != between.npos || between.find("..") != between.npos;
}

bool sets_off(std::string_view between) {
  return between.find_first_of(",.;:?!") != between.npos || is_dash(between) || between.find("…") != between.npos;
}

bool begins_part(TokenSequence const& tokens, std::size_t i) {
  return i == 0 || i >= tokens.size() || tokens[i - 1].part != tokens[i].part;
}

bool set_off_at(TokenSequence const& tokens, std::size_t i) {
  return begins_part(tokens, i) || sets_off(tokens.before(i));
}

// Whether the aside at `i` is the object of the words before it: "that is all I have to say".
bool is_object(TokenSequence const& tokens, std::size_t i) {
  static constexpr std::array<std::string_view, 8> heads{"all",      "what",    "things",   "everything",
                                                         "anything", "nothing", "whatever", "something"};
  return !begins_part(tokens, i) && std::ranges::find(heads, tokens.key(i - 1)) != heads.end();
}

// The filler that starts at `i` and ends by `last`, as its number of tokens.
std::size_t filler_length(TokenSequence const& tokens, std::size_t i, std::size_t last) {
  auto const filler = filler_at(tokens, i);
  if (filler.tokens == 0 || i + filler.tokens > last) return 0;
  auto const is_loose = filler.kind == Filler::Kind::loose;
  if (is_loose && !(set_off_at(tokens, i) && set_off_at(tokens, i + filler.tokens))) return 0;
  return filler.kind == Filler::Kind::aside && is_object(tokens, i) ? 0 : filler.tokens;
}

Classification classify_fillers(TokenSequence const& tokens, TokenRange fillers) {
  for (auto i = fillers.first; i < fillers.last; i += std::max<std::size_t>(filler_at(tokens, i).tokens, 1)) {
    if (filler_at(tokens, i).kind == Filler::Kind::aside)
      return {EditClass::aside, "a phrase that says nothing of the matter left out"};
  }
  return {EditClass::filler, "a filler left out"};
}

bool all_fillers(TokenSequence const& tokens, TokenRange range) {
  while (!range.empty()) {
    auto const length = filler_length(tokens, range.first, range.last);
    if (length == 0) return false;
    range.first += length;
  }
  return true;
}

// Omitting "know, you" of "you know, you can" is omitting "you know". Of the ranges whose omission leaves the same
// words, returns the one that consists of fillers.
std::optional<TokenRange> shifted_to_fillers(TokenSequence const& tokens, TokenRange range) {
  if (all_fillers(tokens, range)) return range;
  auto back = range;
  for (int step = 0; step < 4 && back.first > 0 && tokens[back.first - 1].id == tokens[back.last - 1].id; ++step) {
    back = {back.first - 1, back.last - 1};
    if (all_fillers(tokens, back)) return back;
  }
  auto on = range;
  for (int step = 0; step < 4 && on.last < tokens.size() && tokens[on.first].id == tokens[on.last].id; ++step) {
    on = {on.first + 1, on.last + 1};
    if (all_fillers(tokens, on)) return on;
  }
  return std::nullopt;
}

// How many of the omitted words are repeated directly after, or repeat those directly before.
std::size_t repeated_words(TokenSequence const& tokens, TokenRange range) {
  std::size_t after = 0;
  while (after < range.size() && range.last + after < tokens.size() &&
         tokens[range.first + after].id == tokens[range.last + after].id)
    ++after;
  std::size_t before = 0;
  while (before < range.size() && range.first > before &&
         tokens[range.last - 1 - before].id == tokens[range.first - 1 - before].id)
    ++before;
  return after + before;
}

bool has_break(TokenSequence const& tokens, TokenRange range) {
  for (auto i = range.first; i <= range.last && i < tokens.size(); ++i) {
    if (is_break(tokens.before(i))) return true;
  }
  return false;
}

// "th- the": an interrupted start of the next word.
bool is_broken_off(TokenSequence const& tokens, TokenRange range) {
  if (range.size() != 1 || range.last >= tokens.size()) return false;
  return is_dash(tokens.before(range.last)) && tokens.key(range.last).starts_with(tokens.key(range.first));
}

// "to, uh, to": whether the words between the fillers are repeated directly after, or repeat those directly before. Of
// "and if she – if she wins" the conjunction need not be repeated.
bool repeats_around_fillers(TokenSequence const& tokens, TokenRange range) {
  if (range.size() > 1 && (tokens.key(range.first) == "and" || tokens.key(range.first) == "but")) ++range.first;
  std::vector<std::uint64_t> words;
  for (auto i = range.first; i < range.last;) {
    auto const length = filler_length(tokens, i, range.last);
    if (length == 0 && !tokens[i].is(WordToken::optional)) words.push_back(tokens[i].id);
    i += std::max<std::size_t>(length, 1);
  }
  if (words.empty()) return false;
  auto const stand_at = [&](std::size_t first) {
    for (std::size_t k = 0; k < words.size(); ++k) {
      if (first + k >= tokens.size() || tokens[first + k].id != words[k]) return false;
    }
    return true;
  };
  return stand_at(range.last) || (range.first >= words.size() && stand_at(range.first - words.size()));
}

// Whether two words or more are said again soon, after an aside: "it's not even, believe it or not, it's not even
// hard".
bool is_said_again(TokenSequence const& tokens, TokenRange range) {
  constexpr std::size_t longest_aside = 6;  // words
  if (range.size() < 2) return false;
  for (auto at = range.last; at <= range.last + longest_aside && at + range.size() <= tokens.size(); ++at) {
    std::size_t same = 0;
    while (same < range.size() && tokens[range.first + same].id == tokens[at + same].id) ++same;
    if (same == range.size()) return true;
  }
  return false;
}

std::optional<Classification> as_stammer(TokenSequence const& tokens, TokenRange range) {
  auto const repeated = repeated_words(tokens, range);
  if (repeated >= range.size()) return Classification{EditClass::stammer, "words said twice"};
  if (is_broken_off(tokens, range)) return Classification{EditClass::stammer, "a word broken off"};
  if (repeated > 0 && has_break(tokens, range))
    return Classification{EditClass::false_start, "a start that was given up"};
  if (is_said_again(tokens, range)) return Classification{EditClass::false_start, "words said again soon"};
  return std::nullopt;
}

bool whole_sentences(TokenSequence const& tokens, TokenRange range) {
  return begins_sentence(tokens, range.first) && begins_sentence(tokens, range.last);
}

Classification classify_rest(TokenSequence const& tokens, TokenRange range) {
  if (whole_sentences(tokens, range)) {
    if (range.size() >= shortest_spliced_sentence) return {EditClass::splice, "a sentence left out without a mark"};
    return {EditClass::omission, "a short sentence left out"};
  }
  return classify_words(tokens, {range.first, range.first}, tokens, range);
}

// The first token after `first` that begins a sentence, at most `last`.
std::size_t next_sentence(TokenSequence const& tokens, std::size_t first, std::size_t last) {
  auto i = first + 1;
  while (i < last && !begins_sentence(tokens, i)) ++i;
  return std::min(i, last);
}

std::size_t sentence_start(TokenSequence const& tokens, std::size_t first, std::size_t last) {
  auto i = last;
  while (i > first && !begins_sentence(tokens, i)) --i;
  return i;
}

// What an ellipsis hides in sentences that it omits only in part.
std::optional<EditClass> hidden_in_sentences(TokenSequence const& tokens, TokenRange hidden) {
  if (!begins_sentence(tokens, hidden.first)) {
    auto const end = next_sentence(tokens, hidden.first, hidden.last);
    auto const found = hidden_meaning(tokens, {hidden.first, end}, end == hidden.last);
    if (found) return found;
    if (end == hidden.last) return std::nullopt;
  }
  if (begins_sentence(tokens, hidden.last)) return std::nullopt;
  return hidden_meaning(tokens, {sentence_start(tokens, hidden.first, hidden.last), hidden.last}, true);
}

// The number of words in `range` by another speaker than that of the words before it.
std::size_t foreign_words(Passage const& passage, TokenRange range) {
  auto const& speaker = passage.turn_of(range.first - 1).speaker;
  std::size_t words = 0;
  for (auto i = range.first; i < range.last; ++i) {
    if (passage.turn_of(i).speaker != speaker && !passage.tokens()[i].is(WordToken::optional)) ++words;
  }
  return words;
}

// Whether what stands before and behind the hidden words belongs to one turn, as in a long speech.
bool is_one_turn(Passage const& passage, TokenRange hidden) {
  return passage.turn_of(hidden.first - 1).utterance == passage.turn_of(hidden.last).utterance;
}

// Whether the speaker says nothing but fillers in `range`, which another speaker interrupts.
bool only_fillers_of_own(Passage const& passage, TokenRange range) {
  auto const& tokens = passage.tokens();
  auto const& speaker = passage.turn_of(range.first - 1).speaker;
  for (auto i = range.first; i < range.last;) {
    auto const own = passage.turn_of(i).speaker == speaker && !tokens[i].is(WordToken::optional);
    auto const length = own ? filler_at(tokens, i).tokens : 1;
    if (length == 0) return false;
    i += length;
  }
  return true;
}

Classification classify_ellipsis(Passage const& passage, TokenRange hidden) {
  auto const& tokens = passage.tokens();
  if (passage.window_of(hidden.first - 1) != passage.window_of(hidden.last) && !is_one_turn(passage, hidden))
    return {EditClass::far_ellipsis, "passages far apart"};
  if (foreign_words(passage, hidden) > longest_foreign_gap)
    return {EditClass::far_ellipsis, "another speaker's turn between"};
  // Omitted fillers hide nothing, whatever their words mean elsewhere.
  if (all_fillers(tokens, hidden) || repeated_words(tokens, hidden) >= hidden.size())
    return {EditClass::ellipsis, "a marked ellipsis"};
  auto const meaning = hidden_in_sentences(tokens, hidden);
  if (meaning) return {EditClass::hiding_ellipsis, "an ellipsis hides a word of " + std::string(to_string(*meaning))};
  return {EditClass::ellipsis, "a marked ellipsis"};
}

}  // namespace

std::vector<Omission> classify_omission(TokenSequence const& source, TokenRange left_out) {
  if (auto const fillers = shifted_to_fillers(source, left_out))
    return {{classify_fillers(source, *fillers), *fillers}};
  if (is_stray_article(source, left_out))
    return {{{EditClass::transcript_slip, "an article that no noun follows"}, left_out}};
  if (is_written_twice(source, left_out)) return {{{EditClass::transcript_slip, "a word written twice"}, left_out}};
  auto const repeats = repeats_around_fillers(source, left_out);
  if (auto const stammer = as_stammer(source, left_out); stammer && !repeats) return {{*stammer, left_out}};
  std::vector<Omission> found;
  auto rest = left_out.first;
  auto const flush = [&](std::size_t end) {
    if (rest == end) return;
    auto const stammer = repeats ? std::optional(Classification{EditClass::stammer, "words said twice"})
                                 : as_stammer(source, {rest, end});
    found.push_back({stammer ? *stammer : classify_rest(source, {rest, end}), {rest, end}});
  };
  for (auto i = left_out.first; i < left_out.last;) {
    auto const length = filler_length(source, i, left_out.last);
    if (length == 0) {
      ++i;
      continue;
    }
    flush(i);
    found.push_back({classify_fillers(source, {i, i + length}), {i, i + length}});
    i += length;
    rest = i;
  }
  flush(left_out.last);
  return found;
}

Classification classify_jump(Passage const& passage, Difference const& difference) {
  auto const& tokens = passage.tokens();
  auto const& hidden = difference.source;
  if (difference.kind == Difference::Kind::backward) return {EditClass::reordered, "in another order than spoken"};
  if (difference.join == Join::ellipsis) return classify_ellipsis(passage, hidden);
  if (passage.window_of(hidden.first - 1) != passage.window_of(hidden.last))
    return {EditClass::splice, "passages far apart are run together"};
  auto const foreign = foreign_words(passage, hidden);
  if (foreign > 0 && foreign <= longest_foreign_gap && only_fillers_of_own(passage, hidden))
    return {EditClass::interruption, "another speaker's interruption left out"};
  auto const between_sentences = whole_sentences(tokens, hidden);
  if (difference.join == Join::tag && between_sentences && foreign <= longest_foreign_gap &&
      hidden.size() <= longest_tag_gap)
    return {EditClass::tag_gap, "the tag stands where words were left out"};
  if (hidden.size() <= shortest_spliced_sentence && foreign == 0) return classify_rest(tokens, hidden);
  return {EditClass::splice,
          foreign > 0 ? "another speaker's turn left out without a mark" : "words left out without a mark"};
}

}  // namespace quoth::match
