// SPDX-License-Identifier: MIT
#include "tools/audit/samples/csv_reader.hpp"

#include <algorithm>

#include "quoth/error.hpp"

namespace quoth::tools {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view separators = ",;\t";

// The separator that stands most often in the line.
char separator_of(std::string_view line) {
  return *std::ranges::max_element(separators, {}, [&](char one) { return std::ranges::count(line, one); });
}

}  // namespace

CsvReader::CsvReader(std::string_view bytes) : bytes_(bytes) {
  if (bytes_.starts_with(byte_order_mark)) bytes_.remove_prefix(byte_order_mark.size());
  constexpr std::string_view named = "sep=";
  auto const end = std::min(bytes_.find_first_of("\r\n"), bytes_.size());
  if (!bytes_.starts_with(named) || end != named.size() + 1) {
    separator_ = separator_of(bytes_.substr(0, end));
    return;
  }
  separator_ = bytes_[named.size()];
  at_ = std::min(bytes_.find('\n', end), bytes_.size() - 1) + 1;
  ++next_line_;
}

bool CsvReader::next(std::vector<std::string>& cells) {
  cells.clear();
  line_ = next_line_;
  if (at_ >= bytes_.size()) return false;
  cells.emplace_back();
  while (at_ < bytes_.size()) {
    auto const c = bytes_[at_++];
    if (c == '"') {
      read_quoted(cells.back());
    } else if (c == separator_) {
      cells.emplace_back();
    } else if (c == '\n' || c == '\r') {
      if (c == '\r' && at_ < bytes_.size() && bytes_[at_] == '\n') ++at_;
      ++next_line_;
      return true;
    } else {
      cells.back() += c;
    }
  }
  return true;
}

// What follows the opening mark, up to the closing one.
void CsvReader::read_quoted(std::string& cell) {
  while (at_ < bytes_.size()) {
    auto const c = bytes_[at_++];
    if (c == '"' && (at_ == bytes_.size() || bytes_[at_] != '"')) return;
    if (c == '"') ++at_;
    if (c == '\n') ++next_line_;
    cell += c;
  }
  throw Error("the quoted cell has no end; close it with \"");
}

}  // namespace quoth::tools
