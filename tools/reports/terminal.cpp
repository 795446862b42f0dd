// SPDX-License-Identifier: MIT
#include "tools/reports/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>
#include <utility>

#include "text/unicode/letter_case.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/white_space.hpp"

namespace quoth::tools {

namespace {

std::function<void()> before_message;

constexpr std::size_t narrowest = 40;  // columns
constexpr std::size_t widest = 120;    // longer lines are hard to read

std::size_t columns() {
  std::size_t width = 0;
  if (auto const* given = std::getenv("COLUMNS")) {
    std::string_view const text(given);
    std::from_chars(text.data(), text.data() + text.size(), width);
  }
  winsize size{};
  if (width == 0 && isatty(STDOUT_FILENO) != 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  return width == 0 ? Terminal{}.width : std::clamp(width, narrowest, widest);
}

bool wants_colour(std::string_view when) {
  if (when != "auto") return when == "always";
  auto const* no_color = std::getenv("NO_COLOR");
  if (no_color != nullptr && *no_color != '\0') return false;
  auto const* term = std::getenv("TERM");
  return isatty(STDOUT_FILENO) != 0 && term != nullptr && std::string_view(term) != "dumb";
}

char const* code_of(Style style) {
  switch (style) {
    case Style::bold:
      return "\x1B[1m";
    case Style::faint:
      return "\x1B[2m";
    case Style::red:
      return "\x1B[1;31m";
    case Style::yellow:
      return "\x1B[1;33m";
    case Style::green:
      return "\x1B[32m";
    case Style::cyan:
      return "\x1B[36m";
    case Style::plain:
      break;
  }
  return "";
}

// The width in code points, without escape sequences; near enough to columns for wrapping.
std::size_t width_of(std::string_view word) {
  std::size_t width = 0;
  bool escape = false;
  for (auto const c : word) {
    if (c == '\x1B') escape = true;
    if (!escape && (static_cast<unsigned char>(c) & 0xC0U) != 0x80) ++width;
    if (escape && c == 'm') escape = false;
  }
  return width;
}

// Where the "::" stands that makes a line a command to a build server (GitHub, "Workflow commands"), which trims any
// white space before it; npos where it is none. The line must be valid UTF-8.
std::size_t build_command_at(std::string_view line) {
  std::size_t at = 0;
  while (auto const length = at < line.size() ? text::white_space_at(line, at) : 0) at += length;
  return line.substr(at).starts_with("::") ? at : line.npos;
}

// Blanks the "##[", "##vso[" and "##teamcity[" that a build server would obey anywhere in its log (GitHub, Azure
// Pipelines, TeamCity).
void blank_build_commands(std::u32string& line) {
  constexpr auto blank = U'\uFFFD';
  for (auto at = line.find(U"##"); at != line.npos; at = line.find(U"##", at + 1)) {
    auto name_end = at + 2;
    while (name_end < line.size() && text::is_letter(line[name_end])) ++name_end;
    if (name_end < line.size() && line[name_end] == U'[') line[at] = blank;
  }
}

}  // namespace

Terminal terminal(std::string_view when) { return {wants_colour(when), columns()}; }

std::string printable(std::string_view text) {
  bool const has_signs = text.find("::") != text.npos || text.find("##") != text.npos;
  if (!has_signs && text::is_harmless_utf8(text)) return std::string(text);
  auto line = text::to_utf32(text::repaired_utf8(text));
  for (auto& c : line) c = c == U'\n' || c == U'\t' || c == U'\r' ? U' ' : text::drives_terminal(c) ? U'\uFFFD' : c;
  blank_build_commands(line);
  auto printed = text::to_utf8(line);
  if (auto const at = build_command_at(printed); at != printed.npos) printed.replace(at, 1, "\uFFFD");
  return printed;
}

std::string styled(Terminal const& terminal, Style style, std::string_view text) {
  if (!terminal.colour || style == Style::plain) return std::string(text);
  return code_of(style) + std::string(text) + "\x1B[0m";
}

std::string wrapped(Terminal const& terminal, std::string_view text, std::size_t indent) {
  std::string out;
  std::size_t column = indent;
  bool line_starts = true;
  while (!text.empty()) {
    auto const blank = text.find(' ');
    auto const word = text.substr(0, blank);
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    auto const width = width_of(word);
    if (!line_starts && column + 1 + width > terminal.width && build_command_at(word) == word.npos) {
      out += "\n" + std::string(indent, ' ');
      column = indent;
      line_starts = true;
    }
    if (!line_starts) {
      out += ' ';
      ++column;
    }
    out += word;
    column += width;
    line_starts = false;
  }
  return out;
}

void before_messages(std::function<void()> action) { before_message = std::move(action); }

void complain(std::string const& message) {
  if (before_message) before_message();
  std::cerr << "quoth: " << printable(message) << '\n';
}

}  // namespace quoth::tools
