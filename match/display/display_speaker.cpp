// SPDX-License-Identifier: MIT
#include "match/display/display_speaker.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "match/display/display_tuning.hpp"
#include "match/speakers/known_name.hpp"
#include "match/speakers/speaker_match.hpp"
#include "text/names/person_name.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/letter_case.hpp"

namespace quoth::match {

namespace {

// "HPD": a body's short name.
bool is_acronym(std::string_view alias) {
  return alias.size() > 1 && text::is_ascii_upper(alias[0]) && text::is_ascii_upper(alias[1]);
}

bool has_given_name(std::string_view speaker) {
  static auto const names = [] {
    std::unordered_set<std::string_view> all;
    for (auto const& given : text::given_names()) all.insert(given.name);
    return all;
  }();
  return names.contains(known_name(speaker)->given);
}

bool is_letter(char32_t c) { return text::is_letter(c) || c == U'-' || c == U'’' || c == U'\''; }
bool is_capital(char32_t c) { return text::is_letter(c) && text::to_lower(c) != c; }

// The end of a name of two to four words with capitals that begins at `at`; `at` where none does.
std::size_t end_of_name(std::u32string_view text, std::size_t at) {
  std::size_t words = 0;
  auto end = at;
  for (auto next = at; words < 4 && next < text.size() && is_capital(text[next]); ++words) {
    end = next;
    while (end < text.size() && is_letter(text[end])) ++end;
    next = end + 1;
    if (end >= text.size() || text[end] != U' ') return words > 0 ? end : at;
  }
  return words > 1 ? end : at;
}

// Whether the role that begins at `at` is another one, or no longer held: "the former mayor", "deputy mayor".
bool is_other_role(std::u32string_view text, std::size_t at) {
  constexpr std::array<std::u32string_view, 12> words{U"former ",  U"deputy ", U"vice ",  U"acting ",
                                                      U"late ",    U"ex-",     U"then-",  U"assistant ",
                                                      U"onetime ", U"vice-",   U"first ", U"next "};
  auto const before = text.substr(0, at);
  auto const ends_with = [&](std::u32string_view word) {
    if (before.size() < word.size()) return false;
    auto const end = before.substr(before.size() - word.size());
    return std::ranges::equal(end, word, {}, text::to_lower);
  };
  return std::ranges::any_of(words, ends_with);
}

// Behind a role, "of Harrow".
std::size_t behind_place(std::u32string_view text, std::size_t at) {
  constexpr std::u32string_view of = U" of ";
  if (!text.substr(at).starts_with(of) || at + of.size() >= text.size() || !is_capital(text[at + of.size()])) return at;
  auto end = at + of.size();
  while (end < text.size() && is_letter(text[end])) ++end;
  return end;
}

// The name that a text gives the one with a role: "the librarian, Hetty Marsh", "librarian Hetty Marsh". Empty where it
// gives none, or more than one. A headline's own words say nothing of it, as all of them may have capitals: "Hetty Just
// Closed The Library".
std::string holder_of(Document const& document, Span mention) {
  constexpr std::uint32_t longest_role = 40;  // code points
  if (mention.size() > longest_role) return {};
  auto const text = document.text();
  std::u32string lower(text);
  std::ranges::transform(lower, lower.begin(), text::to_lower);
  auto const role = lower.substr(mention.first, mention.size());
  std::string holder;
  for (auto at = lower.find(role); at != lower.npos; at = lower.find(role, at + 1)) {
    if (at == mention.first || (at > 0 && is_letter(text[at - 1])) || is_other_role(text, at)) continue;
    auto first = behind_place(text, at + role.size());
    if (first < text.size() && text[first] == U',') ++first;
    if (first >= text.size() || text[first] != U' ') continue;
    auto const last = end_of_name(text, ++first);
    if (last == first) continue;
    auto name = document.utf8({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
    if (!holder.empty() && !text::same_person(holder, name)) return {};
    if (holder.empty()) holder = std::move(name);
  }
  return holder;
}

bool is_person(Attribution const& attribution) {
  return has_given_name(attribution.speaker) ||
         (!attribution.aliases.empty() && std::ranges::none_of(attribution.aliases, is_acronym));
}

}  // namespace

std::optional<Attribution> attribution_of_display(Document const& document, Quotation const& quotation) {
  if (!quotation.attribution || !quotation.attribution->mention || !quotation.attribution->speaker.empty())
    return quotation.attribution;
  auto attribution = *quotation.attribution;
  auto role = document.utf8(*attribution.mention);
  auto holder = holder_of(document, *attribution.mention);
  if (holder.empty()) return attribution;
  attribution.candidates = {{holder, {role}, 1}};
  attribution.speaker = std::move(holder);
  attribution.aliases = {std::move(role)};
  return attribution;
}

bool credits_another(Attribution const& display, Turn const& own_turn, Attribution const& own,
                     std::vector<std::string> const& namesakes) {
  if (display.speaker.empty() || own.speaker.empty() || !own.tagged || own.confidence < DisplayTuning::least_confidence)
    return false;
  if (own.naming != Naming::name || !is_person(display) || !is_person(own)) return false;
  // Other candidates are whom the grammar weighs; here the headline's own words say who is meant.
  Attribution named;
  named.speaker = display.speaker;
  named.aliases = display.aliases;
  named.naming = Naming::name;
  SpeakerMatch speakers(&named, namesakes);
  return speakers.relation(own_turn) == SpeakerRelation::different;
}

bool credits_same(std::optional<Attribution> const& display, Turn const& own_turn) {
  if (!display) return false;
  SpeakerMatch speakers(&*display);
  return speakers.relation(own_turn) == SpeakerRelation::same;
}

}  // namespace quoth::match
