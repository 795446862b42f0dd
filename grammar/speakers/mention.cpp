// SPDX-License-Identifier: MIT
#include "grammar/speakers/mention.hpp"

#include <algorithm>
#include <array>

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/speakers/proposal.hpp"

namespace quoth::grammar {

namespace {

using enum WordClass;

MentionKind pronoun_kind(Token const& token) {
  if (token.has(he)) return MentionKind::he;
  if (token.has(she)) return MentionKind::she;
  if (token.has(they)) return MentionKind::they;
  if (token.has(it)) return MentionKind::it;
  if (token.has(i)) return MentionKind::i;
  if (token.any(we | you)) return MentionKind::we_or_you;
  return MentionKind::who;
}

// "Some said", "another said"; "this" and "no" are nobody.
MentionKind kind_of_determiner(Token const& word) {
  static constexpr std::array nobody{key_of("this"),  key_of("that"), key_of("these"), key_of("those"), key_of("no"),
                                     key_of("every"), key_of("any"),  key_of("such"),  key_of("half"),  key_of("each")};
  static constexpr std::array one{key_of("one"), key_of("another"), key_of("other")};
  if (word.has(article) || std::ranges::find(nobody, word.key) != nobody.end()) return MentionKind::mass;
  return std::ranges::find(one, word.key) != one.end() ? MentionKind::person : MentionKind::crowd;
}

// In German every noun has a capital. What has a determiner and one noun that no list has is a thing, else a name.
MentionKind kind_of_german(ParsedText const& parsed, Phrase const& phrase) {
  auto const& head = parsed.token(phrase.last - 1);
  std::uint32_t capitals = 0;
  for (auto i = phrase.first; i < phrase.last; ++i)
    capitals += parsed.token(i).capital && !parsed.token(i).any(determiner);
  if (capitals > 1 && !head.any(any_person | body | document | crowd)) return MentionKind::name;
  if (head.any(crowd | plural)) return MentionKind::crowd;
  if (head.any(any_person)) return head.has(given_name) ? MentionKind::name : MentionKind::person;
  if (head.has(outlet)) return MentionKind::body;
  if (head.has(document)) return MentionKind::document;
  if (head.has(body)) return MentionKind::body;
  bool const bare = !parsed.token(phrase.first).any(determiner | WordClass::possessive);
  return bare || head.all_capitals || head.has(given_name) ? MentionKind::name : MentionKind::noun;
}

}  // namespace

MentionKind mention_kind(ParsedText const& parsed, std::uint32_t phrase_index) {
  if (phrase_index >= parsed.phrases.size()) return MentionKind::none;
  if (parsed.phrase(phrase_index).is(PhraseKind::quotation)) return MentionKind::name;  // a label inside
  auto const& phrase = parsed.phrase(phrase_index);
  if (phrase.is(PhraseKind::pronoun) || phrase.is(PhraseKind::relative))
    return pronoun_kind(parsed.token(phrase.first));
  auto const& head = parsed.token(phrase.last - 1);
  if (head.any(determiner) && phrase.last - phrase.first == 1) return kind_of_determiner(head);
  if (parsed.outer_text.language == Language::german) return kind_of_german(parsed, phrase);
  if (head.is(TokenKind::handle) || (head.capital && !head.any(crowd | body | document | outlet)))
    return MentionKind::name;
  bool const bill = head.has(document) && !head.capital;  // and not a man
  if (head.any(any_person) && !head.has(plural) && !bill) return MentionKind::person;
  if (head.any(crowd | they | plural)) return head.has(document) ? MentionKind::document : MentionKind::crowd;
  if (head.has(outlet) && (head.capital || !head.has(document))) return MentionKind::body;
  if (head.has(document)) return MentionKind::document;
  if (head.has(body)) return MentionKind::body;
  bool const bare = phrase.last - phrase.first == 1 && head.is_word() && !head.capital;
  return bare ? MentionKind::mass : MentionKind::noun;
}

bool is_relative_pronoun(ParsedText const& parsed, Proposal const& speaker) {
  auto const& phrase = parsed.phrase(speaker.mention);
  return phrase.is(PhraseKind::relative) ||
         (speaker.rule == ReportingRule::relative && phrase.is(PhraseKind::nominal) &&
          phrase.last - phrase.first == 1 && parsed.token(phrase.first).has(article));
}

std::uint32_t word_before(ParsedText const& parsed, std::uint32_t phrase) {
  auto const first = parsed.phrase(phrase).first;
  if (first == 0) return 0;
  auto const& word = parsed.token(first - 1);
  if (!word.is_word()) return word.is(TokenKind::colon) ? 1 : word.is(TokenKind::comma) ? 2 : 3;
  if (word.has(so_called)) return 4;
  if (word.possessive) return 5;
  if (word.has(possessive)) return 6;
  if (word.has(article)) return 7;
  if (word.key == key_of("as")) return 8;
  if (word.key == key_of("on") || word.key == key_of("in")) return 9;
  if (word.has(of)) return 10;
  if (word.any(demonstrative)) return 11;
  if (word.any(document | outlet)) return 12;
  if (word.any(any_cue)) return 15;
  return word.capital ? 13 : 14;
}

bool is_body_speaker(Token const& head) {
  return head.key == key_of("spokesman") || head.key == key_of("spokeswoman") || head.key == key_of("spokesperson") ||
         head.key == key_of("spokespeople") || head.key == key_of("spokesmen");
}

WordKey head_of(ParsedText const& parsed, std::uint32_t phrase) {
  if (phrase == no_phrase) return 0;
  if (parsed.phrase(phrase).is(PhraseKind::quotation)) return parsed.span_features(phrase).label_key;
  return parsed.token(parsed.phrase(phrase).last - 1).key;
}

}  // namespace quoth::grammar
