// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

// The tuned numbers of the check: from which passages are read to what is held against a quotation. `scripts/sweep`
// tries other values and prints what becomes of the verdicts on labelled articles. Where nothing is said of how a
// number was found, it was found by hand. Shares, supports and likenesses are in [0, 1], numbers of words from 1. The
// costs of edits are in include/quoth/edit_classes.def, those of the alignment in match/align/align_tuning.hpp;
// capacities and the sizes of what is shown are beside the code.

namespace quoth::match {

// How few words still prove something. In words.
struct LengthTuning {
  // With fewer words, a quotation or a segment of one that is not found, or only found with another speaker, proves
  // nothing; with twice as many a finding is surer.
  static constexpr std::size_t least_words = 4;
  // A whole clause of so many words may be missed; of a few words inside the writer's own sentence, `least_words`. At
  // most `least_words`.
  static constexpr std::size_t least_missing = 3;
  // Of a quotation that nothing resembles as a whole, a stretch of so many words is looked for with other speakers too.
  static constexpr std::size_t least_foreign = 8;
  // In code points. Shorter quotations are checked after the longer ones, whose sources are then favoured.
  static constexpr std::size_t long_enough_alone = 40;
};

// The most places expected by accident where a reading still proves something, chosen on quotations of American news of
// 2015-16 in campaign transcripts. What the claimed speaker said on another occasion is no harm to a clean verdict, so
// of each pair the first, for a clean verdict, is at least the second, for one that accuses. From 0, where nothing
// proves anything; about 1, as many as one place is to be expected.
struct ChanceTuning {
  static constexpr double own_clean = 10;
  static constexpr double own_accusing = 0.04;
  static constexpr double anybodys_clean = 0.05;
  static constexpr double anybodys_accusing = 0.0003;
  static constexpr double others_clean = 0.05;
  static constexpr double others_accusing = 0.05;
  // Of fewer words than this, which a whole clause of speech hardly has, more is asked in any case.
  static constexpr std::size_t few_words = 4;
  static constexpr double limit_of_few_words = 0.1;

  // Negative natural logarithms of a probability: above it no store is so large that an accident could explain a
  // passage; of a source later than the article more is asked. The rest need not be looked up. Numbers of speed,
  // as long as they are high enough.
  static constexpr double improbable = 42;
  static constexpr double improbable_later = 60;

  // Of a word that is not the same in a machine's transcript, where the whole sounds like the passage: one word in
  // twenty would sound as well as the best do by accident, and anything sounds half alike. A probability above 0, and a
  // likeness below 1.
  static constexpr double same_sounds = 0.05;
  static constexpr double unrelated_sound = 0.5;
};

// What is evidence. The numbers of places are those expected by accident, see ChanceTest.
struct EvidenceTuning {
  // In places: from the first on, words found whole are everyday words; up to the second, words that another's turn
  // passes on as the claimed speaker's are evidence.
  static constexpr double everyday = 0.2;
  static constexpr double least_of_reported = 0.1;
  // In places: a source later than the article clears a quotation only where an accident is out of the question: dates
  // in files are often of publication.
  static constexpr double least_of_later = 1e-6;
  // In words: a sentence shows who said it; a clause, or words that differ, or that stand in the article's own
  // sentence, show it only where an accident is rarer than misattributed quotations are: one in several hundred.
  // Shorter turns of phrase are anybody's. Found on 924 articles of American news, where each of seven quotations said
  // to be misattributed was a turn of phrase or a third person's.
  static constexpr std::size_t sentence = 8;
  static constexpr std::size_t clause = 6;
  static constexpr double least_of_fragment = 0.003;  // in places
  // The share of the words that a passage has which the quotation is like.
  static constexpr double least_likeness = 0.6;
  // In so many sources one other person, and nobody else, says the words: then they are a saying of that person's.
  static constexpr std::size_t least_sources = 5;
};

// How sure a verdict is: the product of what holds, each about the share of accusations of that kind that were right.
// Of words that differ, 1,570 of 1,590 were right where people made the source, and 1,055 of 1,200 where a recogniser
// did; of what stands nowhere, nearly all of eight words and more, and half of fewer. The articles: American news of
// 2015-16, scholars' quotations of a novel, earnings calls and their transcripts by four recognisers.
struct ConfidenceTuning {
  static constexpr double best = 0.98;
  // Of `LengthTuning::least_words`, and of twice as many.
  static constexpr double of_few_words = 0.9;
  static constexpr double of_enough_words = 1;
  // Of no support, and of all.
  static constexpr double without_support = 0.7;
  static constexpr double with_support = 1;
  static constexpr double speaker_not_named = 0.9;
  static constexpr double alike_in_sound = 0.9;
  static constexpr double heard_by_machine = 0.88;

  // Of what stands nowhere: of fewer words than `LengthTuning::least_words`, of fewer than twice as many, and of more.
  static constexpr double few_words_not_found = 0.5;
  static constexpr double some_words_not_found = 0.7;
  static constexpr double many_words_not_found = 0.95;
  // Where a machine heard all that should have them. Of whole sentences that were spoken and that four recognisers
  // heard too badly to be found, there are about as many as of sentences that nobody said.
  static constexpr double not_found_by_machine = 0.6;
};

// Which readings are as good as others. In hundredths of a word, as the costs of the alignment are.
struct RankTuning {
  // Readings that cost up to this much more are nearly as good. Below AlignmentCosts::substitute, a word's difference.
  static constexpr std::int32_t less_than_a_word = 60;
  // Surcharge per word for another speaker's passage: the claimed speaker's version wins while it differs in fewer
  // words than this share of the quotation.
  static constexpr std::int32_t wrong_speaker_surcharge = 25;
  // The same for somebody whom the article less probably means. At most that of the wrong speaker.
  static constexpr std::int32_t possible_speaker_surcharge = 4;

  // In days: a source that is later than the article is less likely, and counts as so much further.
  static constexpr std::int32_t further_if_later = 1000;
  // In days: a source that is no more than this later than the article does not count as later. From 0.
  static constexpr std::int32_t grace = 1;
};

// The support of a reading, which is the weighted share of the quotation's words that the passage has in runs, and how
// much of it a reading must have.
struct ReadingTuning {
  // How much a run of two words and a single word prove, which may be anywhere by chance; three prove themselves. In
  // [0, 1].
  static constexpr double trust_in_two = 0.6;
  static constexpr double trust_in_one = 0.3;
  // How much a pair of related words proves, such as another form or the opposite. In [0, 1].
  static constexpr double related_share = 0.5;
  // In words: a marked ellipsis over at most this many does not end a run.
  static constexpr std::int32_t nearby_after_ellipsis = 12;
  // In words: the deduction for each jump without an ellipsis, because words that may be joined from anywhere prove
  // less; and how many are passed over without being a jump.
  static constexpr double words_against_jump = 1.5;
  static constexpr std::int32_t nearby_without_jump = 12;

  // The least support of n words is `least_support + support_by_chance / (n + 1)`, at most `most_support_needed`:
  // higher for few words, which agree by chance more easily. Another speaker's passage must be more similar. The most
  // is below 0.875, which four words have of which one is related, such as another number.
  static constexpr double most_support_needed = 0.87;
  static constexpr double least_support = 0.5;
  static constexpr double support_by_chance = 2;  // in words
  // The same of a document's passage: people say a thing again and again in nearly the same words, but write it once,
  // and what is nearly it is it. With 2, of 739 quotations of a novel 17 more were not found, all of which stand in it.
  static constexpr double written_support_by_chance = 0.5;  // in words
  static constexpr double least_foreign_support = 0.75;
  static constexpr double foreign_support_by_chance = 1.5;  // in words
  // In words: a passage that has at least so many, all in order, with at most so many between, resembles the quotation
  // whatever its support.
  static constexpr std::size_t least_nearly_whole = 4;
  static constexpr std::size_t most_between = 2;

  // The support of a reading from a machine's transcript that is compared by its sounds as well: from, and below.
  // The second is above the first.
  static constexpr double least_to_listen = 0.15;
  static constexpr double sure_without_sound = 0.9;
  // How many words of the passage, for each word of the quotation beyond the first or the last pair, are listened to:
  // numbers are one word in digits and many when said.
  static constexpr std::size_t words_heard_per_word = 2;

  // The share of its letters from which a passage resembles the quotation, whatever their words are; and how many
  // words beyond the first and the last pair are compared for each word of the quotation there.
  static constexpr double least_letters = 0.87;
  static constexpr std::size_t words_read_per_word = 2;
  // Below this support letters are not compared. A number of speed, as long as it is low enough.
  static constexpr double least_to_read = 0.3;
};

// Which candidates are aligned. Numbers of speed, as long as the shares are low enough and the support is high enough.
struct CandidateTuning {
  // The share of an exact reading's score that another exact reading has at least, and of a good reading's score that
  // another good one has at least. Candidates below it are not aligned.
  static constexpr double share_for_exact = 0.9;
  static constexpr double share_for_good = 0.4;
  static constexpr double good_support = 0.8;
  // See Query: below the first no passage resembles a quotation, below the last no other speaker's does where the
  // article names the speaker expressly; the second is for where it does not. Of 14,900 look-ups for the news of
  // 2015-16 each found passage that resembles has 0.39 and more, and with these numbers two verdicts of 8,819 change.
  static constexpr double least_score = 0.35;
  static constexpr double least_score_of_any = 0.45;
  static constexpr double least_score_of_others = 0.6;
};

// Parts of a quotation that are searched for separately, and what stands together.
struct PartTuning {
  // The least words of such a part.
  static constexpr std::size_t shortest_part = 5;
  // The least share of a part's words that must be in the passage, in runs of two or more.
  static constexpr double least_share = 0.5;
  // With a smaller share, in any order, the part is absent from the passage. At most `least_share`.
  static constexpr double absent_share = 0.25;
  // A part must be found elsewhere nearly word for word.
  static constexpr double least_part_support = 0.75;
  static constexpr std::size_t most_searches = 4;  // for one quotation; each takes as long as that for the whole

  // In words of the passage: stretches at most this far apart are read as one, to tell what they are cut out of.
  static constexpr std::size_t near_enough = 12;
  // In words: more than this many left out inside a sentence are a splice, whatever they are.
  static constexpr std::size_t longest_left_out = 6;
};

// What a store should hold.
struct HeldTuning {
  // In a partial store: from so many days before the article a source counts as one of its occasion. From 0.
  static constexpr std::uint32_t days_of_news = 7;
};

// When two transcripts are of one recording. Found on transcripts of the same recordings by four recognisers.
struct WitnessTuning {
  // In words: how far before and behind the passage the two are compared, and how many there must be on a side to tell
  // anything.
  static constexpr std::size_t context = 25;
  static constexpr std::size_t least_context = 8;
  // Machines that hear the same differ in a third of the words at worst; other speeches share a quarter: so between
  // 0.25 and 0.67. On both sides, as meetings open with the same words and then go on otherwise.
  static constexpr double least_shared = 0.5;
  // How much the passages themselves sound alike at least. By hand.
  static constexpr double least_alike = 0.7;
  // In words: so many on either side of printed words, and of a place where words are left out, which alone show
  // nothing, a witness must have as printed. By hand; from 0, and from 1.
  static constexpr std::size_t run_beside_words = 1;
  static constexpr std::size_t run_beside_gap = 3;
};

}  // namespace quoth::match
