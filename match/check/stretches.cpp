// SPDX-License-Identifier: MIT
#include "match/check/stretches.hpp"

namespace quoth::match {

Stretches::Stretches(std::vector<std::string> const& segments, WordLanguage language) : whole_(segments, language) {
  std::uint32_t at = 0;
  for (auto const& segment : segments) {
    first_bytes_.push_back(at);
    at += static_cast<std::uint32_t>(segment.size()) + 1;
    text_ += (first_bytes_.size() > 1 ? " " : "") + segment;
  }
  std::size_t token = 0;
  auto const words = whole_.tokens().size();
  for (std::size_t i = 0; i < segments.size(); ++i) {
    auto const first = token;
    auto const is_last = i + 1 == segments.size();
    while (token < words && (is_last || whole_.span_of(token, token + 1).first < first_bytes_[i + 1])) ++token;
    tokens_.push_back({first, token});
    if (segments.size() > 1) alone_.emplace_back(std::vector{segments[i]}, language);
  }
}

}  // namespace quoth::match
