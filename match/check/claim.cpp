// SPDX-License-Identifier: MIT
#include "match/check/claim.hpp"

#include <algorithm>
#include <bit>
#include <string_view>

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

Claim claim_of(Document const& document, std::vector<Quotation> const& quotations, Quotation const& quotation,
               std::vector<std::int64_t> const& favoured) {
  Claim claim;
  claim.kind = quotation.kind;
  for (auto span : quotation.segments) claim.segments.push_back(document.utf8(span));
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
  key.add(std::uint64_t{claim.attribution.has_value()});
  if (claim.attribution) {
    key.add(claim.attribution->speaker);
    key.add(claim.attribution->aliases);
    key.add(std::bit_cast<std::uint64_t>(claim.attribution->confidence));
  }
  key.add(claim.namesakes);
  key.add(claim.date);
  key.add(std::uint64_t{claim.negated});
  key.add(claim.favoured.size());
  for (auto source : claim.favoured) key.add(static_cast<std::uint64_t>(source));
  return key.take();
}

}  // namespace quoth::match
