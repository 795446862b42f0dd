// SPDX-License-Identifier: MIT
#include "grammar/marks/outer_text.hpp"

#include "grammar/marks/marks.hpp"
#include "grammar/tokens/prose_token.hpp"

namespace quoth::grammar {

namespace {

class Teller {
 public:
  Teller(Tokens const& tokens, std::vector<MarkedSpan> const& marked_spans)
      : tokens_(tokens), marked_spans_(marked_spans) {}

  // The outer text of tokens [first, last); `next` is the first marked span that can lie inside it. A comma right after
  // a closing mark is left out: it is taken as part of the quotation.
  OuterText tell(int inside, std::size_t first, std::size_t last, std::size_t next) const {
    OuterText outer_text{inside, {}, Language::english};
    outer_text.tokens.reserve(last - first + 1);
    for (auto i = first; i < last;) {
      while (next < marked_spans_.size() && marked_spans_[next].open < i) ++next;
      if (next < marked_spans_.size() && marked_spans_[next].open == i) {
        outer_text.tokens.push_back(quotation_token(next));
        i = marked_spans_[next].close + (marked_spans_[next].closed ? 1U : 0U) +
            (marked_spans_[next].comma_outside ? 1U : 0U);
      } else {
        outer_text.tokens.push_back(tokens_[i++]);
      }
    }
    return outer_text;
  }

 private:
  Token quotation_token(std::size_t index) const {
    auto const& marked_span = marked_spans_[index];
    Token token;
    token.kind = TokenKind::quotation;
    token.first = tokens_[marked_span.open].first;
    token.last = marked_span.closed ? tokens_[marked_span.close].last : tokens_[marked_span.close].first;
    token.spaced = tokens_[marked_span.open].spaced;
    token.key = index;
    return token;
  }

  Tokens const& tokens_;
  std::vector<MarkedSpan> const& marked_spans_;
};

}  // namespace

std::vector<OuterText> outer_texts(Tokens const& tokens, std::vector<MarkedSpan> const& marked_spans,
                                   Language language) {
  Teller const teller(tokens, marked_spans);
  std::vector<OuterText> all;
  all.push_back(teller.tell(-1, 0, tokens.size(), 0));
  for (std::size_t i = 0; i + 1 < marked_spans.size(); ++i) {
    bool const has_nested = marked_spans[i + 1].parent == static_cast<int>(i);
    if (!has_nested) continue;
    auto& told =
        all.emplace_back(teller.tell(static_cast<int>(i), marked_spans[i].open + 1U, marked_spans[i].close, i + 1));
    Token end;
    end.kind = TokenKind::paragraph_end;
    end.first = end.last = tokens[marked_spans[i].close].first;
    told.tokens.push_back(end);
  }
  for (auto& told : all) told.language = language;
  return all;
}

}  // namespace quoth::grammar
