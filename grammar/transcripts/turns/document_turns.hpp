// SPDX-License-Identifier: MIT
#pragma once

#include "quoth/document.hpp"
#include "quoth/source.hpp"

namespace quoth::transcripts {

// The turns of a transcript in a format of articles: the labels in its paragraphs are read as in plain text.
Source turns_of(Document const& document);

}  // namespace quoth::transcripts
