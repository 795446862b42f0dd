// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "text/unicode/char_class.hpp"
#include "text/words/plain_block.hpp"

namespace quoth::text {

// Tokenizer: splits a UTF-8 text into words and passes each to the sink. Bytes that are not UTF-8 belong to no word.
// Blocks of plain letters are scanned by SIMD (see PlainBlock), anything else by the scalar `scan_item`. The sink has:
//
//   void plain(first, last, chars, count)
//       A word of A to Z and ', whose key is `chars` in lower case. It may read up to seven bytes behind them.
//   void other(first, last, key)
//       Any other word.
//   bool full()
//       Whether to stop. A few words may still come after that.
//
// `first` and `last` are byte offsets in the text.
template <typename Sink>
class WordScanner {
 public:
  // Begins at byte `at`, which must be 0 or where another scan of the text has stopped.
  WordScanner(std::string_view text, Sink& sink, std::size_t at = 0) : text_(text), sink_(sink), at_(at) {}

  void scan() {
    while (at_ < text_.size() && !sink_.full()) scan_block();
  }

  // The byte up to which the text is read; beyond its end once all is.
  std::size_t at() const { return at_; }

 private:
  static constexpr std::size_t fold_bytes = sizeof(std::uint64_t);

  // The text from `begin` on, and the bitmasks of its first bytes.
  struct Block {
    Block(std::size_t first, char const* from) : begin(first), bytes(from), words(from) {}

    std::size_t begin;
    char const* bytes;  // of the block and at least seven more, whose values do not matter
    PlainBlock words;
  };

  static std::size_t first_of(std::uint64_t set) { return static_cast<std::size_t>(std::countr_zero(set)); }

  char const* bytes() {
    if (text_.size() - at_ >= PlainBlock::size + fold_bytes) return text_.data() + at_;
    end_of_text_.fill(0);
    text_.copy(end_of_text_.data(), PlainBlock::size, at_);
    return end_of_text_.data();
  }

  void scan_block() {
    Block const block(at_, bytes());
    auto begins = block.words.begins();
    auto ends = block.words.ends();
    for (auto stops = block.words.stops();;) {
      auto const before_stop = (stops & (~stops + 1)) - 1;
      for (auto plain = ends & before_stop; plain != 0; plain &= plain - 1, begins &= begins - 1)
        give_plain(block, first_of(begins), first_of(plain));
      if (stops == 0) break;
      auto const stop = first_of(stops);
      auto const next = scan_unclear(block, std::min(first_of(begins), stop), stop);
      if (next >= PlainBlock::size) {
        at_ = block.begin + next;
        return;
      }
      auto const rest = ~std::uint64_t{0} << next;
      begins &= rest;
      ends &= rest << 1;  // a word that ends there was read
      stops &= rest;
    }
    // A word that may continue beyond the block is read again, as the start of the next.
    at_ = block.begin + first_of(begins);
    if (first_of(begins) == 0) scan_item();
  }

  void give_plain(Block const& block, std::size_t first, std::size_t last) {
    sink_.plain(static_cast<std::uint32_t>(block.begin + first), static_cast<std::uint32_t>(block.begin + last),
                block.bytes + first, last - first);
  }

  // Lets the scalar code decide what begins at `first`, letters up to `last` or none, and the byte at `last`. Returns
  // the byte after.
  std::size_t scan_unclear(Block const& block, std::size_t first, std::size_t last) {
    if (auto const next = last + mark_bytes; next < PlainBlock::size && is_mark(block.bytes + last)) {
      if (first == last) return next;
      if (!is_apostrophe(block.bytes + last)) {
        give_plain(block, first, last);
        return next;
      }
      auto const more = block.words.letters(next);
      if (more > 0 && block.words.ends_word(next + more)) {
        give_joined(block, first, last, more);
        return next + more;
      }
    }
    at_ = block.begin + first;
    scan_item();
    return at_ - block.begin;
  }

  // A word with a typographic apostrophe between letters: "don’t".
  void give_joined(Block const& block, std::size_t first, std::size_t last, std::size_t more) {
    auto const count = last - first;
    copy_letters(block.bytes + first, count, joined_.data());
    joined_[count] = '\'';
    copy_letters(block.bytes + last + mark_bytes, more, joined_.data() + count + 1);
    auto const end = last + mark_bytes + more;
    sink_.plain(static_cast<std::uint32_t>(block.begin + first), static_cast<std::uint32_t>(block.begin + end),
                joined_.data(), count + 1 + more);
  }

  static void copy_letters(char const* from, std::size_t count, char* to) {
    for (std::size_t i = 0; i < count; i += fold_bytes) std::memcpy(to + i, from + i, fold_bytes);
  }

  // The UTF-8 bytes of U+2010 to U+203F, of which only the apostrophes can be part of a word.
  static constexpr std::size_t mark_bytes = 3;
  static bool is_mark(char const* bytes) {
    return bytes[0] == '\xe2' && bytes[1] == '\x80' && static_cast<unsigned char>(bytes[2]) >= 0x90;
  }
  static bool is_apostrophe(char const* mark) { return mark[2] == '\x98' || mark[2] == '\x99'; }

  // Scalar reference: reads a word of any kind, or a character outside words.
  void scan_item() {
    auto const c = char_at(text_, at_);
    switch (c.char_class) {
      case CharClass::letter:
      case CharClass::digit:
        scan_word();
        break;
      case CharClass::percent:
        key_ = "percent";
        scan_single(c);
        break;
      case CharClass::ideograph:
        key_.clear();
        append_folded(c.code_point, key_);
        scan_single(c);
        break;
      default:
        at_ += c.bytes;
    }
  }

  void scan_single(Char c) {
    auto const first = static_cast<std::uint32_t>(at_);
    at_ += c.bytes;
    sink_.other(first, first + c.bytes, key_);
  }

  bool is(std::size_t at, CharClass char_class) const { return char_at(text_, at).char_class == char_class; }
  bool is_letter_or_digit(std::size_t at) const {
    auto const found = char_at(text_, at).char_class;
    return found == CharClass::letter || found == CharClass::digit;
  }

  // Takes the letters A to Z that come next, and returns their number.
  std::size_t take_plain_letters() {
    auto const is_plain = [](char c) { return static_cast<unsigned char>((c | 0x20) - 'a') < 26; };
    auto const* const first = text_.data() + at_;
    auto const* const end = text_.data() + text_.size();
    auto const* last = first;
    while (last < end && is_plain(*last)) ++last;
    auto const count = static_cast<std::size_t>(last - first);
    key_.append(first, count);
    for (auto i = key_.size() - count; i < key_.size(); ++i) key_[i] |= 0x20;
    at_ += count;
    return count;
  }

  void scan_word() {
    auto const first = static_cast<std::uint32_t>(at_);
    auto last = first;
    bool initials = true;  // whether there are only single letters with dots between them so far
    auto previous = CharClass::other;
    key_.clear();
    for (;;) {
      if (auto const count = take_plain_letters(); count > 0) {
        initials = initials && count == 1 && previous != CharClass::letter;
        previous = CharClass::letter;
        last = static_cast<std::uint32_t>(at_);
      }
      auto const c = char_at(text_, at_);
      if (c.char_class == CharClass::other) break;
      auto const next = at_ + c.bytes;
      if (c.char_class == CharClass::letter || c.char_class == CharClass::digit) {
        initials = initials && c.char_class == CharClass::letter && previous != CharClass::letter;
        append_folded(c.code_point, key_);
        last = static_cast<std::uint32_t>(next);
      } else if (c.char_class == CharClass::apostrophe && is_letter_or_digit(next)) {
        key_ += '\'';
      } else if (c.char_class == CharClass::full_stop && previous == CharClass::digit && is(next, CharClass::digit)) {
        key_ += '.';
      } else if ((c.char_class == CharClass::comma && previous == CharClass::digit && starts_thousands(next)) ||
                 (c.char_class == CharClass::full_stop && initials && is_initial(next))) {
        // part of the word, but not of the key
      } else if (c.char_class == CharClass::ignorable) {
        at_ = next;
        continue;
      } else {
        break;
      }
      previous = c.char_class;
      at_ = next;
    }
    sink_.other(first, last, key_);
  }

  // Whether a group of thousands starts there, three digits and no fourth: "5,000", but not "4,5" or "2016,2017".
  bool starts_thousands(std::size_t at) const {
    auto const digits = text_.substr(at, 4).find_first_not_of("0123456789");
    return digits == 3 || (digits == text_.npos && text_.size() == at + 3);
  }

  // Whether a single letter is there: the S of "U.S."
  bool is_initial(std::size_t at) const {
    auto const c = char_at(text_, at);
    return c.char_class == CharClass::letter && !is_letter_or_digit(at + c.bytes);
  }

  std::string_view text_;
  Sink& sink_;
  std::size_t at_;
  std::string key_;  // of the word that is being read
  // Left uninitialised: each is filled before it is read.
  std::array<char, PlainBlock::size + fold_bytes> end_of_text_;
  std::array<char, PlainBlock::size + 2 * fold_bytes> joined_;
};

}  // namespace quoth::text
