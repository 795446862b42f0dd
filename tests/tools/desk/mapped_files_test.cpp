// SPDX-License-Identifier: MIT
#include "tools/desk/mapped_files.hpp"

#include <doctest/doctest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string>

TEST_CASE("a mapped file that is cut short ends the program with a line and status 2") {
  std::string name = "/tmp/quoth-mapped-XXXXXX";
  auto const file = mkstemp(name.data());
  REQUIRE(file >= 0);
  unlink(name.c_str());
  constexpr std::size_t size = 16'384;
  REQUIRE(ftruncate(file, size) == 0);
  std::array<int, 2> pipe_ends{};
  REQUIRE(pipe(pipe_ends.data()) == 0);
  auto const child = fork();
  if (child == 0) {
    dup2(pipe_ends[1], STDERR_FILENO);
    quoth::tools::end_where_a_mapped_file_is_cut_short();
    auto const* bytes = static_cast<char const volatile*>(mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0));
    if (ftruncate(file, 0) != 0) _exit(7);
    _exit(bytes[size - 1] == 0 ? 8 : 9);
  }
  close(pipe_ends[1]);
  std::array<char, 200> said{};
  auto const length = read(pipe_ends[0], said.data(), said.size());
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 2);
  REQUIRE(length > 0);
  CHECK(std::string(said.data(), static_cast<std::size_t>(length)).starts_with("quoth: a file was cut short"));
  close(pipe_ends[0]);
  close(file);
}
