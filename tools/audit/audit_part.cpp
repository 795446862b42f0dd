// SPDX-License-Identifier: MIT
#include "tools/audit/audit_part.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "quoth/error.hpp"

namespace quoth::tools {

namespace {

constexpr std::uint64_t most_parts = 1'000'000;

// The number that the text is, or 0.
std::uint64_t number_in(std::string_view text) {
  std::uint64_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

}  // namespace

AuditPart read_audit_part(std::string const& text) {
  auto const slash = std::min(text.find('/'), text.size());
  auto const number = number_in(std::string_view(text).substr(0, slash));
  auto const of = number_in(std::string_view(text).substr(std::min(slash + 1, text.size())));
  if (number < 1 || number > of || of > most_parts)
    throw Error("--part " + text + ": is no part; write the third of eight as 3/8");
  return {number, of};
}

std::string to_string(AuditPart const& part) { return std::to_string(part.number) + "/" + std::to_string(part.of); }

}  // namespace quoth::tools
