// SPDX-License-Identifier: MIT
#include "text/model/date.hpp"

#include <doctest/doctest.h>

namespace {

using quoth::text::date_in_file_name;
using quoth::text::date_in_prose;
using quoth::text::date_of_field;
using quoth::text::day_number;

TEST_CASE("day_number: counts the days of the calendar") {
  CHECK(day_number("1970-01-01") == 0);
  CHECK(day_number("1969-12-31") == -1);
  CHECK(day_number("2024-03-01").value() - day_number("2024-02-28").value() == 2);
  CHECK(day_number("2023-03-01").value() - day_number("2023-02-28").value() == 1);
}

TEST_CASE("day_number: nothing for what is no day, or has another form") {
  for (auto const* text : {"2023-02-29", "2031-13-01", "2031-00-10", "2031-05-00", "2031/05/06", "2031-5-6", "", "May",
                           "2031-05-06T10:00:00Z", "-031-05-06", "2031-05- 6"})
    CHECK_MESSAGE(!day_number(text), text);
}

TEST_CASE("month_of: full names, whatever their capitals") {
  CHECK(quoth::text::month_of("January") == 1);
  CHECK(quoth::text::month_of("DECEMBER") == 12);
  CHECK(quoth::text::month_of("may") == 5);
  CHECK(quoth::text::month_of("Sept") == 0);
  CHECK(quoth::text::month_of("") == 0);
}

TEST_CASE("date_of_field: the forms of sitemaps, calendars and feeds") {
  CHECK(date_of_field(" \n2031-05-06T10:00:00Z") == "2031-05-06");
  CHECK(date_of_field("20310506T100000Z") == "2031-05-06");
  CHECK(date_of_field("Tue, 06 May 2031 10:00:00 GMT") == "2031-05-06");
  CHECK(date_of_field("6 October 2031") == "2031-10-06");
  CHECK(date_of_field("06 Mon 2031").empty());
  CHECK(date_of_field("yesterday").empty());
  CHECK(date_of_field("").empty());
}

TEST_CASE("date_in_file_name: the only day there, in digits") {
  CHECK(date_in_file_name("2031-05-12-council.txt") == "2031-05-12");
  CHECK(date_in_file_name("council_20310512.vtt") == "2031-05-12");
  CHECK(date_in_file_name("GMT20310512-170003_Recording.transcript.vtt") == "2031-05-12");
  CHECK(date_in_file_name("20310512 council of 2031-05-12.txt") == "2031-05-12");
  for (std::string const name :
       {"council.txt", "council-2031-05.txt", "2031-13-12.txt", "20311312.txt", "120310512.txt", "2031051209.txt",
        "18990512.txt", "10290512.txt", "2031-05-12 to 2031-05-13.txt", ""}) {
    CAPTURE(name);
    CHECK(date_in_file_name(name) == "");
  }
}

TEST_CASE("date_in_prose: digits before words, a day before or behind its month") {
  CHECK(date_in_prose("Hearing of May 6, 2031 (printed 2032-01-02)") == "2032-01-02");
  CHECK(date_in_prose("Hearing of May 6, 2031") == "2031-05-06");
  CHECK(date_in_prose("held on 16 December 2031 in the hall") == "2031-12-16");
  CHECK(date_in_prose("March 2031").empty());
}

TEST_CASE("date_in_prose: a text may end within a date") {
  for (auto const* text : {"May", "May ", "May 6", "May 26", "May 6,", "May 6, 20", "on May 26"})
    CHECK_MESSAGE(date_in_prose(text).empty(), text);
}

}  // namespace
