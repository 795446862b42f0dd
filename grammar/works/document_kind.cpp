// SPDX-License-Identifier: MIT
#include "grammar/works/document_kind.hpp"

#include <cstdint>

#include "grammar/tokens/word_table.hpp"
#include "grammar_data.hpp"

namespace quoth::grammar {

namespace {

enum Use : std::uint8_t {
  work = 1,
  about = 2,
  verb = 4,
  issue = 8,
  court = 16,
  written = 32,
  several = 64,
  rule = 128
};

Use use_named(std::string_view name) {
  if (name == "work") return work;
  if (name == "about") return about;
  if (name == "verb") return verb;
  if (name == "written") return written;
  if (name == "several") return several;
  if (name == "rule") return rule;
  return name == "issue" ? issue : court;
}

WordTable<std::uint8_t> read_uses() {
  WordTable<std::uint8_t> uses(1024);  // slots, for some three hundred words
  for_each_listed(embedded::document_kinds, use_named,
                  [&](Use use, std::string_view word) { uses[key_of(word)] |= use; });
  return uses;
}

bool has_use(WordKey word, Use use) {
  static auto const uses = read_uses();
  return (uses.find(word) & use) != 0;
}

}  // namespace

bool is_work_noun(WordKey noun) { return has_use(noun, work); }
bool is_about_noun(WordKey noun) { return has_use(noun, about); }
bool is_document_verb(WordKey verb_key) { return has_use(verb_key, verb); }
bool is_issuing_verb(WordKey verb_key) { return has_use(verb_key, issue); }
bool is_written_noun(WordKey noun) { return has_use(noun, written); }
bool is_plural_noun(WordKey noun) { return has_use(noun, several); }
bool is_rule_noun(WordKey noun) { return has_use(noun, rule); }
bool is_court_noun(WordKey noun) { return has_use(noun, court); }

}  // namespace quoth::grammar
