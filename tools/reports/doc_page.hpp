// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quoth/edit_class.hpp"
#include "quoth/finding.hpp"
#include "quoth/verdict.hpp"

namespace quoth::tools {

// The page of docs/verdicts or docs/edits on it, Markdown. A row of the table without a page does not compile.
std::string_view page_of(Verdict verdict);
std::string_view page_of(EditClass edit_class);
// The names of all that have one, those of verdicts first.
std::vector<std::string_view> names_with_pages();

// A page with the name of what it is about; both are empty where there is none.
struct NamedPage {
  std::string_view name;
  std::string_view text;
};
// By the name of a verdict or of a class of edits, whatever its case, and with blanks, hyphens or underscores.
NamedPage page_named(std::string_view name);
// What to say of a name that has none: the nearest one, or all.
std::string unknown_page(std::string_view name);

// What to do about a finding of that verdict, in one sentence: the first of the page's last part.
std::string advice(Verdict verdict);
// The same about a finding; where only the place is wrong, of that class's page.
std::string advice(Finding const& finding);

}  // namespace quoth::tools
