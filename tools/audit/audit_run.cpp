// SPDX-License-Identifier: MIT
#include "tools/audit/audit_run.hpp"

#include <algorithm>
#include <chrono>

#include "quoth/error.hpp"
#include "quoth/store.hpp"
#include "text/bytes/sha256.hpp"
#include "text/threads/task_group.hpp"
#include "tools/audit/article_worker.hpp"
#include "tools/audit/line_reader.hpp"
#include "tools/desk/article_file.hpp"

namespace quoth::tools {

namespace {

// Bytes of work in the queue: some hundred articles, which a processor's cache still holds when they are taken.
constexpr std::size_t most_waiting = 4UL * 1024 * 1024;
constexpr auto tick_interval = std::chrono::milliseconds(200);

// Bytes that a piece of work takes beside its text, estimated.
constexpr std::size_t overhead = 512;

// Splits an archive into pieces of work.
class Reader {
 public:
  Reader(ArticleArchive const& archive, AuditSettings const& settings, AuditQueue& queue, AuditProgress& progress)
      : archive_(archive), settings_(settings), queue_(queue), progress_(progress) {}

  void read(std::function<void(AuditWork&&)> const& fail) {
    std::uint64_t last = 0;
    archive_.each(
        [&](ArchiveFile const& file) {
          last = file.number;
          note(file.path + '\n' + std::to_string(file.bytes));
          return read_file(file, fail);
        },
        [&](std::string const& path, std::string const& why) {
          note(path + '\n' + why);
          // Numbered between the files before and after it, so that the order is the same every time.
          fail(failed({last, path, 0}, ++folder_failures_, why));
        });
    queue_.finish();
  }
  std::string const& digest() const { return digest_; }

 private:
  void note(std::string const& file) { digest_ = text::sha256(digest_ + file); }
  bool is_ours(ArchiveFile const& file, std::uint64_t number) const {
    return !settings_.part || settings_.part->has(file.number, number);
  }

  bool read_file(ArchiveFile const& file, std::function<void(AuditWork&&)> const& fail) {
    bool const lines =
        settings_.input.format == "jsonl" || (settings_.input.format == "auto" && holds_lines(file.path));
    if (!lines) {
      AuditWork work;
      work.place = place_of(file, 0);
      work.bytes = file.bytes;
      work.is_dealt_out = settings_.part && is_of_several(file.path);
      if (!work.is_dealt_out && !is_ours(file, 1)) {
        progress_.bytes += file.bytes;
        return true;
      }
      return queue_.push(std::move(work), overhead);
    }
    std::uint64_t number = 0;
    try {
      return read_lines(file, number);
    } catch (Error const& error) {
      fail(failed(file, number + 1, error.what()));
      return true;
    }
  }

  bool read_lines(ArchiveFile const& file, std::uint64_t& number) {
    ArticleFile const opened(file.path, settings_.input);
    LineReader reader(opened.path(), settings_.input.limits);
    std::string line;
    for (std::uint64_t done = 0; reader.next(line);) {
      ++number;
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      if (!is_ours(file, number)) continue;
      AuditWork work;
      work.place = place_of(file, number);
      auto const size = line.size() + overhead;
      work.line = std::move(line);
      work.is_line = true;
      work.line_fault = reader.fault();
      work.bytes = reader.position() - done;
      done = reader.position();
      if (!queue_.push(std::move(work), size)) return false;
    }
    return true;
  }

  static db::AuditArticle place_of(ArchiveFile const& file, std::uint64_t number) {
    db::AuditArticle place;
    place.file = file.number;
    place.number = number;
    place.path = file.path;
    return place;
  }
  static AuditWork failed(ArchiveFile const& file, std::uint64_t number, std::string const& why) {
    AuditWork work;
    work.place = place_of(file, number);
    work.place.id = file.path;
    work.place.error = why;
    return work;
  }

  ArticleArchive const& archive_;
  AuditSettings const& settings_;
  AuditQueue& queue_;
  AuditProgress& progress_;
  std::string digest_;
  std::uint64_t folder_failures_ = std::uint64_t{1} << 40U;  // above the number of any article in a file
};

db::StoreContents contents_of(std::filesystem::path const& file) {
  auto const store = Store::open(file);
  return {store.version(), store.contents()};
}

}  // namespace

void AuditRun::run(std::function<void()> const& tick, std::function<bool()> const& stop) {
  auto const contents = contents_of(settings_.check.store);
  store_version_ = contents.version;
  log_.begin_run(contents);
  AuditQueue queue(most_waiting);
  text::TaskGroup workers([&queue] { queue.close(); });
  workers.start([&] {
    Reader reader(archive_, settings_, queue, progress_);
    reader.read([&](AuditWork&& work) {
      log_.add(work.place, nullptr);
      ++progress_.errors;
      ++progress_.articles;
    });
    archive_digest_ = reader.digest();
  });
  for (unsigned i = 0; i < std::max(settings_.jobs, 1U); ++i) {
    workers.start([&] {
      ArticleWorker worker(settings_, contents.version, log_, queue, progress_);
      while (!stop()) {
        auto work = queue.pop();
        if (!work) break;
        worker.take(std::move(*work));
        queue.done();
      }
    });
  }
  while (workers.is_running_after(tick_interval)) {
    tick();
    if (stop()) queue.close();
  }
  // Before the commit: a full disk rolls the transaction back, and the commit would fail only for that.
  workers.wait();
  log_.commit();
}

}  // namespace quoth::tools
