// SPDX-License-Identifier: MIT
#include "grammar/works/cited_works.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "grammar/tokens/characters.hpp"
#include "grammar/tokens/class_lexicon.hpp"
#include "grammar/tokens/place_words.hpp"
#include "grammar/tokens/word_key.hpp"
#include "grammar/works/case_name.hpp"
#include "grammar/works/document_kind.hpp"
#include "text/unicode/numerals.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::grammar {

namespace {

constexpr std::uint32_t longest_citation = 100;   // code points
constexpr std::uint32_t citation_ahead_of = 160;  // code points from a quotation to the "[3]" that ends its sentence
constexpr double sure = 0.9;                      // of an attribution by a citation

// The digit that a superscript stands for; -1 for another character.
int superscript(char32_t c) {
  switch (c) {
    case U'¹':
      return 1;
    case U'²':
      return 2;
    case U'³':
      return 3;
    default:
      return c == U'⁰' || (c >= U'⁴' && c <= U'⁹') ? static_cast<int>(c - U'⁰') : -1;
  }
}

// Whether the word may be part of the authors of a citation: "van der Meer", "et al."
bool is_author_word(std::u32string_view word) {
  static constexpr std::array<std::u32string_view, 13> links{U"and", U"&",   U"et", U"al",  U"al.", U"von", U"van",
                                                             U"de",  U"der", U"of", U"the", U"see", U"cf."};
  if (std::ranges::find(links, word) != links.end()) return true;
  return is_capital(word.front()) &&
         !lexicon(Language::english).classes_of(folded_key(word)).any(Classes(WordClass::month) | WordClass::day);
}

// Whether the word may be a name in a citation: "In" and "The" at its head are none.
bool is_cited_name(std::u32string_view word) {
  using enum WordClass;
  return is_capital(word.front()) && !lexicon(Language::english)
                                          .classes_of(folded_key(word))
                                          .any(Classes(preposition) | determiner | conjunction | any_pronoun);
}

// Whether what stands behind the author is a page or another place in the work: "12", ", p. 3", ", ch. II".
bool is_place_behind(std::u32string_view words) {
  while (!words.empty() && (words.front() == U' ' || words.front() == U',')) words.remove_prefix(1);
  if (words.empty()) return false;
  auto const first = words.substr(0, words.find(U' '));
  auto const unit = first.substr(0, first.find(U'.'));
  bool const of_book = unit == U"vol" || unit == U"bk" || unit == U"book";
  if (!is_capital(unit.empty() ? U' ' : unit.front()) && (of_book || is_place_unit(place_word(folded_key(unit)))))
    return first.size() < words.size();
  auto const other = words.find_first_not_of(U"0123456789–-, ");
  return is_digit(words.front()) && other == words.npos;
}

// "Okafor" of "Okafor et al.", "Brandt and Pell".
std::u32string first_cited(std::u32string_view authors) {
  for (std::u32string_view const opener : {U"see ", U"See ", U"cf. "})
    if (authors.starts_with(opener)) authors.remove_prefix(opener.size());
  for (std::u32string_view const link : {U" et al", U" and ", U" & ", U","})
    authors = authors.substr(0, authors.find(link));
  return std::u32string(authors);
}

void add_alias(Attribution& attribution, std::string name) {
  auto& aliases = attribution.aliases;
  if (!name.empty() && name != attribution.speaker && std::ranges::find(aliases, name) == aliases.end())
    aliases.push_back(std::move(name));
}

void make_certain(Attribution& attribution) {
  attribution.candidates = {{attribution.speaker, attribution.aliases, 1}};
  attribution.reason.clear();
  attribution.confidence = std::max(attribution.confidence, sure);
}

}  // namespace

CitedWorks::CitedWorks(Document const& document)
    : document_(document), references_(document), cases_(case_names(document.text())) {}

// "[3]", "[3, p. 12]", "[^3]", "³", and a bare number where the reader has lost that it was raised.
std::optional<Citation> CitedWorks::numbered(std::uint32_t at) const {
  auto const words = document_.text();
  if (at >= words.size()) return std::nullopt;
  auto end = at;
  std::uint32_t number = 0;
  bool const bracket = words[at] == U'[';
  if (bracket) {
    ++end;
    if (end < words.size() && words[end] == U'^') ++end;
    while (end < words.size() && end < at + 5 && is_digit(words[end])) number = number * 10 + (words[end++] - U'0');
    auto const close = words.substr(end, longest_citation).find(U']');
    if (number == 0 || close == words.npos || words.substr(end, close).find(U'\n') != words.npos) return std::nullopt;
    end += static_cast<std::uint32_t>(close) + 1;
  } else if (superscript(words[at]) >= 0) {
    constexpr std::uint32_t most_digits = 4;  // no number of a list has as many
    while (end < words.size() && end < at + most_digits && superscript(words[end]) >= 0)
      number = number * 10 + static_cast<std::uint32_t>(superscript(words[end++]));
  } else {
    while (end < words.size() && end < at + 3 && is_digit(words[end])) number = number * 10 + (words[end++] - U'0');
    bool const apart =
        end == words.size() || is_space(words[end]) || words[end] == U'.' || words[end] == U',' || words[end] == U';';
    if (!apart) return std::nullopt;
  }
  auto const* const reference = references_.numbered(number);
  if (reference == nullptr) return std::nullopt;
  return Citation{{at, end}, {at, end}, {}, {}, reference};
}

// "(Smith 2019, p. 12)", "(Smith, 2019)", "(see Smith et al. 2019)"
std::optional<Citation> CitedWorks::by_author(std::uint32_t at) const {
  auto const words = document_.text();
  if (at >= words.size() || words[at] != U'(') return std::nullopt;
  auto const close = words.substr(at, longest_citation).find(U')');
  if (close == words.npos) return std::nullopt;
  auto const inner = words.substr(at + 1, close - 1);
  std::size_t authors_end = 0;
  bool has_name = false;
  for (std::size_t first = 0; first < inner.size();) {
    if (is_digit(inner[first]) || is_place_behind(inner.substr(first))) break;
    auto const last = std::min(inner.find(U' ', first), inner.size());
    auto word = inner.substr(first, last - first);
    if (!word.empty() && word.back() == U',') word.remove_suffix(1);
    if (word.empty() || !is_author_word(word)) return std::nullopt;
    has_name = has_name || is_cited_name(word);
    authors_end = first + word.size();
    first = last + 1;
  }
  if (!has_name) return std::nullopt;
  auto const year_at = inner.find_first_of(U"0123456789");
  auto year = year_at < inner.size() ? inner.substr(year_at, 4) : std::u32string_view();
  if (!text::is_year(year)) year = {};
  if (year.empty() && !is_place_behind(inner.substr(authors_end))) return std::nullopt;
  Citation citation;
  citation.span = {at, at + static_cast<std::uint32_t>(close) + 1};
  citation.author = first_cited(inner.substr(0, authors_end));
  auto const named_at = at + 1 + static_cast<std::uint32_t>(inner.find(citation.author));
  citation.mention = {named_at,
                      at + 1 + static_cast<std::uint32_t>(year.empty() ? authors_end : year_at + year.size())};
  auto const surname = citation.author.substr(citation.author.rfind(U' ') + 1);
  citation.reference = references_.by(surname, year);
  return citation;
}

// “…” Pell v. Harrow, 12 Carr. 2d 88 (2017).
std::optional<Citation> CitedWorks::cited_case(std::uint32_t at) const {
  auto const found = case_inside(cases_, {at, at + 1});
  if (!found || found->first != at) return std::nullopt;
  Citation citation;
  citation.span = *found;
  citation.mention = *found;
  citation.work = document_.text().substr(found->first, found->size());
  return citation;
}

// A citation that is the paragraph below the quotation, as below a block.
std::optional<Citation> CitedWorks::below(std::uint32_t at) const {
  auto const words = document_.text();
  while (at < words.size() && is_space(words[at])) ++at;
  auto found = by_author(at);
  if (!found) return std::nullopt;
  auto end = found->span.last;
  if (end < words.size() && words[end] == U'.') ++end;
  bool const is_alone = end >= words.size() || words[end] == U'\n';
  return is_alone ? found : std::nullopt;
}

std::optional<Citation> CitedWorks::citation_behind(std::uint32_t offset) const {
  auto const words = document_.text();
  auto at = offset;
  if (at < words.size() && words[at] == U'\n') return below(at);
  if (at < words.size() && (words[at] == U'.' || words[at] == U',' || words[at] == U';')) ++at;
  if (at < words.size() && is_digit(words[at]) && at == offset) return numbered(at);
  if (at < words.size() && (words[at] == U'[' || superscript(words[at]) >= 0)) return numbered(at);
  while (at < words.size() && (words[at] == U' ' || words[at] == U'\u00A0')) ++at;
  if (at >= words.size() || is_digit(words[at])) return std::nullopt;
  if (auto named = cited_case(at)) return named;
  return words[at] == U'(' ? by_author(at) : numbered(at);
}

// The number that ends the sentence of a quotation: “…,” the study concludes [3].
std::optional<Citation> CitedWorks::citation_ahead(CitedContext const& context) const {
  if (references_.empty()) return std::nullopt;
  auto const words = document_.text();
  auto const end = std::min({static_cast<std::uint32_t>(words.size()), context.sentence.last + 6,
                             context.quotation.last + citation_ahead_of});
  for (auto i = context.quotation.last; i < end; ++i) {
    if (kind_of(words[i]) == CharKind::mark && words[i] != U'’' && words[i] != U'\'') return std::nullopt;
    if (words[i] == U'[' || superscript(words[i]) >= 0) return numbered(i);
  }
  return std::nullopt;
}

void CitedWorks::complete(std::optional<Attribution>& attribution, CitedContext const& context) const {
  auto const behind = citation_behind(context.quotation.last);
  // “…”¹ Nobody asked: the number ends the sentence, and what follows is another one.
  auto const ending = context.quotation.size() > 1 ? document_.text()[context.quotation.last - 2] : U' ';
  bool const parted = behind && attribution && attribution->mention && ending == U'.' &&
                      attribution->mention->first >= behind->span.first;
  bool const unnamed = !attribution || context.weak || parted || (behind && context.thing);
  bool const by_case = behind && !behind->work.empty();
  if (!(by_case && unnamed) && attribution && name_case(*attribution, context)) return;
  if (behind && (unnamed || attribution->naming == Naming::work)) {
    name_reference(attribution, *behind, unnamed);
  } else if (unnamed || attribution->naming == Naming::work) {
    if (auto const ahead = citation_ahead(context)) name_reference(attribution, *ahead, unnamed);
  }
  if (!attribution) {
    if (auto const explained = case_explained(context.quotation.first)) name_reference(attribution, *explained, true);
  }
  if (attribution && attribution->via.empty()) name_book(*attribution, context);
}

bool CitedWorks::is_cited(Span quotation) const {
  return citation_behind(quotation.last) || case_explained(quotation.first);
}

// Hale v. Brisk, 9 Carr. 45, 48 (1988) (“A road is a promise.”)
std::optional<Citation> CitedWorks::case_explained(std::uint32_t quotation) const {
  auto const words = document_.text();
  auto const behind = std::ranges::upper_bound(cases_, quotation, {}, &Span::first);
  if (quotation == 0 || words[quotation - 1] != U'(' || behind == cases_.begin()) return std::nullopt;
  auto const named = *std::prev(behind);
  if (named.last > quotation || quotation - named.last > longest_citation) return std::nullopt;
  auto const between = words.substr(named.last, quotation - named.last);
  if (!between.ends_with(U") (") || between.find(U'\n') != between.npos) return std::nullopt;
  return Citation{named, named, {}, std::u32string(words.substr(named.first, named.size())), nullptr};
}

// `weak`: whether the citation outweighs the words that seem to name the speaker.
void CitedWorks::name_reference(std::optional<Attribution>& attribution, Citation const& citation, bool weak) const {
  auto const* const work = citation.reference;
  auto author = work != nullptr && !work->author.empty() ? text::to_utf8(work->author) : text::to_utf8(citation.author);
  auto title = text::to_utf8(work != nullptr ? work->title : citation.work);
  if (author.empty() && title.empty()) return;
  if (!weak && !attribution->is_work_itself()) {  // somebody is named as its issuer
    add_alias(*attribution, std::move(title));
    return;
  }
  if (!attribution) attribution.emplace();
  if (weak) {
    attribution->aliases.clear();
    attribution->mention = citation.mention;
    attribution->cue.reset();
    attribution->via = text(citation.span);
  }
  attribution->naming = Naming::work;
  attribution->rule = "citation";
  attribution->tagged = true;
  attribution->speaker = author.empty() ? title : author;
  add_alias(*attribution, std::move(title));
  if (!citation.author.empty()) add_alias(*attribution, text::to_utf8(citation.author));
  make_certain(*attribution);
}

// A case in the quotation's sentence: the mention itself, or what the court of the mention decided.
bool CitedWorks::name_case(Attribution& attribution, CitedContext const& context) const {
  auto found = attribution.mention ? case_inside(cases_, *attribution.mention) : std::nullopt;
  bool const is_mention = found.has_value();
  if (!is_mention) found = case_inside(cases_, context.sentence);
  if (!found || context.quotation.contains(*found)) return false;
  auto const name = text(*found);
  if (is_mention || (attribution.naming != Naming::name && is_court_noun(folded_key(context.head)))) {
    auto const before = is_mention ? std::string() : std::exchange(attribution.speaker, {});
    attribution.speaker = name;
    attribution.naming = Naming::work;
    attribution.tagged = attribution.tagged || attribution.cue.has_value();
    if (is_mention) attribution.mention = *found;
    if (is_mention) attribution.aliases.clear();
    add_alias(attribution, before);
    make_certain(attribution);
  }
  if (attribution.via.empty() || attribution.naming == Naming::work) attribution.via = name;
  return true;
}

// "In Forty Years of Rails, Ida Brandt writes", and "Brandt (2019) writes" where the list has the work.
void CitedWorks::name_book(Attribution& attribution, CitedContext const& context) const {
  if (!attribution.mention) return;
  auto const words = document_.text();
  auto at = attribution.mention->last;
  if (at < words.size() && words[at] == U' ') ++at;
  auto const year = at + 5 <= words.size() && words[at] == U'(' ? words.substr(at + 1, 4) : std::u32string_view();
  if (text::is_year(year)) {
    auto const whole = words.substr(attribution.mention->first, attribution.mention->size());
    if (auto const more = whole.find(U" et al"); attribution.speaker.empty() && more != whole.npos && more > 0) {
      attribution.speaker = text::to_utf8(whole.substr(0, more));
      attribution.naming = Naming::name;
      make_certain(attribution);
    }
    auto const mention = words.substr(attribution.mention->first, attribution.mention->size());
    auto const first = first_cited(mention);
    if (auto const* work = references_.by(first.substr(first.rfind(U' ') + 1), year)) {
      attribution.via = text::to_utf8(work->title);
      add_alias(attribution, text::to_utf8(work->author));
    }
    return;
  }
  if (!attribution.cue) return;
  auto const cue = text(*attribution.cue);
  bool const writes = cue == "writes" || cue == "wrote";
  static constexpr std::array<std::string_view, 9> present{"says",  "argues", "notes",    "observes", "asks",
                                                           "warns", "states", "declares", "tells"};
  if (!writes && std::ranges::find(present, cue) == present.end()) return;
  if (auto const title = opening_title(words, context.sentence, writes)) attribution.via = text(*title);
}

}  // namespace quoth::grammar
