// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/tokens/article_language.hpp"
#include "grammar/tokens/word_class.hpp"
#include "grammar/tokens/word_key.hpp"
#include "quoth/document.hpp"

namespace quoth::grammar {

enum class TokenKind : std::uint8_t {
  word,
  number,
  handle,  // "@name"
  comma,
  semicolon,
  colon,
  full_stop,
  question_mark,
  exclamation_mark,
  ellipsis,
  dash,
  open_bracket,
  close_bracket,
  mark,       // a quotation mark
  quotation,  // a whole quotation, seen from outside; see outer_text.hpp
  paragraph_end,
  markup,  // "<...>" left in the text
  other
};

// Marks of one family open and close each other, however they are drawn.
enum class MarkFamily : std::uint8_t {
  none,
  double_mark,
  single_mark,
  guillemet,
  single_guillemet,
  corner,
  white_corner,
  block  // put by the tokenizer, without a character, around the words of a block quotation
};

struct Token {
  std::uint32_t first = 0;  // code points of the text
  std::uint32_t last = 0;
  TokenKind kind = TokenKind::other;
  MarkFamily family = MarkFamily::none;
  bool opens : 1 = false;  // of a mark: its neighbours allow it to open a quotation
  bool closes : 1 = false;
  bool weak : 1 = false;          // closes, but may as well be an apostrophe or an inch: "the voters’ rights", 12"
  bool capital : 1 = false;       // starts with a capital
  bool all_capitals : 1 = false;  // and has more than one letter
  bool possessive : 1 = false;    // ends in 's
  bool dotted : 1 = false;        // ends in a full stop that belongs to it
  bool spaced : 1 = false;        // white space before it
  bool title_case : 1 = false;    // in a line Written Like This
  bool hyphenated : 1 = false;    // its last part in lower case: "Min-seo"
  bool ends_ed : 1 = false;
  bool ends_ly : 1 = false;
  bool surer_ahead : 1 = false;  // of a mark: one that surely closes follows before the next that opens
  bool display : 1 = false;      // of a mark: in a headline, a deck or a pull quote
  bool carried : 1 = false;      // of a mark that may start speech: the next paragraph starts with one as well; of the
                                 // mark that closes a block: the next one is the same quotation's
  std::uint8_t closers_ahead = 0;  // of a mark: closing marks in excess of opening ones; see Ahead
  Classes classes;
  WordKey key = 0;  // of the word without 's; of a quotation token: its index

  bool is(TokenKind one) const { return kind == one; }
  bool has(WordClass one) const { return classes.has(one); }
  bool any(Classes of) const { return classes.any(of); }
  bool is_word() const { return kind == TokenKind::word; }
  bool ends_sentence() const {
    return kind == TokenKind::full_stop || kind == TokenKind::question_mark || kind == TokenKind::exclamation_mark ||
           kind == TokenKind::paragraph_end;
  }
};

using Tokens = std::vector<Token>;

// Tokenizer: cuts the document's blocks into tokens, with a paragraph_end after each block and marks around the words
// of block quotations, in one pass. The classes of words are those of the language.
Tokens scan(Document const& document, Language language);
inline Tokens scan(Document const& document) { return scan(document, language_of(document)); }

}  // namespace quoth::grammar
