// SPDX-License-Identifier: MIT
#include "db/index/chunk.hpp"

#include <span>
#include <utility>

#include "db/index/shingle.hpp"
#include "text/words/word_hashes.hpp"

namespace quoth::db {

namespace {

constexpr std::uint32_t full = 200;     // in words: a chunk this long takes no more utterances
constexpr std::uint32_t longest = 280;  // in words: an utterance is split before its chunk exceeds this

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Rates a cut before the word at byte `at`: 2 after the end of a sentence, 1 after other white space, 0 elsewhere.
int cut_quality(std::string_view text, std::uint32_t at) {
  if (at == 0 || !is_space(text[at - 1])) return 0;
  std::size_t last = text.find_last_not_of(" \n\t\r", at - 1);
  if (last == std::string_view::npos) return 1;
  while (last > 0 && (text[last] == '"' || text[last] == '\'' || text[last] == ')')) --last;
  return text[last] == '.' || text[last] == '?' || text[last] == '!' ? 2 : 1;
}

class Cutter {
 public:
  // `bytes`: of all texts. Reserves room for as many words as they can hold, but for ideographs: growing would hold the
  // words twice, and memory that is not written to takes none.
  explicit Cutter(std::size_t bytes) { chunks_.hashes.reserve(bytes / 2 + 1); }

  Chunks take() {
    end_chunk();
    return std::move(chunks_);
  }

  void add(std::uint32_t utterance, std::string_view text) {
    words_.clear();
    auto const remarks = remarks_in(text);
    remarks_ = remarks;
    read_ = 0;
    std::uint32_t first = 0;  // in words_
    std::uint32_t byte = 0;
    read_words(text);
    while (in_chunk_ + (words_.size() - first) > longest) {
      auto const cut = best_cut(text, first);
      auto const at = words_[cut].byte;
      put(utterance, text.substr(byte, at - byte), first, cut);
      end_chunk();
      first = cut;
      byte = at;
      if (words_.size() - first > longest) continue;
      words_.erase(words_.begin(), words_.begin() + first);
      first = 0;
      read_words(text);
    }
    put(utterance, text.substr(byte), first, static_cast<std::uint32_t>(words_.size()));
    if (in_chunk_ >= full || place_ == pieces_per_chunk) end_chunk();
  }

 private:
  static constexpr std::size_t words_at_once = 4096;

  void read_words(std::string_view text) {
    if (read_ < text.size()) read_ = text::hash_some_words(text, read_, 0, words_at_once, words_);
  }

  // The index of the word to cut before: the last of the best-rated words that leave the chunk between half full and
  // full. There are more words than fit.
  std::uint32_t best_cut(std::string_view text, std::uint32_t first) const {
    auto room = full > in_chunk_ ? full - in_chunk_ : 1;
    auto last = first + room;
    auto least = first + (room + 1) / 2;
    std::uint32_t best = last;
    int quality = -1;
    for (auto cut = last; cut >= least && quality < 2; --cut) {
      if (inside_remark(words_[cut].byte)) continue;
      int here = cut_quality(text, words_[cut].byte);
      if (here > quality) best = cut, quality = here;
    }
    return best;
  }

  bool inside_remark(std::uint32_t byte) const {
    for (auto const remark : remarks_) {
      if (remark.first >= byte) return false;
      if (byte < remark.last) return true;
    }
    return false;
  }

  // Adds the words [from, to) of `words_` to the chunk; `text` is their text.
  void put(std::uint32_t utterance, std::string_view text, std::uint32_t from, std::uint32_t to) {
    chunks_.pieces.push_back({chunk_, place_++, utterance, chunks_.word_count, text});
    spoken_.assign(words_.begin() + from, words_.begin() + to);
    leave_out(remarks_, 0, spoken_);
    for (auto const& word : spoken_) chunks_.hashes.push_back(word.hash);
    while (to < words_.size() && !remarks_.empty() && remarks_.front().last <= words_[to].byte)
      remarks_ = remarks_.subspan(1);
    chunks_.word_count += to - from;
    in_chunk_ += to - from;
  }

  void end_chunk() {
    if (place_ == 0) return;
    chunks_.chunk_ends.push_back(static_cast<std::uint32_t>(chunks_.hashes.size()));
    ++chunk_, place_ = 0, in_chunk_ = 0;
  }

  Chunks chunks_;
  // Of the utterance, including remarks: those that were read and may not be in a chunk yet.
  std::vector<text::HashedWord> words_;
  std::vector<text::HashedWord> spoken_;  // lent to `put`
  std::span<ByteSpan const> remarks_;     // of the utterance: those that do not end before the next word
  std::size_t read_ = 0;                  // bytes of the utterance
  std::uint32_t chunk_ = 0;
  std::uint32_t place_ = 0;
  std::uint32_t in_chunk_ = 0;  // words
};

}  // namespace

Chunks cut_into_chunks(std::vector<Utterance> const& utterances) {
  std::size_t bytes = 0;
  for (auto const& utterance : utterances) bytes += utterance.text.size();
  Cutter cutter(bytes);
  std::uint32_t number = 0;
  for (auto const& utterance : utterances) cutter.add(number++, utterance.text);
  return cutter.take();
}

}  // namespace quoth::db
