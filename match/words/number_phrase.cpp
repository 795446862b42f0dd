// SPDX-License-Identifier: MIT
#include "match/words/number_phrase.hpp"

#include <cmath>
#include <string>
#include <unordered_map>

#include "match/words/digits.hpp"
#include "match/words/word_filter.hpp"
#include "match/words/word_id.hpp"

namespace quoth::match {

namespace {

enum class NumberKind { unit, teen, tens, hundred, scale, ordinal_unit, ordinal_tens, fraction, decade };

struct NumberWord {
  NumberKind kind;
  double value;
};

std::unordered_map<std::string_view, NumberWord> const& number_words() {
  using enum NumberKind;
  static std::unordered_map<std::string_view, NumberWord> const words{{"zero", {unit, 0}},
                                                                      {"one", {unit, 1}},
                                                                      {"two", {unit, 2}},
                                                                      {"three", {unit, 3}},
                                                                      {"four", {unit, 4}},
                                                                      {"five", {unit, 5}},
                                                                      {"six", {unit, 6}},
                                                                      {"seven", {unit, 7}},
                                                                      {"eight", {unit, 8}},
                                                                      {"nine", {unit, 9}},
                                                                      {"ten", {teen, 10}},
                                                                      {"eleven", {teen, 11}},
                                                                      {"twelve", {teen, 12}},
                                                                      {"thirteen", {teen, 13}},
                                                                      {"fourteen", {teen, 14}},
                                                                      {"fifteen", {teen, 15}},
                                                                      {"sixteen", {teen, 16}},
                                                                      {"seventeen", {teen, 17}},
                                                                      {"eighteen", {teen, 18}},
                                                                      {"nineteen", {teen, 19}},
                                                                      {"twenty", {tens, 20}},
                                                                      {"thirty", {tens, 30}},
                                                                      {"forty", {tens, 40}},
                                                                      {"fifty", {tens, 50}},
                                                                      {"sixty", {tens, 60}},
                                                                      {"seventy", {tens, 70}},
                                                                      {"eighty", {tens, 80}},
                                                                      {"ninety", {tens, 90}},
                                                                      {"hundred", {hundred, 100}},
                                                                      {"thousand", {scale, 1e3}},
                                                                      {"million", {scale, 1e6}},
                                                                      {"billion", {scale, 1e9}},
                                                                      {"trillion", {scale, 1e12}},
                                                                      {"quadrillion", {scale, 1e15}},
                                                                      {"mn", {scale, 1e6}},
                                                                      {"bn", {scale, 1e9}},
                                                                      {"dozen", {scale, 12}},
                                                                      {"first", {ordinal_unit, 1}},
                                                                      {"second", {ordinal_unit, 2}},
                                                                      {"third", {ordinal_unit, 3}},
                                                                      {"fourth", {ordinal_unit, 4}},
                                                                      {"fifth", {ordinal_unit, 5}},
                                                                      {"sixth", {ordinal_unit, 6}},
                                                                      {"seventh", {ordinal_unit, 7}},
                                                                      {"eighth", {ordinal_unit, 8}},
                                                                      {"ninth", {ordinal_unit, 9}},
                                                                      {"tenth", {ordinal_unit, 10}},
                                                                      {"eleventh", {ordinal_unit, 11}},
                                                                      {"twelfth", {ordinal_unit, 12}},
                                                                      {"thirteenth", {ordinal_unit, 13}},
                                                                      {"fourteenth", {ordinal_unit, 14}},
                                                                      {"fifteenth", {ordinal_unit, 15}},
                                                                      {"sixteenth", {ordinal_unit, 16}},
                                                                      {"seventeenth", {ordinal_unit, 17}},
                                                                      {"eighteenth", {ordinal_unit, 18}},
                                                                      {"nineteenth", {ordinal_unit, 19}},
                                                                      {"twentieth", {ordinal_tens, 20}},
                                                                      {"thirtieth", {ordinal_tens, 30}},
                                                                      {"fortieth", {ordinal_tens, 40}},
                                                                      {"fiftieth", {ordinal_tens, 50}},
                                                                      {"sixtieth", {ordinal_tens, 60}},
                                                                      {"seventieth", {ordinal_tens, 70}},
                                                                      {"eightieth", {ordinal_tens, 80}},
                                                                      {"ninetieth", {ordinal_tens, 90}},
                                                                      {"hundredth", {ordinal_tens, 100}},
                                                                      {"thousandth", {ordinal_tens, 1000}},
                                                                      {"millionth", {ordinal_tens, 1e6}},
                                                                      {"thirds", {fraction, 3}},
                                                                      {"quarters", {fraction, 4}},
                                                                      {"fourths", {fraction, 4}},
                                                                      {"fifths", {fraction, 5}},
                                                                      {"sixths", {fraction, 6}},
                                                                      {"sevenths", {fraction, 7}},
                                                                      {"eighths", {fraction, 8}},
                                                                      {"ninths", {fraction, 9}},
                                                                      {"tenths", {fraction, 10}},
                                                                      {"twenties", {decade, 20}},
                                                                      {"thirties", {decade, 30}},
                                                                      {"forties", {decade, 40}},
                                                                      {"fifties", {decade, 50}},
                                                                      {"sixties", {decade, 60}},
                                                                      {"seventies", {decade, 70}},
                                                                      {"eighties", {decade, 80}},
                                                                      {"nineties", {decade, 90}}};
  return words;
}

NumberWord const* number_word(std::string_view key) {
  auto const found = number_words().find(key);
  return found == number_words().end() ? nullptr : &found->second;
}

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

  // "a hundred and ten", "a hundred and first", "two and a half million", "a million and a half".
  bool read_and() {
    if (key(at_ + 1) == "a" && key(at_ + 2) == "half") {
      if (is_scale(at_ + 3) && current_ > 0) {
        current_ += 0.5;
        at_ += 3;
        return true;
      }
      if (current_ == 0 && total_ > 0) {
        total_ += last_scale_ / 2;
      } else {
        current_ += 0.5;
      }
      at_ += 3;
      done_ = true;
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

  bool read_decimals() {
    double factor = 0.1;
    auto end = at_ + 1;
    double decimals = 0;
    for (auto const* digit = word(end); digit != nullptr && digit->kind == NumberKind::unit; digit = word(++end)) {
      decimals += factor * digit->value;
      factor /= 10;
    }
    if (end == at_ + 1) return false;
    current_ += decimals;
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

}  // namespace quoth::match
