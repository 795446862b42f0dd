// SPDX-License-Identifier: MIT
#include "typesetting.hpp"

namespace quoth {

namespace {

// The first mark between two words that parts them; spaces and quotation marks do not count, dashes are one.
char parting_mark(std::string_view between) {
  for (std::size_t i = 0; i < between.size(); ++i) {
    auto const c = between[i];
    if (c == ',' || c == '.' || c == ';' || c == ':' || c == '?' || c == '!' || c == '(') return c;
    if (c == '-' || between.substr(i).starts_with("—") || between.substr(i).starts_with("–")) return '-';
  }
  return ' ';
}

bool is_capital(std::string_view surface) {
  return !surface.empty() && surface.front() >= 'A' && surface.front() <= 'Z';
}

std::string_view text_after(TokenSequence const& tokens, std::size_t i) {
  return tokens.text(tokens[i].part).substr(tokens[i].last);
}

// Whether a sentence ends behind the word; a comma, which stands for the full stop before a tag, counts in quotations.
bool sentence_ends(std::string_view after, bool quoted) {
  if (after.find_first_not_of(" \n") == after.npos) return true;
  auto const mark = after.front();
  return mark == '.' || mark == '?' || mark == '!' || (quoted && mark == ',');
}

}  // namespace

std::size_t typesetting_differences(QuotedWords const& quotation, Passage const& passage, Alignment const& alignment) {
  auto const& quote = quotation.tokens();
  auto const& source = passage.tokens();
  std::size_t differences = 0;
  std::int32_t previous = Alignment::unpaired;
  for (std::size_t i = 0; i < quote.size(); ++i) {
    auto const paired = alignment.source_of[i];
    if (paired == Alignment::unpaired) continue;
    auto const at = static_cast<std::size_t>(paired);
    if (is_capital(quote.surface(i)) != is_capital(source.surface(at))) ++differences;
    if (previous != Alignment::unpaired && paired == previous + 1 &&
        parting_mark(quote.before(i)) != parting_mark(source.before(at)))
      ++differences;
    previous = paired;
  }
  if (previous != Alignment::unpaired) {
    auto const in_quote = sentence_ends(text_after(quote, quote.size() - 1), true);
    auto const in_source = sentence_ends(text_after(source, static_cast<std::size_t>(previous)), false);
    if (in_quote != in_source) ++differences;
  }
  return differences;
}

}  // namespace quoth
