// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

// The tuned numbers of phrases, sentences and reporting clauses. All were chosen by hand: they say how far a
// construction may reach. Greater values cost time, and take words for a part of it that are none. `scripts/sweep`
// tries other values and prints what becomes of the verdicts on labelled articles.

namespace quoth::grammar {

// Tokens inside a phrase.
struct PhraseTuning {
  static constexpr std::ptrdiff_t longest_name_link = 3;   // "of the", "van der"
  static constexpr std::ptrdiff_t longest_before_cue = 8;  // the nouns between an office and its verb
};

// Phrases inside a sentence.
struct SentenceTuning {
  // Longer sentences are cut, so that the time stays linear in the length of the input. Only hostile text has them.
  static constexpr std::uint32_t longest_sentence = 200;
  static constexpr std::size_t cue_ahead = 20;  // from the comma in "Hugh Okafor, a doctor, said" to the cue
  static constexpr std::uint32_t longest_action = 8;  // from the verb to the dash in "“The—” Okafor paused—“bridge”"
  static constexpr std::uint32_t longest_between_commas = 12;  // "Tamm, the mayor, said", behind an opener
  static constexpr std::uint32_t longest_apposition = 16;      // the same, where the first subject is looked for
  // A line without a full stop that ends its paragraph; shorter ones are labels, longer ones text.
  // Sentences that German goes on reporting in the subjunctive, without another verb of reporting.
  static constexpr std::uint32_t reported_back = 6;
  static constexpr std::uint32_t shortest_headline = 4;
  static constexpr std::uint32_t longest_headline = 30;
};

// How many parts a reporting clause may have (`most_`, `more_`), and of how many phrases each (`longest_`).
struct ReportingTuning {
  static constexpr int most_tied = 3;             // noun phrases tied to a mention: "the mayor of the town of Harrow"
  static constexpr int most_adjuncts = 3;         // between the subject and its verb: "on Tuesday"
  static constexpr int most_adjuncts_of_who = 2;  // between "who" and its verb
  static constexpr int more_insertions = 4;       // behind the first one, between commas or dashes
  static constexpr int longest_insertion = 24;    // between commas or dashes
  static constexpr int longest_in_brackets = 24;
  static constexpr int longest_restriction = 12;  // of a relative clause without commas: "The woman who found the dog"
  static constexpr int longest_in_label = 12;     // between a name and its colon: "Okafor, mayor of Harrow:"
};

// Of German, in phrases.
struct GermanTuning {
  static constexpr int longest_middle = 25;             // between the two parts of a verb: "hat … gesagt"
  static constexpr int most_before_subject = 3;         // "sagte am Montag gegenüber der Zeitung der Minister"
  static constexpr std::uint32_t farthest_helper = 12;  // from an agent back to its passive: "wird … von Kritikern"
};

}  // namespace quoth::grammar
