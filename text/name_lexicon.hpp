// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "quoth/person_name.hpp"

namespace quoth {

struct TitleEntry {
  Gender gender = Gender::unknown;
  bool ends_role = false;  // "Secretary" ends "White House Press Secretary"
};

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

// The lists of data/ that know about names.
struct NameLexicon {
  template <class Value>
  using Map = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

  Map<TitleEntry> titles;
  Map<Gender> given;
  // A form to the full names it can stand for.
  std::unordered_multimap<std::string_view, std::string_view> full_names;

  bool is_given_name(std::string_view key) const { return given.contains(key); }
};

NameLexicon const& name_lexicon();

}  // namespace quoth
