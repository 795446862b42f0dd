// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace quoth::tools {

// How to write text to standard output: colour and width follow the terminal, NO_COLOR and COLUMNS.
struct Terminal {
  bool colour = false;
  std::size_t width = 100;
};

// `when` is "auto", "always" or "never".
Terminal terminal(std::string_view when);

// The text on one line, safe for a terminal and the log of a build server, also where it begins a line: control, escape
// and bidirectional formatting characters, what is not UTF-8, and a character of each command to the server become
// U+FFFD; line breaks and tabs become blanks.
std::string printable(std::string_view text);

enum class Style { plain, bold, faint, red, yellow, green, cyan };

// The text in that style, if the terminal has colour.
std::string styled(Terminal const& terminal, Style style, std::string_view text);

// Wraps `text` at blanks to the width of the terminal. The first line starts after `indent` columns; the others are
// indented by as many blanks and never begin with "::". Escape sequences of `styled` have no width.
std::string wrapped(Terminal const& terminal, std::string_view text, std::size_t indent);

// What is to be done before each message of `complain`, such as taking a line of progress off the screen; empty for
// nothing. Not while other threads complain.
void before_messages(std::function<void()> action);

// Prints "quoth: " and the message on standard error, made safe for terminals.
void complain(std::string const& message);

}  // namespace quoth::tools
