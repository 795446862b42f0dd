// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "match/align/passage.hpp"
#include "match/words/token_range.hpp"

namespace quoth::match {

// Whether somebody's turn passes the words on as those of `speaker`: names that person just before or after them, with
// a word of reporting ("Governor Reed tweeted: ...", "quote, ..."). A host who reads a statement out does not make it
// the host's own.
bool is_reported_as_of(std::string_view speaker, Passage const& passage, TokenRange used);

// What a written text makes of words outside of quotation marks.
enum class WrittenReport {
  none,      // they are its author's
  indirect,  // the sentence reports them as that speaker's: "Reed said that ..."
  block      // a sentence that names the speaker introduces them with a colon: "Reed wrote: ..."
};

WrittenReport written_report(std::string_view speaker, Passage const& passage, TokenRange used);

}  // namespace quoth::match
