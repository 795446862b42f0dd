// SPDX-License-Identifier: MIT
#include "tools/commands/command.hpp"

#include <chrono>
#include <cstdio>

#include "quoth/error.hpp"

namespace quoth {

Option add_store_option(Command& command, std::string& store) {
  return command.add("--store", store, "The store, one SQLite file").environment("QUOTH_STORE").value_name("FILE");
}

Option add_date_option(Command& command, std::string& date, std::string const& description) {
  auto const check = [](std::string const& text) -> std::string {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    char rest = 0;
    bool const read = text.size() == 10 && std::sscanf(text.c_str(), "%4d-%2u-%2u%c", &year, &month, &day, &rest) == 3;
    auto const named = std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day);
    return read && named.ok() ? "" : "\"" + text + "\" is no date; write YYYY-MM-DD";
  };
  return command.add("--date", date, description).value_name("DATE").check(check);
}

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
