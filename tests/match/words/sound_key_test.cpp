// SPDX-License-Identifier: MIT
#include "match/words/sound_key.hpp"

#include <doctest/doctest.h>

using namespace quoth;
using namespace quoth::match;

TEST_CASE("sounds_alike: spellings of one name") {
  CHECK(sounds_alike("katie", "katy"));
  CHECK(sounds_alike("philip", "filip"));
  CHECK(sounds_alike("bae", "bey"));
  CHECK_FALSE(sounds_alike("key", "kay"));
  CHECK_FALSE(sounds_alike("live", "leave"));
  CHECK_FALSE(sounds_alike("vellmark", "brackholm"));
}

TEST_CASE("sounds_close: one weak sound apart") {
  CHECK(sounds_close("head", "ahead"));
  CHECK(sounds_close("these", "those"));
  CHECK_FALSE(sounds_close("boat", "harbour"));
}
