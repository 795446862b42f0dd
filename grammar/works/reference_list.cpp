// SPDX-License-Identifier: MIT
#include "grammar/works/reference_list.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "grammar/tokens/characters.hpp"
#include "grammar/tokens/class_lexicon.hpp"
#include "grammar/tokens/word_key.hpp"
#include "text/unicode/numerals.hpp"

namespace quoth::grammar {

namespace {

constexpr std::size_t longest_entry = 600;       // code points
constexpr std::size_t longest_author = 120;      // code points
constexpr std::size_t longest_heading = 30;      // code points
constexpr std::uint32_t longest_block = 20'000;  // code points of one that are read

std::u32string folded(std::u32string_view words) {
  std::u32string out;
  for (auto const c : words) out.push_back(fold_case(c));
  return out;
}

std::u32string_view trimmed(std::u32string_view words) {
  constexpr std::u32string_view edge = U" \n\t\u00A0,.:;_*“”\"";
  while (!words.empty() && edge.find(words.front()) != edge.npos) words.remove_prefix(1);
  while (!words.empty() && edge.find(words.back()) != edge.npos) words.remove_suffix(1);
  return words;
}

bool is_heading(std::u32string_view block) {
  static constexpr std::array<std::u32string_view, 10> headings{
      U"references", U"reference list", U"notes",     U"bibliography", U"works cited",
      U"sources",    U"endnotes",       U"footnotes", U"literature",   U"cited works"};
  if (block.size() > longest_heading) return false;
  return std::ranges::find(headings, folded(trimmed(block))) != headings.end();
}

// The number at the start of an entry, "[3]", "[^3]:", "3.", which is taken off; 0 where there is none.
std::uint32_t take_number(std::u32string_view& entry, bool in_list) {
  auto rest = entry;
  bool const bracket = !rest.empty() && rest.front() == U'[';
  if (bracket) rest.remove_prefix(1);
  if (!rest.empty() && rest.front() == U'^') rest.remove_prefix(1);
  std::uint32_t number = 0;
  std::size_t digits = 0;
  while (digits < rest.size() && digits < 3 && is_digit(rest[digits])) number = number * 10 + (rest[digits++] - U'0');
  if (digits == 0 || digits == rest.size() || (!bracket && !in_list)) return 0;
  rest.remove_prefix(digits);
  bool const closed =
      bracket ? rest.front() == U']' : rest.front() == U'.' || rest.front() == U')' || rest.front() == U' ';
  if (!closed) return 0;
  rest.remove_prefix(1);
  if (!rest.empty() && rest.front() == U':') rest.remove_prefix(1);
  entry = trimmed(rest);
  return number;
}

// Where the first year starts; `npos` for none.
std::size_t year_in(std::u32string_view entry) {
  for (std::size_t i = 0; i + 4 <= entry.size(); ++i) {
    auto const year = entry.substr(i, 4);
    bool const apart = (i == 0 || !is_digit(entry[i - 1])) && (i + 4 == entry.size() || !is_digit(entry[i + 4]));
    if (apart && text::is_year(year)) return i;
  }
  return entry.npos;
}

// Whether the word is a given name, which a surname with initials behind it is not: "Smith J."
bool is_given_name(std::u32string_view word) {
  return lexicon(Language::english).classes_of(folded_key(word)).has(WordClass::given_name);
}

// The surname of "Rahimi PK", a name with initials behind it, as journals of medicine print it; empty for others.
std::u32string_view before_initials(std::u32string_view name) {
  auto const blank = name.rfind(U' ');
  if (blank == name.npos || name.size() - blank > 4 || is_given_name(name.substr(0, blank))) return {};
  if (name.substr(0, blank).ends_with(U'.')) return {};  // "I. K"
  auto const initials = name.substr(blank + 1);
  return std::ranges::all_of(initials, is_capital) ? name.substr(0, blank) : std::u32string_view();
}

// Where a full stop ends the first sentence, but not one behind an initial of a name in its usual order.
std::size_t first_stop(std::u32string_view entry) {
  for (std::size_t i = 1; i < entry.size(); ++i) {
    if (entry[i] != U'.' || (i + 1 < entry.size() && entry[i + 1] != U' ')) continue;
    bool const initial = is_capital(entry[i - 1]) && (i == 1 || entry[i - 2] == U' ' || entry[i - 2] == U'.');
    auto const before = entry.substr(0, i);
    bool const inverted = initial && i >= 4 && (before.find(U',') != entry.npos || !before_initials(before).empty());
    auto const next = i + 2 < entry.size() ? entry.substr(i + 2, 2) : std::u32string_view();
    bool const more_initials = next.size() == 2 && is_capital(next[0]) && next[1] == U'.';
    if (!initial || (inverted && !more_initials)) return i;
  }
  return entry.npos;
}

// The first of several authors, in the usual order of names.
std::u32string first_author(std::u32string_view authors) {
  for (std::u32string_view const link : {U" et al", U"; ", U" & ", U" and "})
    authors = authors.substr(0, authors.find(link));
  authors = trimmed(authors);
  if (authors.size() > longest_author) return {};
  auto const comma = authors.find(U',');
  if (auto const surname = before_initials(authors.substr(0, comma)); !surname.empty()) return std::u32string(surname);
  if (comma == authors.npos) return std::u32string(authors);
  auto const surname = authors.substr(0, comma);
  auto given = authors.substr(comma + 1);
  given = given.substr(0, given.find(U','));
  while (!given.empty() && given.front() == U' ') given.remove_prefix(1);
  if (given.empty()) return std::u32string(surname);
  bool const initial = is_capital(given.back()) && (given.size() == 1 || given[given.size() - 2] == U' ');
  return std::u32string(given) + (initial ? U". " : U" ") + std::u32string(surname);
}

WordKey author_key(std::u32string_view surname, std::u32string_view year) {
  auto key = folded_key(surname);
  for (auto const c : year) key = extend(key, c);
  return key;
}

std::u32string_view until(std::u32string_view words, std::u32string_view ends) {
  return trimmed(words.substr(0, std::min(words.find_first_of(ends), words.size())));
}

std::u32string_view words_of(Document const& document, Block const& block) {
  return document.text().substr(block.span.first, std::min<std::uint32_t>(block.span.size(), longest_block));
}

// Whether the block begins with a quotation, as those of a list of them do.
bool is_quotation(std::u32string_view block) {
  constexpr std::u32string_view before = U" \t[^]():.*_0123456789";
  auto const first = block.find_first_not_of(before);
  return first != block.npos && std::u32string_view(U"“\"«„").find(block[first]) != block.npos;
}

// Whether the word is one of sentences, not of citations: "said", "was", "she".
bool is_of_sentences(std::u32string_view word) {
  constexpr auto of_sentences =
      Classes(WordClass::be) | WordClass::have | WordClass::modal | WordClass::auxiliary | WordClass::relative;
  if (word.empty() || is_capital(word.front())) return false;
  auto const classes = lexicon(Language::english).classes_of(folded_key(word));
  return classes.any(of_sentences) || (classes.has(WordClass::speech) && classes.has(WordClass::past));
}

// Whether an entry begins with names: "Brandt, Ida.", "Lakes Institute (2031)", not "On March 4 the council". Marks of
// a title end the names.
bool begins_with_names(std::u32string_view entry) {
  constexpr std::size_t most_words = 10;
  static constexpr std::array<std::u32string_view, 12> links{U"of",  U"and", U"&",   U"the", U"for", U"von",
                                                             U"van", U"de",  U"der", U"et",  U"al",  U"v"};
  auto const names = entry.substr(0, entry.find_first_of(U",.(“\":"));
  if (trimmed(names).empty()) return false;
  std::size_t words = 0;
  for (auto rest = trimmed(names); !rest.empty(); rest = trimmed(rest.substr(std::min(rest.find(U' '), rest.size())))) {
    auto const word = rest.substr(0, rest.find(U' '));
    bool const link = std::ranges::find(links, word) != links.end();
    if (++words > most_words || (!is_capital(word.front()) && !link)) return false;
  }
  return true;
}

// Whether the block looks like an entry of a list of references; `in_list`: below a heading that says that it is one.
bool looks_like_entry(std::u32string_view block, bool in_list) {
  if (is_quotation(block) && !in_list) return false;
  auto entry = block.substr(0, longest_entry);
  bool const numbered = take_number(entry, true) != 0;
  entry = trimmed(entry);
  bool const linked = entry.find(U"://") != entry.npos || entry.find(U"www.") != entry.npos;
  bool const dated = year_in(entry) != entry.npos;
  bool const is_case = std::min(entry.find(U" v. "), entry.find(U" vs. ")) < longest_author;
  if (in_list && (linked || is_case || (numbered && !is_quotation(block)))) return true;
  auto const title = entry.find_first_of(U"“\"");
  auto const end = entry.find_first_of(U"”\"", std::min(title, entry.size() - 1) + 1);
  std::size_t sentence_words = 0;
  for (std::size_t at = 0; at < entry.size();) {
    auto const last = std::min(entry.find_first_of(U" ,.;:\n", at), entry.size());
    bool const quoted = title != entry.npos && at > title && at < end;
    if (!quoted && is_of_sentences(entry.substr(at, last - at))) ++sentence_words;
    at = last + 1;
  }
  return (dated || is_case) && sentence_words == 0 && (is_quotation(block) || begins_with_names(entry));
}

}  // namespace

Reference reference_of(std::u32string_view entry) {
  Reference reference;
  entry = entry.substr(0, longest_entry);
  auto const year = year_in(entry);
  if (year != entry.npos) reference.year = entry.substr(year, 4);
  auto const versus = std::min(entry.find(U" v. "), entry.find(U" vs. "));
  if (versus < longest_author) {  // a case: "Smith v. Jones, 410 U.S. 113 (1973)"
    auto const end = entry.find_first_of(U",([", versus);
    reference.title = trimmed(entry.substr(0, std::min(end, entry.size())));
    return reference;
  }
  if (auto const open = entry.find_first_of(U"“\""); open != entry.npos && open + 1 < entry.size()) {
    auto const authors = entry.substr(0, open);
    reference.author = first_author(authors.substr(0, authors.find(U'(')));
    reference.title = until(entry.substr(open + 1), U"”\"");
    return reference;
  }
  bool const bracketed = year != entry.npos && year > 1 && entry[year - 1] == U'(' && year < longest_author;
  auto const behind_year = bracketed ? entry.substr(std::min(entry.find(U')', year), entry.size() - 1) + 1) : U"";
  bool const titled = behind_year.size() > 2 && (behind_year.front() == U'.' || behind_year.front() == U':' ||
                                                 (behind_year.front() == U' ' && is_capital(behind_year[1])));
  if (bracketed && titled) {  // "Brandt, I. (2019). Forty Years of Rails."
    reference.author = first_author(entry.substr(0, year - 1));
    reference.title = until(trimmed(behind_year), U".(");
    return reference;
  }
  auto const stop = first_stop(entry);
  auto const comma = entry.find(U',');
  bool const by_comma =
      comma != entry.npos && (stop == entry.npos || stop + 2 >= entry.size() || entry.find(U'(') < stop);
  auto const end = by_comma ? comma : std::min(stop, entry.size());
  reference.author = first_author(entry.substr(0, end));
  reference.title = until(entry.substr(std::min(end + 1, entry.size())), by_comma ? U",.(" : U".(");
  return reference;
}

ReferenceList::ReferenceList(Document const& document) {
  bool in_list = false;
  auto const& blocks = document.blocks();
  for (auto const& block : blocks) {
    auto const words = words_of(document, block);
    if (&block != &blocks.front() && is_heading(words)) {  // a first one is the title of the article
      in_list = true;
      continue;
    }
    if (in_list && block.kind == BlockKind::heading) in_list = false;
    // Outside of a list only a footnote is an entry; each block of each article passes here.
    bool const entry =
        in_list ? (block.kind == BlockKind::list_item && !is_quotation(words)) || looks_like_entry(words, in_list)
                : words.starts_with(U"[^") && !is_quotation(words);
    if (entry) add_block(document, block, in_list);
  }
  if (references_.empty()) add_without_heading(document);
}

// A list that ends the article, or numbered paragraphs, which rulings have as well: "[7] The company called her."
void ReferenceList::add_without_heading(Document const& document) {
  auto const& blocks = document.blocks();
  auto last_list = blocks.end();
  while (last_list != blocks.begin() && std::prev(last_list)->kind == BlockKind::list_item) --last_list;
  std::vector<Block const*> entries;
  for (auto block = last_list; block != blocks.end(); ++block)
    if (looks_like_entry(words_of(document, *block), false)) entries.push_back(&*block);
  bool const in_list = !entries.empty();
  if (!in_list) {
    std::ranges::for_each(blocks, [&](Block const& block) {
      auto const words = words_of(document, block);
      auto rest = words;
      if (take_number(rest, false) != 0 && looks_like_entry(words, false)) entries.push_back(&block);
    });
    auto const joined = [&](Block const* block) {
      auto const words = words_of(document, *block);
      return words.find(U"[2]") != words.npos;
    };
    if (entries.size() < 2 && std::ranges::none_of(entries, joined)) return;
  }
  for (auto const* block : entries) add_block(document, *block, in_list);
}

void ReferenceList::add_block(Document const& document, Block const& block, bool in_list) {
  auto rest = words_of(document, block);
  while (!rest.empty()) {
    auto const number = take_number(rest, in_list);
    // Entries whose lines were joined: "[1] … [2] …".
    auto end = rest.size();
    for (auto at = rest.find(U'[', 1); at != rest.npos; at = rest.find(U'[', at + 1)) {
      auto next = rest.substr(at);
      if (number != 0 && take_number(next, true) == number + 1) {
        end = at;
        break;
      }
    }
    if (auto const line = rest.find(U'\n'); line < end && number != 0) {
      auto next = rest.substr(line + 1);
      if (take_number(next, true) == number + 1) end = line + 1;
    }
    auto reference = reference_of(trimmed(rest.substr(0, end)));
    reference.number = number != 0 ? number : static_cast<std::uint32_t>(references_.size()) + 1;
    add(std::move(reference));
    rest.remove_prefix(end);
  }
  entries_.push_back(block.span);
}

bool ReferenceList::holds(std::uint32_t offset) const {
  auto const behind = std::ranges::upper_bound(entries_, offset, {}, &Span::first);
  return behind != entries_.begin() && offset < std::prev(behind)->last;
}

// Each word of the author, with the year and without, finds the reference; of several the first one.
void ReferenceList::add(Reference reference) {
  auto const index = static_cast<std::uint32_t>(references_.size());
  by_number_.try_emplace(reference.number, index);
  for (std::u32string_view rest = reference.author; !rest.empty();) {
    auto const end = std::min(rest.find(U' '), rest.size());
    by_author_.try_emplace(author_key(rest.substr(0, end), {}), index);
    by_author_.try_emplace(author_key(rest.substr(0, end), reference.year), index);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  references_.push_back(std::move(reference));
}

Reference const* ReferenceList::numbered(std::uint32_t number) const {
  auto const found = by_number_.find(number);
  return found == by_number_.end() ? nullptr : &references_[found->second];
}

Reference const* ReferenceList::by(std::u32string_view surname, std::u32string_view year) const {
  auto const found = by_author_.find(author_key(surname, year));
  return found == by_author_.end() ? nullptr : &references_[found->second];
}

}  // namespace quoth::grammar
