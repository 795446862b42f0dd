// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "db/search/placement.hpp"
#include "db/sources/source_reader.hpp"

namespace quoth::db {

class ChunkTexts;
class LoadedText;

// The text around the matched regions, 60 words on either side, in the order of the source. Windows that overlap or
// touch are joined.
std::vector<Window> windows_around(SourceReader const& reader, ChunkTexts& texts, Extent const& extent,
                                   LoadedText const& text, std::vector<Region> const& regions);

}  // namespace quoth::db
