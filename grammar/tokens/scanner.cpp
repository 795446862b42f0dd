// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "grammar/tokens/characters.hpp"
#include "grammar/tokens/class_lexicon.hpp"
#include "grammar/tokens/german_endings.hpp"
#include "grammar/tokens/german_tags.hpp"
#include "grammar/tokens/mark_sides.hpp"
#include "grammar/tokens/prose_token.hpp"
#include "grammar/tokens/quoted_block.hpp"
#include "text/unicode/numerals.hpp"

namespace quoth::grammar {

namespace {

using enum WordClass;

constexpr std::size_t longest_markup = 400;  // code points
class Scanner {
 public:
  Scanner(std::u32string_view text, Tokens& tokens, Language language)
      : text_(text), tokens_(tokens), lexicon_(lexicon(language)), german_(language == Language::german) {}

  void scan(Block const& whole, std::vector<QuotedBlock> const& quoted) {
    auto const block = whole.span;
    at_ = block.first;
    end_ = block.last;
    begin_ = block.first;
    auto const first_token = tokens_.size();
    for (auto const& part : quoted) {
      if (&part != &quoted.front()) end_paragraph(at_);
      at_ = std::max(at_, part.words.first);
      add_block_mark(at_).opens = true;
      while (at_ < part.words.last) scan_token();
      auto& closing = add_block_mark(part.words.last);
      closing.closes = true;
      closing.carried = part.goes_on;
    }
    while (at_ < end_) scan_token();
    mark_display(first_token, whole.kind);
    mark_title_case(first_token);
    end_paragraph(end_);
  }

 private:
  void end_paragraph(std::uint32_t at) {
    if (!tokens_.empty() && tokens_.back().dotted) add(TokenKind::full_stop, at_, at_);
    add(TokenKind::paragraph_end, at, at);
  }

  void mark_display(std::size_t first_token, BlockKind kind) {
    if (kind != BlockKind::heading && kind != BlockKind::deck && kind != BlockKind::pull_quote) return;
    for (auto i = first_token; i < tokens_.size(); ++i) tokens_[i].display = tokens_[i].is(TokenKind::mark);
  }

  // A short block whose words nearly all start with a capital is a headline, in which a capital does not indicate a
  // name.
  void mark_title_case(std::size_t first_token) {
    constexpr std::uint32_t longest_headline = 240;  // code points
    if (end_ - begin_ > longest_headline) return;
    std::uint32_t capitals = 0;
    std::uint32_t lower = 0;
    for (auto i = first_token; i < tokens_.size(); ++i) {
      auto const& token = tokens_[i];
      if (!token.is_word() || token.any(article | preposition | conjunction | to | any_pronoun | auxiliary)) continue;
      ++(token.capital ? capitals : lower);
    }
    if (capitals < 4 || lower * 5 > capitals) return;
    for (auto i = first_token; i < tokens_.size(); ++i) tokens_[i].title_case = true;
  }

  char32_t peek(std::size_t ahead = 0) const { return at_ + ahead < end_ ? text_[at_ + ahead] : U' '; }
  char32_t before(std::uint32_t at) const { return at > begin_ ? text_[at - 1] : U' '; }

  Token& add(TokenKind kind, std::uint32_t first, std::uint32_t last) {
    auto& token = tokens_.emplace_back();
    token.kind = kind;
    token.first = first;
    token.last = last;
    token.spaced = spaced_;
    spaced_ = false;
    return token;
  }

  Token& add_block_mark(std::uint32_t at) {
    auto& mark = add(TokenKind::mark, at, at);
    mark.family = MarkFamily::block;
    return mark;
  }

  void scan_token() {
    switch (kind_of(text_[at_])) {
      case CharKind::space:
        spaced_ = true;
        ++at_;
        break;
      case CharKind::ignorable:
        ++at_;
        break;
      case CharKind::letter:
      case CharKind::capital:
        scan_word();
        break;
      case CharKind::digit:
        scan_number();
        break;
      case CharKind::mark:
        scan_mark();
        break;
      case CharKind::dash:
        scan_dash();
        break;
      case CharKind::punctuation:
        scan_punctuation();
        break;
    }
  }

  void scan_dash() {
    auto const first = at_;
    while (at_ < end_ && kind_of(text_[at_]) == CharKind::dash) ++at_;
    add(TokenKind::dash, first, at_);
  }

  void scan_punctuation() {
    auto const first = at_;
    switch (text_[at_++]) {
      case U',':
        add(TokenKind::comma, first, at_);
        break;
      case U';':
        add(TokenKind::semicolon, first, at_);
        break;
      case U':':
        add(TokenKind::colon, first, at_);
        break;
      case U'!':
        add(TokenKind::exclamation_mark, first, at_);
        break;
      case U'?':
        add(TokenKind::question_mark, first, at_);
        break;
      case U'…':
        add(TokenKind::ellipsis, first, at_);
        break;
      case U'.':
        scan_full_stop(first);
        break;
      case U'(':
      case U'[':
      case U'{':
        add(TokenKind::open_bracket, first, at_);
        break;
      case U')':
      case U']':
      case U'}':
        add(TokenKind::close_bracket, first, at_);
        break;
      case U'<':
        scan_markup(first);
        break;
      case U'@':
        if (at_ < end_ && is_letter(text_[at_])) {
          scan_word();
          tokens_.back().kind = TokenKind::handle;
          tokens_.back().first = first;
          tokens_.back().classes = {};
          break;
        }
        [[fallthrough]];
      default:
        add(TokenKind::other, first, at_);
    }
  }

  // "." or "..." or ". . ."
  void scan_full_stop(std::uint32_t first) {
    auto last = at_;
    for (;;) {
      auto next = last;
      if (next < end_ && is_space(text_[next])) ++next;
      if (next >= end_ || text_[next] != U'.') break;
      last = next + 1;
    }
    add(last - first > 2 ? TokenKind::ellipsis : TokenKind::full_stop, first, last);
    at_ = last;
  }

  // "<tweet id="7">"; a lone "<" stays punctuation.
  void scan_markup(std::uint32_t first) {
    if (is_letter(peek()) || peek() == U'/' || peek() == U'!') {
      auto const limit = std::min<std::size_t>(end_, first + longest_markup);
      for (auto i = at_; i < limit && text_[i] != U'<'; ++i) {
        if (text_[i] != U'>') continue;
        at_ = i + 1;
        add(TokenKind::markup, first, at_);
        return;
      }
    }
    add(TokenKind::other, first, at_);
  }

  void scan_number() {
    auto const first = at_;
    while (at_ < end_) {
      auto const c = text_[at_];
      bool const inner = (c == U',' || c == U'.' || c == U':' || c == U'-') && is_digit(peek(1));
      if (!inner && !is_digit(c) && !is_letter(c)) break;
      ++at_;
    }
    auto& token = add(TokenKind::number, first, at_);
    // "am 14. Dezember": a German ordinal.
    constexpr std::uint32_t longest_ordinal = 2;  // digits; what is longer is a year
    if (german_ && at_ - first <= longest_ordinal && peek() == U'.' && is_space(peek(1)) && is_letter(peek(2))) {
      ++at_;
      token.last = at_;
      token.dotted = true;
    }
  }

  bool continues_word(char32_t c) const {
    auto const next = peek(1);
    bool const joins = c == U'\'' || c == U'’' || c == U'-' || c == U'‐' || c == U'‑' || c == U'&';
    return joins && (is_letter(next) || is_digit(next));
  }

  // Whether a full stop is inside a word: "U.S.", "Ph.D.", "harrow.example".
  bool is_inner_full_stop(std::uint32_t part) const {
    if (kind_of(peek(1)) == CharKind::letter && at_ - part > 2) return true;
    return at_ - part == 1 || (at_ - part == 2 && kind_of(text_[part]) == CharKind::capital);
  }

  // State of the word being read.
  struct Reading {
    WordKey key = empty_key;
    WordKey possessive_key = empty_key;  // up to the last apostrophe
    std::uint32_t apostrophe = 0;
    std::uint32_t part = 0;      // start of the part after the last full stop
    std::uint32_t compound = 0;  // start of the part after the last hyphen
    std::uint32_t capitals = 0;
    std::uint32_t letters = 0;
  };

  void read_letters(Reading& word) {
    for (; at_ < end_; ++at_) {
      auto const kind = kind_of(text_[at_]);
      if (kind > CharKind::digit) return;
      word.capitals += kind == CharKind::capital;
      ++word.letters;
      word.key = extend(word.key, fold_case(text_[at_]));
    }
  }

  // Reads a sign between two letters that belongs to the word; false if it does not.
  bool read_joint(Reading& word) {
    if (at_ >= end_) return false;
    auto const c = text_[at_];
    if (kind_of(c) == CharKind::ignorable) {
      ++at_;
      return true;
    }
    if (c == U'.' && is_letter(peek(1)) && is_inner_full_stop(word.part)) {
      word.part = at_ + 1;
    } else if (!continues_word(c)) {
      return false;
    } else if (c == U'\'' || c == U'’') {
      word.apostrophe = at_;
      word.possessive_key = word.key;
    } else {
      word.compound = at_ + 1;
    }
    word.key = extend(word.key, fold_case(c));
    ++at_;
    return true;
  }

  WordKey key_between(std::uint32_t first, std::uint32_t last) const {
    auto key = empty_key;
    for (auto i = first; i < last; ++i) key = extend(key, fold_case(text_[i]));
    return key;
  }

  void scan_word() {
    auto const first = at_;
    Reading word;
    word.part = word.compound = first;
    do {
      read_letters(word);
    } while (read_joint(word));
    auto& token = add(TokenKind::word, first, at_);
    token.capital = kind_of(text_[first]) == CharKind::capital;
    token.all_capitals = word.capitals > 1 && word.capitals == word.letters;
    token.possessive =
        word.apostrophe > 0 && word.apostrophe + 2 == at_ && fold_case(text_[word.apostrophe + 1]) == U's';
    auto const letters = text_.substr(first, at_ - first);
    token.ends_ed = german_ ? has_past_ending(letters) : ends_in(first, U'e', U'd');
    token.ends_ly = german_ ? is_inflected(letters) : ends_in(first, U'l', U'y');
    token.key = token.possessive ? word.possessive_key : word.key;
    token.classes = lexicon_.classes_of(word.key);
    if (token.classes == Classes() && token.possessive) token.classes = lexicon_.classes_of(word.possessive_key);
    bool const compound = word.compound > first;
    token.hyphenated = compound && kind_of(text_[word.compound]) == CharKind::letter;
    if (token.classes == Classes() && compound) token.classes = compound_classes(token, word.compound);
    if (german_ && token.capital && token.classes == Classes()) {
      token.classes = classes_of_end(letters, lexicon_);
      token.ends_ly = ends_like_adverb(letters);
    }
    take_full_stop(token, word.part);
    part_from_sentence_before(tokens_.size() - 1);
  }

  // The classes of a compound: "vice-chairman". "Jean-Paul" is a given name as "Jean" is, though perhaps of the other
  // sex.
  Classes compound_classes(Token const& token, std::uint32_t last_part) const {
    auto const last = lexicon_.classes_of(key_between(last_part, at_));
    auto const first = lexicon_.classes_of(key_between(token.first, last_part - 1));
    if (token.capital && first.has(given_name) && kind_of(text_[last_part]) == CharKind::capital)
      return last.has(given_name) ? (last & (man | woman | given_name)) : Classes(given_name);
    return last & inherited_classes;
  }

  // Whether the word from `first` to here ends in these two letters and is longer than three.
  bool ends_in(std::uint32_t first, char32_t last_but_one, char32_t last) const {
    return at_ - first > 3 && text_[at_ - 1] == last && text_[at_ - 2] == last_but_one;
  }

  // Adds the full stop of an initial or an abbreviation to its word.
  void take_full_stop(Token& token, std::uint32_t part) {
    if (peek() != U'.' || peek(1) == U'.') return;
    bool const initial = at_ - part == 1 && (token.capital || part > token.first);
    bool const known = token.has(abbreviation) && (token.capital || token.has(lower_abbreviation));
    // "Elisabeth II. sagte"
    bool const roman = german_ && token.all_capitals && is_space(peek(1)) && is_letter(peek(2)) &&
                       text::roman_value_in_name(text_.substr(token.first, at_ - token.first)) != 0;
    bool const number_sign = token.key == key_of("no");
    if (!initial && !known && !roman) return;
    if (number_sign && !is_digit(peek(2))) return;
    if (initial && token.key == key_of("a")) token.classes = {};  // no article: "Maud A. Pell"
    ++at_;
    token.last = at_;
    token.dotted = true;
  }

  // Adds a full stop where that of an abbreviation also ends the sentence: "in the U.S. The mayor".
  void part_from_sentence_before(std::size_t index) {
    if (index == 0 || !tokens_[index - 1].dotted || tokens_[index - 1].has(title)) return;
    auto const& token = tokens_[index];
    if (!token.capital || !token.any(article | subject | demonstrative | conjunction | possessive)) return;
    if (token.last - token.first == 1 && token.key != key_of("i")) return;
    Token stop;
    stop.kind = TokenKind::full_stop;
    stop.first = stop.last = tokens_[index - 1].last;
    tokens_.insert(tokens_.begin() + static_cast<std::ptrdiff_t>(index), stop);
  }

  // Reads a quotation mark; two backticks or two single marks are one double mark.
  void scan_mark() {
    auto const first = at_;
    auto const c = text_[at_];
    // Of three in a row at the end of a word, the first closes a single quotation.
    bool const single_first = peek(2) == c && !is_space(before(at_));
    bool const doubled =
        (c == U'`' || c == U'\'' || c == U'’' || c == U'‘' || c == U'‚') && peek(1) == c && !single_first;
    at_ += doubled ? 2 : 1;
    auto const sides = mark_sides(text_.substr(begin_, end_ - begin_), first - begin_, at_ - begin_);
    auto& token = add(TokenKind::mark, first, at_);
    token.family = sides.family;
    token.opens = sides.opens;
    token.closes = sides.closes;
    token.weak = sides.weak;
    if (!token.opens && !token.closes) token.kind = TokenKind::other;
  }

  std::u32string_view text_;
  Tokens& tokens_;
  Lexicon const& lexicon_;
  std::uint32_t at_ = 0;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  bool spaced_ = false;
  bool german_ = false;
};

}  // namespace

Tokens scan(Document const& document, Language language) {
  Tokens tokens;
  tokens.reserve(document.text().size() / 5 + 16);
  Scanner scanner(document.text(), tokens, language);
  auto const quoted = quoted_blocks(document);
  for (std::size_t i = 0; i < quoted.size(); ++i) scanner.scan(document.blocks()[i], quoted[i]);
  if (language == Language::german) tag_german(tokens, lexicon(language));
  return tokens;
}

}  // namespace quoth::grammar
