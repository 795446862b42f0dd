// SPDX-License-Identifier: MIT
#include "match/check/machine_errors.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "match/sound/machine_error.hpp"
#include "match/words/ocr_confusion.hpp"
#include "match/words/token.hpp"

namespace quoth::match {

namespace {

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

// Character recognition confuses shapes, and neither drops nor invents words. "Not" and "hot" have one shape too: where
// a negation is at stake the stored words must show that they were misread.
bool is_misread(Edit const& edit) {
  if (edit.quote.empty() || edit.source.empty()) return false;
  return edit.edit_class == EditClass::negation ? is_evident_ocr(edit.source, edit.quote)
                                                : ocr_confusable(edit.quote, edit.source);
}

void excuse(Edit& edit) {
  edit.machine_error = true;
  edit.cost = std::min(edit.cost, most_cost_in_doubt);
}

// A recogniser turns a few words of a passage into others that are nothing like them; more are the writer's.
void excuse_misheard(Evidence& evidence, Stretches const& stretches, Policy const& policy) {
  std::vector<Edit*> unlike;
  std::size_t unlike_words = 0;
  for (auto& edit : evidence.edits) {
    if (!must_be_seen(policy.rule(edit.edit_class).verdict)) continue;
    auto const features = machine_error_features(as_heard(edit, evidence, stretches.text()));
    if (machine_error_log_odds(features, edit.confidence) <= 0) continue;
    if (features.unlike_words > 0) {
      unlike.push_back(&edit);
      unlike_words += features.unlike_words;
    } else {
      excuse(edit);
    }
  }
  if (unlike_words > most_unlike_words(stretches.whole().tokens().size())) return;
  for (auto* edit : unlike) excuse(*edit);
}

}  // namespace

void excuse_machine_errors(Evidence& evidence, Stretches const& stretches, Policy const& policy) {
  if (evidence.made == Made::asr) return excuse_misheard(evidence, stretches, policy);
  for (auto& edit : evidence.edits) {
    if (must_be_seen(policy.rule(edit.edit_class).verdict) && is_misread(edit)) excuse(edit);
  }
}

}  // namespace quoth::match
