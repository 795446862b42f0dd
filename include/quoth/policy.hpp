// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/edit_class.hpp"
#include "quoth/verdict.hpp"

namespace quoth {

/// What a policy makes of one class of edits.
struct EditRule {
  Verdict verdict = Verdict::altered;
  double cost = 0;  ///< what one such edit takes off the fidelity, in [0, 1]

  /// Whether such an edit needs nobody's eye.
  bool allowed() const { return verdict == Verdict::verbatim || verdict == Verdict::permitted; }
};

/// Which edits a newsroom allows and what each class costs. Three are built in, the columns of edit_classes.def; a file
/// can give another.
class Policy {
 public:
  /// The built-in policy "ap".
  Policy();
  /// A built-in policy: "strict", "ap" or "broadcast". Throws Error for any other name.
  static Policy named(std::string_view name);
  /// The names of those that are built in.
  static std::vector<std::string_view> names();
  /// Reads a class a line: its name, verdict and cost; classes it does not name are as in "ap". Throws Error with file
  /// and line, also for an unknown class and for
  /// what is over 64 KiB.
  static Policy from_file(std::filesystem::path const& file);
  /// The same from a text; errors name `where`.
  static Policy parse(std::string_view text, std::string_view where);

  /// Its name; of one from a file what the file calls it.
  std::string const& name() const { return name_; }
  /// What it makes of that class.
  EditRule const& rule(EditClass edit_class) const { return rules_[static_cast<std::size_t>(edit_class)]; }
  /// The same policy, but these classes are permitted at the cost of a slight change, unless they cost less already.
  Policy permitting(std::span<EditClass const> classes) const;

 private:
  struct Empty {};
  explicit Policy(Empty) {}
  void read(std::string_view text, std::string_view where);

  std::string name_;
  std::array<EditRule, all_edit_classes.size()> rules_;  ///< by class
};

/// A built-in policy by name, or the one in the file of that name.
Policy load_policy(std::string const& name_or_file);

}  // namespace quoth
