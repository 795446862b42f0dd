// SPDX-License-Identifier: MIT
// Runs the program as a user would. Each folder of tests/data/tools is one case: `command` is run by sh in a copy of
// the folder, with $quoth as the program; what it prints must equal `stdout` and `stderr` (absent means nothing), and
// its exit status the number in `status` (absent means 0). With QUOTH_APPROVE=1 the files are rewritten instead, those
// of one folder by `QUOTH_APPROVE=1 quoth_tools_tests -tc="golden: FOLDER"`.
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/data_cases.hpp"
#include "tests/test_paths.hpp"

namespace {

namespace fs = std::filesystem;
using namespace quoth::test;

void write(fs::path const& file, std::string const& text) {
  fs::remove(file);
  if (!text.empty()) std::ofstream(file, std::ios::binary) << text;
}

// A fresh copy of the case's folder.
class Workplace {
 public:
  explicit Workplace(fs::path const& origin) {
    std::string name = (fs::temp_directory_path() / "quoth-test-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    directory_ = name;
    fs::copy(origin, directory_ / "case", fs::copy_options::recursive);
  }
  Workplace(Workplace const&) = delete;
  Workplace& operator=(Workplace const&) = delete;
  ~Workplace() { fs::remove_all(directory_); }

  int run() const {
    auto const line = "cd '" + (directory_ / "case").string() + "' && quoth='" + program_path() + "' examples='" +
                      source_tree("examples") + "' NO_COLOR=1 COLUMNS=100 sh ./command >../out 2>../err </dev/null";
    auto const status = std::system(line.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  std::string output() const { return file_bytes(directory_ / "out"); }
  std::string errors() const { return file_bytes(directory_ / "err"); }

 private:
  fs::path directory_;
};

void approve(fs::path const& folder, Workplace const& workplace, int status) {
  write(folder / "stdout", workplace.output());
  write(folder / "stderr", workplace.errors());
  write(folder / "status", status == 0 ? "" : std::to_string(status) + "\n");
}

void check_folder(DataCase const& data) {
  auto const& folder = data.file;
  Workplace const workplace(folder);
  auto const status = workplace.run();
  if (std::getenv("QUOTH_APPROVE") != nullptr) {
    approve(folder, workplace, status);
    return;
  }
  auto const expected_status = file_bytes(folder / "status");
  CHECK((expected_status.empty() ? "0\n" : expected_status) == std::to_string(status) + "\n");
  check_same(file_bytes(folder / "stdout"), workplace.output(), "stdout");
  check_same(file_bytes(folder / "stderr"), workplace.errors(), "stderr");
}

DataCases const folders(entry_cases(test_data(""), "golden: "), check_folder);

}  // namespace
