// SPDX-License-Identifier: MIT
#include "tests/db/failing_files.hpp"

#include <sqlite3.h>

#include <cstring>
#include <new>

namespace quoth::test {

namespace {

struct Plan {
  long left = 0;  // changes until the one that fails
  int code = 0;
  bool goes_on = false;
  bool failed = false;

  bool fails_now() {
    bool const now = --left == 0 || (goes_on && left < 0);
    failed = failed || now;
    return now;
  }
};

Plan plan;
sqlite3_vfs* real_files = nullptr;

struct File {
  sqlite3_file base;
  sqlite3_file* real;
};

sqlite3_file* real_of(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }

int close(sqlite3_file* file) { return real_of(file)->pMethods->xClose(real_of(file)); }
int read(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
  return real_of(file)->pMethods->xRead(real_of(file), to, size, at);
}
int write(sqlite3_file* file, void const* from, int size, sqlite3_int64 at) {
  return plan.fails_now() ? plan.code : real_of(file)->pMethods->xWrite(real_of(file), from, size, at);
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
  return plan.fails_now() ? plan.code : real_of(file)->pMethods->xTruncate(real_of(file), size);
}
int sync(sqlite3_file* file, int flags) {
  return plan.fails_now() ? plan.code : real_of(file)->pMethods->xSync(real_of(file), flags);
}
int size_of(sqlite3_file* file, sqlite3_int64* size) { return real_of(file)->pMethods->xFileSize(real_of(file), size); }
int lock(sqlite3_file* file, int level) { return real_of(file)->pMethods->xLock(real_of(file), level); }
int unlock(sqlite3_file* file, int level) { return real_of(file)->pMethods->xUnlock(real_of(file), level); }
int check_lock(sqlite3_file* file, int* held) {
  return real_of(file)->pMethods->xCheckReservedLock(real_of(file), held);
}
int control(sqlite3_file* file, int op, void* argument) {
  return real_of(file)->pMethods->xFileControl(real_of(file), op, argument);
}
int sector(sqlite3_file* file) { return real_of(file)->pMethods->xSectorSize(real_of(file)); }
int traits(sqlite3_file* file) { return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file)); }

sqlite3_io_methods const methods = [] {
  sqlite3_io_methods made{};
  made.iVersion = 1;
  made.xClose = close;
  made.xRead = read;
  made.xWrite = write;
  made.xTruncate = truncate;
  made.xSync = sync;
  made.xFileSize = size_of;
  made.xLock = lock;
  made.xUnlock = unlock;
  made.xCheckReservedLock = check_lock;
  made.xFileControl = control;
  made.xSectorSize = sector;
  made.xDeviceCharacteristics = traits;
  return made;
}();

int open(sqlite3_vfs* /*vfs*/, char const* name, sqlite3_file* file, int flags, int* out_flags) {
  auto* const own = reinterpret_cast<File*>(file);
  own->real = reinterpret_cast<sqlite3_file*>(own + 1);
  auto const result = real_files->xOpen(real_files, name, own->real, flags, out_flags);
  own->base.pMethods = own->real->pMethods != nullptr ? &methods : nullptr;
  return result;
}

sqlite3_vfs& layer() {
  static sqlite3_vfs vfs = [] {
    real_files = sqlite3_vfs_find(nullptr);
    auto made = *real_files;
    made.zName = "failing-files";
    made.szOsFile = static_cast<int>(sizeof(File)) + real_files->szOsFile;
    made.xOpen = open;
    return made;
  }();
  return vfs;
}

}  // namespace

FailingFiles::FailingFiles(long nth, int code, How how) {
  sqlite3_initialize();
  plan = {nth, code, how == How::from_then_on, false};
  sqlite3_vfs_register(&layer(), 1);
}

FailingFiles::~FailingFiles() { sqlite3_vfs_register(real_files, 1); }

bool FailingFiles::has_failed() { return plan.failed; }

}  // namespace quoth::test
