// SPDX-License-Identifier: MIT
#include "tests/data_cases.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>

#include "tests/line_difference.hpp"

namespace quoth::test {

namespace {

namespace fs = std::filesystem;

struct Registered {
  DataCase data;
  void (*run)(DataCase const&);
};

// By name; doctest keeps pointers to the names, so nothing is ever taken out.
std::map<std::string, Registered>& registered() {
  static std::map<std::string, Registered> cases;
  return cases;
}

// doctest calls a plain function; which case is meant it says itself.
void run_current() {
  auto const& current = registered().at(doctest::getContextOptions()->currentTest->m_name);
  INFO(current.data.text);
  current.run(current.data);
}

std::ifstream opened(fs::path const& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("no test data in " + file.string());
  return in;
}

}  // namespace

DataCases::DataCases(std::vector<DataCase> cases, void (*run)(DataCase const&)) {
  for (auto& data : cases) {
    auto const name = data.name;
    auto const [entry, is_new] = registered().try_emplace(name, Registered{std::move(data), run});
    if (!is_new) throw std::runtime_error("two test cases are called " + name);
    auto const& added = entry->second.data;
    doctest::detail::TestCase test(run_current, added.file.c_str(), added.line, doctest::detail::TestSuite{});
    test.m_name = entry->first.c_str();
    doctest::detail::regTest(test);
  }
}

std::vector<DataCase> line_cases(fs::path const& file, std::size_t named_by) {
  auto in = opened(file);
  std::vector<DataCase> cases;
  unsigned number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    auto name = file.filename().string() + ":" + std::to_string(number);
    auto const parts = fields(line);
    for (std::size_t i = 0; i < std::min(named_by, parts.size()); ++i) name += " " + parts[i];
    cases.push_back({std::move(name), file, number, line});
  }
  return cases;
}

std::vector<DataCase> block_cases(fs::path const& file) {
  auto in = opened(file);
  std::vector<DataCase> cases;
  unsigned number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("== ")) {
      cases.push_back({file.filename().string() + ": " + line.substr(3), file, number, {}});
    } else if (!cases.empty()) {
      cases.back().text += line + '\n';
    }
  }
  return cases;
}

std::vector<DataCase> entry_cases(fs::path const& folder, std::string const& prefix) {
  std::vector<DataCase> cases;
  for (auto const& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".expected") continue;
    cases.push_back({prefix + entry.path().filename().string(), entry.path(), 1, {}});
  }
  if (cases.empty()) throw std::runtime_error("no test data in " + folder.string());
  return cases;
}

std::vector<std::string> data_lines(fs::path const& file) {
  auto in = opened(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.front() != '#') lines.push_back(line);
  }
  return lines;
}

std::vector<std::string> fields(std::string const& line) {
  std::string_view constexpr separator = " | ";
  std::vector<std::string> parts;
  std::size_t at = 0;
  for (;;) {
    auto const next = line.find(separator, at);
    parts.push_back(line.substr(at, next == line.npos ? next : next - at));
    if (next == line.npos) return parts;
    at = next + separator.size();
  }
}

std::string file_bytes(fs::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return in ? std::string(std::istreambuf_iterator<char>(in), {}) : std::string();
}

void check_same(std::string const& expected, std::string const& actual, std::string const& what) {
  auto const is_same = expected == actual;  // apart, as doctest would print both texts
  CHECK_MESSAGE(is_same, what, " is not as expected (- expected, + actual):\n", line_difference(expected, actual));
}

}  // namespace quoth::test
