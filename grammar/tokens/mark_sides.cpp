// SPDX-License-Identifier: MIT
#include "grammar/tokens/mark_sides.hpp"

#include "grammar/tokens/characters.hpp"
#include "grammar/tokens/class_lexicon.hpp"

namespace quoth::grammar {

namespace {

bool is_opening_bracket(char32_t c) {
  return c == U'(' || c == U'[' || c == U'{' || c == U'/' || c == U'¿' || c == U'¡';
}

bool is_closing_punctuation(char32_t c) {
  return c == U',' || c == U'.' || c == U'!' || c == U'?' || c == U';' || c == U':' || c == U'…' || c == U')' ||
         c == U']' || c == U'}';
}

struct Neighbours {
  char32_t before;
  char32_t after;

  bool space_before() const { return is_space(before); }
  bool space_after() const { return is_space(after); }
  // Whether an opening mark may be right after the character before.
  bool room_before() const {
    auto const kind = kind_of(before);
    return kind == CharKind::space || kind == CharKind::dash || kind == CharKind::mark || is_opening_bracket(before);
  }
  // Whether a closing mark may be right before the character after.
  bool room_after() const {
    auto const kind = kind_of(after);
    return kind == CharKind::space || kind == CharKind::dash || kind == CharKind::mark || is_closing_punctuation(after);
  }
  bool text_after() const { return !space_after() && !is_closing_punctuation(after); }
};

// Whether the word at `at` is one that begins with an apostrophe, such as "’em"; `at` is after the apostrophe.
bool starts_elision(std::u32string_view block, std::uint32_t at) {
  auto key = empty_key;
  auto i = at;
  while (i < block.size() && is_letter(block[i])) key = extend(key, fold_case(block[i++]));
  return i > at && kind_of(block[at]) == CharKind::letter && lexicon().classes_of(key).has(WordClass::elision);
}

// Whether a decade or a year in two digits starts at `at`: "’90s", "’16".
bool starts_decade(std::u32string_view block, std::uint32_t at) {
  if (at + 2 > block.size() || !is_digit(block[at]) || !is_digit(block[at + 1])) return false;
  auto const next = at + 2 < block.size() ? block[at + 2] : U' ';
  return next == U's' || !is_digit(next);
}

class MarkReader {
 public:
  MarkReader(std::u32string_view block, std::uint32_t first, std::uint32_t last)
      : block_(block),
        first_(first),
        last_(last),
        near_{first > 0 ? block[first - 1] : U' ', last < block.size() ? block[last] : U' '} {}

  MarkSides read() const {
    auto const c = block_[first_];
    if (last_ - first_ > 1) return doubled(c);
    switch (c) {
      case U'"':
        return straight();
      case U'“':
      case U'‟':
        return leaning_open(MarkFamily::double_mark);
      case U'”':
        return leaning_close(MarkFamily::double_mark);
      case U'„':
        return {MarkFamily::double_mark, true, false, false};
      case U'‚':
        return {MarkFamily::single_mark, near_.text_after(), false, false};
      case U'‘':
      case U'‛':
        return is_apostrophe_before_word() ? MarkSides{} : leaning_open(MarkFamily::single_mark);
      case U'’':
      case U'´':
        if (ends_and()) return {};
        return {MarkFamily::single_mark, false, closes(), may_be_apostrophe()};
      case U'`':
        return {MarkFamily::single_mark, near_.room_before() && near_.text_after(), false, false};
      case U'\'':
        return single_straight();
      case U'«':
        return leaning_open(MarkFamily::guillemet);
      case U'»':
        return leaning_close(MarkFamily::guillemet);
      case U'‹':
        return leaning_open(MarkFamily::single_guillemet);
      case U'›':
        return leaning_close(MarkFamily::single_guillemet);
      case U'「':
        return {MarkFamily::corner, true, false, false};
      case U'」':
        return {MarkFamily::corner, false, true, false};
      case U'『':
        return {MarkFamily::white_corner, true, false, false};
      case U'』':
        return {MarkFamily::white_corner, false, true, false};
      default:
        return {};
    }
  }

 private:
  bool ellipsis_after() const {
    return near_.after == U'…' || (near_.after == U'.' && last_ + 1 < block_.size() && block_[last_ + 1] == U'.');
  }
  bool opens() const { return near_.room_before() && (near_.text_after() || ellipsis_after()); }
  bool closes() const { return !near_.space_before() && !is_opening_bracket(near_.before) && near_.room_after(); }

  bool is_apostrophe_before_word() const { return starts_elision(block_, last_) || starts_decade(block_, last_); }

  // Whether the mark may be an apostrophe or stand for feet: "the voters’ rights", "nothin’ doing", 6' tall.
  bool may_be_apostrophe() const {
    auto const c = fold_case(near_.before);
    bool const dropped_g = c == U'n' && first_ > 1 && fold_case(block_[first_ - 2]) == U'i';
    return c == U's' || c == U'z' || c == U'x' || dropped_g || is_digit(c);
  }

  // With space on both sides or on neither, only the punctuation before the mark can tell.
  MarkSides crowded(MarkFamily family) const {
    if (near_.space_before() && near_.space_after()) return {family, true, true, true};
    if (near_.before == U',' || near_.before == U'.' || near_.before == U'!' || near_.before == U'?') {
      return {family, false, true, false};
    }
    return {family, near_.before == U':', false, false};
  }

  MarkSides straight() const {
    if (near_.before == U'=') return {};  // an attribute of markup
    if (!opens() && !closes()) return crowded(MarkFamily::double_mark);
    return {MarkFamily::double_mark, opens(), closes(), is_digit(near_.before)};
  }

  // Whether it is the second mark of "rock ’n’ roll".
  bool ends_and() const {
    if (first_ < 2 || fold_case(block_[first_ - 1]) != U'n') return false;
    auto const c = block_[first_ - 2];
    return c == U'’' || c == U'\'' || c == U'‘';
  }

  MarkSides single_straight() const {
    if (ends_and()) return {};
    bool const can_open = opens() && !is_apostrophe_before_word();
    return {MarkFamily::single_mark, can_open, closes(), may_be_apostrophe()};
  }

  // A double mark typed as two backticks or two single marks.
  MarkSides doubled(char32_t c) const {
    if (c == U'`' || c == U'‘' || c == U'‚') return {MarkFamily::double_mark, true, false, false};
    if (!opens() && !closes()) return crowded(MarkFamily::double_mark);
    return {MarkFamily::double_mark, opens(), closes(), false};
  }

  // A glyph drawn as an opening mark; it closes in German and Swedish, and by mistake.
  MarkSides leaning_open(MarkFamily family) const {
    bool const turned = !near_.room_before() && near_.room_after();
    return {family, !turned, turned, false};
  }

  // A glyph drawn as a closing mark.
  MarkSides leaning_close(MarkFamily family) const {
    bool const at_start = near_.space_before() || is_opening_bracket(near_.before);
    bool const turned = at_start && near_.text_after();
    return {family, turned, !turned, false};
  }

  std::u32string_view block_;
  std::uint32_t first_;
  std::uint32_t last_;
  Neighbours near_;
};

}  // namespace

MarkSides mark_sides(std::u32string_view block, std::uint32_t first, std::uint32_t last) {
  return MarkReader(block, first, last).read();
}

}  // namespace quoth::grammar
