// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "quoth/source.hpp"

namespace quoth::transcripts {

// Why a document may be a transcript all the same, as a clause: "names begin most of its paragraphs", "“uh” stands in
// it as in speech". Empty for most documents.
std::string sign_of_speech(Source const& document);

}  // namespace quoth::transcripts
