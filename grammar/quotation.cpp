// SPDX-License-Identifier: MIT
#include "quoth/quotation.hpp"

#include <array>

namespace quoth {

std::string_view to_string(QuotationKind kind) {
  static constexpr std::array<std::string_view, 6> names{"direct", "partial", "headline", "term", "title", "other"};
  return names.at(static_cast<std::size_t>(kind));
}

}  // namespace quoth
