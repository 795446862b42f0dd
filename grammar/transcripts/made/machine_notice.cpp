// SPDX-License-Identifier: MIT
#include "grammar/transcripts/made/machine_notice.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "grammar/transcripts/made/made_tuning.hpp"
#include "text/unicode/ascii.hpp"
#include "text/words/data_lines.hpp"
#include "text/words/lines.hpp"
#include "transcript_data.hpp"

namespace quoth::transcripts {

namespace {

using Tuned = NoticeTuning;

using Words = std::vector<std::string>;

bool is_word_character(char c) {
  return text::is_ascii_lower(c) || text::is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

// In lower case; a full stop inside a word is part of it ("otter.ai"), all other marks part words.
Words words_of(std::string_view line) {
  Words words;
  std::string word;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    auto const lower = [&](std::size_t at) { return text::ascii_lower(at < line.size() ? line[at] : ' '); };
    bool const inside = lower(i) == '.' && !word.empty() && is_word_character(lower(i + 1));
    if (inside || is_word_character(lower(i))) {
      word += lower(i);
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  return words;
}

std::vector<std::string_view> parts_of(std::string_view text, char between) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    auto const part = text.substr(0, text.find(between));
    if (!part.empty()) parts.push_back(part);
    text.remove_prefix(std::min(part.size() + 1, text.size()));
  }
  return parts;
}

struct Notice {
  std::vector<std::vector<std::string_view>> words;  // alternatives in each place; "*" is a gap
  bool whole_line = false;
};

std::vector<Notice> const& notices() {
  static std::vector<Notice> const all = [] {
    std::vector<Notice> made;
    for (auto line : text::lines_of(embedded::machine_notices)) {
      Notice notice;
      notice.whole_line = line.starts_with("= ");
      if (notice.whole_line) line.remove_prefix(2);
      for (auto const place : parts_of(line, ' ')) notice.words.push_back(parts_of(place, '|'));
      made.push_back(std::move(notice));
    }
    return made;
  }();
  return all;
}

// Whether the words begin with the notice.
bool begins_with(std::span<std::string const> words, std::span<std::vector<std::string_view> const> notice) {
  if (notice.empty()) return true;
  if (notice.front().front() == "*") {
    for (std::size_t gap = 0; gap <= std::min(Tuned::longest_gap, words.size()); ++gap) {
      if (begins_with(words.subspan(gap), notice.subspan(1))) return true;
    }
    return false;
  }
  return !words.empty() && std::ranges::find(notice.front(), words.front()) != notice.front().end() &&
         begins_with(words.subspan(1), notice.subspan(1));
}

bool says_machine(std::span<std::string const> words) {
  return std::ranges::any_of(notices(), [&](Notice const& notice) {
    if (notice.whole_line && words.size() > Tuned::longest_line) return false;
    for (std::size_t start = 0; start < std::min(words.size(), Tuned::latest_start + 1); ++start) {
      if (begins_with(words.subspan(start), notice.words)) return true;
    }
    return false;
  });
}

struct PeopleWords {
  std::vector<std::string_view> verbs;
  std::vector<std::string_view> negations;
};

PeopleWords const& people_words() {
  static PeopleWords const all = [] {
    constexpr std::string_view mark = "not: ";
    PeopleWords made;
    for (auto const line : text::lines_of(embedded::people_notices)) {
      if (line.starts_with(mark)) {
        made.negations = parts_of(line.substr(mark.size()), ' ');
      } else {
        made.verbs.push_back(line);
      }
    }
    return made;
  }();
  return all;
}

bool says_people(std::span<std::string const> words) {
  auto const& verbs = people_words().verbs;
  auto const& negations = people_words().negations;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (std::ranges::find(verbs, words[i]) == verbs.end()) continue;
    auto const before = words.subspan(i - std::min(i, Tuned::negation), std::min(i, Tuned::negation));
    auto const negated = [&](std::string const& word) { return std::ranges::find(negations, word) != negations.end(); };
    if (std::ranges::none_of(before, negated)) return true;
  }
  return false;
}

}  // namespace

bool has_machine_notice(std::vector<std::string> const& lines) {
  Words before;
  bool machine = false;
  bool people = false;
  for (auto const& line : lines) {
    auto words = words_of(line);
    // A notice may go over two lines.
    auto two = before;
    two.insert(two.end(), words.begin(), words.end());
    bool const here = says_machine(words) || says_machine(two);
    machine = machine || here;
    people = people || (here && says_people(two));
    before = std::move(words);
  }
  return machine && !people;
}

}  // namespace quoth::transcripts
