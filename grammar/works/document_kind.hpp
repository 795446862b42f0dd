// SPDX-License-Identifier: MIT
#pragma once

#include "grammar/tokens/word_key.hpp"

namespace quoth::grammar {

// Whether the noun names a document that is quoted as itself: "report", "ruling". Not a message, such as a statement or
// a tweet, whose words are those of whoever sent it.
bool is_work_noun(WordKey noun);
// Whether "of" behind that noun says what the document is about: "a study of the council".
bool is_about_noun(WordKey noun);
// Whether documents do so: "the ruling holds".
bool is_document_verb(WordKey verb);
// Whether the verb says who issued a document: "published", "wrote".
bool is_issuing_verb(WordKey verb);
// Whether the document is one person's, who "wrote" it: "memo", not "lawsuit".
bool is_written_noun(WordKey noun);
// Whether "they" stands for the noun: "terms", "rules".
bool is_plural_noun(WordKey noun);
// Whether what the noun names holds "under" it: "act", "contract".
bool is_rule_noun(WordKey noun);
// Whether the noun names what speaks in a case: "the court".
bool is_court_noun(WordKey noun);

}  // namespace quoth::grammar
