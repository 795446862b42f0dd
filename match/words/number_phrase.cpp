// SPDX-License-Identifier: MIT
#include "match/words/number_phrase.hpp"

#include <cmath>
#include <string>

#include "match/words/digits.hpp"
#include "match/words/number_word.hpp"
#include "match/words/word_filter.hpp"
#include "match/words/word_id.hpp"

namespace quoth::match {

namespace {

// Reads one number phrase, word by word, by recursive descent. total_ sums the finished groups ("two million"),
// current_ is the open one.
class NumberReader {
 public:
  NumberReader(text::WordList const& words, std::size_t at) : words_(words), start_(at), at_(at) {}

  std::optional<NumberPhrase> read() {
    if (!read_start()) return std::nullopt;
    while (!done_ && read_next()) {
    }
    NumberPhrase phrase;
    phrase.value = total_ + current_;
    phrase.words = at_ - start_;
    phrase.ordinal = ordinal_;
    phrase.decade = decade_;
    if (negative_) phrase.value = -phrase.value;
    phrase.in_words = in_words_;
    return phrase;
  }

 private:
  std::string_view key(std::size_t i) const { return i < words_.size() ? words_.key(i) : std::string_view{}; }
  NumberWord const* word(std::size_t i) const { return i < words_.size() ? number_word(words_.key(i)) : nullptr; }
  bool is_scale(std::size_t i) const {
    auto const* found = word(i);
    return found != nullptr && (found->kind == NumberKind::hundred || found->kind == NumberKind::scale);
  }

  bool read_start() {
    negative_ = key(at_) == "minus" || key(at_) == "negative";
    if (negative_) ++at_;
    if (auto const digits = digits_of(key(at_))) {
      in_words_ = false;
      current_ = digits->value;
      ordinal_ = digits->ordinal;
      decade_ = digits->decade;
      done_ = ordinal_ || decade_;
      digits_ = true;
      ++at_;
      return true;
    }
    if (key(at_) == "a" && is_scale(at_ + 1)) return take_scale(1, 2);
    if (key(at_) == "a" && key(at_ + 2) == "of" && part_of_one(at_ + 1) > 0) return take_part(2);
    if (key(at_) == "half" && key(at_ + 1) == "a" && is_scale(at_ + 2)) return take_scale(0.5, 3);
    if (key(at_) == "half" && key(at_ + 1) == "a" && key(at_ + 2).starts_with("percent")) {
      current_ = 0.5;
      at_ += 2;
      done_ = true;
      return true;
    }
    auto const* first = word(at_);
    if (first == nullptr) return false;
    switch (first->kind) {
      case NumberKind::unit:
      case NumberKind::teen:
      case NumberKind::tens:
        current_ = first->value;
        ++at_;
        return true;
      case NumberKind::ordinal_unit:
      case NumberKind::ordinal_tens:
        current_ = first->value;
        ordinal_ = done_ = true;
        ++at_;
        return true;
      case NumberKind::decade:
        current_ = first->value;
        decade_ = done_ = true;
        ++at_;
        return true;
      default:
        return false;
    }
  }

  // The denominator of "third" or "quarter" as a part of one thing; 0 for other words.
  double part_of_one(std::size_t i) const {
    if (key(i) == "quarter") return 4;
    auto const* found = word(i);
    return found != nullptr && found->kind == NumberKind::ordinal_unit && found->value >= 3 ? found->value : 0;
  }

  bool take_part(std::size_t count) {
    current_ = 1 / part_of_one(at_ + count - 1);
    at_ += count;
    done_ = true;
    return true;
  }

  bool take_scale(double factor, std::size_t count) {
    current_ = factor * word(at_ + count - 1)->value;
    if (word(at_ + count - 1)->kind == NumberKind::scale) close_group(word(at_ + count - 1)->value);
    at_ += count;
    return true;
  }

  void close_group(double scale) {
    total_ += current_;
    last_scale_ = scale;
    current_ = 0;
  }

  bool read_next() {
    if (key(at_) == "and") return read_and();
    if (is_oh(at_)) return read_year_with_zero();
    if (key(at_) == "hundreds") return read_century();
    if (key(at_) == "point" && !digits_) return read_decimals();
    if (at_ == start_ + 1 && key(start_) == "one" && part_of_one(at_) > 0) return take_part(1);
    auto const* next = word(at_);
    if (next == nullptr) return read_digit_unit();
    switch (next->kind) {
      case NumberKind::unit:
        if (digits_ || !takes_unit()) return false;
        return add(next->value);
      case NumberKind::teen:
      case NumberKind::tens:
        if (digits_) return false;
        if (takes_tens()) return add(next->value);
        return read_year(next->value);
      case NumberKind::hundred:
        return read_hundred();
      case NumberKind::scale:
        return read_scale(next->value);
      case NumberKind::decade:
        return read_decade(next->value);
      case NumberKind::ordinal_unit:
        if (digits_ || current_ < 20 || !takes_unit()) return false;
        ordinal_ = done_ = true;
        return add(next->value);
      case NumberKind::ordinal_tens:
        return read_ordinal_tens(next->value);
      case NumberKind::fraction:
        if (current_ <= 0 || current_ >= 20 || (digits_ && at_ != start_ + 1)) return false;
        current_ /= next->value;
        done_ = true;
        ++at_;
        return true;
      default:
        return false;
    }
  }

  bool takes_unit() const {
    auto const rest = std::fmod(current_, 100);
    return (rest >= 20 && std::fmod(rest, 10) == 0) || (rest == 0 && (current_ > 0 || total_ > 0));
  }
  bool takes_tens() const { return std::fmod(current_, 100) == 0 && (current_ > 0 || total_ > 0); }

  bool add(double value) {
    current_ += value;
    ++at_;
    return true;
  }

  // "nineteen ninety", "twenty twenty". A unit may follow.
  bool read_year(double value) {
    if (total_ > 0 || current_ < 16 || current_ > 21 || at_ - start_ > 2) return false;
    current_ = current_ * 100 + value;
    ++at_;
    return true;
  }

  // "nineteen oh five"
  bool read_year_with_zero() {
    auto const* unit = word(at_ + 1);
    bool const is_unit = unit != nullptr && unit->kind == NumberKind::unit && unit->value > 0;
    if (digits_ || !is_unit || !read_year(unit->value)) return false;
    ++at_;
    done_ = true;
    return true;
  }

  // "eighteen hundreds"
  bool read_century() {
    if (digits_ || total_ > 0 || current_ < 11 || current_ > 20) return false;
    decade_ = done_ = true;
    current_ *= 100;
    ++at_;
    return true;
  }

  // "nineteen sixties"
  bool read_decade(double value) {
    if (digits_ || !read_year(value)) return false;
    decade_ = done_ = true;
    return true;
  }

  bool read_hundred() {
    if (current_ <= 0 || current_ >= 100) return false;
    current_ *= 100;
    digits_ = false;
    ++at_;
    return true;
  }

  // "a hundred twentieth", "two hundredth", "five thousandth"
  bool read_ordinal_tens(double value) {
    if (digits_) return false;
    bool const read = value < 100 ? takes_tens() && add(value) : value == 100 ? read_hundred() : read_scale(value);
    ordinal_ = done_ = read;
    return read;
  }

  bool read_scale(double scale) {
    if (current_ <= 0 || (total_ > 0 && scale >= last_scale_)) return false;
    current_ *= scale;
    close_group(scale);
    digits_ = false;
    ++at_;
    return true;
  }

  // "sixty-5": half of the number was put into figures by house style.
  bool read_digit_unit() {
    auto const* last = word(at_ - 1);
    if (digits_ || last == nullptr || last->kind != NumberKind::tens || key(at_).size() != 1) return false;
    auto const digit = digits_of(key(at_));
    if (!digit || digit->value < 1) return false;
    return add(digit->value);
  }

  // The part that two words from `i` on add to a number: "a half", "a quarter", "two thirds". 0 for others.
  double part_at(std::size_t i) const {
    if (key(i) == "a") return key(i + 1) == "half" ? 0.5 : key(i + 1) == "quarter" ? 0.25 : 0;
    auto const* above = word(i);
    auto const* below = word(i + 1);
    bool const is_fraction = above != nullptr && below != nullptr && above->kind == NumberKind::unit &&
                             below->kind == NumberKind::fraction && above->value < below->value;
    return is_fraction ? above->value / below->value : 0;
  }

  // "a hundred and ten", "a hundred and first", "two and a half million", "a million and a quarter".
  bool read_and() {
    if (auto const part = part_at(at_ + 1); part > 0) {
      if (current_ == 0 && total_ > 0) {
        total_ += last_scale_ * part;
      } else {
        current_ += part;
      }
      at_ += 3;
      done_ = !is_scale(at_) || current_ == 0;
      return true;
    }
    auto const* next = word(at_ + 1);
    auto const open = (current_ >= 100 && std::fmod(current_, 100) == 0) || (current_ == 0 && total_ >= 1000);
    if (digits_ || !open || next == nullptr) return false;
    bool const is_ordinal = next->kind == NumberKind::ordinal_unit || next->kind == NumberKind::ordinal_tens;
    bool const is_cardinal =
        next->kind == NumberKind::unit || next->kind == NumberKind::teen || next->kind == NumberKind::tens;
    if ((!is_cardinal && !is_ordinal) || next->value >= 100) return false;
    ordinal_ = done_ = is_ordinal;
    ++at_;
    return add(next->value);
  }

  // Whether the word is a nought that is said like the letter: "nineteen oh five".
  bool is_oh(std::size_t i) const { return key(i) == "oh" || key(i) == "o"; }

  // "point one four", "point oh five", "point twenty-five"
  bool read_decimals() {
    constexpr std::size_t most = 9;  // digits
    auto end = at_ + 1;
    double digits = 0;
    double scale = 1;
    auto const* first = word(end);
    if (first != nullptr && (first->kind == NumberKind::teen || first->kind == NumberKind::tens)) {
      digits = first->value;
      scale = 100;
      auto const* unit = word(++end);
      bool const has_unit = first->kind == NumberKind::tens && unit != nullptr && unit->kind == NumberKind::unit;
      if (has_unit && unit->value > 0) {
        digits += unit->value;
        ++end;
      }
    } else {
      for (; end - at_ <= most; ++end) {
        auto const* digit = word(end);
        if (!is_oh(end) && (digit == nullptr || digit->kind != NumberKind::unit)) break;
        digits = digits * 10 + (is_oh(end) ? 0 : digit->value);
        scale *= 10;
      }
    }
    if (end == at_ + 1) return false;
    current_ = (current_ * scale + digits) / scale;
    at_ = end;
    return true;
  }

  text::WordList const& words_;
  std::size_t start_;
  std::size_t at_;
  double total_ = 0;
  double current_ = 0;
  double last_scale_ = 0;
  bool ordinal_ = false;
  bool decade_ = false;
  bool negative_ = false;
  bool in_words_ = true;
  bool digits_ = false;
  bool done_ = false;
};

}  // namespace

WordFilter const& number_starts() {
  static auto const starts = [] {
    WordFilter words;
    for (auto const& [word, meaning] : number_words()) words.add(word_id(word));
    for (auto const* word : {"a", "half", "minus", "negative"}) words.add(word_id(word));
    return words;
  }();
  return starts;
}

bool may_start_number(std::string_view key, std::uint64_t id) {
  return !key.empty() && (key.front() <= '9' || number_starts().may_hold(id));
}

std::optional<NumberPhrase> number_at(text::WordList const& words, std::size_t i) {
  return NumberReader(words, i).read();
}

std::optional<NumberPhrase> cents_at(text::WordList const& words, std::size_t i) {
  auto const key = [&](std::size_t at) { return at < words.size() ? words.key(at) : std::string_view(); };
  auto const first = key(i) == "and" ? i + 1 : i;
  auto cents = first < words.size() ? number_at(words, first) : std::nullopt;
  if (!cents || cents->ordinal || cents->value >= 100) return std::nullopt;
  auto const unit = key(first + cents->words);
  if (unit != "cents" && unit != "cent" && unit != "pence") return std::nullopt;
  cents->words += first - i + 1;
  return cents;
}

}  // namespace quoth::match
