// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "tests/test_paths.hpp"

namespace quoth::test {

// What a command prints on standard output.
std::string output_of(std::string const& command);

// A file name may hold anything but a slash.
inline constexpr char const* article_file = "=<b>\x1B[31m,::error.md";

// A store, an article full of the payloads and an old version of it, and the program's reports on them.
class HostileNewsroom {
 public:
  HostileNewsroom();
  HostileNewsroom(HostileNewsroom const&) = delete;
  HostileNewsroom& operator=(HostileNewsroom const&) = delete;
  ~HostileNewsroom() { std::filesystem::remove_all(folder_); }

  std::string report(std::string const& format) const {
    return run("check --no-config --store s.db --format " + format + " article.jsonl");
  }
  // Standard output and standard error of a command.
  std::string run(std::string const& command) const { return output_of(program() + command + " 2>&1"); }
  std::filesystem::path path(std::string const& name) const { return folder_ / name; }
  std::string content(std::string const& name) const {
    std::ifstream in(path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::size_t count() const { return count_; }

 private:
  std::string program() const { return "cd '" + folder_.string() + "' && NO_COLOR=1 '" + program_path() + "' "; }

  std::filesystem::path folder_;
  std::size_t count_ = 0;
};

// A file of a ZIP container.
std::string member_of(std::filesystem::path const& file, char const* name);

std::size_t count_of(std::string_view text, std::string_view part);

// Whether the text holds a character that controls a terminal or the direction of text.
bool drives_terminals(std::string const& text);

// Whether a build server would take a part of its log for a command.
bool drives_builds(std::string const& log);

}  // namespace quoth::test
