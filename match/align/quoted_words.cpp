// SPDX-License-Identifier: MIT
#include "match/align/quoted_words.hpp"

#include <algorithm>
#include <iterator>

#include "match/align/align_tuning.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/note_number.hpp"
#include "match/words/sentence_start.hpp"

namespace quoth::match {

namespace {

bool is_letter_byte(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_plain_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

constexpr std::string_view ellipsis_sign = "…";

// The length of three or more full stops, with or without spaces between them; 0 for fewer.
std::size_t dots_at(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with('.')) return 0;
  std::size_t dots = 0;
  std::size_t end = at;
  for (auto i = at; i < text.size() && (text[i] == '.' || text[i] == ' '); ++i) {
    if (text[i] == ' ' && text.substr(i + 1, 1) != ".") break;
    if (text[i] == '.') {
      ++dots;
      end = i + 1;
    }
  }
  return dots >= 3 ? end - at : 0;
}

// Where a parenthesis that opens is no remark inside the text, [first, last]: no letter stands outside of it.
struct Enclosing {
  std::size_t first = 0;
  std::size_t last = 0;

  bool contains(std::size_t at) const { return at >= first && at <= last; }
};

Enclosing enclosing(std::string_view text) {
  auto const first_letter = std::ranges::find_if(text, is_letter_byte);
  auto const behind_letters = std::find_if(text.rbegin(), text.rend(), is_letter_byte).base();
  auto const letters = static_cast<std::size_t>(behind_letters - text.begin());
  return {text.substr(0, letters).rfind(')') + 1, static_cast<std::size_t>(first_letter - text.begin())};
}

// Whether a word was hyphenated at the end of a line.
bool is_parted(std::string_view surface) {
  return surface.find("-\n") != surface.npos || surface.find("\u00AD ") != surface.npos ||
         surface.find("\u00AD\n") != surface.npos;
}

// The longest prefix of at most `bytes` bytes that does not split a code point.
std::string_view head(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80) --bytes;
  return text.substr(0, bytes);
}

}  // namespace

std::size_t ellipsis_at(std::string_view text, std::size_t at) {
  constexpr std::size_t most_brackets = 3;  // around an ellipsis: "([...])"
  std::size_t brackets = 0;
  while (brackets < most_brackets && at + brackets < text.size() &&
         (text[at + brackets] == '[' || text[at + brackets] == '('))
    ++brackets;
  auto const inside = at + brackets;
  auto const is_sign = text.substr(inside).starts_with(ellipsis_sign);
  auto const length = is_sign ? ellipsis_sign.size() : dots_at(text, inside);
  if (length == 0) return 0;
  auto end = inside + length;
  for (auto open = inside; open-- > at; ++end) {
    if (end == text.size() || text[end] != (text[open] == '[' ? ']' : ')')) return 0;
  }
  return end - at;
}

QuotedWords::QuotedWords(std::vector<std::string> const& segments, WordLanguage language) : tokens_(language) {
  for (auto const& segment : segments) {
    if (clean_.size() >= longest_bytes) {
      cut_short_ = true;
      break;
    }
    if (!clean_.empty()) {
      clean_ += '\n';
      marks_.push_back({clean_.size(), Join::tag});
    }
    auto const kept = head(segment, longest_bytes);
    cut_short_ = cut_short_ || kept.size() < segment.size();
    if (segment_at_ > 0) ++segment_at_;
    shift_to(0);
    read(kept);
    segment_at_ += segment.size();
  }
  tokens_.append(clean_);
  mark_tokens();
  weigh_tokens();
}

void QuotedWords::read(std::string_view segment) {
  auto const around_all = enclosing(segment);
  auto const remarks = text::stage_directions(segment);
  auto remark = remarks.begin();
  for (std::size_t at = 0; at < segment.size();) {
    while (remark != remarks.end() && remark->last <= at) ++remark;
    if (remark != remarks.end() && remark->first == at) {
      remarks_.push_back({clean_.size(), clean_.size() + remark->last - remark->first});
      clean_ += segment.substr(at, remark->last - remark->first);
      at = remark->last;
    } else if (auto const ellipsis = ellipsis_at(segment, at); ellipsis > 0) {
      clean_ += ' ';
      marks_.push_back({clean_.size(), Join::ellipsis});
      at += ellipsis;
      shift_to(at);
    } else if (segment[at] == '(' && around_all.contains(at)) {
      ++at;
      shift_to(at);
    } else if (segment[at] == '[' || segment[at] == '(') {
      at = read_bracket(segment, at);
    } else {
      clean_ += segment[at++];
    }
  }
}

// Reads a bracket or, as newspapers have it that print no brackets, a parenthesis: the words of "[the bill]" are kept
// and marked; "[t]he" and "want[ed]" become one word.
std::size_t QuotedWords::read_bracket(std::string_view segment, std::size_t at) {
  constexpr std::size_t longest_bracket = 200;  // bytes; a longer bracket counts as never closed
  auto const length = segment.substr(at, longest_bracket).find(segment[at] == '[' ? ']' : ')');
  if (length == segment.npos) {
    clean_ += ' ';
    return at + 1;
  }
  auto const inside = segment.substr(at + 1, length - 1);
  auto const end = at + length + 1;
  auto const joined_before = at > 0 && is_letter_byte(segment[at - 1]);
  auto const joined_after = end < segment.size() && is_plain_letter(segment[end]);
  if (!joined_before && !clean_.empty() && clean_.back() != ' ' && clean_.back() != '\n') clean_ += ' ';
  auto const first = clean_.size();
  shift_to(at + 1);
  clean_ += inside;
  brackets_.push_back({first, clean_.size()});
  if (!joined_after && end < segment.size() && is_letter_byte(segment[end]) && !segment.substr(end).starts_with("’"))
    clean_ += ' ';
  shift_to(end);
  return end;
}

std::size_t QuotedWords::printed_at(std::size_t clean) const {
  auto const shift = std::prev(std::ranges::upper_bound(shifts_, clean, {}, &Shift::clean));
  return shift->printed + clean - shift->clean;
}

ByteSpan QuotedWords::span_of(std::size_t first, std::size_t last) const {
  if (tokens_.empty()) return {};
  if (first >= tokens_.size()) {
    auto const end = static_cast<std::uint32_t>(printed_at(tokens_[tokens_.size() - 1].last - 1U) + 1);
    return {end, end};
  }
  auto const clean_first = tokens_[first].first;
  auto begin = printed_at(clean_first);
  if (first >= last) return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin)};
  auto const clean_last = tokens_[last - 1].last;
  auto end = printed_at(clean_last - 1U) + 1;
  for (auto const& bracket : brackets_) {
    if (bracket.first == bracket.last) continue;
    if (bracket.first == clean_first) --begin;
    if (bracket.last == clean_last) ++end;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

void QuotedWords::mark_tokens() {
  joins_.assign(tokens_.size(), Join::none);
  auto mark = marks_.begin();
  auto bracket = brackets_.begin();
  auto remark = remarks_.begin();
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    auto& token = tokens_.at(i);
    if (i > 0 && begins_sentence(tokens_, i)) joins_[i] = Join::sentence;
    for (; mark != marks_.end() && mark->at <= token.first; ++mark) joins_[i] = std::max(joins_[i], mark->join);
    while (bracket != brackets_.end() && bracket->last <= token.first) ++bracket;
    while (remark != remarks_.end() && remark->last <= token.first) ++remark;
    if (bracket != brackets_.end() && bracket->first < token.last) {
      // In "[the bill]'s" the clitic is outside the bracket.
      auto const clitic = tokens_.is_second_half(i);
      auto const stem = token.is(WordToken::contracted) && !clitic;
      if (bracket->first <= token.first && (token.last <= bracket->last || stem)) {
        token.set(WordToken::bracketed);
      } else if (!clitic) {
        token.set(WordToken::part_bracketed);
      }
    }
    if (remark != remarks_.end() && remark->first <= token.first) token.set(WordToken::optional);
    if (is_note_number(tokens_, i)) token.set(WordToken::optional);
  }
  if (!joins_.empty()) joins_[0] = Join::none;
  trails_off_ = !tokens_.empty() &&
                std::any_of(mark, marks_.end(), [](Mark const& behind) { return behind.join == Join::ellipsis; });
}

void QuotedWords::weigh_tokens() {
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    auto const counts = !tokens_[i].is(WordToken::bracketed) && !tokens_[i].is(WordToken::optional);
    weights_.push_back(!counts ? 0 : is_function_word(tokens_.key(i)) ? PassageTuning::function_word_weight : 1);
  }
}

std::string QuotedWords::search_words() const {
  std::string words;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    auto const& token = tokens_[i];
    if (token.is(WordToken::bracketed) || token.is(WordToken::optional)) continue;
    if (tokens_.is_second_half(i)) continue;
    if (!words.empty()) words += ' ';
    auto const surface = tokens_.surface(i);
    words += is_parted(surface) ? tokens_.key(i) : surface;
  }
  return words;
}

}  // namespace quoth::match
