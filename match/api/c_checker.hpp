// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/article.hpp"
#include "quoth/checker.hpp"
#include "quoth/quoth.h"
#include "quoth/store.hpp"

// What quoth_open() gives.
struct quoth_checker {
  quoth::CheckerOptions options;
  quoth::ReadOptions reading;
  std::optional<quoth::Checker> checker;   // made anew when an option of it has changed
  std::vector<quoth::Checker> of_threads;  // likewise: one a thread, for a table of articles
  std::optional<quoth::Store> store;       // for searches and lists
};

namespace quoth::match {

// Its checker. Throws Error where it was opened without a store.
Checker& checker_of(quoth_checker& self);
// Its store; throws likewise.
Store& store_of(quoth_checker& self);
// As quoth_set(). Throws Error.
void set_option(quoth_checker& self, std::string_view option, std::string const& value);

}  // namespace quoth::match
