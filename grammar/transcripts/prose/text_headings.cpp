// SPDX-License-Identifier: MIT
#include "grammar/transcripts/prose/text_headings.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "grammar/transcripts/prose/prose_tuning.hpp"
#include "text/model/date.hpp"
#include "text/unicode/letter_case.hpp"
#include "text/unicode/numerals.hpp"
#include "text/words/data_lines.hpp"
#include "text/words/lines.hpp"
#include "text/words/words.hpp"
#include "transcript_data.hpp"

namespace quoth::transcripts {

namespace {

using Tuned = HeadingTuning;

bool is_section_word(std::string_view key) {
  static auto const lines = text::lines_of(embedded::section_words);
  static std::unordered_set<std::string_view> const words(lines.begin(), lines.end());
  return words.contains(key);
}

bool is_numeral(std::string_view key) {
  return !key.empty() && (key.find_first_not_of("0123456789.") == key.npos || text::roman_value(key) != 0);
}

bool is_underline(std::u32string_view line) {
  line = text::trimmed(line);
  return line.size() > 2 && (line.find_first_not_of(U'=') == line.npos || line.find_first_not_of(U'-') == line.npos ||
                             line.find_first_not_of(U'~') == line.npos);
}

// How the words of a short text begin.
struct Capitals {
  std::size_t words = 0;
  std::size_t long_words = 0;
  std::size_t capital_words = 0;  // of the long ones
  bool first = false;             // whether the first word has a capital
  bool any_small = false;         // whether any letter is small
  std::size_t letters = 0;

  explicit Capitals(std::string_view text) {
    for (auto const& word : text::split_words(text)) {
      auto const printed = text.substr(word.first, word.last - word.first);
      bool const capital = printed.front() < 'a' || printed.front() > 'z';
      first = words == 0 ? capital : first;
      ++words;
      bool const is_long = printed.size() >= Tuned::short_word;
      long_words += is_long;
      capital_words += is_long && capital;
      for (auto const c : printed) {
        any_small = any_small || (c >= 'a' && c <= 'z');
        letters += (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      }
    }
  }
};

// "CHAPTER IV.", "Part One", "Preface": a word for a part, and little more.
bool names_part(text::WordList const& words) {
  if (words.empty() || !is_section_word(words.key(0))) return false;
  return words.size() == 1 || is_numeral(words.key(1)) || words.size() == 2;
}

// "3.2 Findings", "IV. Findings", "§ 3 Findings".
bool is_numbered(std::string_view text, text::WordList const& words, Capitals const& capitals) {
  if (words.size() < 2 || words[0].first > std::string_view("§ ").size()) return false;
  auto const number = text.substr(0, text.find(' '));
  bool const sign = number == "§";
  bool const digits = number.find_first_not_of("0123456789.)") == number.npos;
  bool const roman =
      number.ends_with('.') && number.front() <= 'Z' && text::roman_value(number.substr(0, number.size() - 1)) != 0;
  auto const next = text.substr(words[1].first);
  return (digits || roman || sign) && capitals.words <= Tuned::most_words && (next.front() < 'a' || next.front() > 'z');
}

bool ends_as_prose(std::string_view text) {
  return std::string_view(".,;:?!-").find(text.back()) != std::string_view::npos;
}

bool is_heading(Paragraph const& paragraph) {
  if (paragraph.lines.size() > Tuned::most_lines) return false;
  auto const text = paragraph.text();
  if (text.empty() || text.size() > Tuned::longest) return false;
  auto const words = text::split_words(text);
  Capitals const capitals(text);
  if (words.empty() || !capitals.first || capitals.letters == 0) return false;
  bool const ends = ends_as_prose(text);
  if (names_part(words)) return true;
  // "0. Definitions." of a licence.
  bool const titled =
      text.back() == '.' && capitals.words <= Tuned::most_title_words && capitals.capital_words == capitals.long_words;
  bool const date = words.size() == 3 && !text::date_in_prose(text).empty();  // "3 May 2031"
  if ((!ends || titled) && !date && is_numbered(text, words, capitals)) return true;
  bool const opens_speech = std::string_view("\"'(-*").find(text.front()) != std::string_view::npos ||
                            text.starts_with("“") || text.starts_with("‘");
  if (opens_speech) return false;
  if (!capitals.any_small && capitals.letters > 2 && capitals.words <= Tuned::most_words)
    return !ends || text.back() == '.' || text.back() == '?';
  return !ends && paragraph.lines.size() == 1 && capitals.words <= Tuned::most_title_words && capitals.long_words > 0 &&
         capitals.capital_words == capitals.long_words && text::date_in_prose(text).empty();
}

// Whether the second line underlines the first.
bool is_underlined(Paragraph const& paragraph) {
  auto const& lines = paragraph.lines;
  return lines.size() > 1 && lines[0].text.size() <= Tuned::longest && !is_underline(lines[0].text) &&
         is_underline(lines[1].text);
}

// Whether the first line is the heading of the prose below it, which no blank line parts.
bool has_heading_line(Paragraph const& paragraph) {
  auto const& lines = paragraph.lines;
  if (lines.size() < 2 || paragraph.heading) return false;
  auto const first = text::trimmed(lines[0].text).size();
  auto const second = text::trimmed(lines[1].text);
  bool const prose = second.size() >= Tuned::shortest_prose && first * 3 < second.size() * 2;
  return prose && !text::is_lower(second.front()) && is_heading({{lines[0]}, false});
}

}  // namespace

void mark_headings(std::vector<Paragraph>& paragraphs) {
  std::vector<Paragraph> marked;
  marked.reserve(paragraphs.size());
  for (auto& paragraph : paragraphs) {
    if (has_heading_line(paragraph)) {
      marked.push_back({{paragraph.lines[0]}, true});
      paragraph.lines.erase(paragraph.lines.begin());
    } else if (!paragraph.heading && is_underlined(paragraph)) {
      marked.push_back({{paragraph.lines[0]}, true});
      paragraph.lines.erase(paragraph.lines.begin(), paragraph.lines.begin() + 2);
      if (paragraph.lines.empty()) continue;
    } else {
      paragraph.heading = paragraph.heading || is_heading(paragraph);
    }
    marked.push_back(std::move(paragraph));
  }
  paragraphs = std::move(marked);
}

}  // namespace quoth::transcripts
