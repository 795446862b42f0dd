// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "db/index/posting_index.hpp"
#include "quoth/candidate.hpp"

namespace quoth::db {

// How probable a phrase is at any one place of the store: a trigram model over the store's own index, with the "stupid
// backoff" of T. Brants et al., "Large language models in machine translation", EMNLP 2007. The occurrences of every
// n-gram that are asked about are left out of the counts: a passage does not make itself probable.
class PhraseModel {
 public:
  // The state of the index and lengths of posting lists, kept from one model to the next. A new model clears it when
  // the store has changed. One per thread.
  class Cache {
    friend class PhraseModel;

    struct Length {
      Shingle shingle = 0;
      bool known = false;
      std::size_t chunks = 0;
    };

    std::int64_t version_ = -1;  // the store's version when the state was loaded
    IndexState state_;
    double chunks_ = 0;
    // Direct-mapped, like LongListCache: common words and pairs are asked for again and again.
    std::array<Length, 8192> lengths_{};
  };

  // Must not outlive the snapshot of the store in which it is made.
  PhraseModel(Cache& cache, Connection& connection, PostingIndex const& index);

  // The odds of the words without remarks; see Store::odds.
  PhraseOdds odds(std::string_view words, double improbable, std::size_t occurrences) const;

 private:
  std::size_t length(Shingle shingle) const;
  // About how often the shingle stands in the store, after `left_out` of the chunks that hold it are left out.
  double count(Shingle shingle, double left_out = 0) const;
  double log_probability(std::vector<text::HashedWord> const& words, std::size_t i, double occurrences) const;

  Cache& cache_;
  PostingIndex const& index_;
};

}  // namespace quoth::db
