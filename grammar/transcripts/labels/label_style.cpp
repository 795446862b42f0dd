// SPDX-License-Identifier: MIT
#include "grammar/transcripts/labels/label_style.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_set>

#include "grammar/transcripts/labels/label_inside.hpp"
#include "text/model/date.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/data_lines.hpp"
#include "text/words/words.hpp"
#include "transcript_data.hpp"

namespace quoth::transcripts {

namespace {

using NameCount = std::map<std::u32string_view, std::size_t>;

// Whether the word is a label of people that is not a name: "Chair Reed:" is a speaker, and so is "CHAIR:" where it
// recurs.
bool is_person_word(std::string_view word) {
  static std::unordered_set<std::string_view> const people{"chair",       "court",       "guest",     "host",
                                                           "interviewee", "interviewer", "moderator", "speaker"};
  return people.contains(word);
}

bool is_header_field(std::u32string_view name, bool recurs) {
  static auto const fields = text::lines_of(embedded::header_fields);
  static std::unordered_set<std::string_view> const known(fields.begin(), fields.end());
  auto const words = text::split_words(text::to_utf8(name));
  if (words.empty() || !known.contains(words.key(0))) return false;
  return !is_person_word(words.key(0)) || (words.size() == 1 && !recurs);
}

// Whether it is a language: records in several languages name the one that follows, "English:".
bool is_language(std::u32string_view name) {
  static auto const names = text::lines_of(embedded::languages);
  static std::unordered_set<std::string_view> const known(names.begin(), names.end());
  auto const words = text::split_words(text::to_utf8(name));
  return words.size() == 1 && known.contains(words.key(0));
}

// Whether it is a date and no speaker: "May 6, 2031  10:00".
bool is_date(std::u32string_view name) {
  auto const words = text::split_words(text::to_utf8(name));
  if (words.size() < 2 || text::month_of(words.key(0)) == 0) return false;
  return words.key(1).front() >= '0' && words.key(1).front() <= '9';
}

NameCount count_names(std::vector<LabelledLine> const& lines) {
  NameCount count;
  for (auto const& line : lines) {
    if (line.label) ++count[line.label->name];
  }
  return count;
}

void drop_header_fields(std::vector<LabelledLine>& lines) {
  auto const count = count_names(lines);
  for (auto& line : lines) {
    if (!line.label) continue;
    bool const alone = line.label->speech >= line.line.text.size();
    if (is_header_field(line.label->name, count.at(line.label->name) > 1)) line.label.reset();
    // The line only says which language follows; it is not speech.
    if (line.label && line.label->style == LabelStyle::name && alone && is_language(line.label->name)) {
      line.label.reset();
      line.line.text = {};
    }
  }
}

LabelledLine labelled(TranscriptLine const& line, bool after_clock) {
  LabelledLine entry{line, speaker_label(line.text), clock_line(line.text).has_value(), false};
  if (entry.is_clock || is_hour_line(line.text)) entry.label.reset();
  if (entry.label && is_date(entry.label->name)) entry.label.reset();
  // A heading may name who speaks; "Questions: part one" does not.
  if (line.heading && entry.label && entry.label->speech < line.text.size()) entry.label.reset();
  // Names on a line of their own are above what they said.
  bool const alone = entry.label && entry.label->style == LabelStyle::own_line;
  if (alone && !line.opens_paragraph && !after_clock) entry.label.reset();
  return entry;
}

class LabelStyleChooser {
 public:
  explicit LabelStyleChooser(std::vector<LabelledLine> const& lines) : names_of_(count_names(lines)) {
    std::map<LabelStyle, std::size_t> count;
    std::map<std::u32string_view, std::size_t> alone;
    bool asked = false;
    bool full_names = false;
    std::size_t paragraphs = 0;
    for (auto const& line : lines) {
      paragraphs += line.line.opens_paragraph && !line.line.heading;
      if (!line.label) continue;
      asked = asked || line.label->name == U"Q";
      // In prose any word may come before a colon, but hardly a name of several words.
      full_names =
          full_names || (line.label->style == LabelStyle::name && line.label->name.find(U' ') != std::u32string::npos);
      ++count[line.label->style];
      if (line.label->style == LabelStyle::own_line) most_alone_ = std::max(most_alone_, ++alone[line.label->name]);
    }
    names_ = count[LabelStyle::name] > 1 && count[LabelStyle::name] >= 4 * count[LabelStyle::capitals];
    capitals_ = count[LabelStyle::capitals] > 0;
    record_ = !capitals_ && !names_ && count[LabelStyle::record] > 1;
    timed_ = count[LabelStyle::own_line_timed] > 1;
    alone_ = !capitals_ && !names_ && !record_ && !timed_ && most_alone_ > 1;
    names_ = names_ && (full_names || count[LabelStyle::name] * 4 >= paragraphs);
    bool const other = names_ || record_ || timed_ || alone_;
    dashes_ = !other && !capitals_ && opens_most(lines, LabelStyle::before_dash, paragraphs);
    stops_ = !other && !dashes_ && count[LabelStyle::before_stop] > 4 * count[LabelStyle::capitals] &&
             opens_most(lines, LabelStyle::before_stop, paragraphs);
    capitals_ = capitals_ && !stops_;
    questions_ = asked && (capitals_ || names_ || count[LabelStyle::question_answer] > 1);
  }

  bool accepts(LabelledLine const& line) const {
    switch (line.label->style) {
      case LabelStyle::capitals:
        return capitals_;
      case LabelStyle::name:
        return names_ || (capitals_ && names_a_person_too(line));
      case LabelStyle::record:
        return record_;
      case LabelStyle::before_dash:
        return dashes_;
      case LabelStyle::before_stop:
        return stops_;
      case LabelStyle::own_line_timed:
        return timed_;
      case LabelStyle::own_line:
        return alone_;
      case LabelStyle::question_answer:
        return questions_;
    }
    return false;
  }

 private:
  // Whether labels of a style that prose has too open half of the paragraphs, and most of them recur.
  bool opens_most(std::vector<LabelledLine> const& lines, LabelStyle style, std::size_t paragraphs) const {
    constexpr std::size_t fewest = 3;
    std::size_t labels = 0;
    std::size_t recurring = 0;
    std::set<std::u32string_view> names;
    for (auto const& line : lines) {
      if (!line.label || line.label->style != style) continue;
      ++labels;
      recurring += names_of_.at(line.label->name) > 1;
      names.insert(line.label->name);
    }
    return labels >= fewest && names.size() > 1 && labels * 2 >= paragraphs && recurring * 5 >= labels * 3;
  }

  // Labels that count beside those in capitals: "Interviewer:", or a full name that starts several paragraphs.
  bool names_a_person_too(LabelledLine const& line) const {
    auto const name = line.label->name;
    if (!line.line.opens_paragraph || names_of_.at(name) < 2) return false;
    auto const words = text::split_words(text::to_utf8(name));
    return words.size() > 1 || (words.size() == 1 && is_person_word(words.key(0)));
  }

  NameCount names_of_;
  bool names_ = false;
  bool capitals_ = false;
  bool record_ = false;
  bool timed_ = false;
  bool alone_ = false;
  bool questions_ = false;
  bool dashes_ = false;
  bool stops_ = false;
  std::size_t most_alone_ = 0;
};

}  // namespace

std::vector<LabelledLine> with_labels(std::vector<TranscriptLine>&& lines) {
  std::vector<LabelledLine> result;
  result.reserve(lines.size());
  for (auto const& line : lines) result.push_back(labelled(line, !result.empty() && result.back().is_clock));
  lines = std::vector<TranscriptLine>();  // "= {}" would keep the memory
  drop_header_fields(result);
  LabelStyleChooser const chooser(result);
  for (auto& line : result) {
    if (line.label && !chooser.accepts(line)) line.label.reset();
    if (!line.label && !line.is_clock) line.has_clock = clock_head(line.line.text).has_value();
  }
  part_at_labels_inside(result);
  return result;
}

}  // namespace quoth::transcripts
