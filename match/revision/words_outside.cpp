// SPDX-License-Identifier: MIT
#include "match/revision/words_outside.hpp"

#include <algorithm>

#include "text/words/words.hpp"

namespace quoth::match {

namespace {

constexpr std::size_t least_words = 3;
// Of words that begin alike in so many places no more are compared.
constexpr std::size_t most_starts = 16;

std::string three(std::vector<std::string> const& words, std::size_t at) {
  return words[at] + " " + words[at + 1] + " " + words[at + 2];
}

bool continues_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

WordsOutside::WordsOutside(Version const& version) {
  auto const& document = version.document;
  auto const text = document.utf8({0, static_cast<std::uint32_t>(document.text().size())});
  std::vector<Span> quoted;
  for (auto const& quotation : version.quotations)
    quoted.insert(quoted.end(), quotation.segments.begin(), quotation.segments.end());
  std::ranges::sort(quoted, {}, &Span::first);
  auto const list = text::split_words(text);
  std::uint32_t code_point = 0;
  std::size_t byte = 0;
  auto const offset_of = [&](std::size_t at) {
    for (; byte < at; ++byte) code_point += continues_code_point(text[byte]) ? 0 : 1;
    return code_point;
  };
  std::uint32_t quoted_to = 0;
  auto next = quoted.begin();
  for (std::size_t i = 0; i < list.size(); ++i) {
    auto const first = offset_of(list[i].first);
    spans_.push_back({first, offset_of(list[i].last)});
    for (; next != quoted.end() && next->first <= first; ++next) quoted_to = std::max(quoted_to, next->last);
    words_.emplace_back(first < quoted_to ? std::string_view() : list.key(i));
  }
  for (std::size_t i = 0; i + least_words <= words_.size(); ++i) {
    if (words_[i].empty() || words_[i + 1].empty() || words_[i + 2].empty()) continue;
    auto& starts = starts_[three(words_, i)];
    if (starts.size() < most_starts) starts.push_back(static_cast<std::uint32_t>(i));
  }
}

std::optional<Span> WordsOutside::find(std::vector<std::string> const& words) const {
  if (words.size() < least_words) return std::nullopt;
  auto const starts = starts_.find(three(words, 0));
  if (starts == starts_.end()) return std::nullopt;
  for (auto const at : starts->second)
    if (stands_at(at, words)) return Span{spans_[at].first, spans_[at + words.size() - 1].last};
  return std::nullopt;
}

bool WordsOutside::stands_at(std::size_t at, std::vector<std::string> const& words) const {
  return words.size() <= words_.size() - at &&
         std::equal(words.begin(), words.end(), words_.begin() + static_cast<std::ptrdiff_t>(at));
}

}  // namespace quoth::match
