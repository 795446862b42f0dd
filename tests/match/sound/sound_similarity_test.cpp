// SPDX-License-Identifier: MIT
#include "match/sound/sound_similarity.hpp"

#include <doctest/doctest.h>

using namespace quoth::match;

TEST_CASE("sound_similarity: word borders move, numbers are said, initials are spelled") {
  CHECK(sound_similarity("our steam business is", "are steam businesses") > 0.7);
  CHECK(sound_similarity("one to four", "124") > 0.5);
  CHECK(sound_similarity("to 50", "250") > 0.8);
  CHECK(sound_similarity("GE", "gee ee") > 0.8);
  CHECK(sound_similarity("team", "15") < sound_similarity("teen", "15"));
}

TEST_CASE("sound_similarity: unlike words are unlike") {
  CHECK(sound_similarity("ferry", "budget") < 0.35);
  CHECK(sound_similarity("up", "down") < 0.35);
  CHECK(sound_similarity("may", "will") < 0.35);
}

TEST_CASE("sound_similarity: of nothing, and of what is not said") {
  CHECK(sound_similarity("", "ferry") <= 0);
  CHECK(sound_similarity("…", "—") <= 1);
}

TEST_CASE("sound_similarity_of_numbers: what both say does not count") {
  CHECK(sound_similarity_of_numbers("40 million", "80 million") < 0.5);
  CHECK(sound_similarity_of_numbers("14 million", "40 million") > 0.6);
  CHECK(sound_similarity_of_numbers("150", "a hundred and fifty") == doctest::Approx(1));
  CHECK(sound_similarity_of_numbers("17.56", "seventeen dollars and 56 cents") == doctest::Approx(1));
  CHECK(sound_similarity_of_numbers("was 20.8 million", "where 20 point eight million") == doctest::Approx(1));
}

TEST_CASE("sound_similarity_inside: misheard words stand where they were said") {
  CHECK(sound_similarity_inside("Within the harbour budget our new ferry is most affected",
                                "of the pier. we then the harbour budget are new ferries most effected and then") >
        0.7);
  CHECK(sound_similarity_inside("Within the harbour budget our new ferry is most affected",
                                "and thank you all for coming to the meeting of the council") < 0.5);
}
