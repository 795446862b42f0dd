// SPDX-License-Identifier: MIT
#include "grammar/clauses/parsed_text.hpp"

#include <algorithm>
#include <array>

#include "grammar/clauses/clauses_tuning.hpp"

namespace quoth::grammar {

using Tuned = SentenceTuning;

ParsedText::ParsedText(OuterText const& outer, std::vector<SpanFeatures> const& features_of_all)
    : outer_text(outer),
      features_by_span(features_of_all),
      phrases(phrases_of(outer.tokens, outer.language)),
      sentences(sentences_of(outer.tokens, phrases, features_of_all, outer.language)) {
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    for (auto i = sentences[s].first; i < sentences[s].last; ++i) {
      if (phrases[i].is(PhraseKind::quotation)) quotations_.push_back({i, s});
    }
  }
  find_all_clauses();
  if (quotations_.empty()) return;
  acting_subjects_.reserve(sentences.size());
  for (std::uint32_t s = 0; s < sentences.size(); ++s) acting_subjects_.push_back(subject_from(s, true));
}

// Parses only sentences near a quotation: its own, the two before and the one after.
void ParsedText::find_all_clauses() {
  clause_ranges_.assign(sentences.size(), {0, 0});
  std::vector<bool> wanted(sentences.size(), false);
  for (auto const& location : quotations_) {
    auto const back = outer_text.language == Language::german ? Tuned::reported_back : 2U;
    auto const from = location.sentence > back ? location.sentence - back : 0;
    for (auto s = from; s < std::min<std::size_t>(location.sentence + 2, sentences.size()); ++s) wanted[s] = true;
  }
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    auto const first = clauses_.size();
    if (wanted[s])
      find_reporting_clauses(outer_text.tokens, phrases, features_by_span, sentences[s].first, sentences[s].last,
                             clauses_, outer_text.language);
    clause_ranges_[s] = {first, clauses_.size()};
  }
}

std::uint32_t ParsedText::sentence_of(std::uint32_t phrase) const {
  auto const found = std::ranges::upper_bound(sentences, phrase, {}, &Sentence::first);
  return static_cast<std::uint32_t>(found - sentences.begin()) - 1;
}

std::uint32_t ParsedText::first_subject(std::uint32_t sentence) const { return subject_from(sentence, false); }

std::uint32_t ParsedText::subject_from(std::uint32_t sentence, bool with_verb) const {
  auto const& range = sentences[sentence];
  bool after_preposition = false;
  auto first = range.last;
  for (auto i = range.first; i < range.last; ++i) {
    if (phrases[i].can_speak() && !after_preposition && may_be_subject(i)) {
      // "Ute Brandis, Sprecherin der Stadt sagte": an apposition that no comma closes.
      bool const apposed = outer_text.language == Language::german && first + 2 == i &&
                           phrases[first + 1].is(PhraseKind::comma) && phrases[first].is(PhraseKind::nominal);
      if (!with_verb || has_verb_behind(i, range.last)) return apposed ? first : i;
      first = std::min(first, i);
    }
    if (phrases[i].is(PhraseKind::quotation) && first != range.last) break;
    after_preposition = (phrases[i].is(PhraseKind::preposition) && !first_token(i).has(WordClass::subordinator)) ||
                        phrases[i].is(PhraseKind::according) ||
                        (phrases[i].is(PhraseKind::cue) && phrases[i].form != CueForm::finite);
  }
  return first;
}

// Whether the nominal is a genitive of the one before it: "der Stadt" of "ein Sprecher der Stadt".
bool ParsedText::is_genitive(std::uint32_t phrase) const {
  static constexpr std::array articles{key_of("der"),    key_of("des"),    key_of("eines"),  key_of("einer"),
                                       key_of("dieser"), key_of("dieses"), key_of("seiner"), key_of("ihrer")};
  if (outer_text.language != Language::german || phrase == 0) return false;
  auto const& range = phrases[phrase];
  return range.is(PhraseKind::nominal) && phrases[phrase - 1].is(PhraseKind::nominal) && range.last - range.first > 1 &&
         std::ranges::find(articles, first_token(phrase).key) != articles.end();
}

std::uint32_t ParsedText::with_genitives(std::uint32_t nominal) const {
  auto last = nominal + 1;
  while (last < phrases.size() && is_genitive(last)) ++last;
  return last;
}

// Whether the case of a German nominal allows it to be a subject, and it is no time: not "den Minister", "am 3. Mai".
bool ParsedText::may_be_subject(std::uint32_t phrase) const {
  if (outer_text.language != Language::german || !phrases[phrase].is(PhraseKind::nominal)) return true;
  if (is_genitive(phrase)) return false;
  static constexpr std::array others{key_of("den"),    key_of("dem"),    key_of("des"),
                                     key_of("einen"),  key_of("einem"),  key_of("eines"),
                                     key_of("seinen"), key_of("seinem"), key_of("ihrem")};
  auto const& range = phrases[phrase];
  auto const& head = token(range.last - 1);
  if (head.is(TokenKind::number) || head.any(WordClass::time | WordClass::day | WordClass::month)) return false;
  bool const is_bare = range.last - range.first == 1 && head.has(WordClass::determiner);
  if (is_bare && phrase + 1 < phrases.size() && phrases[phrase + 1].is(PhraseKind::quotation)) return false;
  return std::ranges::find(others, first_token(phrase).key) == others.end();
}

// Whether a verb follows the phrase, behind adverbs, brackets or an apposition between commas at most: "Tamm, the
// mayor, said". Not "in Harrow, Ohio, Tamm said".
bool ParsedText::has_verb_behind(std::uint32_t phrase, std::uint32_t last) const {
  auto const is_verb = [&](std::uint32_t i) {
    while (i < last && phrases[i].is(PhraseKind::adverb)) ++i;
    return i < last && (phrases[i].is(PhraseKind::verb) || phrases[i].is(PhraseKind::cue));
  };
  phrase = with_genitives(phrase) - 1;
  if (is_verb(phrase + 1)) return true;
  for (auto i = phrase + 1; i < std::min(last, phrase + Tuned::longest_apposition); ++i) {
    if (phrases[i].is(PhraseKind::quotation) || phrases[i].is(PhraseKind::verb) || phrases[i].is(PhraseKind::cue))
      return false;
    if (i > phrase + 1 && (phrases[i].is(PhraseKind::comma) || phrases[i].is(PhraseKind::close_bracket)) &&
        is_verb(i + 1))
      return phrases[phrase + 1].is(PhraseKind::comma) || phrases[phrase + 1].is(PhraseKind::open_bracket);
  }
  return false;
}

bool ParsedText::is_reported(std::uint32_t sentence) const {
  static constexpr std::array forms{
      key_of("sei"),     key_of("seien"),   key_of("habe"),     key_of("werde"),   key_of(U"könne"),  key_of(U"müsse"),
      key_of("solle"),   key_of("wolle"),   key_of(U"dürfe"),   key_of("gebe"),    key_of("gehe"),    key_of("komme"),
      key_of("stehe"),   key_of("liege"),   key_of("bleibe"),   key_of("lasse"),   key_of("nehme"),   key_of("bestehe"),
      key_of("halte"),   key_of("handele"), key_of("handle"),   key_of(U"führe"),  key_of("wisse"),   key_of("gelte"),
      key_of("brauche"), key_of("mache"),   key_of("zeige"),    key_of(U"wären"),  key_of(U"hätten"), key_of(U"würden"),
      key_of(U"würde"),  key_of(U"hätte"),  key_of(U"könnten"), key_of(U"müssten")};
  if (outer_text.language != Language::german) return false;
  auto const& range = sentences[sentence];
  for (auto i = phrases[range.first].first; i < phrases[range.last - 1].last; ++i) {
    if (outer_text.tokens[i].is_word() && std::ranges::find(forms, outer_text.tokens[i].key) != forms.end())
      return true;
  }
  return false;
}

bool ParsedText::is_headline(std::uint32_t sentence) const {
  auto const& range = sentences[sentence];
  auto const last = range.last - 1;
  if (!phrases[last].is(PhraseKind::paragraph_end)) return first_token(range.first).title_case;
  bool const starts_paragraph = range.first == 0 || phrases[range.first - 1].is(PhraseKind::paragraph_end);
  if (first_token(last).title_case || (range.first < last && first_token(range.first).title_case)) return true;
  if (!starts_paragraph || range.last - range.first < Tuned::shortest_headline ||
      range.last - range.first > Tuned::longest_headline)
    return false;
  auto const& end = phrases[last - 1];
  if (end.is(PhraseKind::quotation)) return span_features(last - 1).ending == Ending::none;
  return end.can_speak() || end.is(PhraseKind::adverb) || end.is(PhraseKind::verb);
}

}  // namespace quoth::grammar
