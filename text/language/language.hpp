// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth::text {

// The language that a text is in, as BCP 47 ("de"), by CLD2, a naive Bayes classifier of runs of four letters
// (https://github.com/CLD2Owners/cld2); empty where the text is short, mixed or doubtful. Looks at the first 4,096
// characters. May be called from several threads.
std::string detected_language(std::u32string_view text);
std::string detected_language(std::string_view utf8);

// "en" or "de" where function words show it, also in a few words; empty where they do not. May be called from several
// threads.
std::string language_by_function_words(std::u32string_view text);

// The language of a text whose file says that it is in `declared`, a tag or a language's name, which may be empty. A
// text that plainly is in another language is believed more than its file, as in it a template's default may stand.
std::string language_of(std::string_view declared, std::u32string_view text);

// The language without script and country: "de" of "de-AT". What goes by several tags has one: "nb" is "no".
std::string base_language(std::string_view tag);

// The language's English name: "German". The tag itself where it has none.
std::string language_name(std::string_view tag);

}  // namespace quoth::text
