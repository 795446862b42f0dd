// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

// The tuned numbers of the search. They were found with quoth_bench_retrieval, which looks for passages of a corpus of
// speech, changed and unchanged, and prints how many are found and what that costs (docs/sizing.md). `scripts/sweep`
// tries other values and prints what becomes of the verdicts on labelled articles. Many are numbers of speed there:
// with a `good_score` from 0.4 to 0.85 all scores stay. Those of the file format are in db/index, sizes of caches are
// beside the caches.

namespace quoth::db {

// How many posting lists StagedSearch reads, and when it stops.
struct StagedSearchTuning {
  // Lengths of posting lists, in chunks. Lists up to `short_list` are always read, longer ones only where the short
  // ones do not decide; in a store of more than `words_of_short_list` words it grows with the root of their number. At
  // a billion words 250 lose one passage in fifteen with three words in ten another, 750 one in twenty, 2,250 one in
  // twenty-five, but take a fifth more time.
  static constexpr std::size_t short_list = 250;
  static constexpr double words_of_short_list = 111e6;
  static constexpr std::size_t long_list = 3'000;
  static constexpr std::size_t longest_list = 30'000;

  // The order in which shingles are looked up: those of `words` words with posting lists of at most `longest` chunks,
  // for queries of at most `longest_query` words. A long query has many shingles: what its short lists do not find is
  // not in the store, and longer lists would add only chance matches.
  struct Stage {
    std::size_t longest;
    std::uint32_t words;
    std::uint32_t longest_query;
  };
  static constexpr std::uint32_t any = ~0U;
  static constexpr Stage stages[] = {{short_list, 3, any},  {short_list, 2, any}, {long_list, 3, 25},
                                     {long_list, 2, 25},    {long_list, 1, 15},   {longest_list, 3, 15},
                                     {longest_list, 2, 15}, {longest_list, 1, 10}};

  // In a phrase of at most this many words every shingle may be common; then lists up to `phrase_list` chunks are read,
  // or up to one in `phrase_share` of all chunks if that is more.
  static constexpr std::uint32_t short_phrase = 7;
  static constexpr std::size_t phrase_list = 100'000;
  static constexpr std::uint64_t phrase_share = 4;
  // A shingle in more than one chunk of this many carries less than four bits of information and is not read.
  static constexpr std::size_t telling_share = 16;
  // About how many postings are read for one query: in a long query, long lists are not worth more.
  static constexpr std::size_t most_postings = 120'000;

  static constexpr std::uint32_t first_terms = 6;  // about how many shingles stage 1 looks up
  static constexpr int telling_parts = 5;        // of the 64 parts of a query; so many in one chunk are no coincidence
  static constexpr std::size_t most_terms = 96;  // the most shingles of each length (1, 2 or 3 words)
  static constexpr std::uint32_t clear_bits = 56;    // of information: a chance match does not reach it
  static constexpr std::uint32_t trusted_bits = 48;  // from here on no new chunks are scored
  static constexpr std::size_t most_compared = 24;   // the most chunks with about equal scores that can be compared
  static constexpr std::uint32_t about_equal = 16;   // scores are, within one part in this many of the best
  static constexpr std::uint32_t long_query = 16;    // words; from here on scores are reliable

  // The least share of the weight looked up that the best chunk has if it contains the query with three words in ten
  // changed: nine in ten such chunks have more, most chance matches less. Measured on passages of spoken English and on
  // quotations from elsewhere. A query of few words matches by chance in many places, so no share separates the two.
  static constexpr double least_share = 0.17;
  static constexpr double least_share_of_long = 0.12;
  // The least share of the weight of the longest shingles that the best chunk has then, for a query of `long_query`, of
  // `very_long_query` words, and the least of its parts. Of passages with three words in ten another hardly one has
  // less, of other queries one in three. With twice the shares 2 % of such passages are lost in a store of 500 million
  // words, where shingles that are nowhere weigh more beside those that are there.
  static constexpr std::uint32_t very_long_query = 26;
  static constexpr double least_share_of_telling = 0.03;
  static constexpr double least_share_of_many_telling = 0.05;
  static constexpr int least_parts = 3;
  // Where at most this share of the longest shingles has too many chunks to be looked up, what is not near any chunk is
  // not in the store; the second share is for where so many were looked up.
  static constexpr std::size_t enough_terms = 10;
  static constexpr double most_unread = 0.25;
  static constexpr double most_unread_of_many = 0.5;
};

// How many of the best chunks a SearchSession reads, and when it is content with what they hold.
struct SelectionTuning {
  static constexpr std::size_t most_chunks = 24;  // the most chunks to read
  static constexpr std::size_t some_chunks = 8;   // for a long query
  static constexpr std::size_t few_chunks = 4;    // where no chunk is likely to contain the query
  // The most chunks to read that contain all shingles of a short phrase. A phrase in more chunks than that is a common
  // saying: then a few examples do.
  static constexpr std::size_t most_with_phrase = 12;
  static constexpr std::size_t few_with_phrase = 6;
  // The most chunks, in each of two rounds, for parts of the query that the best chunk lacks.
  static constexpr std::size_t most_for_rest = 6;

  // The least score of a chunk that is read, as a share of the best chunk's: with a much lower score more words differ.
  // Chunks with lower scores are read too where the claimed speaker, or a good part of the words, is not found
  // otherwise, because a rare word has much weight.
  static constexpr double least_share_of_exact = 0.9;  // where the best chunk contains every shingle
  static constexpr double least_share_of_best = 0.8;
  static constexpr double least_share_of_claimed = 0.4;
  static constexpr double least_share_of_few_terms = 0.75;  // where few shingles have been looked up

  // Where only the claimed speaker's passages are of use, fewer words than this must be the same.
  static constexpr std::uint32_t least_alike = 4;

  // The best chunks by short posting lists in which a query is placed to see whether it is in the store at all.
  static constexpr std::size_t near_chunks = 8;
  // Of a passage that has a share s of the query's words, a share s * s of the word pairs: so much, times this, is the
  // least share of the weight looked up that its chunk has. Measured on passages with three words in ten another, all
  // of which have more.
  static constexpr double least_share_of_pairs = 0.7;
  // At least so much of a long query (`long_query`), and the score in its chunk: 99 in 100 of those passages have more.
  static constexpr double least_share_of_long = 0.06;
  static constexpr double least_score_of_long = 0.3;
  // What a machine recognised sounds, or looks, like the words without having them: where a store holds any of it, this
  // share of the score asked for is enough.
  static constexpr double share_for_recognised = 0.3;

  // A placement with this score, and with no more consecutive words missing than `most_missing`, is taken for the
  // passage that is meant.
  static constexpr double good_score = 0.7;
  static constexpr int most_missing = 2;  // words
  // The least score of a candidate, as a share of the best candidate's. Sources below it are dropped, unless they
  // contain at least `least_words` words of the query that the better ones lack.
  static constexpr double least_score = 0.6;
  static constexpr std::size_t least_words = 3;

  // The words of the source on either side of a region that a candidate has.
  static constexpr std::uint32_t window_context = 60;
};

// How many sources TieBreaker looks at.
struct TieTuning {
  static constexpr std::size_t few = 400;           // up to this many chunks, the source of each is looked at
  static constexpr std::size_t most_visited = 24;   // sources looked at on either side of the date
  static constexpr std::size_t most_asked = 250;    // sources looked at in arbitrary order, with one look-up each
  static constexpr std::size_t most_of_source = 3;  // the most chunks taken from one source
};

// What PlacementFinder takes for a region that matches the query.
struct PlacementTuning {
  static constexpr std::size_t most_regions = 4;  // in one source
  // Two adjacent words of the query are better evidence than two separate ones.
  static constexpr std::uint32_t word_worth = 1;
  static constexpr std::uint32_t pair_worth = 2;
  static constexpr std::uint32_t margin = 3;  // words on either side of a region that are scored too
};

// The probabilities of PhraseModel.
struct PhraseTuning {
  static constexpr double backoff = 0.4;  // the factor for each word of context that is dropped, as in the paper
  // What is left of a count of one after leaving one occurrence out: half an occurrence, as the word may well be said
  // again.
  static constexpr double unseen = 0.5;
};

}  // namespace quoth::db
