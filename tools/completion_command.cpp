// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iostream>

#include "command.hpp"

namespace quoth {

namespace {

// The long options and subcommands that may follow a command, from the definitions that parse them.
std::string words_after(CLI::App const& command) {
  std::string words;
  for (auto const* subcommand : command.get_subcommands({})) words += subcommand->get_name() + " ";
  for (auto const* option : command.get_options()) {
    for (auto const& name : option->get_lnames()) words += "--" + name + " ";
  }
  if (!words.empty()) words.pop_back();
  return words;
}

// Every command with its path: "store list" and the like.
void for_each_command(CLI::App const& command, std::string const& path,
                      std::function<void(std::string const&, CLI::App const&)> const& visit) {
  visit(path, command);
  for (auto const* subcommand : command.get_subcommands({})) {
    for_each_command(*subcommand, path.empty() ? subcommand->get_name() : path + " " + subcommand->get_name(), visit);
  }
}

void print_bash(CLI::App const& app) {
  std::cout << "_quoth() {\n  local current=${COMP_WORDS[COMP_CWORD]} path='' word\n"
               "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
               "    case $word in -*) ;; *) case \" ${_quoth_commands[*]} \" in *\" ${path:+${path}_}$word \"*) "
               "path=${path:+${path}_}$word ;; esac ;; esac\n  done\n  local words\n  case $path in\n";
  std::string commands;
  for_each_command(app, "", [&](std::string path, CLI::App const& command) {
    std::ranges::replace(path, ' ', '_');
    std::cout << "    '" << path << "') words='" << words_after(command) << "' ;;\n";
    if (!path.empty()) commands += path + " ";
  });
  std::cout << "  esac\n  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
               "  case $current in -*) ;; *) COMPREPLY+=($(compgen -f -- \"$current\")) ;; esac\n}\n"
               "_quoth_commands=("
            << commands << ")\ncomplete -o filenames -F _quoth quoth\n";
}

void print_zsh(CLI::App const& app) {
  std::cout << "#compdef quoth\nautoload -U +X bashcompinit && bashcompinit\n";
  print_bash(app);
}

// For fish's single quotes.
std::string fish_quoted(std::string const& text) {
  std::string out = "'";
  for (auto const c : text) out += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return out + "'";
}

void print_fish(CLI::App const& app) {
  for (auto const* command : app.get_subcommands({})) {
    std::cout << "complete -c quoth -n __fish_use_subcommand -f -a " << command->get_name() << " -d "
              << fish_quoted(command->get_description()) << '\n';
    auto const within = "'__fish_seen_subcommand_from " + command->get_name() + "'";
    for (auto const* nested : command->get_subcommands({})) {
      std::cout << "complete -c quoth -n " << within << " -f -a " << nested->get_name() << " -d "
                << fish_quoted(nested->get_description()) << '\n';
    }
    for (auto const* option : command->get_options()) {
      for (auto const& name : option->get_lnames()) {
        std::cout << "complete -c quoth -n " << within << " -l " << name << " -d "
                  << fish_quoted(option->get_description()) << '\n';
      }
    }
  }
}

}  // namespace

void add_completion_command(CLI::App& app) {
  auto* command =
      app.add_subcommand("completion", "Shell completion, to be sourced or put where the shell looks for it");
  auto shell = std::make_shared<std::string>();
  command->add_option("SHELL", *shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}))
      ->type_name("");
  command->footer("Example: quoth completion bash > ~/.local/share/bash-completion/completions/quoth");
  command->callback([shell, &app] {
    if (*shell == "bash") print_bash(app);
    if (*shell == "zsh") print_zsh(app);
    if (*shell == "fish") print_fish(app);
  });
}

}  // namespace quoth
