// SPDX-License-Identifier: MIT
// Two who speak together: "Ana Tamm and Tom Okafor said".
#include "grammar/clauses/parsed_text.hpp"
#include "grammar/speakers/proposal.hpp"
#include "grammar/speakers/resolve.hpp"

namespace quoth::grammar {

using enum WordClass;

// The nominal that "and" joins to the mention: before a subject where the two start a clause, after an inverted subject
// where they end the sentence ("“…,” said Ana Tamm and Tom Okafor."). `no_phrase` if there is none.
std::uint32_t Resolver::joined_to(Proposal const& speaker) const {
  auto const at = speaker.mention;
  auto const ends = [](PhraseKind kind) {
    return kind == PhraseKind::quotation || kind == PhraseKind::paragraph_end || kind == PhraseKind::sentence_end;
  };
  auto const is_and = [&](std::uint32_t i) {
    return parsed_.phrase(i).is(PhraseKind::conjunction) && parsed_.first_token(i).has(and_);
  };
  auto other = no_phrase;
  if (speaker.rule == ReportingRule::subject_verb && at >= 2 && is_and(at - 1) &&
      (at == 2 || ends(parsed_.phrase(at - 3).kind)))
    other = at - 2;
  if (speaker.rule == ReportingRule::verb_subject && at + 3 < parsed_.phrases.size() && is_and(at + 1) &&
      ends(parsed_.phrase(at + 3).kind) && !parsed_.token(parsed_.phrase(at).last - 1).has(title))
    other = at + 2;
  if (other == no_phrase || !parsed_.phrase(other).is(PhraseKind::nominal)) return no_phrase;
  return parsed_.token(parsed_.phrase(other).last - 1).possessive ? no_phrase : other;
}

// Both speakers of "Ana Tamm and Tom Okafor said", of whom the candidate names one, resolved already.
std::optional<Resolution> Resolver::jointly(Proposal const& speaker, Resolution const& resolved) {
  auto const at = joined_to(speaker);
  if (at == no_phrase || resolved.entity == no_entity) return std::nullopt;
  auto const other = nominal(at, at + 1);
  if (other.entity == no_entity || other.entity == resolved.entity) return std::nullopt;
  bool const before = at < speaker.mention;
  Resolution both;
  both.aliases = {before ? other.speaker : resolved.speaker, before ? resolved.speaker : other.speaker};
  both.speaker = both.aliases.front() + " and " + both.aliases.back();
  both.mention = before ? words(at, speaker.mention_last) : words(speaker.mention, at + 1);
  return both;
}

}  // namespace quoth::grammar
