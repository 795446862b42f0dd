// SPDX-License-Identifier: MIT
#include <iostream>
#include <memory>

#include "tools/commands/command.hpp"
#include "tools/reports/doc_page.hpp"
#include "tools/reports/plain_page.hpp"
#include "tools/reports/terminal.hpp"

namespace quoth::tools {

void add_explain_command(Command& program) {
  auto command = program.add_command(
      "explain", "What a verdict or a class of edits means, with an example, and what to do about it");
  auto name = std::make_shared<std::string>();
  auto const names = names_with_pages();
  command.add("NAME", *name, "A verdict (altered, spliced …) or a class of edits (number, pronoun …)")
      .required()
      .value_name("")
      .offers({names.begin(), names.end()})
      .check([](std::string const& given) { return page_named(given).text.empty() ? unknown_page(given) : ""; });
  command.footer("Examples: quoth explain misattributed, quoth explain \"not found\", quoth explain hiding-ellipsis");
  command.callback([name] { std::cout << plain_page(page_named(*name).text, terminal("auto")); });
}

}  // namespace quoth::tools
