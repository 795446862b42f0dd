// SPDX-License-Identifier: MIT
#include "grammar/transcripts/kind/turn_evidence.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

#include "grammar/transcripts/kind/kind_tuning.hpp"
#include "text/names/name_lexicon.hpp"
#include "text/names/role_nouns.hpp"
#include "text/unicode/letter_case.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/data_lines.hpp"
#include "text/words/words.hpp"
#include "transcript_data.hpp"

namespace quoth::transcripts {

namespace {

using Tuned = KindTuning;
using Words = std::unordered_set<std::string_view>;

Words words_of(std::string_view file) {
  auto const lines = text::lines_of(file);
  return {lines.begin(), lines.end()};
}

bool ends_sentence(std::u32string_view text) {
  auto const last = text.find_last_not_of(U" \t\r\"”’')]*_");
  return last != text.npos && std::u32string_view(U".?!…:—-").find(text[last]) != std::u32string_view::npos;
}

// Whether a sentence ends in the line, after a word and before a blank or the end.
bool has_sentence(std::u32string_view line) {
  for (std::size_t i = 1; i < line.size(); ++i) {
    bool const mark = std::u32string_view(U".?!…").find(line[i]) != std::u32string_view::npos;
    auto const next = line.substr(i + 1).substr(0, 1);
    bool const parts = next.empty() || std::u32string_view(U" \t\r\"”’)]*_").find(next[0]) != std::u32string_view::npos;
    if (mark && parts && !(line[i - 1] >= U'0' && line[i - 1] <= U'9')) return true;
  }
  return false;
}

std::size_t count_words(std::u32string_view text) {
  std::size_t count = 0;
  bool in_word = false;
  for (auto const c : text) {
    bool const letter = text::is_letter(c);
    count += letter && !in_word;
    in_word = letter || (in_word && (c == U'\'' || c == U'’'));
  }
  return count;
}

// Names of programs and their parts: "SQLITE_SOURCE_ID", "Makefile.am".
bool is_identifier(std::string_view label) {
  auto const mark = label.find_first_of("_/\\<>=");
  auto const stop = label.find('.');
  bool const speaker = label.starts_with("SPEAKER_") || label.starts_with("Speaker_") || label.starts_with("spk_");
  return (mark != label.npos && !speaker) || (stop != label.npos && stop + 1 < label.size() && label[stop + 1] >= 'a');
}

bool is_field(text::WordList const& words) {
  static auto const fields = words_of(embedded::document_labels);
  if (words.empty()) return true;
  auto const last = words.key(words.size() - 1);
  bool const numbered = words.size() > 1 && last.find_first_not_of("0123456789") == last.npos;
  // "Example 1", "Bug fixes", "The following", but "THE CHAIR".
  auto const head = words.key(words.size() - 1 - numbered);
  return fields.contains(head) || (words.size() > 1 && words.key(0) != "the" && fields.contains(words.key(0)));
}

bool names_person(text::WordList const& words) {
  static auto const speakers = words_of(embedded::speaker_words);
  auto const& lexicon = text::name_lexicon();
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto const key = words.key(i);
    bool const name = lexicon.titles.contains(key) || lexicon.is_given_name(key);
    if (name || speakers.contains(key) || text::is_role_noun(key)) return true;
  }
  return false;
}

bool asks_frequently(std::u32string_view line) {
  bool found = false;
  text::each_word(text::to_utf8(line), [&](std::string_view, std::string_view key) {
    found = key == "faq" || key == "faqs" || key == "frequently";
    return !found;
  });
  return found;
}

// Counts over the lines in order.
class Counter {
 public:
  explicit Counter(std::vector<LabelledLine> const& lines) {
    for (auto const& line : lines) {
      if (line.label) ++names_[line.label->name];
    }
    found_.names = names_.size();
    for (auto const& line : lines) add(line);
    close();
  }

  TurnEvidence const& found() const { return found_; }

 private:
  void add(LabelledLine const& line) {
    auto const text = line.line.text;
    auto const speech = text.substr(line.label ? std::min(line.label->speech, text.size()) : 0);
    auto const words = count_words(speech);
    found_.paragraphs += line.line.opens_paragraph && !line.line.heading;
    found_.headings += line.line.heading && !line.label;
    under_label_ = line.label || (under_label_ && !line.line.heading);
    if (line.label) {
      close();
      add(*line.label);
      found_.inside += !line.line.opens_paragraph && is_broken(before_) && found_.words > Tuned::title_words;
    } else if (found_.labels == 0) {
      found_.words_before += words;
      found_.asks_often = found_.asks_often || asks_frequently(text);
    }
    found_.words += words;
    if (under_label_) found_.words_under += words;
    speaks_ = speaks_ || (under_label_ && words > 0 && has_sentence(speech));
    before_ = text;
  }

  void add(SpeakerLabel const& label) {
    ++found_.labels;
    found_.recurring += names_.at(label.name) > 1;
    bool const question = label.style == LabelStyle::question_answer;
    found_.questions += question;
    found_.answers += question && label.name == U"A";
    found_.alone += label.style == LabelStyle::own_line;
    auto const name = text::to_utf8(label.name);
    auto const words = text::split_words(name);
    bool const field = !question && (is_field(words) || is_identifier(name));
    bool const person = question || (!field && names_person(words));
    found_.people += person;
    found_.fields += field;
  }

  // Whether the sentence of a line goes on in the next.
  static bool is_broken(std::u32string_view line) {
    return line.size() >= Tuned::shortest_full_line && line.size() <= Tuned::longest_full_line && !ends_sentence(line);
  }

  void close() {
    found_.speech += speaks_;
    speaks_ = false;
  }

  TurnEvidence found_;
  std::map<std::u32string_view, std::size_t> names_;
  std::u32string_view before_;  // the line before
  bool under_label_ = false;
  bool speaks_ = false;  // whether a line of the turn ends a sentence
};

bool is_share(std::size_t part, std::size_t whole, std::size_t hundredths) { return part * 100 >= whole * hundredths; }

}  // namespace

bool TurnEvidence::tells_turns() const {
  if (labels == 0 || fields * 2 >= labels || inside * Tuned::labels_of_inside > labels) return false;
  if (questions == labels) return !asks_often;
  // "A" begins a sentence too, unless somebody asks.
  bool const answered = answers <= (questions - answers) * Tuned::answers_of_question;
  bool const of_people = (answered ? people : people - questions) * 2 >= labels;
  return of_people ? people_speak() : others_speak();
}

bool TurnEvidence::people_speak() const {
  if (!is_share(speech, labels, Tuned::people_with_speech)) return false;
  if (labels == 1) return is_share(words_under, words, 100 - Tuned::outside_lone_label);
  bool const dense = labels * Tuned::paragraphs_of_label >= paragraphs;
  bool const all_once = recurring == 0 && people < labels && labels * Tuned::paragraphs_of_once < paragraphs;
  auto const under = headings > labels ? Tuned::under_labels_in_parts : Tuned::under_labels;
  return !all_once && is_share(words_under, words, under) && (words_before <= Tuned::head_words || dense);
}

bool TurnEvidence::others_speak() const {
  auto const share = is_share(people, labels, Tuned::some_people) ? Tuned::of_many_paragraphs : Tuned::of_paragraphs;
  return names > 1 && alone * 2 < labels && labels >= headings * Tuned::labels_of_heading &&
         is_share(recurring, labels, Tuned::recurring) && is_share(speech, labels, Tuned::with_speech) &&
         is_share(labels, paragraphs, share);
}

TurnEvidence turn_evidence(std::vector<LabelledLine> const& lines) { return Counter(lines).found(); }

bool may_name_speaker(std::string_view label) { return !heads_field(label) && names_person(text::split_words(label)); }

bool heads_field(std::string_view label) { return is_field(text::split_words(label)) || is_identifier(label); }

bool is_running_text(std::vector<LabelledLine> const& lines) {
  static Words const of_speech{"i",  "you", "we",   "he",   "she", "they", "it",    "me",  "my",   "your",
                               "so", "um",  "yeah", "know", "uh",  "it's", "don't", "i'm", "well", "that's"};
  std::size_t words = 0;
  std::size_t spoken = 0;
  std::size_t english = 0;
  for (auto const& line : lines) {
    text::each_word(text::to_utf8(line.line.text), [&](std::string_view, std::string_view key) {
      ++words;
      english += key == "the";
      spoken += of_speech.contains(key);
      return true;
    });
  }
  return is_share(english, words, Tuned::english) ? is_share(spoken, words, Tuned::words_of_speech)
                                                  : words >= lines.size() * Tuned::words_of_line;
}

}  // namespace quoth::transcripts
