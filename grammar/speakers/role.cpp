// SPDX-License-Identifier: MIT
// Whom a title or a description stands for: "the mayor", "the Republican".
#include <algorithm>
#include <array>

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/speakers/classification.hpp"
#include "grammar/speakers/resolve.hpp"
#include "grammar/speakers/speakers_tuning.hpp"

namespace quoth::grammar {

namespace {

using enum WordClass;
using Tuned = AnaphoraTuning;

// Nouns by which a person named before is called again, though the article did not say it of them. "The judge" and "the
// moderator" are not among them: who is called so is somebody else.
constexpr std::array descriptions{
    key_of("candidate"),     key_of("nominee"),     key_of("frontrunner"),   key_of("front-runner"),
    key_of("contender"),     key_of("hopeful"),     key_of("incumbent"),     key_of("politician"),
    key_of("lawmaker"),      key_of("senator"),     key_of("governor"),      key_of("congressman"),
    key_of("congresswoman"), key_of("republican"),  key_of("democrat"),      key_of("conservative"),
    key_of("socialist"),     key_of("businessman"), key_of("businesswoman"), key_of("mogul"),
    key_of("tycoon"),        key_of("magnate"),     key_of("billionaire"),   key_of("millionaire"),
    key_of("star"),          key_of("actor"),       key_of("actress"),       key_of("singer"),
    key_of("comedian"),      key_of("author"),      key_of("writer"),        key_of("journalist"),
    key_of("veteran"),       key_of("native"),      key_of("secretary"),     key_of("leader"),
    key_of("developer"),     key_of("lady")};

}  // namespace

bool Resolver::is_description(WordKey head) { return std::ranges::find(descriptions, head) != descriptions.end(); }

// The person to whom the article gives a role, the noun at that token, or whom a description fits best.
Resolution Resolver::by_role(std::uint32_t phrase_index, std::uint32_t noun) {
  auto const head = parsed_.token(noun).key;
  bool const definite = parsed_.first_token(phrase_index).key == key_of("the") ||
                        parsed_.first_token(phrase_index).any(possessive | demonstrative);
  if (!definite) return nobody("nobody is named");
  if (is_description(head)) {
    auto const antecedents = antecedents_of_role(phrase_index, noun, no_entity);
    if (!antecedents.empty() && antecedents.front().probability >= Tuned::sure_description)
      return of_entity(antecedents.front().entity);
  }
  auto const [first, last] = people_.uses_in(0, phrase_index);
  auto const* const earliest = last - std::min(last - first, Tuned::role_back);
  for (auto const* use = last; use != earliest;) {
    --use;
    if (has_role(people_.entities()[use->entity], head)) return of_entity(use->entity);
  }
  return nobody("nobody is said to be " + text(words(phrase_index, phrase_index + 1)));
}

}  // namespace quoth::grammar
