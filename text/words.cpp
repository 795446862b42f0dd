// SPDX-License-Identifier: MIT
#include "quoth/words.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>
#include <bit>
#include <cstring>

#include "quoth/unicode.hpp"

namespace quoth {

namespace {

enum class CharClass : std::uint8_t {
  other,
  letter,
  digit,
  apostrophe,
  full_stop,
  comma,
  percent,
  ideograph,
  ignorable
};

bool is_ideograph(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0x0E00 && c <= 0x0E7F);
}

CharClass class_of(UChar32 c) {
  switch (c) {
    case '\'':
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0xFF07:
      return CharClass::apostrophe;
    case '.':
      return CharClass::full_stop;
    case ',':
      return CharClass::comma;
    case '%':
      return CharClass::percent;
    case 0x00AD:  // soft hyphen
    case 0x200C:
    case 0x200D:
    case 0x2060:
      return CharClass::ignorable;
    default:
      break;
  }
  if (u_isdigit(c)) return CharClass::digit;
  if (is_ideograph(c)) return CharClass::ideograph;
  if (u_isalnum(c)) return CharClass::letter;
  auto const type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK)
    return CharClass::ignorable;
  if (type == U_OTHER_NUMBER) return CharClass::digit;  // "½", "²"
  return CharClass::other;
}

// What a letter or digit adds to the matching key, as UTF-8.
std::string fold(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  auto const* nfkd = icu::Normalizer2::getNFKDInstance(status);
  auto const decomposed = nfkd->normalize(icu::UnicodeString(c), status).foldCase();
  icu::UnicodeString bare;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    auto const part = decomposed.char32At(i);
    if (part == 0x2044) {
      bare.append(static_cast<UChar>('/'));
    } else if (u_charType(part) != U_NON_SPACING_MARK) {
      bare.append(part);
    }
  }
  std::string utf8;
  bare.toUTF8String(utf8);
  return utf8;
}

bool is_plain_letter(char c) {
  auto const lower = static_cast<unsigned char>(c | 0x20);
  return lower >= 'a' && lower <= 'z';
}

// Eight characters side by side. Folding A to Z is one bit of each.
struct EightChars {
  static constexpr std::uint64_t each = 0x0101010101010101U;

  explicit EightChars(char const* from) {
    std::memcpy(&chars, from, sizeof chars);
    lower = chars | 0x20 * each;
  }
  // How many of the first are A to Z. A sum has the top bit of a byte where the character is at least "a", and where it
  // is beyond "z".
  std::size_t plain_letters() const {
    auto const low_bits = lower & 0x7f * each;
    auto const letters = (low_bits + (0x80 - 'a') * each) & ~(low_bits + (0x7f - 'z') * each) & ~chars & 0x80 * each;
    auto const others = ~letters & 0x80 * each;
    if (others == 0) return sizeof chars;
    auto const bit = std::endian::native == std::endian::little ? std::countr_zero(others) : std::countl_zero(others);
    return static_cast<std::size_t>(bit) / 8;
  }

  std::uint64_t chars = 0;
  std::uint64_t lower = 0;
};

// Class and folding of the code points that make up nearly all European text, worked out once.
constexpr UChar32 cached_code_points = 0x250;

struct CharTable {
  std::array<CharClass, cached_code_points> classes{};
  std::array<std::string, cached_code_points> folded;

  CharTable() {
    for (UChar32 c = 0; c < cached_code_points; ++c) {
      auto const i = static_cast<std::size_t>(c);
      classes.at(i) = class_of(c);
      if (classes.at(i) == CharClass::letter || classes.at(i) == CharClass::digit) folded.at(i) = fold(c);
    }
  }
};

CharTable const& char_table() {
  static CharTable const table;
  return table;
}

struct Char {
  UChar32 code_point = 0;
  std::uint32_t bytes = 0;
  CharClass char_class = CharClass::other;
};

// Reads a valid UTF-8 text one word at a time.
class WordScanner {
 public:
  WordScanner(std::string_view text, std::vector<Word>& words, std::string& keys)
      : text_(text), words_(words), keys_(keys), table_(char_table()) {}

  void scan() {
    keys_.resize(text_.size() + margin);
    while (scan_plain_words()) {
      auto const c = peek(at_);
      switch (c.char_class) {
        case CharClass::letter:
        case CharClass::digit:
          scan_word();
          break;
        case CharClass::percent:
          add_single(c, "percent");
          break;
        case CharClass::ideograph:
          add_single(c, fold(c.code_point));
          break;
        default:
          at_ += c.bytes;
      }
    }
    keys_.resize(key_end_);
  }

 private:
  // Plain letters are written eight at a time, so that there is always room for the rest of the text and so many more.
  static constexpr std::size_t margin = sizeof(EightChars::lower);

  // Words of plain letters with a blank behind them, as nearly all are, in one go. False at the end of the text.
  bool scan_plain_words() {
    auto at = at_;
    auto* key = keys_.data() + key_end_;
    while (text_.size() - at > sizeof(EightChars::chars)) {
      if (text_[at] == ' ') {
        ++at;
        continue;
      }
      EightChars const eight(text_.data() + at);
      auto const count = eight.plain_letters();
      if (count == 0 || text_[at + count] != ' ') break;
      std::memcpy(key, &eight.lower, sizeof eight.lower);
      auto const key_first = static_cast<std::uint32_t>(key - keys_.data());
      auto const length = static_cast<std::uint32_t>(count);
      auto const first = static_cast<std::uint32_t>(at);
      words_.push_back({first, first + length, key_first, key_first + length});
      key += count;
      at += count + 1;
    }
    at_ = at;
    key_end_ = static_cast<std::size_t>(key - keys_.data());
    return at_ < text_.size();
  }

  Char peek(std::size_t at) const {
    if (at >= text_.size()) return {0, 0, CharClass::other};
    auto const byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) return {byte, 1, table_.classes[byte]};
    UChar32 c = 0;
    auto next = at;
    U8_NEXT_UNSAFE(reinterpret_cast<std::uint8_t const*>(text_.data()), next, c);
    auto const char_class = c < cached_code_points ? table_.classes[static_cast<std::size_t>(c)] : class_of(c);
    return {c, static_cast<std::uint32_t>(next - at), char_class};
  }

  bool is(std::size_t at, CharClass char_class) const { return peek(at).char_class == char_class; }
  bool is_letter_or_digit(std::size_t at) const {
    auto const found = peek(at).char_class;
    return found == CharClass::letter || found == CharClass::digit;
  }

  void add_single(Char c, std::string_view key) {
    auto const key_first = static_cast<std::uint32_t>(key_end_);
    append(key);
    auto const first = static_cast<std::uint32_t>(at_);
    at_ += c.bytes;
    words_.push_back({first, first + c.bytes, key_first, static_cast<std::uint32_t>(key_end_)});
  }

  void append(std::string_view key) {
    auto const needed = key_end_ + key.size() + text_.size() - at_ + margin;
    if (needed > keys_.size()) keys_.resize(2 * needed);
    key.copy(keys_.data() + key_end_, key.size());
    key_end_ += key.size();
  }

  void append_folded(Char c) {
    if (c.code_point < cached_code_points) {
      append(table_.folded[static_cast<std::size_t>(c.code_point)]);
    } else {
      append(fold(c.code_point));
    }
  }

  // Nearly every word is of A to Z alone, whose folding is one bit. Returns how many letters were taken.
  std::size_t append_plain_letters() {
    auto const first = at_;
    while (text_.size() - at_ >= sizeof(EightChars::chars)) {
      EightChars const eight(text_.data() + at_);
      auto const count = eight.plain_letters();
      std::memcpy(keys_.data() + key_end_, &eight.lower, sizeof eight.lower);
      key_end_ += count;
      at_ += count;
      if (count < sizeof eight.lower) return at_ - first;
    }
    for (; at_ < text_.size() && is_plain_letter(text_[at_]); ++at_)
      keys_[key_end_++] = static_cast<char>(text_[at_] | 0x20);
    return at_ - first;
  }

  void scan_word() {
    auto const first = static_cast<std::uint32_t>(at_);
    auto const key_first = static_cast<std::uint32_t>(key_end_);
    auto last = first;
    auto const plain = append_plain_letters();
    if (plain > 0) last = static_cast<std::uint32_t>(at_);
    bool initials = plain < 2;  // single letters with dots between them so far
    auto previous = plain > 0 ? CharClass::letter : CharClass::other;
    for (;;) {
      auto const c = peek(at_);
      if (c.char_class == CharClass::other) break;
      auto const next = at_ + c.bytes;
      if (c.char_class == CharClass::letter || c.char_class == CharClass::digit) {
        initials = initials && c.char_class == CharClass::letter && previous != CharClass::letter;
        append_folded(c);
        last = static_cast<std::uint32_t>(next);
      } else if (c.char_class == CharClass::apostrophe && is_letter_or_digit(next)) {
        append("'");
      } else if (c.char_class == CharClass::full_stop && previous == CharClass::digit && is(next, CharClass::digit)) {
        append(".");
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
    words_.push_back({first, last, key_first, static_cast<std::uint32_t>(key_end_)});
  }

  // Three digits and no fourth: "5,000", but not "4,5" or "2016,2017".
  bool starts_thousands(std::size_t at) const {
    auto const digits = text_.substr(at, 4).find_first_not_of("0123456789");
    return digits == 3 || (digits == text_.npos && text_.size() == at + 3);
  }

  // One letter that stands alone: the S of "U.S."
  bool is_initial(std::size_t at) const {
    auto const c = peek(at);
    return c.char_class == CharClass::letter && !is_letter_or_digit(at + c.bytes);
  }

  std::string_view text_;
  std::vector<Word>& words_;
  std::string& keys_;
  CharTable const& table_;
  std::size_t at_ = 0;
  std::size_t key_end_ = 0;  // of the keys written; what is behind it is room
};

}  // namespace

void split_words(std::string_view utf8, WordList& out) {
  out.clear();
  WordScanner(utf8, out.words_, out.keys_).scan();
}

WordList split_words(std::string_view utf8) {
  WordList words;
  split_words(utf8, words);
  return words;
}

}  // namespace quoth
