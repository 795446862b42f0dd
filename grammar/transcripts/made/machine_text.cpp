// SPDX-License-Identifier: MIT
#include "grammar/transcripts/made/machine_text.hpp"

#include "grammar/transcripts/made/made_tuning.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/char_class.hpp"
#include "text/unicode/letter_case.hpp"
#include "text/words/white_space.hpp"

namespace quoth::transcripts {

namespace {

using Tuned = PunctuationTuning;

bool is_cased(char32_t c) { return text::is_upper(c) || text::is_lower(c); }

// Whether it is punctuation: neither of a word nor of a number, nor a sign that stands for a word.
bool is_mark(char32_t c) {
  return !text::is_letter(c) && !text::is_ascii_digit(c) &&
         std::u32string_view(U"'’‘&%$#@*/+_\\=<>|~^").find(c) == std::u32string::npos;
}

// Counts words in runs between marks of punctuation.
class Runs {
 public:
  void add(std::string_view word) {
    bool spoken = false;
    bool cased = false;
    bool mark = false;  // whether the last character is one
    bool any_mark = false;
    for (std::size_t at = 0; at < word.size();) {
      auto const c = text::char_at(word, at);
      auto const code_point = static_cast<char32_t>(c.code_point);
      mark = is_mark(code_point);
      if (at == 0 && mark) close();
      any_mark = any_mark || mark;
      spoken = spoken || text::is_letter(code_point) || text::is_ascii_digit(code_point);
      cased = cased || is_cased(code_point) || text::is_ascii_digit(code_point);
      at += c.bytes;
    }
    if (!spoken) {
      marks_ += run_ > 0 && any_mark;
      return close();
    }
    ++words_;
    cased_ += cased;
    ++run_;
    if (!mark) return;
    ++marks_;
    close();
  }

  // Ends a run.
  void close() {
    if (run_ >= Tuned::run) in_runs_ += run_;
    if (run_ >= Tuned::long_run) in_long_runs_ += run_;
    run_ = 0;
  }

  bool lack_marks() const {
    auto const share = [&](std::size_t count) { return static_cast<double>(count) / static_cast<double>(words_); };
    if (words_ < Tuned::fewest_words || share(cased_) < Tuned::with_capitals) return false;
    if (share(in_long_runs_) >= Tuned::in_long_runs) return true;
    return words_ >= Tuned::many_words && share(in_runs_) >= Tuned::in_runs && share(marks_) < Tuned::marks;
  }

 private:
  std::size_t words_ = 0;
  std::size_t cased_ = 0;
  std::size_t marks_ = 0;
  std::size_t run_ = 0;
  std::size_t in_runs_ = 0;
  std::size_t in_long_runs_ = 0;
};

}  // namespace

bool LiveTyping::is_live() const {
  return capitals_ >= LiveTuning::fewest_letters && capitals_ >= LiveTuning::capitals_to_small * small_ &&
         changes_ >= LiveTuning::fewest_changes;
}

bool lacks_punctuation(std::vector<Utterance> const& turns) {
  Runs runs;
  std::string_view speaker;
  for (auto const& turn : turns) {
    // A turn without a speaker may go on in the next; one with a speaker needs no mark at its end.
    if (!turn.speaker.empty() || turn.speaker != speaker) runs.close();
    speaker = turn.speaker;
    std::string_view const words = turn.text;
    for (auto word = text::next_at_white_space(words, 0); word.first < word.last;
         word = text::next_at_white_space(words, word.last))
      runs.add(words.substr(word.first, word.last - word.first));
  }
  runs.close();
  return runs.lack_marks();
}

void judge_made(Source& source) {
  bool const may_be = !source.made_known && source.kind == SourceKind::transcript && source.made == Made::spoken;
  if (may_be && lacks_punctuation(source.utterances)) source.made = Made::asr;
}

}  // namespace quoth::transcripts
