// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

namespace quoth::db {

struct UpgradeCounts {
  std::size_t sources = 0;  // that the new store has
  std::size_t lost = 0;     // that could not be read, or not be written
};

// Makes a store of this quoth's format of an older or damaged one, out of its texts, speakers, rulings and printed
// lines. A source that cannot be read is left out and `complain` told, in one line. The old store is only read, and
// nobody can write to it meanwhile; the new one has its rights. Throws Error where it is no store or cannot be read at
// all, or `stop`, which is asked before each source and in the end, is true, and then leaves nothing behind.

// Into a file that must not be there yet.
UpgradeCounts upgrade_store(std::filesystem::path const& file, std::filesystem::path const& into,
                            std::function<void(std::string const&)> const& complain,
                            std::function<bool()> const& stop = {});

// Into its place, with its owner and group; the old one stays as `kept`, which must not be there yet. At no time is
// there no store, unless a journal lies beside it. Also throws Error where another program is writing to it: what that
// has in hand would end up in `kept`.
UpgradeCounts upgrade_store_in_place(std::filesystem::path const& file, std::filesystem::path const& kept,
                                     std::function<void(std::string const&)> const& complain,
                                     std::function<bool()> const& stop = {});

}  // namespace quoth::db
