// SPDX-License-Identifier: MIT
#include "text/names/name_lexicon.hpp"

#include "text/words/data_lines.hpp"
#include "text_data.hpp"

namespace quoth::text {

namespace {

Gender gender_named(char letter) {
  return letter == 'f' ? Gender::female : letter == 'm' ? Gender::male : Gender::unknown;
}

NameLexicon load() {
  NameLexicon lexicon;
  for (auto const line : lines_of(embedded::name_titles)) {
    auto const blank = line.rfind(' ');
    auto const flags = line.substr(blank + 1);
    lexicon.titles.emplace(line.substr(0, blank), TitleEntry{gender_named(flags.front()), flags.ends_with('r')});
  }
  lexicon.given.reserve(given_names().size());
  for (auto const& entry : given_names()) lexicon.given.emplace(entry.name, entry.gender);
  for (auto line : lines_of(embedded::short_names)) {
    auto const full = line.substr(0, line.find(' '));
    lexicon.full_names.emplace(full, full);
    while (line.find(' ') != line.npos) {
      line.remove_prefix(line.find(' ') + 1);
      lexicon.full_names.emplace(line.substr(0, line.find(' ')), full);
    }
  }
  return lexicon;
}

}  // namespace

NameLexicon const& name_lexicon() {
  static NameLexicon const lexicon = load();
  return lexicon;
}

std::vector<GivenName> const& given_names() {
  static std::vector<GivenName> const names = [] {
    std::vector<GivenName> list;
    for (auto const line : lines_of(embedded::given_names))
      list.push_back({line.substr(2), gender_named(line.front())});
    return list;
  }();
  return names;
}

std::vector<GivenName> const& name_titles() {
  static std::vector<GivenName> const titles = [] {
    std::vector<GivenName> list;
    for (auto const line : lines_of(embedded::name_titles)) {
      auto const blank = line.rfind(' ');
      list.push_back({line.substr(0, blank), gender_named(line[blank + 1])});
    }
    return list;
  }();
  return titles;
}

bool is_short_form(std::string_view a, std::string_view b) {
  auto const& full_names = name_lexicon().full_names;
  auto const [first_a, last_a] = full_names.equal_range(a);
  auto const [first_b, last_b] = full_names.equal_range(b);
  for (auto i = first_a; i != last_a; ++i) {
    for (auto j = first_b; j != last_b; ++j) {
      if (i->second == j->second) return true;
    }
  }
  return false;
}

}  // namespace quoth::text
