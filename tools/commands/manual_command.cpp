// SPDX-License-Identifier: MIT
#include <iostream>

#include "quoth/verdict.hpp"
#include "quoth/version.hpp"
#include "tools/commands/command.hpp"

namespace quoth::tools {

namespace {

// Escapes text for roff, where a backslash, and a dot or quote at the start of a line, begin commands.
std::string roff(std::string const& text) {
  std::string out;
  for (auto const c : text) {
    bool const line_starts = out.empty() || out.back() == '\n';
    if (line_starts && (c == '.' || c == '\'')) out += "\\&";
    out += c == '\\' ? "\\e" : c == '-' ? "\\-" : std::string(1, c);
  }
  return out;
}

void print_command(CommandPage const& command, std::string const& path) {
  std::cout << ".SS " << roff(path) << '\n' << roff(command.description) << ".\n";
  for (auto const& option : command.options)
    std::cout << ".TP\n.B " << roff(option.name) << '\n' << roff(option.description) << '\n';
  if (!command.footer.empty()) std::cout << ".PP\n" << roff(command.footer) << '\n';
  for (auto const& nested : command.commands) print_command(nested, path + " " + nested.name);
}

void print_verdicts() {
  std::cout << ".SH VERDICTS\n";
  for (auto const verdict : all_verdicts) {
    std::cout << ".TP\n.B " << to_string(verdict) << '\n' << roff(std::string(meaning_of(verdict)));
    if (must_be_seen(verdict)) std::cout << "; an editor must see it";
    std::cout << '\n';
  }
}

void print_manual(CommandPage const& program) {
  std::cout << ".TH QUOTH 1 \"\" \"quoth " QUOTH_VERSION
               "\"\n.SH NAME\nquoth \\- verifies quotations and their attribution\n"
               ".SH SYNOPSIS\n.B quoth\n.I COMMAND\n[OPTIONS]\n.SH DESCRIPTION\n"
            << roff(program.description) << "\n.SH COMMANDS\n";
  for (auto const& command : program.commands) print_command(command, command.name);
  print_verdicts();
  std::cout
      << ".SH EXIT STATUS\n"
      << roff(program.footer) << "\n.PP\n"
      << roff(
             "What is unconfirmed or was not checked stops nothing, unless --fail-on or the severities of quoth.toml "
             "ask for it, and nothing stops that was set aside or is of a confidence below --min-confidence.")
      << "\n.SH CONFIDENCE\n"
      << roff(
             "A verdict's confidence, from 0 to 1, says how sure it is, not how grave: less where the words are few, "
             "differ much or sound alike, where the source does not name who speaks, and where a machine made it.")
      << '\n';
}

}  // namespace

void add_manual_command(Command& program) {
  auto command = program.add_command("manual", "The manual page, for man");
  command.footer("Example: quoth manual | man -l -");
  command.callback([program] { print_manual(program.page()); });
}

}  // namespace quoth::tools
