// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "tools/desk/progress_line.hpp"

namespace quoth::tools {

// Shows how far an ingest of several files is.
class IngestProgress {
 public:
  // The bytes of the files, in their order; 0 where they are not known. `work` is what a user who did not ask for an
  // ingest is told of it, such as "building a store".
  explicit IngestProgress(std::vector<std::uint64_t> sizes, std::string work = "");

  void next_file();
  // `read` bytes of the file in hand.
  void next_source(std::uint64_t read);
  void next_source(std::istream& in);
  // That the index of what was read is written now.
  void index();
  // Takes it off the screen.
  void finish() { line_.clear(); }

 private:
  double share(std::uint64_t read) const;
  std::string counts() const;
  void show(std::uint64_t read);

  ProgressLine line_;
  std::vector<std::uint64_t> costs_;
  std::string work_;
  std::uint64_t all_ = 0;
  std::uint64_t done_ = 0;  // of the files before this one
  std::uint64_t cost_ = 0;  // of this one
  std::size_t number_ = 0;
  std::uint64_t sources_ = 0;
};

}  // namespace quoth::tools
