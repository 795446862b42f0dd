// SPDX-License-Identifier: MIT
#include "archive_edit.hpp"

#include <zip.h>

#include <memory>

#include "quoth/error.hpp"

namespace quoth {

namespace {

struct SourceCloser {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using ZipSource = std::unique_ptr<zip_source_t, SourceCloser>;

[[noreturn]] void fail(std::string const& where, std::string const& why) {
  throw Error(where + ": cannot be packed again: " + why + "; save the file again");
}

std::string content_of(zip_source_t* source, std::string const& where) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) fail(where, "no result");
  std::string bytes(stat.size, '\0');
  auto const read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (read < 0 || static_cast<zip_uint64_t>(read) != stat.size) fail(where, "the result is not whole");
  return bytes;
}

void put(zip_t* zip, std::string const& name, std::string const& content, std::string const& where) {
  auto* source = zip_source_buffer(zip, content.data(), content.size(), 0);
  if (source == nullptr) fail(where, zip_strerror(zip));
  auto const index = zip_file_add(zip, name.c_str(), source, ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    fail(where, zip_strerror(zip));
  }
  // The same input gives the same bytes: the first day that the format can name.
  zip_file_set_dostime(zip, static_cast<zip_uint64_t>(index), 0, 33, 0);
}

}  // namespace

std::string with_files(std::string_view zip, std::map<std::string, std::string> const& files,
                       std::string const& where) {
  ZipSource const source(zip_source_buffer_create(zip.data(), zip.size(), 0, nullptr));
  if (!source) fail(where, "no memory");
  zip_source_keep(source.get());
  auto* archive = zip_open_from_source(source.get(), 0, nullptr);
  if (archive == nullptr) {
    zip_source_free(source.get());
    fail(where, "it is no container");
  }
  try {
    for (auto const& [name, content] : files) put(archive, name, content, where);
    if (zip_close(archive) != 0) fail(where, zip_strerror(archive));
  } catch (Error const&) {
    zip_discard(archive);
    throw;
  }
  return content_of(source.get(), where);
}

}  // namespace quoth
