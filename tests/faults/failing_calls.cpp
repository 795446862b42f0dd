// SPDX-License-Identifier: MIT
// A library for LD_PRELOAD that makes the Nth call of one kind to the system fail in a program: see
// failing_calls_test.py. QUOTH_FAIL is "KIND N ERRNO", QUOTH_FAILED a file that is made once a call has failed.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

struct Plan {
  char kind[16] = "";
  long nth = 0;
  int code = EIO;
  char const* mark = nullptr;
};

Plan const& plan() {
  static Plan const made = [] {
    Plan read;
    if (auto const* const set = std::getenv("QUOTH_FAIL"); set != nullptr)
      std::sscanf(set, "%15s %ld %d", read.kind, &read.nth, &read.code);
    read.mark = std::getenv("QUOTH_FAILED");
    return read;
  }();
  return made;
}

template <typename Function>
Function* real(char const* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

bool fails(char const* kind) {
  static std::atomic<long> calls{0};
  auto const& asked = plan();
  if (std::strcmp(kind, asked.kind) != 0 || ++calls != asked.nth) return false;
  static auto* const open_file = real<int(char const*, int, mode_t)>("open");
  if (asked.mark != nullptr) close(open_file(asked.mark, O_WRONLY | O_CREAT, 0600));
  errno = asked.code;
  return true;
}

// Only files count: not what the program says on standard error, which cannot be told otherwise.
bool write_fails(int file) { return file != STDERR_FILENO && fails("write"); }

// The part of a write that is made.
std::size_t part(int file, std::size_t size) {
  return size > 1 && file != STDERR_FILENO && fails("half-write") ? size / 2 : size;
}

}  // namespace

#define QUOTH_REAL(NAME) static auto* const real_##NAME = real<decltype(NAME)>(#NAME)

extern "C" {

ssize_t read(int file, void* to, size_t size) {
  QUOTH_REAL(read);
  return fails("read") ? -1 : real_read(file, to, size);
}
ssize_t readv(int file, iovec const* to, int count) {
  QUOTH_REAL(readv);
  return fails("read") ? -1 : real_readv(file, to, count);
}
ssize_t pread(int file, void* to, size_t size, off_t at) {
  QUOTH_REAL(pread);
  return fails("read") ? -1 : real_pread(file, to, size, at);
}
ssize_t pread64(int file, void* to, size_t size, off64_t at) {
  QUOTH_REAL(pread64);
  return fails("read") ? -1 : real_pread64(file, to, size, at);
}
ssize_t write(int file, void const* from, size_t size) {
  QUOTH_REAL(write);
  return write_fails(file) ? -1 : real_write(file, from, part(file, size));
}
ssize_t writev(int file, iovec const* from, int count) {
  QUOTH_REAL(writev);
  return write_fails(file) ? -1 : real_writev(file, from, count);
}
ssize_t pwrite(int file, void const* from, size_t size, off_t at) {
  QUOTH_REAL(pwrite);
  return write_fails(file) ? -1 : real_pwrite(file, from, part(file, size), at);
}
ssize_t pwrite64(int file, void const* from, size_t size, off64_t at) {
  QUOTH_REAL(pwrite64);
  return write_fails(file) ? -1 : real_pwrite64(file, from, part(file, size), at);
}
int fsync(int file) {
  QUOTH_REAL(fsync);
  return fails("sync") ? -1 : real_fsync(file);
}
int fdatasync(int file) {
  QUOTH_REAL(fdatasync);
  return fails("sync") ? -1 : real_fdatasync(file);
}
int ftruncate(int file, off_t size) noexcept {
  QUOTH_REAL(ftruncate);
  return fails("truncate") ? -1 : real_ftruncate(file, size);
}
int ftruncate64(int file, off64_t size) noexcept {
  QUOTH_REAL(ftruncate64);
  return fails("truncate") ? -1 : real_ftruncate64(file, size);
}
int rename(char const* from, char const* to) noexcept {
  QUOTH_REAL(rename);
  return fails("rename") ? -1 : real_rename(from, to);
}
int unlink(char const* file) noexcept {
  QUOTH_REAL(unlink);
  return fails("unlink") ? -1 : real_unlink(file);
}
int remove(char const* file) noexcept {
  QUOTH_REAL(remove);
  return fails("unlink") ? -1 : real_remove(file);
}
int open(char const* file, int flags, ...) {
  QUOTH_REAL(open);
  va_list more;
  va_start(more, flags);
  auto const mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
  va_end(more);
  return fails("open") ? -1 : real_open(file, flags, mode);
}
int open64(char const* file, int flags, ...) {
  QUOTH_REAL(open64);
  va_list more;
  va_start(more, flags);
  auto const mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
  va_end(more);
  return fails("open") ? -1 : real_open64(file, flags, mode);
}
FILE* fopen(char const* file, char const* mode) {
  QUOTH_REAL(fopen);
  return fails("open") ? nullptr : real_fopen(file, mode);
}
FILE* fopen64(char const* file, char const* mode) {
  QUOTH_REAL(fopen64);
  return fails("open") ? nullptr : real_fopen64(file, mode);
}
}
