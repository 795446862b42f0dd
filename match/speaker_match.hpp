// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/quotation.hpp"
#include "quoth/store.hpp"

namespace quoth {

// Whether a turn is the claimed speaker's.
enum class SpeakerRelation { same, unknown, different };

// Compares the speakers of turns with the one the article claims, by person: name, title, role or alias.
class SpeakerMatch {
 public:
  // `namesakes`: whom else the article may mean by the name it prints. Their turns may be the claimed speaker's.
  explicit SpeakerMatch(Attribution const* attribution, std::vector<std::string> namesakes = {});

  // Whether the article names somebody who can be compared.
  bool has_claim() const { return !names_.empty(); }
  std::string_view claimed() const { return names_.empty() ? std::string_view{} : std::string_view(names_.front()); }
  SpeakerRelation relation(Turn const& turn);
  bool is_namesake(std::string_view speaker) const;

 private:
  SpeakerRelation compare(Turn const& turn) const;

  std::vector<std::string> names_;  // the claimed name first, then other names and roles
  std::vector<std::string> namesakes_;
  std::map<std::pair<std::string, std::string>, SpeakerRelation> known_;  // by label and speaker
};

}  // namespace quoth
