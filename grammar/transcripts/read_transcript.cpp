// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "grammar/transcripts/labels/label_name.hpp"
#include "grammar/transcripts/labels/speech_title.hpp"
#include "grammar/transcripts/transcript_format.hpp"
#include "quoth/error.hpp"
#include "quoth/transcript.hpp"
#include "text/bytes/sha256.hpp"
#include "text/files/file_bytes.hpp"
#include "text/model/date.hpp"

namespace quoth {

namespace {

// A source's id: the path as given, so that the same call finds it again, or part of the digest for a stream.
std::string id_of(std::string const& path, std::string const& digest) {
  if (path == text::standard_input) return "stdin-" + digest.substr(0, 16);
  return std::filesystem::path(path).lexically_normal().generic_string();
}

// Whether the address is of captions that YouTube made by speech recognition.
bool is_automatic_track(std::string_view url) {
  return url.find("?kind=asr") != url.npos || url.find("&kind=asr") != url.npos;
}

// The kind that follows from what the caller knows: who speaks where no label stands, how it was said.
std::optional<SourceKind> kind_by(TranscriptOptions const& options) {
  if (options.kind) return options.kind;
  bool const one_speaker = std::ranges::any_of(
      options.speakers, [](std::string const& entry) { return transcripts::label_given(entry).empty(); });
  bool const spoken = options.made && *options.made != Made::written && *options.made != Made::ocr;
  if (one_speaker || spoken || transcripts::announces_speech(options.title)) return SourceKind::transcript;
  return std::nullopt;
}

std::vector<std::string> labels_in(TranscriptOptions const& options) {
  std::vector<std::string> labels;
  labels.reserve(options.speakers.size());
  for (auto const& entry : options.speakers) labels.emplace_back(transcripts::label_given(entry));
  return labels;
}

// Adds what the caller knows to what the file says. A transcript that names no day has that of the file's name; a
// document's name may have any.
void complete(Source& source, TranscriptOptions const& options, std::string const& where) {
  if (!options.title.empty()) source.title = options.title;
  if (!options.date.empty()) source.date = options.date;
  if (source.date.empty() && source.kind == SourceKind::transcript)
    source.date = text::date_in_file_name(std::filesystem::path(where).filename().string());
  if (!options.url.empty()) source.url = options.url;
  if (!source.made_known && is_automatic_track(source.url)) source.made = Made::asr;
  if (options.kind) source.kind = *options.kind;  // the ingest form says its own
  if (options.made) {
    source.made = *options.made;
    source.made_known = true;
  }
  name_speakers(source, options.speakers, where);
}

}  // namespace

void sources_in(std::string bytes, std::string const& name, std::function<void(Source&&)> const& take,
                TranscriptOptions const& options) {
  auto digest = text::sha256(bytes);
  text::FileContent content(std::move(bytes), text::name_of_file(name), name, options.limits);
  bool source_taken = false;
  transcripts::parse_sources(content, {options.format, kind_by(options), labels_in(options)}, [&](Source&& source) {
    source.path = name == text::standard_input ? "" : name;
    if (source.sha256.empty()) source.sha256 = digest;
    if (!options.id.empty() && std::exchange(source_taken, true))
      throw Error(name + ": holds several sources, and --id names one; ingest it without --id");
    if (!options.id.empty()) source.id = options.id;
    if (source.id.empty()) source.id = id_of(name, digest);
    complete(source, options, name);
    take(std::move(source));
  });
}

void read_sources(std::filesystem::path const& file, std::function<void(Source&&)> const& take,
                  TranscriptOptions const& options) {
  auto const path = file.string();
  sources_in(text::read_file(path, options.limits), path, take, options);
}

Source transcript_in(std::string bytes, std::string const& name, TranscriptOptions const& options) {
  std::optional<Source> first;
  auto const take = [&](Source&& source) {
    if (!first) first = std::move(source);
  };
  sources_in(std::move(bytes), name, take, options);
  return std::move(*first);
}

Source read_transcript(std::filesystem::path const& file, TranscriptOptions const& options) {
  auto const path = file.string();
  return transcript_in(text::read_file(path, options.limits), path, options);
}

}  // namespace quoth
