// SPDX-License-Identifier: MIT
#include "tools/audit/samples/precision.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

using namespace quoth::tools;

// With k of n, Wilson gives (p + z²/2n ± z √(p(1 - p)/n + z²/4n²)) / (1 + z²/n); all of n is n/(n + z²) and more.
TEST_CASE("wilson_interval: the score interval") {
  auto const some = wilson_interval(9, 10);
  CHECK(some.share == doctest::Approx(0.9));
  CHECK(some.low == doctest::Approx(0.5958500).epsilon(1e-6));
  CHECK(some.high == doctest::Approx(0.9821238).epsilon(1e-6));
  auto const all = wilson_interval(20, 20);
  CHECK(all.low == doctest::Approx(0.8388748).epsilon(1e-6));
  CHECK(all.high == doctest::Approx(1.0));
  auto const none = wilson_interval(0, 1);
  CHECK(none.low == doctest::Approx(0.0));
  CHECK(none.high == doctest::Approx(0.7934507).epsilon(1e-6));
}

TEST_CASE("precision_json: shares of what was decided, null where nothing was") {
  Precision const precision{{"distorted", 120, 9, 1, 2, 3}, {"unsure", 7, 0, 0, 1, 0}};
  auto const json = nlohmann::json::parse(precision_json(precision));
  CHECK(json["level"] == 0.95);
  CHECK(json["strata"][0]["stratum"] == "distorted");
  CHECK(json["strata"][0]["findings"] == 120);
  CHECK(json["strata"][0]["open"] == 3);
  CHECK(json["strata"][0]["precision"] == 0.9);
  CHECK(json["strata"][0]["low"] == 0.5958);
  CHECK(json["strata"][1]["precision"].is_null());
}

TEST_CASE("precision_text: a row a stratum") {
  auto const text = precision_text({{"not_found", 12, 3, 1, 0, 0}, {"unsure", 7, 0, 0, 1, 0}});
  CHECK(text.find("not found              12      3      1       0     0  75 %       30 to 95 %\n") !=
        std::string::npos);
  CHECK(text.find("unsure                  7      0      0       1     0\n") != std::string::npos);
}
