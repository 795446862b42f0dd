// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "tools/quotes/source_quote.hpp"

namespace quoth::tools {

// The quotation with its attribution as newspapers print it: “We will not close,” Ida Moen said on May 12, 2031. The
// words are those of the source; quotation marks inside them become single ones, the full stop at their end a comma,
// and white space one blank.
std::string in_newspaper_style(SourceQuote const& quote);

// The same as a block quotation in Markdown, with a link where the source has a URL: to the time of the passage, see
// link_to. What could be markup in the words is escaped.
std::string in_markdown(SourceQuote const& quote);

}  // namespace quoth::tools
