// SPDX-License-Identifier: MIT
#include "grammar/tokens/section_name.hpp"

namespace quoth::grammar {

namespace {

bool is_called(WordKey key) {
  return key == key_of("called") || key == key_of("titled") || key == key_of("entitled") || key == key_of("headed");
}

bool is_section(WordKey key) {
  return key == key_of("heading") || key == key_of("section") || key == key_of("chapter") ||
         key == key_of("headline") || key == key_of("subsection") || key == key_of("subheading");
}

}  // namespace

std::uint32_t before_section_name(Tokens const& tokens, std::uint32_t quotation) {
  auto const key = [&](std::uint32_t i) {
    return i < tokens.size() && tokens[i].is_word() ? tokens[i].key : empty_key;
  };
  auto at = quotation;
  if (at > 0 && key(at - 1) == key_of("under")) return at - 1;
  if (at > 1 && is_called(key(at - 1))) --at;
  if (at == 0 || !is_section(key(at - 1))) return quotation;
  --at;
  if (at > 0 && (tokens[at - 1].has(WordClass::determiner) || tokens[at - 1].has(WordClass::possessive))) --at;
  if (at > 0 && (key(at - 1) == key_of("under") || key(at - 1) == key_of("in"))) --at;
  return at;
}

}  // namespace quoth::grammar
