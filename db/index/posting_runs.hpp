// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <vector>

#include "db/index/chunk.hpp"
#include "db/index/posting_codec.hpp"

namespace quoth {

// Collects the postings of new sources and gives them back in order, in bounded memory: they go to parts by the first
// bits of the shingle, and what does not fit in memory waits in an unnamed file. Chunks must come in rising order.
class PostingRuns {
 public:
  static constexpr std::uint32_t parts = 256;
  // The first shingle that belongs to a later part.
  static Shingle end_of_part(std::uint32_t part) { return (part + 1) << part_shift; }

  // `folder` is where the file goes, if one is needed.
  explicit PostingRuns(std::filesystem::path folder) : folder_(std::move(folder)) {}

  void add(Shingle shingle, std::uint32_t chunk);
  std::uint64_t size() const { return size_; }

  // Appends the part's postings to `out`, in order, each once. A part is taken once.
  void take(std::uint32_t part, std::vector<Posting>& out);
  void clear();

 private:
  static constexpr int shingle_bits = 26;
  static constexpr int part_shift = shingle_bits - 8;
  static constexpr int chunk_bits = 32 - part_shift;
  static constexpr std::size_t recent_size = 4096;
  static constexpr std::size_t block_size = 4096;
  static constexpr std::size_t most_in_memory = std::size_t{32} << 20;  // entries, of four bytes

  // Postings of one part: the rest of the shingle, and the chunk counted from the first.
  struct Block {
    std::uint32_t first_chunk = 0;
    std::uint32_t size = 0;
    std::int64_t place = 0;  // in the file
    std::vector<std::uint32_t> entries;
  };
  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  void start_block(std::uint32_t part, std::uint32_t chunk);
  void spill();
  void open_file();

  std::filesystem::path folder_;
  // Postings added lately: a chunk says "the" a dozen times.
  std::vector<Posting> recent_ = std::vector<Posting>(recent_size);
  std::array<std::vector<Block>, parts> blocks_;
  std::unique_ptr<std::FILE, CloseFile> file_;
  std::uint64_t size_ = 0;
  std::size_t in_memory_ = 0;
  std::int64_t file_end_ = 0;
};

// Adds every shingle of a source whose first chunk has that number. One that goes over a border belongs to the chunk
// it starts in.
void add_shingles(Chunks const& chunks, std::uint32_t first_chunk, PostingRuns& runs);

}  // namespace quoth
