// SPDX-License-Identifier: MIT
#include <iostream>
#include <memory>

#include "tools/commands/command.hpp"
#include "tools/reports/doc_page.hpp"

namespace quoth::tools {

namespace {

// Empty if there is no page of that name.
std::string_view page_named(std::string_view name) {
  if (auto const verdict = verdict_named(name)) return page_of(*verdict);
  if (auto const edit_class = edit_class_named(name)) return page_of(*edit_class);
  return {};
}

template <typename Values>
std::string names_of(Values const& values) {
  std::string names;
  for (auto const value : values) names.append(names.empty() ? "" : ", ").append(to_string(value));
  return names;
}

std::string fault_of(std::string const& name) {
  if (!page_named(name).empty()) return "";
  return "\"" + name + "\" is unknown; use a verdict (" + names_of(all_verdicts) + ") or a class of edits (" +
         names_of(all_edit_classes) + ")";
}

}  // namespace

void add_explain_command(Command& program) {
  auto command = program.add_command(
      "explain", "What a verdict or a class of edits means, with an example, and what to do about it");
  auto name = std::make_shared<std::string>();
  command.add("NAME", *name, "A verdict (altered, spliced …) or a class of edits (number, pronoun …)")
      .required()
      .value_name("")
      .check(fault_of);
  command.footer("Examples: quoth explain misattributed, quoth explain hiding-ellipsis");
  command.callback([name] { std::cout << page_named(*name); });
}

}  // namespace quoth::tools
