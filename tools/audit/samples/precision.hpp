// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace quoth::tools {

// A share and what it may be.
struct ShareInterval {
  double share = 0;
  double low = 0;
  double high = 0;
};

// The share `count` of `all`, at least 1, with its 95 % interval by Wilson's score: E. B. Wilson, "Probable Inference,
// the Law of Succession, and Statistical Inference", Journal of the American Statistical Association 22 (1927).
ShareInterval wilson_interval(std::uint64_t count, std::uint64_t all);

// What people judged of the findings of one stratum of a sample.
struct StratumPrecision {
  std::string stratum;         // a verdict, or "unsure"
  std::uint64_t findings = 0;  // of the audit
  std::uint64_t right = 0;
  std::uint64_t wrong = 0;
  std::uint64_t unsure = 0;  // people could not tell; they count for no share
  std::uint64_t open = 0;    // not judged yet

  std::uint64_t decided() const { return right + wrong; }
};

// Of each stratum of a sample.
using Precision = std::vector<StratumPrecision>;

// One JSON object. Strata of which nothing was decided have a precision of null.
std::string precision_json(Precision const& precision);
// A table for a terminal.
std::string precision_text(Precision const& precision);

}  // namespace quoth::tools
