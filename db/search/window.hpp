// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "db/search/loaded_text.hpp"
#include "db/search/place.hpp"
#include "db/sources/source_reader.hpp"

namespace quoth {

// The text around the places, in the order of the source; places whose contexts touch share a window.
std::vector<Window> windows_around(SourceReader const& reader, ChunkTexts& texts, Extent const& extent,
                                   LoadedText const& text, std::vector<Place> const& places);

// All turns of the rows, the parts of one utterance put together again.
std::vector<Turn> turns_of(SourceReader const& reader, std::vector<PassageRow> const& passages);

}  // namespace quoth
