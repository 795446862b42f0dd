// SPDX-License-Identifier: MIT
#include "grammar/clauses/reporting.hpp"

#include <algorithm>
#include <array>

#include "grammar/clauses/reporting_def.hpp"
#include "grammar/clauses/reporting_german_def.hpp"

namespace quoth::grammar {

std::string_view to_string(ReportingRule rule) {
  static constexpr std::array<std::string_view, static_cast<std::size_t>(ReportingRule::count_)> names{
      "subject-verb",    "verb-subject",   "same-subject",   "main-subject",   "relative",
      "quoted-object",   "passive-agent",  "according-to",   "label",          "from-line",
      "owner",           "bare-subject",   "clause-subject", "subject-gerund", "continued",
      "sentence-before", "subject-before", "sentence-after", "inner-label",    "signature"};
  return names.at(static_cast<std::size_t>(rule));
}

bool is_said_of_subject(Tokens const& tokens, Phrase const& phrase) {
  if (!phrase.is(PhraseKind::cue) || phrase.form != CueForm::passive) return false;
  auto const& word = tokens[phrase.last - 1];
  static constexpr std::array addressed{key_of("told"),    key_of("asked"),    key_of("urged"),
                                        key_of("advised"), key_of("reminded"), key_of("informed"),
                                        key_of("assured"), key_of("warned"),   key_of("instructed"),
                                        key_of("ordered"), key_of("begged"),   key_of("nicknamed")};
  return word.has(WordClass::verdict) || std::ranges::find(addressed, word.key) != addressed.end();
}

void find_reporting_clauses(Tokens const& tokens, Phrases const& phrases,
                            std::vector<SpanFeatures> const& features_by_span, std::uint32_t first, std::uint32_t last,
                            std::vector<ReportingClause>& clauses, Language language) {
  ReportingState state;
  state.tokens = &tokens;
  state.features_by_span = &features_by_span;
  state.begin = phrases.data();
  state.clauses = &clauses;
  Phrase const* at = phrases.data() + first;
  if (language == Language::german) {
    x3::parse(at, phrases.data() + last, x3::with<ReportingState>(std::ref(state))[german_sentence]);
  } else {
    x3::parse(at, phrases.data() + last, x3::with<ReportingState>(std::ref(state))[sentence]);
  }
}

}  // namespace quoth::grammar
