// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <utility>

#include "grammar/transcripts/source_lines.hpp"
#include "grammar/transcripts/transcript_format.hpp"
#include "quoth/error.hpp"
#include "quoth/store.hpp"
#include "quoth/transcript.hpp"
#include "text/files/file_bytes.hpp"
#include "tools/commands/article_options.hpp"
#include "tools/commands/command.hpp"
#include "tools/desk/source_name.hpp"
#include "tools/sources/ingest_progress.hpp"
#include "tools/sources/ingest_remarks.hpp"

namespace quoth::tools {

namespace {

struct IngestOptions {
  std::string store;
  std::vector<std::string> files;
  TranscriptOptions transcript;
  std::string made;
  std::string kind;
  bool with_ignored = false;
  bool verbose = false;
};

// A store that is opened, or created, when the first source is to be added. Where that fails it is the store's fault
// and not the source's: trying again with the next one would leave this one out.
class LazyStore {
 public:
  explicit LazyStore(std::string const& file) : file_(file) {}
  Store& operator*() {
    try {
      if (!store_) store_ = Store::open_writable(file_, complain);
    } catch (Error const& error) {
      throw StoreError(error.what());
    }
    return *store_;
  }
  bool is_open() const { return store_.has_value(); }
  IngestCounts committed() const { return store_ ? store_->committed() : IngestCounts{}; }

 private:
  std::string file_;
  std::optional<Store> store_;
};

// Of each; 0 where it is no file.
std::vector<std::uint64_t> sizes_of(std::vector<std::string> const& files) {
  std::vector<std::uint64_t> sizes;
  sizes.reserve(files.size());
  for (auto const& file : files) {
    std::error_code error;
    auto const bytes = std::filesystem::file_size(file, error);
    sizes.push_back(error ? 0 : bytes);
  }
  return sizes;
}

// What one run of ingest has in hand.
struct IngestRun {
  explicit IngestRun(IngestOptions const& given)
      : options(given), store(given.store), needless(given.transcript.speakers), progress(sizes_of(given.files)) {
    constexpr std::size_t most_on_terminal = 50;  // files
    summaries = given.verbose || (isatty(STDERR_FILENO) == 1 && given.files.size() <= most_on_terminal);
  }

  IngestOptions const& options;
  LazyStore store;
  NeedlessNames needless;
  Remarks remarks;
  std::size_t refused = 0;
  bool summaries = false;  // whether each file has a line of its own
  IngestProgress progress;
};

// Ingests the transcripts of a JSONL file in one transaction, and counts the lines that are refused. Where the rest of
// the file cannot be read, that is refused likewise, and what was read before is kept.
void ingest_lines(IngestRun& run, std::string const& file, std::istream& in) {
  bool bulk = false;
  FileSummary summary;
  auto const refuse = [&](std::string const& why) {
    complain(why);
    ++run.refused;
  };
  auto const take = [&](Source&& source) {
    if (!std::exchange(bulk, true)) (*run.store).begin_bulk();
    run.progress.next_source(in);
    run.needless.add(source);
    try {
      if ((*run.store).ingest(source) == Ingested::unchanged) return;
      run.remarks.add(source);
      if (run.summaries) summary.add(source);
    } catch (StoreError const&) {
      throw;
    } catch (Error const& error) {
      refuse(error.what());
    }
  };
  try {
    transcripts::read_source_lines(in, file, run.options.transcript, take, refuse);
  } catch (StoreError const&) {
    throw;
  } catch (Error const& error) {
    refuse(bulk ? fmt::format("{}; the rest of the file is left out", error.what()) : error.what());
  }
  run.progress.index();
  if (bulk) (*run.store).finish_bulk();
  if (auto const text = summary.text(); !text.empty()) complain(file + ": " + text);
}

// Whether the store has the content under another path; says under which.
bool is_known(Source const& source, Store& store) {
  if (store.find(source.id)) return false;
  auto const other = store.same_content(source);
  if (other) complain(fmt::format("{}: the store has it as {}", source.id, *other));
  return other.has_value();
}

void ingest_sources(IngestRun& run, std::string const& file) {
  auto const& options = run.options.transcript;
  FileRemark remark;
  FileSummary summary;
  auto const take = [&](Source&& source) {
    run.progress.next_source(0);
    run.needless.add(source);
    if (options.id.empty() && is_known(source, *run.store)) {
      ++run.remarks.known;
      return;
    }
    auto const how = (*run.store).ingest(source);
    if (how == Ingested::unchanged) return;
    run.remarks.add(source);
    if (how == Ingested::replaced && options.id.empty()) run.remarks.replaced.add(source.id);
    remark.add(source, !options.kind);
    if (run.summaries) summary.add(source);
  };
  read_sources(file, take, options);
  for (auto const& text : {summary.text(), remark.text(file)}) {
    if (!text.empty()) complain(fmt::format("{}: {}", file, text));
  }
}

void ingest_file(IngestRun& run, std::string const& file) {
  run.progress.next_file();
  if (!transcripts::holds_source_lines(file, run.options.transcript.format)) {
    ingest_sources(run, file);
  } else if (file == "-") {
    ingest_lines(run, file, std::cin);
  } else {
    auto in = text::open_file(file);
    ingest_lines(run, file, in);
  }
}

// All files; whether all went well.
bool ingest_files(IngestRun& run) {
  bool store_failed = false;
  return for_each_item(run.options.files, [&](std::string const& file) {
    if (store_failed) return;
    try {
      ingest_file(run, file);
    } catch (StoreError const&) {
      store_failed = true;  // no use to try the other files
      throw;
    }
  });
}

void report(IngestRun& run) {
  if (run.store.is_open()) {
    auto const counts = run.store.committed();
    std::cout << fmt::format("{} added, {} replaced, {} unchanged", counts.added, counts.replaced,
                             counts.unchanged + run.remarks.known);
    if (run.refused > 0) std::cout << fmt::format(", {} refused", run.refused);
    std::cout << '\n';
  }
  if (auto const sources = run.remarks.replaced.text(); !sources.empty())
    complain("replaced, with the names, title and date that it had: " + sources +
             "; where this is another source, name it with --id");
  if (auto const labels = run.needless.text(); !labels.empty())
    complain("--speaker: no source has a speaker labelled " + labels);
  if (auto const labels = run.remarks.unnamed.text(); !labels.empty())
    complain("speakers not named: " + labels + "; where you know them, say --speaker \"LABEL=NAME\"");
  if (auto const sources = run.remarks.made.by_machines(); !sources.empty())
    complain("taken as made by a machine: " + sources + "; where people made them, say how with --made");
  if (auto const sources = run.remarks.made.captions(); !sources.empty())
    complain("taken as captions made by people: " + sources + "; where a machine made them, say --made asr");
  auto const undated = run.remarks.undated.text();
  if (!run.summaries && !undated.empty() && isatty(STDERR_FILENO) == 1)
    complain("without a date: " + undated + "; say --date, or give files names such as 2031-05-12-council.txt");
}

void run_ingest(IngestOptions options, int& status) {
  if (!options.made.empty()) options.transcript.made = made_named(options.made);
  if (!options.kind.empty()) options.transcript.kind = source_kind_named(options.kind);
  options.files = files_named(options.files, source_to_ingest, {is_named_as_source, options.with_ignored}, status);
  if (!options.transcript.id.empty() && options.files.size() > 1)
    throw Error("--id names one source; give one file with it");
  IngestRun run(options);
  bool const all_well = ingest_files(run);
  run.progress.finish();
  report(run);
  if (!all_well || run.refused > 0) status = failure;
}

}  // namespace

void add_ingest_command(Command& program, int& status) {
  std::vector<std::string> formats{"auto", "jsonl"};
  for (auto const* format : transcripts::transcript_formats()) formats.emplace_back(format->name);
  for (auto const* format : transcripts::article_formats_alone()) formats.emplace_back(format->name);
  auto command =
      program.add_command("ingest", "Put transcripts and documents into a store; the same bytes twice change nothing");
  auto options = std::make_shared<IngestOptions>();
  add_store_option(command, options->store).required();
  command
      .add_arguments("FILE", options->files,
                     "Transcripts and documents in any format below, folders and patterns of them; - is standard input")
      .required();
  add_walk_option(command, options->with_ignored);
  command.add("--input-format", options->transcript.format, fmt::format("{} (default: auto)", fmt::join(formats, ", ")))
      .one_of(formats)
      .value_name("FORMAT");
  command
      .add("--kind", options->kind,
           "transcript (turns of speakers) or document (paragraphs); else the content tells which")
      .one_of({"transcript", "document"})
      .value_name("KIND");
  add_limit_option(command, options->transcript.limits);
  command
      .add_repeatable("--speaker", options->transcript.speakers,
                      "Who a label stands for; an empty label: speech without one")
      .value_name("LABEL=NAME");
  command.add("--id", options->transcript.id, "The source's name in the store (default: the path as given)");
  command.add("--title", options->transcript.title, "Of the event or the document");
  add_date_option(command, options->transcript.date, "When it took place or came out, YYYY-MM-DD");
  command.add("--url", options->transcript.url, "Where the source or its recording stands");
  command.add("--made", options->made, "spoken, edited, prepared, captions, asr, written or ocr")
      .one_of({"spoken", "edited", "prepared", "captions", "asr", "written", "ocr"})
      .value_name("HOW");
  command.add("-v,--verbose", options->verbose,
              "A line on each file: turns, words, speakers, date; without it on a terminal, for up to 50 files");
  command.footer("Example: quoth ingest --store quotes.db --speaker \"THE MAYOR=Ana Ruud\" council.txt");
  command.callback([options, &status] { run_ingest(*options, status); });
}

}  // namespace quoth::tools
