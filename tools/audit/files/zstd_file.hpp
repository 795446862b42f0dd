// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

namespace quoth::tools {

// A file that is compressed by Zstandard as it is written.
class ZstdFile {
 public:
  // Throws Error if the file cannot be created.
  explicit ZstdFile(std::filesystem::path file);
  ~ZstdFile();

  void write(std::string_view bytes);
  // Throws Error if not all could be written.
  void close();

 private:
  struct Stream;
  void put(std::string_view bytes, bool last);

  std::filesystem::path name_;
  std::ofstream file_;
  std::unique_ptr<Stream> stream_;
  std::string buffer_;
};

}  // namespace quoth::tools
