// SPDX-License-Identifier: MIT
#include "db/index/posting_runs.hpp"

#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <string>

#include "db/index/chunk.hpp"
#include "db/index/shingle.hpp"
#include "quoth/error.hpp"

namespace quoth::db {

namespace {

// One pass of a radix sort: a stable counting sort by `bits` bits from `shift` up.
void radix_pass(std::vector<Posting>& from, std::vector<Posting>& to, int shift, int bits) {
  std::vector<std::uint32_t> places((std::size_t{1} << bits) + 1);
  auto digit = [&](Posting posting) { return posting >> shift & ((std::uint64_t{1} << bits) - 1); };
  for (auto posting : from) ++places[digit(posting) + 1];
  for (std::size_t i = 1; i < places.size(); ++i) places[i] += places[i - 1];
  to.resize(from.size());
  for (auto posting : from) to[places[digit(posting)]++] = posting;
}

}  // namespace

void PostingRuns::add(Shingle shingle, std::uint32_t chunk) {
  auto& recent = recent_[shingle % recent_size];
  if (recent == posting(shingle, chunk)) return;
  recent = posting(shingle, chunk);
  auto const part = part_of(shingle);
  auto& blocks = blocks_[part];
  if (blocks.empty() || blocks.back().entries == nullptr || blocks.back().size + 2 > block_size)
    start_block(part, chunk);
  auto& block = blocks.back();
  auto const step = std::min(chunk - block.last_chunk, long_step);
  block.entries[block.size++] = (shingle - first_of_part(part)) << step_bits | step;
  if (step == long_step) block.entries[block.size++] = chunk;
  block.last_chunk = chunk;
  ++size_;
}

void PostingRuns::start_block(std::uint32_t part, std::uint32_t chunk) {
  if (!pool_) pool_ = std::make_unique_for_overwrite<std::uint32_t[]>(most_in_memory_);
  if (in_memory_ + block_size > most_in_memory_) spill();
  blocks_[part].push_back({chunk, chunk, 0, 0, pool_.get() + in_memory_});
  in_memory_ += block_size;
}

void PostingRuns::spill() {
  open_file();
  for (auto& blocks : blocks_) {
    for (auto& block : blocks) {
      if (block.entries == nullptr) continue;
      block.place = file_end_;
      if (std::fwrite(block.entries, sizeof(std::uint32_t), block.size, file_.get()) != block.size)
        throw StoreError(folder_.string() + ": no room for the working file; make room and try again");
      file_end_ += static_cast<std::int64_t>(block.size * sizeof(std::uint32_t));
      block.entries = nullptr;
    }
  }
  in_memory_ = 0;
}

// The file is unlinked as soon as it is open, so nothing is left behind even after a crash.
void PostingRuns::open_file() {
  if (file_) return;
  auto name = (folder_ / "quoth-index-XXXXXX").string();
  int descriptor = mkstemp(name.data());
  if (descriptor >= 0) unlink(name.c_str());
  file_.reset(descriptor < 0 ? nullptr : fdopen(descriptor, "w+b"));
  if (!file_)
    throw StoreError(folder_.string() + ": no working file can be made there; check the rights of the folder");
}

void PostingRuns::take(std::uint32_t part, std::vector<Posting>& out) {
  if (file_ && pool_) {
    // What is taken needs the room.
    spill();
    pool_.reset();
  }
  std::size_t entries = 0;
  for (auto const& block : blocks_[part]) entries += block.size;
  out.clear();
  out.reserve(entries);
  for (auto const& block : blocks_[part]) read(part, block, out);
  std::vector<Block>().swap(blocks_[part]);
  auto const bits = bits_of_part(part);
  radix_pass(out, sorted_, 32, bits / 2);
  radix_pass(sorted_, out, 32 + bits / 2, bits - bits / 2);
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

void PostingRuns::read(std::uint32_t part, Block const& block, std::vector<Posting>& out) {
  std::array<std::uint32_t, block_size> from_file;  // NOLINT(cppcoreguidelines-pro-type-member-init): is read into
  auto const* entries = block.entries;
  if (entries == nullptr) {
    if (std::fseek(file_.get(), block.place, SEEK_SET) != 0 ||
        std::fread(from_file.data(), sizeof(std::uint32_t), block.size, file_.get()) != block.size)
      throw StoreError(folder_.string() + ": the working file cannot be read back; check the disk");
    entries = from_file.data();
  }
  auto chunk = block.first_chunk;
  for (auto const* const end = entries + block.size; entries != end; ++entries) {
    auto const shingle = first_of_part(part) + (*entries >> step_bits);
    auto const step = *entries & long_step;
    chunk = step == long_step ? *++entries : chunk + step;
    out.push_back(posting(shingle, chunk));
  }
}

void PostingRuns::clear() {
  for (auto& blocks : blocks_) blocks.clear();
  recent_.assign(recent_size, 0);
  std::vector<Posting>().swap(sorted_);
  pool_.reset();
  file_.reset();
  size_ = 0, in_memory_ = 0, file_end_ = 0;
}

void add_shingles(Chunks const& chunks, std::uint32_t first_chunk, PostingRuns& runs) {
  auto const& words = chunks.hashes;
  std::uint32_t chunk = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    while (i >= chunks.chunk_ends[chunk]) ++chunk;
    runs.add(shingle(words[i]), first_chunk + chunk);
    if (i + 1 == words.size()) break;
    runs.add(shingle(words[i], words[i + 1]), first_chunk + chunk);
    if (i + 2 == words.size()) continue;
    runs.add(shingle(words[i], words[i + 1], words[i + 2]), first_chunk + chunk);
  }
}

}  // namespace quoth::db
