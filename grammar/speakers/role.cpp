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

// Heads of roles that lead a body, and those of them by which any leader may be meant.
constexpr std::array leading{key_of("executive"), key_of("chief"),    key_of("head"),
                             key_of("president"), key_of("director"), key_of("chairman"),
                             key_of("ceo"),       key_of("boss"),     key_of("chairwoman")};
constexpr std::array any_leader{key_of("chief"), key_of("boss"), key_of("head")};

bool is_leading(WordKey head) { return std::ranges::find(leading, head) != leading.end(); }

}  // namespace

std::vector<std::uint32_t> Resolver::leaders_among(std::vector<Entity> const& entities) {
  std::vector<std::uint32_t> leaders;
  for (std::uint32_t i = 0; i < entities.size(); ++i)
    if (entities[i].is_person && std::ranges::any_of(entities[i].role_heads, is_leading)) leaders.push_back(i);
  return leaders;
}

bool Resolver::is_description(WordKey head) { return std::ranges::find(descriptions, head) != descriptions.end(); }

// The person who holds the role in the body that the phrase names, where the article says so of one person only:
// "Lennox chief" is "Dana Whitlock, chief executive of Lennox Foods".
std::uint32_t Resolver::holder_in(std::uint32_t phrase_index, std::uint32_t noun) const {
  auto const head = parsed_.token(noun).key;
  auto const [first, last] = people_.uses_in(phrase_index, phrase_index + 1);
  if (first == last || (last - 1)->last != noun || !is_leading(head)) return no_entity;
  if (leaders_.size() > Tuned::most_leaders) return no_entity;
  auto const body = (last - 1)->entity;
  bool const by_any = std::ranges::find(any_leader, head) != any_leader.end();
  auto const fits = [&](WordKey role) { return role == head || (by_any && is_leading(role)); };
  auto holder = no_entity;
  for (auto const i : leaders_) {
    auto const& entity = people_.entities()[i];
    if (i == body || std::ranges::none_of(entity.role_heads, fits)) continue;
    if (std::ranges::none_of(entity.roles, [&](Span role) { return is_of_body(role, body); })) continue;
    if (holder != no_entity) return no_entity;
    holder = i;
  }
  return holder;
}

// Whether the role at that place is one in the body, which may be named by its first word: "chief executive of Lennox
// Foods" for "Lennox".
bool Resolver::is_of_body(Span role, std::uint32_t body) const {
  auto const& tokens = parsed_.outer_text.tokens;
  auto const at = std::ranges::lower_bound(tokens, role.first, {}, &Token::first) - tokens.begin();
  auto const found = std::ranges::upper_bound(parsed_.phrases, static_cast<std::uint32_t>(at), {}, &Phrase::first);
  if (found == parsed_.phrases.begin()) return false;
  auto const phrase = static_cast<std::uint32_t>(found - parsed_.phrases.begin()) - 1;
  static constexpr std::array others{key_of("former"), key_of("deputy"), key_of("vice"), key_of("assistant")};
  for (auto i = parsed_.phrase(phrase).first; i < parsed_.phrase(phrase).last; ++i)
    if (std::ranges::find(others, parsed_.token(i).key) != others.end()) return false;
  auto const end = static_cast<std::uint32_t>(parsed_.phrases.size());
  bool const tied = phrase + 2 < end && parsed_.phrase(phrase + 1).is(PhraseKind::preposition) &&
                    parsed_.phrase(phrase + 2).is(PhraseKind::nominal);
  auto const [first, last] = people_.uses_in(phrase, phrase + (tied ? 3U : 1U));
  auto const& named = people_.entities()[body];
  auto const short_name = named.words == 1 ? parsed_.token(named.first_token).key : WordKey{0};
  return std::any_of(first, last, [&](NameUse const& use) {
    auto const& other = people_.entities()[use.entity];
    return use.entity == body || (!other.is_person && parsed_.token(other.first_token).key == short_name);
  });
}

// The person to whom the article gives a role, the noun at that token, or whom a description fits best.
Resolution Resolver::by_role(std::uint32_t phrase_index, std::uint32_t noun) {
  auto const head = parsed_.token(noun).key;
  bool const definite = parsed_.first_token(phrase_index).key == key_of("the") ||
                        parsed_.first_token(phrase_index).any(possessive | demonstrative);
  if (!definite && !parsed_.first_token(phrase_index).any(determiner)) {
    if (auto const holder = holder_in(phrase_index, noun); holder != no_entity) return of_entity(holder);
  }
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
  if (auto const holder = holder_in(phrase_index, noun); holder != no_entity) return of_entity(holder);
  return nobody("nobody is said to be " + text(words(phrase_index, phrase_index + 1)));
}

}  // namespace quoth::grammar
