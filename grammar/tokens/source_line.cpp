// SPDX-License-Identifier: MIT
#include "grammar/tokens/source_line.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "grammar/tokens/characters.hpp"
#include "grammar/tokens/class_lexicon.hpp"
#include "grammar/tokens/place_words.hpp"

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

// A word of a source line or a note.
struct SourceWord {
  WordKey key = empty_key;
  Classes classes;
  std::uint32_t last = 0;
  bool small = false;  // begins in lower case
};

// The next word from `at` up to `end`; nothing where there is none.
std::optional<SourceWord> next_word(std::u32string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end && !is_letter(text[at])) ++at;
  if (at == end) return std::nullopt;
  SourceWord word;
  word.small = kind_of(text[at]) == CharKind::letter;
  for (; at < end && (is_letter(text[at]) || text[at] == U'’' || text[at] == U'\''); ++at)
    word.key = extend(word.key, fold_case(text[at]));
  word.last = at;
  word.classes = lexicon().classes_of(word.key);
  return word;
}

// Words that a name, a title or a reference does not begin with, as sentences do: "We", "And", "Never".
bool begins_sentence(SourceWord const& word) {
  constexpr auto sentence = any_pronoun | WordClass::subject | WordClass::conjunction | WordClass::subordinator |
                            WordClass::auxiliary | WordClass::modal | WordClass::not_ | WordClass::demonstrative |
                            WordClass::wh_word;
  constexpr std::array<WordKey, 4> answers{key_of("no"), key_of("yes"), key_of("nobody"), key_of("then")};
  auto const as_source = word.key == key_of("as");
  return !as_source && (word.classes.any(sentence) || std::ranges::find(answers, word.key) != answers.end());
}

// Words that only a sentence has, in lower case.
bool is_of_sentence(SourceWord const& word) {
  constexpr auto own = WordClass::i | WordClass::we | WordClass::you | WordClass::auxiliary | WordClass::modal |
                       WordClass::not_ | WordClass::subject;
  return word.small && word.classes.any(own) && !word.classes.any(WordClass::relative);
}

// Not "notes", "reports", which are nouns too.
bool is_finite(SourceWord const& word) {
  return word.small && word.classes.any(Classes(WordClass::verb) | WordClass::past) &&
         !word.classes.any(WordClass::gerund | WordClass::preposition);
}

// Words in lower case that references and titles have.
bool is_of_reference(SourceWord const& word) {
  return word.classes.any(Classes(WordClass::preposition) | WordClass::article | WordClass::of | WordClass::and_ |
                          WordClass::particle | WordClass::month) ||
         is_reference_word(word.key) || word.key == key_of("re");  // "In re Reed"
}

// Words for what an editor did, and what he did it to: "emphasis", "added".
bool is_editorial_object(EditorialWord word) {
  return word == EditorialWord::emphasis || word == EditorialWord::citation || word == EditorialWord::translated;
}
bool is_editorial_edit(EditorialWord word) {
  return word == EditorialWord::added || word == EditorialWord::omitted || word == EditorialWord::original ||
         word == EditorialWord::altered || word == EditorialWord::cleaned;
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
    if (last == U'!' || last == U'?' || count > (last == U'.' ? few_words : most_words)) return false;
    return !is_sentence(first, last == U'.');
  }

  // Whether the words from `at` on are a sentence, and no source. Behind a name and a comma a title may have a
  // sentence's words, "Ana Reed, What we owe", and a clause may say who somebody is, "Ana Reed, who was there". What
  // ends like a sentence needs no verb that is known.
  bool is_sentence(std::uint32_t at, bool stop) const {
    auto const first = next_word(text_, at, block_.last);
    if (!first) return false;
    auto const second = next_word(text_, first->last, block_.last);
    if (begins_sentence(*first) && (!second || second->small)) return true;
    if (second && second->small && second->classes.any(WordClass::article)) {  // "Drown the ferry"
      auto const third = next_word(text_, second->last, block_.last);
      if (!first->small && third && third->small) return true;
    }
    bool const put_so = first->key == key_of("as");  // "as the report puts it"
    bool behind_comma = false;
    bool in_title = false;
    for (auto word = first; word; word = next_word(text_, word->last, block_.last)) {
      if (behind_comma && word->classes.any(WordClass::relative)) return false;
      in_title = in_title || (behind_comma && !word->small && !stop);
      if (word->small && word->classes.any(WordClass::modal)) return true;
      if (!in_title && !put_so && (is_of_sentence(*word) || (!behind_comma && is_finite(*word)))) return true;
      if (stop && !behind_comma && word->small && !is_of_reference(*word)) return true;
      behind_comma = word->last < block_.last && (behind_comma || text_[word->last] == U',');
    }
    return false;
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

  // Whether the words in brackets are about the quotation: a name, a reference or what an editor did.
  bool is_note(std::uint32_t first) const {
    bool is_reference = true;
    bool has_thing = false;   // which an editor may change, or anybody
    bool has_object = false;  // which only an editor speaks of
    bool has_edit = false;
    bool only_edit = true;  // "cleaned up", not "prices changed"
    bool has_sentence = false;
    std::uint32_t count = 0;
    for (auto word = next_word(text_, first, block_.last); word; word = next_word(text_, word->last, block_.last)) {
      if (count++ == 0 && (begins_sentence(*word) || is_led_in(*word))) is_reference = false;
      is_reference = is_reference && (!word->small || is_of_reference(*word));
      auto const editorial = editorial_word(word->key);
      has_thing = has_thing || editorial == EditorialWord::marks || editorial == EditorialWord::alteration;
      has_object = has_object || is_editorial_object(editorial);
      has_edit = has_edit || is_editorial_edit(editorial);
      has_sentence = has_sentence || is_of_sentence(*word);
      only_edit = only_edit && (editorial != EditorialWord::none || word->key == key_of("up") ||
                                word->classes.has(WordClass::preposition));
    }
    if (has_edit && (has_object || has_thing || (only_edit && !has_sentence))) return true;
    if (has_object && count <= few_words && !has_sentence) return true;
    if (!is_reference) return false;
    bool const has_number = std::ranges::any_of(text_.substr(first, block_.last - first), is_digit);
    return has_number || (count > 0 && count <= few_words && !ends_sentence_inside());
  }

  // "in 2027", "for 300": what a sentence says when, or how much. "in re Reed" is a case.
  bool is_led_in(SourceWord const& word) const {
    if (!word.classes.any(WordClass::preposition) || word.key == key_of("from") || word.key == key_of("via") ||
        word.key == key_of("at"))
      return false;
    auto const next = next_word(text_, word.last, block_.last);
    return !next || next->key != key_of("re");
  }

  // "(Never.)"
  bool ends_sentence_inside() const {
    auto const end = block_.last - (text_[block_.last - 1] == U'.' ? 2U : 1U);
    return text_[end - 1] == U'.' || text_[end - 1] == U'!' || text_[end - 1] == U'?';
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
