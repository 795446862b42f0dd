// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

// A folder of its own with a store of the bundled transcript, in which audits are run as a user would.
class AuditNewsroom {
 public:
  AuditNewsroom();
  AuditNewsroom(AuditNewsroom const&) = delete;
  AuditNewsroom& operator=(AuditNewsroom const&) = delete;
  ~AuditNewsroom();

  std::filesystem::path path(std::string const& name) const { return folder_ / name; }
  void write(std::string const& name, std::string const& bytes) const;
  std::string read(std::string const& name) const;

  // Runs `quoth ARGUMENTS` in the folder, as a shell reads them, and gives its exit status; `message` is then what it
  // printed on standard error.
  int run(std::string const& arguments);
  // `quoth audit` into the folder `out`, with the articles at `paths`.
  int audit(std::string const& paths, std::string const& out = "out", std::string const& more = "");
  std::string const& message() const { return message_; }
  // The same in the background; gives the process.
  pid_t begin_audit(std::string const& paths, std::string const& out = "out") const;
  // Waits for a process that was begun, and gives its exit status, or minus the signal that ended it.
  int end(pid_t process);

  // Every file an audit leaves for its readers, one after the other: two audits are the same where this is.
  std::string results(std::string const& out = "out") const;
  // The names of the pages of findings, sorted.
  std::vector<std::string> pages(std::string const& out = "out") const;
  // The cells of a column of a CSV file.
  std::vector<std::string> column(std::string const& file, std::string const& name) const;
  // How many articles the last audit said it checked, not knowing them from before.
  std::string checked_now() const;

 private:
  std::filesystem::path folder_;
  std::string message_;
};

// One line of JSONL.
std::string article_line(std::string const& id, std::string const& text);
// As many articles as that, each with a quotation of its own and some of the transcript's; ids begin with `prefix`.
std::string article_lines(std::size_t count, std::string const& prefix = "a");
