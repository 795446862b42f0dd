// SPDX-License-Identifier: MIT
#include "tools/audit/audit_export.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <fstream>
#include <functional>

#include "db/audit/audit_database.hpp"
#include "db/audit/audit_summary.hpp"
#include "quoth/error.hpp"
#include "text/json/json_writer.hpp"
#include "text/threads/parallel_for.hpp"
#include "tools/audit/compressed_line.hpp"
#include "tools/audit/partial_file.hpp"
#include "tools/audit/summary_html.hpp"
#include "tools/audit/table_writer.hpp"
#include "tools/audit/zstd_file.hpp"
#include "tools/reports/csv_cell.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t bytes_at_once = 64UL * 1024;  // of a CSV file

// The facts that readers are told, in the order of their rows.
constexpr std::array facts_told{"quoth", "store", "policy", "coverage", "date"};

db::AuditFacts told(db::AuditFacts const& facts) {
  db::AuditFacts told;
  for (auto const* name : facts_told) {
    auto const fact = std::ranges::find(facts, name, &db::AuditFacts::value_type::first);
    if (fact != facts.end()) told.push_back(*fact);
  }
  return told;
}

// Writes a line as `check --format jsonl` prints it, with the article's file and number and the version of the store.
void write_with_place(ZstdFile& results, std::string_view line, db::AuditArticle const& article,
                      std::string_view store) {
  results.write(line.substr(0, line.rfind('}')));
  results.write(",\"file\":" + text::json_string(article.path) + ",\"number\":" + std::to_string(article.number) +
                (store.empty() ? "" : ",\"store\":" + text::json_string(store)) + "}\n");
}

std::string error_line(db::AuditArticle const& article) {
  text::JsonWriter json;
  json.begin_object().field("id", article.id).key("quotations").begin_array().end_array();
  return json.field("error", article.error).end_object().text();
}

// Moves all files into place once each is complete and on the disk.
class Export {
 public:
  explicit Export(fs::path folder) : folder_(std::move(folder)) {}

  PartialFile const& add(char const* name) { return files_.emplace_back(folder_ / name); }
  void finish() {
    for (auto& file : files_) file.put_in_place();
  }

 private:
  fs::path folder_;
  std::deque<PartialFile> files_;  // a deque, so that references from `add` stay valid
};

std::string unwritable(PartialFile const& file) {
  return file.place().string() + ": cannot be written; check the disk and run the same command again";
}

void write_csv(PartialFile const& tables, char const* table, PartialFile const& file) {
  auto const database = db::AuditDatabase::open(tables.path());
  std::ofstream out(file.path(), std::ios::binary);
  std::string lines;
  auto const write_lines = [&] {
    out.write(lines.data(), static_cast<std::streamsize>(lines.size()));
    lines.clear();
  };
  auto const write_row = [&](std::span<std::string_view const> row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) lines += ',';
      append_csv_cell(lines, row[i]);
    }
    lines += "\r\n";
    if (lines.size() >= bytes_at_once) write_lines();
  };
  auto const columns = database.columns(table);
  write_row(std::vector<std::string_view>(columns.begin(), columns.end()));
  database.each_row(table, write_row);
  write_lines();
  out.close();
  if (!out) throw Error(unwritable(file));
  file.make_durable();
}

void write_summary(PartialFile const& tables, PartialFile const& file) {
  std::ofstream out(file.path(), std::ios::binary);
  out << summary_html(db::summarise_audit(tables.path()));
  out.close();
  if (!out) throw Error(unwritable(file));
  file.make_durable();
}

void write_tables(db::AuditLog const& log, PartialFile const& lines, PartialFile const& tables,
                  db::AuditFacts const& facts, bool on_threads) {
  ZstdFile results(lines.path());
  TableWriter writer(tables.path(), on_threads);
  log.each([&](db::AuditArticle const& article, db::AuditResult const& result) {
    TableRow row{article, result.store, article.error.empty() ? decompress_line(result.line) : ""};
    if (article.error.empty()) {
      write_with_place(results, row.line, article, row.store);
    } else {
      write_with_place(results, error_line(article), article, {});
    }
    writer.add(std::move(row));
  });
  results.close();
  writer.finish(told(facts));
}

}  // namespace

void export_audit(db::AuditLog const& log, fs::path const& folder, db::AuditFacts const& facts, unsigned jobs) {
  Export files(folder);
  auto const on_threads = jobs > 1;
  auto const& tables = files.add("audit.db");
  auto const& lines = files.add("results.jsonl.zst");
  write_tables(log, lines, tables, facts, on_threads);
  std::vector<std::function<void()>> tasks;
  auto const& summary = files.add("summary.html");
  tasks.emplace_back([&] { write_summary(tables, summary); });
  for (auto const& [table, name] : {std::pair{"evidence", "evidence.csv"}, std::pair{"findings", "findings.csv"},
                                    std::pair{"articles", "articles.csv"}, std::pair{"errors", "errors.csv"}})
    tasks.emplace_back([&tables, table = table, &file = files.add(name)] { write_csv(tables, table, file); });
  for (auto const* file : {&tables, &lines}) tasks.emplace_back([file] { file->make_durable(); });
  text::parallel_for(tasks.size(), on_threads ? tasks.size() : 1, [&](std::size_t i, std::size_t) { tasks[i](); });
  files.finish();
}

}  // namespace quoth::tools
