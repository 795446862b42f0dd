// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quoth {

/// What a ruling says of two names.
enum class RulingKind {
  alias,  ///< `name` also goes by `other`
  merge,  ///< `name` is the same person as `other`
  split,  ///< who is called `name` in one source is somebody else: `other`
};
/// The name of a kind, as `quoth store list` prints it.
std::string_view to_string(RulingKind kind);
/// The kind of that name; nothing for an unknown name.
std::optional<RulingKind> ruling_kind(std::string_view name);

/// What a person decided on the speakers of a store. It holds for what is ingested later too, until it is undone.
/// Names are as the store shows them.
struct Ruling {
  std::int64_t number = 0;  ///< given by the store, for undoing
  RulingKind kind = RulingKind::alias;
  std::string name;
  std::string other;
  std::string source;  ///< of a split, its id; else empty
};

/// A name of the store and how much is said under it.
struct StoredSpeaker {
  std::string name;
  std::uint32_t sources = 0;
  std::uint32_t utterances = 0;
};

}  // namespace quoth
