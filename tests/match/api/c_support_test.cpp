// SPDX-License-Identifier: MIT
#include "match/api/c_support.hpp"

#include <doctest/doctest.h>

#include <string>
#include <thread>

#include "text/unicode/unicode.hpp"

using namespace quoth;
using match::last_error;

TEST_CASE("LastError: what is too long is cut between two characters") {
  for (std::size_t before = 0; before < 4; ++before) {
    std::string text(before, 'x');
    while (text.size() < 2000) text += "🏊";
    last_error().set(text);
    std::string_view const kept = last_error().text();
    CHECK(kept.size() > 1000);
    CHECK(text.starts_with(kept));
    CHECK(text::valid_utf8(kept));
  }
}

TEST_CASE("guarded: whatever is thrown becomes the thread's last error, and the next call clears it") {
  CHECK(match::guarded([]() -> int { throw Error("no such file"); }) == 0);
  CHECK(last_error().text() == std::string("no such file"));
  CHECK(match::guarded([]() -> char* { throw 5; }) == nullptr);
  CHECK(last_error().text() == std::string("stopped by an unexpected failure"));
  std::thread([] { CHECK(last_error().text() == std::string()); }).join();
  CHECK(match::guarded([] { return 7; }) == 7);
  CHECK(last_error().text() == std::string());
}
