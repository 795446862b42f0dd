// SPDX-License-Identifier: MIT
#include "db/audit/article_rows.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "quoth/error.hpp"

using namespace quoth;
using namespace quoth::db;

namespace {

ArticleRows rows_of_two() {
  EvidenceRow passage;
  passage.source = "council";
  passage.utterance = 300;
  passage.time = 12.5;
  passage.after = "said the mayor";
  passage.check_time = -0.1;
  passage.edit_rows = {{"number", "9", "8", true, false, 0, 1, 2, 3}};
  QuotationRow first;
  first.number = 1;
  first.text = "the quay is closed";
  first.same_words = std::numeric_limits<std::int64_t>::min();
  first.must_be_seen = true;
  first.confidence = 0.25;
  first.speaker_checked = "same";
  first.evidence = {passage, {}};
  QuotationRow second;
  second.number = 2;
  second.last = std::numeric_limits<std::int64_t>::max();
  return {1, 0.5, {first, second}};
}

std::string bytes_of(ArticleRows const& rows) {
  std::string bytes;
  append_rows(bytes, rows);
  return bytes;
}

std::string real_text(double number) {
  std::string text;
  append_real(text, number);
  return text;
}

}  // namespace

TEST_CASE("ArticleRows: bytes hold all of them") {
  auto const bytes = bytes_of(rows_of_two());
  auto const rows = decode_rows(bytes);
  CHECK(rows.checked == 1);
  CHECK(rows.fidelity == 0.5);
  REQUIRE(rows.quotations.size() == 2);
  auto const& first = rows.quotations[0];
  CHECK(first.text == "the quay is closed");
  CHECK(first.same_words == std::numeric_limits<std::int64_t>::min());
  CHECK(first.must_be_seen);
  REQUIRE(first.evidence.at(0).edit_rows.size() == 1);
  CHECK(first.evidence[0].edit_rows[0].edit_class == "number");
  CHECK(first.evidence[0].edit_rows[0].said_last == 3);
  CHECK(first.confidence == 0.25);
  CHECK_FALSE(first.fidelity.has_value());
  CHECK(first.speaker_checked == "same");
  REQUIRE(first.evidence.size() == 2);
  CHECK(first.evidence[0].source == "council");
  CHECK(first.evidence[0].utterance == 300);
  CHECK(first.evidence[0].time == 12.5);
  CHECK(first.evidence[0].after == "said the mayor");
  CHECK(first.evidence[0].check_time == -0.1);
  CHECK_FALSE(rows.quotations[1].must_be_seen);
  CHECK(rows.quotations[1].last == std::numeric_limits<std::int64_t>::max());
  CHECK(bytes_of(rows) == bytes);
}

TEST_CASE("ArticleRows: bytes that were cut or changed are refused or are other rows") {
  auto const bytes = bytes_of(rows_of_two());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    CHECK_THROWS_AS(decode_rows(std::string_view(bytes).substr(0, size)), Error);
  CHECK_THROWS_AS(decode_rows(bytes + "x"), Error);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    auto changed = bytes;
    changed[i] = '\xFF';
    try {
      decode_rows(changed);
    } catch (Error const&) {
    }
  }
}

TEST_CASE("ArticleRows: no share but one from 0 to 1 is read, and no number that is none") {
  using Limits = std::numeric_limits<double>;
  auto const is_read = [](std::optional<double> QuotationRow::*field, double number) {
    auto rows = rows_of_two();
    rows.quotations[1].*field = number;
    auto const bytes = bytes_of(rows);
    try {
      return (decode_rows(bytes).quotations[1].*field) == number;
    } catch (Error const&) {
      return false;
    }
  };
  for (auto const field : {&QuotationRow::fidelity, &QuotationRow::confidence, &QuotationRow::attribution_confidence}) {
    for (auto const number : {0.0, 0.5, 1.0}) CHECK(is_read(field, number));
    for (auto const number : {-5.0, -Limits::denorm_min(), 1.0001, 1e300, Limits::infinity(), Limits::quiet_NaN()})
      CHECK_FALSE(is_read(field, number));
  }
  auto rows = rows_of_two();
  rows.fidelity = -1;
  CHECK_THROWS_AS(decode_rows(bytes_of(rows)), Error);
  rows = rows_of_two();
  rows.quotations[0].evidence[0].time = Limits::quiet_NaN();
  CHECK_THROWS_AS(decode_rows(bytes_of(rows)), Error);
}

TEST_CASE("ArticleRows: what is not UTF-8 is repaired") {
  ArticleRows rows;
  rows.quotations.resize(1);
  rows.quotations[0].set_aside = "a letter \xFF";
  auto const bytes = bytes_of(rows);
  CHECK(decode_rows(bytes).quotations[0].set_aside == "a letter \uFFFD");
}

TEST_CASE("append_real: as SQLite prints real numbers") {
  CHECK(real_text(740) == "740.0");
  CHECK(real_text(0.1) == "0.1");
  CHECK(real_text(1.23e-7) == "1.23e-07");
  CHECK(real_text(7.0 / 12) == "0.583333333333333");
}
