// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

/// How a transcript was made, and so how far its wording can be trusted.
enum class TranscriptKind { spoken, edited, prepared, captions, asr };

/// The name of a kind in the JSONL form.
std::string_view to_string(TranscriptKind kind);
/// The kind of that name; nothing for an unknown name.
std::optional<TranscriptKind> transcript_kind(std::string_view name);

/// Who a speaker label stands for.
struct Speaker {
  std::string name;                  ///< "Jen Psaki"
  std::string role;                  ///< may be empty
  std::vector<std::string> aliases;  ///< other names and roles
};

/// One turn of one speaker.
struct Utterance {
  std::string speaker;          ///< the label as printed; empty where nobody is named
  std::optional<double> start;  ///< seconds into the recording
  std::optional<double> end;
  std::string text;  ///< valid UTF-8
};

/// Where a transcript is printed on numbered pages: from that byte of an utterance's text on, as far as the next.
struct PrintedLine {
  std::uint32_t utterance = 0;  ///< 0-based
  std::uint32_t byte = 0;       ///< 0-based, in its text
  std::string page;             ///< as printed ("12", "S102"), or its count in the file
  std::uint32_t line = 0;       ///< 1-based; 0 where lines have no number
};

/// One transcript.
struct Source {
  std::string id;  ///< names it in the store for good
  std::string title;
  std::string date;  ///< YYYY-MM-DD, or empty
  std::string url;
  TranscriptKind kind = TranscriptKind::spoken;
  std::map<std::string, Speaker> speakers;  ///< by label
  std::vector<Utterance> utterances;
  std::vector<PrintedLine> printed;  ///< in order; empty for what has no pages
  std::string path;                  ///< where it was read from, empty for a stream
  std::string sha256;                ///< of the bytes it was read from
};

}  // namespace quoth
