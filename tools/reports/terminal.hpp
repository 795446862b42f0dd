// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace quoth {

// How text goes to standard output: colour and width follow the terminal, NO_COLOR and COLUMNS.
struct Terminal {
  bool colour = false;
  std::size_t width = 100;
};

// `when` is "auto", "always" or "never".
Terminal terminal(std::string_view when);

// The text on one line, with nothing in it that could drive a terminal or turn its writing direction: control, escape
// and bidirectional formatting characters become U+FFFD, as does what is not UTF-8, line breaks and tabs a blank.
std::string printable(std::string_view text);

enum class Style { plain, bold, faint, red, yellow, green, cyan };

// The text in that style where the terminal has colour.
std::string styled(Terminal const& terminal, Style style, std::string_view text);

// Breaks `text` at blanks so that no line is wider than the terminal. The first line starts behind `indent` columns,
// each further one behind as many blanks. Escape sequences made by `styled` take no width.
std::string wrapped(Terminal const& terminal, std::string_view text, std::size_t indent);

// "quoth: " and the message on standard error, made safe for terminals.
void complain(std::string const& message);

}  // namespace quoth
