// SPDX-License-Identifier: MIT
#include "text/articles/office/office_comments.hpp"

#include "quoth/error.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/lines.hpp"

namespace quoth::text {

std::vector<std::optional<WordPlace>> places_of(Document const& document, std::vector<std::string_view> const& words) {
  std::vector<std::optional<WordPlace>> places(document.text().size());
  std::size_t at = 0;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    auto const text = to_utf32(words[i]);
    for (std::uint32_t offset = 0; offset < text.size(); ++offset) {
      if (is_white_space(text[offset])) continue;
      while (at < places.size() && is_white_space(document.text()[at])) ++at;
      if (at == places.size() || document.text()[at] != text[offset])
        throw Error(document.id() + ": its words are not found again; save the file again");
      places[at++] = WordPlace{i, offset};
    }
  }
  return places;
}

std::optional<std::pair<WordPlace, WordPlace>> stretch_of(Span where,
                                                          std::vector<std::optional<WordPlace>> const& places) {
  while (!where.empty() && !places[where.first]) ++where.first;
  while (!where.empty() && !places[where.last - 1]) --where.last;
  if (where.empty()) return std::nullopt;
  return std::pair(*places[where.first], *places[where.last - 1]);
}

std::string writable_in_xml(std::string_view utf8) {
  std::string out;
  for (auto const c : to_utf32(utf8)) {
    bool const allowed = (c >= 0x20 && c != 0xFFFE && c != 0xFFFF) || c == U'\t';
    append_utf8(out, allowed ? c : U'\uFFFD');
  }
  return out;
}

}  // namespace quoth::text
