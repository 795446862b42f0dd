// SPDX-License-Identifier: MIT
#include "match/edits/joined_difference.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "match/align/quoted_words.hpp"
#include "match/edits/number_edit.hpp"
#include "match/words/lexicon.hpp"

namespace quoth::match {

namespace {

// The most equal words between two differences to be joined.
constexpr std::size_t longest_between = 3;

bool negates(TokenSequence const& tokens, TokenRange range) {
  return std::ranges::any_of(meanings_in(tokens, range.first, range.last),
                             [](MeaningAt const& found) { return found.meaning.family == EditClass::negation; });
}

// Whether the range has a word that a negation elsewhere in the sentence turns into "no", "nobody" or "never".
bool has_any(TokenSequence const& tokens, TokenRange range) {
  static constexpr std::array<std::string_view, 8> words{"any",      "anybody", "anyone", "anything",
                                                         "anywhere", "ever",    "either", "a"};
  for (auto i = range.first; i < range.last; ++i) {
    if (std::ranges::find(words, tokens.key(i)) != words.end()) return true;
  }
  return false;
}

class Joining {
 public:
  Joining(TokenSequence const& quote, TokenSequence const& source) : quote_(quote), source_(source) {}

  std::optional<Difference> operator()(Difference const& a, Difference const& b) const {
    if (a.kind == Difference::Kind::gap && hides_number(a, b)) {
      auto whole = a;
      whole.source.last = b.source.last;
      return whole;
    }
    if (a.kind != Difference::Kind::words || b.kind != a.kind) return std::nullopt;
    auto const between = b.quote.first - a.quote.last;
    if (b.quote.first < a.quote.last || b.source.first < a.source.last || between > longest_between ||
        b.source.first - a.source.last != between)
      return std::nullopt;
    auto whole = a;
    whole.quote.last = b.quote.last;
    whole.source.last = b.source.last;
    if (is_same_date(quote_, whole.quote, source_, whole.source)) return whole;
    if (moves_negation(a, b) || moves_negation(b, a) || moves_meaning(a, b) || moves_meaning(b, a) ||
        moves_nobody(a, b) || moves_nobody(b, a) || swaps(a, b))
      return whole;
    return std::nullopt;
  }

  // Whether the printed words are the end of a number without its value: "billion" for "$4 billion".
  bool ends_number(Difference const& words) const {
    if (words.kind != Difference::Kind::words || words.source.size() != 1 || words.quote.empty()) return false;
    auto const& number = source_[words.source.first];
    auto const is_number = [](WordToken const& token) { return token.is(WordToken::number); };
    auto const first = quote_.tokens().begin() + static_cast<std::ptrdiff_t>(words.quote.first);
    if (!is_number(number) || std::any_of(first, first + static_cast<std::ptrdiff_t>(words.quote.size()), is_number))
      return false;
    auto const printed = quote_.stretch(words.quote.first, words.quote.last);
    return source_.surface(words.source.first).ends_with(" " + printed);
  }

 private:
  // The ellipsis hides the value of "$4 billion": "… billion".
  bool hides_number(Difference const& gap, Difference const& words) const {
    return gap.join == Join::ellipsis && words.quote.first == gap.quote.first &&
           words.source.first == gap.source.last && ends_number(words);
  }

  // "local and state" for "state and local".
  bool swaps(Difference const& a, Difference const& b) const {
    return are_same(a.quote, b.source) && are_same(b.quote, a.source);
  }
  bool are_same(TokenRange q, TokenRange s) const {
    if (q.empty() || q.size() != s.size()) return false;
    for (std::size_t k = 0; k < q.size(); ++k) {
      if (quote_[q.first + k].id != source_[s.first + k].id) return false;
    }
    return true;
  }

  // "my whole life" for "all my life": whether a quantity or the like is in `from` on one side and in `to` on the
  // other.
  bool moves_meaning(Difference const& from, Difference const& to) const {
    auto const spoken = meanings_in(source_, from.source.first, from.source.last);
    auto const printed = meanings_in(quote_, to.quote.first, to.quote.last);
    return std::ranges::any_of(spoken, [&](MeaningAt const& said) {
      return said.meaning.family && said.meaning.family != EditClass::negation &&
             std::ranges::any_of(printed, [&](MeaningAt const& shown) {
               return shown.meaning.family == said.meaning.family && shown.meaning.group == said.meaning.group;
             });
    });
  }

  // "that nobody will" for "is nobody that will": whether the one word that denies is in `from` on one side and in `to`
  // on the other.
  bool moves_nobody(Difference const& from, Difference const& to) const {
    static constexpr std::array<std::string_view, 3> nominal{"nobody", "nothing", "none"};
    return std::ranges::any_of(nominal, [&](std::string_view word) {
      return holds(source_, from.source, word) && holds(quote_, to.quote, word);
    });
  }
  static bool holds(TokenSequence const& tokens, TokenRange range, std::string_view key) {
    for (auto i = range.first; i < range.last; ++i) {
      if (tokens.key(i) == key) return true;
    }
    return false;
  }

  // Whether the negation is in `from` on one side and in `to` on the other, where it turns "any" into "no".
  bool moves_negation(Difference const& from, Difference const& to) const {
    if (negates(source_, from.source) && !negates(quote_, from.quote))
      return negates(quote_, to.quote) && !negates(source_, to.source) && has_any(source_, to.source);
    if (negates(quote_, from.quote) && !negates(source_, from.source))
      return negates(source_, to.source) && !negates(quote_, to.quote) && has_any(quote_, to.quote);
    return false;
  }

  TokenSequence const& quote_;
  TokenSequence const& source_;
};

}  // namespace

std::vector<Difference> joined(TokenSequence const& quote, TokenSequence const& source,
                               std::vector<Difference> differences) {
  Joining const join(quote, source);
  // A quotation may start within a number.
  if (!differences.empty() && differences.front().quote.first == 0 && join.ends_number(differences.front()))
    differences.erase(differences.begin());
  if (differences.size() < 2) return differences;
  std::vector<Difference> found;
  for (auto const& difference : differences) {
    auto const whole = found.empty() ? std::nullopt : join(found.back(), difference);
    if (whole) {
      found.back() = *whole;
    } else {
      found.push_back(difference);
    }
  }
  return found;
}

}  // namespace quoth::match
