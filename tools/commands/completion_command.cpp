// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iostream>
#include <memory>

#include "tools/commands/command.hpp"

namespace quoth::tools {

namespace {

// The long options and subcommands that may follow a command.
std::string words_after(CommandPage const& command) {
  std::string words;
  for (auto const& nested : command.commands) words += nested.name + " ";
  for (auto const& option : command.options) {
    for (auto const& name : option.long_names) words += "--" + name + " ";
  }
  if (!words.empty()) words.pop_back();
  return words;
}

// Calls `visit` for every command, with its path: "store list" and the like.
void for_each_command(CommandPage const& command, std::string const& path,
                      std::function<void(std::string const&, CommandPage const&)> const& visit) {
  visit(path, command);
  for (auto const& nested : command.commands) {
    for_each_command(nested, path.empty() ? nested.name : path + " " + nested.name, visit);
  }
}

void print_bash(CommandPage const& program) {
  std::cout << "_quoth() {\n  local current=${COMP_WORDS[COMP_CWORD]} path='' word\n"
               "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
               "    case $word in -*) ;; *) case \" ${_quoth_commands[*]} \" in *\" ${path:+${path}_}$word \"*) "
               "path=${path:+${path}_}$word ;; esac ;; esac\n  done\n  local words\n  case $path in\n";
  std::string commands;
  for_each_command(program, "", [&](std::string path, CommandPage const& command) {
    std::ranges::replace(path, ' ', '_');
    std::cout << "    '" << path << "') words='" << words_after(command) << "' ;;\n";
    if (!path.empty()) commands += path + " ";
  });
  std::cout << "  esac\n  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
               "  case $current in -*) ;; *) COMPREPLY+=($(compgen -f -- \"$current\")) ;; esac\n}\n"
               "_quoth_commands=("
            << commands << ")\ncomplete -o filenames -F _quoth quoth\n";
}

void print_zsh(CommandPage const& program) {
  std::cout << "#compdef quoth\nautoload -U +X bashcompinit && bashcompinit\n";
  print_bash(program);
}

// Quotes text for fish, in single quotes.
std::string fish_quoted(std::string const& text) {
  std::string out = "'";
  for (auto const c : text) out += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return out + "'";
}

void print_fish(CommandPage const& program) {
  for (auto const& command : program.commands) {
    std::cout << "complete -c quoth -n __fish_use_subcommand -f -a " << command.name << " -d "
              << fish_quoted(command.description) << '\n';
    auto const within = "'__fish_seen_subcommand_from " + command.name + "'";
    for (auto const& nested : command.commands) {
      std::cout << "complete -c quoth -n " << within << " -f -a " << nested.name << " -d "
                << fish_quoted(nested.description) << '\n';
    }
    for (auto const& option : command.options) {
      for (auto const& name : option.long_names) {
        std::cout << "complete -c quoth -n " << within << " -l " << name << " -d " << fish_quoted(option.description)
                  << '\n';
      }
    }
  }
}

}  // namespace

void add_completion_command(Command& program) {
  auto command =
      program.add_command("completion", "Shell completion, to be sourced or put where the shell looks for it");
  auto shell = std::make_shared<std::string>();
  command.add("SHELL", *shell, "bash, zsh or fish").required().one_of({"bash", "zsh", "fish"}).value_name("");
  command.footer("Example: quoth completion bash > ~/.local/share/bash-completion/completions/quoth");
  command.callback([shell, program] {
    auto const page = program.page();
    if (*shell == "bash") print_bash(page);
    if (*shell == "zsh") print_zsh(page);
    if (*shell == "fish") print_fish(page);
  });
}

}  // namespace quoth::tools
