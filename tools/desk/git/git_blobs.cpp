// SPDX-License-Identifier: MIT
#include "tools/desk/git/git_blobs.hpp"

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>

#include "quoth/error.hpp"
#include "tools/desk/git/git_process.hpp"

namespace quoth::tools {

namespace {

constexpr std::string_view lfs_pointer = "version https://git-lfs.github.com/spec/v1\n";

[[noreturn]] void refuse(StagedFile const& file, std::string const& why) { throw Error(file.path + ": " + why); }

}  // namespace

bool is_lfs_pointer(std::string_view bytes) { return bytes.starts_with(lfs_pointer); }

// A socket both ways: unlike a pipe it can be written without a signal when git has ended.
GitBlobs::GitBlobs() {
  std::array<int, 2> ends{-1, -1};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    throw Error(std::string("git: no socket: ") + std::strerror(errno));
  try {
    child_ = start_git({"cat-file", "--batch"}, ends[1], ends[1]);
  } catch (Error const&) {
    close(ends[0]);
    close(ends[1]);
    throw;
  }
  close(ends[1]);
  answers_ = fdopen(ends[0], "r");
}

GitBlobs::~GitBlobs() {
  std::fclose(answers_);
  while (waitpid(child_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

std::size_t GitBlobs::ask(StagedFile const& file) {
  auto const question = file.blob + "\n";
  std::string answer;
  if (send(fileno(answers_), question.data(), question.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(question.size())) {
    for (int c = 0; (c = std::getc(answers_)) != EOF && c != '\n';) answer.push_back(static_cast<char>(c));
  }
  // "NAME blob SIZE"
  auto const head = file.blob + " blob ";
  std::size_t size = 0;
  auto const* const end = answer.data() + answer.size();
  if (!answer.starts_with(head) || std::from_chars(answer.data() + head.size(), end, size).ptr != end)
    refuse(file, file.holder + " names an object that git does not have; see git fsck");
  return size;
}

std::string GitBlobs::read(StagedFile const& file, std::size_t most) {
  auto const size = ask(file);
  std::string bytes(std::min(size, most), '\0');
  auto got = std::fread(bytes.data(), 1, bytes.size(), answers_);
  while (got <= size && std::getc(answers_) != EOF) ++got;  // what is over, and a line feed
  if (got != size + 1) refuse(file, "git broke off; see its message above");
  if (size > most) refuse(file, "is over " + std::to_string(most) + " bytes; allow more with --limit bytes=…");
  if (is_lfs_pointer(bytes))
    refuse(file, file.holder + " holds a pointer of Git LFS; name the file itself, without --staged or --rev");
  if (bytes.empty()) refuse(file, "is empty; there is nothing to read");
  return bytes;
}

}  // namespace quoth::tools
