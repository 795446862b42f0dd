// SPDX-License-Identifier: MIT
#include <iostream>
#include <sstream>
#include <utility>
#include <vector>

#include "quoth/edit_class.hpp"
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

// "-s, --store FILE", options bold and values in italics.
std::string synopsis_of(OptionPage const& option) {
  std::string text;
  auto const add = [&](std::string const& name) { text += (text.empty() ? "\\fB" : ", \\fB") + roff(name) + "\\fR"; };
  for (auto const& name : option.short_names) add("-" + name);
  for (auto const& name : option.long_names) add("--" + name);
  if (option.is_positional) text = "\\fI" + roff(option.name) + "\\fR";
  if (!option.value_name.empty()) text += " \\fI" + roff(option.value_name) + "\\fR";
  if (option.is_repeatable) text += option.is_positional ? " ..." : ", again for each";
  return text;
}

void print_command(CommandPage const& command, std::string const& path) {
  std::cout << ".SS " << roff(path) << '\n' << roff(command.description) << ".\n";
  for (auto const& option : command.options) {
    std::cout << ".TP\n" << synopsis_of(option) << '\n' << roff(option.description) << '\n';
    if (!option.environment.empty()) std::cout << "(else " << roff(option.environment) << ")\n";
  }
  if (!command.footer.empty()) std::cout << ".PP\n" << roff(command.footer) << '\n';
  for (auto const& nested : command.commands) print_command(nested, path + " " + nested.name);
}

void print_terms(std::string const& heading, std::vector<std::pair<std::string, std::string>> const& terms) {
  std::cout << ".SH " << heading << '\n';
  for (auto const& [term, meaning] : terms) std::cout << ".TP\n.B " << roff(term) << '\n' << roff(meaning) << '\n';
}

void print_environment() {
  print_terms(
      "ENVIRONMENT",
      {{"QUOTH_STORE", "The store, where --store is not given. It goes before the one of quoth.toml."},
       {"QUOTH_PLUGINS",
        "The folder of the modules that read DOCX, PDF and others; otherwise they lie beside the "
        "program or in its library folder."},
       {"XDG_CACHE_HOME",
        "The folder of caches, where stores of the sources that a quoth.toml names are kept (otherwise ~/.cache)."},
       {"SOURCE_DATE_EPOCH",
        "The time that annotate gives its comments, in seconds since 1970, instead of now; the day that pages of check "
        "say it was made."},
       {"NO_COLOR", "If it is set to anything, reports have no colour, unless --color always asks for it."},
       {"COLUMNS", "The width of reports of text, where the terminal does not tell."},
       {"TERM", "With the value dumb reports have no colour."},
       {"GIT_DIR, GIT_WORK_TREE", "As git has them; where they are set the work tree that they name is believed."}});
}

void print_files() {
  print_terms("FILES", {{"quoth.toml",
                         "What holds for the articles in its folder and below; quoth config prints it. The "
                         "nearest one above an article is read, as far as the top of its git work tree."},
                        {"~/.cache/quoth/",
                         "Stores of the sources that a quoth.toml names, one for each work tree. They may be "
                         "removed at any time."},
                        {"STORE.old", "The store as it was before quoth store upgrade replaced it."},
                        {"STORE-journal",
                         "What takes back an ingest that was cut off. It belongs to the store: never "
                         "remove it, and copy a store with quoth store backup."},
                        {".git/hooks/pre-commit",
                         "The hook of quoth hook install; one that was there before is kept as "
                         "pre-commit.before-quoth and runs first."},
                        {"quoth-zip.so, quoth-pdf.so, quoth-captions.so, quoth-mail.so",
                         "Modules for formats, loaded for the first file that needs one."}});
}

// The lines of the commands' footers that begin with "Example: ", and those behind that are command lines too.
void print_examples(CommandPage const& command) {
  std::istringstream lines(command.footer);
  for (std::string line; std::getline(lines, line);) {
    auto const at = line.find("quoth ");
    if (line.starts_with("Example") && at != line.npos)
      std::cout << ".PP\n"
                << roff(command.description) << ":\n.PP\n.RS\n.nf\n"
                << roff(line.substr(at)) << "\n.fi\n.RE\n";
  }
  for (auto const& nested : command.commands) print_examples(nested);
}

void print_verdicts() {
  std::cout << ".SH VERDICTS\n";
  for (auto const verdict : all_verdicts) {
    std::cout << ".TP\n.B " << to_string(verdict) << '\n' << roff(std::string(meaning_of(verdict)));
    if (must_be_seen(verdict)) std::cout << "; an editor must see it";
    std::cout << '\n';
  }
}

void print_edit_classes() {
  std::cout << ".SH CLASSES OF EDITS\nWhat differs; \\fB\\-\\-select\\fR and \\fB\\-\\-ignore\\fR take these names and "
               "those of verdicts, and quoth explain has a page on each.\n";
  for (auto const edit_class : all_edit_classes)
    std::cout << ".TP\n.B " << roff(std::string(to_string(edit_class))) << '\n'
              << roff(std::string(meaning_of(edit_class))) << '\n';
}

void print_manual(CommandPage const& program) {
  std::cout << ".TH QUOTH 1 \"\" \"quoth " QUOTH_VERSION
               "\"\n.SH NAME\nquoth \\- verifies quotations and their attribution\n"
               ".SH SYNOPSIS\n.B quoth\n.I COMMAND\n[OPTIONS]\n.SH DESCRIPTION\n"
            << roff(program.description) << "\n.SH COMMANDS\n";
  for (auto const& command : program.commands) print_command(command, command.name);
  print_verdicts();
  print_edit_classes();
  print_environment();
  print_files();
  std::cout << ".SH EXAMPLES\n";
  for (auto const& command : program.commands) print_examples(command);
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
