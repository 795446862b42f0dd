// SPDX-License-Identifier: MIT
#include "grammar/transcripts/made/machine_text.hpp"

#include <doctest/doctest.h>

#include <string>

#include "quoth/error.hpp"
#include "quoth/transcript.hpp"

namespace quoth::transcripts {

namespace {

std::string repeated(std::string const& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

std::vector<Utterance> turn(std::string text, std::string speaker = {}) {
  return {{std::move(speaker), {}, {}, std::move(text)}};
}

std::string const bare = "so we opened the lock at nine in the morning and nobody told us that the gates were rusted ";

}  // namespace

TEST_CASE("lacks_punctuation: long texts without a mark") {
  CHECK(lacks_punctuation(turn(repeated(bare, 15))));
  CHECK(lacks_punctuation(turn("Well, thank you. Good evening. " + repeated(bare, 15))));
  CHECK(lacks_punctuation(turn(repeated("ES WAR DER SCHNEE DER AUF DER BRÜCKE LAG UND NIEMAND KAM ", 30))));
}

TEST_CASE("lacks_punctuation: little of it in a very long text") {
  auto const sentence =
      "We opened the lock. " + repeated("And nobody told us that the gates were rusted through ", 4) + "at all. ";
  CHECK(lacks_punctuation(turn(repeated(sentence, 60))));
  CHECK(!lacks_punctuation(turn(repeated(sentence, 20))));  // too short to say
}

TEST_CASE("lacks_punctuation: what people write") {
  CHECK(!lacks_punctuation(turn(repeated(bare, 5))));  // too short to say
  CHECK(!lacks_punctuation(turn(repeated(bare + "for years. ", 30))));
  CHECK(!lacks_punctuation(
      turn(repeated("we opened it, and nobody told us – nobody – that the gates were rusted\n", 30))));
  // A script without capitals, which has no marks.
  CHECK(!lacks_punctuation(turn(repeated("เรา เปิด ประตู น้ำ ", 100))));
  // Turns of a conversation need no mark at their end.
  std::vector<Utterance> turns;
  for (int i = 0; i < 200; ++i) turns.push_back({i % 2 == 0 ? "A" : "B", {}, {}, "and who pays for the lock then"});
  CHECK(!lacks_punctuation(turns));
}

TEST_CASE("LiveTyping: capitals and >>") {
  LiveTyping live;
  LiveTyping shouted;
  LiveTyping mixed;
  for (int i = 0; i < 30; ++i) {
    live.add(std::string_view(">> WE OPENED THE LOCK AT NINE."));
    shouted.add(std::string_view("WE OPENED THE LOCK AT NINE."));
    mixed.add(std::u32string_view(U">> We opened the lock at nine."));
  }
  CHECK(live.is_live());
  CHECK(!shouted.is_live());
  CHECK(!mixed.is_live());
}

TEST_CASE("transcript_in: how a text was made is told by signs, unless it is said") {
  auto const talk = "Ana Reed: " + repeated(bare, 15) + "\nOlav Falk: " + repeated(bare, 15) + "\nAna Reed: yes\n";
  CHECK(transcript_in(talk, "talk.txt").made == Made::asr);
  CHECK(transcript_in(talk, "talk.txt", {.made = Made::edited}).made == Made::edited);
  std::string const heads =
      "Ana Reed  0:04  \nWe opened it.\n\nOlav Falk  0:09  \nWho pays?\n\nAna Reed  1:02:11  \nWe do.\n";
  CHECK(transcript_in(heads, "talk.txt").made == Made::asr);
  CHECK(transcript_in("Ana Reed: Good evening.\n\nOlav Falk: Good evening.\n", "talk.txt").made == Made::spoken);
}

TEST_CASE("transcript_in: the address of automatic captions tells") {
  std::string const captions = "WEBVTT\n\n00:01.000 --> 00:02.000\nOrder, please.\n";
  auto const made = [&](std::string const& url) { return transcript_in(captions, "a.vtt", {.url = url}).made; };
  CHECK(made("https://video.example/timedtext?v=x&kind=asr&lang=en") == Made::asr);
  CHECK(made("https://video.example/timedtext?v=kind=asr") == Made::captions);
}

TEST_CASE("transcript_in: the ingest form is believed, and judged where it does not say") {
  auto const form = [](std::string const& made) {
    return "{\"id\": \"a\", " + made + "\"utterances\": [{\"speaker\": \"Ana Reed\", \"text\": \"" +
           repeated(bare, 15) + "\"}]}";
  };
  CHECK(transcript_in(form(""), "a.json").made == Made::asr);
  CHECK(transcript_in(form("\"made\": \"spoken\", "), "a.json").made == Made::spoken);
  CHECK(transcript_in(form("\"verbatim\": \"prepared\", "), "a.json").made == Made::prepared);
}

}  // namespace quoth::transcripts
