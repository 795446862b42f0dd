// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/source.hpp"

namespace quoth {

/// A source as the store knows it.
struct SourceRecord {
  std::int64_t number = 0;  ///< the store's own number for it
  std::string id;           ///< that of Source, as the next ones are
  std::string title;
  std::string date;
  std::string url;
  Made made = Made::spoken;
  SourceKind kind = SourceKind::transcript;
  std::string author;
  std::string issuer;
  std::string language;
  std::string path;
  std::string sha256;
  std::string ingested;  ///< when; ISO 8601, UTC
  std::uint32_t utterances = 0;
  std::uint32_t words = 0;  ///< of all utterances
};

/// Where a turn's words stand in print: from the word of that number in the source on. See PrintedLine.
struct PrintedWord {
  std::uint32_t first_word = 0;  ///< 0-based, in the source
  std::string page;
  std::uint32_t line = 0;  ///< 1-based; 0 for none
};

/// An utterance, or a stretch of a long one, as read back.
struct Turn {
  std::uint32_t utterance = 0;   ///< 0-based, in its source
  std::uint32_t first_word = 0;  ///< number of its first word (as split_words counts) in the source
  std::string label;             ///< as the transcript prints it
  std::string speaker;           ///< the name the label stands for; the label itself where none is known; may be empty
  std::string role;
  std::vector<std::string> aliases;
  std::optional<double> start;  ///< seconds, of the utterance
  std::optional<double> end;
  std::string text;                  ///< UTF-8
  std::vector<HeardWord> words{};    ///< one for each word of the text at white space, as of Utterance; or empty
  std::string heading{};             ///< of the section it stands in; may be empty
  std::vector<PrintedWord> printed;  ///< in order; empty where the source has no pages
};

/// A stretch of a source around a place where the query's words stand, whole turns or parts of them, in order, with
/// some 60 words of context on both sides where the source has them.
struct Window {
  std::vector<Turn> turns;
};

/// A source that may hold the quotation: its windows in the order of the source, and how strongly it matches.
struct Candidate {
  SourceRecord source;
  std::vector<Window> windows;
  double score = 0;          ///< 1 where the words stand there one by one, less for each that differs; in [0, 1]
  bool has_speaker = false;  ///< whether the claimed speaker says anything in it
  bool by_ties = false;      ///< whether what breaks ties kept sources out that hold the words as well
};

/// What to look for. Only `words` finds; the rest breaks ties between places that hold the same words. The views must
/// outlive the call that takes the query.
struct Query {
  std::string_view words{};              ///< UTF-8, marks and tags already removed
  std::string_view speaker{};            ///< the claimed one; may be empty
  std::string_view date{};               ///< the article's; may be empty
  std::vector<std::int64_t> favoured{};  ///< sources of the article's other quotations
  std::size_t limit = 8;                 ///< at most so many candidates, best first
  /// From which score on a candidate is of use, in [0, 1]: where nothing reaches it, nothing may be given, which takes
  /// a fraction of the time. The second is for sources in which the claimed speaker says nothing; at least the first.
  /// Where it is higher, of so few words (at most seven) only those that stand there one by one are of use.
  double least_score = 0.25;
  double least_score_of_others = 0.25;
};

/// How probable words are by accident.
struct PhraseOdds {
  /// Natural logarithm of the probability that they stand at a given place of the store, by a model of word triples.
  double log_probability = 0;
  std::uint64_t words = 0;  ///< of the store: the number of its places

  /// How many places with them are expected by accident among so many words. People use turns of phrase, which no model
  /// of triples foresees: where it expects E < 1 places, the cube root of E is nearer to the truth. Measured by
  /// quoth_bench_chance on quotations of the news of 2015-16 in White House transcripts of 2021-24, which cannot hold
  /// them: what is expected and what is observed agree within a factor of 2.
  double places(double among_words) const;
};

/// What the store holds of one person.
struct Coverage {
  std::uint32_t sources = 0;       ///< in which that person speaks, or which that person or body wrote or issued
  std::uint32_t documents = 0;     ///< how many of them are documents
  std::uint32_t machine_made = 0;  ///< how many of them a machine heard or read, see is_machine_made
  std::uint32_t utterances = 0;    ///< by that person
  std::uint64_t words = 0;  ///< by that person, about: each utterance of a source is taken to be as long as the next
  std::string first_date;   ///< YYYY-MM-DD; of the dated sources; empty where none is dated
  std::string last_date;
  /// BCP 47 tags of the sources' languages, each once, sorted; among them an empty one where a source's is not known.
  std::vector<std::string> languages{};
};

/// When and where somebody may have spoken. The views must outlive the call that takes it.
struct Occasion {
  std::string_view speaker{};
  std::string_view date{};                  ///< YYYY-MM-DD; empty for no day
  std::uint32_t days_before = 0;            ///< so many days before the date count too
  std::span<std::int64_t const> sources{};  ///< or in one of these, by their numbers in the store
};

}  // namespace quoth
