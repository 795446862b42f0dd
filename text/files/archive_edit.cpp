// SPDX-License-Identifier: MIT
#include "text/files/archive_edit.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <tuple>

#include "quoth/error.hpp"
#include "text/files/plugins/zip_module.hpp"

namespace quoth::text {

namespace {

[[noreturn]] void fail(std::string const& where, std::string const& why) {
  throw Error(where + ": cannot be packed again: " + why + "; save the file again");
}

// A source with a copy of the bytes, which libzip takes over; null where there is no memory. Of bytes that are not its
// own libzip 1.7 frees what the result shares with them: all that stands before the first change, if that is over half.
zip_source_t* source_of(ZipModule const& libzip, std::string_view bytes) {
  std::unique_ptr<void, decltype(&std::free)> copy(std::malloc(std::max<std::size_t>(bytes.size(), 1)), std::free);
  if (!copy) return nullptr;
  std::ranges::copy(bytes, static_cast<char*>(copy.get()));
  auto* source = libzip.source_buffer_create(copy.get(), bytes.size(), 1, nullptr);
  if (source != nullptr) std::ignore = copy.release();
  return source;
}

std::string content_of(ZipModule const& libzip, zip_source_t* source, std::string const& where) {
  zip_stat_t stat;
  libzip.stat_init(&stat);
  if (libzip.source_stat(source, &stat) != 0 || libzip.source_open(source) != 0) fail(where, "no result");
  std::string bytes(stat.size, '\0');
  auto const read = libzip.source_read(source, bytes.data(), bytes.size());
  libzip.source_close(source);
  if (read < 0 || static_cast<zip_uint64_t>(read) != stat.size) fail(where, "the result is not whole");
  return bytes;
}

void put(ZipModule const& libzip, zip_t* zip, std::string const& name, std::string const& content,
         std::string const& where) {
  auto* source = libzip.source_buffer(zip, content.data(), content.size(), 0);
  if (source == nullptr) fail(where, libzip.strerror(zip));
  auto const index = libzip.file_add(zip, name.c_str(), source, ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    libzip.source_free(source);
    fail(where, libzip.strerror(zip));
  }
  // A fixed date, the first that the format knows, so that the same input gives the same bytes.
  libzip.file_set_dostime(zip, static_cast<zip_uint64_t>(index), 0, 33, 0);
}

}  // namespace

std::string with_files(std::string_view zip, std::map<std::string, std::string> const& files,
                       std::string const& where) {
  auto const& libzip = loaded<ZipModule>(where);
  std::unique_ptr<zip_source_t, decltype(ZipModule::source_free)> const source(source_of(libzip, zip),
                                                                               libzip.source_free);
  if (!source) fail(where, "no memory");
  libzip.source_keep(source.get());
  auto* archive = libzip.open_from_source(source.get(), 0, nullptr);
  if (archive == nullptr) {
    libzip.source_free(source.get());
    fail(where, "it is no container");
  }
  try {
    for (auto const& [name, content] : files) put(libzip, archive, name, content, where);
    if (libzip.close(archive) != 0) fail(where, libzip.strerror(archive));
  } catch (Error const&) {
    libzip.discard(archive);
    throw;
  }
  return content_of(libzip, source.get(), where);
}

}  // namespace quoth::text
