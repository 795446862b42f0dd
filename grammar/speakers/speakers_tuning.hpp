// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

// The tuned numbers of who speaks. All were chosen by hand, on annotated and labelled news articles; `scripts/sweep`
// tries other values and prints what becomes of the verdicts on labelled articles. A bound "for hostile text" keeps the
// running time linear: no article that somebody wrote reaches it, and a greater value changes nothing there.
// Distances are in phrases of the parser (PhraseKind), in words, in sentences or in names, as each says.
//
// What is learned is not here: the weights of the ranker and of the classification are in data/weights.txt, those of
// anaphora resolution beside AntecedentFeature. The bins of their features stand where the features are made, as other
// bins need other weights.

namespace quoth::grammar {

// When marked words are speech, and how sure that is.
struct ClassificationTuning {
  // Probabilities, from 0 to 1.
  static constexpr double least_speech = 0.5;      // from here on it is speech
  static constexpr double sure_speech = 0.98;      // where the form of the text says so: a signature, a label above
  static constexpr double sure_signature = 0.9;    // the confidence in the source line of a block quotation
  static constexpr double least_of_rival = 0.005;  // of another mention that may name the speaker; less means nothing
  static constexpr double nearly_sure = 0.9999;    // bounds the log odds that the calibration weighs

  // In words. Headlines quote a few; a line without a full stop that quotes more is a standfirst or a caption.
  static constexpr std::uint16_t longest_in_headline = 25;
  // The first tokens of a marked span by which a repeated term is recognised.
  static constexpr std::uint32_t tokens_of_term = 12;
};

// What stands between marks and is a title, a name or an inscription.
struct NonSpeechTuning {
  // Words before the quotation in which the noun or verb is looked for that says what it is.
  static constexpr std::uint32_t announcement_back = 7;  // "known to all of his friends as"
  static constexpr std::uint32_t inscription_back = 8;   // "a sign with the words"

  // Lengths of what is quoted, in words.
  static constexpr int fewest_of_work = 3;  // "in his book “Forty Years of Rails”"
  static constexpr int fewest_of_heading = 3;
  static constexpr int fewest_of_title = 3;
  static constexpr int longest_nickname = 3;
  static constexpr int longest_name = 5;
  static constexpr int longest_scare_quote = 3;

  // How many words of it have capitals at least; of a work the first one does not count.
  static constexpr int fewest_capitals_of_work = 2;
  static constexpr int fewest_capitals_of_title = 3;
};

// Where CandidateGenerator looks for somebody who may speak.
struct CandidateTuning {
  static constexpr std::uint32_t reported_back = 6;  // sentences in the German subjunctive; as in SentenceTuning
  // Beside a cue of the quotation's own sentence, in phrases.
  static constexpr std::uint32_t longest_object = 3;      // between the cue and the quotation: "Okafor as a"
  static constexpr std::uint32_t before_from_line = 2;    // "And from"
  static constexpr std::uint32_t longest_signature = 16;  // up to the end of its paragraph

  // Without such a cue, in phrases.
  static constexpr std::uint32_t said_of_back = 8;    // before the quotation, to the cue of which the subject is object
  static constexpr std::uint32_t longest_cited = 10;  // from the quotation to the bracket that ends its citation
  static constexpr std::uint32_t recorded_back = 8;   // to "saying during the debate last week,"
  static constexpr std::uint32_t pointer_ahead = 8;   // of the next sentence: "Those were the words of"
  static constexpr std::uint32_t longest_above = 8;   // a line with nothing but a name and a role
  static constexpr std::uint32_t quotations_back = 400;  // in which quotations are counted, so that time is bounded

  static constexpr int fewest_cited_words = 5;     // fewer before brackets are a term
  static constexpr std::uint32_t most_owners = 2;  // before the quotation in its sentence: "Okafor’s promise of"
};

// Which names are one person's.
struct PeopleTuning {
  static constexpr std::uint32_t longest_link = 3;        // words that link capitalised ones: "of the", "van der"
  static constexpr std::uint32_t longest_plain_name = 4;  // words of a person's name that no list has
  // In tokens. Of several people of one surname the one named first is meant, unless that was `long_ago` and another
  // was named `just_now`.
  static constexpr std::uint32_t long_ago = 150;
  static constexpr std::uint32_t just_now = 100;

  // For hostile text, as each quotation has names and roles of its own.
  static constexpr std::size_t most_bearers = 64;  // of a surname that are looked at
  static constexpr std::size_t most_roles = 20;    // of a person; of 1,000 articles of news the most are 5
  // In code points; a longer name or role is cut. Of the same articles the longest has 74.
  static constexpr std::uint32_t longest_name = 200;
};

// For whom a pronoun, a title or a noun may stand.
struct AnaphoraTuning {
  static constexpr std::uint32_t sentences_back = 12;  // sentences in which its antecedent is looked for
  static constexpr std::uint32_t echo_back = 3;        // sentences to an earlier pronoun for the same person
  static constexpr int most_echoes = 6;                // pronouns in a row that stand for each other
  static constexpr std::uint32_t relative_back = 4;    // phrases from "who" to its noun
  static constexpr std::uint32_t via_ahead = 8;        // phrases from the cue to the end of "in a statement"
  static constexpr std::uint32_t issuer_ahead = 7;  // phrases from "a report" to the issuer of "released on Monday by"
  // Code points of the quotation in which its speaker's surname is looked for: hardly anybody calls himself by name.
  static constexpr std::uint32_t named_inside = 400;
  // The least probability of an antecedent that is taken for "the billionaire", from 0 to 1.
  static constexpr double sure_description = 0.5;

  // For hostile text.
  static constexpr std::ptrdiff_t uses_back = 200;  // names before the mention that are weighed
  static constexpr std::ptrdiff_t uses_ahead = 40;  // and behind it
  static constexpr std::size_t most_antecedents = 32;
  static constexpr std::ptrdiff_t role_back = 1'000;  // names before "the mayor" that are asked for the role
  static constexpr std::size_t most_leaders = 200;    // of bodies; of more, "Lennox chief" is nobody's
  static constexpr std::uint32_t issuer_back = 600;   // phrases before "the statement" in which its issuer is sought
};

// What a mention is worth where everybody is weighed who may be meant.
struct MentionTuning {
  // Probabilities, from 0 to 1.
  static constexpr double namesakes = 0.1;    // that a surname means another bearer than the one chosen
  static constexpr double indefinite = 0.05;  // that "a voter" is somebody the article names

  // Odds against an antecedent of score 0 that the mention stands for nobody who is named.
  static constexpr double nobody_he = 1.0;
  static constexpr double nobody_it = 4.0;         // and "they"
  static constexpr double nobody_definite = 6.0;   // "the mayor"
  static constexpr double nobody_described = 3.0;  // "the billionaire"
  static constexpr double nobody_in_general = 1.0;

  // The candidates that an attribution has.
  static constexpr std::size_t most_candidates = 32;
  static constexpr double least_candidate = 0.0005;  // a probability
};

}  // namespace quoth::grammar
