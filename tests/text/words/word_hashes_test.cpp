// SPDX-License-Identifier: MIT
#include "text/words/word_hashes.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "text/words/words.hpp"

namespace {

// Texts of what begins words, ends them and goes on with them, in any order.
class Texts {
 public:
  std::string next() {
    static char const* const parts[] = {"a",      "I", "word", "don", "extraordinarily",
                                        " ",      " ", " ",    " ",   "'",
                                        "’",      ".", ",",    "%",   "5",
                                        "000",    "—", "“",    "”",   "-",
                                        "é",      "ﬁ", "½",    "漢",  "\u00ad",
                                        "\u0301", "S", "s",    "(",   "\n",
                                        "ж",      "U", "p"};
    std::string text;
    for (auto left = random_() % 60; left > 0; --left) text += parts[random_() % std::size(parts)];
    return text;
  }

 private:
  std::mt19937 random_{7};
};

}  // namespace

TEST_CASE("hash_words: the words of split_words, one by one") {
  Texts texts;
  for (int i = 0; i < 3'000; ++i) {
    auto const text = texts.next();
    CAPTURE(text);
    auto const words = quoth::text::split_words(text);
    std::vector<quoth::text::HashedWord> hashed;
    quoth::text::hash_words(text, 40, hashed);
    REQUIRE(hashed.size() == words.size());
    for (std::uint32_t w = 0; w < words.size(); ++w) {
      CHECK(hashed[w].hash == quoth::text::hash_key(words.key(w)));
      CHECK(hashed[w].number == 40 + w);
      CHECK(hashed[w].byte == words[w].first);
      CHECK(quoth::text::begin_of_word(text, w) == words[w].first);
    }
    CHECK(!quoth::text::begin_of_word(text, static_cast<std::uint32_t>(words.size())));
  }
}

TEST_CASE("hash_some_words: in parts of any size, the words of hash_words") {
  Texts texts;
  for (int i = 0; i < 300; ++i) {
    std::string text;
    for (int k = 0; k < 10; ++k) text += texts.next();
    CAPTURE(text);
    std::vector<quoth::text::HashedWord> whole;
    quoth::text::hash_words(text, 7, whole);
    std::vector<quoth::text::HashedWord> parts;
    auto const count = static_cast<std::size_t>(1 + i % 9);
    for (std::size_t at = 0; at < text.size();) {
      auto const before = parts.size();
      at = quoth::text::hash_some_words(text, at, 7 + static_cast<std::uint32_t>(before), count, parts);
      CHECK((at == text.size() || parts.size() >= before + count));
    }
    REQUIRE(parts.size() == whole.size());
    for (std::size_t w = 0; w < whole.size(); ++w) {
      CHECK(parts[w].hash == whole[w].hash);
      CHECK(parts[w].number == whole[w].number);
      CHECK(parts[w].byte == whole[w].byte);
    }
  }
}

TEST_CASE("each_word: the words of split_words, until it is told to stop") {
  Texts texts;
  for (int i = 0; i < 1'000; ++i) {
    auto const text = texts.next();
    CAPTURE(text);
    auto const words = quoth::text::split_words(text);
    std::size_t count = 0;
    quoth::text::each_word(text, [&](std::string_view word, std::string_view key) {
      REQUIRE(count < words.size());
      CHECK(word == std::string_view(text).substr(words[count].first, words[count].last - words[count].first));
      CHECK(key == words.key(count));
      return ++count < 20;
    });
    CHECK(count == std::min<std::size_t>(words.size(), 20));
    for (std::uint32_t const few : {0U, 1U, 7U}) CHECK(quoth::text::has_more_words(text, few) == (words.size() > few));
  }
}

TEST_CASE("split_words: a word is the same wherever it stands between blanks") {
  Texts texts;
  for (int i = 0; i < 3'000; ++i) {
    auto const before = texts.next() + ' ';
    auto const after = texts.next();
    CAPTURE(before + after);
    auto const whole = quoth::text::split_words(before + after);
    auto const left = quoth::text::split_words(before);
    auto const right = quoth::text::split_words(after);
    REQUIRE(whole.size() == left.size() + right.size());
    for (std::size_t w = 0; w < right.size(); ++w) {
      CHECK(whole.key(left.size() + w) == right.key(w));
      CHECK(whole[left.size() + w].first == right[w].first + before.size());
      CHECK(whole[left.size() + w].last == right[w].last + before.size());
    }
  }
}

// They stand in stores.
TEST_CASE("hash_key: as ever") {
  CHECK(quoth::text::hash_key("") == 0);
  CHECK(quoth::text::hash_key("the") == 0x1b6c2953793d1c90);
  CHECK(quoth::text::hash_key("question") == 0x8af7d47e12c4ea93);
  CHECK(quoth::text::hash_key("don't") == 0x3ea5d1e735a9cf12);
  CHECK(quoth::text::hash_key("extraordinarily") == 0x0f86c04370f7f644);
}
