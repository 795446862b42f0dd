// SPDX-License-Identifier: MIT
#include "grammar/tokens/source_line.hpp"

#include <algorithm>
#include <array>

#include "grammar/tokens/characters.hpp"
#include "text/unicode/letter_case.hpp"

namespace quoth::grammar {

namespace {

constexpr std::uint32_t longest_source = 200;  // code points
constexpr std::uint32_t longest_note = 100;    // code points, of what brackets hold
constexpr std::uint32_t most_words = 24;       // of a source line
constexpr std::uint32_t few_words = 8;         // of one that ends like a sentence

bool is_dash(char32_t c) { return kind_of(c) == CharKind::dash; }

bool ends_sentence(char32_t c) {
  constexpr std::u32string_view ends = U".!?…\"”’»'*])";
  return ends.find(c) != ends.npos;
}

class BlockEnd {
 public:
  BlockEnd(std::u32string_view text, Span block) : text_(text), block_(block) {}

  Span words() const {
    auto const first = block_.last - std::min(block_.size(), longest_source);
    for (auto i = first; i < block_.last; ++i) {
      if (is_dash(text_[i]) && (i == block_.first || !is_dash(text_[i - 1])) && may_end_words(i) && is_source(i))
        return until(i);
    }
    if (auto const opening = bracket(); opening != block_.last && may_end_words(opening) && is_note(opening + 1))
      return until(opening);
    return block_;
  }

 private:
  // The block up to `end`, without blanks.
  Span until(std::uint32_t end) const {
    while (end > block_.first && is_space(text_[end - 1])) --end;
    return {block_.first, end};
  }

  // Whether the quoted words may end before this place: at the start of a line, or behind a sentence.
  bool may_end_words(std::uint32_t at) const {
    auto before = at;
    while (before > block_.first && is_space(text_[before - 1])) {
      if (text_[--before] == U'\n') return true;
    }
    return before == block_.first || ends_sentence(text_[before - 1]);
  }

  // Whether the dash and the words behind it name a source: it begins with a capital, or with a title in marks, and is
  // no sentence. Below the quotation a few words are one however they begin: "— 12 Monkeys", "— iOS notes".
  bool is_source(std::uint32_t dash) const {
    auto first = dash;
    while (first < block_.last && (is_dash(text_[first]) || is_space(text_[first]))) ++first;
    if (first < block_.last && kind_of(text_[first]) == CharKind::mark) ++first;
    if (first == block_.last) return false;
    auto const last = text_[block_.last - 1];
    auto const count = words_between(first, block_.last);
    bool const below = dash == block_.first && count <= few_words && !ends_sentence(last);
    if (!(kind_of(text_[first]) == CharKind::capital || text_[first] == U'@' || begins_small(first) || below))
      return false;
    return last != U'!' && last != U'?' && count <= (last == U'.' ? few_words : most_words);
  }

  // "the Harbour Board", "from The Harbour"
  bool begins_small(std::uint32_t at) const {
    constexpr std::array<std::u32string_view, 4> words{U"the ", U"from ", U"via ", U"as "};
    return std::ranges::any_of(words, [&](std::u32string_view word) { return text_.substr(at).starts_with(word); });
  }

  std::uint32_t words_between(std::uint32_t first, std::uint32_t last) const {
    std::uint32_t count = 1;
    for (auto i = first; i < last; ++i) count += is_space(text_[i]);
    return count;
  }

  // Where the bracket opens that ends the block; the block's end where none does.
  std::uint32_t bracket() const {
    auto end = block_.last;
    if (end > block_.first && text_[end - 1] == U'.') --end;
    if (end == block_.first || (text_[end - 1] != U')' && text_[end - 1] != U']')) return block_.last;
    auto const opens = text_[end - 1] == U')' ? U'(' : U'[';
    for (auto i = end - 1; i-- > block_.first && end - i < longest_note;) {
      if (text_[i] == opens) return i;
    }
    return block_.last;
  }

  // Whether the words in brackets are about the quotation: a name, a number or what an editor did.
  bool is_note(std::uint32_t first) const {
    auto const inside = text_.substr(first, block_.last - first);
    if (std::ranges::any_of(inside, is_digit)) return true;
    constexpr std::array<std::u32string_view, 7> words{U"emphasis", U"italics", U"citation", U"omitted",
                                                       U"added",    U"cleaned", U"translat"};
    std::u32string lower(inside);
    std::ranges::transform(lower, lower.begin(), text::to_lower);
    if (std::ranges::any_of(words, [&](std::u32string_view word) { return lower.find(word) != lower.npos; }))
      return true;
    auto const is_word_end = [&](std::size_t i) { return i == 0 || is_space(inside[i - 1]); };
    std::size_t small = 0;  // words in lower case
    for (std::size_t i = 0; i < inside.size(); ++i) small += is_word_end(i) && kind_of(inside[i]) == CharKind::letter;
    return kind_of(inside.front()) == CharKind::capital && small <= 2 && words_between(first, block_.last) <= few_words;
  }

  std::u32string_view text_;
  Span block_;
};

}  // namespace

Span words_without_source(std::u32string_view text, Span block) { return BlockEnd(text, block).words(); }

bool is_citation(std::u32string_view block) {
  if (block.size() > longest_source || kind_of(block.front()) != CharKind::capital) return false;
  auto const words = static_cast<std::uint32_t>(std::ranges::count_if(block, is_space)) + 1;
  if (words > most_words) return false;
  auto const opening = block.rfind(U'(');
  bool const has_year = opening != block.npos && block.find_last_of(U')') + 2 >= block.size() &&
                        std::ranges::any_of(block.substr(opening), is_digit);
  return has_year && (block.find(U" v. ") != block.npos || block.find(U',') < opening);
}

}  // namespace quoth::grammar
