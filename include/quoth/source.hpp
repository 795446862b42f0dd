// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

// How a transcript was made, and so how far its wording can be trusted.
enum class TranscriptKind { spoken, edited, prepared, captions, asr };

// The name of a kind in the JSONL form, and back; nothing for an unknown name.
std::string_view to_string(TranscriptKind kind);
std::optional<TranscriptKind> transcript_kind(std::string_view name);

// Who a speaker label stands for.
struct Speaker {
  std::string name;  // "Jen Psaki"
  std::string role;  // may be empty
  std::vector<std::string> aliases;
};

// One turn of one speaker. `speaker` is the label as printed and may be empty (nobody named). Times are seconds.
struct Utterance {
  std::string speaker;
  std::optional<double> start;
  std::optional<double> end;
  std::string text;  // valid UTF-8
};

// Where a transcript is printed on numbered pages: from that byte of an utterance's text on, as far as the next. The
// page is as printed ("12", "S102"), or its count in the file; line 0 has no number.
struct PrintedLine {
  std::uint32_t utterance = 0;  // 0-based
  std::uint32_t byte = 0;
  std::string page;
  std::uint32_t line = 0;
};

// One transcript. `id` names it in the store for good; `date` is YYYY-MM-DD or empty.
struct Source {
  std::string id;
  std::string title;
  std::string date;
  std::string url;
  TranscriptKind kind = TranscriptKind::spoken;
  std::map<std::string, Speaker> speakers;  // by label
  std::vector<Utterance> utterances;
  std::vector<PrintedLine> printed;  // in order; empty for what has no pages
  std::string path;                  // where it was read from, empty for a stream
  std::string sha256;                // of the bytes it was read from
};

}  // namespace quoth
