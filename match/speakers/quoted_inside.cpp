// SPDX-License-Identifier: MIT
#include "match/speakers/quoted_inside.hpp"

#include <algorithm>

#include "match/speakers/role_beside.hpp"
#include "quoth/quotation.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::match {

namespace {

// The number of code points before that byte.
std::uint32_t code_points(std::string_view utf8, std::uint32_t byte) {
  auto const starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
  return static_cast<std::uint32_t>(std::ranges::count_if(utf8.substr(0, byte), starts));
}

bool has_marks(std::string_view text) {
  return text.find('"') != text.npos || text.find("“") != text.npos || text.find("‘") != text.npos ||
         text.find("«") != text.npos || text.find("''") != text.npos;
}

std::uint32_t overlap(Span a, Span b) {
  auto const first = std::max(a.first, b.first);
  auto const last = std::min(a.last, b.last);
  return last > first ? last - first : 0;
}

std::vector<std::string> roles_in(std::string_view text, std::string_view name) {
  auto const at = text.find(name);
  if (name.empty() || at == text.npos) return {};
  return roles_beside(text.substr(0, at), text.substr(at + name.size()));
}

bool names_speaker(Attribution const& attribution) {
  constexpr double clear = 0.8;
  if (attribution.naming == Naming::name) return true;
  auto const& candidates = attribution.candidates;
  auto const own = std::ranges::find(candidates, attribution.speaker, &SpeakerCandidate::speaker);
  return attribution.naming == Naming::pronoun && !attribution.speaker.empty() && attribution.confidence >= clear &&
         (own == candidates.end() || own->probability >= clear);
}

}  // namespace

std::optional<QuotedSource> quoted_inside(Passage const& passage, TokenRange used) {
  if (used.empty()) return std::nullopt;
  auto const& tokens = passage.tokens();
  auto const part = tokens[used.first].part;
  auto last = used.last;
  while (last > used.first + 1 && tokens[last - 1].part != part) --last;
  auto const text = tokens.text(part);
  if (!has_marks(text)) return std::nullopt;
  Span const words{code_points(text, tokens[used.first].first), code_points(text, tokens[last - 1].last)};
  auto const document = plain_document({}, text::to_utf32(text));
  for (auto const& quotation : extract(document)) {
    std::uint32_t inside = 0;
    for (auto const segment : quotation.segments) inside += overlap(segment, words);
    if (2 * inside <= words.size()) continue;
    bool const speech = quotation.kind == QuotationKind::direct || quotation.kind == QuotationKind::partial;
    if (!speech) continue;
    if (!quotation.attribution) return QuotedSource();
    auto const& attribution = *quotation.attribution;
    return QuotedSource{attribution.speaker, attribution.aliases, roles_in(text, attribution.speaker),
                        names_speaker(attribution)};
  }
  return std::nullopt;
}

bool is_quoted_from_claimed(Passage const& passage, TokenRange used, SpeakerMatch const& speakers) {
  if (passage.kind() != SourceKind::document || !speakers.is_mentioned_in(passage)) return false;
  auto const quoted = quoted_inside(passage, used);
  return quoted && quoted->by_name && speakers.is_claimed(quoted->speaker, quoted->aliases);
}

bool is_quoted_in(Passage const& passage, SpeakerMatch const& speakers) {
  for (std::size_t part = 0; part < passage.turns(); ++part) {
    auto const text = std::string_view(passage.turn(part).text);
    if (!has_marks(text)) continue;
    for (auto const& quotation : extract(plain_document({}, text::to_utf32(text)))) {
      auto const& attribution = quotation.attribution;
      if (attribution && attribution->naming == Naming::name &&
          speakers.is_claimed(attribution->speaker, attribution->aliases))
        return true;
    }
  }
  return false;
}

}  // namespace quoth::match
