// SPDX-License-Identifier: MIT
#include "match/words/contraction.hpp"

#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include "match/words/phrase_lines.hpp"
#include "match/words/word_filter.hpp"
#include "match/words/word_id.hpp"
#include "match_data.hpp"
#include "text/words/data_lines.hpp"
#include "text/words/lines.hpp"

namespace quoth::match {

namespace {

struct Expansions {
  std::unordered_map<std::string_view, Expansion> by_form;
  WordFilter forms;
};

Expansions read_expansions() {
  Expansions found;
  for (auto line : text::lines_of(embedded::contractions)) {
    auto const equals = line.find('=');
    auto form = text::trimmed(line.substr(0, equals));
    Expansion expansion;
    expansion.informal = form.starts_with('~');
    expansion.one_word = form.starts_with('+');
    if (expansion.informal || expansion.one_word) form.remove_prefix(1);
    expansion.words = split_fields(line.substr(equals + 1), ' ');
    found.by_form.emplace(form, std::move(expansion));
    found.forms.add(word_id(form));
  }
  return found;
}

Expansions const& all_expansions() {
  static auto const expansions = read_expansions();
  return expansions;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> clitics{
    {{"n't", "not"}, {"'ll", "will"}, {"'ve", "have"}, {"'re", "are"}, {"'m", "am"}, {"'s", "'s"}, {"'d", "'d"}}};

// The clitic at the end of the key; empty if there is none.
std::string_view clitic_of(std::string_view key) {
  for (auto const& [clitic, word] : clitics) {
    if (key.size() > clitic.size() && key.ends_with(clitic)) return clitic;
  }
  return {};
}

}  // namespace

Expansion const* find_expansion(std::string_view key, std::uint64_t id) {
  auto const& expansions = all_expansions();
  if (!expansions.forms.may_hold(id)) return nullptr;
  auto const found = expansions.by_form.find(key);
  return found == expansions.by_form.end() ? nullptr : &found->second;
}

WordFilter const& expanded_forms() { return all_expansions().forms; }

PartedWord::PartedWord(std::string_view key) : stem_(key) {
  while (count_ < clitics_.size()) {
    auto const clitic = clitic_of(stem_);
    if (clitic.empty()) break;
    ++count_;
    clitics_.at(clitics_.size() - count_) = clitic;
    stem_.remove_suffix(clitic.size());
  }
}

std::string_view clitic_word(std::string_view clitic) {
  for (auto const& [form, word] : clitics) {
    if (form == clitic) return word;
  }
  return clitic;
}

}  // namespace quoth::match
