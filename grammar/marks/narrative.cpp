// SPDX-License-Identifier: MIT
#include "grammar/marks/narrative.hpp"

namespace quoth::grammar {

namespace {

class Teller {
 public:
  Teller(Tokens const& tokens, std::vector<Stretch> const& stretches) : tokens_(tokens), stretches_(stretches) {}

  // The outer text of tokens [first, last); `next` is the first marked span that can lie inside it. A comma right after
  // a closing mark is left out: it is taken as part of the quotation.
  Narrative tell(int inside, std::size_t first, std::size_t last, std::size_t next) const {
    Narrative narrative{inside, {}};
    narrative.tokens.reserve(last - first + 1);
    for (auto i = first; i < last;) {
      while (next < stretches_.size() && stretches_[next].open < i) ++next;
      if (next < stretches_.size() && stretches_[next].open == i) {
        narrative.tokens.push_back(quotation_token(next));
        i = stretches_[next].close + (stretches_[next].closed ? 1U : 0U) + (stretches_[next].comma_outside ? 1U : 0U);
      } else {
        narrative.tokens.push_back(tokens_[i++]);
      }
    }
    return narrative;
  }

 private:
  Token quotation_token(std::size_t index) const {
    auto const& stretch = stretches_[index];
    Token token;
    token.kind = TokenKind::quotation;
    token.first = tokens_[stretch.open].first;
    token.last = stretch.closed ? tokens_[stretch.close].last : tokens_[stretch.close].first;
    token.spaced = tokens_[stretch.open].spaced;
    token.key = index;
    return token;
  }

  Tokens const& tokens_;
  std::vector<Stretch> const& stretches_;
};

}  // namespace

std::vector<Narrative> narratives(Tokens const& tokens, std::vector<Stretch> const& stretches) {
  Teller const teller(tokens, stretches);
  std::vector<Narrative> all;
  all.push_back(teller.tell(-1, 0, tokens.size(), 0));
  for (std::size_t i = 0; i + 1 < stretches.size(); ++i) {
    bool const has_nested = stretches[i + 1].parent == static_cast<int>(i);
    if (!has_nested) continue;
    auto& told = all.emplace_back(teller.tell(static_cast<int>(i), stretches[i].open + 1U, stretches[i].close, i + 1));
    Token end;
    end.kind = TokenKind::paragraph_end;
    end.first = end.last = tokens[stretches[i].close].first;
    told.tokens.push_back(end);
  }
  return all;
}

}  // namespace quoth::grammar
