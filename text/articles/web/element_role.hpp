// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <unordered_set>

#include "text/markup/markup.hpp"

// What an element of a page is to its article, told by its name, its class and what it holds.
namespace quoth::text {

// Whether that is the name of an element with a heading: "h1" to "h6".
bool is_heading(std::string_view name);

// Whether one of the words of a class or identifier is among these; words are told apart by all but letters and
// digits, and compared in lower case.
bool has_any_word(std::string_view names, std::unordered_set<std::string_view> const& words);

// Whether the element, a block quotation by its name, is a call-out: its class says so, or it begins with a heading or
// with a line in bold, while no words lead to it and it names no source.
bool is_call_out(MarkupNode quotation, bool is_led_to);

// Whether its class says that it is a pull quote: words of the article, shown again in a box.
bool is_pull_quote(MarkupNode element);

// Whether its class says that it is a deck: the lines under a headline that tell more.
bool is_deck(MarkupNode element);

// Whether the element names the source of a block quotation or a pull quote: a <footer>, a <cite> or, of a pull quote,
// a short paragraph without marks at its end, or the caption of a figure that holds one.
bool names_source(MarkupNode element);

}  // namespace quoth::text
