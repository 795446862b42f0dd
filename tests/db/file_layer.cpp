// SPDX-License-Identifier: MIT
#include "tests/db/file_layer.hpp"

#include <sqlite3.h>

namespace quoth::test {

namespace {

using Kind = FileCall::Kind;

FileLayer* layer = nullptr;
sqlite3_vfs* real_files = nullptr;

struct File {
  sqlite3_file base;
  char const* name;  // SQLite's own, which outlives the file; null for a temporary one
  sqlite3_file* real;
};

std::string_view name_of(char const* name) { return name == nullptr ? std::string_view() : name; }

sqlite3_file* real_of(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }

int ask(Kind kind, sqlite3_file* file) {
  FileCall call{kind, name_of(reinterpret_cast<File*>(file)->name), {}};
  return layer->before(call);
}

int close(sqlite3_file* file) {
  ask(Kind::close, file);
  return real_of(file)->pMethods->xClose(real_of(file));
}

int read(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
  auto const refused = ask(Kind::read, file);
  return refused != SQLITE_OK ? refused : real_of(file)->pMethods->xRead(real_of(file), to, size, at);
}

int write(sqlite3_file* file, void const* from, int size, sqlite3_int64 at) {
  FileCall call{Kind::write,
                name_of(reinterpret_cast<File*>(file)->name),
                {static_cast<char const*>(from), static_cast<std::size_t>(size)},
                at};
  auto const refused = layer->before(call);
  if (refused == SQLITE_OK) return real_of(file)->pMethods->xWrite(real_of(file), from, size, at);
  if (call.written > 0) real_of(file)->pMethods->xWrite(real_of(file), from, static_cast<int>(call.written), at);
  return refused;
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  FileCall call{Kind::truncate, name_of(reinterpret_cast<File*>(file)->name), {}, size};
  auto const refused = layer->before(call);
  return refused != SQLITE_OK ? refused : real_of(file)->pMethods->xTruncate(real_of(file), size);
}

int sync(sqlite3_file* file, int flags) {
  auto const refused = ask(Kind::sync, file);
  return refused != SQLITE_OK ? refused : real_of(file)->pMethods->xSync(real_of(file), flags);
}

int size_of(sqlite3_file* file, sqlite3_int64* size) {
  auto const refused = ask(Kind::look, file);
  return refused != SQLITE_OK ? refused : real_of(file)->pMethods->xFileSize(real_of(file), size);
}

int lock(sqlite3_file* file, int level) {
  auto const refused = ask(Kind::lock, file);
  return refused != SQLITE_OK ? refused : real_of(file)->pMethods->xLock(real_of(file), level);
}

int unlock(sqlite3_file* file, int level) { return real_of(file)->pMethods->xUnlock(real_of(file), level); }

int check_lock(sqlite3_file* file, int* held) {
  auto const refused = ask(Kind::lock, file);
  return refused != SQLITE_OK ? refused : real_of(file)->pMethods->xCheckReservedLock(real_of(file), held);
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
  own->base.pMethods = nullptr;
  FileCall call{Kind::open, name_of(name), {}};
  if (auto const refused = layer->before(call); refused != SQLITE_OK) return refused;
  own->name = name;
  own->real = reinterpret_cast<sqlite3_file*>(own + 1);
  auto const result = real_files->xOpen(real_files, name, own->real, flags, out_flags);
  if (own->real->pMethods != nullptr) own->base.pMethods = &methods;
  return result;
}

int remove(sqlite3_vfs* /*vfs*/, char const* name, int sync_folder) {
  FileCall call{Kind::remove, name_of(name), {}, sync_folder};
  auto const refused = layer->before(call);
  return refused != SQLITE_OK ? refused : real_files->xDelete(real_files, name, sync_folder);
}

int access(sqlite3_vfs* /*vfs*/, char const* name, int flags, int* result) {
  FileCall call{Kind::look, name_of(name), {}};
  auto const refused = layer->before(call);
  return refused != SQLITE_OK ? refused : real_files->xAccess(real_files, name, flags, result);
}

sqlite3_vfs& files() {
  static sqlite3_vfs vfs = [] {
    real_files = sqlite3_vfs_find(nullptr);
    auto made = *real_files;
    made.zName = "file-layer";
    made.szOsFile = static_cast<int>(sizeof(File)) + real_files->szOsFile;
    made.xOpen = open;
    made.xDelete = remove;
    made.xAccess = access;
    return made;
  }();
  return vfs;
}

}  // namespace

FileLayer::FileLayer() {
  sqlite3_initialize();
  layer = this;
  sqlite3_vfs_register(&files(), 1);
}

FileLayer::~FileLayer() {
  sqlite3_vfs_register(real_files, 1);
  layer = nullptr;
}

}  // namespace quoth::test
