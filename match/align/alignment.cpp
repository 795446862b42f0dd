// SPDX-License-Identifier: MIT
#include "match/align/alignment.hpp"

#include <algorithm>
#include <unordered_map>

#include "match/align/align_tuning.hpp"
#include "match/align/alignment_matrix.hpp"
#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/sentence_start.hpp"
#include "match/words/spelling.hpp"
#include "text/bytes/hash.hpp"

namespace quoth::match {

namespace {

// In cells. A larger matrix is cut at anchors.
constexpr std::size_t largest_matrix = 400'000;
constexpr auto anchor_words = AlignmentTuning::anchor_words;

struct Anchor {
  std::size_t quote = 0;
  std::size_t source = 0;
};

std::uint64_t shingle(TokenSequence const& tokens, std::size_t first) {
  std::uint64_t hash = 0;
  for (std::size_t i = first; i < first + anchor_words; ++i) hash = hash * text::golden_multiplier + tokens[i].id;
  return hash;
}

struct Once {
  std::size_t quote = 0;
  std::size_t source = 0;
  std::uint32_t in_quote = 0;
  std::uint32_t in_source = 0;
};

// The anchors of the two texts, in the order of the quotation.
std::vector<Anchor> shared_once(TokenSequence const& quote, TokenSequence const& source) {
  std::unordered_map<std::uint64_t, Once> places;
  for (std::size_t i = 0; i + anchor_words <= quote.size(); ++i) {
    auto& place = places[shingle(quote, i)];
    place.quote = i;
    ++place.in_quote;
  }
  for (std::size_t i = 0; i + anchor_words <= source.size(); ++i) {
    auto const found = places.find(shingle(source, i));
    if (found == places.end()) continue;
    found->second.source = i;
    ++found->second.in_source;
  }
  std::vector<Anchor> anchors;
  for (auto const& [hash, place] : places) {
    if (place.in_quote == 1 && place.in_source == 1) anchors.push_back({place.quote, place.source});
  }
  std::ranges::sort(anchors, {}, &Anchor::quote);
  return anchors;
}

// The longest subsequence of the anchors that rises on both sides (longest increasing subsequence,
// https://en.wikipedia.org/wiki/Longest_increasing_subsequence).
std::vector<Anchor> in_order(std::vector<Anchor> const& anchors) {
  std::vector<std::size_t> tails;  // the last anchor of the best chain of each length
  std::vector<std::size_t> previous(anchors.size(), anchors.size());
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    auto const place =
        std::ranges::lower_bound(tails, anchors[i].source, {}, [&](std::size_t tail) { return anchors[tail].source; });
    if (place != tails.begin()) previous[i] = *(place - 1);
    if (place == tails.end()) {
      tails.push_back(i);
    } else {
      *place = i;
    }
  }
  std::vector<Anchor> chain;
  for (auto i = tails.empty() ? anchors.size() : tails.back(); i < anchors.size(); i = previous[i])
    chain.push_back(anchors[i]);
  std::ranges::reverse(chain);
  return chain;
}

// Aligns a range, if its matrix is small enough. The words of a larger range stay unpaired.
void align_range(AlignmentMatrix& matrix, AlignmentRange const& range, Alignment& alignment) {
  auto const words = range.quote_last - range.quote_first;
  if (words == 0) return;
  if (range.cells() <= largest_matrix) {
    matrix.align(range, alignment);
  } else {
    alignment.cost += static_cast<std::int32_t>(words) * AlignmentCosts::insert;
  }
}

// How many words of the passage can belong to so many words of the quotation.
std::size_t room_for(std::size_t words) { return AlignmentTuning::room_per_word * words + AlignmentTuning::more_room; }

void align_between_anchors(AlignmentMatrix& matrix, TokenSequence const& quote, TokenSequence const& source,
                           Alignment& alignment) {
  AlignmentRange range;
  for (auto const& anchor : in_order(shared_once(quote, source))) {
    if (anchor.quote < range.quote_first || anchor.source < range.source_first) continue;
    range.quote_last = anchor.quote;
    range.source_last = anchor.source;
    range.to_end = true;
    // Before the first anchor, only the words just before it can belong to the quotation.
    if (!range.from_start)
      range.source_first = range.source_last - std::min(range.source_last, room_for(range.quote_last));
    align_range(matrix, range, alignment);
    for (std::size_t k = 0; k < anchor_words; ++k)
      alignment.source_of[anchor.quote + k] = static_cast<std::int32_t>(anchor.source + k);
    range.quote_first = anchor.quote + anchor_words;
    range.source_first = anchor.source + anchor_words;
    range.from_start = true;
  }
  range.to_end = false;
  range.quote_last = quote.size();
  range.source_last = std::min(source.size(), range.source_first + room_for(range.quote_last - range.quote_first));
  align_range(matrix, range, alignment);
}

constexpr auto unrelated_words = AlignmentTuning::unrelated_words;

// Unpairs words at either end of the quotation that were paired with unlike words of the passage only because these are
// adjacent: words beyond the end of its sentence, or several in the middle of it.
class EdgeRelease {
 public:
  EdgeRelease(QuotedWords const& quotation, Passage const& passage, Alignment& alignment)
      : quote_(quotation.tokens()), source_(passage.tokens()), pairs_(alignment.source_of) {}

  void release_first() {
    std::size_t unlike = 0;
    while (unlike < pairs_.size() && !is_same(unlike)) ++unlike;
    if (unlike == 0 || unlike == pairs_.size()) return;
    if (unlike == 1 && is_compound(0, -1)) {
      --pairs_[0];
      return;
    }
    auto const inner = static_cast<std::size_t>(pairs_[unlike]);
    std::size_t room = 0;  // words of the same sentence before the first like pair
    while (room <= unrelated_words && inner > room && !begins_sentence(source_, inner - room)) ++room;
    for (std::size_t i = 0; i < unlike; ++i) {
      if (is_unrelated(unlike, room) || unlike - i > room) pairs_[i] = Alignment::unpaired;
    }
  }

  void release_last() {
    auto const words = pairs_.size();
    std::size_t unlike = 0;
    while (unlike < words && !is_same(words - 1 - unlike)) ++unlike;
    if (unlike == 0 || unlike == words) return;
    if (unlike == 1 && is_compound(words - 1, 1)) {
      ++pairs_[words - 1];
      return;
    }
    auto const next = static_cast<std::size_t>(pairs_[words - 1 - unlike]) + 1;
    if (auto const beyond = unlike == 1 ? stands_behind(words - 1, next) : next; beyond > next) {
      pairs_[words - 1] = static_cast<std::int32_t>(beyond);
      return;
    }
    std::size_t room = 0;  // words of the same sentence after the last like pair
    while (room <= unrelated_words && next + room < source_.size() && !begins_sentence(source_, next + room)) ++room;
    for (std::size_t i = words - unlike; i < words; ++i) {
      if (is_unrelated(unlike, room) || i - (words - unlike) >= room) pairs_[i] = Alignment::unpaired;
    }
  }

 private:
  bool is_same(std::size_t i) const {
    return pairs_[i] != Alignment::unpaired && same_word(quote_[i], source_[static_cast<std::size_t>(pairs_[i])]);
  }
  // "Anytime" for "any time": it was paired with the inner half only.
  bool is_compound(std::size_t i, int outward) const {
    auto const neighbour = pairs_[i] + outward;
    if (pairs_[i] == Alignment::unpaired || neighbour < 0) return false;
    auto const inner = static_cast<std::size_t>(pairs_[i]);
    auto const outer = static_cast<std::size_t>(neighbour);
    if (outer >= source_.size() || source_[outer].part != source_[inner].part) return false;
    auto const first = std::min(inner, outer);
    return letters_of(quote_, {i, i + 1}).letters == letters_of(source_, {first, first + 2}).letters;
  }
  // Where the word `i` stands a little behind token `next`, as in "is not, is, is slow", of which "is slow" is quoted;
  // `next` if it does not.
  std::size_t stands_behind(std::size_t i, std::size_t next) const {
    if (is_function_word(quote_.key(i)) || quote_[i].is(WordToken::number)) return next;
    for (auto at = next + 1; at <= next + AlignmentTuning::last_word_reach && at < source_.size(); ++at) {
      if (source_[at].part != source_[next].part || begins_sentence(source_, at)) break;
      if (same_word(quote_[i], source_[at])) return at;
    }
    return next;
  }
  static bool is_unrelated(std::size_t unlike, std::size_t room) {
    return unlike >= unrelated_words && room > unrelated_words;
  }

  TokenSequence const& quote_;
  TokenSequence const& source_;
  std::vector<std::int32_t>& pairs_;
};

void count_matches(QuotedWords const& quotation, Passage const& passage, Alignment& alignment) {
  std::int32_t previous = -2;
  for (std::size_t i = 0; i < alignment.source_of.size(); ++i) {
    auto const source = alignment.source_of[i];
    if (source == Alignment::unpaired) continue;
    if (same_word(quotation.tokens()[i], passage.tokens()[static_cast<std::size_t>(source)])) ++alignment.matched;
    if (source != previous + 1) ++alignment.runs;
    previous = source;
  }
}

}  // namespace

void release_edges(QuotedWords const& quotation, Passage const& passage, Alignment& alignment) {
  EdgeRelease edges(quotation, passage, alignment);
  edges.release_first();
  edges.release_last();
}

std::optional<Alignment> align_within(std::int32_t most_cost, QuotedWords const& quotation, Passage const& passage,
                                      ForeignTurns const& foreign) {
  auto const& quote = quotation.tokens();
  auto const& source = passage.tokens();
  Alignment alignment;
  alignment.source_of.assign(quote.size(), Alignment::unpaired);
  AlignmentMatrix matrix(quotation, passage, foreign);
  AlignmentRange whole{0, quote.size(), 0, source.size(), false, false};
  if (whole.cells() <= largest_matrix) {
    if (!matrix.align(whole, alignment, most_cost)) return std::nullopt;
  } else {
    align_between_anchors(matrix, quote, source, alignment);
    if (alignment.cost > most_cost) return std::nullopt;
  }
  release_edges(quotation, passage, alignment);
  count_matches(quotation, passage, alignment);
  return alignment;
}

Alignment align(QuotedWords const& quotation, Passage const& passage, ForeignTurns const& foreign) {
  return *align_within(Alignment::no_limit, quotation, passage, foreign);
}

std::vector<std::size_t> exact_places(QuotedWords const& quotation, Passage const& passage) {
  auto const& quote = quotation.tokens();
  auto const& source = passage.tokens();
  std::vector<std::size_t> places;
  if (quote.empty()) return places;
  // Bounds the time for repetitive texts.
  constexpr std::size_t most_comparisons = 4'000'000;
  std::size_t comparisons = 0;
  auto const& first = quote[0];
  for (std::size_t start = 0; start + quote.size() <= source.size() && comparisons < most_comparisons; ++start) {
    std::size_t i = 0;
    if (!same_word(first, source[start])) {
      ++comparisons;
      continue;
    }
    while (i < quote.size() && same_word(quote[i], source[start + i]) && same_form(quote[i], source[start + i])) ++i;
    comparisons += i + 1;
    if (i == quote.size()) places.push_back(start);
  }
  return places;
}

}  // namespace quoth::match
