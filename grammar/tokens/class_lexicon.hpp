// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "grammar/tokens/article_language.hpp"
#include "grammar/tokens/word_class.hpp"
#include "grammar/tokens/word_table.hpp"

namespace quoth::grammar {

// Maps the key of a word to its classes, from the lists in data/.
class Lexicon {
 public:
  explicit Lexicon(Language language);
  Classes classes_of(WordKey key) const { return table_.find(key); }

 private:
  void add(WordKey key, Classes classes) { table_[key] |= classes; }
  void add_utf8(std::string_view word, Classes classes);
  void load(std::string_view data);
  void load_verbs(std::string_view data);
  void load_separable(std::string_view data);
  void load_nouns(std::string_view data);
  void load_names();

  WordTable<Classes> table_;
};

Lexicon const& lexicon(Language language = Language::english);

}  // namespace quoth::grammar
