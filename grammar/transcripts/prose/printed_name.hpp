// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "text/words/words.hpp"

namespace quoth::transcripts {

// Names of people and bodies as title pages print them.

// Whether all words have a capital, besides those that link the parts of a name, and none is a number.
bool looks_like_name(std::string_view text);
// Whether the word of the text has a capital, or no letter with one.
bool has_capital(std::string_view text, text::Word const& word);

// Whether the name has a noun for a body that publishes: "Harbour Safety Board".
bool names_organisation(std::string_view name);
// Whether the line is names of people, "Parisa Rahimi and Kwame Osei": one of them at least has a given name that is
// known.
bool are_people(std::string_view line);
// Whether the part of a name is an office, and not the next of several authors: "Deputy Director".
bool has_role(std::string_view part);
// Whether what a program noted as author is a person's full name, and not that of a computer's account.
bool may_be_author(std::string_view name);

// Without the stop of the line, which is not that of "Inc.".
std::string without_stop(std::string text);
// Without its article: "the Harbour Safety Board".
std::string without_article(std::string_view name);

}  // namespace quoth::transcripts
