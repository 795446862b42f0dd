// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/limits.hpp"
#include "quoth/source.hpp"

namespace quoth {

/// How a transcript is to be read, and what is known of it besides what the file says.
struct TranscriptOptions {
  /// A name that `quoth ingest --help` lists, or "auto", which goes by the content first and by the file's ending
  /// second. A file of JSON lines holds many transcripts and is no format here.
  std::string format = "auto";
  Limits limits = {};
  std::vector<std::string> speakers{};  ///< "LABEL=NAME"; see name_speakers
  /// Where these are empty the file is asked.
  std::string id{};  ///< the source's name in a store; if empty, the path as given
  std::string title{};
  std::string date{};  ///< YYYY-MM-DD
  std::string url{};
  std::optional<Made> made{};
};

/// The transcript in a file, as Store::ingest takes it: with an id, the path, the digest of its bytes, and a name for
/// every label (see name_speakers). "-" is standard input. Throws Error where the file cannot be read, holds no words,
/// or names nobody.
Source read_transcript(std::filesystem::path const& file, TranscriptOptions const& options = {});

/// The transcript in the bytes of a file. `name` stands for its path.
Source transcript_in(std::string bytes, std::string const& name, TranscriptOptions const& options = {});

/// Gives every label a Speaker: the ones named in `given` ("THE PRESIDENT=Joe Biden"; an empty label stands for speech
/// without one), then what the source itself says, then the label in ordinary capitals. Who a source is titled after
/// ("Remarks by Director Reed at …") speaks where no label stands and under a label of office alone ("THE DIRECTOR").
/// Throws Error naming `where` if `given` is malformed or nobody is named in a whole transcript; captions and
/// recognised speech seldom name anybody and go without.
void name_speakers(Source& source, std::vector<std::string> const& given, std::string_view where);

}  // namespace quoth
