// SPDX-License-Identifier: MIT
#include "tools/reports/recording_link.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>

using namespace quoth::tools;

TEST_CASE("link_to: a time in the way of the site") {
  struct Case {
    std::string url;
    std::string at_12_31;
  };
  for (auto const& [each_url, each_link] : {
           Case{"https://www.youtube.com/watch?v=aB3", "https://www.youtube.com/watch?v=aB3&t=751s"},
           Case{"https://m.youtube.com/watch?v=aB3&list=L", "https://m.youtube.com/watch?v=aB3&list=L&t=751s"},
           Case{"https://www.youtube.com/live/aB3", "https://www.youtube.com/live/aB3?t=751s"},
           Case{"https://www.youtube.com/embed/aB3", "https://www.youtube.com/embed/aB3?start=751"},
           Case{"https://YouTu.be/aB3", "https://YouTu.be/aB3?t=751"},
           Case{"https://youtu.be/aB3?si=x", "https://youtu.be/aB3?si=x&t=751"},
           Case{"https://open.spotify.com/episode/4k", "https://open.spotify.com/episode/4k?t=751"},
           Case{"https://vimeo.com/76979", "https://vimeo.com/76979#t=751s"},
           Case{"https://player.vimeo.com/video/76979?h=1", "https://player.vimeo.com/video/76979?h=1#t=751s"},
           Case{"https://cdn.example/show/12.mp3", "https://cdn.example/show/12.mp3#t=751"},
           Case{"https://cdn.example/show/12.mp3?token=a%26b", "https://cdn.example/show/12.mp3?token=a%26b#t=751"},
           Case{"http://town.example", "http://town.example#t=751"},
           Case{"https://notyoutube.com/watch?v=1", "https://notyoutube.com/watch?v=1#t=751"},
           Case{"https://town.example/?u=youtu.be/aB3", "https://town.example/?u=youtu.be/aB3#t=751"},
       }) {
    auto const& url = each_url;
    CAPTURE(url);
    CHECK(link_to(url, 751.9) == each_link);
  }
}

TEST_CASE("link_to: a time that is there is replaced, a fragment of another meaning stays") {
  CHECK(link_to("https://youtu.be/aB3?t=9", 751) == "https://youtu.be/aB3?t=751");
  CHECK(link_to("https://www.youtube.com/watch?t=9s&v=aB3", 751) == "https://www.youtube.com/watch?v=aB3&t=751s");
  CHECK(link_to("https://www.youtube.com/watch?v=aB3#t=9", 751) == "https://www.youtube.com/watch?v=aB3&t=751s");
  CHECK(link_to("https://www.youtube.com/watch?v=aB3#chat", 751) == "https://www.youtube.com/watch?v=aB3&t=751s#chat");
  CHECK(link_to("https://vimeo.com/76979#t=9s", 751) == "https://vimeo.com/76979#t=751s");
  CHECK(link_to("https://cdn.example/12.mp3#t=9,20", 751) == "https://cdn.example/12.mp3#t=751");
  CHECK(link_to("https://cdn.example/12.mp4#t=9&track=en", 751) == "https://cdn.example/12.mp4#track=en&t=751");
  CHECK(link_to("https://town.example/app#/meetings/5", 751) == "https://town.example/app#/meetings/5");
  CHECK(link_to("https://town.example/page#turn-4", 751) == "https://town.example/page#turn-4");
}

TEST_CASE("link_to: without a time the URL, and nothing that could run") {
  CHECK(link_to("https://youtu.be/aB3", {}) == "https://youtu.be/aB3");
  CHECK(link_to("https://youtu.be/aB3", -1) == "https://youtu.be/aB3");
  CHECK(link_to("https://youtu.be/aB3", std::numeric_limits<double>::quiet_NaN()) == "https://youtu.be/aB3");
  CHECK(link_to("https://youtu.be/aB3", 1e300) == "https://youtu.be/aB3");
  CHECK(link_to("javascript:alert(1)//youtu.be/", 751).empty());
  CHECK(link_to("file:///tmp/a.mp3", 751).empty());
  CHECK(link_to("", 751).empty());
  CHECK(link_to("https://", 751) == "https://#t=751");
}

TEST_CASE("recording_at: a media file with a time, from two seconds before it") {
  auto const recording = recording_at("https://cdn.example:8080/show/12.MP3?token=a", 751.4);
  REQUIRE(recording);
  CHECK(recording->url == "https://cdn.example:8080/show/12.MP3?token=a#t=749");
  CHECK(recording->origin == "https://cdn.example:8080");
  CHECK(recording_at("https://cdn.example/12.webm#t=9", 1)->url == "https://cdn.example/12.webm#t=0");
  auto const beside = recording_at("recordings/may 12.ogg", 12);
  REQUIRE(beside);
  CHECK(beside->url == "recordings/may 12.ogg#t=10");
  CHECK(beside->origin == "'self' file:");
}

TEST_CASE("recording_at: nothing else") {
  CHECK_FALSE(recording_at("https://cdn.example/12.mp3", std::nullopt));
  CHECK_FALSE(recording_at("https://cdn.example/12.mp3", std::numeric_limits<double>::quiet_NaN()));
  for (auto const* each :
       {"", "https://youtu.be/aB3", "https://cdn.example/page.html?x=.mp3", "https://cdn.example/#.mp3",
        "https:///x.mp3", "https://me@cdn.example/x.mp3", "https://cdn.example;x/x.mp3", "/x.mp3", "../x.mp3",
        "a/../../x.mp3", "javascript:x.mp3", "file:///x.mp3", "a\\x.mp3", "a?.mp3", "a%2fx.mp3"}) {
    std::string const url = each;
    CAPTURE(url);
    CHECK_FALSE(recording_at(url, 12));
  }
}
