// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

class Store;

/// A place in a source where the words of a search stand, or words like them.
struct FoundPassage {
  std::string source;  ///< its id in the store
  std::string title;
  std::string date;  ///< YYYY-MM-DD, or empty
  std::string url;
  std::string speaker;
  std::uint32_t utterance = 0;  ///< 0-based, in its source
  std::optional<double> time;   ///< seconds into the recording, where the utterance begins
  double score = 0;             ///< in [0, 1]; 1 where the words stand there one by one
  std::string text;             ///< the words, and some dozen on either side
};

/// Where was this said? One passage of each source that holds at least half of the words, the best first, at most
/// `limit`. Of passages that hold the words alike that of `speaker` comes first. Throws Error where `words` is not
/// valid UTF-8 or holds no words, and StoreError where the store fails.
std::vector<FoundPassage> search(Store const& store, std::string_view words, std::string_view speaker = {},
                                 std::size_t limit = 10);

/// The passage's line in `quoth search --format jsonl`, without the line feed.
std::string to_json(FoundPassage const& passage);

}  // namespace quoth
