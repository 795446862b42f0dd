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
  if (blocks.empty() || blocks.back().entries.empty() || blocks.back().entries.size() + 2 > block_size)
    start_block(part, chunk);
  auto& block = blocks.back();
  auto const step = std::min(chunk - block.last_chunk, long_step);
  block.entries.push_back((shingle - first_of_part(part)) << step_bits | step);
  if (step == long_step) block.entries.push_back(chunk);
  block.last_chunk = chunk;
  ++size_;
}

void PostingRuns::start_block(std::uint32_t part, std::uint32_t chunk) {
  if (in_memory_ + block_size > most_in_memory_) spill();
  in_memory_ += block_size;
  blocks_[part].push_back({chunk, chunk, 0, 0, {}});
  if (size_ > block_size * parts) blocks_[part].back().entries.reserve(block_size);
}

void PostingRuns::spill() {
  open_file();
  for (auto& blocks : blocks_) {
    for (auto& block : blocks) {
      if (block.entries.empty()) continue;
      block.size = static_cast<std::uint32_t>(block.entries.size());
      block.place = file_end_;
      if (std::fwrite(block.entries.data(), sizeof(std::uint32_t), block.size, file_.get()) != block.size)
        throw StoreError(folder_.string() + ": no room for the working file; make room and try again");
      file_end_ += static_cast<std::int64_t>(block.size * sizeof(std::uint32_t));
      std::vector<std::uint32_t>().swap(block.entries);  // clear() would keep the memory
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
  std::vector<Posting> postings, sorted;
  std::vector<std::uint32_t> entries;
  for (auto& block : blocks_[part]) {
    if (block.entries.empty() && block.size > 0) {
      entries.resize(block.size);
      if (std::fseek(file_.get(), block.place, SEEK_SET) != 0 ||
          std::fread(entries.data(), sizeof(std::uint32_t), block.size, file_.get()) != block.size)
        throw StoreError(folder_.string() + ": the working file cannot be read back; check the disk");
    } else {
      entries.swap(block.entries);
    }
    auto chunk = block.first_chunk;
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
      auto const shingle = first_of_part(part) + (*entry >> step_bits);
      auto const step = *entry & long_step;
      chunk = step == long_step ? *++entry : chunk + step;
      postings.push_back(posting(shingle, chunk));
    }
  }
  std::vector<Block>().swap(blocks_[part]);
  auto const bits = bits_of_part(part);
  radix_pass(postings, sorted, 32, bits / 2);
  radix_pass(sorted, postings, 32 + bits / 2, bits - bits / 2);
  std::vector<Posting>().swap(sorted);
  postings.erase(std::unique(postings.begin(), postings.end()), postings.end());
  if (out.empty())
    out.swap(postings);
  else
    out.insert(out.end(), postings.begin(), postings.end());
}

void PostingRuns::clear() {
  for (auto& blocks : blocks_) blocks.clear();
  recent_.assign(recent_size, 0);
  file_.reset();
  size_ = 0, in_memory_ = 0, file_end_ = 0;
}

void add_shingles(Chunks const& chunks, std::uint32_t first_chunk, PostingRuns& runs) {
  auto const& words = chunks.words;
  std::uint32_t chunk = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    while (i >= chunks.chunk_ends[chunk]) ++chunk;
    runs.add(shingle(words[i].hash), first_chunk + chunk);
    if (i + 1 == words.size()) break;
    runs.add(shingle(words[i].hash, words[i + 1].hash), first_chunk + chunk);
    if (i + 2 == words.size()) continue;
    runs.add(shingle(words[i].hash, words[i + 1].hash, words[i + 2].hash), first_chunk + chunk);
  }
}

}  // namespace quoth::db
