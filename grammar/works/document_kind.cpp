// SPDX-License-Identifier: MIT
#include "grammar/works/document_kind.hpp"

#include <cstdint>
#include <unordered_map>

#include "grammar_data.hpp"
#include "text/words/data_lines.hpp"

namespace quoth::grammar {

namespace {

enum Use : std::uint8_t { work = 1, about = 2, verb = 4, issue = 8, court = 16, written = 32 };

Use use_named(std::string_view name) {
  if (name == "work") return work;
  if (name == "about") return about;
  if (name == "verb") return verb;
  if (name == "written") return written;
  return name == "issue" ? issue : court;
}

std::unordered_map<WordKey, std::uint8_t> read_uses() {
  std::unordered_map<WordKey, std::uint8_t> uses;
  for (auto line : text::lines_of(embedded::document_kinds)) {
    auto const colon = line.find(": ");
    auto const use = use_named(line.substr(0, colon));
    line.remove_prefix(colon + 2);
    while (!line.empty()) {
      auto const word = line.substr(0, line.find(' '));
      uses[key_of(word)] |= use;
      line.remove_prefix(std::min(word.size() + 1, line.size()));
    }
  }
  return uses;
}

bool has_use(WordKey word, Use use) {
  static auto const uses = read_uses();
  auto const found = uses.find(word);
  return found != uses.end() && (found->second & use) != 0;
}

}  // namespace

bool is_work_noun(WordKey noun) { return has_use(noun, work); }
bool is_about_noun(WordKey noun) { return has_use(noun, about); }
bool is_document_verb(WordKey verb_key) { return has_use(verb_key, verb); }
bool is_issuing_verb(WordKey verb_key) { return has_use(verb_key, issue); }
bool is_written_noun(WordKey noun) { return has_use(noun, written); }
bool is_court_noun(WordKey noun) { return has_use(noun, court); }

}  // namespace quoth::grammar
