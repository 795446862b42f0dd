// SPDX-License-Identifier: MIT
#include "tests/fuzz/fuzzing.hpp"

#include <fstream>

namespace quoth::fuzz {

void write_file(std::filesystem::path const& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace quoth::fuzz
