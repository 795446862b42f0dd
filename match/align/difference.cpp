// SPDX-License-Identifier: MIT
#include "match/align/difference.hpp"

#include <algorithm>

#include "match/align/align_tuning.hpp"
#include "match/align/alignment.hpp"
#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/words/spelling.hpp"

namespace quoth::match {

namespace {

class DifferenceReader {
 public:
  DifferenceReader(QuotedWords const& quotation, Passage const& passage, Alignment const& alignment)
      : quotation_(quotation), quote_(quotation.tokens()), source_(passage.tokens()), alignment_(alignment) {}

  std::vector<Difference> read() {
    for (std::size_t i = 0; i < quote_.size(); ++i) {
      if (quote_[i].is(WordToken::optional)) continue;
      if (alignment_.source_of[i] == Alignment::unpaired) {
        add_word(i);
      } else {
        read_pair(i, static_cast<std::size_t>(alignment_.source_of[i]));
      }
    }
    if (is_open_ && open_has_source_ && !open_.quote.empty() && !take_run_together()) take_whole_contraction();
    close();
    return std::move(found_);
  }

 private:
  void read_pair(std::size_t i, std::size_t source) {
    if (started_ && source != next_) pass_over(i, source);
    if (same_word(quote_[i], source_[source])) {
      close();
      read_same(i, source);
    } else {
      add_word(i);
      if (!open_has_source_) open_.source = {source, source};
      open_has_source_ = true;
      open_.source.last = source + 1;
    }
    started_ = true;
    next_ = source + 1;
  }

  // Handles the words of the passage between the last pair and this one.
  void pass_over(std::size_t i, std::size_t source) {
    if (source < next_) {
      close();
      found_.push_back({Difference::Kind::backward, {i, i}, {source, next_}, quotation_.join_before(i)});
      return;
    }
    TokenRange const passed{next_, source};
    auto const spoken =
        static_cast<std::size_t>(std::count_if(source_.tokens().begin() + static_cast<std::ptrdiff_t>(passed.first),
                                               source_.tokens().begin() + static_cast<std::ptrdiff_t>(passed.last),
                                               [](WordToken const& token) { return !token.is(WordToken::optional); }));
    if (spoken == 0) {
      if (!is_printed(passed, i)) found_.push_back({Difference::Kind::remark, {i, i}, passed, Join::none});
      return;
    }
    auto const join = quotation_.join_before(i);
    auto const marked = join == Join::ellipsis || join == Join::tag;
    if (marked || spoken > DifferenceTuning::longest_omission || source_[next_ - 1].part != source_[source].part) {
      close();
      found_.push_back({Difference::Kind::gap, {i, i}, passed, join});
      return;
    }
    if (!is_open_) open(i);
    if (!open_has_source_) open_.source = {next_, next_};
    open_has_source_ = true;
    open_.source.last = source;
  }

  // "can'tbeundone" at the end of the quotation: includes all of the words that ran together. Returns whether they did.
  bool take_run_together() {
    if (open_.quote.size() != 1) return false;
    auto const letters = letters_of(quote_, open_.quote).letters;
    auto const first = open_.source.first;
    for (auto last = first + 2; last <= first + DifferenceTuning::most_run_together && last <= source_.size(); ++last) {
      if (source_[last - 1].part != source_[first].part) return false;
      if (letters_of(source_, {first, last}).letters != letters) continue;
      open_.source.last = last;
      return true;
    }
    return false;
  }

  // "they answered" for "they didn't": includes the second half of the contraction in what was replaced.
  void take_whole_contraction() {
    if (ends_contraction(source_, open_.source.last)) ++open_.source.last;
  }

  // Whether the quotation prints the transcriber's remark before word `i` as well.
  bool is_printed(TokenRange remark, std::size_t i) const {
    if (i < remark.size()) return false;
    for (std::size_t k = 0; k < remark.size(); ++k) {
      auto const& printed = quote_[i - remark.size() + k];
      if (!printed.is(WordToken::optional) || printed.id != source_[remark.first + k].id) return false;
    }
    return true;
  }

  void open(std::size_t i) {
    is_open_ = true;
    open_has_source_ = false;
    open_ = {Difference::Kind::words, {i, i}, {next_, next_}, quotation_.join_before(i)};
  }

  void add_word(std::size_t i) {
    auto const turns_bracket =
        is_open_ && !open_.quote.empty() &&
        quote_[open_.quote.last - 1].is(WordToken::bracketed) != quote_[i].is(WordToken::bracketed);
    if (turns_bracket) close();
    if (!is_open_) open(i);
    open_.quote.last = i + 1;
  }

  void close() {
    if (is_open_) found_.push_back(open_);
    is_open_ = false;
  }

  void read_same(std::size_t i, std::size_t source) {
    if (!is_restyled(i, source)) return;
    auto const joins = !found_.empty() && found_.back().kind == Difference::Kind::restyled &&
                       found_.back().quote.last == i && found_.back().source.last == source &&
                       !quote_[i].is(WordToken::number);
    if (joins) {
      found_.back().quote.last = i + 1;
      found_.back().source.last = source + 1;
    } else {
      found_.push_back({Difference::Kind::restyled, {i, i + 1}, {source, source + 1}, Join::none});
    }
  }

  // Whether the other half of the passage's contraction is not printed: of "I'd never", "I never".
  bool lost_half(std::size_t i, std::size_t source) const {
    if (!source_[source].is(WordToken::contracted) || quote_[i].is(WordToken::contracted)) return false;
    auto const other = source_.is_second_half(source) ? source - 1 : source + 1;
    return other < source_.size() && is_clitic(source_[other]) &&
           std::ranges::find(alignment_.source_of, static_cast<std::int32_t>(other)) == alignment_.source_of.end();
  }

  bool is_restyled(std::size_t i, std::size_t source) const {
    if (quote_[i].is(WordToken::number) && source_[source].is(WordToken::number)) {
      auto const letters = [](TokenSequence const& tokens, std::size_t at) {
        return letters_of(tokens, {at, at + 1}).letters;
      };
      return !same_surface(i, source) && letters(quote_, i) != letters(source_, source);
    }
    auto const is_same =
        same_form(quote_[i], source_[source]) && ends_contraction(quote_, i) == ends_contraction(source_, source);
    return !is_same && !lost_half(i, source) && !same_surface(i, source) && !before_possessive(quote_, i) &&
           !before_possessive(source_, source);
  }

  // True for the "is" of "that's", not for the "is" of "isn't".
  static bool ends_contraction(TokenSequence const& tokens, std::size_t i) {
    return tokens.is_second_half(i) && tokens[i].is(WordToken::contracted);
  }

  // True for the noun of "the president's", which is a possessive, not a contraction.
  static bool before_possessive(TokenSequence const& tokens, std::size_t i) {
    return tokens.is_second_half(i + 1) && tokens[i + 1].is(WordToken::clitic_s);
  }

  bool same_surface(std::size_t i, std::size_t source) const { return quote_.surface(i) == source_.surface(source); }

  QuotedWords const& quotation_;
  TokenSequence const& quote_;
  TokenSequence const& source_;
  Alignment const& alignment_;
  std::vector<Difference> found_;
  Difference open_;
  bool is_open_ = false;
  bool open_has_source_ = false;
  bool started_ = false;
  std::size_t next_ = 0;  // the word of the passage after the last pair
};

}  // namespace

std::vector<Difference> differences(QuotedWords const& quotation, Passage const& passage, Alignment const& alignment) {
  return DifferenceReader(quotation, passage, alignment).read();
}

TokenRange used_stretch(Alignment const& alignment) {
  TokenRange used;
  for (auto source : alignment.source_of) {
    if (source == Alignment::unpaired) continue;
    auto const at = static_cast<std::size_t>(source);
    used.first = used.empty() ? at : std::min(used.first, at);
    used.last = std::max(used.last, at + 1);
  }
  return used;
}

TokenRange stretch_around(Alignment const& alignment, std::size_t passage_words, std::size_t beyond) {
  auto const& pairs = alignment.source_of;
  auto const is_paired = [](std::int32_t source) { return source != Alignment::unpaired; };
  auto const first = std::ranges::find_if(pairs, is_paired);
  if (first == pairs.end()) return {};
  auto const last = std::find_if(pairs.rbegin(), pairs.rend(), is_paired);
  auto const before = static_cast<std::size_t>(first - pairs.begin());
  auto const after = static_cast<std::size_t>(last - pairs.rbegin());
  auto const begin = static_cast<std::size_t>(std::min(*first, *last));
  auto const end = static_cast<std::size_t>(std::max(*first, *last)) + 1;
  return {begin - std::min(begin, beyond * before), std::min(end + beyond * after, passage_words)};
}

}  // namespace quoth::match
