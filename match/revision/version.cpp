// SPDX-License-Identifier: MIT
#include "match/revision/version.hpp"

#include <algorithm>

#include "text/words/words.hpp"

namespace quoth::match {

namespace {

// The most quotations of one speech, which are read together.
constexpr std::size_t most_together = 8;

std::vector<std::string> words_of(Document const& document, Quotation const& quotation) {
  std::vector<std::string> keys;
  text::WordList words;
  for (auto const segment : quotation.segments) {
    text::split_words(document.utf8(segment), words);
    for (std::size_t i = 0; i < words.size(); ++i) keys.emplace_back(words.key(i));
  }
  return keys;
}

// The words that stand in the span.
std::size_t count_words(Document const& document, Span span) {
  return span.last <= span.first ? 0 : text::split_words(document.utf8(span)).size();
}

std::size_t words_of_tag(Document const& document, Attribution const& attribution, Span within) {
  std::size_t words = 0;
  for (auto const& part : {attribution.mention, attribution.cue})
    if (part && within.contains(*part)) words += count_words(document, *part);
  return words;
}

}  // namespace

Version::Version(Document const& article) : document(article), quotations(extract(article)) {
  words.reserve(quotations.size());
  for (auto const& quotation : quotations) words.push_back(words_of(article, quotation));
}

bool Version::is_speech(std::size_t i) const {
  return quotations[i].kind == QuotationKind::direct || quotations[i].kind == QuotationKind::partial;
}

std::string const& Version::speaker(std::size_t i) const {
  static std::string const nobody;
  return quotations[i].attribution ? quotations[i].attribution->speaker : nobody;
}

std::vector<std::vector<std::size_t>> Version::speeches() const {
  std::vector<std::vector<std::size_t>> groups;
  auto const goes_on = [&](std::size_t before, std::size_t i) {
    if (speaker(i).empty() || speaker(i) != speaker(before) || !is_speech(before) || !is_speech(i)) return false;
    Span const between{quotations[before].segments.back().last, quotations[i].segments.front().first};
    std::size_t tags = 0;
    for (auto const* attribution : {&*quotations[before].attribution, &*quotations[i].attribution})
      tags += words_of_tag(document, *attribution, between);
    return between.first <= between.last && count_words(document, between) <= tags;
  };
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    if (!is_compared(i)) continue;
    if (!groups.empty() && groups.back().size() < most_together && goes_on(groups.back().back(), i)) {
      groups.back().push_back(i);
    } else {
      groups.push_back({i});
    }
  }
  return groups;
}

}  // namespace quoth::match
