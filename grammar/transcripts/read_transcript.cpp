// SPDX-License-Identifier: MIT
#include <filesystem>
#include <utility>

#include "grammar/transcripts/transcript_format.hpp"
#include "quoth/transcript.hpp"
#include "text/bytes/sha256.hpp"
#include "text/files/file_bytes.hpp"

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

}  // namespace

Source transcript_in(std::string bytes, std::string const& name, TranscriptOptions const& options) {
  auto digest = text::sha256(bytes);
  text::FileContent content(std::move(bytes), text::name_of_file(name), name, options.limits);
  auto source = transcripts::parse_transcript(content, options.format);
  source.sha256 = std::move(digest);
  source.id = options.id.empty() ? id_of(name, source.sha256) : options.id;
  source.path = name == text::standard_input ? "" : name;
  if (!options.title.empty()) source.title = options.title;
  if (!options.date.empty()) source.date = options.date;
  if (!options.url.empty()) source.url = options.url;
  if (!source.made_known && is_automatic_track(source.url)) source.made = Made::asr;
  if (options.made) {
    source.made = *options.made;
    source.made_known = true;
  }
  name_speakers(source, options.speakers, name);
  return source;
}

Source read_transcript(std::filesystem::path const& file, TranscriptOptions const& options) {
  auto const path = file.string();
  return transcript_in(text::read_file(path, options.limits), path, options);
}

}  // namespace quoth
