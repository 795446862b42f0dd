// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/verdict.hpp"

namespace quoth {

// What a policy makes of one class of edits.
struct EditRule {
  Verdict verdict = Verdict::altered;
  double cost = 0;  // what one such edit takes off the fidelity, in [0, 1]

  bool allowed() const { return verdict == Verdict::verbatim || verdict == Verdict::permitted; }
};

// Which edits a newsroom allows and what each class costs. Data: three are built in, a file can give another.
class Policy {
 public:
  // The built-in policy "ap".
  Policy();
  // A built-in policy: "strict", "ap" or "broadcast". Throws Error for any other name.
  static Policy named(std::string_view name);
  static std::vector<std::string_view> names();
  // Reads the line format of match/data/policies; classes it does not name are as in "ap". Throws Error with file and
  // line.
  static Policy from_file(std::filesystem::path const& file);
  static Policy parse(std::string_view text, std::string_view where);

  std::string const& name() const { return name_; }
  // The rule for a class; that of "content-word" for one unknown.
  EditRule const& rule(std::string_view edit_class) const;
  std::map<std::string, EditRule, std::less<>> const& rules() const { return rules_; }

 private:
  struct Empty {};
  explicit Policy(Empty) {}
  void read(std::string_view text, std::string_view where);

  std::string name_;
  std::map<std::string, EditRule, std::less<>> rules_;
};

// A built-in policy by name, or the one in the file of that name.
Policy load_policy(std::string const& name_or_file);

}  // namespace quoth
