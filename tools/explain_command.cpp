// SPDX-License-Identifier: MIT
#include <iostream>

#include "command.hpp"
#include "finding_text.hpp"

namespace quoth {

void add_explain_command(CLI::App& app) {
  static std::map<std::string, Verdict> const verdicts = [] {
    std::map<std::string, Verdict> names;
    for (auto const verdict :
         {Verdict::verbatim, Verdict::permitted, Verdict::altered, Verdict::spliced, Verdict::truncated,
          Verdict::distorted, Verdict::not_found, Verdict::misattributed, Verdict::unchecked}) {
      names.emplace(to_string(verdict), verdict);
    }
    return names;
  }();
  auto* command = app.add_subcommand("explain", "What a verdict means, with an example, and what to do about it");
  auto number = std::make_shared<int>();
  command->add_option("VERDICT", *number, "verbatim, permitted, altered …")
      ->required()
      ->transform(one_of(verdicts))
      ->type_name("");
  command->footer("Example: quoth explain misattributed");
  command->callback([number] { std::cout << verdict_page(static_cast<Verdict>(*number)); });
}

}  // namespace quoth
