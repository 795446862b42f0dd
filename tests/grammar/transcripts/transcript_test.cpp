// SPDX-License-Identifier: MIT
#include "quoth/transcript.hpp"

#include <doctest/doctest.h>

#include <clocale>
#include <filesystem>
#include <fstream>
#include <string>

#include "grammar/transcripts/transcript_format.hpp"
#include "quoth/error.hpp"
#include "quoth/limits.hpp"
#include "tests/growth.hpp"
#include "tests/test_paths.hpp"
#include "text/files/file_content.hpp"

using quoth::test::growth;
using quoth::test::linear_growth;

namespace {

std::filesystem::path const directory = quoth::test::test_data("transcripts");

std::string content(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  REQUIRE(in.is_open());
  return {std::istreambuf_iterator<char>(in), {}};
}

quoth::Source read(std::string const& bytes, std::string const& path, std::string_view format = "auto") {
  quoth::text::FileContent file(bytes, path, path);
  return quoth::transcripts::parse_transcript(file, format);
}

quoth::Source parse(std::string const& bytes) { return read(bytes, "talk.txt"); }

}  // namespace

TEST_CASE("parse_transcript: a format can be forced, and must be known") {
  CHECK(read("WEBVTT\n\nMAYOR: Yes.\nMAYOR: No.\n", "a.vtt", "text").utterances.size() == 2);
  CHECK_THROWS_WITH_AS(read("MAYOR: Yes.", "a.txt", "telegram"), doctest::Contains("telegram"), quoth::Error);
}

TEST_CASE("parse_transcript: what cannot be read says what to do") {
  CHECK_THROWS_WITH_AS(read("{\\rtf1 Hello}", "a.rtf"), doctest::Contains("save it as .docx"), quoth::Error);
  CHECK_THROWS_WITH_AS(read("{\"colour\": 3}", "a.json"), doctest::Contains("no format that is known"), quoth::Error);
  CHECK_THROWS_WITH_AS(read("<?xml version=\"1.0\"?><menu/>", "a.xml"), doctest::Contains("<menu>"), quoth::Error);
}

TEST_CASE("name_speakers: captions that name nobody go without") {
  auto source = read("WEBVTT\n\n00:01.000 --> 00:02.000\nOrder, please.\n", "a.vtt");
  CHECK_NOTHROW(quoth::name_speakers(source, {}, "a.vtt"));
  CHECK(source.speakers.empty());
}

TEST_CASE("srv1: all of a text is read, whatever HTML is in it") {
  auto const source = read(
      "<transcript><text start=\"1.5\" dur=\"2\">One &lt;b&gt;two&lt;/b&gt;&lt;/p&gt;&lt;p&gt; "
      "three.</text></transcript>",
      "a.srv1");
  REQUIRE(source.utterances.size() == 1);
  CHECK(source.utterances[0].text == "One two three.");
}

TEST_CASE("captions: times are read alike in a program whose locale has decimal commas") {
  std::string const before = std::setlocale(LC_NUMERIC, nullptr);
  for (auto const* locale : {"C", "de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8"}) {
    if (std::setlocale(LC_NUMERIC, locale) == nullptr) continue;
    CAPTURE(std::string(locale));
    auto const srv = read("<transcript><text start=\"1.5\" dur=\"2\">One.</text></transcript>", "a.srv1");
    CHECK(srv.utterances.at(0).start == 1.5);
    auto const ttml = read("<tt><body><div><p begin=\"00:00:01.5\" end=\"2.5s\">One.</p></div></body></tt>", "a.ttml");
    CHECK(ttml.utterances.at(0).start == 1.5);
  }
  std::setlocale(LC_NUMERIC, before.c_str());
}

TEST_CASE("ttml and akoma-ntoso: what is far too long for a name is none, as each turn has a copy") {
  for (std::size_t const size : {1000, 1001}) {
    CAPTURE(size);
    std::string const name(size, 'A');
    auto const speaker = size == 1000 ? name : std::string();
    auto const ttml = read("<tt xmlns:m=\"urn:m\"><head><m:agent xml:id=\"a\">" + name +
                               "</m:agent></head><body><p begin=\"1s\" end=\"2s\" m:agent=\"a\">One.</p></body></tt>",
                           "a.ttml");
    CHECK(ttml.utterances.at(0).speaker == speaker);
    auto const debate = read("<akomaNtoso><debate><TLCPerson eId=\"a\" showAs=\"" + name +
                                 "\"/><speech by=\"#a\"><p>One.</p></speech></debate></akomaNtoso>",
                             "a.akn");
    CHECK(debate.utterances.at(0).speaker == speaker);
  }
}

TEST_CASE("captions and recognised speech: lines, references and hesitations take time by their number") {
  auto const repeated = [](std::string const& unit, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += unit;
    return out;
  };
  CHECK(growth(20'000, [&](std::size_t count) {
          read("WEBVTT\n\n00:01.000 --> 00:02.000\n" + repeated("a&lt;", count) + "\n", "a.vtt");
        }) < linear_growth);
  CHECK(growth(20'000, [&](std::size_t count) {
          read("WEBVTT\n\nNOTE Confidence: 0.9\n\n00:01.000 --> 00:02.000\n" + repeated("a\n", count), "a.vtt");
        }) < linear_growth);
  CHECK(growth(5000, [&](std::size_t count) {
          auto const caption = "\n00:01.000 --> 00:02.000\n" + repeated("a\n", count);
          read("WEBVTT\n" + caption + "b\n" + caption + "a\n", "a.vtt");
        }) < linear_growth);
  CHECK(growth(20'000, [&](std::size_t count) {
          read(R"({"results":[{"final":true,"alternatives":[{"transcript":")" + repeated("%HESITATION a ", count) +
                   "\"}]}]}",
               "a.json");
        }) < linear_growth);
}

TEST_CASE("parse_transcript: front matter names the event") {
  auto const source = parse(content(directory / "speech.md"));
  CHECK(source.title == "Remarks by Harbour Master Tilda Okonjo and Minister Ruud at the Opening of the Lock");
  CHECK(source.date == "2031-04-02");
  CHECK(source.url == "https://example.org/lock");
}

TEST_CASE("name_speakers: the command line comes first, whatever the capitals") {
  auto source = parse("THE MAYOR: Yes.\nMS. REED: No.");
  quoth::name_speakers(source, {"The Mayor=Ana Ruud"}, "talk.txt");
  CHECK(source.speakers["THE MAYOR"].name == "Ana Ruud");
  CHECK(source.speakers["MS. REED"].name == "Ms. Reed");
}

TEST_CASE("name_speakers: speech without any label needs a name") {
  auto source = parse("Just some words.");
  CHECK(source.kind == quoth::SourceKind::document);
  CHECK_NOTHROW(quoth::name_speakers(source, {}, "talk.txt"));
  source.kind = quoth::SourceKind::transcript;
  source.made = quoth::Made::spoken;
  CHECK_THROWS_WITH_AS(quoth::name_speakers(source, {}, "talk.txt"), doctest::Contains("--speaker"), quoth::Error);
  quoth::name_speakers(source, {"=Ana Ruud"}, "talk.txt");
  CHECK(source.speakers[""].name == "Ana Ruud");
}

TEST_CASE("name_speakers: a label may hold an equals sign, a name has none") {
  quoth::Source source;
  for (auto const* label : {"A", "A=B", "=", "x=y=z"}) source.utterances.push_back({label, {}, {}, "Good evening."});
  quoth::name_speakers(source, {"A=B=Ana Ruud", "==Karin Berg", "x=y=z=Ida Aalto"}, "talk.txt");
  CHECK(source.speakers["A"].name == "A");
  CHECK(source.speakers["A=B"].name == "Ana Ruud");
  CHECK(source.speakers["="].name == "Karin Berg");
  CHECK(source.speakers["x=y=z"].name == "Ida Aalto");
}

TEST_CASE("name_speakers: a mapping without a name is refused") {
  auto source = parse("A: Yes.\nA: No.");
  for (auto const* given : {"A", "A=", "", "=", "A=B="})
    CHECK_THROWS_AS(quoth::name_speakers(source, {given}, "talk.txt"), quoth::Error);
}

TEST_CASE("parse_transcript: nothing said is an error") {
  CHECK_THROWS_WITH_AS(parse("  \n\n"), doctest::Contains("talk.txt"), quoth::Error);
  CHECK_THROWS_AS(parse("WEBVTT\n\n"), quoth::Error);
}

TEST_CASE("parse_transcript: a broken timing line is named") {
  CHECK_THROWS_WITH_AS(parse("WEBVTT\n\n00:01 --> soon\nHello\n"), doctest::Contains("talk.txt:3"), quoth::Error);
}

TEST_CASE("parse_transcript: faults in closed captions are named") {
  struct Fault {
    std::string lines;
    char const* reason;
  };
  std::string endless = "00:00:01:00\t";
  for (int i = 0; i < 20000; ++i) endless += "8080 ";
  for (auto const& [lines, reason] :
       {Fault{"00:00:01:00\t9420 94z0", ":3: caption word 2 is not four"},
        Fault{"00:00:01:00\t942", ":3: caption word 1 is not four"},
        Fault{"00:00:01:00\t94200", ":3: caption word 1 is not four"},
        Fault{"00:00:01:00\t+942", ":3: caption word 1 is not four"},
        Fault{"00:00:01:00\t9420 1420", ":3: caption word 2 is damaged"},
        Fault{"00:00:01:30\t9420", ":3: no time code"}, Fault{"00:00:61:00\t9420", ":3: no time code"},
        Fault{"24:00:00:00\t9420", ":3: no time code"}, Fault{"-1:00:00:00\t9420", ":3: no time code"},
        Fault{"9420 9420", ":3: no time code"}, Fault{endless, ":3: over 10000"},
        Fault{"00:00:09:00\t9420\n\n00:00:08:29\t942c", ":5: the time code is before"},
        Fault{"00:00:01:00\t9420", "holds no words"}, Fault{"", "holds no words"}}) {
    auto const start = lines.substr(0, 60);
    CAPTURE(start);
    CHECK_THROWS_WITH_AS(read("Scenarist_SCC V1.0\n\n" + lines, "a.scc"), doctest::Contains(reason), quoth::Error);
  }
}

TEST_CASE("parse_transcript: closed captions that never stop are read or refused in time") {
  // Painted, rolled, taken back and flipped without end.
  for (auto const* words : {"9429 94d0 e580 ", "9426 94ad 6120 ", "9426 94a1 6161 ", "9420 6161 942f ", "1313 "}) {
    std::string bytes = "Scenarist_SCC V1.0\n\n";
    while (bytes.size() < 1000000) {
      bytes += "00:00:01:00\t";
      for (int i = 0; i < 1000; ++i) bytes += words;
      bytes += '\n';
    }
    quoth::Limits limits;
    limits.seconds = 1;
    try {
      quoth::text::FileContent file(bytes, "a.scc", "a.scc", limits);
      quoth::transcripts::parse_transcript(file);
    } catch (quoth::Error const& error) {
      CHECK(std::string(error.what()).starts_with("a.scc:"));
    }
  }
}

TEST_CASE("parse_transcript: turns inside turns are read once") {
  std::string nested;
  for (int i = 0; i < 400; ++i) nested += "<speech by=\"#a\"><from>Ana Reed</from><p>words</p>";
  for (int i = 0; i < 400; ++i) nested += "</speech>";
  auto const source = read("<akomaNtoso><debate>" + nested + "</debate></akomaNtoso>", "a.xml");
  CHECK(source.utterances.size() == 1);
}

TEST_CASE("parse_transcript: hostile lines take linear time") {
  for (std::string const unit : {"<", "<v ", "A ", "(", "1:", ">>", "A (", "McD ", "[", "Mr. ", "- ", "A (b) ", "(a",
                                 " >> a", "~~", "<s>", "1 of 2 ", "[1:00]", "A, "}) {
    CAPTURE(unit);
    auto const line = [&](std::size_t size) {
      std::string text;
      while (text.size() < size) text += unit;
      return text;
    };
    CHECK(growth(75000, [&](std::size_t size) { read(line(size) + " word", "talk.txt", "text"); }) < linear_growth);
    CHECK(growth(75000, [&](std::size_t size) {
            read("WEBVTT\n\n00:01.000 --> 00:02.000\nWord " + line(size), "talk.vtt", "webvtt");
          }) < linear_growth);
  }
}
