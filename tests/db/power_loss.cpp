// SPDX-License-Identifier: MIT
#include "tests/db/power_loss.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace quoth::test {

namespace {

constexpr std::size_t sector_bytes = 512;

std::string content(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

int PowerLoss::before(FileCall& call) {
  using Kind = FileCall::Kind;
  if (call.kind == Kind::close) return SQLITE_OK;
  bool const changes = call.is_change() || call.kind == Kind::remove;
  if (changes && left_ > 0) ++changes_, --left_;
  if (has_happened()) return SQLITE_IOERR;
  if (!call.file.empty()) note(call);
  return SQLITE_OK;
}

void PowerLoss::note(FileCall const& call) {
  using Kind = FileCall::Kind;
  if (call.kind == Kind::open && !disks_.contains(call.file)) {
    std::filesystem::path const file(call.file);
    disks_[std::string(call.file)] = {content(file), std::filesystem::exists(file), false, {}, {}};
  }
  auto const found = disks_.find(call.file);
  if (found == disks_.end()) return;
  auto& disk = found->second;
  if (call.kind == Kind::open && disk.is_removed) {
    disk = {{}, false, false, disk.is_listed ? disk.synced : std::string(), {}};
  } else if (call.kind == Kind::write) {
    disk.changes.push_back({call.at, std::string(call.bytes)});
  } else if (call.kind == Kind::truncate) {
    disk.changes.push_back({call.at, {}, true});
  } else if (call.kind == Kind::sync) {
    for (auto const& change : disk.changes) apply(disk.synced, change);
    disk.changes.clear();
    disk.is_listed = true;
    disk.older.clear();
  } else if (call.kind == Kind::remove) {
    disk.is_removed = true;
    if (call.at != 0) disk = {{}, false, true, {}, {}};
  }
}

void PowerLoss::apply(std::string& bytes, Change const& change) {
  auto const at = static_cast<std::size_t>(change.at);
  if (change.cuts) return bytes.resize(at);
  bytes.resize(std::max(bytes.size(), at + change.bytes.size()));
  bytes.replace(at, change.bytes.size(), change.bytes);
}

// The whole change, none of it, or any of its sectors.
void PowerLoss::apply_some(std::string& bytes, Change const& change) {
  auto const how = random() % 4;
  if (how == 0) return;
  if (how == 1 || change.cuts) return apply(bytes, change);
  for (std::size_t from = 0; from < change.bytes.size(); from += sector_bytes) {
    if (random() % 2 == 0)
      apply(bytes, {change.at + static_cast<std::int64_t>(from), change.bytes.substr(from, sector_bytes)});
  }
}

std::string PowerLoss::kept(Disk const& disk) {
  // Whether the folder has the last change of its entry for the file.
  bool const newest = random() % 2 == 0;
  bool const is_there = disk.is_listed ? !disk.is_removed || !newest : !disk.is_removed && newest;
  if (!is_there) return newest ? std::string() : disk.older;
  auto bytes = disk.synced;
  for (auto const& change : disk.changes) apply_some(bytes, change);
  return bytes;
}

void PowerLoss::leave_what_was_kept() {
  for (auto const& [file, disk] : disks_) {
    auto const bytes = kept(disk);
    std::filesystem::remove(file);
    if (!bytes.empty()) std::ofstream(file, std::ios::binary) << bytes;
  }
}

std::uint64_t PowerLoss::random() {
  state_ ^= state_ << 13U, state_ ^= state_ >> 7U, state_ ^= state_ << 17U;
  return state_;
}

}  // namespace quoth::test
