// SPDX-License-Identifier: MIT
#include <iostream>
#include <memory>

#include "tools/commands/command.hpp"
#include "tools/reports/finding_text.hpp"

namespace quoth {

void add_explain_command(Command& program) {
  std::map<std::string, Verdict> verdicts;
  for (auto const verdict :
       {Verdict::verbatim, Verdict::permitted, Verdict::altered, Verdict::spliced, Verdict::truncated,
        Verdict::distorted, Verdict::not_found, Verdict::misattributed, Verdict::unchecked}) {
    verdicts.emplace(to_string(verdict), verdict);
  }
  auto command = program.add_command("explain", "What a verdict means, with an example, and what to do about it");
  auto verdict = std::make_shared<Verdict>();
  command.add_choice("VERDICT", *verdict, verdicts, "verbatim, permitted, altered …").required().value_name("");
  command.footer("Example: quoth explain misattributed");
  command.callback([verdict] { std::cout << verdict_page(*verdict); });
}

}  // namespace quoth
