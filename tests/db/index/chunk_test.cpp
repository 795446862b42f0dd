// SPDX-License-Identifier: MIT
#include "db/index/chunk.hpp"

#include <doctest/doctest.h>

#include <string>

#include "db/index/shingle.hpp"
#include "text/words/words.hpp"

using namespace quoth;
using namespace quoth::db;

namespace {

// Sentences of so many words each, the words numbered from 0 through all of them.
std::string sentences(std::size_t count, std::size_t words, std::string const& end = ".") {
  std::string text;
  std::size_t number = 0;
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t k = 0; k < words; ++k) text += (k == 0 ? "" : " ") + ("w" + std::to_string(number++));
    text += end + " ";
  }
  return text;
}

std::vector<Utterance> utterances(std::vector<std::string> const& texts) {
  std::vector<Utterance> all;
  for (auto const& text : texts) all.push_back({"A", {}, {}, text});
  return all;
}

std::string joined(Chunks const& chunks, std::uint32_t utterance) {
  std::string text;
  for (auto const& piece : chunks.pieces)
    if (piece.utterance == utterance) text += piece.text;
  return text;
}

}  // namespace

TEST_CASE("cut_into_chunks: 280 words of one utterance stay together, 281 are cut") {
  CHECK(cut_into_chunks(utterances({sentences(1, 280)})).pieces.size() == 1);
  CHECK(cut_into_chunks(utterances({sentences(1, 281)})).pieces.size() == 2);
}

TEST_CASE("cut_into_chunks: a long utterance is cut behind a sentence, whatever mark ends it") {
  for (std::string const end : {".", "?", "!", ".\"", ".)", ".'"}) {
    CAPTURE(end);
    auto const text = sentences(40, 30, end);
    auto const all = utterances({text});
    auto const chunks = cut_into_chunks(all);
    CHECK(joined(chunks, 0) == text);
    REQUIRE(chunks.chunk_ends.size() > 3);
    for (std::size_t i = 0; i + 1 < chunks.pieces.size(); ++i) {
      CHECK(chunks.pieces[i].text.ends_with(end + " "));
      CHECK(chunks.pieces[i + 1].first_word - chunks.pieces[i].first_word ==
            180);  // the last sentence within 200 words
    }
  }
}

TEST_CASE("cut_into_chunks: without a sentence's end a chunk has the 200 words that fit") {
  auto const all = utterances({sentences(1, 700, ",")});
  auto const chunks = cut_into_chunks(all);
  CHECK(chunks.chunk_ends == std::vector<std::uint32_t>{200, 400, 600, 700});
}

TEST_CASE("cut_into_chunks: utterances share a chunk until it has 200 words or 64 pieces") {
  auto const full = cut_into_chunks(utterances({sentences(1, 199), sentences(1, 1), sentences(1, 5)}));
  CHECK(full.chunk_ends == std::vector<std::uint32_t>{200, 205});
  std::vector<std::string> many(65, "Yes.");
  auto const short_ones = cut_into_chunks(utterances(many));
  CHECK(short_ones.chunk_ends == std::vector<std::uint32_t>{64, 65});
  CHECK(short_ones.pieces.back().chunk == 1);
  CHECK(short_ones.pieces.back().place == 0);
}

TEST_CASE("cut_into_chunks: a turn of many thousand words, with remarks in all places, loses none of them") {
  std::string text;
  for (std::size_t i = 0; i < 2'000; ++i)
    text += sentences(1, 1 + i % 23, i % 7 == 0 ? " (Applause.) [crosstalk]" : ".");
  auto const all = utterances({"One two three.", text});
  auto const chunks = cut_into_chunks(all);
  CHECK(joined(chunks, 1) == text);
  std::vector<text::HashedWord> spoken;
  hash_spoken(all[0].text, 0, spoken);
  hash_spoken(text, 0, spoken);
  REQUIRE(chunks.hashes.size() == spoken.size());
  for (std::size_t i = 0; i < spoken.size(); ++i) CHECK(chunks.hashes[i] == spoken[i].hash);
  CHECK(chunks.chunk_ends.back() == spoken.size());
  CHECK(chunks.word_count == 3 + text::split_words(text).size());
  for (auto const& piece : chunks.pieces) CHECK(text::split_words(piece.text).size() <= 280);
}

TEST_CASE("cut_into_chunks: a remark is no word of a chunk, but counts, and is not cut") {
  auto const applause = cut_into_chunks(utterances({"We won (Applause.) today."}));
  CHECK(applause.hashes.size() == 3);
  CHECK(applause.word_count == 4);
  // The 200 words that fit end inside the remark.
  auto const all = utterances({sentences(1, 199, "") + "(Laughter and applause.) " + sentences(1, 200, "")});
  auto const chunks = cut_into_chunks(all);
  REQUIRE(chunks.pieces.size() == 2);
  CHECK(chunks.pieces[1].first_word == 198);
  for (auto const& piece : chunks.pieces) {
    CHECK((piece.text.find('(') == piece.text.npos) == (piece.text.find(')') == piece.text.npos));
  }
}
