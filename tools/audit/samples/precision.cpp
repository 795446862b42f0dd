// SPDX-License-Identifier: MIT
#include "tools/audit/samples/precision.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "text/json/json_writer.hpp"
#include "tools/reports/finding_text.hpp"

namespace quoth::tools {

ShareInterval wilson_interval(std::uint64_t count, std::uint64_t all) {
  constexpr double z = 1.959963984540054;  // of the normal distribution, 95 % lie within so many deviations
  auto const n = static_cast<double>(all);
  auto const share = static_cast<double>(count) / n;
  auto const middle = share + z * z / (2 * n);
  auto const reach = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
  auto const whole = 1 + z * z / n;
  return {share, std::max((middle - reach) / whole, 0.0), std::min((middle + reach) / whole, 1.0)};
}

std::string precision_json(Precision const& precision) {
  text::JsonWriter json;
  json.begin_object().field("level", 0.95).key("strata").begin_array();
  for (auto const& one : precision) {
    json.begin_object().field("stratum", one.stratum).field("findings", one.findings);
    json.field("right", one.right).field("wrong", one.wrong).field("unsure", one.unsure).field("open", one.open);
    constexpr auto none = std::numeric_limits<double>::quiet_NaN();  // null in JSON
    auto const interval =
        one.decided() > 0 ? wilson_interval(one.right, one.decided()) : ShareInterval{none, none, none};
    json.field("precision", text::rounded(interval.share));
    json.field("low", text::rounded(interval.low)).field("high", text::rounded(interval.high)).end_object();
  }
  return json.end_array().end_object().text() + "\n";
}

std::string precision_text(Precision const& precision) {
  auto text = fmt::format("{:<16}{:>9}{:>7}{:>7}{:>8}{:>6}  {:<11}{}\n", "", "findings", "right", "wrong", "unsure",
                          "open", "precision", "95 % interval");
  for (auto const& one : precision) {
    text += fmt::format("{:<16}{:>9}{:>7}{:>7}{:>8}{:>6}", in_words(one.stratum), one.findings, one.right, one.wrong,
                        one.unsure, one.open);
    if (one.decided() > 0) {
      auto const [share, low, high] = wilson_interval(one.right, one.decided());
      text += fmt::format("  {:<11}{:.0f} to {:.0f} %", fmt::format("{:.0f} %", 100 * share), 100 * low, 100 * high);
    }
    text += '\n';
  }
  return text;
}

}  // namespace quoth::tools
