// SPDX-License-Identifier: MIT
#include <iostream>
#include <memory>
#include <vector>

#include "completion_scripts.hpp"
#include "tools/commands/command.hpp"
#include "tools/commands/completions.hpp"

namespace quoth::tools {

namespace {

void print(Completions const& completions) {
  for (auto const& [word, description] : completions.words)
    std::cout << word << (description.empty() ? "" : "\t") << description << '\n';
  if (completions.files) std::cout << ":files\n";
  if (completions.folders) std::cout << ":folders\n";
}

void add_complete_command(Command& program) {
  auto command = program.add_hidden_command("complete", "What may stand at the end of a command line, for shells");
  auto words = std::make_shared<std::vector<std::string>>();
  command.add_arguments("WORD", *words, "The words behind quoth, the last of which is completed");
  command.callback([words, program] { print(completions_of(program.page(), *words)); });
}

}  // namespace

void add_completion_command(Command& program) {
  auto command =
      program.add_command("completion", "Shell completion, to be sourced or put where the shell looks for it");
  auto shell = std::make_shared<std::string>();
  command.add("SHELL", *shell, "bash, zsh or fish").required().one_of({"bash", "zsh", "fish"}).value_name("");
  command.footer("Example: quoth completion bash > ~/.local/share/bash-completion/completions/quoth");
  command.callback([shell] {
    std::cout << (*shell == "bash"  ? embedded::bash_completion
                  : *shell == "zsh" ? embedded::zsh_completion
                                    : embedded::fish_completion);
  });
  add_complete_command(program);
}

}  // namespace quoth::tools
