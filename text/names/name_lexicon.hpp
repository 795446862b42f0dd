// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <unordered_map>

#include "text/names/person_name.hpp"

namespace quoth::text {

struct TitleEntry {
  Gender gender = Gender::unknown;
  bool ends_role = false;  // "Secretary" ends "White House Press Secretary"
};

// The lists of names in data/. Keys are matching keys.
struct NameLexicon {
  std::unordered_map<std::string_view, TitleEntry> titles;
  std::unordered_map<std::string_view, Gender> given;
  // Maps a form of a name to the full names it can stand for.
  std::unordered_multimap<std::string_view, std::string_view> full_names;

  bool is_given_name(std::string_view key) const { return given.contains(key); }
};

NameLexicon const& name_lexicon();

}  // namespace quoth::text
