// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <utility>

#include "quoth/error.hpp"
#include "quoth/limits.hpp"
#include "quoth/store.hpp"
#include "quoth/transcript.hpp"
#include "text/bytes/sha256.hpp"
#include "text/files/file_content.hpp"
#include "tools/commands/article_options.hpp"
#include "tools/commands/command.hpp"
#include "tools/desk/input.hpp"

namespace quoth {

namespace {

struct IngestOptions {
  std::string store;
  std::vector<std::string> files;
  std::string input = "auto";
  Limits limits;
  std::vector<std::string> speakers;
  std::string id;
  std::string title;
  std::string date;
  std::string url;
  std::string kind;
};

// A source's id: the path as given, so that the same call finds it again, or part of the digest for a stream.
std::string id_of(std::string const& file, std::string const& digest) {
  if (file == "-") return "stdin-" + digest.substr(0, 16);
  return std::filesystem::path(file).lexically_normal().generic_string();
}

Source source_of_file(IngestOptions const& options, std::string const& file) {
  auto bytes = read_file(file, options.limits);
  auto const digest = sha256(bytes);
  FileContent content(std::move(bytes), file == "-" ? "standard input" : file, file, options.limits);
  auto source = read_transcript(content, options.input);
  source.sha256 = digest;
  source.id = options.id.empty() ? id_of(file, source.sha256) : options.id;
  source.path = file == "-" ? "" : file;
  if (!options.title.empty()) source.title = options.title;
  if (!options.date.empty()) source.date = options.date;
  if (!options.url.empty()) source.url = options.url;
  if (!options.kind.empty()) source.kind = transcript_kind(options.kind).value();
  name_speakers(source, options.speakers, file);
  return source;
}

// A store that is opened, or created, when the first source is to be added.
class LazyStore {
 public:
  explicit LazyStore(std::string const& file) : file_(file) {}
  Store& operator*() {
    if (!store_) store_ = Store::open_writable(file_);
    return *store_;
  }
  bool is_open() const { return store_.has_value(); }
  IngestCounts committed() const { return store_ ? store_->committed() : IngestCounts{}; }

 private:
  std::string file_;
  std::optional<Store> store_;
};

// Ingests the transcripts of a JSONL file in one transaction, and counts the lines that are refused.
void ingest_lines(IngestOptions const& options, std::string const& file, std::istream& in, LazyStore& store,
                  std::size_t& refused) {
  bool bulk = false;
  read_source_lines(in, [&](JsonLine<Source>&& line, std::string_view bytes) {
    auto const where = fmt::format("{}:{}", file, line.number);
    try {
      if (!line.error.empty()) throw Error(where + ": " + line.error);
      line.value.path = file == "-" ? "" : file;
      line.value.sha256 = sha256(bytes);
      name_speakers(line.value, options.speakers, where);
      if (!std::exchange(bulk, true)) (*store).begin_bulk();
      (*store).ingest(line.value);
    } catch (StoreError const&) {
      throw;
    } catch (Error const& error) {
      complain(error.what());
      ++refused;
    }
  });
  if (bulk) (*store).finish_bulk();
}

bool is_jsonl(IngestOptions const& options, std::string const& file) {
  if (options.input != "auto") return options.input == "jsonl";
  auto const ending = std::filesystem::path(file).extension();
  return ending == ".jsonl" || ending == ".ndjson";
}

void ingest_file(IngestOptions const& options, std::string const& file, LazyStore& store, std::size_t& refused) {
  if (!is_jsonl(options, file)) {
    auto const source = source_of_file(options, file);
    (*store).ingest(source);
  } else if (file == "-") {
    ingest_lines(options, file, std::cin, store, refused);
  } else {
    auto in = open_file(file);
    ingest_lines(options, file, in, store, refused);
  }
}

void run_ingest(IngestOptions const& options, int& status) {
  if (!options.id.empty() && options.files.size() > 1) throw Error("--id names one source; give one file with it");
  LazyStore store(options.store);
  std::size_t refused = 0;
  bool store_failed = false;
  bool const all_well = for_each_item(options.files, [&](std::string const& file) {
    if (store_failed) return;
    try {
      ingest_file(options, file, store, refused);
    } catch (StoreError const&) {
      store_failed = true;  // no use to try the other files
      throw;
    }
  });
  if (store.is_open()) {
    auto const counts = store.committed();
    std::cout << fmt::format("{} added, {} replaced, {} unchanged", counts.added, counts.replaced, counts.unchanged);
    if (refused > 0) std::cout << fmt::format(", {} refused", refused);
    std::cout << '\n';
  }
  if (!all_well || refused > 0) status = failure;
}

}  // namespace

void add_ingest_command(Command& program, int& status) {
  std::vector<std::string> formats{"auto", "jsonl"};
  for (auto const* format : transcript_formats()) formats.emplace_back(format->name);
  auto command = program.add_command("ingest", "Put transcripts into a store; the same bytes twice change nothing");
  auto options = std::make_shared<IngestOptions>();
  add_store_option(command, options->store).required();
  command.add("FILE", options->files, "Transcripts in any format below; - is standard input").required();
  command.add("--input-format", options->input, fmt::format("{} (default: auto)", fmt::join(formats, ", ")))
      .one_of(formats)
      .value_name("FORMAT");
  add_limit_option(command, options->limits);
  command.add_repeatable("--speaker", options->speakers, "Who a label stands for; an empty label: speech without one")
      .value_name("LABEL=NAME");
  command.add("--id", options->id, "The source's name in the store (default: the path as given)");
  command.add("--title", options->title, "The event");
  add_date_option(command, options->date, "When it took place, YYYY-MM-DD");
  command.add("--url", options->url, "Where the transcript or recording stands");
  command.add("--verbatim", options->kind, "spoken, edited, prepared, captions or asr")
      .one_of({"spoken", "edited", "prepared", "captions", "asr"})
      .value_name("KIND");
  command.footer("Example: quoth ingest --store quotes.db --speaker \"THE MAYOR=Ana Ruud\" council.txt");
  command.callback([options, &status] { run_ingest(*options, status); });
}

}  // namespace quoth
