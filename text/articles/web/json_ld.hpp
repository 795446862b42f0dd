// SPDX-License-Identifier: MIT
#pragma once

#include "quoth/document.hpp"
#include "text/json/json_value.hpp"
#include "text/markup/markup.hpp"

namespace quoth::text {

// The article inside JSON-LD, alone or in a list or graph; nothing if there is none.
JsonValue json_ld_article_of(JsonValue root);

// Fills what the document lacks from the JSON-LD of its page.
void add_json_ld(Markup const& page, Document& document);

}  // namespace quoth::text
