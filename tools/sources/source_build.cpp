// SPDX-License-Identifier: MIT
#include "tools/sources/source_build.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <sstream>
#include <string_view>
#include <utility>

#include "grammar/transcripts/source_lines.hpp"
#include "quoth/error.hpp"
#include "quoth/transcript.hpp"
#include "text/bytes/sha256.hpp"
#include "text/unicode/control_characters.hpp"
#include "tools/desk/git/git_blobs.hpp"
#include "tools/desk/path_pattern.hpp"
#include "tools/sources/ingest_progress.hpp"

namespace quoth::tools {

namespace {

// Longer ago than the clock of any file system ticks (FAT: two seconds).
bool is_settled(TreeFile const& file) {
  constexpr std::int64_t longest_tick = 2'000'000'000;
  auto const now = std::chrono::system_clock::now().time_since_epoch();
  auto const last = std::max(file.modified, file.changed);
  return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count() - last > longest_tick;
}

// Empty where the file cannot be read, which the ingest will say.
std::string digest_of(SourceTree const& tree, TreeFile const& file) {
  try {
    return text::sha256(tree.bytes(file.path, Limits().bytes));
  } catch (Error const&) {
    return {};
  }
}

void add_speakers(std::map<std::string, std::string> const& names, std::vector<std::string>& speakers) {
  for (auto const& [label, name] : names) speakers.push_back(std::string(label).append("=").append(name));
}

// "LABEL=NAME", those of patterns that fit the file first, the longest before the others: the first of a label counts.
std::vector<std::string> speakers_of(Config const& config, std::string const& path, std::uint64_t& steps) {
  std::vector<std::string> speakers;
  for (auto const* entry : entries_for(config.speakers_of_sources, path, steps)) add_speakers(entry->second, speakers);
  add_speakers(config.speakers, speakers);
  return speakers;
}

// Ingests files into one store.
class SourceIngest {
 public:
  SourceIngest(SourceTree const& tree, Config const& config, Store& store, IngestProgress& progress)
      : tree_(tree), config_(config), store_(store), progress_(progress), text_bytes_(store.stats().text_bytes) {}

  void ingest(IngestedFile& entry) {
    progress_.next_file();
    entry.whole = true;
    entry.complaints.clear();
    complaints_ = 0;
    try {
      ingest_bytes(entry);
    } catch (StoreError const&) {
      throw;
    } catch (Error const& error) {
      refuse(entry, error.what());
    }
    if (complaints_ > most_complaints)
      entry.complaints.push_back(entry.file.path + ": " + std::to_string(complaints_ - most_complaints) +
                                 " more lines are refused");
  }

  Remarks const& remarks() const { return remarks_; }

 private:
  static constexpr std::size_t most_complaints = 10;  // of one file

  void ingest_bytes(IngestedFile& entry) {
    auto const& path = entry.file.path;
    bool const settled = is_settled(entry.file);
    entry.settled = false;  // what cannot be read now may be read the next time
    entry.sha256.clear();
    TranscriptOptions options;
    options.speakers = speakers_of(config_, path, steps_);
    options.made = config_.made_of(path, steps_);
    if (auto const most = SourceTreeLimits().steps; steps_ > most)
      throw StoreError(tree_.folder().string() + ": its sources take over " + std::to_string(most) +
                       " steps to be compared with the patterns of [speakers] and [made]; give fewer or shorter ones");
    auto bytes = tree_.bytes(path, options.limits.bytes);
    entry.settled = settled;
    entry.sha256 = text::sha256(bytes);
    if (bytes.empty()) throw Error(path + ": is empty; there is nothing to read");
    if (is_lfs_pointer(bytes)) throw Error(path + ": is a pointer of Git LFS; fetch the file with git lfs pull");
    if (!transcripts::holds_source_lines(path, options.format)) {
      auto const take_one = [&](Source&& source) {
        progress_.next_source(0);
        take(entry, source);
      };
      return sources_in(std::move(bytes), path, take_one, options);
    }
    std::istringstream in(std::move(bytes));
    auto const take_line = [&](Source&& source) {
      progress_.next_source(in);
      take(entry, source);
    };
    transcripts::read_source_lines(in, path, options, take_line, [&](std::string const& why) { refuse(entry, why); });
  }

  void take(IngestedFile& entry, Source const& source) {
    for (auto const& utterance : source.utterances) text_bytes_ += utterance.text.size();
    auto const most = SourceTreeLimits().bytes;
    if (text_bytes_ > most)
      throw StoreError(tree_.folder().string() + ": its sources hold over " + std::to_string(most >> 20U) +
                       " MiB of text; put them into a store with quoth ingest");
    try {
      if (store_.find(source.id))
        throw Error(entry.file.path + ": the name " + source.id + " is that of another source; give it its own");
      if (store_.same_content(source)) {
        entry.whole = false;  // one of the two is enough, while the other is there
      } else {
        store_.ingest(source);
        remarks_.add(source);
      }
    } catch (StoreError const&) {
      throw;
    } catch (Error const& error) {
      refuse(entry, error.what());
    }
  }

  void refuse(IngestedFile& entry, std::string const& why) {
    entry.whole = false;
    if (++complaints_ <= most_complaints) entry.complaints.push_back(text::without_controls(why));
  }

  SourceTree const& tree_;
  Config const& config_;
  Store& store_;
  IngestProgress& progress_;
  std::uint64_t text_bytes_;
  Remarks remarks_;
  std::size_t complaints_ = 0;
  std::uint64_t steps_ = 0;  // of comparing paths with patterns
};

// Those of files that are no longer what they were.
void remove_sources(Store& store, SourceChanges const& changes, std::set<std::string> const& to_ingest) {
  auto const known = store.sources();
  store.begin_bulk();
  for (auto const& source : known) {
    if (changes.removed.contains(source.path) || to_ingest.contains(source.path)) store.remove(source.id);
  }
  store.finish_bulk();
}

}  // namespace

SourceChanges changes_of(SourceTree const& tree, std::vector<TreeFile> const& files, SourceManifest const& manifest) {
  std::map<std::string_view, IngestedFile const*> known;
  for (auto const& ingested : manifest.files) known.emplace(ingested.file.path, &ingested);
  SourceChanges changes;
  for (auto const& file : files) {
    auto const before = known.extract(file.path);
    IngestedFile entry;
    if (before) entry = *before.mapped();
    bool const is_same = before && entry.file == file && entry.settled;
    entry.file = file;
    if (!before) {
      changes.added.insert(file.path);
    } else if (!is_same) {
      auto const digest = digest_of(tree, file);
      entry.settled = !digest.empty() && is_settled(file);
      if (digest != entry.sha256) changes.changed.insert(file.path);
    }
    changes.files.push_back(std::move(entry));
  }
  for (auto const& [path, ingested] : known) changes.removed.emplace(path);
  return changes;
}

StoreStats apply_changes(SourceTree const& tree, Config const& config, std::filesystem::path const& store_file,
                         SourceChanges& changes) {
  auto store = Store::open_writable(store_file);
  auto to_ingest = changes.added;
  to_ingest.insert(changes.changed.begin(), changes.changed.end());
  for (auto const& entry : changes.files) {
    if (!entry.whole) to_ingest.insert(entry.file.path);  // what stood in its way may have gone
  }
  std::vector<std::uint64_t> sizes;
  sizes.reserve(to_ingest.size());
  for (auto const& entry : changes.files) {
    if (to_ingest.contains(entry.file.path)) sizes.push_back(entry.file.size);
  }
  IngestProgress progress(std::move(sizes), "building a store of the sources");
  remove_sources(store, changes, to_ingest);
  SourceIngest ingest(tree, config, store, progress);
  store.begin_bulk();
  for (auto& entry : changes.files) {
    if (to_ingest.contains(entry.file.path)) ingest.ingest(entry);
  }
  progress.index();
  store.finish_bulk();
  changes.remarks = ingest.remarks();
  return store.stats();
}

}  // namespace quoth::tools
