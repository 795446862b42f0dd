// SPDX-License-Identifier: MIT
#include "tests/tools/audit/audit_newsroom.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "tests/test_paths.hpp"

namespace {

namespace fs = std::filesystem;

constexpr std::array results_for_readers{"results.jsonl.zst", "audit.db",   "articles.csv", "findings.csv",
                                         "evidence.csv",      "errors.csv", "variants.csv", "summary.html"};

std::string content(fs::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return in ? std::string(std::istreambuf_iterator<char>(in), {}) : std::string();
}

// Rows of cells; quoted ones may hold commas and line breaks.
std::vector<std::vector<std::string>> csv_rows(std::string const& text) {
  std::vector<std::vector<std::string>> rows(1, {""});
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"' && quoted && i + 1 < text.size() && text[i + 1] == '"') {
      rows.back().back() += text[++i];
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (text[i] == ',' && !quoted) {
      rows.back().emplace_back();
    } else if (text[i] == '\n' && !quoted) {
      rows.push_back({""});
    } else if (text[i] != '\r' || quoted) {
      rows.back().back() += text[i];
    }
  }
  rows.pop_back();
  return rows;
}

std::string audit_arguments(std::string const& paths, std::string const& out) {
  return "audit --no-config --store s.db --out " + out + " " + paths;
}

}  // namespace

AuditNewsroom::AuditNewsroom() {
  std::string name = (fs::temp_directory_path() / "quoth-test-XXXXXX").string();
  REQUIRE(mkdtemp(name.data()) != nullptr);
  folder_ = name;
  REQUIRE(run("ingest --store s.db --date 2031-05-12 --speaker 'THE MAYOR=Ana Ruud' "
              "--speaker 'MR. HALVORSEN=Jonas Halvorsen' --speaker 'MS. BERG=Karin Berg' --id council "
              "'" +
              quoth::test::source_tree("examples/council-meeting.txt") + "'") == 0);
}

AuditNewsroom::~AuditNewsroom() { fs::remove_all(folder_); }

void AuditNewsroom::write(std::string const& name, std::string const& bytes) const {
  fs::create_directories(path(name).parent_path());
  std::ofstream(path(name), std::ios::binary) << bytes;
}

std::string AuditNewsroom::read(std::string const& name) const { return content(path(name)); }

int AuditNewsroom::run(std::string const& arguments) {
  auto const line = "cd '" + folder_.string() + "' && '" + quoth::test::program_path() + "' " + arguments +
                    " >stdout 2>stderr </dev/null";
  auto const status = std::system(line.c_str());
  message_ = read("stderr");
  // What a sanitizer finds ends the program with 1, which is also the status of an audit that found something.
  CHECK_MESSAGE(message_.find("Sanitizer") == std::string::npos, message_);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int AuditNewsroom::audit(std::string const& paths, std::string const& out, std::string const& more) {
  return run(audit_arguments(paths, out) + " " + more);
}

pid_t AuditNewsroom::begin_audit(std::string const& paths, std::string const& out) const {
  auto line = "cd '" + folder_.string() + "' && exec '" + quoth::test::program_path() + "' " +
              audit_arguments(paths, out) + " >stdout 2>stderr </dev/null";
  std::string shell = "sh";
  std::string flag = "-c";
  std::array<char*, 4> arguments{shell.data(), flag.data(), line.data(), nullptr};
  pid_t process = 0;
  REQUIRE(posix_spawnp(&process, "sh", nullptr, nullptr, arguments.data(), environ) == 0);
  return process;
}

int AuditNewsroom::end(pid_t process) {
  int status = 0;
  REQUIRE(waitpid(process, &status, 0) == process);
  message_ = read("stderr");
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

std::string AuditNewsroom::results(std::string const& out) const {
  std::string all;
  for (auto const* name : results_for_readers) {
    auto const bytes = read(out + "/" + name);
    CHECK_MESSAGE(!bytes.empty(), name);
    all += bytes;
  }
  for (auto const& name : pages(out)) all += name + read(out + "/pages/" + name);
  return all;
}

std::vector<std::string> AuditNewsroom::pages(std::string const& out) const {
  std::vector<std::string> names;
  for (auto const& entry : fs::directory_iterator(path(out + "/pages")))
    names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

std::vector<std::string> AuditNewsroom::column(std::string const& file, std::string const& name) const {
  auto const rows = csv_rows(read(file));
  REQUIRE_FALSE(rows.empty());
  auto const at = static_cast<std::size_t>(std::ranges::find(rows.front(), name) - rows.front().begin());
  REQUIRE(at < rows.front().size());
  std::vector<std::string> cells;
  for (std::size_t i = 1; i < rows.size(); ++i) cells.push_back(rows[i].at(at));
  return cells;
}

std::string AuditNewsroom::checked_now() const {
  auto const open = message_.find('(');
  return open == std::string::npos ? message_ : message_.substr(open + 1, message_.find(' ', open) - open - 1);
}

std::string article_line(std::string const& id, std::string const& text) {
  return nlohmann::json{{"id", id}, {"date", "2031-05-13"}, {"text", text}}.dump() + "\n";
}

std::string article_lines(std::size_t count, std::string const& prefix) {
  std::string lines;
  for (std::size_t i = 0; i < count; ++i) {
    auto const number = std::to_string(i);
    lines += article_line(prefix + number,
                          "“We will not raise the ferry fare this year,” Ana Ruud said.\n\n“The waiting room is in the "
                          "budget for next year,” said Karin Berg.\n\n“We counted " +
                              number + " seals on the skerry that morning,” Ana Ruud said.");
  }
  return lines;
}
