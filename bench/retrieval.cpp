// SPDX-License-Identifier: MIT
// Builds a store and its rivals from the same text, looks for the same passages in each, and prints a table.
#include <fmt/core.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <map>

#include "bench/corpus.hpp"
#include "bench/judge.hpp"
#include "bench/memory.hpp"
#include "bench/passage_sampler.hpp"
#include "bench/rivals.hpp"
#include "quoth/error.hpp"
#include "quoth/store.hpp"

namespace quoth::bench {

namespace {

using Clock = std::chrono::steady_clock;

double seconds(Clock::time_point from) { return std::chrono::duration<double>(Clock::now() - from).count(); }

struct Options {
  std::filesystem::path corpus;
  std::filesystem::path folder;
  std::uint64_t words = 1'000'000;
  std::size_t passages = 200;
  std::size_t rival_passages = 5;
  bool keep_store = false;
  bool no_fts5 = false;
  bool show_misses = false;
  double slow_ms = 1e9;

  std::filesystem::path store() const { return folder / "bench.quoth"; }
  std::filesystem::path fts5() const { return folder / "bench.fts5"; }
  std::filesystem::path passages_file() const { return folder / "bench.passages"; }
  std::filesystem::path text() const { return folder / "bench.txt"; }
};

// Time of this thread on a processor: what a busy machine does not change.
double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

struct Slot {
  std::size_t right = 0;
  std::size_t wanted = 0;  // passages that are in the store
  std::vector<double> times;
  std::vector<double> processor_times;
};

double quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  auto at = static_cast<std::size_t>(share * static_cast<double>(values.size()));
  return values[std::min(at, values.size() - 1)];
}

void print_row(std::string_view method, std::string_view slice, Slot const& slot) {
  auto count = slot.times.size();
  auto const right =
      slot.wanted == 0
          ? std::string("-")
          : fmt::format("{:.2f} %", 100.0 * static_cast<double>(slot.right) / static_cast<double>(slot.wanted));
  fmt::print("{:<8} {:<18} {:>5} {:>9} {:>10.3f} {:>10.3f}", method, slice, count, right,
             1e3 * quantile(slot.times, 0.5), 1e3 * quantile(slot.times, 0.99));
  if (!slot.processor_times.empty())
    fmt::print(" {:>10.3f} {:>10.3f}", 1e3 * quantile(slot.processor_times, 0.5),
               1e3 * quantile(slot.processor_times, 0.99));
  fmt::print("\n");
}

std::vector<Passage> build(Options const& options, Corpus const& corpus) {
  PassageSampler sampler(corpus, options.words, options.passages);
  for (auto const& file : {options.store(), options.fts5(), options.text()}) std::filesystem::remove(file);
  std::ofstream text(options.text());
  std::uint64_t text_bytes = 0;
  double store_seconds = 0;
  reset_peak_memory();
  auto memory_before = peak_memory();
  {
    auto store = Store::open_writable(options.store());
    store.begin_bulk();
    corpus.each(options.words, [&](Source const& source) {
      sampler.see(source);
      for (auto const& utterance : source.utterances) {
        text << utterance.text << '\n';
        text_bytes += utterance.text.size();
      }
      auto start = Clock::now();
      store.ingest(source);
      store_seconds += seconds(start);
    });
    auto start = Clock::now();
    store.finish_bulk();
    store_seconds += seconds(start);
  }
  corpus.each_left_out([&](Source const& source) { sampler.see_left_out(source); });
  auto file_bytes = std::filesystem::file_size(options.store());
  fmt::print("text {:.1f} MB; store {:.1f} MB, {:.2f} of the text; built in {:.1f} s, peak memory +{:.0f} MiB\n",
             static_cast<double>(text_bytes) * 1e-6, static_cast<double>(file_bytes) * 1e-6,
             static_cast<double>(file_bytes) / static_cast<double>(text_bytes), store_seconds,
             static_cast<double>(peak_memory() - memory_before) / 1048576.0);
  if (!options.no_fts5) {
    double fts5_seconds = 0;
    Fts5Rival fts5(options.fts5());
    corpus.each(options.words, [&](Source const& source) {
      auto start = Clock::now();
      fts5.add(source);
      fts5_seconds += seconds(start);
    });
    auto start = Clock::now();
    fts5.finish();
    fts5_seconds += seconds(start);
    fmt::print("FTS5 word index {:.1f} MB, built in {:.1f} s\n",
               static_cast<double>(std::filesystem::file_size(options.fts5())) * 1e-6, fts5_seconds);
  }
  auto passages = sampler.take();
  write_passages(options.passages_file(), passages);
  return passages;
}

std::vector<std::string> texts(std::vector<Candidate> const& candidates) {
  std::vector<std::string> found;
  if (candidates.empty()) return found;
  for (auto const& window : candidates.front().windows) {
    std::string text;
    for (auto const& turn : window.turns) text += turn.text + " ";
    found.push_back(std::move(text));
  }
  return found;
}

class StoreMeasurement {
 public:
  StoreMeasurement(Options const& options, std::vector<Passage> const& passages)
      : options_(options), passages_(passages) {}

  // The store is warm, but not of the same passages: each half is looked up after the other.
  void run() {
    reset_peak_memory();
    auto const memory_before = peak_memory();
    auto const mapped_before = mapped_memory();
    std::int64_t mapped = 0;
    for (std::size_t half = 0; half < 2; ++half) {
      auto start = Clock::now();
      auto const store = Store::open(options_.store());
      open_seconds_ = seconds(start);
      for (auto i = 1 - half; i < passages_.size(); i += 2) find(store, passages_[i]);
      for (auto i = half; i < passages_.size(); i += 2) measure(store, passages_[i]);
      mapped = std::max(mapped, mapped_memory() - mapped_before);
    }
    for (auto const& [slice, slot] : slots_) print_row("quoth", name_of(slice), slot);
    print_row("quoth", "all in the store", all_);
    fmt::print("store opened in {:.3f} ms; peak memory while looking +{:.0f} MiB, and {:.0f} MiB of the file mapped\n",
               1e3 * open_seconds_, static_cast<double>(peak_memory() - memory_before - mapped) / 1048576.0,
               static_cast<double>(mapped) / 1048576.0);
  }

 private:
  static std::vector<Candidate> find(Store const& store, Passage const& passage) {
    Query query;
    query.words = passage.query;
    return store.candidates(query);
  }

  void measure(Store const& store, Passage const& passage) {
    auto const start = Clock::now();
    auto const processor_start = processor_seconds();
    auto const candidates = find(store, passage);
    auto const processor_time = processor_seconds() - processor_start;
    auto const time = seconds(start);
    auto const stored = passage.slice != Slice::absent;
    auto const right = stored && is_right(passage, texts(candidates));
    auto const count = [&](Slot& slot) {
      slot.right += right;
      slot.wanted += stored;
      slot.times.push_back(time);
      slot.processor_times.push_back(processor_time);
    };
    count(slots_[passage.slice]);
    if (stored) count(all_);
    if (processor_time > options_.slow_ms * 1e-3)
      fmt::print("slow ({}, {:.1f} ms): {}\n", name_of(passage.slice), 1e3 * processor_time, passage.query);
    if (stored && !right && options_.show_misses)
      fmt::print("miss ({}, {:.3f}): {}\n   spoken: {}\n   found: {}\n", name_of(passage.slice),
                 candidates.empty() ? 0.0 : candidates.front().score, passage.query, fmt::join(passage.spoken, " | "),
                 fmt::join(texts(candidates), " | "));
  }

  Options const& options_;
  std::vector<Passage> const& passages_;
  std::map<Slice, Slot> slots_;
  Slot all_;
  double open_seconds_ = 0;
};

template <typename Find>
void measure_rival(std::string_view method, std::vector<Passage> const& passages, std::size_t most, Find const& find) {
  std::map<Slice, Slot> slots;
  for (auto const& passage : passages) {
    if (passage.slice == Slice::absent) continue;
    auto& slot = slots[passage.slice];
    if (slot.times.size() >= most) continue;
    auto start = Clock::now();
    std::optional<bool> right = find(passage);
    if (!right) {
      fmt::print("{} is not installed: skipped\n", method);
      return;
    }
    slot.times.push_back(seconds(start));
    slot.right += *right;
    ++slot.wanted;
  }
  for (auto const& [slice, slot] : slots) print_row(method, name_of(slice), slot);
}

constexpr std::uintmax_t most_for_edlib = 200'000'000;

void measure_rivals(Options const& options, std::vector<Passage> const& passages) {
  measure_rival("rg -F", passages, options.rival_passages,
                [&](Passage const& passage) { return ripgrep_finds(options.text(), passage.query); });
  if (std::filesystem::exists(options.fts5())) {
    Fts5Rival fts5(options.fts5());
    measure_rival("FTS5", passages, options.rival_passages, [&](Passage const& passage) -> std::optional<bool> {
      return is_right(passage, fts5.find(passage.query));
    });
  }
  if (std::filesystem::file_size(options.text()) > most_for_edlib) {
    fmt::print("edlib takes seconds a passage in so large a text: skipped\n");
    return;
  }
  std::ifstream file(options.text());
  std::string text{std::istreambuf_iterator<char>(file), {}};
  measure_rival("edlib", passages, std::min<std::size_t>(options.rival_passages, 2),
                [&](Passage const& passage) -> std::optional<bool> {
                  auto found = edlib_finds(text, passage.query);
                  if (!found) return std::nullopt;
                  return is_right(passage, *found);
                });
}

void run(Options const& options) {
  std::filesystem::create_directories(options.folder);
  auto passages = options.keep_store ? read_passages(options.passages_file()) : build(options, Corpus(options.corpus));
  fmt::print("{:<8} {:<18} {:>5} {:>9} {:>10} {:>10} {:>10} {:>10}\n", "method", "passages", "count", "right",
             "median ms", "99 % ms", "CPU median", "CPU 99 %");
  StoreMeasurement(options, passages).run();
  if (options.rival_passages > 0) measure_rivals(options, passages);
}

}  // namespace

}  // namespace quoth::bench

int main(int argc, char** argv) {
  std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
  CLI::App app{"Measures how fast and how surely passages are found."};
  quoth::bench::Options options;
  app.add_option("--corpus", options.corpus, "transcripts, one JSON object a line")->required();
  app.add_option("--dir", options.folder, "where the store and the rivals' files go")->required();
  app.add_option("--words", options.words, "words in the store; the corpus is copied until there are so many");
  app.add_option("--passages", options.passages, "passages of each kind");
  app.add_option("--rival-passages", options.rival_passages, "passages of each kind for the rivals, 0 for none");
  app.add_flag("--keep-store", options.keep_store, "use the files of an earlier run");
  app.add_flag("--no-fts5", options.no_fts5, "build no FTS5 index");
  app.add_flag("--misses", options.show_misses, "print the passages that were not found");
  app.add_option("--slow", options.slow_ms, "print the passages that take more milliseconds than that");
  CLI11_PARSE(app, argc, argv);
  try {
    quoth::bench::run(options);
  } catch (std::exception const& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 2;
  }
  return 0;
}
