// SPDX-License-Identifier: MIT
#include "tools/quotes/markdown_words.hpp"

#include <fmt/format.h>

#include <utility>

namespace quoth::tools {

namespace {

// As a link's destination between < and >.
std::string destination(std::string_view url) {
  std::string out;
  for (auto const c : url) {
    bool const is_plain = c > ' ' && c < 0x7F && std::string_view("<>\\").find(c) == std::string_view::npos;
    out += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace

std::string in_markdown_words(std::string_view text) {
  std::string out;
  for (auto const c : text) {
    if (std::string_view("\\`*_{}[]<>#&|~!").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  // Addresses become links by themselves (GitHub Flavored Markdown, 6.9).
  for (auto const& [address, escaped] : {std::pair{"://", "\\://"}, {"www.", "www\\."}, {"@", "\\@"}}) {
    auto const length = std::string_view(escaped).size();
    for (auto at = out.find(address); at != out.npos; at = out.find(address, at + length))
      out.replace(at, std::string_view(address).size(), escaped);
  }
  // "1. " and "- " would begin a list.
  auto const number = out.find_first_not_of("0123456789");
  if (number != out.npos && number > 0 && (out[number] == '.' || out[number] == ')')) out.insert(number, "\\");
  if (out.starts_with('-') || out.starts_with('+') || out.starts_with('=')) out.insert(0, "\\");
  return out;
}

std::string markdown_link(std::string_view words, std::string_view url) {
  auto const escaped = in_markdown_words(words);
  return url.empty() ? escaped : "[" + escaped + "](<" + destination(url) + ">)";
}

}  // namespace quoth::tools
