// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/words/words.hpp"

namespace quoth::match {

struct NumberPhrase;
enum class WordLanguage : std::uint8_t;  // see word_language.hpp; English is 0

// One unit of comparison: a word, half of a contraction ("do" and "not" of "don't"), or a whole number phrase.
struct WordToken {
  enum Flag : std::uint16_t {
    contracted = 1,         // part of a contraction
    informal = 2,           // spelled as spoken: "gonna"
    number = 4,             // `value` is set
    ordinal = 8,            // "third", "3rd"
    worded = 16,            // a number in words
    weak_number = 32,       // "one", "first", "second": usually not a quantity
    clitic_s = 64,          // 's: is, has, us, or a possessive
    clitic_d = 128,         // 'd: would or had
    currency = 256,         // an amount of money
    optional = 512,         // a stage direction or struck-out word: free to skip
    bracketed = 1024,       // inside [brackets] of the quotation
    part_bracketed = 2048,  // "[t]he", "want[ed]"
    dispensable = 4096,     // a filler, or the first copy of words said twice
    decade = 8192,          // "sixties", "1960s"
  };

  std::uint64_t id = 0;  // equal ids: the same word, whatever its typography
  double value = 0;
  std::uint32_t first = 0;  // the surface is the bytes [first, last) of the part's text
  std::uint32_t last = 0;
  std::uint32_t key_first = 0;  // the matching key, in the sequence's keys
  std::uint32_t key_last = 0;
  std::uint16_t part = 0;  // index of the text that it belongs to
  std::uint16_t flags = 0;

  bool is(Flag flag) const { return (flags & flag) != 0; }
  void set(Flag flag) { flags = static_cast<std::uint16_t>(flags | flag); }
};

// Whether the token is a clitic that stands for several words.
inline bool is_clitic(WordToken const& token) {
  return (token.flags & (WordToken::clitic_s | WordToken::clitic_d)) != 0;
}
// Whether the token is such a clitic and `id` is the id of a word it can stand for.
bool can_stand_for(WordToken const& clitic, std::uint64_t id);
// Whether two tokens are the same word: equal ids, or a clitic and a word it can stand for.
inline bool same_word(WordToken const& a, WordToken const& b) {
  if (a.id == b.id) return true;
  return (is_clitic(a) || is_clitic(b)) && (can_stand_for(a, b.id) || can_stand_for(b, a.id));
}
// Whether the two agree in being contracted, and in being spelled as spoken.
bool same_form(WordToken const& a, WordToken const& b);

// The tokens of one or more texts (parts), in order. The texts must outlive it.
class TokenSequence {
 public:
  explicit TokenSequence(WordLanguage language = {}) : language_(language) {}

  WordLanguage language() const { return language_; }
  void clear();
  // Reserves memory for the tokens of about `bytes` bytes of text.
  void reserve(std::size_t bytes);
  // Appends the tokens of `text` as the next part.
  void append(std::string_view text);

  std::size_t size() const { return tokens_.size(); }
  bool empty() const { return tokens_.empty(); }
  WordToken const& operator[](std::size_t i) const { return tokens_[i]; }
  WordToken& at(std::size_t i) { return tokens_[i]; }
  std::vector<WordToken> const& tokens() const { return tokens_; }

  std::string_view key(std::size_t i) const {
    return std::string_view(keys_).substr(tokens_[i].key_first, tokens_[i].key_last - tokens_[i].key_first);
  }
  std::string_view surface(std::size_t i) const {
    return texts_[tokens_[i].part].substr(tokens_[i].first, tokens_[i].last - tokens_[i].first);
  }
  std::string_view text(std::size_t part) const { return texts_[part]; }
  std::size_t parts() const { return texts_.size(); }
  // Whether token i is the second half of a word written as one, like the "not" of "don't"; false for i == size().
  bool is_second_half(std::size_t i) const {
    return i > 0 && i < tokens_.size() && tokens_[i].part == tokens_[i - 1].part &&
           tokens_[i].first == tokens_[i - 1].first;
  }
  // The text between token i - 1 and token i; at the start of a part, the text before token i. Empty inside a
  // contraction.
  std::string_view before(std::size_t i) const;
  // The text from the start of token `first` to the end of token `last - 1`; parts are joined by a space.
  std::string stretch(std::size_t first, std::size_t last) const;
  // The same, but half of a contraction is given as its own word: "not" for the second half of "don't".
  std::string wording(std::size_t first, std::size_t last) const;

 private:
  void append_foreign(std::string_view text);
  void add(std::string_view key, text::Word const& word, std::uint16_t flags);
  void add_plain(text::Word const& word, std::uint64_t id);
  void add_word(std::size_t i, std::uint64_t id);
  void add_hyphenated(std::size_t i);
  std::size_t add_number(std::size_t i, NumberPhrase const& number);
  bool ends_in_letters(std::size_t i, std::size_t bytes) const;
  void add_measure(std::size_t i, std::size_t figures);
  void add_contraction(std::string_view key, text::Word const& word);

  WordLanguage language_;
  std::vector<std::string_view> texts_;
  std::vector<WordToken> tokens_;
  std::string keys_;           // keys of each text's words, followed by those of their expansions
  text::WordList words_;       // words of the text appended last
  std::size_t text_keys_ = 0;  // where the keys of that text begin in keys_
};

}  // namespace quoth::match
