// SPDX-License-Identifier: MIT
#include "match/check/machine_errors.hpp"

#include <algorithm>
#include <string_view>

#include "match/sound/machine_error.hpp"
#include "match/words/ocr_confusion.hpp"
#include "match/words/token.hpp"

namespace quoth::match {

namespace {

// What an edit that the recording decides takes off the fidelity at most: as much as what a policy allows.
constexpr double most_cost = 0.03;

std::string_view text_at(std::string_view text, ByteSpan span) {
  return text.substr(std::min<std::size_t>(span.first, text.size()), span.last - span.first);
}

// The first word of a contraction: "can" of "can't"; empty where the text is none.
std::string opened(std::string_view contraction) {
  TokenSequence tokens;
  tokens.append(contraction);
  return tokens.size() == 2 && tokens.is_second_half(1) ? tokens.wording(0, 1) : std::string();
}

// A "not" that only one side has may be the clipped half of a contraction, which is hardly heard: then the contraction
// is compared with the word that it opens with, "can't" with "can".
Edit as_heard(Edit const& edit, Evidence const& evidence, std::string_view printed) {
  auto heard = edit;
  if (edit.edit_class != EditClass::negation) return heard;
  if (edit.op == Edit::Op::insert) {
    auto const contraction = text_at(printed, edit.quote_span);
    heard.source = opened(contraction);
    if (!heard.source.empty()) heard.quote = contraction;
  } else if (edit.op == Edit::Op::remove) {
    auto const contraction = text_at(evidence.text, edit.source_span);
    heard.quote = opened(contraction);
    if (!heard.quote.empty()) heard.source = contraction;
  }
  return heard;
}

// Whether a machine more likely made the difference than the writer. Character recognition confuses shapes, and neither
// drops nor invents words.
bool is_machine_error(Edit const& edit, Evidence const& evidence, std::string_view printed) {
  if (evidence.made == Made::ocr)
    return !edit.quote.empty() && !edit.source.empty() && ocr_confusable(edit.quote, edit.source);
  return machine_error_log_odds(as_heard(edit, evidence, printed)) > 0;
}

}  // namespace

void excuse_machine_errors(Evidence& evidence, Stretches const& stretches, Policy const& policy) {
  for (auto& edit : evidence.edits) {
    if (!must_be_seen(policy.rule(edit.edit_class).verdict)) continue;
    edit.machine_error = is_machine_error(edit, evidence, stretches.text());
    if (edit.machine_error) edit.cost = std::min(edit.cost, most_cost);
  }
}

}  // namespace quoth::match
