// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "match/speakers/known_name.hpp"
#include "quoth/candidate.hpp"
#include "quoth/quotation.hpp"

namespace quoth::match {

// Whether a turn belongs to the claimed speaker.
enum class SpeakerRelation { same, unknown, different };

// Compares the speakers of turns with the speaker whom the article claims, by name, title, role or alias. Caches its
// answers; use one per thread.
class SpeakerMatch {
 public:
  // `attribution` may be null. `namesakes`: other people whom the article may mean by the same name; their turns count
  // as unknown, not as different.
  explicit SpeakerMatch(Attribution const* attribution, std::vector<std::string> const& namesakes = {});

  // Whether the article names a speaker.
  bool has_claim() const { return !names_.empty(); }
  std::string_view claimed() const { return claimed_; }
  SpeakerRelation relation(Turn const& turn);
  bool is_namesake(std::string_view speaker) const;

 private:
  using Names = std::vector<std::shared_ptr<KnownName const>>;

  SpeakerRelation compare(Turn const& turn) const;
  bool is_same_person(KnownName const& speaker, Turn const& turn) const;
  bool has_same_role(KnownName const& speaker, Turn const& turn) const;

  std::string claimed_;
  Names names_;  // the claimed name first, then its aliases
  Names namesakes_;
  // Everything that a source says about a speaker.
  using Naming = std::tuple<std::string, std::string, std::string, std::vector<std::string>>;
  std::map<Naming, SpeakerRelation, std::less<>> relations_;
};

}  // namespace quoth::match
