// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "quoth/source.hpp"

namespace quoth::bench {

// Transcripts to build a store from: those of a JSONL file, then copies of them with other words and other speakers,
// until there are as many words as asked for.
class Corpus {
 public:
  // One transcript a line: {"id", "date", "utterances": [{"speaker", "start", "text"}], "speakers"} as `quoth ingest`
  // takes it, or {"doc", "turns": [[speaker, text, start], ...]}.
  explicit Corpus(std::filesystem::path const& jsonl);

  // Calls `take` with each source; the same ones in the same order every time.
  void each(std::uint64_t words, std::function<void(Source const&)> const& take) const;
  // The same with those that are in no store, so that there is something to look for in vain.
  void each_left_out(std::function<void(Source const&)> const& take) const;

  // A word as frequent as words are in the corpus.
  std::string const& any_word(std::uint64_t random) const { return words_[random % words_.size()]; }

 private:
  Source copy(Source const& original, std::uint64_t number) const;

  std::vector<Source> sources_;
  std::vector<Source> left_out_;
  std::vector<std::string> words_;
  std::uint64_t word_count_ = 0;
};

}  // namespace quoth::bench
