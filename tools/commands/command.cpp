// SPDX-License-Identifier: MIT
#include "tools/commands/command.hpp"

#include <filesystem>
#include <map>
#include <new>

#include "quoth/error.hpp"
#include "text/model/date.hpp"

namespace quoth::tools {

Option add_store_option(Command& command, std::string& store) {
  return command.add("-s,--store", store, "The store, one SQLite file").environment("QUOTH_STORE").value_name("FILE");
}

Option add_policy_option(Command& command, std::string& policy) {
  return command.add("-p,--policy", policy, "strict, ap or broadcast, or a policy file (default: ap)")
      .value_name("POLICY")
      .offers({"strict", "ap", "broadcast"})
      .offers(Offer::files);
}

Option add_coverage_option(Command& command, std::optional<StoreCoverage>& coverage, StoreCoverage otherwise) {
  std::map<std::string, std::optional<StoreCoverage>> const values{{"complete", StoreCoverage::complete},
                                                                   {"partial", StoreCoverage::partial}};
  return command
      .add_choice("--coverage", coverage, values,
                  "What the store is meant to hold of what is quoted, complete or partial (default: " +
                      std::string(to_string(otherwise)) + ")")
      .value_name("HOW");
}

Option add_date_option(Command& command, std::string& date, std::string const& description) {
  auto const check = [](std::string const& text) -> std::string {
    return text::day_number(text) ? "" : "\"" + text + "\" is no date; write YYYY-MM-DD";
  };
  return command.add("--date", date, description).value_name("DATE").check(check);
}

std::vector<std::string> files_named(std::vector<std::string> const& paths, FileRole const& role,
                                     WalkOptions const& walk, int& status) {
  auto named = named_files(paths, role, walk);
  for (auto const& fault : named.faults) complain(fault);
  if (!named.faults.empty()) status = failure;
  return std::move(named.files);
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

std::string failure_text(std::exception const& failure) {
  if (dynamic_cast<Error const*>(&failure) != nullptr) return failure.what();
  if (auto const* refused = dynamic_cast<std::filesystem::filesystem_error const*>(&failure)) {
    auto const path = refused->path1().empty() ? std::string("the working directory") : refused->path1().string();
    return path + ": " + refused->code().message() + "; check the path and its rights";
  }
  if (dynamic_cast<std::bad_alloc const*>(&failure) != nullptr)
    return "there is not enough memory; give fewer or smaller files, or lower --limit";
  return std::string("stopped by an unexpected failure: ") + failure.what();
}

}  // namespace quoth::tools
