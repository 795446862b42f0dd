// SPDX-License-Identifier: MIT
#include "match/check/claim.hpp"

#include <algorithm>
#include <bit>
#include <string_view>

#include "match/check/join.hpp"
#include "match/speakers/namesake.hpp"
#include "match/words/lexicon.hpp"

namespace quoth::match {

namespace {

bool is_negated(Document const& document, Quotation const& quotation) {
  constexpr std::uint32_t reach = 120;  // code points before the quotation
  auto const first = quotation.segments.front().first;
  auto const begin = first - std::min(first, reach);
  auto const before = document.utf8({begin, first});
  auto const sentence = before.find_last_of(".!?\n");
  auto const own = sentence == before.npos ? std::string_view(before) : std::string_view(before).substr(sentence + 1);
  TokenSequence tokens;
  tokens.append(own);
  auto const meanings = meanings_in(tokens, 0, tokens.size());
  return std::ranges::any_of(meanings, [](MeaningAt const& found) {
    return found.meaning.family == EditClass::negation || found.meaning.family == EditClass::condition;
  });
}

// Each part is prefixed with its length, so that different lists of parts give different bytes.
class Key {
 public:
  void add(std::uint64_t number) { bytes_.append(std::to_string(number)).push_back(' '); }
  void add(std::string_view part) {
    add(part.size());
    bytes_ += part;
  }
  void add(std::vector<std::string> const& parts) {
    add(parts.size());
    for (auto const& part : parts) add(part);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

}  // namespace

std::vector<std::string> people_of(std::vector<Quotation> const& quotations) {
  constexpr std::size_t most = 100;
  std::vector<std::string> people;
  for (auto const& quotation : quotations) {
    if (!quotation.attribution || quotation.attribution->naming != Naming::name) continue;
    auto const& speaker = quotation.attribution->speaker;
    if (!speaker.empty() && std::ranges::find(people, speaker) == people.end()) people.push_back(speaker);
    if (people.size() == most) break;
  }
  return people;
}

Claim claim_of(Document const& document, std::vector<Quotation> const& quotations, Quotation const& quotation,
               std::vector<std::int64_t> const& favoured) {
  Claim claim;
  claim.kind = quotation.kind;
  for (auto span : quotation.segments) claim.segments.push_back(document.utf8(span));
  for (std::size_t i = 1; i < claim.segments.size(); ++i) {
    auto const between = document.utf8({quotation.segments[i - 1].last, quotation.segments[i].first});
    claim.joins.push_back(join_place(claim.segments[i - 1], between, claim.segments[i]));
  }
  claim.attribution = quotation.attribution;
  claim.namesakes = namesakes_of(document, quotations, quotation);
  claim.date = document.date;
  claim.negated = is_negated(document, quotation);
  claim.favoured = favoured;
  return claim;
}

// Of the attribution, it includes what SpeakerMatch reads, and the confidence.
std::string key_of(Claim const& claim) {
  Key key;
  key.add(static_cast<std::uint64_t>(claim.kind));
  key.add(claim.segments);
  for (auto join : claim.joins) key.add(static_cast<std::uint64_t>(join));
  key.add(std::uint64_t{claim.attribution.has_value()});
  if (claim.attribution) {
    key.add(claim.attribution->speaker);
    key.add(claim.attribution->aliases);
    key.add(std::bit_cast<std::uint64_t>(claim.attribution->confidence));
    key.add(static_cast<std::uint64_t>(claim.attribution->naming));
    key.add(std::uint64_t{claim.attribution->tagged});
    for (auto const& candidate : claim.attribution->candidates) {
      key.add(candidate.speaker);
      key.add(candidate.aliases);
      key.add(std::bit_cast<std::uint64_t>(candidate.probability));
    }
  }
  key.add(claim.people);
  key.add(claim.namesakes);
  key.add(claim.date);
  key.add(std::uint64_t{claim.negated});
  key.add(claim.favoured.size());
  for (auto source : claim.favoured) key.add(static_cast<std::uint64_t>(source));
  return key.take();
}

}  // namespace quoth::match
