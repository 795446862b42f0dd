// SPDX-License-Identifier: MIT
#include "match/align/passage.hpp"

#include <algorithm>
#include <array>

#include "match/align/align_tuning.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/narrator_tag.hpp"
#include "match/words/note_number.hpp"
#include "text/unicode/ascii.hpp"

namespace quoth::match {

namespace {

// The number of tokens after which no further turn of a candidate is read.
constexpr std::size_t longest_passage = 40'000;

// The spans of words struck out in the transcript: "~~thirteen~~".
std::vector<ByteSpan> struck_out(std::string_view text) {
  std::vector<ByteSpan> found;
  for (auto open = text.find("~~"); open != text.npos;) {
    auto const close = text.find("~~", open + 2);
    if (close == text.npos) break;
    found.push_back({static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close + 2)});
    open = text.find("~~", close + 2);
  }
  return found;
}

// The spans of notes on what could not be heard or printed: "(BLEEP)", "[expletive]". Other than those of
// text::stage_directions, an article prints them in place of a word.
std::vector<ByteSpan> sound_notes(std::string_view text) {
  static constexpr std::array<std::string_view, 6> notes{"bleep",  "bleeped",   "beep",
                                                         "beeped", "expletive", "expletive deleted"};
  std::vector<ByteSpan> found;
  for (auto open = text.find_first_of("(["); open != text.npos; open = text.find_first_of("([", open + 1)) {
    auto const rest = text.substr(open + 1);
    auto const is_note = [&](std::string_view note) {
      if (rest.size() <= note.size() || (rest[note.size()] != ')' && rest[note.size()] != ']')) return false;
      return text::is_same_in_ascii_case(rest.substr(0, note.size()), note);
    };
    auto const* const note = std::ranges::find_if(notes, is_note);
    if (note == notes.end()) continue;
    found.push_back({static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(open + note->size() + 2)});
  }
  return found;
}

// The spans of marks that refer to a note or to literature: "[12]", "[4,5]", "[3–7]".
std::vector<ByteSpan> reference_marks(std::string_view text) {
  constexpr std::size_t longest_mark = 24;  // bytes
  std::vector<ByteSpan> found;
  for (auto open = text.find('['); open != text.npos; open = text.find('[', open + 1)) {
    auto const close = text.substr(open, longest_mark).find(']');
    if (close == text.npos || close < 2) continue;
    auto const inside = text.substr(open + 1, close - 1);
    if (!text::is_ascii_digit(inside.front()) || !text::is_ascii_digit(inside.back())) continue;
    // The bytes above 0x7F are those of a dash.
    if (std::ranges::any_of(
            inside, [&](char c) { return !text::is_ascii_digit(c) && c != ',' && c != ' ' && c != '-' && c >= 0; }))
      continue;
    found.push_back({static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(open + close + 1)});
  }
  return found;
}

// The most bytes reserved; a longer candidate is rarely read to its end.
constexpr std::size_t most_bytes_reserved = 5 * longest_passage;

std::size_t text_bytes(Candidate const& candidate) {
  std::size_t bytes = 0;
  for (auto const& window : candidate.windows) {
    for (auto const& turn : window.turns) bytes += turn.text.size();
  }
  return bytes;
}

}  // namespace

Passage::Passage(Candidate const& candidate, WordLanguage language) : kind_(candidate.source.kind), tokens_(language) {
  tokens_.reserve(std::min(text_bytes(candidate), most_bytes_reserved));
  std::uint32_t number = 0;
  for (auto const& window : candidate.windows) {
    for (auto const& turn : window.turns) {
      if (tokens_.size() > longest_passage || turns_.size() >= 0xFFFF) break;
      starts_.push_back(tokens_.size());
      turns_.push_back(&turn);
      windows_.push_back(number);
      tokens_.append(turn.text);
      mark_optional(turns_.size() - 1);
      mark_dispensable(turns_.size() - 1);
      note_words(turns_.size() - 1);
    }
    ++number;
  }
  starts_.push_back(tokens_.size());
  find_interruptions();
}

void Passage::mark_optional(std::size_t part) {
  auto const text = tokens_.text(part);
  auto const mark = [&](std::vector<ByteSpan> const& spans) {
    auto i = starts_[part];
    for (auto const& span : spans) {
      while (i < tokens_.size() && tokens_[i].first < span.first) ++i;
      for (; i < tokens_.size() && tokens_[i].last <= span.last; ++i) tokens_.at(i).set(WordToken::optional);
    }
  };
  for (auto i = starts_[part]; i < tokens_.size(); ++i) {
    if (is_note_number(tokens_, i)) tokens_.at(i).set(WordToken::optional);
  }
  mark(text::stage_directions(text));
  mark(struck_out(text));
  if (kind_ == SourceKind::document) mark(narrator_tags(text));
  if (text.find('(') == text.npos && text.find('[') == text.npos) return;
  mark(sound_notes(text));
  mark(reference_marks(text));
}

// The greatest distance, up to `farthest`, at which a token occurs again after itself; 0 for none.
std::size_t Passage::stands_again(std::size_t token, std::size_t farthest) const {
  auto behind = std::min(farthest, tokens_.size() - 1 - token);
  while (behind > 0 && tokens_[token + behind].id != tokens_[token].id) --behind;
  return behind;
}

// Marks fillers, and the first copy of up to three words that are said twice.
void Passage::mark_dispensable(std::size_t part) {
  auto const& fillers = filler_starts();
  for (auto i = starts_[part]; i < tokens_.size(); ++i) {
    auto const again = stands_again(i, PassageTuning::longest_repeat);
    if (again == 0 && !fillers.may_hold(tokens_[i].id)) continue;
    auto const filler = filler_at(tokens_, i);
    std::size_t length = filler.kind == Filler::Kind::always ? filler.tokens : 0;
    for (auto repeat = again; repeat > 0 && length == 0; --repeat) {
      if (i + 2 * repeat > tokens_.size()) continue;
      std::size_t same = 0;
      while (same < repeat && tokens_[i + same].id == tokens_[i + repeat + same].id) ++same;
      if (same == repeat) length = repeat;
    }
    for (auto k = i; k < std::min(i + length, tokens_.size()); ++k) tokens_.at(k).set(WordToken::dispensable);
  }
}

void Passage::note_words(std::size_t part) {
  for (auto i = starts_[part]; i < tokens_.size(); ++i) {
    words_.add(tokens_[i].id);
    if (is_clitic(tokens_[i])) clitics_.push_back(i);
  }
}

bool Passage::may_hold(WordToken const& word) const {
  if (is_clitic(word) || words_.may_hold(word.id)) return true;
  return std::ranges::any_of(clitics_, [&](std::size_t i) { return can_stand_for(tokens_[i], word.id); });
}

bool Passage::starts_turn(std::size_t token) const {
  return token == 0 || tokens_[token - 1].part != tokens_[token].part;
}

void Passage::find_interruptions() {
  resumes_.assign(turns_.size(), 0);
  for (std::size_t part = 2; part < turns_.size(); ++part) {
    for (auto earlier = part - 1; earlier-- > 0;) {
      auto const between = starts_[part] - starts_[earlier + 1];
      if (windows_[earlier] != windows_[part] || between > PassageTuning::longest_interruption) break;
      if (turns_[earlier]->speaker != turns_[part]->speaker || turns_[earlier]->label != turns_[part]->label) continue;
      resumes_[part] = starts_[earlier + 1];
      break;
    }
  }
}

}  // namespace quoth::match
