// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace quoth::match {

enum class WordLanguage : std::uint8_t;

// What the article's own words, in the sentence of the quotation, make of the quoted words. What they say need not
// stand in the quotation: he would not “raise taxes”.
struct ArticleFrame {
  bool denies = false;           // a negation or a condition before them
  bool limits = false;           // a condition, an exception or a limit before or behind them
  bool asks = false;             // they are said to be a question
  bool reports = false;          // the speaker is said to report them as somebody else's
  bool omits_citations = false;  // a parenthesis says that citations are left out

  bool operator==(ArticleFrame const&) const = default;
};

// `before`: the article's text up to the quotation; `behind`: the text after it, empty where the quotation ends its
// sentence.
ArticleFrame article_frame(std::string_view before, std::string_view behind, WordLanguage language = {});

}  // namespace quoth::match
