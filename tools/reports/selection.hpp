// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "quoth/checker.hpp"
#include "quoth/edit_class.hpp"
#include "quoth/finding.hpp"

namespace quoth::tools {

// Which findings an editor wants to hear of: of the verdicts and classes of edits selected, without the ignored ones.
class Selection {
 public:
  // Verdicts and classes of edits, as `quoth explain` takes them, with commas between; all are selected until the first
  // is. Throw Error where there is none of a name.
  void select(std::string_view names) { add(selected_, names); }
  void ignore(std::string_view names) { add(ignored_, names); }

  bool selects(Finding const& finding) const;
  // Leaves out what is not selected.
  void apply(std::vector<CheckedQuotation>& checked) const;

 private:
  struct Names {
    std::set<Verdict> verdicts;
    std::set<EditClass> classes;
    bool empty() const { return verdicts.empty() && classes.empty(); }
  };

  static void add(Names& names, std::string_view list);
  static void add_one(Names& names, std::string_view name);

  Names selected_;
  Names ignored_;
};

}  // namespace quoth::tools
