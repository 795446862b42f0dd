// SPDX-License-Identifier: MIT
#include <iostream>
#include <memory>

#include "tools/commands/command.hpp"

namespace quoth::tools {

void add_help_command(Command& program) {
  auto command = program.add_command("help", "How the program or one of its commands is used");
  auto path = std::make_shared<std::vector<std::string>>();
  command.add_arguments("COMMAND", *path, "A command, such as check or store list (default: the program)")
      .offers(Offer::commands);
  command.footer("Example: quoth help check");
  command.callback([path, program] {
    auto at = program;
    for (auto const& name : *path) at = at.command_named(name);
    std::cout << at.help();
  });
}

}  // namespace quoth::tools
