// SPDX-License-Identifier: MIT
#include "text/bytes/size_limits.hpp"

#include <algorithm>

#include "quoth/error.hpp"

namespace quoth::text {

void check_unpacked(Limits const& limits, std::size_t unpacked, std::size_t packed, std::string_view where) {
  if (unpacked > limits.unpacked) {
    throw Error(std::string(where) + ": unpacks to over " + std::to_string(limits.unpacked) +
                " bytes; allow more with --limit unpacked=…");
  }
  check_ratio(limits, unpacked, packed, where);
}

void check_ratio(Limits const& limits, std::size_t unpacked, std::size_t packed, std::string_view where) {
  constexpr std::size_t any_ratio = 10UL << 20U;  // bytes
  if (unpacked <= any_ratio || unpacked / limits.ratio <= packed) return;
  throw Error(std::string(where) + ": unpacks to over " + std::to_string(limits.ratio) +
              " times its size; allow more with --limit ratio=…");
}

std::size_t line_limit(Limits const& limits) { return std::min(limits.line, limits.bytes); }

std::string line_fault(Limits const& limits) {
  return "is over " + std::to_string(line_limit(limits)) + " bytes long; allow more with --limit " +
         (limits.line <= limits.bytes ? "line" : "bytes") + "=…";
}

}  // namespace quoth::text
