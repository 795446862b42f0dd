// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "match/words/token.hpp"
#include "match/words/word_filter.hpp"
#include "quoth/candidate.hpp"

namespace quoth::match {

// The words of a candidate: all turns of all its windows, one after the other. Stage directions become optional tokens.
// Refers to the candidate, which must outlive it.
class Passage {
 public:
  explicit Passage(Candidate const& candidate, WordLanguage language = {});
  Passage(Passage const&) = delete;
  Passage& operator=(Passage const&) = delete;

  TokenSequence const& tokens() const { return tokens_; }
  // What the source is.
  SourceKind kind() const { return kind_; }
  Turn const& turn(std::size_t part) const { return *turns_[part]; }
  Turn const& turn_of(std::size_t token) const { return *turns_[tokens_[token].part]; }
  std::size_t turns() const { return turns_.size(); }
  std::uint32_t window_of(std::size_t token) const { return windows_[tokens_[token].part]; }

  // The tokens of a turn are [first_token(part), first_token(part + 1)).
  std::size_t first_token(std::size_t part) const { return starts_[part]; }
  bool starts_turn(std::size_t token) const;
  // A Bloom filter: false if no token is the same word; rarely true otherwise.
  bool may_hold(WordToken const& word) const;
  // If token `i` starts a turn that continues an earlier turn of the same speaker after a short interruption by
  // another: the token after the end of that earlier turn. Otherwise 0.
  std::size_t resumes_from(std::size_t i) const { return resumes_[tokens_[i].part]; }

 private:
  void mark_optional(std::size_t part);
  void mark_dispensable(std::size_t part);
  std::size_t stands_again(std::size_t token, std::size_t farthest) const;
  void note_words(std::size_t part);
  void find_interruptions();

  SourceKind kind_;
  TokenSequence tokens_;
  WordFilter words_;
  std::vector<std::size_t> clitics_;
  std::vector<Turn const*> turns_;
  std::vector<std::uint32_t> windows_;
  std::vector<std::size_t> starts_;
  std::vector<std::size_t> resumes_;
};

}  // namespace quoth::match
