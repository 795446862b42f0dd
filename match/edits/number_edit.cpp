// SPDX-License-Identifier: MIT
#include "match/edits/number_edit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "match/words/inflection.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/sentence_start.hpp"
#include "match/words/spelling.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/numerals.hpp"

namespace quoth::match {

namespace {

// A number, as far as it is compared.
struct Amount {
  double value = 0;
  bool decade = false;
};

struct Date {
  std::string_view month;
  double day = 0;
};

// Whether the ordinal only counts points: "Third, cut the tax."
bool counts_points(TokenSequence const& tokens, std::size_t i) {
  auto const next = tokens.before(i + 1);
  return tokens[i].is(WordToken::ordinal) && begins_sentence(tokens, i) && next.find_first_not_of(' ') != next.npos;
}

std::vector<Amount> amounts(TokenSequence const& tokens, TokenRange range, bool with_weak) {
  std::vector<Amount> found;
  for (auto i = range.first; i < range.last; ++i) {
    auto const& token = tokens[i];
    if (token.is(WordToken::number) && !counts_points(tokens, i) && (with_weak || !token.is(WordToken::weak_number)))
      found.push_back({token.value, token.is(WordToken::decade)});
  }
  std::ranges::sort(found, {}, &Amount::value);
  return found;
}

// "the sixties" may be the 1960s or those of another century.
bool same_amount(Amount const& a, Amount const& b) {
  if (a.decade && b.decade && (a.value < 100) != (b.value < 100))
    return std::fmod(a.value, 100) == std::fmod(b.value, 100);
  return a.decade == b.decade && a.value == b.value;
}

std::optional<Date> date_in(TokenSequence const& tokens, TokenRange range) {
  Date found;
  for (auto i = range.first; i < range.last; ++i) {
    auto const key = tokens.key(i);
    if (tokens[i].is(WordToken::number) && found.day == 0) {
      found.day = tokens[i].value;
    } else if (found.month.empty() && (key == "january" || exclude_each_other(key, "january"))) {
      found.month = key;
    } else if (key != "the" && key != "of") {
      return std::nullopt;
    }
  }
  return found.day == 0 || found.month.empty() ? std::nullopt : std::optional(found);
}

// "twice" and "two times".
std::optional<double> times_in(TokenSequence const& tokens, TokenRange range) {
  static constexpr std::array<std::string_view, 3> adverbs{"once", "twice", "thrice"};
  if (range.size() == 1) {
    auto const found = std::ranges::find(adverbs, tokens.key(range.first));
    if (found != adverbs.end()) return static_cast<double>(found - adverbs.begin() + 1);
  }
  auto const counted = range.size() == 2 && tokens[range.first].is(WordToken::number) &&
                       (tokens.key(range.first + 1) == "times" || tokens.key(range.first + 1) == "time");
  return counted ? std::optional(tokens[range.first].value) : std::nullopt;
}

// "half" and "50 percent".
std::optional<double> share_in(TokenSequence const& tokens, TokenRange range) {
  if (range.size() == 1 && tokens.key(range.first) == "half" && !tokens[range.first].is(WordToken::number)) return 0.5;
  if (range.empty() || !tokens[range.first].is(WordToken::number)) return std::nullopt;
  auto const value = tokens[range.first].value;
  if (range.size() == 2 && tokens.key(range.first + 1) == "percent") return value / 100;
  return range.size() == 1 && value < 1 ? std::optional(value) : std::nullopt;
}

// The value of a Roman numeral such as "II" in a name.
std::optional<double> roman_number(TokenSequence const& tokens, TokenRange range) {
  auto const value = range.size() == 1 ? text::roman_value_in_name(tokens.surface(range.first)) : 0;
  return value != 0 ? std::optional<double>(value) : std::nullopt;
}

// "Two", "the Second"
bool is_number(TokenSequence const& tokens, TokenRange range, double value) {
  if (range.size() == 2 && tokens.key(range.first) == "the") ++range.first;
  return range.size() == 1 && tokens[range.first].is(WordToken::number) && tokens[range.first].value == value;
}

// The currency of an amount, by the word behind it or the sign before it.
std::string_view currency_of(TokenSequence const& tokens, std::size_t i) {
  auto const amount = text::in_ascii_lower(tokens.surface(i));
  auto const has = [&](std::string_view word) { return amount.find(word) != amount.npos; };
  auto const stands_before = [&](std::string_view sign) { return tokens.before(i).ends_with(sign); };
  if (has("dollar") || has("bucks") || has("usd")) return "dollar";
  if (has("eur") || stands_before("€")) return "euro";
  if (has("pounds") || has("gbp") || stands_before("£")) return "pound";
  return stands_before("¥") ? "yen" : "dollar";
}

// The unit of an amount, as a base form: the currency, or the one word beside the number.
std::string unit_in(TokenSequence const& tokens, TokenRange range) {
  std::string unit;
  for (auto i = range.first; i < range.last; ++i) {
    if (!tokens[i].is(WordToken::number)) {
      if (!unit.empty()) return {};
      unit = base_forms(tokens.key(i)).back();
    } else if (tokens[i].is(WordToken::currency)) {
      unit = currency_of(tokens, i);
    }
  }
  return unit;
}

class NumberComparison {
 public:
  NumberComparison(TokenSequence const& quote, TokenRange q, TokenSequence const& source, TokenRange s)
      : quote_(quote), q_(q), source_(source), s_(s) {}

  std::optional<Classification> classify() const {
    if (auto const a = times_in(quote_, q_), b = times_in(source_, s_); a && b)
      return *a == *b ? Classification{EditClass::number_style, "the same number of times"}
                      : Classification{EditClass::number, "another value"};
    if ((q_.empty() && is_implied_rupee(source_, s_)) || (s_.empty() && is_implied_rupee(quote_, q_)))
      return Classification{EditClass::number_style, "the currency that crores and lakhs imply"};
    if (is_same_date(quote_, q_, source_, s_)) return Classification{EditClass::number_style, "the same date"};
    if (auto const a = share_in(quote_, q_), b = share_in(source_, s_); a && b && *a == *b)
      return Classification{EditClass::number_style, "the same share"};
    if (auto const value = roman_number(quote_, q_); value && is_number(source_, s_, *value))
      return Classification{EditClass::number_style, "the same value"};
    if (auto const value = roman_number(source_, s_); value && is_number(quote_, q_, *value))
      return Classification{EditClass::number_style, "the same value"};
    return compare_amounts();
  }

 private:
  // "INR 8,600 crores" and "8,600 crores": crores and lakhs of money are of rupees.
  static bool is_implied_rupee(TokenSequence const& tokens, TokenRange range) {
    static constexpr std::array<std::string_view, 4> scales{"crore", "crores", "lakh", "lakhs"};
    auto const number = range.last;
    if (range.size() != 1 || number + 1 >= tokens.size() || !tokens[number].is(WordToken::number)) return false;
    auto const key = tokens.key(range.first);
    return (key == "inr" || key == "rs" || key == "rupees") &&
           std::ranges::find(scales, tokens.key(number + 1)) != scales.end();
  }

  std::optional<Classification> compare_amounts() const {
    auto of_quote = amounts(quote_, q_, false);
    auto of_source = amounts(source_, s_, false);
    if (of_quote.empty() && of_source.empty()) return std::nullopt;
    // "one" counts where the other side has a number.
    if (of_quote.empty() && !q_.empty()) of_quote = amounts(quote_, q_, true);
    if (of_source.empty() && !s_.empty()) of_source = amounts(source_, s_, true);
    auto const one_word_each = q_.size() == 1 && s_.size() == 1;
    if (of_quote.empty() && q_.size() == 1 && is_pronoun(quote_.key(q_.first)))
      return Classification{EditClass::pronoun, "a pronoun for a number"};
    // "for" and "four"
    if (one_word_each && are_homophones(quote_.key(q_.first), source_.key(s_.first))) return std::nullopt;
    if (of_quote.empty()) return Classification{EditClass::number, "a number left out"};
    if (of_source.empty()) return Classification{EditClass::number, "a number added"};
    if (!std::ranges::equal(of_quote, of_source, same_amount))
      return Classification{EditClass::number, "another value"};
    if (has_other_unit()) return Classification{EditClass::unit, "counted in something else"};
    if (q_.size() == of_quote.size() && s_.size() == of_source.size())
      return Classification{EditClass::number_style, "the same value"};
    return std::nullopt;
  }

  bool has_other_unit() const {
    if (q_.size() > 2 || s_.size() > 2) return false;
    auto const money = [](TokenSequence const& tokens, TokenRange range) {
      return std::ranges::any_of(tokens.tokens().begin() + static_cast<std::ptrdiff_t>(range.first),
                                 tokens.tokens().begin() + static_cast<std::ptrdiff_t>(range.last),
                                 [](WordToken const& token) { return token.is(WordToken::currency); });
    };
    if (!money(quote_, q_) && !money(source_, s_)) return false;
    auto const of_quote = unit_in(quote_, q_);
    auto const of_source = unit_in(source_, s_);
    return !of_quote.empty() && !of_source.empty() && of_quote != of_source;
  }

  TokenSequence const& quote_;
  TokenRange q_;
  TokenSequence const& source_;
  TokenRange s_;
};

}  // namespace

std::optional<Classification> classify_numbers(TokenSequence const& quote, TokenRange q, TokenSequence const& source,
                                               TokenRange s) {
  return NumberComparison(quote, q, source, s).classify();
}

bool is_same_date(TokenSequence const& quote, TokenRange q, TokenSequence const& source, TokenRange s) {
  auto const a = date_in(quote, q);
  auto const b = date_in(source, s);
  return a && b && (a->month == b->month || abbreviates(a->month, b->month)) && a->day == b->day;
}

}  // namespace quoth::match
