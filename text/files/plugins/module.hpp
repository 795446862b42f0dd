// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

// A module is a shared library that is loaded when the first file needs it, and then stays: loading poppler and libzip
// takes longer than checking an article. It exports the functions that quoth uses of one library as a table: a struct
// with its `name`. A table is valid for one build only, so module and program each state theirs.
//
// A module defines this function, which returns its table where `build` is its own, and null otherwise.
extern "C" [[gnu::visibility("default")]] void const* quoth_module(char const* build);

namespace quoth::text {

// The table of the module of this name. Looks for it in the folder named by the environment variable QUOTH_PLUGINS (not
// in setuid programs and the like), beside the library or program that contains this code, and where modules are
// installed. Thread-safe. Throws Error, naming `where`, the file that needs it, where the module is missing, of another
// build, or lacks a library.
void const* load_module(std::string const& name, std::string const& where);

template <class Table>
Table const& loaded(std::string const& where) {
  static auto const& table = *static_cast<Table const*>(load_module(Table::name, where));
  return table;
}

// Returns the table if its build is the one that asks, else null.
template <class Table>
void const* answer(Table const& table, std::string_view build) {
  return build == std::string(Table::name) + " " QUOTH_MODULE_BUILD ? &table : nullptr;
}

}  // namespace quoth::text
