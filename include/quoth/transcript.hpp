// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/limits.hpp"
#include "quoth/source.hpp"

namespace quoth {

/// How a transcript or document is to be read, and what is known of it besides what the file says.
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
  /// Whether the file is a transcript or a document; if not given, turns of speakers tell a transcript. An empty label
  /// in `speakers`, a way of speaking in `made` and a title such as "Remarks by …" say so too.
  std::optional<SourceKind> kind{};
};

/// The sources in a file in order, as Store::ingest takes them: one, or each item of a feed or an archive; with an id,
/// the path, the digest of their bytes, and a name for every label (see name_speakers). "-" is standard input. Throws
/// Error where the file cannot be read, holds no words, is a transcript and names nobody, or is asked to be what it
/// cannot be. What was taken before an Error stays taken.
void read_sources(std::filesystem::path const& file, std::function<void(Source&&)> const& take,
                  TranscriptOptions const& options = {});

/// The sources in the bytes of a file. `name` stands for its path.
void sources_in(std::string bytes, std::string const& name, std::function<void(Source&&)> const& take,
                TranscriptOptions const& options = {});

/// The one source in a file; of several it is the first.
Source read_transcript(std::filesystem::path const& file, TranscriptOptions const& options = {});

/// The one source in the bytes of a file. `name` stands for its path.
Source transcript_in(std::string bytes, std::string const& name, TranscriptOptions const& options = {});

/// Gives every label a Speaker: the ones named in `given` ("THE PRESIDENT=Joe Biden", parted at the last "="; an empty
/// label stands for speech without one), then what the source itself says, then the label in ordinary capitals. Who a
/// source is titled after ("Remarks by Director Reed at …") speaks where no label stands and under a label of office
/// alone ("THE DIRECTOR").
/// Throws Error naming `where` if `given` is malformed or nobody is named in a whole transcript; captions and
/// recognised speech seldom name anybody and go without.
void name_speakers(Source& source, std::vector<std::string> const& given, std::string_view where);

}  // namespace quoth
