// SPDX-License-Identifier: MIT
#include "audit_export.hpp"

#include <fstream>

#include "../csv_cell.hpp"
#include "packed_line.hpp"
#include "partial_file.hpp"
#include "quoth/audit_database.hpp"
#include "quoth/audit_summary.hpp"
#include "quoth/error.hpp"
#include "quoth/json_writer.hpp"
#include "summary_html.hpp"
#include "zstd_file.hpp"

namespace quoth {

namespace {

namespace fs = std::filesystem;

// A line as `check --format jsonl` prints it, with where the article stands and what it was checked against.
std::string with_place(std::string_view line, AuditArticle const& article, std::string_view store) {
  line.remove_suffix(line.size() - line.rfind('}'));
  return std::string(line) + ",\"file\":" + json_string(article.path) +
         ",\"number\":" + std::to_string(article.number) + (store.empty() ? "" : ",\"store\":" + json_string(store)) +
         "}\n";
}

std::string error_line(AuditArticle const& article) {
  JsonWriter json;
  json.begin_object().field("id", article.id).key("quotations").begin_array().end_array();
  return with_place(json.field("error", article.error).end_object().text(), article, {});
}

// Puts all files in their places once each of them is whole.
class Export {
 public:
  explicit Export(fs::path folder) : folder_(std::move(folder)) {}

  // The path to write `name` at.
  fs::path add(char const* name) {
    files_.push_back(folder_ / name);
    return partial(files_.back());
  }
  void finish() const {
    for (auto const& file : files_) put_in_place(file);
  }

 private:
  fs::path folder_;
  std::vector<fs::path> files_;
};

void write_csv(AuditDatabase const& database, char const* table, fs::path const& file) {
  std::ofstream out(file, std::ios::binary);
  auto const write_row = [&out](std::vector<std::string> const& row) {
    for (std::size_t i = 0; i < row.size(); ++i) out << (i == 0 ? "" : ",") << csv_cell(row[i]);
    out << "\r\n";
  };
  write_row(database.columns(table));
  database.each_row(table, write_row);
  out.close();
  if (!out) throw Error(file.string() + ": cannot be written; check the disk and run the same command again");
}

void write_summary(fs::path const& database, fs::path const& file) {
  std::ofstream out(file, std::ios::binary);
  out << summary_html(summarise_audit(database));
  out.close();
  if (!out) throw Error(file.string() + ": cannot be written; check the disk and run the same command again");
}

void write_tables(AuditLog const& log, fs::path const& lines, fs::path const& tables,
                  std::vector<std::pair<std::string, std::string>> const& facts) {
  ZstdFile results(lines);
  auto database = AuditDatabase::create(tables);
  log.each([&](AuditArticle const& article, AuditResult const& result) {
    if (!article.error.empty()) {
      results.write(error_line(article));
      database.add_error(article);
      return;
    }
    auto const line = unpacked(result.line);
    results.write(with_place(line, article, result.store));
    database.add(article, result.store, line);
  });
  for (auto const& [name, value] : facts) database.set(name, value);
  results.close();
  database.finish();
}

}  // namespace

void export_audit(AuditLog const& log, fs::path const& folder,
                  std::vector<std::pair<std::string, std::string>> const& facts) {
  Export files(folder);
  auto const tables = files.add("audit.db");
  write_tables(log, files.add("results.jsonl.zst"), tables, facts);
  {
    auto const database = AuditDatabase::open(tables);
    for (auto const& [table, file] : {std::pair{"articles", "articles.csv"}, std::pair{"findings", "findings.csv"},
                                      std::pair{"evidence", "evidence.csv"}, std::pair{"errors", "errors.csv"}}) {
      write_csv(database, table, files.add(file));
    }
  }
  write_summary(tables, files.add("summary.html"));
  files.finish();
}

}  // namespace quoth
