// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "grammar/tokens/prose_token.hpp"
#include "quoth/quotation.hpp"

namespace quoth::grammar {

// Names the speaker of a quotation where the pattern is plain, in a language that the grammar does not read: a name of
// two words or more right beside a reporting verb that stands right beside the quotation. Between the two at most a
// role:
//   « … », a déclaré la maire Ana Ruiz.     Ana Ruiz dijo: «…»
// A surname alone counts where one bearer was named so before.
class PlainSpeaker {
 public:
  // `outer_text`: of the article itself.
  PlainSpeaker(Document const& document, Tokens const& outer_text) : document_(document), tokens_(outer_text) {}

  // Of the quotation that is the token at `quotation`; ask in the order of the text.
  std::optional<Attribution> of(std::size_t quotation);

 private:
  struct Name {
    std::size_t first = 0;
    std::size_t last = 0;  // exclusive
  };
  Token const& at(std::size_t i) const { return i < tokens_.size() ? tokens_[i] : end_; }
  std::optional<Attribution> behind(std::size_t quotation);
  std::optional<Attribution> before(std::size_t quotation);
  std::size_t behind_role(std::size_t i) const;
  std::optional<Name> name_at(std::size_t i) const;
  std::optional<Attribution> attributed(Name name, std::size_t cue, bool verb_first);

  Document const& document_;
  Tokens const& tokens_;
  Token end_;
  std::unordered_map<WordKey, std::string> by_surname_;  // empty for one with several bearers
};

}  // namespace quoth::grammar
