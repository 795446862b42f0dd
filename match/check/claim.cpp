// SPDX-License-Identifier: MIT
#include "match/check/claim.hpp"

#include <algorithm>
#include <bit>
#include <string_view>

#include "match/check/join.hpp"
#include "match/speakers/known_name.hpp"
#include "match/speakers/role_beside.hpp"
#include "match/words/word_language.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::match {

namespace {

ArticleFrame frame_around(Document const& document, Quotation const& quotation) {
  constexpr std::uint32_t reach = 120;  // code points on either side
  auto const first = quotation.segments.front().first;
  auto const last = quotation.segments.back().last;
  auto const before = document.utf8({first - std::min(first, reach), first});
  auto const ends = document.utf8({last - std::min(last, 1U), last});
  auto const in_sentence = ends != "." && ends != "!" && ends != "?";
  auto const end = std::min(last + reach, static_cast<std::uint32_t>(document.text().size()));
  auto frame =
      article_frame(before, in_sentence ? document.utf8({last, end}) : std::string(), word_language(document.language));
  // The quotation around a nested one shows what the words are embedded in.
  frame.limits = frame.limits || quotation.inside != 0;
  return frame;
}

bool omits_citations(std::vector<EditorialNote> const& notes) {
  return std::ranges::any_of(notes, [](EditorialNote note) {
    return note == EditorialNote::citation_omitted || note == EditorialNote::cleaned_up;
  });
}

// Who is named by nothing but a role that transcripts label turns with, "the caller", is compared by it.
void name_by_role(Document const& document, Attribution& attribution) {
  if (!attribution.speaker.empty() || !attribution.mention) return;
  auto mention = document.utf8(*attribution.mention);
  if (known_name(mention)->role_group != 0) attribution.speaker = std::move(mention);
}

std::vector<std::string> roles_around(Document const& document, Span name) {
  auto const end = std::min(name.last + role_reach, static_cast<std::uint32_t>(document.text().size()));
  return roles_beside(document.utf8({name.first - std::min(name.first, role_reach), name.first}),
                      document.utf8({name.last, end}));
}

// At the mention, and where the article has the name first.
std::vector<std::string> roles_of(Document const& document, Attribution const& attribution) {
  constexpr std::size_t introduction = 20'000;  // code points
  auto roles = roles_around(document, *attribution.mention);
  auto const speaker = text::to_utf32(attribution.speaker);
  auto const words = std::u32string_view(document.text()).substr(0, introduction);
  auto const at = words.find(speaker);
  if (speaker.empty() || at == std::u32string_view::npos || at == attribution.mention->first) return roles;
  auto const first = static_cast<std::uint32_t>(at);
  for (auto& role : roles_around(document, {first, first + static_cast<std::uint32_t>(speaker.size())}))
    roles.push_back(std::move(role));
  return roles;
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

Claim claim_of(Document const& document, Namesakes const& namesakes, Quotation const& quotation,
               std::vector<std::int64_t> const& favoured) {
  Claim claim;
  claim.kind = quotation.kind;
  for (auto span : quotation.segments) claim.segments.push_back(document.utf8(span));
  for (std::size_t i = 1; i < claim.segments.size(); ++i) {
    auto const between = document.utf8({quotation.segments[i - 1].last, quotation.segments[i].first});
    claim.joins.push_back(join_place(claim.segments[i - 1], between, claim.segments[i]));
  }
  claim.attribution = quotation.attribution;
  if (claim.attribution) name_by_role(document, *claim.attribution);
  if (claim.attribution && claim.attribution->mention) claim.roles = roles_of(document, *claim.attribution);
  claim.namesakes = namesakes.of(document, quotation);
  claim.date = document.date;
  claim.article = frame_around(document, quotation);
  if (quotation.place) claim.place = {document.utf8(quotation.place->span), *quotation.place};
  claim.article.omits_citations = omits_citations(quotation.notes);
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
    key.add(claim.attribution->via);
    key.add(claim.attribution->rule);
    key.add(std::bit_cast<std::uint64_t>(claim.attribution->confidence));
    key.add(static_cast<std::uint64_t>(claim.attribution->naming));
    key.add(std::uint64_t{claim.attribution->tagged});
    key.add(claim.attribution->candidates.size());
    for (auto const& candidate : claim.attribution->candidates) {
      key.add(candidate.speaker);
      key.add(candidate.aliases);
      key.add(std::bit_cast<std::uint64_t>(candidate.probability));
    }
  }
  key.add(claim.people);
  key.add(claim.namesakes);
  key.add(claim.roles);
  key.add(claim.date);
  key.add(claim.language);
  for (auto const flag :
       {claim.article.denies, claim.article.limits, claim.article.asks, claim.article.omits_citations})
    key.add(std::uint64_t{flag});
  key.add(claim.place ? claim.place->text : std::string());
  key.add(claim.favoured.size());
  for (auto source : claim.favoured) key.add(static_cast<std::uint64_t>(source));
  return key.take();
}

}  // namespace quoth::match
