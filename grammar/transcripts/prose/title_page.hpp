// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "grammar/transcripts/prose/paragraphs.hpp"

namespace quoth::transcripts {

// What a text says of itself; empty where it says nothing.
struct TitlePage {
  std::string title;
  std::string author;
  std::string issuer;
  std::string date;  // YYYY-MM-DD
};

// Reads the title page of a text and the fields at its head: "Title: …", "Author: …", "FROM: …"; "by George Eliot";
// "Harbour Safety Board" above the title, "Report of the Harbour Safety Board"; a date on a line of its own. A letter
// is by who signs it.
TitlePage read_title_page(std::span<Paragraph const> paragraphs);

}  // namespace quoth::transcripts
