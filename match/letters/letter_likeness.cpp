// SPDX-License-Identifier: MIT
#include "match/letters/letter_likeness.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace quoth::match {

namespace {

constexpr std::size_t most_quoted = 400;
constexpr std::size_t most_compared = 1200;

// The letters of tokens, and where each token's begin; one past the last token's end is last.
struct Letters {
  Letters(TokenSequence const& tokens, TokenRange range) {
    for (auto i = range.first; i < range.last; ++i) {
      starts.push_back(text.size());
      text += tokens.key(i);
    }
    starts.push_back(text.size());
  }

  std::string text;
  std::vector<std::size_t> starts;
};

// The stretch [first, last) of a text that is most like a pattern, and how many letters differ.
struct Match {
  std::size_t edits = 0;
  std::size_t first = 0;
  std::size_t last = 0;
};

// Sellers' algorithm: the edit distance of the pattern from any stretch of the text. The first of equals.
Match most_like(std::string_view pattern, std::string_view text) {
  // edits[i], first[i]: of the first i letters of the pattern and the best stretch that ends here, which begins there.
  std::vector<std::size_t> edits(pattern.size() + 1);
  std::vector<std::size_t> first(pattern.size() + 1, 0);
  for (std::size_t i = 0; i <= pattern.size(); ++i) edits[i] = i;
  Match best{edits.back(), 0, 0};
  for (std::size_t end = 1; end <= text.size(); ++end) {
    auto diagonal = std::exchange(edits[0], 0);
    auto diagonal_first = std::exchange(first[0], end);
    for (std::size_t i = 1; i <= pattern.size(); ++i) {
      auto const substituted = diagonal + (pattern[i - 1] == text[end - 1] ? 0 : 1);
      auto const added = edits[i] + 1;
      auto const dropped = edits[i - 1] + 1;
      diagonal = edits[i];
      auto const before = std::exchange(diagonal_first, first[i]);
      edits[i] = std::min({substituted, added, dropped});
      if (edits[i] == substituted) {
        first[i] = before;
      } else if (edits[i] == dropped) {
        first[i] = first[i - 1];
      }
    }
    if (edits.back() < best.edits) best = {edits.back(), first.back(), end};
  }
  return best;
}

}  // namespace

double LetterLikeness::share() const {
  return edits >= letters ? 0 : 1 - static_cast<double>(edits) / static_cast<double>(letters);
}

LetterLikeness letter_likeness(TokenSequence const& quotation, TokenSequence const& passage, TokenRange stretch) {
  Letters const quoted(quotation, {0, quotation.size()});
  Letters const source(passage, stretch);
  if (quoted.text.size() > most_quoted || source.text.size() > most_compared) return {};
  auto const found = most_like(quoted.text, source.text);
  LetterLikeness likeness{quoted.text.size(), found.edits, {stretch.last, stretch.first}};
  for (std::size_t i = 0; i + 1 < source.starts.size(); ++i) {
    auto const begin = source.starts[i];
    auto const end = source.starts[i + 1];
    auto const shared = std::min(end, found.last) - std::max(begin, std::min(end, found.first));
    if (found.last <= begin || found.first >= end) continue;
    if (shared < end - begin) ++likeness.edits;
    if (2 * shared < end - begin) continue;
    likeness.words.first = std::min(likeness.words.first, stretch.first + i);
    likeness.words.last = std::max(likeness.words.last, stretch.first + i + 1);
  }
  if (likeness.words.first >= likeness.words.last) likeness.words = {};
  return likeness;
}

}  // namespace quoth::match
