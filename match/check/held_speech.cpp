// SPDX-License-Identifier: MIT
#include "match/check/held_speech.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "match/check/check_tuning.hpp"
#include "match/speakers/document_names.hpp"
#include "text/language/language.hpp"
#include "text/model/date.hpp"

namespace quoth::match {

namespace {

// Whether the article is older than all that is held, which then cannot have its words.
bool is_before(std::string_view article_date, Coverage const& coverage) {
  auto const article = text::day_number(article_date);
  auto const first = text::day_number(coverage.first_date);
  return article && first && *article < *first;
}

// Whether all that is held is known to be in other languages than the article, which then has translated it.
bool is_foreign(Claim const& claim, Coverage const& coverage) {
  auto const own = text::base_language(claim.language);
  return !own.empty() && !coverage.languages.empty() &&
         std::ranges::none_of(coverage.languages, [&](std::string const& language) {
           auto const base = text::base_language(language);
           return base.empty() || base == own;
         });
}

// What a store that is complete holds without a name.
Coverage unnamed(Claim const& claim, CandidateSource const& store) {
  auto const is_asked = claim.attribution && store.store_coverage == StoreCoverage::complete;
  return is_asked && store.unnamed_coverage ? store.unnamed_coverage() : Coverage();
}

// The number of transcripts that name nobody, any of whom may be the speaker.
std::uint32_t unnamed_transcripts(Claim const& claim, Coverage const& unnamed) {
  return is_before(claim.date, unnamed) || is_foreign(claim, unnamed) ? 0 : unnamed.sources;
}

bool should_hold(Claim const& claim, std::string_view claimed, Coverage const& coverage, CandidateSource const& store) {
  if (coverage.sources == 0 || is_before(claim.date, coverage)) return false;
  if (store.store_coverage == StoreCoverage::complete) return true;
  return store.holds && store.holds({claimed, claim.date, HeldTuning::days_of_news, claim.favoured});
}

// "the ad" of "The ad"; a title, as in "The Salt Road", ends with a capital and stays as it is.
std::string in_mid_sentence(std::string work) {
  static constexpr std::array<std::string_view, 9> openers{"The ", "A ",   "An ",  "This ", "That ",
                                                           "His ", "Her ", "Its ", "Their "};
  auto const opens = [&](std::string_view opener) { return work.starts_with(opener); };
  auto const last = work.find_last_of(" -") + 1;
  bool const by_noun = last < work.size() && work[last] >= 'a' && work[last] <= 'z';
  if (by_noun && std::ranges::any_of(openers, opens)) work.front() = static_cast<char>(work.front() - 'A' + 'a');
  return work;
}

// Whether no document that is held can be the work: another case than "Hale v. Brisk".
bool is_no_document(std::string_view work, CandidateSource const& store) {
  if (!store.documents_called) return false;
  auto const called = store.documents_called(work);
  return called.known && called.own + called.other == 0;
}

HeldSpeech translated(Claim const& claim, Coverage const& coverage) {
  std::string names;
  for (auto const& language : coverage.languages) names += (names.empty() ? "" : ", ") + text::language_name(language);
  return {0,
          {},
          UncheckedReason::language,
          "the words may be translated: the article is in " + text::language_name(claim.language) +
              ", and what the store holds in " + names};
}

HeldSpeech held(std::uint32_t sources, std::string which, Coverage const& coverage) {
  return {sources, std::move(which), {}, {}, coverage.sources > 0 && coverage.machine_made == coverage.sources};
}
HeldSpeech not_held(UncheckedReason reason, std::string why) { return {0, {}, reason, std::move(why)}; }

}  // namespace

bool may_be_unnamed(Claim const& claim, CandidateSource const& candidate_source) {
  return unnamed_transcripts(claim, unnamed(claim, candidate_source)) > 0;
}

HeldSpeech held_speech(Claim const& claim, std::string_view claimed, CandidateSource const& candidate_source) {
  auto const work = claim.attribution && is_work(*claim.attribution);
  auto const coverage = claimed.empty() ? Coverage() : candidate_source.coverage(claimed);
  auto const name = std::string(claimed);
  // What somebody says elsewhere does not show that the store should hold what is credited to a work.
  if ((!work || coverage.documents > 0) && should_hold(claim, claimed, coverage, candidate_source)) {
    if (is_foreign(claim, coverage)) return translated(claim, coverage);
    return held(work ? coverage.documents : coverage.sources, "the store holds of " + name, coverage);
  }
  auto const nameless = unnamed(claim, candidate_source);
  if (claim.attribution && claim.attribution->is_work_itself() && nameless.documents > 0 && coverage.sources == 0 &&
      !is_no_document(claim.attribution->via, candidate_source))
    return held(nameless.documents, nameless.documents == 1 ? "that is a document" : "that are documents", {});
  if (auto const sources = unnamed_transcripts(claim, nameless))
    return held(sources, std::string(sources == 1 ? "that names" : "that name") + " nobody, nor in any other",
                nameless);
  if (claimed.empty())
    return not_held(UncheckedReason::nobody_named, "no speaker to look for, and the words stand nowhere in the store");
  if (work)
    return not_held(UncheckedReason::speaker_not_held,
                    "the store does not hold " + in_mid_sentence(claim.attribution->via));
  if (coverage.sources == 0) return not_held(UncheckedReason::speaker_not_held, "the store holds nothing of " + name);
  if (is_before(claim.date, coverage))
    return not_held(UncheckedReason::occasion_not_held, "the store holds " + name + " from " + coverage.first_date +
                                                            " on, and the article is of " + claim.date);
  return not_held(UncheckedReason::occasion_not_held,
                  "the store holds nothing of " + name + " from " +
                      (claim.date.empty() ? "this occasion" : "the days before " + claim.date));
}

}  // namespace quoth::match
