// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/heard_words.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

#include "text/unicode/letter_case.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/white_space.hpp"

namespace quoth::transcripts {

namespace {

constexpr double latest = 1e7;         // seconds, as far as a store keeps them; later times are faults
constexpr double rounding = 1.000001;  // some services write a little more than 1

bool is_sound(char32_t c) { return text::is_letter(c) || (c >= U'0' && c <= U'9'); }

// Letters and digits in lower case, by which items and words are compared.
void add_sounds(std::string_view utf8, std::u32string& sounds) {
  for (auto const c : text::to_utf32(utf8)) {
    if (is_sound(c)) sounds += text::to_lower(c);
  }
}

// The letters and digits of a text without what is between them, and the words they belong to.
class Sounds {
 public:
  explicit Sounds(std::string_view utf8) {
    for (auto const& word : text::split_at_white_space(utf8)) {
      starts_.push_back(sounds_.size());
      add_sounds(utf8.substr(word.first, word.last - word.first), sounds_);
    }
  }

  std::size_t words() const { return starts_.size(); }

  // The word of the sound at `at`. Asked in rising order, so that all questions together take linear time.
  std::size_t word_at(std::size_t at) {
    while (word_ + 1 < starts_.size() && starts_[word_ + 1] <= at) ++word_;
    return word_;
  }

  // Where `key` stands: at `from`, or else as whole words a little behind it. npos if it does not.
  std::size_t find(std::u32string const& key, std::size_t from) {
    constexpr std::size_t farthest = 20;  // words; a number of many words has fewer
    if (sounds_.compare(from, key.size(), key) == 0) return from;
    if (from >= sounds_.size()) return std::u32string::npos;
    auto const next = word_at(from) + 1;
    for (auto word = next; word < std::min(starts_.size(), next + farthest); ++word) {
      auto const end = starts_[word] + key.size();
      bool const ends_a_word = end == sounds_.size() || std::ranges::binary_search(starts_, end);
      if (ends_a_word && sounds_.compare(starts_[word], key.size(), key) == 0) return starts_[word];
    }
    return std::u32string::npos;
  }

 private:
  std::u32string sounds_;
  std::vector<std::size_t> starts_;  // of each word in sounds_
  std::size_t word_ = 0;
};

// Gives words what the items say of them.
class Hearing {
 public:
  explicit Hearing(std::size_t words) : words_(words) {}

  // An item that stands in the words from `first` to `last`, both included.
  void take(std::size_t first, std::size_t last, HeardWord const& item) {
    give_away(first);
    merge(words_[first], item);
    for (auto i = first + 1; i <= last; ++i) merge(words_[i], {{}, item.confidence});
    next_ = std::max(next_, last + 1);
  }

  // An item that does not stand in the text as it is.
  void keep(HeardWord const& item) {
    if (has_kept_) return merge(kept_, item);
    kept_ = item;
    has_kept_ = true;
  }

  // Gives what was kept to the words before `end` that have nothing yet.
  void give_away(std::size_t end) {
    if (has_kept_) {
      for (auto i = next_; i < end; ++i) words_[i] = i == next_ ? kept_ : HeardWord{{}, kept_.confidence};
    }
    has_kept_ = false;
  }

  std::vector<HeardWord> finish(std::optional<double> otherwise) {
    give_away(words_.size());
    for (auto& word : words_) {
      if (!word.confidence) word.confidence = otherwise;
    }
    return std::move(words_);
  }

 private:
  std::vector<HeardWord> words_;
  std::size_t next_ = 0;  // the first word that no item stands in
  HeardWord kept_;
  bool has_kept_ = false;
};

}  // namespace

HeardWord heard(std::optional<double> start, std::optional<double> confidence) {
  HeardWord word;
  if (start && *start >= 0 && *start < latest) word.start = start;
  if (confidence && *confidence >= 0 && *confidence <= rounding) word.confidence = std::min(*confidence, 1.0);
  return word;
}

void merge(HeardWord& word, HeardWord const& part) {
  if (!word.start) word.start = part.start;
  if (!word.confidence || (part.confidence && *part.confidence < *word.confidence)) word.confidence = part.confidence;
}

std::vector<HeardWord> heard_as_one(std::string_view text, HeardWord const& item) {
  std::vector<HeardWord> words(text::count_at_white_space(text), HeardWord{{}, item.confidence});
  if (!words.empty()) words.front().start = item.start;
  return words;
}

std::vector<HeardWord> heard_words(std::string_view text, std::span<HeardItem const> items,
                                   std::optional<double> otherwise) {
  Sounds sounds(text);
  Hearing hearing(sounds.words());
  std::size_t from = 0;
  std::u32string key;
  for (auto const& item : items) {
    key.clear();
    add_sounds(item.text, key);
    if (key.empty()) continue;  // punctuation
    auto const at = sounds.find(key, from);
    if (at == key.npos) {
      hearing.keep(item.heard);
      continue;
    }
    from = at + key.size();
    auto const first = sounds.word_at(at);
    hearing.take(first, sounds.word_at(from - 1), item.heard);
  }
  return hearing.finish(heard({}, otherwise).confidence);
}

}  // namespace quoth::transcripts
