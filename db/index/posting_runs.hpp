// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <vector>

#include "db/index/posting_codec.hpp"

namespace quoth::db {

struct Chunks;

// Sorts the postings of new sources in bounded memory (an external bucket sort). Postings are put into `parts` buckets
// by their shingles; what does not fit in memory is written to an unnamed temporary file. Chunks must be
// added in rising order.
class PostingRuns {
 public:
  static constexpr std::uint32_t parts = 256;
  // One past the last shingle of the part.
  static constexpr Shingle end_of_part(std::uint32_t part) {
    return first_of_part(part) + (Shingle{1} << bits_of_part(part));
  }

  static constexpr std::size_t usual_memory = std::size_t{128} << 20;  // bytes

  // `folder` is where the temporary file is made, if `memory` bytes are not enough. `add` and `take` throw StoreError
  // if it fails.
  explicit PostingRuns(std::filesystem::path folder, std::size_t memory = usual_memory)
      : folder_(std::move(folder)), most_in_memory_(std::max(memory / sizeof(std::uint32_t), block_size)) {}

  void add(Shingle shingle, std::uint32_t chunk);
  std::uint64_t size() const { return size_; }

  // Replaces `out` with the part's postings, sorted, without duplicates. Each part can be taken once, and nothing added
  // afterwards until `clear`.
  void take(std::uint32_t part, std::vector<Posting>& out);
  void clear();

 private:
  // Half of the parts are for the shingles of three words, a quarter each for those of one and two.
  static constexpr std::uint32_t short_parts = parts / 2;
  static constexpr int bits_of_short = short_shingle_bits - 6;
  static constexpr int bits_of_long = long_shingle_bits - 7;
  static constexpr int step_bits = 32 - bits_of_long;
  static constexpr std::uint32_t long_step = (1U << step_bits) - 1;

  static constexpr int bits_of_part(std::uint32_t part) { return part < short_parts ? bits_of_short : bits_of_long; }
  static constexpr Shingle first_of_part(std::uint32_t part) {
    return part < short_parts ? part << bits_of_short : first_long_shingle + ((part - short_parts) << bits_of_long);
  }
  static constexpr std::uint32_t part_of(Shingle shingle) {
    return shingle < first_long_shingle ? shingle >> bits_of_short
                                        : short_parts + ((shingle - first_long_shingle) >> bits_of_long);
  }
  static constexpr std::size_t recent_size = 4096;  // postings
  static constexpr std::size_t block_size = 4096;   // entries

  // Postings of one part, each packed into 32 bits: the shingle, counted from the part's first, and how far its chunk
  // is from that of the one before. Where that is `long_step` or more, it is written as long_step, and the chunk
  // follows.
  struct Block {
    std::uint32_t first_chunk = 0;
    std::uint32_t last_chunk = 0;
    std::uint32_t size = 0;            // entries
    std::int64_t place = 0;            // byte offset in the file
    std::uint32_t* entries = nullptr;  // in the pool, null where they are in the file
  };
  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  void start_block(std::uint32_t part, std::uint32_t chunk);
  void spill();
  void open_file();
  void read(std::uint32_t part, Block const& block, std::vector<Posting>& out);

  std::filesystem::path folder_;
  // A direct-mapped cache of the postings added last. It drops most duplicates early: a chunk contains "the" a dozen
  // times.
  std::vector<Posting> recent_ = std::vector<Posting>(recent_size);
  std::array<std::vector<Block>, parts> blocks_;
  // The memory of all blocks, in one piece, so that it goes back to the system when it is freed: small pieces would
  // stay in the heap of the thread that made them. Pages of it that were not written to take no memory.
  std::unique_ptr<std::uint32_t[]> pool_;
  std::vector<Posting> sorted_;  // lent to `take`
  std::unique_ptr<std::FILE, CloseFile> file_;
  std::uint64_t size_ = 0;
  std::size_t most_in_memory_;  // entries
  std::size_t in_memory_ = 0;
  std::int64_t file_end_ = 0;
};

// Adds every shingle of a source; `first_chunk` is the number of its first chunk. A shingle across a chunk border
// belongs to the chunk it starts in.
void add_shingles(Chunks const& chunks, std::uint32_t first_chunk, PostingRuns& runs);

}  // namespace quoth::db
