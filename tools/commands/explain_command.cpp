// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iostream>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "text/words/near_name.hpp"
#include "tools/commands/command.hpp"
#include "tools/reports/doc_page.hpp"

namespace quoth::tools {

namespace {

// Each name with its page, those of verdicts first.
std::vector<std::pair<std::string_view, std::string_view>> pages() {
  std::vector<std::pair<std::string_view, std::string_view>> pages;
  pages.reserve(std::size(all_verdicts) + std::size(all_edit_classes));
  for (auto const verdict : all_verdicts) pages.emplace_back(to_string(verdict), page_of(verdict));
  for (auto const edit_class : all_edit_classes) pages.emplace_back(to_string(edit_class), page_of(edit_class));
  return pages;
}

// Whatever its case, and with blanks, hyphens or underscores. Empty if there is no page of that name.
std::string_view page_named(std::string_view name) {
  for (auto const& [known, page] : pages()) {
    if (text::plain_name(known) == text::plain_name(name)) return page;
  }
  return {};
}

std::string fault_of(std::string const& name) {
  if (!page_named(name).empty()) return "";
  auto const names = names_with_pages();
  auto const meant = text::did_you_mean(name, names);
  return "\"" + name + "\" is unknown" +
         (meant.empty() ? fmt::format("; use a verdict or a class of edits: {}", fmt::join(names, ", ")) : meant);
}

}  // namespace

void add_explain_command(Command& program) {
  auto command = program.add_command(
      "explain", "What a verdict or a class of edits means, with an example, and what to do about it");
  auto const names = names_with_pages();
  auto name = std::make_shared<std::string>();
  command.add("NAME", *name, "A verdict (altered, spliced …) or a class of edits (number, pronoun …)")
      .required()
      .value_name("")
      .offers({names.begin(), names.end()})
      .check(fault_of);
  command.footer("Examples: quoth explain misattributed, quoth explain \"not found\", quoth explain hiding-ellipsis");
  command.callback([name] { std::cout << page_named(*name); });
}

}  // namespace quoth::tools
