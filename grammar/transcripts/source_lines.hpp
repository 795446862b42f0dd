// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <istream>
#include <string>
#include <string_view>

#include "quoth/source.hpp"
#include "quoth/transcript.hpp"

namespace quoth::transcripts {

// Whether the file of that path holds JSON lines when its format is called that: many sources, one a line.
bool holds_source_lines(std::string const& path, std::string_view format);

// Reads the sources of JSON lines, each as Store::ingest takes it: with the digest of its line, what the options say of
// it, and a name for every label. `path` names the file, and its lines in errors; "-" is standard input. What is wrong
// with a line is given to `refuse`, on one line, and the others are read. Throws Error where `in` cannot be read on,
// and what `take` throws.
void read_source_lines(std::istream& in, std::string const& path, TranscriptOptions const& options,
                       std::function<void(Source&&)> const& take,
                       std::function<void(std::string const&)> const& refuse);

}  // namespace quoth::transcripts
