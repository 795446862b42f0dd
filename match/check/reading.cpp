// SPDX-License-Identifier: MIT
#include "match/check/reading.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <tuple>

#include "match/align/alignment.hpp"
#include "match/align/difference.hpp"
#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/check/check_tuning.hpp"
#include "match/check/sound_support.hpp"
#include "match/edits/typesetting.hpp"
#include "match/edits/word_edit.hpp"
#include "match/frames/embedding.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/ocr_confusion.hpp"
#include "text/model/date.hpp"

namespace quoth::match {

namespace {

// The distance, in days, of sources or articles without a date.
constexpr std::int32_t unknown_distance = 1'000'000;

std::int32_t surcharge(std::size_t words) {
  return RankTuning::wrong_speaker_surcharge * static_cast<std::int32_t>(words);
}

// The distance in days. A source that is later than the article is less likely: it counts as further away.
std::int32_t distance(std::string_view source, std::string_view article) {
  auto const from = text::day_number(source);
  auto const to = text::day_number(article);
  if (!from || !to) return unknown_distance;
  return *from > *to ? RankTuning::further_if_later + *from - *to : *to - *from;
}

// Whether the source is later than the article, with some grace.
bool is_later(std::string_view source, std::string_view article) {
  auto const from = text::day_number(source);
  auto const to = text::day_number(article);
  return from && to && *from > *to + RankTuning::grace;
}

// How much a run of consecutive words proves: single words may be anywhere by chance.
double trust_in_run(std::size_t words) {
  if (words >= 3) return 1;
  return words == 2 ? ReadingTuning::trust_in_two : ReadingTuning::trust_in_one;
}

std::size_t unmarked_jumps(QuotedWords const& quotation, Alignment const& alignment) {
  std::size_t jumps = 0;
  std::int32_t previous = Alignment::unpaired;
  for (std::size_t i = 0; i < alignment.source_of.size(); ++i) {
    auto const source = alignment.source_of[i];
    if (source == Alignment::unpaired) continue;
    auto const marked = quotation.join_before(i) == Join::ellipsis || quotation.join_before(i) == Join::tag;
    if (previous != Alignment::unpaired && !marked &&
        (source < previous || source > previous + ReadingTuning::nearby_without_jump))
      ++jumps;
    previous = source;
  }
  return jumps;
}

// How much a pair proves: 1 for the same word, whatever its spelling; less for a related word, such as another form or
// the opposite; 0 for an unrelated one.
double share_kept(TokenSequence const& quote, std::size_t i, TokenSequence const& source, std::size_t j,
                  bool counts_related, Made made) {
  if (same_word(quote[i], source[j])) return 1;
  if (made == Made::ocr && ocr_confusable(quote.surface(i), source.surface(j))) return 1;
  if (!counts_related) return 0;
  switch (classify_words(quote, {i, i + 1}, source, {j, j + 1}).edit_class) {
    case EditClass::spelling:
    case EditClass::compound:
    case EditClass::ocr:
    case EditClass::number_style:
    case EditClass::homophone:
      return 1;
    case EditClass::content_word:
    case EditClass::named_entity:
    case EditClass::function_word:
    case EditClass::negation:
      return 0;
    default:
      return ReadingTuning::related_share;
  }
}

double support_of(QuotedWords const& quotation, Passage const& passage, Alignment const& alignment, Made made) {
  auto const& tokens = quotation.tokens();
  double total = 0;
  double found = 0;
  double run_weight = 0;
  std::size_t run = 0;
  std::int32_t next = Alignment::unpaired;
  // If fewer than half of the words are the same, related words match by chance.
  auto const counts_related = 2 * alignment.matched >= tokens.size();
  // If three quarters are, no word is there by chance.
  auto const is_most = 4 * alignment.matched >= 3 * tokens.size();
  auto const end_run = [&] {
    found += run_weight * (is_most ? 1 : trust_in_run(run));
    run_weight = 0;
    run = 0;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    auto const weight = quotation.weight(i);
    total += weight;
    auto const source = alignment.source_of[i];
    auto const kept =
        source == Alignment::unpaired
            ? 0
            : share_kept(tokens, i, passage.tokens(), static_cast<std::size_t>(source), counts_related, made);
    auto const marked = kept > 0 && quotation.join_before(i) == Join::ellipsis && next != Alignment::unpaired &&
                        source > next && source <= next + ReadingTuning::nearby_after_ellipsis;
    if (kept == 0 || (source != next && !marked)) end_run();
    if (kept > 0) {
      run_weight += kept * weight;
      ++run;
    }
    next = source == Alignment::unpaired ? source : source + 1;
  }
  end_run();
  auto const jumps = static_cast<double>(unmarked_jumps(quotation, alignment));
  return total > 0 ? std::max(0.0, found - ReadingTuning::words_against_jump * jumps) / total : 0;
}

// The letters of the passage that are like the quotation's; none where they are not nearly the same.
LetterLikeness letters_of(QuotedWords const& quotation, Passage const& passage, Alignment const& alignment) {
  auto const& stored = passage.tokens();
  auto const stretch = stretch_around(alignment, stored.size(), ReadingTuning::words_read_per_word);
  if (stretch.empty()) return {};
  auto const likeness = letter_likeness(quotation.tokens(), stored, stretch);
  return likeness.share() >= ReadingTuning::least_letters ? likeness : LetterLikeness{};
}

// The speaker relation of most of the paired words: somebody else's, if more than half are, else the claimed speaker's,
// if any is.
SpeakerRelation relation_of(Passage const& passage, Alignment const& alignment,
                            std::vector<SpeakerRelation> const& turns) {
  std::array<std::size_t, 4> words{};
  for (auto source : alignment.source_of) {
    if (source != Alignment::unpaired)
      ++words[static_cast<std::size_t>(turns[passage.tokens()[static_cast<std::size_t>(source)].part])];
  }
  auto const of = [&](SpeakerRelation relation) { return words[static_cast<std::size_t>(relation)]; };
  auto const different = of(SpeakerRelation::different);
  if (different > of(SpeakerRelation::same) + of(SpeakerRelation::possible) + of(SpeakerRelation::unknown))
    return SpeakerRelation::different;
  if (of(SpeakerRelation::same) > 0) return SpeakerRelation::same;
  return of(SpeakerRelation::possible) > 0 ? SpeakerRelation::possible : SpeakerRelation::unknown;
}

// The speaker relation of each turn of the candidate.
std::vector<SpeakerRelation> relations_of(Candidate const& candidate, SpeakerMatch& speakers) {
  std::vector<SpeakerRelation> relations;
  for (auto const& window : candidate.windows) {
    for (auto const& turn : window.turns) relations.push_back(speakers.relation(candidate.source, turn));
  }
  return relations;
}

ForeignTurns foreign_turns(std::vector<SpeakerRelation> const& relations, SpeakerMatch const& speakers) {
  ForeignTurns foreign;
  if (!speakers.has_claim()) return foreign;
  for (auto relation : relations) foreign.push_back(relation == SpeakerRelation::different);
  return foreign;
}

// An alignment with a place that has the words exactly, the claimed speaker's if possible.
std::optional<Alignment> exact_alignment(QuotedWords const& quotation, Passage const& passage,
                                         ForeignTurns const& foreign) {
  auto const places = exact_places(quotation, passage);
  if (places.empty()) return std::nullopt;
  auto const words = quotation.tokens().size();
  auto const own = [&](std::size_t place) { return foreign.empty() || !foreign[passage.tokens()[place].part]; };
  // Preferably a place where the words are not embedded in a denial or a report.
  auto const free = [&](std::size_t place) {
    TokenRange const used{place, place + words};
    return own(place) && !embedding_of(passage, used, printed_form(quotation, {0, words}, passage, used));
  };
  auto found = places.size() > 1 ? std::ranges::find_if(places, free) : places.begin();
  if (found == places.end()) found = std::ranges::find_if(places, own);
  auto const start = found == places.end() ? places.front() : *found;
  Alignment alignment;
  alignment.source_of.resize(words);
  for (std::size_t i = 0; i < words; ++i) alignment.source_of[i] = static_cast<std::int32_t>(start + i);
  alignment.matched = words;
  alignment.runs = 1;
  return alignment;
}

// The least support of a reading, except another speaker's. Higher for few words, which agree by chance more easily.
double least_support(std::size_t words, SourceKind kind) {
  auto const by_chance =
      kind == SourceKind::document ? ReadingTuning::written_support_by_chance : ReadingTuning::support_by_chance;
  return std::min(ReadingTuning::least_support + by_chance / static_cast<double>(words + 1),
                  ReadingTuning::most_support_needed);
}

double least_foreign_support(std::size_t words) {
  return std::min(
      ReadingTuning::least_foreign_support + ReadingTuning::foreign_support_by_chance / static_cast<double>(words + 1),
      ReadingTuning::most_support_needed);
}

// A fast filter: whether the passage has enough of the words, anywhere, for a reading to resemble the quotation.
// Related words only count if half of the words are the same.
bool can_resemble(QuotedWords const& quotation, Passage const& passage) {
  constexpr double rounding = 1e-9;
  auto const& tokens = quotation.tokens();
  std::size_t shared = 0;
  double weight = 0;
  double total = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    total += quotation.weight(i);
    if (!passage.may_hold(tokens[i])) continue;
    weight += quotation.weight(i);
    ++shared;
  }
  return 2 * shared >= tokens.size() || weight >= least_support(tokens.size(), passage.kind()) * total - rounding;
}

}  // namespace

std::int32_t Reading::rank_cost() const {
  switch (speaker) {
    case SpeakerRelation::same:
      return alignment.cost;
    case SpeakerRelation::unknown:
      return alignment.cost + 1;
    case SpeakerRelation::possible:
      return alignment.cost +
             RankTuning::possible_speaker_surcharge * static_cast<std::int32_t>(alignment.source_of.size());
    case SpeakerRelation::different:
      break;
  }
  return alignment.cost + surcharge(alignment.source_of.size());
}

std::int32_t Reading::worst_beside() const {
  return rank_cost() + (alignment.cost > 0 ? RankTuning::less_than_a_word : 0);
}

// A better reading than an exact one of another speaker need not be exact.
std::int32_t Reading::worst_beside_best() const {
  return speaker == SpeakerRelation::different ? rank_cost() + RankTuning::less_than_a_word : worst_beside();
}

// All words in order, with hardly any between: "We are for sale" in "we are not for sale".
bool Reading::is_nearly_whole() const {
  auto const words = alignment.source_of.size();
  return words >= ReadingTuning::least_nearly_whole && alignment.matched == words &&
         used.size() <= words + ReadingTuning::most_between && std::ranges::is_sorted(alignment.source_of);
}

Reading Reading::part(TokenRange tokens, QuotedWords const& words) const {
  Reading part = *this;
  auto const& all = alignment.source_of;
  part.alignment.source_of.assign(all.begin() + static_cast<std::ptrdiff_t>(tokens.first),
                                  all.begin() + static_cast<std::ptrdiff_t>(tokens.last));
  part.used = used_stretch(part.alignment);
  part.support = support_of(words, *passage, part.alignment, candidate->source.made);
  return part;
}

bool Reading::resembles() const {
  auto const words = alignment.source_of.size();
  if (speaker == SpeakerRelation::different) return support >= least_foreign_support(words);
  return is_nearly_whole() || support >= least_support(words, candidate->source.kind);
}

std::optional<Reading> read_candidate(QuotedWords const& quotation, Candidate const& candidate, SpeakerMatch& speakers,
                                      TieBreak const& ties, ReadingLimit limit) {
  auto const relations = relations_of(candidate, speakers);
  auto const foreign = foreign_turns(relations, speakers);
  auto most_cost = limit.most_cost;
  // If every turn belongs to another speaker, every reading has the surcharge.
  if (!foreign.empty() && std::ranges::find(foreign, false) == foreign.end()) {
    if (limit.not_foreign) return std::nullopt;
    most_cost -= surcharge(quotation.tokens().size());
  }
  if (most_cost < 0) return std::nullopt;
  Reading reading;
  reading.candidate = &candidate;
  reading.passage = std::make_shared<Passage const>(candidate, quotation.tokens().language());
  auto const& passage = *reading.passage;
  auto alignment = exact_alignment(quotation, passage, foreign);
  if (!alignment && can_resemble(quotation, passage)) alignment = align_within(most_cost, quotation, passage, foreign);
  if (!alignment) return std::nullopt;
  reading.alignment = std::move(*alignment);
  reading.used = used_stretch(reading.alignment);
  reading.speaker = relation_of(passage, reading.alignment, relations);
  auto const is_foreign = reading.speaker == SpeakerRelation::different;
  if (reading.rank_cost() > limit.most_cost || (is_foreign && limit.not_foreign)) return std::nullopt;
  reading.support = support_of(quotation, passage, reading.alignment, candidate.source.made);
  if (candidate.source.made == Made::asr && reading.support < ReadingTuning::sure_without_sound &&
      reading.support >= ReadingTuning::least_to_listen) {
    reading.sound = sound_support(quotation, passage, reading.alignment);
    reading.support = std::max(reading.support, reading.sound);
  }
  if (!is_foreign && reading.support < ReadingTuning::sure_without_sound &&
      reading.support >= ReadingTuning::least_to_read && reading.sound == 0) {
    reading.letters = letters_of(quotation, passage, reading.alignment);
    reading.support = std::max(reading.support, reading.letters.share());
  }
  reading.typesetting = typesetting_differences(quotation, passage, reading.alignment);
  reading.favoured = std::ranges::find(ties.favoured, candidate.source.number) != ties.favoured.end();
  reading.distance = distance(candidate.source.date, ties.date);
  reading.later = is_later(candidate.source.date, ties.date);
  return reading;
}

bool better(Reading const& a, Reading const& b) {
  auto const key = [](Reading const& reading) {
    return std::tuple(reading.later, reading.rank_cost(), reading.typesetting, !reading.candidate->has_speaker,
                      !reading.favoured, reading.distance, reading.candidate->source.words,
                      std::string_view(reading.candidate->source.id));
  };
  return key(a) < key(b);
}

}  // namespace quoth::match
