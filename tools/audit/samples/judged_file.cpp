// SPDX-License-Identifier: MIT
#include "tools/audit/samples/judged_file.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/error.hpp"
#include "text/files/file_bytes.hpp"
#include "text/unicode/ascii.hpp"
#include "tools/audit/samples/csv_reader.hpp"
#include "tools/reports/terminal.hpp"

namespace quoth::tools {

namespace {

constexpr std::size_t most_kib = 64UL * 1024;

// In small letters, without blanks around it.
std::string plain(std::string_view cell) {
  auto const text = text::in_ascii_lower(cell);
  auto const first = text.find_first_not_of(' ');
  return first == text.npos ? std::string() : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// One reading of the file.
class JudgedFile {
 public:
  JudgedFile(std::filesystem::path const& file, db::FindingSampler& audit)
      : name_(printable(file.string())),
        audit_(audit),
        bytes_(text::read_short_file(file, most_kib, "a filled-in sample")),
        reader_(bytes_) {
    for (auto const& stratum : audit_.strata()) precision_.push_back({stratum.name, stratum.findings});
  }

  Precision read() {
    if (bytes_.starts_with("\xFF\xFE") || bytes_.starts_with("\xFE\xFF"))
      fail("is UTF-16; save it as \"CSV UTF-8\" or as CSV");
    read_head();
    while (next()) {
      auto const is_empty = std::ranges::all_of(cells_, [](std::string const& cell) { return plain(cell).empty(); });
      if (!is_empty) add(plain(cell(finding_)), plain(cell(judged_)));
    }
    std::erase_if(precision_, [](StratumPrecision const& one) { return one.decided() + one.unsure + one.open == 0; });
    if (precision_.empty()) fail("has no rows; `quoth audit --sample` writes them");
    return std::move(precision_);
  }

 private:
  [[noreturn]] void fail(std::string const& why) const { throw Error(name_ + ": " + why); }
  [[noreturn]] void fail_here(std::string const& why) const {
    throw Error(name_ + ":" + std::to_string(reader_.line()) + ": " + why);
  }

  bool next() {
    try {
      return reader_.next(cells_);
    } catch (Error const& error) {
      fail_here(error.what());
    }
  }
  std::string_view cell(std::size_t column) const {
    return column < cells_.size() ? std::string_view(cells_[column]) : std::string_view();
  }

  void read_head() {
    next();
    auto const column = [&](std::string_view name) {
      auto const found = std::ranges::find_if(cells_, [&](std::string const& one) { return plain(one) == name; });
      if (found == cells_.end())
        fail_here("has no column \"" + std::string(name) + "\"; keep the first row that `quoth audit --sample` wrote");
      return static_cast<std::size_t>(found - cells_.begin());
    };
    finding_ = column("finding");
    judged_ = column("judged");
  }

  void add(std::string const& key, std::string const& judged) {
    auto const stratum = audit_.stratum_of(key);
    auto const found = std::ranges::find_if(
        precision_, [&](StratumPrecision const& one) { return stratum && one.stratum == *stratum; });
    if (found == precision_.end())
      fail_here("\"" + printable(key) +
                "\" is no finding of this audit as it is now; draw a new sample if it was run again");
    if (!known_.insert(key).second) fail_here("\"" + key + "\" is there twice; remove one of the rows");
    if (judged == "right") {
      ++found->right;
    } else if (judged == "wrong") {
      ++found->wrong;
    } else if (judged == "unsure") {
      ++found->unsure;
    } else if (judged.empty()) {
      ++found->open;
    } else {
      fail_here("\"" + printable(judged) + "\" is no judgement; write right, wrong or unsure, or leave it empty");
    }
  }

  std::string name_;
  db::FindingSampler& audit_;
  std::string bytes_;
  CsvReader reader_;
  std::vector<std::string> cells_;
  std::size_t finding_ = 0;  // columns
  std::size_t judged_ = 0;
  std::set<std::string> known_;
  Precision precision_;
};

}  // namespace

Precision read_judged(std::filesystem::path const& file, db::FindingSampler& audit) {
  return JudgedFile(file, audit).read();
}

}  // namespace quoth::tools
