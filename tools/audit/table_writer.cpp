// SPDX-License-Identifier: MIT
#include "tools/audit/table_writer.hpp"

namespace quoth::tools {

namespace {
constexpr std::size_t most_waiting = 8UL * 1024 * 1024;  // bytes
}  // namespace

TableWriter::TableWriter(std::filesystem::path const& file, bool on_thread)
    : database_(db::AuditDatabase::create(file)), queue_(most_waiting) {
  if (on_thread) writing_ = std::async(std::launch::async, [this] { write_all(); });
}

TableWriter::~TableWriter() {
  queue_.close();
  if (writing_.valid()) writing_.wait();
}

void TableWriter::add(TableRow row) {
  if (!writing_.valid()) return write(row);
  auto const bytes = sizeof row + row.line.size();
  if (!queue_.push(std::move(row), bytes)) writing_.get();
}

void TableWriter::finish(AuditFacts const& facts) {
  queue_.finish();
  if (writing_.valid()) writing_.get();
  for (auto const& [name, value] : facts) database_.set(name, value);
  database_.finish();
}

void TableWriter::write(TableRow const& row) {
  row.article.error.empty() ? database_.add(row.article, row.store, row.line) : database_.add_error(row.article);
}

void TableWriter::write_all() {
  try {
    while (auto const row = queue_.pop()) {
      write(*row);
      queue_.done();
    }
  } catch (...) {
    queue_.close();
    throw;
  }
}

}  // namespace quoth::tools
