// SPDX-License-Identifier: MIT
#include "grammar/transcripts/labels/member_name.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/letter_case.hpp"
#include "text/words/lines.hpp"

namespace quoth::transcripts {

namespace {

// The bracketed groups, one after the other, without their outer brackets.
std::vector<std::string_view> groups_in(std::string_view text) {
  std::vector<std::string_view> groups;
  int depth = 0;
  std::size_t open = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(' && depth++ == 0) open = i + 1;
    if (text[i] == ')' && depth > 0 && --depth == 0) groups.push_back(text::trimmed(text.substr(open, i - open)));
  }
  // A bracket that is never closed.
  if (depth > 0) groups.push_back(text::trimmed(text.substr(open)));
  return groups;
}

// Whether it names an office and not a person: "The Minister for Locks", "Mr. Deputy Speaker".
bool is_office(std::string_view name) {
  constexpr std::array<std::string_view, 3> articles{"The ", "the ", "THE "};
  if (std::ranges::any_of(articles, [&](std::string_view article) { return name.starts_with(article); })) return true;
  constexpr std::array<std::string_view, 5> chairs{"Speaker", "SPEAKER", "Chair", "Chairman", "Chairperson"};
  return std::ranges::any_of(chairs, [&](std::string_view chair) { return name.ends_with(chair); });
}

// Whether the group in brackets tells who speaks. "via translator" and "voice-over" tell how, "External" from where.
bool tells_who(std::string_view group) {
  if (group.empty() || text::is_ascii_lower(group.front())) return false;
  return group != "External" && group != "Guest" && group != "Unverified" && !text::is_ascii_digit(group.front());
}

}  // namespace

Speaker member_of(std::string_view label) {
  label = text::trimmed(label);
  while (label.ends_with(':') || label.ends_with(' ')) label.remove_suffix(1);
  if (label.starts_with('(') && label.ends_with(')')) label = label.substr(1, label.size() - 2);
  Speaker speaker;
  auto const open = label.find('(');
  auto const dash = label.find(" -- ");
  auto const before = text::trimmed(label.substr(0, std::min(open, dash)));
  if (before.empty() || before.size() == label.size()) {
    speaker.name = text::in_ordinary_capitals(label);
    return speaker;
  }
  auto groups = groups_in(label);
  std::erase_if(groups, [](std::string_view group) { return !tells_who(group); });
  if (dash < open) groups.insert(groups.begin(), text::trimmed(label.substr(dash + 4)));
  if (auto const behind = label.rfind("), "); behind != label.npos) groups.push_back(label.substr(behind + 3));
  bool const office = is_office(before) && !groups.empty();
  if (office) {
    speaker.name = text::trimmed(groups.front().substr(0, groups.front().find('(')));
    speaker.role = text::in_ordinary_capitals(before);
    return speaker;
  }
  speaker.name = text::in_ordinary_capitals(before);
  for (auto const group : groups)
    speaker.role += (speaker.role.empty() ? "" : ", ") + text::in_ordinary_capitals(group);
  return speaker;
}

}  // namespace quoth::transcripts
