// SPDX-License-Identifier: MIT
#include <iostream>

#include "command.hpp"

namespace quoth {

namespace {

// For roff: a backslash, and a dot or quote at the start of a line, would be read as commands.
std::string roff(std::string const& text) {
  std::string out;
  for (auto const c : text) {
    bool const line_starts = out.empty() || out.back() == '\n';
    if (line_starts && (c == '.' || c == '\'')) out += "\\&";
    out += c == '\\' ? "\\e" : c == '-' ? "\\-" : std::string(1, c);
  }
  return out;
}

void print_options(CLI::App const& command) {
  for (auto const* option : command.get_options()) {
    auto const name = option->get_positional() ? option->get_name(true) : option->get_name(false, true);
    std::cout << ".TP\n.B " << roff(name) << '\n' << roff(option->get_description()) << '\n';
  }
}

void print_command(CLI::App const& command, std::string const& path) {
  std::cout << ".SS " << roff(path) << '\n' << roff(command.get_description()) << ".\n";
  print_options(command);
  if (!command.get_footer().empty()) std::cout << ".PP\n" << roff(command.get_footer()) << '\n';
  for (auto const* nested : command.get_subcommands({})) print_command(*nested, path + " " + nested->get_name());
}

void print_manual(CLI::App const& app) {
  std::cout << ".TH QUOTH 1 \"\" \"quoth " QUOTH_VERSION
               "\"\n.SH NAME\nquoth \\- verifies quotations and their attribution\n"
               ".SH SYNOPSIS\n.B quoth\n.I COMMAND\n[OPTIONS]\n.SH DESCRIPTION\n"
            << roff(app.get_description()) << "\n.SH COMMANDS\n";
  for (auto const* command : app.get_subcommands({})) print_command(*command, command->get_name());
  std::cout << ".SH EXIT STATUS\n" << roff(app.get_footer()) << '\n';
}

}  // namespace

void add_manual_command(CLI::App& app) {
  auto* command = app.add_subcommand("manual", "The manual page, for man");
  command->footer("Example: quoth manual | man -l -");
  command->callback([&app] { print_manual(app); });
}

}  // namespace quoth
