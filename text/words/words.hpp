// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/byte_span.hpp"

namespace quoth::text {

// One word of a UTF-8 text. `first` and `last` are byte offsets in that text, end exclusive.
struct Word {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t key_first = 0;  // the matching key, as a range of WordList::keys
  std::uint32_t key_last = 0;
};

// The words of a text in order, each with its matching key: case folded, accents and compatibility forms dropped
// (NFKD), typographic apostrophes as ', no dots inside initials ("us" for "U.S."), no separators inside numbers ("5000"
// for "5,000"; "3.5" stays), "percent" for "%". Hyphens and dashes separate words. An apostrophe at either end is not
// part of a word. Each ideograph or kana is a word.
class WordList {
 public:
  std::size_t size() const { return words_.size(); }
  bool empty() const { return words_.empty(); }
  Word const& operator[](std::size_t i) const { return words_[i]; }
  std::string_view key(std::size_t i) const {
    return std::string_view(keys_).substr(words_[i].key_first, words_[i].key_last - words_[i].key_first);
  }
  std::string_view keys() const { return keys_; }  // of all words, joined
  auto begin() const { return words_.begin(); }
  auto end() const { return words_.end(); }
  void clear() { words_.clear(), keys_.clear(); }

 private:
  friend void split_words(std::string_view utf8, WordList& out);
  std::vector<Word> words_;
  std::string keys_;
};

// Tokenizer. `utf8` must be valid UTF-8 of less than 4 GiB. The second form reuses the list's memory.
WordList split_words(std::string_view utf8);
void split_words(std::string_view utf8, WordList& out);

// Passes the words to `take` one by one, each as printed and its key, until it returns false: a long text needs no
// list.
void each_word(std::string_view utf8, std::function<bool(std::string_view word, std::string_view key)> const& take);

// Whether there are more words than `count`. Reads no further than that.
bool has_more_words(std::string_view utf8, std::uint32_t count);

// The byte where the word of that index, from 0, begins; nothing if there are fewer words.
std::optional<std::uint32_t> begin_of_word(std::string_view utf8, std::uint32_t number);

// The transcriber's remarks in a text: "(Applause.)", "[crosstalk]", "(ph)", "(LAUGHTER)". Byte offsets, brackets
// included, in order. Recognised by a list of what transcribers write, or by being all capitals.
std::vector<ByteSpan> stage_directions(std::string_view utf8);

}  // namespace quoth::text
