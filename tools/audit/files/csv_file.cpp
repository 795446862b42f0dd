// SPDX-License-Identifier: MIT
#include "tools/audit/files/csv_file.hpp"

#include <algorithm>

#include "db/audit/article_rows.hpp"
#include "quoth/error.hpp"
#include "tools/reports/csv_cell.hpp"

namespace quoth::tools {

namespace {

constexpr std::size_t bytes_at_once = 64UL * 1024;

}  // namespace

CsvFile::CsvFile(std::filesystem::path const& file, std::vector<std::string> const& columns, CsvStyle style)
    : name_(file.string()), style_(style), file_(file, std::ios::binary) {
  if (style != CsvStyle::any) lines_ = "\xEF\xBB\xBF";  // the byte order mark of UTF-8
  for (auto const& column : columns) add(column);
  end_row();
}

void CsvFile::add(std::string_view text) {
  append_csv_cell(lines_, text);
  lines_ += style_ == CsvStyle::excel_semicolon ? ';' : ',';
}

void CsvFile::add(std::int64_t number) { add(std::string_view(std::to_string(number))); }

void CsvFile::add(std::optional<std::int64_t> number) { number ? add(*number) : add(std::string_view()); }

void CsvFile::add(std::optional<double> number) {
  std::string text;
  if (number) db::append_real(text, *number);
  if (style_ == CsvStyle::excel_semicolon) std::ranges::replace(text, '.', ',');
  add(std::string_view(text));
}

void CsvFile::end_row() {
  lines_.pop_back();
  lines_ += "\r\n";
  if (lines_.size() < bytes_at_once) return;
  file_.write(lines_.data(), static_cast<std::streamsize>(lines_.size()));
  lines_.clear();
}

void CsvFile::close() {
  file_.write(lines_.data(), static_cast<std::streamsize>(lines_.size()));
  file_.close();
  if (!file_) throw Error(name_ + ": cannot be written; check the disk and run the same command again");
}

}  // namespace quoth::tools
