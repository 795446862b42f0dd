// SPDX-License-Identifier: MIT
// Runs the program as a user would. Each folder of tests/data/tools is one case: `command` is run by sh in a copy of
// the folder, with $quoth as the program; what it prints must equal `stdout` and `stderr` (absent means nothing), and
// its exit status the number in `status` (absent means 0). With QUOTH_APPROVE=1 the files are rewritten instead.
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string content(fs::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return in ? std::string(std::istreambuf_iterator<char>(in), {}) : std::string();
}

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
    auto const line = "cd '" + (directory_ / "case").string() +
                      "' && quoth='" QUOTH_PROGRAM "' examples='" QUOTH_EXAMPLES
                      "' NO_COLOR=1 COLUMNS=100 sh ./command >../out 2>../err </dev/null";
    auto const status = std::system(line.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  std::string output() const { return content(directory_ / "out"); }
  std::string errors() const { return content(directory_ / "err"); }

 private:
  fs::path directory_;
};

void approve(fs::path const& folder, Workplace const& workplace, int status) {
  write(folder / "stdout", workplace.output());
  write(folder / "stderr", workplace.errors());
  write(folder / "status", status == 0 ? "" : std::to_string(status) + "\n");
}

std::vector<fs::path> cases() {
  std::vector<fs::path> folders;
  for (auto const& entry : fs::directory_iterator(QUOTH_TEST_DATA)) {
    if (entry.is_directory()) folders.push_back(entry.path());
  }
  std::ranges::sort(folders);
  return folders;
}

}  // namespace

TEST_CASE("the program prints what its golden files say") {
  for (auto const& folder : cases()) {
    CAPTURE(folder.filename().string());
    Workplace const workplace(folder);
    auto const status = workplace.run();
    if (std::getenv("QUOTH_APPROVE") != nullptr) {
      approve(folder, workplace, status);
      continue;
    }
    auto const expected_status = content(folder / "status");
    CHECK(std::to_string(status) + "\n" == (expected_status.empty() ? "0\n" : expected_status));
    CHECK(workplace.output() == content(folder / "stdout"));
    CHECK(workplace.errors() == content(folder / "stderr"));
  }
}
