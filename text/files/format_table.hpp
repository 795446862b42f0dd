// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "quoth/error.hpp"
#include "text/files/file_content.hpp"
#include "text/files/unreadable.hpp"

namespace quoth::text {

// The formats of a kind of file, the most telling first. A Format has a name, endings and `recognises(file)`.
template <typename Format>
class FormatTable {
 public:
  explicit FormatTable(std::span<Format const* const> formats) : formats_(formats) {}

  // Throws Error where none is called so.
  Format const& named(std::string_view name) const {
    auto const found = std::ranges::find(formats_, name, [](Format const* format) { return format->name; });
    if (found == formats_.end()) throw Error("--input-format " + std::string(name) + ": unknown; see --help");
    return **found;
  }

  // The first that recognises the content, or null.
  Format const* recognise(FileContent& file) const {
    auto const found = std::ranges::find_if(formats_, [&](Format const* format) { return format->recognises(file); });
    return found == formats_.end() ? nullptr : *found;
  }

  // The first that has the ending (".srt"), or null.
  Format const* with_ending(std::string const& ending) const {
    if (ending.empty()) return nullptr;
    auto const found = std::ranges::find_if(formats_, [&](Format const* format) {
      return (" " + std::string(format->endings) + " ").find(" " + ending + " ") != std::string::npos;
    });
    return found == formats_.end() ? nullptr : *found;
  }

 private:
  std::span<Format const* const> formats_;
};

// Throws Error with advice where the file is of a kind that nobody reads, as old Word documents.
inline void refuse_unreadable(FileContent const& file) {
  if (auto const advice = why_unreadable(file.bytes()); !advice.empty())
    throw Error(file.where() + ": " + std::string(advice));
}

}  // namespace quoth::text
