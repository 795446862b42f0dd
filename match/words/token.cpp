// SPDX-License-Identifier: MIT
#include "match/words/token.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "match/words/contraction.hpp"
#include "match/words/digits.hpp"
#include "match/words/dropped_letter.hpp"
#include "match/words/foreign_number.hpp"
#include "match/words/number_phrase.hpp"
#include "match/words/word_id.hpp"
#include "match/words/word_language.hpp"

namespace quoth::match {

namespace {

enum class Currency : std::uint8_t { none, dollar, euro, pound, yen };

std::uint64_t number_id(double value, std::uint16_t flags, Currency currency) {
  auto const kind = static_cast<std::uint64_t>(flags & (WordToken::ordinal | WordToken::decade)) |
                    (static_cast<std::uint64_t>(currency) << 32U);
  auto mixed = (std::bit_cast<std::uint64_t>(value) ^ (kind << 1U)) * text::fnv_prime;
  mixed ^= mixed >> 32U;
  return mixed * text::fnv_prime + 1;
}

Currency currency_word(std::string_view key) {
  if (key == "dollars" || key == "dollar" || key == "bucks" || key == "usd") return Currency::dollar;
  if (key == "euros" || key == "euro" || key == "eur") return Currency::euro;
  return key == "pounds" || key == "gbp" ? Currency::pound : Currency::none;
}

// The currency of a sign directly before `at`.
Currency currency_sign(std::string_view text, std::size_t at) {
  auto const before = text.substr(0, at);
  if (before.ends_with('$')) return Currency::dollar;
  if (before.ends_with("€")) return Currency::euro;
  if (before.ends_with("£")) return Currency::pound;
  return before.ends_with("¥") ? Currency::yen : Currency::none;
}

// The length of a minus sign directly before `at`; 0 for a hyphen or dash between words.
std::size_t minus_before(std::string_view text, std::size_t at) {
  auto const before = text.substr(0, at);
  std::size_t const length = before.ends_with('-') ? 1 : before.ends_with("−") ? std::string_view("−").size() : 0;
  if (length == 0) return 0;
  auto const rest = before.substr(0, before.size() - length);
  return rest.empty() || rest.ends_with(' ') || rest.ends_with('(') ? length : 0;
}

// Whether word `i` is the "No." of "No. 1", which is not a negation.
bool is_number_sign(std::string_view text, text::WordList const& words, std::size_t i) {
  if (words.key(i) != "no" || i + 1 == words.size()) return false;
  auto const next = words.key(i + 1);
  auto const between = text.substr(words[i].last, words[i + 1].first - words[i].last);
  if (next.empty() || next.front() < '0' || next.front() > '9') return false;
  // The British write "No 10": inside a sentence, with its capital.
  auto const is_capital = text.substr(words[i].first, words[i].last - words[i].first) == "No";
  auto const is_inside = i > 0 && text.substr(words[i - 1].last, words[i].first - words[i - 1].last) == " ";
  return between == "." || between == ". " || (between == " " && is_capital && is_inside);
}

// The denominator of a fraction such as "2/3", which is two words; 0 if the words from `i` on are no fraction.
double denominator(std::string_view text, text::WordList const& words, std::size_t i) {
  if (i + 1 >= words.size() || words.key(i).size() != 1 || words.key(i + 1).size() != 1) return 0;
  auto const below = words.key(i + 1).front();
  auto const is_fraction = below > words.key(i).front() && below >= '2' && below <= '9' &&
                           text.substr(words[i].last, words[i + 1].first - words[i].last) == "/" &&
                           text.substr(words[i + 1].last, 1) != "/";
  return is_fraction ? below - '0' : 0;
}

// The number of digits of a decimal fraction without its zero, as in ".5" or "$.75"; 0 for any other number.
std::size_t decimals_only(std::string_view text, std::string_view key, std::size_t at) {
  auto const before = text.substr(0, at);
  if (!before.ends_with('.')) return 0;
  auto const rest = before.substr(0, before.size() - 1);
  auto const starts = rest.empty() || rest.ends_with(' ') || rest.ends_with('(') || rest.ends_with('-') ||
                      currency_sign(rest, rest.size()) != Currency::none;
  return starts ? std::min(key.find_first_not_of("0123456789"), key.size()) : 0;
}

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

constexpr std::string_view soft_hyphen = "\u00AD";

// Whether word `i` is the first half of a word that was hyphenated at the end of a line: "govern-" above "ment", or a
// soft hyphen and a blank, which a line end became.
bool is_hyphenated(std::string_view text, text::WordList const& words, std::size_t i) {
  if (i + 1 >= words.size()) return false;
  auto const between = text.substr(words[i].last, words[i + 1].first - words[i].last);
  return (between.starts_with("-\n") || between.starts_with(soft_hyphen)) &&
         between.find_first_not_of(" \t\n", soft_hyphen.size()) == between.npos &&
         is_small_letter(text[words[i].last - 1]) && is_small_letter(text[words[i + 1].first]);
}

bool after_apostrophe(std::string_view text, std::size_t at) {
  auto const before = text.substr(0, at);
  return before.ends_with('\'') || before.ends_with("’") || before.ends_with("‘");
}

// Words of plain letters that may stand for other words or numbers.
WordFilter const& ambiguous_words() {
  static auto const words = [] {
    WordFilter found;
    found.add(number_starts());
    found.add(expanded_forms());
    for (auto const* word : {"no", "cause"}) found.add(word_id(word));
    return found;
  }();
  return words;
}

// The key of a German word in which umlauts may be written as two letters: "mueller" as "muller", which is what a key
// has for "Müller". Not "neue", "quelle".
std::string without_umlauts(std::string_view key) {
  static constexpr std::string_view parts = "aeouq";  // before an "e" that is no sign of an umlaut
  std::string plain;
  for (std::size_t i = 0; i < key.size(); ++i) {
    plain += key[i];
    bool const umlaut = (key[i] == 'a' || key[i] == 'o' || key[i] == 'u') && i + 1 < key.size() && key[i + 1] == 'e';
    if (umlaut && (i == 0 || parts.find(key[i - 1]) == parts.npos)) ++i;
  }
  return plain;
}

}  // namespace

bool can_stand_for(WordToken const& clitic, std::uint64_t id) {
  static std::uint64_t const is = word_id("is");
  static std::uint64_t const has = word_id("has");
  static std::uint64_t const us = word_id("us");
  static std::uint64_t const would = word_id("would");
  static std::uint64_t const had = word_id("had");
  if (clitic.is(WordToken::clitic_s)) return id == is || id == has || id == us;
  return clitic.is(WordToken::clitic_d) && (id == would || id == had);
}

bool same_form(WordToken const& a, WordToken const& b) {
  constexpr std::uint16_t form = WordToken::contracted | WordToken::informal;
  return (a.flags & form) == (b.flags & form);
}

void TokenSequence::clear() {
  texts_.clear();
  tokens_.clear();
  keys_.clear();
}

void TokenSequence::reserve(std::size_t bytes) {
  constexpr std::size_t bytes_a_word = 5;
  tokens_.reserve(bytes / bytes_a_word);
  keys_.reserve(bytes);
}

// Adds a word that stands for itself; its key is already in keys_.
inline void TokenSequence::add_plain(text::Word const& word, std::uint64_t id) {
  auto const keys = static_cast<std::uint32_t>(text_keys_);
  auto const part = static_cast<std::uint16_t>(texts_.size() - 1);
  tokens_.push_back({id, 0, word.first, word.last, keys + word.key_first, keys + word.key_last, part, 0});
}

void TokenSequence::append(std::string_view text) {
  texts_.push_back(text);
  text::split_words(text, words_);
  text_keys_ = keys_.size();
  keys_ += words_.keys();
  if (language_ != WordLanguage::english) {
    append_foreign(text);
    return;
  }
  auto const& ambiguous = ambiguous_words();
  auto const has_hyphens = text.find("-\n") != text.npos || text.find(soft_hyphen) != text.npos;
  for (std::size_t i = 0; i < words_.size();) {
    auto const key = words_.key(i);
    if (has_hyphens && is_hyphenated(text, words_, i)) {
      add_hyphenated(i);
      i += 2;
      continue;
    }
    auto const [id, is_letters] = HashedKey(key);
    // The fast path for nearly all words.
    if (is_letters && !ambiguous.may_hold(id) && !key.ends_with("in")) {
      add_plain(words_[i++], id);
      continue;
    }
    auto const number = may_start_number(key, id) ? number_at(words_, i) : std::nullopt;
    if (number) {
      i += add_number(i, *number);
    } else if (auto const figures = figures_before_unit(key); figures > 0 && ends_in_letters(i, key.size() - figures)) {
      add_measure(i++, figures);
    } else {
      add_word(i++, id);
    }
  }
}

// No contractions, and the numbers of that language. The text is the last one, split already.
void TokenSequence::append_foreign(std::string_view text) {
  for (std::size_t i = 0; i < words_.size();) {
    auto const number = foreign_number_at(text, words_, i, language_);
    if (!number) {
      add_plain(words_[i], word_id(language_ == WordLanguage::german ? without_umlauts(words_.key(i))
                                                                     : std::string(words_.key(i))));
      ++i;
      continue;
    }
    auto word = words_[i];
    word.last = words_[i + number->words - 1].last;
    std::uint16_t flags = WordToken::number;
    if (number->in_words) flags |= WordToken::worded;
    add(words_.key(i), word, flags);
    tokens_.back().value = number->value;
    tokens_.back().id = number_id(number->value, flags, Currency::none);
    i += number->words;
  }
}

// Adds the word of which `i` is the half at the end of a line.
void TokenSequence::add_hyphenated(std::size_t i) {
  auto word = words_[i];
  word.last = words_[i + 1].last;
  add(std::string(words_.key(i)).append(words_.key(i + 1)), word, 0);
}

// Adds the number that starts at word `i`. Returns how many words it takes, a currency included.
std::size_t TokenSequence::add_number(std::size_t i, NumberPhrase const& number) {
  auto const text = texts_.back();
  auto word = words_[i];
  auto value = number.value;
  auto count = number.words;
  if (auto const below = number.in_words ? 0 : denominator(text, words_, i); below > 0) {
    value /= below;
    count = 2;
  }
  if (auto const decimals = number.in_words ? 0 : decimals_only(text, words_.key(i), word.first); decimals > 0) {
    --word.first;
    value /= std::pow(10, decimals);
  }
  if (auto const minus = number.in_words ? 0 : minus_before(text, word.first); minus > 0) {
    word.first -= static_cast<std::uint32_t>(minus);
    value = -value;
  }
  std::uint16_t flags = WordToken::number;
  if (number.ordinal) flags |= WordToken::ordinal;
  if (number.decade) flags |= WordToken::decade;
  if (number.in_words) flags |= WordToken::worded;
  if (number.in_words && count == 1 && (number.value == 1 || (number.ordinal && number.value == 2)))
    flags |= WordToken::weak_number;
  word.last = words_[i + count - 1].last;
  auto currency = currency_sign(text, word.first);
  auto const named = i + count < words_.size() ? currency_word(words_.key(i + count)) : Currency::none;
  if (named != Currency::none && !number.ordinal) {
    word.last = words_[i + count].last;
    currency = named;
    ++count;
    if (auto const cents = cents_at(words_, i + count); cents) {
      value = (value * 100 + cents->value) / 100;
      count += cents->words;
      word.last = words_[i + count - 1].last;
    }
  }
  if (currency != Currency::none) flags |= WordToken::currency;
  add(words_.key(i), word, flags);
  tokens_.back().value = value;
  tokens_.back().id = number_id(value, flags, currency);
  return count;
}

// Whether the last bytes of word `i` are plain letters, as those of its key.
bool TokenSequence::ends_in_letters(std::size_t i, std::size_t bytes) const {
  auto const end = texts_.back().substr(words_[i].first, words_[i].last - words_[i].first);
  return end.size() > bytes && std::ranges::all_of(end.substr(end.size() - bytes), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
         });
}

// "5pm": the first `figures` bytes of the key are a number, the others its unit.
void TokenSequence::add_measure(std::size_t i, std::size_t figures) {
  auto const key = words_.key(i);
  auto number = words_[i];
  auto unit = words_[i];
  unit.first = number.last -= static_cast<std::uint32_t>(key.size() - figures);
  auto const value = digits_of(key.substr(0, figures))->value;
  add(key.substr(0, figures), number, WordToken::number);
  tokens_.back().value = value;
  tokens_.back().id = number_id(value, WordToken::number, Currency::none);
  add(key.substr(figures), unit, 0);
}

void TokenSequence::add(std::string_view key, text::Word const& word, std::uint16_t flags) {
  WordToken token;
  token.id = word_id(key);
  token.first = word.first;
  token.last = word.last;
  token.key_first = static_cast<std::uint32_t>(keys_.size());
  keys_ += key;
  token.key_last = static_cast<std::uint32_t>(keys_.size());
  token.part = static_cast<std::uint16_t>(texts_.size() - 1);
  token.flags = flags;
  tokens_.push_back(token);
}

void TokenSequence::add_word(std::size_t i, std::uint64_t id) {
  auto const key = words_.key(i);
  auto const& word = words_[i];
  if (auto const* expansion = find_expansion(key, id)) {
    std::uint16_t flags = WordToken::contracted;
    if (expansion->informal) flags = WordToken::informal;
    if (expansion->one_word) flags = 0;
    for (auto part : expansion->words) {
      add(part, word, flags);
      if (part == "'s") tokens_.back().set(WordToken::clitic_s);
    }
    return;
  }
  if (key.find('\'') != key.npos) {
    add_contraction(key, word);
    return;
  }
  auto const text = texts_.back();
  if (is_number_sign(text, words_, i)) {
    add("number", word, 0);
    return;
  }
  // "'cause"
  if (key == "cause" && after_apostrophe(text, word.first)) {
    add("because", word, WordToken::informal);
    return;
  }
  if (drops_g(text, words_, i)) {
    add(std::string(key) + "g", word, WordToken::informal);
    return;
  }
  add_plain(word, id);
}

void TokenSequence::add_contraction(std::string_view key, text::Word const& word) {
  PartedWord const parted(key);
  auto const stem = parted.stem();
  if (parted.clitics().empty() || stem.find('\'') != stem.npos) {
    add(stem, word, 0);
  } else if (auto const* expansion = find_expansion(stem, word_id(stem))) {
    for (auto part : expansion->words) add(part, word, WordToken::contracted);
  } else {
    add(stem, word, WordToken::contracted);
  }
  for (auto const clitic : parted.clitics()) {
    add(clitic_word(clitic), word, WordToken::contracted);
    if (clitic == "'s") tokens_.back().set(WordToken::clitic_s);
    if (clitic == "'d") tokens_.back().set(WordToken::clitic_d);
  }
}

std::string_view TokenSequence::before(std::size_t i) const {
  if (i >= tokens_.size()) return {};
  auto const& token = tokens_[i];
  auto const text = texts_[token.part];
  if (i == 0 || tokens_[i - 1].part != token.part) return text.substr(0, token.first);
  auto const last = tokens_[i - 1].last;
  return last >= token.first ? std::string_view{} : text.substr(last, token.first - last);
}

std::string TokenSequence::wording(std::size_t first, std::size_t last) const {
  std::string out;
  auto const add = [&](std::string_view text) {
    if (!out.empty() && !text.empty()) out += ' ';
    out += text;
  };
  while (first < last && is_second_half(first)) add(key(first++));
  auto whole = last;
  if (is_second_half(last)) {
    while (whole > first && tokens_[whole - 1].first == tokens_[last].first &&
           tokens_[whole - 1].part == tokens_[last].part)
      --whole;
  }
  add(stretch(first, whole));
  for (; whole < last; ++whole) add(key(whole));
  return out;
}

std::string TokenSequence::stretch(std::size_t first, std::size_t last) const {
  std::string out;
  while (first < last) {
    auto end = first;
    while (end < last && tokens_[end].part == tokens_[first].part) ++end;
    if (!out.empty()) out += ' ';
    auto const text = texts_[tokens_[first].part];
    out += text.substr(tokens_[first].first, tokens_[end - 1].last - tokens_[first].first);
    first = end;
  }
  return out;
}

}  // namespace quoth::match
