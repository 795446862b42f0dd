// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

// A module is a shared library that is loaded when the first file asks for it, and then stays: what poppler and libzip
// bring with them takes longer to load than an article to check. It holds no more than the calls of the one library,
// as a table of functions: a struct with its `name`. A table holds for one build only, so a module and the program
// each say which theirs is.
//
// A module defines this, and gives its table where `build` is its own; null otherwise.
extern "C" [[gnu::visibility("default")]] void const* quoth_module(char const* build);

namespace quoth {

// The table of the module of this name. It is looked for in the folder that the environment names as QUOTH_PLUGINS
// (not in programs that run with more rights than their user has), beside the library or program that this code is
// linked into, and where modules are installed. Safe for threads. Throws Error, naming `where`, the file that asks for
// it, where it is missing, of another build, or lacks a library.
void const* load_module(std::string const& name, std::string const& where);

template <class Table>
Table const& loaded(std::string const& where) {
  static auto const& table = *static_cast<Table const*>(load_module(Table::name, where));
  return table;
}

// A module's answer: its table, where it is of the build that asks.
template <class Table>
void const* answer(Table const& table, std::string_view build) {
  return build == std::string(Table::name) + " " QUOTH_MODULE_BUILD ? &table : nullptr;
}

}  // namespace quoth
