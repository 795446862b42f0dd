// SPDX-License-Identifier: MIT
// What the fuzz targets share (https://llvm.org/docs/LibFuzzer.html). A target is one file NAME.cpp; scripts/fuzz
// builds and runs it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "quoth/error.hpp"
#include "quoth/limits.hpp"

namespace quoth::fuzz {

// Runs `work` on what a stranger wrote. It may throw an Error of one line; whatever else happens is a finding.
template <typename Work>
void may_refuse(Work const& work) {
  try {
    work();
  } catch (Error const& error) {
    std::string_view const said = error.what();
    if (!said.empty() && said.find('\n') == said.npos) return;
    std::fprintf(stderr, "no one line: %s\n", error.what());
    std::abort();
  }
}

// An input for readers that go by the file's ending too: its first line is the file's name, which no system lets have a
// zero byte.
struct NamedFile {
  std::string name;
  std::string bytes;
};

inline NamedFile named_file(std::uint8_t const* data, std::size_t size) {
  std::string_view const all(reinterpret_cast<char const*>(data), size);
  auto const end = all.find('\n');
  if (end == all.npos) return {"input", std::string(all)};
  auto const line = all.substr(0, end);
  return {std::string(line.substr(0, line.find('\0'))), std::string(all.substr(end + 1))};
}

// PDF is poppler's, which is not what is tried here, and slow.
inline bool is_pdf(NamedFile const& file) { return file.bytes.find("%PDF") < 1024 || file.name.ends_with(".pdf"); }

// Less than for users, so that what takes long for its size is seen.
inline Limits limits() {
  Limits limits;
  limits.bytes = std::size_t{16} << 20U;
  limits.seconds = 8;
  return limits;
}

// The path of a file in memory, of this process alone, that holds nothing yet.
inline std::filesystem::path file_in_memory(char const* name) {
  auto folder = std::string("/dev/shm/quoth-fuzz-XXXXXX");
  if (mkdtemp(folder.data()) == nullptr) std::abort();
  return std::filesystem::path(folder) / name;
}

// Replaces the file's content.
void write_file(std::filesystem::path const& file, std::string_view bytes);

}  // namespace quoth::fuzz
