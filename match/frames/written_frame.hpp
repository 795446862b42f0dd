// SPDX-License-Identifier: MIT
#pragma once

#include "match/frames/embedding.hpp"

namespace quoth::match {

// Whether a frame takes back what a quotation of a document says. Written sentences are longer than spoken ones, and
// what is quoted of them is often a phrase, which asserts nothing; a narrator who says what somebody thought reports no
// doubt; and a condition that is printed with its consequence is still a condition. What is denied, or quoted from
// somebody else, is so in any text.
bool counts_in_writing(Embedding const& frame, TokenSequence const& tokens, TokenRange used, PrintedForm printed);

}  // namespace quoth::match
