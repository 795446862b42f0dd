// SPDX-License-Identifier: MIT
#include "match/edits/discourse_marker.hpp"

#include <algorithm>
#include <array>

#include "match/words/lexicon.hpp"

namespace quoth::match {

namespace {

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

template <std::size_t N>
bool is_one_of(std::array<std::string_view, N> const& words, std::string_view key) {
  return std::ranges::find(words, key) != words.end();
}

// Whether the "like" at `i`, which nothing sets off, is a discourse marker by the words around it. Where it may compare
// ("it was like flying") or count roughly ("like two months") it is none.
bool is_marker_like(TokenSequence const& tokens, std::size_t i) {
  static constexpr std::array<std::string_view, 10> being{"am", "is",   "are", "was", "were",
                                                          "be", "been", "'s",  "'m",  "'re"};
  static constexpr std::array<std::string_view, 8> owning{"have", "has", "had", "get", "got", "gets", "need", "needed"};
  static constexpr std::array<std::string_view, 5> articles{"a", "an", "the", "some", "this"};
  static constexpr std::array<std::string_view, 5> joining{"that", "and", "but", "so", "because"};
  static constexpr std::array<std::string_view, 10> subjects{"i",    "we", "you",   "he",       "she",
                                                             "they", "it", "there", "everyone", "everybody"};
  static constexpr std::array<std::string_view, 8> adverbs{"really", "actually", "literally", "totally",
                                                           "super",  "even",     "just",      "basically"};
  if (tokens.key(i) != "like" || begins_part(tokens, i) || i + 2 >= tokens.size()) return false;
  auto const before = tokens.key(i - 1);
  auto const next = tokens.key(i + 1);
  auto const after = tokens.key(i + 2);
  if (sets_off(tokens.before(i + 1))) return false;
  if (sets_off(tokens.before(i))) return is_one_of(being, next) || next == "had" || next == "has";
  if (is_one_of(being, before) && next == "the" &&
      (after == "most" || after == "best" || after == "worst" || after.ends_with("est")))
    return true;
  if (is_one_of(owning, before) && is_one_of(articles, next)) return true;
  if (is_one_of(joining, before) && is_one_of(subjects, next))
    return after != "said" && after != "say" && after != "else";
  return (before == "to" || is_one_of(joining, before) || is_one_of(being, before)) && is_one_of(adverbs, next) &&
         !sets_off(tokens.before(i + 2));
}

}  // namespace

bool is_dash(std::string_view between) {
  return between.find("—") != between.npos || between.find("–") != between.npos || between.find("--") != between.npos ||
         between.find("- ") != between.npos || between.ends_with('-');
}

std::size_t filler_length(TokenSequence const& tokens, std::size_t i, std::size_t last) {
  auto const filler = filler_at(tokens, i);
  if (filler.tokens == 0 || i + filler.tokens > last) return 0;
  auto const is_loose = filler.kind == Filler::Kind::loose;
  if (is_loose && !(set_off_at(tokens, i) && set_off_at(tokens, i + filler.tokens)) && !is_marker_like(tokens, i))
    return 0;
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

}  // namespace quoth::match
