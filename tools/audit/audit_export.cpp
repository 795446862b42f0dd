// SPDX-License-Identifier: MIT
#include "tools/audit/audit_export.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <functional>
#include <memory>
#include <optional>

#include "db/audit/audit_database.hpp"
#include "quoth/error.hpp"
#include "text/json/json_writer.hpp"
#include "text/threads/consumer_thread.hpp"
#include "text/threads/parallel_for.hpp"
#include "text/words/decimal.hpp"
#include "tools/audit/article_result.hpp"
#include "tools/audit/audit_pages.hpp"
#include "tools/audit/csv_tables.hpp"
#include "tools/audit/files/partial_file.hpp"
#include "tools/audit/files/partial_folder.hpp"
#include "tools/audit/files/zstd_file.hpp"
#include "tools/audit/pages/page_links.hpp"
#include "tools/reports/severity.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_waiting = 8UL * 1024 * 1024;  // bytes of results for each thread

// The facts that readers are told, in the order of their rows.
constexpr std::array facts_told{"quoth", "store", "policy", "coverage", "date", "min_confidence"};

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

// An article that was checked, or why it was not.
struct Checked {
  Checked(db::AuditArticle of, db::AuditResult const& found, double least_confidence)
      : article(std::move(of)), store(found.store) {
    if (article.error.empty()) result.emplace(found.body, least_confidence);
  }

  db::AuditArticle article;
  std::string store;
  std::optional<ArticleResult> result;
};

// Takes the articles in their order, on a thread of its own or on the caller's.
class Writer {
 public:
  Writer(bool on_thread, std::function<void(Checked const&)> write) : write_(std::move(write)) {
    if (on_thread) thread_.emplace(most_waiting, [this](Item const& item) { write_(*item); });
  }

  // Both throw the error of this article or of one before it.
  void add(std::shared_ptr<Checked const> const& checked, std::size_t bytes) {
    thread_ ? thread_->push(checked, bytes) : write_(*checked);
  }
  void finish() {
    if (thread_) thread_->finish();
  }

 private:
  using Item = std::shared_ptr<Checked const>;
  std::function<void(Checked const&)> write_;
  std::optional<text::ConsumerThread<Item>> thread_;
};

// The files of an audit while the results are read, each with its writer.
class Tables {
 public:
  Tables(fs::path const& database, fs::path const& lines, CsvPlaces const& csv, CsvStyle style, bool on_threads)
      : database_(db::AuditDatabase::create(database)),
        lines_(lines),
        csv_(csv, style),
        writers_{Writer(on_threads, [this](Checked const& one) { write_row(one); }),
                 Writer(on_threads, [this](Checked const& one) { write_line(one); }),
                 Writer(on_threads, [this](Checked const& one) { write_cells(one); })} {}

  void add(std::shared_ptr<Checked const> const& checked) {
    auto const bytes = sizeof(Checked) + (checked->result ? checked->result->bytes() : 0);
    for (auto& writer : writers_) writer.add(checked, bytes);
  }

  // The steps that end the files, which may run at the same time.
  void finish_database(db::AuditFacts const& facts) {
    writers_[0].finish();
    for (auto const& [name, value] : facts) database_.set(name, value);
    database_.finish();
  }
  void finish_lines() {
    writers_[1].finish();
    lines_.close();
  }
  void finish_csv() {
    writers_[2].finish();
    csv_.close();
  }

 private:
  void write_row(Checked const& one) {
    one.result ? database_.add(one.article, one.store, one.result->rows()) : database_.add_error(one.article);
  }
  void write_line(Checked const& one) {
    if (one.result) return write_with_place(lines_, one.result->line(), one.article, one.store);
    write_with_place(lines_, error_line(one.article), one.article, {});
  }
  void write_cells(Checked const& one) {
    one.result ? csv_.add(one.article, one.store, one.result->rows()) : csv_.add_error(one.article);
  }

  db::AuditDatabase database_;
  ZstdFile lines_;
  CsvTables csv_;
  std::array<Writer, 3> writers_;  // of the database, the lines and the CSV files
};

}  // namespace

double least_confidence_in(db::AuditFacts const& facts) {
  auto const fact = std::ranges::find(facts, "min_confidence", &db::AuditFacts::value_type::first);
  return fact == facts.end() ? least_confidence_by_default : text::decimal(fact->second);
}

void export_audit(db::AuditLog const& log, fs::path const& folder, db::AuditFacts const& facts, unsigned jobs,
                  CsvStyle style) {
  Export files(folder);
  PartialFolder pages(folder / pages_folder);
  auto const on_threads = jobs > 1;
  auto const& database = files.add("audit.db");
  auto const& lines = files.add("results.jsonl.zst");
  auto const& summary = files.add("summary.html");
  auto const& variants = files.add("variants.csv");
  auto const& variant_lines = files.add("variants.jsonl");
  auto const& evidence = files.add("evidence.csv");
  auto const& findings = files.add("findings.csv");
  auto const& articles = files.add("articles.csv");
  auto const& errors = files.add("errors.csv");
  Tables tables(database.path(), lines.path(), {articles.path(), findings.path(), evidence.path(), errors.path()},
                style, on_threads);
  auto const least_confidence = least_confidence_in(facts);
  log.each([&](db::AuditArticle const& article, db::AuditResult const& result) {
    tables.add(std::make_shared<Checked const>(article, result, least_confidence));
  });
  std::array<std::function<void()>, 3> const steps{
      [&] {
        tables.finish_database(told(facts));
        write_pages(database.path(), {summary.path(), variants.path(), variant_lines.path()}, style, pages);
        pages.make_durable();
        for (auto const* file : {&database, &summary, &variants, &variant_lines}) file->make_durable();
      },
      [&] {
        tables.finish_lines();
        lines.make_durable();
      },
      [&] {
        tables.finish_csv();
        for (auto const* file : {&evidence, &findings, &articles, &errors}) file->make_durable();
      }};
  text::parallel_for(steps.size(), on_threads ? steps.size() : 1, [&](std::size_t i, std::size_t) { steps.at(i)(); });
  pages.put_in_place();
  files.finish();
}

}  // namespace quoth::tools
