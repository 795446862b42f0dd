// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace quoth {

/// Whether a store is meant to hold everything that the articles quote, or some of it. It decides what follows where
/// words stand nowhere: in a complete store they are `not_found` as soon as it holds the speaker, in a partial one only
/// where it holds the occasion.
enum class StoreCoverage { complete, partial };

/// The value's name.
std::string_view to_string(StoreCoverage coverage);
/// Nothing where no value has that name.
std::optional<StoreCoverage> store_coverage_named(std::string_view name);

}  // namespace quoth
