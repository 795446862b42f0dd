// SPDX-License-Identifier: MIT
#include "command.hpp"

#include <chrono>
#include <cstdio>
#include <iostream>

#include "quoth/error.hpp"
#include "terminal.hpp"

namespace quoth {

void add_store_option(CLI::App& command, std::string& store) {
  command.add_option("--store", store, "The store, one SQLite file")
      ->required()
      ->envname("QUOTH_STORE")
      ->type_name("FILE");
}

CLI::Validator is_date() {
  auto const check = [](std::string const& text) -> std::string {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    char rest = 0;
    bool const read = text.size() == 10 && std::sscanf(text.c_str(), "%4d-%2u-%2u%c", &year, &month, &day, &rest) == 3;
    auto const date = std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day);
    return read && date.ok() ? "" : "\"" + text + "\" is no date; write YYYY-MM-DD";
  };
  return {check, "DATE"};
}

void complain(std::string const& message) { std::cerr << "quoth: " << printable(message) << '\n'; }

bool for_each_item(std::vector<std::string> const& items, std::function<void(std::string const&)> const& work) {
  bool all_well = true;
  for (auto const& item : items) {
    try {
      work(item);
    } catch (Error const& error) {
      complain(error.what());
      all_well = false;
    }
  }
  return all_well;
}

}  // namespace quoth
