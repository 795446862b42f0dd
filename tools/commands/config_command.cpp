// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>

#include "tools/commands/command.hpp"
#include "tools/desk/config.hpp"
#include "tools/reports/terminal.hpp"
#include "tools/sources/source_store.hpp"

namespace quoth::tools {

namespace {

void print(std::string const& key, std::string const& value, std::string const& origin) {
  std::cout << key << " = " << (value.empty() ? "(none)" : printable(value)) << "  # " << printable(origin) << '\n';
}

void print_either(std::string const& key, std::string const& configured, std::string const& otherwise,
                  std::string const& file) {
  print(key, configured.empty() ? otherwise : configured, configured.empty() ? "built in" : file);
}

std::string joined(std::vector<std::string> const& patterns) {
  std::string text;
  for (auto const& pattern : patterns) text += (text.empty() ? "" : ", ") + pattern;
  return text;
}

void print_config(std::string const& start) {
  auto const config = find_config(start);
  auto const file = config.file.string();
  std::cout << "# " << (file.empty() ? "no quoth.toml here or above" : printable(file)) << '\n';
  auto const* environment = std::getenv("QUOTH_STORE");
  if (environment != nullptr) {
    print("store", environment, "QUOTH_STORE");
  } else {
    print_either("store", config.store, "", file);
  }
  print_either("sources", joined(config.sources), "", file);
  if (auto const place = place_of_source_store(config); !place.empty())
    print("store of the sources", place, "built in");
  print_either("baseline", config.baseline, "", file);
  print_either("policy", config.policy, "ap", file);
  print_either("coverage", config.coverage ? std::string(to_string(*config.coverage)) : "",
               "complete; of an audit partial", file);
  print_either("fail_on", config.fail_on, "altered", file);
  print_either("min_confidence", config.min_confidence ? fmt::format("{}", *config.min_confidence) : "",
               fmt::format("{}", least_confidence_by_default), file);
  print_either("include", joined(config.include), "*.md, *.markdown, *.txt, *.html, *.htm, *.docx, *.odt", file);
  print_either("exclude", joined(config.exclude), "", file);
  for (auto const verdict : all_verdicts) {
    if (!verdict_to_rule_on(to_string(verdict))) continue;
    print("severities." + std::string(to_string(verdict)), std::string(to_string(config.severities.of(verdict))),
          config.severities.is_set(verdict) ? file : "built in");
  }
  for (auto const& [name, person] : config.speakers) print("speakers." + printable(name), person, file);
  for (auto const& [pattern, names] : config.speakers_of_sources) {
    for (auto const& [name, person] : names)
      print("speakers." + printable(pattern) + "." + printable(name), person, file);
  }
  for (auto const& [pattern, made] : config.made)
    print("made." + printable(pattern), std::string(to_string(made)), file);
}

}  // namespace

void add_config_command(Command& program) {
  auto command = program.add_command("config", "What holds for articles in a folder, and from where");
  auto start = std::make_shared<std::string>(".");
  command.add("FOLDER", *start, "Where the articles are (default: here)");
  command.footer("Example: quoth config articles/");
  command.callback([start] { print_config(*start); });
}

}  // namespace quoth::tools
