// SPDX-License-Identifier: MIT
#include "match/revision/reattribution.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "match/speakers/speaker_match.hpp"
#include "text/words/words.hpp"

namespace quoth::match {

namespace {

// How probable it must be that a pronoun or a role means somebody whom the other version names.
constexpr double least_probability = 0.05;

Turn spoken_by(Attribution const& attribution) {
  Turn turn;
  turn.speaker = turn.label = attribution.speaker;
  turn.aliases = attribution.aliases;
  return turn;
}

// Where both are named, what else they are called counts only as far as it is a name: many are "a spokesman".
void keep_names(std::vector<std::string>& aliases) {
  std::erase_if(aliases, [](std::string const& alias) {
    auto const blank = alias.find(' ');
    auto const is_capital = [&](std::size_t at) { return at < alias.size() && alias[at] >= 'A' && alias[at] <= 'Z'; };
    return blank == alias.npos || !is_capital(0) || !is_capital(blank + 1);
  });
}

// Whether the attribution may mean whom the other one names.
bool may_mean(Attribution const& attribution, Attribution const& other) {
  auto turn = spoken_by(other);
  Attribution named = attribution;
  named.candidates.clear();
  if (attribution.naming == Naming::name && other.naming == Naming::name) {
    keep_names(turn.aliases);
    keep_names(named.aliases);
  }
  SpeakerMatch own(&named);
  if (own.relation(turn) != SpeakerRelation::different) return true;
  return std::ranges::any_of(attribution.candidates, [&](SpeakerCandidate const& candidate) {
    if (candidate.probability < least_probability) return false;
    named.speaker = candidate.speaker;
    named.aliases = candidate.aliases;
    SpeakerMatch speaker(&named);
    return speaker.relation(turn) != SpeakerRelation::different;
  });
}

// Whether the name of that speaker stands beside the mention: "Navy Capt. Olaf Berg" for "Olaf Berg".
bool is_named_beside(Document const& document, Span mention, std::string const& speaker) {
  constexpr std::uint32_t reach = 30;  // code points on either side
  auto const end = std::min(mention.last + reach, static_cast<std::uint32_t>(document.text().size()));
  auto const beside = text::split_words(document.utf8({mention.first - std::min(mention.first, reach), end}));
  auto const name = text::split_words(speaker);
  for (std::size_t k = 0; k < beside.size(); ++k)
    if (!name.empty() && beside.key(k) == name.key(name.size() - 1)) return true;
  return false;
}

bool is_same_tag(Version const& now, Attribution const& a, Version const& before, Attribution const& b) {
  auto const text = [](Version const& version, std::optional<Span> span) {
    return span ? version.document.utf8(*span) : std::string();
  };
  return text(now, a.mention) == text(before, b.mention);
}

}  // namespace

SpeakerChecked compare_speakers(Version const& now, std::size_t quotation, Version const& before, std::size_t earlier) {
  auto const& claimed = now.quotations[quotation].attribution;
  auto const& was = before.quotations[earlier].attribution;
  if (!claimed || !was || claimed->speaker.empty() || was->speaker.empty()) return SpeakerChecked::none;
  if (claimed->speaker == was->speaker) return SpeakerChecked::same;
  bool const other = !may_mean(*claimed, *was) && !may_mean(*was, *claimed);
  if (!other) return SpeakerChecked::same;
  SpeakerMatch express_now(&*claimed);
  SpeakerMatch express_before(&*was);
  bool const is_express = claimed->mention && express_now.is_express() && express_before.is_express();
  bool const is_stated = is_express && !is_same_tag(now, *claimed, before, *was) &&
                         !is_named_beside(now.document, *claimed->mention, was->speaker);
  return is_stated ? SpeakerChecked::different : SpeakerChecked::open;
}

}  // namespace quoth::match
