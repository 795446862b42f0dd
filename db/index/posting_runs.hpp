// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <vector>

#include "db/index/posting_codec.hpp"

namespace quoth::db {

struct Chunks;

// Sorts the postings of new sources in bounded memory (an external bucket sort). Postings are put into `parts` buckets
// by the top bits of the shingle; what does not fit in memory is written to an unnamed temporary file. Chunks must be
// added in rising order.
class PostingRuns {
 public:
  static constexpr std::uint32_t parts = 256;
  // One past the last shingle of the part.
  static Shingle end_of_part(std::uint32_t part) { return (part + 1) << part_shift; }

  // `folder` is where the temporary file is made, if one is needed. `add` and `take` throw StoreError if it fails.
  explicit PostingRuns(std::filesystem::path folder) : folder_(std::move(folder)) {}

  void add(Shingle shingle, std::uint32_t chunk);
  std::uint64_t size() const { return size_; }

  // Appends the part's postings to `out`, sorted, without duplicates. Each part can be taken once.
  void take(std::uint32_t part, std::vector<Posting>& out);
  void clear();

 private:
  static constexpr int shingle_bits = 26;
  static constexpr int part_shift = shingle_bits - 8;
  static constexpr int chunk_bits = 32 - part_shift;
  static constexpr std::size_t recent_size = 4096;                      // postings
  static constexpr std::size_t block_size = 4096;                       // entries
  static constexpr std::size_t most_in_memory = std::size_t{32} << 20;  // entries of four bytes: 128 MiB

  // Postings of one part, each packed into 32 bits: the low bits of the shingle, then the chunk counted from
  // first_chunk.
  struct Block {
    std::uint32_t first_chunk = 0;
    std::uint32_t size = 0;
    std::int64_t place = 0;  // byte offset in the file
    std::vector<std::uint32_t> entries;
  };
  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  void start_block(std::uint32_t part, std::uint32_t chunk);
  void spill();
  void open_file();

  std::filesystem::path folder_;
  // A direct-mapped cache of the postings added last. It drops most duplicates early: a chunk contains "the" a dozen
  // times.
  std::vector<Posting> recent_ = std::vector<Posting>(recent_size);
  std::array<std::vector<Block>, parts> blocks_;
  std::unique_ptr<std::FILE, CloseFile> file_;
  std::uint64_t size_ = 0;
  std::size_t in_memory_ = 0;
  std::int64_t file_end_ = 0;
};

// Adds every shingle of a source; `first_chunk` is the number of its first chunk. A shingle across a chunk border
// belongs to the chunk it starts in.
void add_shingles(Chunks const& chunks, std::uint32_t first_chunk, PostingRuns& runs);

}  // namespace quoth::db
