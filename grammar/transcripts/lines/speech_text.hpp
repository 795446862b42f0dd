// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

#include "text/markup/markup.hpp"

namespace quoth::transcripts {

// The text below `top`, without the elements named in `left_out`. Elements named in `breaks` end a paragraph, which is
// a line of the result. White space is collapsed to one blank.
std::string speech_text(text::Markup const& tree, text::MarkupNode top, std::initializer_list<std::string_view> breaks,
                        std::initializer_list<std::string_view> left_out);

// A name that a file writes once and its turns refer to, in one line. Empty where it is over 1000 bytes long: no name
// is, and each turn gets a copy.
std::string referred_name(std::string_view written);

// Calls `take` for each element of that name that is not inside another. Nested ones would be read again and again, as
// hostile files could make them.
void each_outermost(text::Markup const& tree, std::string_view name, std::function<void(text::MarkupNode)> const& take);

}  // namespace quoth::transcripts
