// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include "grammar/transcripts/kind/speech_signs.hpp"
#include "grammar/transcripts/source_lines.hpp"
#include "grammar/transcripts/transcript_format.hpp"
#include "match/speakers/known_name.hpp"
#include "quoth/error.hpp"
#include "quoth/store.hpp"
#include "quoth/transcript.hpp"
#include "text/files/file_bytes.hpp"
#include "tools/commands/article_options.hpp"
#include "tools/commands/command.hpp"
#include "tools/desk/mistaken_file.hpp"
#include "tools/desk/source_name.hpp"

namespace quoth::tools {

namespace {

struct IngestOptions {
  std::string store;
  std::vector<std::string> files;
  TranscriptOptions transcript;
  std::string made;
  std::string kind;
  bool with_ignored = false;
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

// The labels of the sources that name nobody, with their turns.
class UnnamedLabels {
 public:
  void add(Source const& source) {
    if (source.kind == SourceKind::document) return;  // its words are the author's, whom no label names
    for (auto const& utterance : source.utterances) {
      auto const known = source.speakers.find(utterance.speaker);
      auto const is_known = known != source.speakers.end() && !known->second.name.empty();
      auto const& name = is_known ? known->second.name : utterance.speaker;
      if (match::anonymity_of(name) != match::Anonymity::named) ++turns_[utterance.speaker];
    }
  }

  // "A (12 turns), no label (3 turns) and 4 more": those with the most turns first; empty where all are named.
  std::string text() const {
    constexpr std::size_t most_shown = 6;
    std::vector<std::pair<std::string, std::size_t>> labels(turns_.begin(), turns_.end());
    std::ranges::stable_sort(labels, std::greater(), &std::pair<std::string, std::size_t>::second);
    std::string text;
    for (auto const& [label, turns] : std::span(labels).first(std::min(labels.size(), most_shown)))
      text += fmt::format("{}{} ({} turn{})", text.empty() ? "" : ", ", label.empty() ? "no label" : label, turns,
                          turns == 1 ? "" : "s");
    if (labels.size() > most_shown) text += fmt::format(" and {} more", labels.size() - most_shown);
    return text;
  }

 private:
  std::map<std::string, std::size_t> turns_;
};

// The sources that are taken for a machine's by signs in their text.
class MachineMade {
 public:
  void add(Source const& source) {
    if (source.made_known || !is_machine_made(source.made)) return;
    if (++count_ <= most_shown) sources_.emplace_back(source.id, source.made);
  }

  // "council.vtt (speech recognition), act.pdf (character recognition) and 4 more"; empty where there is none.
  std::string text() const {
    std::string text;
    for (auto const& [id, made] : sources_)
      text += fmt::format("{}{} ({} recognition)", text.empty() ? "" : ", ", id,
                          made == Made::ocr ? "character" : "speech");
    if (count_ > most_shown) text += fmt::format(" and {} more", count_ - most_shown);
    return text;
  }

 private:
  static constexpr std::size_t most_shown = 6;

  std::vector<std::pair<std::string, Made>> sources_;  // the first of them
  std::size_t count_ = 0;
};

// "a document by George Eliot, “Middlemarch”", "a document that names no author".
std::string document_text(Source const& source) {
  auto const& by = source.author.empty() ? source.issuer : source.author;
  auto text = by.empty() ? std::string("a document that names no author") : "a document by " + by;
  if (!source.title.empty()) text += ", “" + source.title + "”";
  return text;
}

// What is notable of one file: that its content told a document, and what of it is left out.
class FileRemark {
 public:
  // `told`: whether its content told what it is.
  void add(Source const& source, bool told) {
    for (auto const& part : source.left_out) {
      if (std::ranges::find(left_out_, part) == left_out_.end()) left_out_.push_back(part);
    }
    if (!told || source.kind != SourceKind::document) return;
    ++documents_;
    if (documents_ == 1) first_ = document_text(source);
    if (sign_.empty()) sign_ = transcripts::sign_of_speech(source);
    if (article_sign_.empty()) article_sign_ = sign_of_article(source);
  }

  // "taken as a document by George Eliot, “Middlemarch”; left out: the licence of the library"; may be empty. Where the
  // text looks like speech the options are named that say so.
  std::string text(std::string const& file) const {
    std::string text;
    if (documents_ > 0) text = "taken as " + (documents_ == 1 ? first_ : fmt::format("{} documents", documents_));
    if (!sign_.empty())
      text += fmt::format(
          ", but {}; if people speak in it, say --kind transcript, and who with --speaker \"LABEL=NAME\"", sign_);
    if (sign_.empty() && !article_sign_.empty())
      text += fmt::format(", but {}; if it is an article, check it: quoth check --store FILE {}", article_sign_, file);
    if (!left_out_.empty()) text += fmt::format("{}left out: {}", text.empty() ? "" : "; ", fmt::join(left_out_, ", "));
    return text;
  }

 private:
  std::size_t documents_ = 0;
  std::string first_;
  std::string sign_;  // of speech, in the first of them that has one
  std::string article_sign_;
  std::vector<std::string> left_out_;
};

// What is said at the end of the sources that were added or replaced.
struct Remarks {
  UnnamedLabels unnamed;
  MachineMade machine_made;
  std::size_t known = 0;  // sources that the store has under another path
  void add(Source const& source) {
    unnamed.add(source);
    machine_made.add(source);
  }
};

// Ingests the transcripts of a JSONL file in one transaction, and counts the lines that are refused.
void ingest_lines(IngestOptions const& options, std::string const& file, std::istream& in, LazyStore& store,
                  std::size_t& refused, Remarks& remarks) {
  bool bulk = false;
  auto const refuse = [&](std::string const& why) {
    complain(why);
    ++refused;
  };
  auto const take = [&](Source&& source) {
    if (!std::exchange(bulk, true)) (*store).begin_bulk();
    try {
      if ((*store).ingest(source) != Ingested::unchanged) remarks.add(source);
    } catch (StoreError const&) {
      throw;
    } catch (Error const& error) {
      refuse(error.what());
    }
  };
  transcripts::read_source_lines(in, file, options.transcript, take, refuse);
  if (bulk) (*store).finish_bulk();
}

// Whether the store has the content under another path; says under which.
bool is_known(Source const& source, Store& store) {
  if (store.find(source.id)) return false;
  auto const other = store.same_content(source);
  if (other) complain(fmt::format("{}: the store has it as {}", source.id, *other));
  return other.has_value();
}

void ingest_file(IngestOptions const& options, std::string const& file, LazyStore& store, std::size_t& refused,
                 Remarks& remarks) {
  if (!transcripts::holds_source_lines(file, options.transcript.format)) {
    FileRemark remark;
    auto const take = [&](Source&& source) {
      if (options.transcript.id.empty() && is_known(source, *store)) {
        ++remarks.known;
        return;
      }
      if ((*store).ingest(source) == Ingested::unchanged) return;
      remarks.add(source);
      remark.add(source, !options.transcript.kind);
    };
    read_sources(file, take, options.transcript);
    if (auto const text = remark.text(file); !text.empty()) complain(file + ": " + text);
  } else if (file == "-") {
    ingest_lines(options, file, std::cin, store, refused, remarks);
  } else {
    auto in = text::open_file(file);
    ingest_lines(options, file, in, store, refused, remarks);
  }
}

void run_ingest(IngestOptions options, int& status) {
  if (!options.made.empty()) options.transcript.made = made_named(options.made);
  if (!options.kind.empty()) options.transcript.kind = source_kind_named(options.kind);
  options.files = files_named(options.files, source_to_ingest, {is_named_as_source, options.with_ignored}, status);
  if (!options.transcript.id.empty() && options.files.size() > 1)
    throw Error("--id names one source; give one file with it");
  LazyStore store(options.store);
  std::size_t refused = 0;
  Remarks remarks;
  bool store_failed = false;
  bool const all_well = for_each_item(options.files, [&](std::string const& file) {
    if (store_failed) return;
    try {
      ingest_file(options, file, store, refused, remarks);
    } catch (StoreError const&) {
      store_failed = true;  // no use to try the other files
      throw;
    }
  });
  if (store.is_open()) {
    auto const counts = store.committed();
    std::cout << fmt::format("{} added, {} replaced, {} unchanged", counts.added, counts.replaced,
                             counts.unchanged + remarks.known);
    if (refused > 0) std::cout << fmt::format(", {} refused", refused);
    std::cout << '\n';
  }
  if (auto const labels = remarks.unnamed.text(); !labels.empty())
    complain("speakers not named: " + labels + "; where you know them, say --speaker \"LABEL=NAME\"");
  if (auto const sources = remarks.machine_made.text(); !sources.empty())
    complain("taken as made by a machine: " + sources + "; where people made them, say how with --made");
  if (!all_well || refused > 0) status = failure;
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
  command.footer("Example: quoth ingest --store quotes.db --speaker \"THE MAYOR=Ana Ruud\" council.txt");
  command.callback([options, &status] { run_ingest(*options, status); });
}

}  // namespace quoth::tools
