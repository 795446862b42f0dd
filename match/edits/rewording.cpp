// SPDX-License-Identifier: MIT
#include "match/edits/rewording.hpp"

#include <string>

#include "match/edits/discourse_marker.hpp"
#include "match/words/inflection.hpp"
#include "match/words/lexicon.hpp"

namespace quoth::match {

namespace {

// One side of the difference.
struct Side {
  TokenSequence const& tokens;
  TokenRange range;

  std::string_view key(std::size_t i) const { return tokens.key(range.first + i); }
};

// "unsure" for "not sure".
bool negates_as_prefix(Side const& one, Side const& two) {
  return one.range.size() == 1 && two.range.size() == 2 && two.key(0) == "not" &&
         one.key(0).size() > two.key(1).size() && is_negated_form(one.key(0), two.key(1));
}

// "stop seeing" for "not see".
bool stops(Side const& one, Side const& two) {
  if (one.range.size() != 2 || two.range.size() != 2 || two.key(0) != "not") return false;
  return same_lemma(one.key(0), "stop") && same_lemma(one.key(1), two.key(1));
}

// "kind" and "er" make "kinder", "happy" and "est" "happiest", "big" and "er" "bigger".
bool is_compared(std::string_view form, std::string_view adjective, std::string_view ending) {
  if (!form.ends_with(ending)) return false;
  auto const stem = form.substr(0, form.size() - ending.size());
  if (stem == adjective) return true;
  auto const rest = adjective.substr(0, adjective.size() - 1);
  if (adjective.ends_with('e')) return stem == rest;
  if (adjective.ends_with('y')) return stem.ends_with('i') && stem.substr(0, stem.size() - 1) == rest;
  return stem.size() == adjective.size() + 1 && stem.starts_with(adjective) && stem.back() == adjective.back();
}

// "kinder" for "more kind".
bool compares_by_ending(Side const& one, Side const& two) {
  if (one.range.size() != 1 || two.range.size() != 2 || two.key(1).empty()) return false;
  return (two.key(0) == "more" && is_compared(one.key(0), two.key(1), "er")) ||
         (two.key(0) == "most" && is_compared(one.key(0), two.key(1), "est"));
}

// The "all" of "all right", where the other side has "right".
bool is_all_of_right(Side const& with, Side const& without) {
  if (with.range.size() != 1 || !without.range.empty() || with.key(0) != "all") return false;
  return with.range.last < with.tokens.size() && with.tokens.key(with.range.last) == "right" &&
         without.range.first < without.tokens.size() && without.tokens.key(without.range.first) == "right";
}

// The "the reason" of "the reason why".
bool is_reason_of_why(Side const& side) {
  return side.range.size() == 2 && side.key(0) == "the" && side.key(1) == "reason" &&
         side.range.last < side.tokens.size() && side.tokens.key(side.range.last) == "why";
}

}  // namespace

std::optional<Classification> classify_rewording(TokenSequence const& quote, TokenRange q, TokenSequence const& source,
                                                 TokenRange s) {
  Side const printed{quote, q};
  Side const spoken{source, s};
  auto const is_reworded = [](Side const& a, Side const& b) {
    return negates_as_prefix(a, b) || stops(a, b) || compares_by_ending(a, b) || is_all_of_right(a, b);
  };
  if (is_reworded(printed, spoken) || is_reworded(spoken, printed))
    return Classification{EditClass::rewording, "the same in other words"};
  if ((s.empty() && is_reason_of_why(printed)) || (q.empty() && is_reason_of_why(spoken)))
    return Classification{EditClass::aside, "words that only say the next one twice"};
  if (s.empty() && !q.empty() && all_fillers(quote, q))
    return Classification{EditClass::aside, "a phrase that says nothing of the matter added"};
  return std::nullopt;
}

}  // namespace quoth::match
