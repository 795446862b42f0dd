// SPDX-License-Identifier: MIT
// Audits that are stopped and go on. An article that is a named pipe holds the audit where the case wants it: it waits
// there till the case has written the article.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "tests/tools/audit/audit_newsroom.hpp"

namespace {

constexpr char const* text = "“We will not raise the ferry fare this year,” Ana Ruud said.";
constexpr char const* archive = "--jobs 1 before.jsonl held.txt after.jsonl";

// An archive of a file of articles, an article that holds the audit, and another file of articles.
class HeldAudit {
 public:
  HeldAudit() {
    newsroom_.write("before.jsonl", article_lines(20, "before"));
    newsroom_.write("after.jsonl", article_lines(200, "after"));
    newsroom_.write("held.txt", text);
    REQUIRE(newsroom_.audit(archive, "whole") == 1);
    std::filesystem::remove(newsroom_.path("held.txt"));
    REQUIRE(mkfifo(newsroom_.path("held.txt").c_str(), 0600) == 0);
    process_ = newsroom_.begin_audit(archive);
    // Opens once the audit does.
    pipe_ = open(newsroom_.path("held.txt").c_str(), O_WRONLY | O_CLOEXEC);
    REQUIRE(pipe_ >= 0);
  }
  HeldAudit(HeldAudit const&) = delete;
  HeldAudit& operator=(HeldAudit const&) = delete;
  ~HeldAudit() { close_pipe(); }

  AuditNewsroom& newsroom() { return newsroom_; }
  pid_t process() const { return process_; }

  void let_go() {
    std::string const bytes(text);
    CHECK(write(pipe_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
    close_pipe();
  }
  // Runs the same audit again, with the article as a plain file.
  int go_on() {
    close_pipe();
    std::filesystem::remove(newsroom_.path("held.txt"));
    newsroom_.write("held.txt", text);
    return newsroom_.audit(archive);
  }

 private:
  void close_pipe() {
    if (pipe_ >= 0) close(pipe_);
    pipe_ = -1;
  }

  AuditNewsroom newsroom_;
  pid_t process_ = 0;
  int pipe_ = -1;
};

// Waits till the process no longer catches SIGINT: its handler is for one signal and is gone once that came.
void wait_for_handler(pid_t process) {
  for (;;) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string word; status >> word;) {
      std::string mask;
      if (word != "SigCgt:" || !(status >> mask)) continue;
      if ((std::stoull(mask, nullptr, 16) & (1ULL << (SIGINT - 1))) == 0) return;
    }
    usleep(1000);
  }
}

}  // namespace

TEST_CASE("an audit that was killed ends with the same bytes as one that was not") {
  HeldAudit audit;
  kill(audit.process(), SIGKILL);
  CHECK(audit.newsroom().end(audit.process()) == -SIGKILL);
  CHECK_FALSE(std::filesystem::exists(audit.newsroom().path("out/summary.html")));
  CHECK(audit.go_on() == 1);
  CHECK(audit.newsroom().results() == audit.newsroom().results("whole"));
}

TEST_CASE("SIGINT ends an audit after the article in hand, and the next run goes on from there") {
  HeldAudit audit;
  kill(audit.process(), SIGINT);
  wait_for_handler(audit.process());
  audit.let_go();
  CHECK(audit.newsroom().end(audit.process()) == 2);
  CHECK(audit.newsroom().message().find("stopped after 21 articles; run the same command again to go on") !=
        std::string::npos);
  CHECK_FALSE(std::filesystem::exists(audit.newsroom().path("out/summary.html")));
  CHECK(audit.go_on() == 1);
  CHECK(audit.newsroom().checked_now() == "200");
  CHECK(audit.newsroom().results() == audit.newsroom().results("whole"));
}

TEST_CASE("a second audit into the same folder says that another is at work there") {
  HeldAudit audit;
  CHECK(audit.newsroom().audit("before.jsonl") == 2);
  CHECK(audit.newsroom().message().find("another audit is at work there") != std::string::npos);
  kill(audit.process(), SIGKILL);
  audit.newsroom().end(audit.process());
}
