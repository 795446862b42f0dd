// SPDX-License-Identifier: MIT
#include "db/index/chunk.hpp"

#include <algorithm>
#include <utility>

#include "db/index/shingle.hpp"

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
  Chunks take() {
    end_chunk();
    return std::move(chunks_);
  }

  void add(std::uint32_t utterance, std::string_view text) {
    words_.clear();
    text::hash_words(text, chunks_.word_count, words_);
    remarks_ = remarks_in(text);
    auto count = static_cast<std::uint32_t>(words_.size());
    std::uint32_t first = 0;
    std::uint32_t byte = 0;
    while (in_chunk_ + (count - first) > longest) {
      auto cut = best_cut(text, first);
      auto at = words_[cut].byte;
      put(utterance, text.substr(byte, at - byte), first, cut);
      end_chunk();
      first = cut;
      byte = at;
    }
    put(utterance, text.substr(byte), first, count);
    if (in_chunk_ >= full || place_ == pieces_per_chunk) end_chunk();
  }

 private:
  // The index of the word to cut before: the last of the best-rated words that leave the chunk between half full and
  // full.
  std::uint32_t best_cut(std::string_view text, std::uint32_t first) const {
    auto room = full > in_chunk_ ? full - in_chunk_ : 1;
    auto count = static_cast<std::uint32_t>(words_.size());
    auto last = std::min(first + room, count - 1);
    auto least = first + (room + 1) / 2;
    std::uint32_t best = last;
    int quality = -1;
    for (auto cut = last; cut >= least && cut > 0 && quality < 2; --cut) {
      if (inside_remark(words_[cut].byte)) continue;
      int here = cut_quality(text, words_[cut].byte);
      if (here > quality) best = cut, quality = here;
    }
    return best;
  }

  bool inside_remark(std::uint32_t byte) const {
    return std::ranges::any_of(remarks_, [&](ByteSpan remark) { return remark.first < byte && byte < remark.last; });
  }

  // Adds the words [from, to) of the utterance to the chunk; `text` is their text.
  void put(std::uint32_t utterance, std::string_view text, std::uint32_t from, std::uint32_t to) {
    chunks_.pieces.push_back({chunk_, place_++, utterance, chunks_.word_count, text});
    auto const before = chunks_.words.size();
    chunks_.words.insert(chunks_.words.end(), words_.begin() + from, words_.begin() + to);
    leave_out(remarks_, before, chunks_.words);
    chunks_.word_count += to - from;
    in_chunk_ += to - from;
  }

  void end_chunk() {
    if (place_ == 0) return;
    chunks_.chunk_ends.push_back(static_cast<std::uint32_t>(chunks_.words.size()));
    ++chunk_, place_ = 0, in_chunk_ = 0;
  }

  Chunks chunks_;
  std::vector<text::HashedWord> words_;  // of the utterance, including remarks
  std::vector<ByteSpan> remarks_;
  std::uint32_t chunk_ = 0;
  std::uint32_t place_ = 0;
  std::uint32_t in_chunk_ = 0;  // words
};

}  // namespace

Chunks cut_into_chunks(std::vector<Utterance> const& utterances) {
  Cutter cutter;
  std::uint32_t number = 0;
  for (auto const& utterance : utterances) cutter.add(number++, utterance.text);
  return cutter.take();
}

}  // namespace quoth::db
