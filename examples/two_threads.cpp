// SPDX-License-Identifier: MIT
// two_threads STORE ARTICLE...: the findings as JSON lines, made by two threads that share the articles between them.
// Each thread has a checker of its own; both read the same store.
#include <cstddef>
#include <exception>
#include <future>
#include <iostream>
#include <quoth/quoth.hpp>
#include <string>
#include <vector>

namespace {

using Lines = std::vector<std::string>;  // those of one file each

// Every second file, from the one of that number on.
void check_half(std::string const& store, std::vector<std::string> const& files, std::size_t first, Lines& lines) {
  quoth::Checker checker({.store = store});
  for (auto i = first; i < files.size(); i += 2)
    for (auto const& article : quoth::read_articles(files[i]))
      lines[i] += quoth::to_json(article, checker.check(article)) + "\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::vector<std::string> const files(argv + 2, argv + argc);
  Lines lines(files.size());
  try {
    auto other = std::async(std::launch::async, [&] { check_half(argv[1], files, 1, lines); });
    check_half(argv[1], files, 0, lines);
    other.get();
  } catch (std::exception const& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
  for (auto const& of_file : lines) std::cout << of_file;
}
