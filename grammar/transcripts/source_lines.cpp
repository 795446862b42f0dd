// SPDX-License-Identifier: MIT
#include "grammar/transcripts/source_lines.hpp"

#include <optional>
#include <utility>

#include "grammar/transcripts/made/machine_text.hpp"
#include "quoth/error.hpp"
#include "text/articles/is_jsonl.hpp"
#include "text/bytes/sha256.hpp"
#include "text/files/file_bytes.hpp"
#include "text/json/jsonl.hpp"

namespace quoth::transcripts {

namespace {

void complete(Source& source, TranscriptOptions const& options, std::string_view bytes, std::string const& where) {
  source.sha256 = text::sha256(bytes);
  if (options.made) source.made = *options.made;
  if (options.kind) source.kind = *options.kind;
  source.made_known = source.made_known || options.made;
  judge_made(source);
  name_speakers(source, options.speakers, where);
}

}  // namespace

bool holds_source_lines(std::string const& path, std::string_view format) { return text::is_jsonl(path, format); }

void read_source_lines(std::istream& in, std::string const& path, TranscriptOptions const& options,
                       std::function<void(Source&&)> const& take,
                       std::function<void(std::string const&)> const& refuse) {
  auto const complaint = [&](text::JsonLine<Source>& line, std::string_view bytes) -> std::optional<std::string> {
    auto const where = path + ":" + std::to_string(line.number);
    if (!line.error.empty()) return where + ": " + line.error;
    line.value.path = path == text::standard_input ? "" : path;
    try {
      complete(line.value, options, bytes, where);
    } catch (Error const& error) {
      return error.what();
    }
    return std::nullopt;
  };
  text::read_source_lines(in, text::name_of_file(path), options.limits,
                          [&](text::JsonLine<Source>&& line, std::string_view bytes) {
                            auto const why = complaint(line, bytes);
                            why ? refuse(*why) : take(std::move(line.value));
                          });
}

}  // namespace quoth::transcripts
