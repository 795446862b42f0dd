// SPDX-License-Identifier: MIT
#include "match/revision/lost_marks.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/edits/edit_list.hpp"
#include "match/edits/passage_text.hpp"

namespace quoth::match {

namespace {

class LostMarks {
 public:
  LostMarks(Reading const& reading, Stretches const& stretches, Policy const& policy)
      : source_(reading.passage->tokens()),
        printed_(stretches.whole()),
        stretches_(stretches),
        policy_(policy),
        shown_(*reading.passage, reading.alignment),
        printed_at_(source_.size()) {
    auto const& pairs = reading.alignment.source_of;
    for (std::size_t i = 0; i < pairs.size(); ++i)
      if (pairs[i] != Alignment::unpaired) printed_at_[static_cast<std::size_t>(pairs[i])] = i;
  }

  std::vector<Edit> find() {
    for (std::size_t i = 0; i < source_.size(); ++i) {
      if (i > 0 && source_[i].part == source_[i - 1].part) find_ellipsis(i);
      find_bracket(i);
    }
    return std::move(edits_);
  }

 private:
  // An ellipsis before token `i` of the source, where its two sides are now printed side by side.
  void find_ellipsis(std::size_t i) {
    auto const between = source_.before(i);
    std::size_t at = 0;
    while (at < between.size() && ellipsis_at(between, at) == 0) ++at;
    if (at == between.size() || !printed_at_[i] || !printed_at_[i - 1]) return;
    auto const next = *printed_at_[i];
    if (next != *printed_at_[i - 1] + 1 || printed_.join_before(next) >= Join::tag) return;
    add({EditClass::omission, "an ellipsis taken out"}, Edit::Op::remove, {next, next}, {i, i},
        std::string(between.substr(at, ellipsis_at(between, at))));
  }

  // Words in brackets from token `i` of the source on, which are now printed without them.
  void find_bracket(std::size_t i) {
    if (!source_.before(i).ends_with('[') || !printed_at_[i]) return;
    auto const close = source_.text(source_[i].part).find(']', source_[i].last);
    if (close == std::string_view::npos) return;
    auto last = i + 1;
    while (last < source_.size() && source_[last].part == source_[i].part && source_[last].first < close) ++last;
    auto const first = *printed_at_[i];
    auto end = first;
    while (end < printed_.tokens().size() && end - first < last - i && printed_at_[i + end - first] == end) ++end;
    auto const span = printed_.span_of(first, end);
    auto const begin = span.first - std::min(span.first, 1U);
    if (stretches_.text().substr(begin, span.last - begin).find('[') != std::string::npos) return;
    add({EditClass::addition, "an editor's bracket made the speaker's words"}, Edit::Op::insert, {first, end}, {i, i},
        {});
  }

  void add(Classification const& found, Edit::Op op, TokenRange quote, TokenRange source, std::string mark) {
    auto const words = quote.empty() ? std::string() : printed_.tokens().stretch(quote.first, quote.last);
    auto edit = make_edit(op, found, words, std::move(mark), policy_);
    edit.quote_span = printed_.span_of(quote.first, quote.last);
    edit.source_span = shown_.span_of(source);
    for (std::size_t i = 0; i < stretches_.size(); ++i)
      if (stretches_.tokens(i).first <= quote.first) edit.segment = static_cast<std::uint32_t>(i + 1);
    edits_.push_back(std::move(edit));
  }

  TokenSequence const& source_;
  QuotedWords const& printed_;
  Stretches const& stretches_;
  Policy const& policy_;
  PassageText shown_;
  std::vector<std::optional<std::size_t>> printed_at_;  // by token of the source: where the quotation has it
  std::vector<Edit> edits_;
};

}  // namespace

std::vector<Edit> lost_marks(Reading const& reading, Stretches const& stretches, Policy const& policy) {
  return LostMarks(reading, stretches, policy).find();
}

}  // namespace quoth::match
