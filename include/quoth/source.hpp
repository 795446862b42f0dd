// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

/// How the text of a source was made, and so how far its wording can be trusted: word for word; speech, edited; as
/// prepared beforehand; captions by people; speech recognition, also automatic and rolling captions; written by its
/// author; character recognition of a printed page.
enum class Made { spoken, edited, prepared, captions, asr, written, ocr };

/// Its name in the JSONL form.
std::string_view to_string(Made made);
/// Nothing for an unknown name.
std::optional<Made> made_named(std::string_view name);
/// Whether a machine heard or read the words (asr, ocr), which errs where people do not.
bool is_machine_made(Made made);

/// What a source is: turns of speakers, or paragraphs of an author, an issuer or nobody (a report, a ruling, a letter).
enum class SourceKind { transcript, document };

/// Its name in the JSONL form.
std::string_view to_string(SourceKind kind);
/// Nothing for an unknown name.
std::optional<SourceKind> source_kind_named(std::string_view name);

/// Who a speaker label stands for.
struct Speaker {
  std::string name;                  ///< "Jen Psaki"
  std::string role;                  ///< may be empty
  std::vector<std::string> aliases;  ///< other names and roles
};

/// What a recogniser says of one word. A store keeps hundredths of a second, and 254ths of confidence.
struct HeardWord {
  std::optional<double> start;       ///< seconds into the recording, up to 10 million
  std::optional<double> confidence;  ///< that it is this word, in [0, 1]
};

/// One turn of one speaker; of a document a paragraph.
struct Utterance {
  std::string speaker;          ///< the label as printed; empty where nobody is named
  std::optional<double> start;  ///< seconds into the recording
  std::optional<double> end;
  std::string text;  ///< valid UTF-8
  /// One for each word of the text, as split at white space (Unicode's White_Space); empty where the file has neither
  /// times nor confidences.
  std::vector<HeardWord> words{};
  std::string heading{};  ///< of the section it stands in; may be empty
};

/// Where a source is printed on numbered pages: from that byte of an utterance's text on, as far as the next.
struct PrintedLine {
  std::uint32_t utterance = 0;  ///< 0-based
  std::uint32_t byte = 0;       ///< 0-based, in its text
  std::string page;             ///< as printed ("12", "S102"), or its count in the file
  std::uint32_t line = 0;       ///< 1-based; 0 where lines have no number
};

/// One transcript or document.
struct Source {
  std::string id;  ///< names it in the store for good
  std::string title;
  std::string date;  ///< YYYY-MM-DD, or empty
  std::string url;
  Made made = Made::spoken;
  bool made_known = false;  ///< whether the file's format or somebody says `made`; else its text suggests it
  SourceKind kind = SourceKind::transcript;
  std::string author;                       ///< who wrote it; may be empty, as the next two
  std::string issuer;                       ///< the body that published it
  std::string language;                     ///< BCP 47: "en", "de-AT"
  std::map<std::string, Speaker> speakers;  ///< by label
  std::vector<Utterance> utterances;
  std::vector<PrintedLine> printed;   ///< in order; empty for what has no pages
  std::vector<std::string> left_out;  ///< what of the file is not among the utterances: "the library's licence"
  std::string path;                   ///< where it was read from, empty for a stream
  std::string sha256;                 ///< of the bytes it was read from
};

}  // namespace quoth
