// SPDX-License-Identifier: MIT
#include "tools/servers/lsp/source_files.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "tests/db/store_fixture.hpp"

using namespace quoth;
using namespace quoth::tools;

namespace {

class Desk {
 public:
  Desk() {
    std::filesystem::create_directories(path("desk"));
    write("desk/may.vtt",
          "WEBVTT\n\n00:00.000 --> 00:04.000\n<v Ida Moen>Thank you. The old weir\n\n00:04.000 --> 00:06.000\n"
          "<v Ida Moen>will be rebuilt before the spring.\n");
    write("outside.txt", "The old weir will be rebuilt before the spring.\n");
  }
  std::filesystem::path path(char const* name) const { return folder_ / name; }
  void write(char const* name, std::string const& content) const {
    std::ofstream(path(name), std::ios::binary) << content;
  }

 private:
  test::Folder folder_;
};

constexpr auto passage = "The old weir will be rebuilt before the spring.";

}  // namespace

TEST_CASE("a passage is found at the line where its first words stand") {
  Desk const desk;
  SourceFiles files(desk.path("desk"), PositionEncoding::utf16);
  auto const place = files.place_of("may.vtt", passage);
  REQUIRE(place);
  CHECK(place->file.filename() == "may.vtt");
  CHECK(place->range.start == TextPlace{3, 23});
  CHECK(place->range.end == TextPlace{3, 35});
  CHECK_FALSE(files.place_of("may.vtt", "Nobody has ever said these words."));
  CHECK_FALSE(files.place_of("missing.vtt", passage));
}

TEST_CASE("times and tags between the words of captions do not part a passage") {
  Desk const desk;
  desk.write(
      "desk/long.vtt",
      "WEBVTT\n\n1\n00:01.000 --> 00:04.000\nThe old weir stands.\n\n2\n10:03.000 --> 10:06.000\n"
      "<v Ida Moen>The old\n\n3\n10:06.000 --> 10:09.000\n<v Ida Moen>weir will be rebuilt before the spring.\n");
  SourceFiles files(desk.path("desk"), PositionEncoding::utf16);
  auto const place = files.place_of("long.vtt", passage);
  REQUIRE(place);
  CHECK(place->range.start == TextPlace{8, 12});
}

TEST_CASE("a file that has changed is read again") {
  Desk const desk;
  SourceFiles files(desk.path("desk"), PositionEncoding::utf16);
  CHECK(files.place_of("may.vtt", passage));
  desk.write("desk/may.vtt", "A short note.\n");
  CHECK_FALSE(files.place_of("may.vtt", passage));
}

TEST_CASE("no file outside the folder is read, whatever the store says") {
  Desk const desk;
  SourceFiles files(desk.path("desk"), PositionEncoding::utf16);
  CHECK_FALSE(files.place_of("../outside.txt", passage));
  CHECK_FALSE(files.place_of(desk.path("outside.txt").string(), passage));
  std::filesystem::create_symlink(desk.path("outside.txt"), desk.path("desk/link.txt"));
  CHECK_FALSE(files.place_of("link.txt", passage));
  std::filesystem::create_directories(desk.path("desk/folder"));
  CHECK_FALSE(files.place_of("folder", passage));
  CHECK_FALSE(files.place_of("", passage));
}

TEST_CASE("what is no text holds no passage") {
  Desk const desk;
  SourceFiles files(desk.path("desk"), PositionEncoding::utf16);
  desk.write("desk/bytes.txt", std::string("\0", 1) + passage);
  CHECK_FALSE(files.place_of("bytes.txt", passage));
  desk.write("desk/latin.txt", "\xe5 The old weir will be rebuilt before the spring.");
  CHECK_FALSE(files.place_of("latin.txt", passage));
}
