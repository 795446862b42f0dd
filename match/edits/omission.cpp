// SPDX-License-Identifier: MIT
#include "match/edits/omission.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/edits/citation.hpp"
#include "match/edits/discourse_marker.hpp"
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

bool whole_sentences(TokenSequence const& tokens, TokenRange range) {
  return begins_sentence(tokens, range.first) && begins_sentence(tokens, range.last);
}

Classification classify_rest(TokenSequence const& tokens, TokenRange range) {
  if (is_citation(tokens, range)) return {EditClass::omission, std::string(citation_left_out)};
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

// Whether the speaker says nothing but fillers and what comes again in `range`, which another speaker interrupts.
bool only_hesitates(Passage const& passage, TokenRange range) {
  auto const& tokens = passage.tokens();
  auto const& speaker = passage.turn_of(range.first - 1).speaker;
  auto const is_own = [&](std::size_t i) {
    return passage.turn_of(i).speaker == speaker && !tokens[i].is(WordToken::optional);
  };
  auto resumed = range.last;  // where the speaker goes on behind the interruption
  while (resumed > range.first && is_own(resumed - 1)) --resumed;
  for (auto i = range.first; i < resumed;) {
    auto const length = is_own(i) ? filler_at(tokens, i).tokens : 1;
    if (length == 0) return false;
    i += length;
  }
  TokenRange const rest{resumed, range.last};
  return all_fillers(tokens, rest) || as_disfluencies(tokens, rest);
}

// In fiction the hidden words may begin with the narrator's, between two marks: `"," said Dorothea, not coldly. "You
// know"`. They say nothing about the speech.
TokenRange without_narrator(TokenSequence const& tokens, TokenRange hidden) {
  constexpr std::size_t longest_tag = 30;  // words
  auto const closes = tokens.before(hidden.first);
  if (!closes.ends_with("\" ") && !closes.ends_with("” ") && !closes.ends_with("’ ")) return hidden;
  for (auto i = hidden.first + 1; i < std::min(hidden.first + longest_tag, hidden.last); ++i) {
    auto const opens = tokens.before(i);
    if (opens.ends_with(" \"") || opens.ends_with("“") || opens.ends_with("‘")) return {i, hidden.last};
  }
  return hidden;
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
  auto const meaning = hidden_in_sentences(tokens, without_narrator(tokens, hidden));
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
  if (auto parts = as_disfluencies(source, left_out)) return std::move(*parts);
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
  if (foreign > 0 && foreign <= longest_foreign_gap && only_hesitates(passage, hidden))
    return {EditClass::interruption, "another speaker's interruption left out"};
  auto const between_sentences = whole_sentences(tokens, hidden);
  if (difference.join == Join::tag && between_sentences && foreign <= longest_foreign_gap &&
      hidden.size() <= longest_tag_gap)
    return {EditClass::tag_gap, "the tag stands where words were left out"};
  if (foreign == 0 && (hidden.size() <= shortest_spliced_sentence || is_citation(tokens, hidden)))
    return classify_rest(tokens, hidden);
  return {EditClass::splice,
          foreign > 0 ? "another speaker's turn left out without a mark" : "words left out without a mark"};
}

}  // namespace quoth::match
