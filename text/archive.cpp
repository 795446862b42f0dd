// SPDX-License-Identifier: MIT
#include "archive.hpp"

#include <zip.h>

#include "quoth/error.hpp"

namespace quoth {

namespace {

struct FileCloser {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

constexpr std::size_t step = 256UL * 1024;

}  // namespace

struct Archive::Handle {
  zip_t* zip = nullptr;
  ~Handle() {
    if (zip != nullptr) zip_discard(zip);
  }
};

bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

Archive::Archive(std::string_view bytes, Limits const& limits, std::string where)
    : limits_(limits), where_(std::move(where)), handle_(std::make_unique<Handle>()) {
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) handle_->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (handle_->zip == nullptr) {
    std::string const reason = zip_error_strerror(&error);
    if (source != nullptr) zip_source_free(source);
    zip_error_fini(&error);
    throw Error(where_ + ": broken container: " + reason + "; save the file again");
  }
  zip_error_fini(&error);
  auto const entries = zip_get_num_entries(handle_->zip, 0);
  if (entries > static_cast<zip_int64_t>(limits_.entries)) {
    throw Error(where_ + ": holds over " + std::to_string(limits_.entries) +
                " files; allow more with --limit entries=…");
  }
}

Archive::~Archive() = default;

std::vector<std::string> Archive::names() const {
  std::vector<std::string> names;
  auto const entries = zip_get_num_entries(handle_->zip, 0);
  for (zip_int64_t i = 0; i < entries; ++i) {
    if (auto const* name = zip_get_name(handle_->zip, static_cast<zip_uint64_t>(i), 0)) names.emplace_back(name);
  }
  return names;
}

bool Archive::contains(std::string const& name) const { return zip_name_locate(handle_->zip, name.c_str(), 0) >= 0; }

void Archive::check_size(std::size_t unpacked, std::size_t packed) const {
  if (total_ + unpacked > limits_.bytes) {
    throw Error(where_ + ": unpacks to over " + std::to_string(limits_.bytes) +
                " bytes; allow more with --limit bytes=…");
  }
  // Small files may shrink as far as they like.
  if (unpacked > 1024UL * 1024 && unpacked / limits_.ratio > packed) {
    throw Error(where_ + ": unpacks to over " + std::to_string(limits_.ratio) +
                " times its size; allow more with --limit ratio=…");
  }
}

std::optional<std::string> Archive::read(std::string const& name) {
  auto const index = zip_name_locate(handle_->zip, name.c_str(), 0);
  if (index < 0) return std::nullopt;
  zip_stat_t stat;
  zip_stat_init(&stat);
  auto const place = static_cast<zip_uint64_t>(index);
  std::unique_ptr<zip_file_t, FileCloser> const file(zip_fopen_index(handle_->zip, place, 0));
  if (!file || zip_stat_index(handle_->zip, place, 0, &stat) != 0) {
    throw Error(where_ + ": " + name + " inside it cannot be read: " + zip_strerror(handle_->zip));
  }
  std::string content;
  for (;;) {
    auto const size = content.size();
    content.resize(size + step);
    auto const read = zip_fread(file.get(), content.data() + size, step);
    content.resize(size + static_cast<std::size_t>(read > 0 ? read : 0));
    if (read < 0) throw Error(where_ + ": " + name + " inside it is broken; save the file again");
    if (read == 0) break;
    check_size(content.size(), stat.comp_size);
  }
  total_ += content.size();
  return content;
}

}  // namespace quoth
