// SPDX-License-Identifier: MIT
#include "tools/audit/table_writer.hpp"

namespace quoth::tools {

namespace {
constexpr std::size_t most_waiting = 8UL * 1024 * 1024;  // bytes
}  // namespace

TableWriter::TableWriter(std::filesystem::path const& file, bool on_thread)
    : database_(db::AuditDatabase::create(file)) {
  if (on_thread) thread_.emplace(most_waiting, [this](TableRow const& row) { write(row); });
}

void TableWriter::add(TableRow row) {
  if (!thread_) return write(row);
  auto const bytes = sizeof row + row.line.size();
  thread_->push(std::move(row), bytes);
}

void TableWriter::finish(db::AuditFacts const& facts) {
  if (thread_) thread_->finish();
  for (auto const& [name, value] : facts) database_.set(name, value);
  database_.finish();
}

void TableWriter::write(TableRow const& row) {
  row.article.error.empty() ? database_.add(row.article, row.store, row.line) : database_.add_error(row.article);
}

}  // namespace quoth::tools
