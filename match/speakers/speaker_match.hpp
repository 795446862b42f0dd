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

namespace quoth {

// Whether a turn is the claimed speaker's.
enum class SpeakerRelation { same, unknown, different };

// Compares the speakers of turns with the one the article claims, by person: name, title, role or alias.
class SpeakerMatch {
 public:
  // `namesakes`: whom else the article may mean by the name it prints. Their turns may be the claimed speaker's.
  explicit SpeakerMatch(Attribution const* attribution, std::vector<std::string> const& namesakes = {});

  // Whether the article names somebody who can be compared.
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
  Names names_;  // the claimed name first, then other names and roles
  Names namesakes_;
  // By all that a source says of a speaker.
  using Naming = std::tuple<std::string, std::string, std::string, std::vector<std::string>>;
  std::map<Naming, SpeakerRelation, std::less<>> known_;
};

}  // namespace quoth
