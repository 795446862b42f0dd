// SPDX-License-Identifier: MIT
#include "text/articles/office/indentation.hpp"

#include <algorithm>

#include "text/words/decimal.hpp"
#include "text/words/lines.hpp"

namespace quoth::text {

namespace {

constexpr double least_set_in = 4;        // millimetres
constexpr std::size_t fewest_words = 12;  // of running text

bool is_running_text(std::string_view words) {
  return static_cast<std::size_t>(std::ranges::count(words, ' ')) + 1 >= fewest_words;
}

}  // namespace

void Indentation::count(Indent indent) {
  auto const most = lefts_[body_];
  auto const now = ++lefts_[indent.left];
  if (now > most || (now == most && indent.left < body_)) body_ = indent.left;
}

bool Indentation::is_quotation(Indent indent, std::string_view words, std::string_view before) const {
  if (indent.left < body_ + least_set_in) return false;
  auto const lead = trimmed(before);
  return indent.right >= least_set_in || lead.ends_with(':') || is_running_text(trimmed(words));
}

double millimetres(std::string_view length) {
  auto const value = decimal(length);
  if (length.ends_with("cm")) return value * 10;
  if (length.ends_with("mm")) return value;
  if (length.ends_with("in")) return value * 25.4;
  if (length.ends_with("pt")) return value * 25.4 / 72;
  return 0;
}

double millimetres_of_twips(std::string_view twips) { return decimal(twips) * 25.4 / 1440; }

}  // namespace quoth::text
