// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "quoth/markup.hpp"

namespace quoth {

// The text below `top`, without what the elements named in `left_out` hold; those in `breaks` end a paragraph, which is
// a line of the result. White space counts once.
std::string speech_text(Markup const& tree, MarkupNode top, std::initializer_list<std::string_view> breaks,
                        std::initializer_list<std::string_view> left_out);

// The first YYYY-MM-DD in `text`, or nothing.
std::string day_in(std::string_view text);

}  // namespace quoth
