// SPDX-License-Identifier: MIT
#include "match/check/join.hpp"

#include <algorithm>
#include <string>

#include "match/check/check_tuning.hpp"
#include "match/edits/edit_list.hpp"
#include "match/edits/omission.hpp"
#include "match/edits/shortened.hpp"

namespace quoth::match {

namespace {

constexpr std::string_view closing_marks[] = {"\"", "'", "”", "’", "»", "“", "‘", "«",
                                              ")",  "]", "*", "_", "`", " ", "\n"};

// The text without quotation marks and blanks at its end.
std::string_view bare_end(std::string_view text) {
  for (bool more = true; more;) {
    more = false;
    for (auto mark : closing_marks) {
      if (!text.ends_with(mark)) continue;
      text.remove_suffix(mark.size());
      more = true;
    }
  }
  return text;
}

bool ends_sentence(std::string_view text) {
  auto const bare = bare_end(text);
  return !bare.empty() && (bare.back() == '.' || bare.back() == '!' || bare.back() == '?');
}

bool is_lower(std::string_view text) { return !text.empty() && text.front() >= 'a' && text.front() <= 'z'; }

bool is_free(Passage const& passage, std::size_t token) {
  auto const& word = passage.tokens()[token];
  return word.is(WordToken::optional) || word.is(WordToken::dispensable);
}

Edit edit_at(Passage const& passage, PassageText const& shown, Edit::Op op, Classification const& found,
             TokenRange hidden, Policy const& policy) {
  constexpr std::size_t longest = 200;  // bytes
  auto edit = make_edit(op, found, "", shortened(passage.tokens().wording(hidden.first, hidden.last), longest), policy);
  edit.source_span = shown.span_of(hidden);
  return edit;
}

}  // namespace

JoinPlace join_place(std::string_view before, std::string_view between, std::string_view after) {
  if (ends_sentence(between)) return JoinPlace::sentence;
  // “A!” he said, “b”: a mark of its own ends the first sentence only where a new one follows.
  auto const own_end = before.ends_with('.') || before.ends_with('!') || before.ends_with('?') || before.ends_with("…");
  return own_end && !is_lower(after) ? JoinPlace::sentence : JoinPlace::clause;
}

std::uint32_t words_between(Passage const& passage, Neighbours neighbours) {
  std::uint32_t words = 0;
  for (auto i = neighbours.last + 1; i < neighbours.next; ++i) words += is_free(passage, i) ? 0 : 1;
  return words;
}

std::vector<Edit> join_edits(Passage const& passage, PassageText const& shown, Neighbours neighbours,
                             Policy const& policy) {
  auto const [last, next, at] = neighbours;
  if (next <= last) {
    return {edit_at(passage, shown, Edit::Op::move, {EditClass::reordered, "in another order than spoken"},
                    {next, next}, policy)};
  }
  TokenRange const hidden{last + 1, next};
  if (words_between(passage, neighbours) == 0) return {};
  if (at == JoinPlace::sentence) {
    return {edit_at(passage, shown, Edit::Op::jump, {EditClass::tag_gap, "the tag stands where words were left out"},
                    hidden, policy)};
  }
  auto const is_near =
      passage.window_of(last) == passage.window_of(next) && hidden.size() <= PartTuning::longest_left_out;
  if (!is_near) {
    return {edit_at(passage, shown, Edit::Op::jump, {EditClass::splice, "words left out where the tag stands"}, hidden,
                    policy)};
  }
  std::vector<Edit> edits;
  for (auto const& omission : classify_omission(passage.tokens(), hidden))
    edits.push_back(edit_at(passage, shown, Edit::Op::remove, omission.found, omission.source, policy));
  return edits;
}

}  // namespace quoth::match
