// SPDX-License-Identifier: MIT
#pragma once

#include "grammar/transcripts/prose/paragraphs.hpp"
#include "quoth/document.hpp"
#include "quoth/source.hpp"

namespace quoth::transcripts {

// A document as a source: an utterance for each paragraph, without a speaker, and one for each heading, whose `heading`
// is its own text; the pages; title, author, issuer and date as the file says, else as its title page does. Where the
// file marks no headings they are found by how they look.
Source document_source(Document const& document, Quoted quoted = Quoted::kept);

}  // namespace quoth::transcripts
