// SPDX-License-Identifier: MIT
#include "text/words/words.hpp"

#include <cstring>

#include "text/words/word_scanner.hpp"

namespace quoth::text {

namespace {

// A sink of WordScanner: writes the words into a list.
class ListWriter {
 public:
  ListWriter(std::vector<Word>& words, std::string& keys) : words_(words), keys_(keys) {}

  bool full() const { return false; }

  // Lower case sets bit 5 of A to Z; that bit of ' is set already. Eight bytes are written at a time.
  void plain(std::uint32_t first, std::uint32_t last, char const* chars, std::size_t count) {
    make_room(count + sizeof(std::uint64_t));
    for (std::size_t i = 0; i < count; i += sizeof(std::uint64_t)) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, chars + i, sizeof eight);
      eight |= 0x2020202020202020U;
      std::memcpy(keys_.data() + key_end_ + i, &eight, sizeof eight);
    }
    add(first, last, count);
  }

  void other(std::uint32_t first, std::uint32_t last, std::string_view key) {
    make_room(key.size());
    key.copy(keys_.data() + key_end_, key.size());
    add(first, last, key.size());
  }

  void finish() { keys_.resize(key_end_); }

 private:
  void make_room(std::size_t bytes) {
    if (keys_.size() - key_end_ < bytes) keys_.resize(2 * (key_end_ + bytes));
  }

  void add(std::uint32_t first, std::uint32_t last, std::size_t key) {
    auto const key_first = static_cast<std::uint32_t>(key_end_);
    key_end_ += key;
    words_.push_back({first, last, key_first, static_cast<std::uint32_t>(key_end_)});
  }

  std::vector<Word>& words_;
  std::string& keys_;
  std::size_t key_end_ = 0;  // of the keys written; the rest is unused room
};

// A sink of WordScanner: passes the words on.
class WordVisitor {
 public:
  using Take = std::function<bool(std::string_view, std::string_view)>;

  WordVisitor(std::string_view text, Take const& take) : text_(text), take_(take) {}

  bool full() const { return full_; }

  // As ListWriter's.
  void plain(std::uint32_t first, std::uint32_t last, char const* chars, std::size_t count) {
    key_.assign(chars, count);
    for (auto& c : key_) c |= 0x20;
    other(first, last, key_);
  }

  void other(std::uint32_t first, std::uint32_t last, std::string_view key) {
    full_ = full_ || !take_(text_.substr(first, last - first), key);
  }

 private:
  std::string_view text_;
  Take const& take_;
  std::string key_;
  bool full_ = false;
};

// A sink of WordScanner: finds the word of some index.
class WordCounter {
 public:
  explicit WordCounter(std::uint32_t number) : left_(number) {}

  bool full() const { return found_.has_value(); }
  void plain(std::uint32_t first, std::uint32_t, char const*, std::size_t) { count(first); }
  void other(std::uint32_t first, std::uint32_t, std::string_view) { count(first); }

  std::optional<std::uint32_t> found() const { return found_; }

 private:
  void count(std::uint32_t first) {
    if (left_-- == 0) found_ = first;
  }

  std::uint32_t left_;
  std::optional<std::uint32_t> found_;
};

}  // namespace

void split_words(std::string_view utf8, WordList& out) {
  out.clear();
  out.keys_.resize(utf8.size() + sizeof(std::uint64_t));
  ListWriter writer(out.words_, out.keys_);
  WordScanner(utf8, writer).scan();
  writer.finish();
}

WordList split_words(std::string_view utf8) {
  WordList words;
  split_words(utf8, words);
  return words;
}

void each_word(std::string_view utf8, std::function<bool(std::string_view, std::string_view)> const& take) {
  WordVisitor visitor(utf8, take);
  WordScanner(utf8, visitor).scan();
}

bool has_more_words(std::string_view utf8, std::uint32_t count) { return begin_of_word(utf8, count).has_value(); }

std::optional<std::uint32_t> begin_of_word(std::string_view utf8, std::uint32_t number) {
  WordCounter counter(number);
  WordScanner(utf8, counter).scan();
  return counter.found();
}

}  // namespace quoth::text
