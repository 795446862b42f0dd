// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "quoth/candidate.hpp"
#include "quoth/document.hpp"
#include "quoth/quotation.hpp"

namespace quoth::match {

// Whom a headline means that names somebody by a role, "Librarian: “…”": the one whom the article gives that role. Its
// attribution with that speaker; as it is where it names somebody, or nobody has the role.
std::optional<Attribution> attribution_of_display(Document const& document, Quotation const& quotation);

// Whether a headline credits one person of the article with what a quotation of the article has another person say.
// Only people count: what the police said may be in their chief's words.
bool credits_another(Attribution const& display, Turn const& own_turn, Attribution const& own,
                     std::vector<std::string> const& namesakes);

// Whether a headline names the speaker of a quotation of the article.
bool credits_same(std::optional<Attribution> const& display, Turn const& own_turn);

}  // namespace quoth::match
