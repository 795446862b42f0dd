// SPDX-License-Identifier: MIT
#include "text/files/archive.hpp"

#include <unordered_set>
#include <utility>

#include "quoth/error.hpp"
#include "quoth/limits.hpp"
#include "text/bytes/size_limits.hpp"
#include "text/files/plugins/zip_module.hpp"
#include "text/unicode/control_characters.hpp"

namespace quoth::text {

namespace {

constexpr std::size_t step = 256UL * 1024;  // bytes unpacked at a time

}  // namespace

struct Archive::Handle {
  ZipModule const& libzip;
  zip_t* zip = nullptr;

  explicit Handle(ZipModule const& module) : libzip(module) {}
  Handle(Handle const&) = delete;
  Handle& operator=(Handle const&) = delete;
  ~Handle() {
    if (zip != nullptr) libzip.discard(zip);
  }
};

bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

Archive::Archive(std::string_view bytes, Limits const& limits, std::string where)
    : limits_(limits),
      where_(std::move(where)),
      bytes_(bytes.size()),
      handle_(std::make_unique<Handle>(loaded<ZipModule>(where_))) {
  auto const& libzip = handle_->libzip;
  zip_error_t error;
  libzip.error_init(&error);
  auto* source = libzip.source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) handle_->zip = libzip.open_from_source(source, ZIP_RDONLY, &error);
  if (handle_->zip == nullptr) {
    std::string const reason = libzip.error_strerror(&error);
    if (source != nullptr) libzip.source_free(source);
    libzip.error_fini(&error);
    throw Error(where_ + ": broken container: " + reason + "; save the file again");
  }
  libzip.error_fini(&error);
  auto const entries = libzip.get_num_entries(handle_->zip, 0);
  if (entries > static_cast<zip_int64_t>(limits_.entries)) {
    throw Error(where_ + ": holds over " + std::to_string(limits_.entries) +
                " files; allow more with --limit entries=…");
  }
  std::unordered_set<std::string> seen;
  for (auto& name : names()) {
    if (!name.ends_with('/') && !seen.insert(name).second) {
      throw Error(where_ + ": holds two files named " + without_controls(std::move(name)) + "; save the file again");
    }
  }
}

Archive::~Archive() = default;

std::vector<std::string> Archive::names() const {
  auto const& libzip = handle_->libzip;
  std::vector<std::string> names;
  auto const entries = libzip.get_num_entries(handle_->zip, 0);
  for (zip_int64_t i = 0; i < entries; ++i) {
    if (auto const* name = libzip.get_name(handle_->zip, static_cast<zip_uint64_t>(i), 0)) names.emplace_back(name);
  }
  return names;
}

bool Archive::contains(std::string const& name) const {
  return handle_->libzip.name_locate(handle_->zip, name.c_str(), 0) >= 0;
}

std::optional<std::string> Archive::read(std::string const& name) {
  auto const& libzip = handle_->libzip;
  auto const index = libzip.name_locate(handle_->zip, name.c_str(), 0);
  if (index < 0) return std::nullopt;
  zip_stat_t stat;
  libzip.stat_init(&stat);
  auto const place = static_cast<zip_uint64_t>(index);
  std::unique_ptr<zip_file_t, decltype(ZipModule::fclose)> const file(libzip.fopen_index(handle_->zip, place, 0),
                                                                      libzip.fclose);
  if (!file || libzip.stat_index(handle_->zip, place, 0, &stat) != 0) {
    throw Error(where_ + ": " + name + " inside it cannot be read: " + libzip.strerror(handle_->zip));
  }
  std::string content;
  for (;;) {
    auto const size = content.size();
    content.resize(size + step);
    auto const read = libzip.fread(file.get(), content.data() + size, step);
    content.resize(size + static_cast<std::size_t>(read > 0 ? read : 0));
    if (read < 0) throw Error(where_ + ": " + name + " inside it is broken; save the file again");
    if (read == 0) break;
    check_unpacked(limits_, total_ + content.size(), bytes_, where_);
    check_ratio(limits_, content.size(), stat.comp_size, where_);
    check_ratio(limits_, all_ + content.size(), bytes_, where_);
  }
  total_ += content.size();
  all_ += content.size();
  return content;
}

}  // namespace quoth::text
