// SPDX-License-Identifier: MIT
#include "match/check/message.hpp"

#include <algorithm>

#include "match/check/evidence.hpp"

namespace quoth::match {

namespace {

constexpr std::size_t longest_shown = 160;  // bytes

std::string marked(std::string_view text) { return "“" + std::string(text) + "”"; }

// The passage; only its two ends if it is long.
std::string shown(std::string const& text) {
  if (text.size() <= longest_shown) return marked(text);
  auto const head = text.rfind(' ', longest_shown / 2);
  auto const tail = text.find(' ', text.size() - longest_shown / 2);
  if (head == text.npos || tail == text.npos || tail <= head) return marked(text);
  return marked(text.substr(0, head) + " …" + text.substr(tail));
}

// The edit on which the verdict is based: the one with the highest cost.
Edit const* gravest(std::vector<Edit> const& edits) {
  auto const found = std::ranges::max_element(edits, {}, &Edit::cost);
  return found == edits.end() || found->cost == 0 ? nullptr : &*found;
}

// Describes an edit that left out words around the passage which change its meaning; empty for an edit of the words
// themselves.
std::string describe_frame(Edit const& edit) {
  auto const side = edit.source_span.first > 0 ? " after it" : " before it";
  switch (edit.edit_class) {
    case EditClass::reported:
    case EditClass::quoted:
      return "told as somebody else's words: the source has " + marked(edit.source) + " around them";
    case EditClass::questioned:
      return "cut from a question: the source has " + marked(edit.source) + side;
    case EditClass::conditioned:
      return "cut from a condition: the source goes " + marked(edit.source);
    case EditClass::limited:
      return "cut off before a limit: the source goes on " + marked(edit.source);
    case EditClass::doubted:
      return "cut from a doubt: the source has " + marked(edit.source) + side;
    case EditClass::denied:
    case EditClass::negated:
      return "cut from a denial: the source has " + marked(edit.source) + side;
    default:
      return {};
  }
}

std::string describe_words(Edit const& edit) {
  switch (edit.op) {
    case Edit::Op::remove:
      return marked(edit.source) + " is missing";
    case Edit::Op::insert:
      return marked(edit.quote) + " is not in the source";
    default:
      return marked(edit.quote) + " stands for " + marked(edit.source);
  }
}

std::string describe(Edit const& edit) {
  if (auto frame = describe_frame(edit); !frame.empty()) return frame;
  switch (edit.edit_class) {
    case EditClass::hiding_ellipsis:
      return "what was left out matters: " + marked(edit.source);
    case EditClass::reordered:
      return "the words stand in another order in the source";
    case EditClass::other_speaker:
      return "somebody else says " + marked(edit.source);
    case EditClass::far_ellipsis:
      return "the ellipsis joins passages that stand apart";
    case EditClass::splice:
      return edit.rule;
    case EditClass::ellipsis:
    case EditClass::tag_gap:
    case EditClass::interruption:
      return "left out: " + marked(edit.source);
    default:
      return describe_words(edit);
  }
}

bool any_sound_alike(std::vector<Edit> const& edits) {
  return std::ranges::any_of(edits, [](Edit const& edit) {
    return edit.edit_class == EditClass::homophone || edit.edit_class == EditClass::mishearing;
  });
}

std::string advice(Finding const& finding) {
  auto const& best = finding.evidence.front();
  if (any_sound_alike(best.edits)) return "; the words sound alike, check the recording";
  auto const machine = best.kind == TranscriptKind::captions || best.kind == TranscriptKind::asr;
  if (machine && must_be_seen(finding.verdict)) return "; the transcript is machine-made, check the recording";
  return {};
}

std::string misattribution(std::string const& speaker, std::string_view claimed, bool is_doubtful) {
  if (!is_doubtful) return "said by " + speaker + ", not by " + std::string(claimed);
  return "the speaker is uncertain: said by " + speaker + ", while the article seems to name " + std::string(claimed);
}

std::string others(Finding const& finding) {
  if (finding.evidence.size() < 2) return {};
  auto const count = finding.evidence.size() - 1;
  // Only the first most_evidence are looked at.
  auto const more = finding.evidence.size() >= most_evidence ? "at least " : "";
  return std::string("; ") + more + std::to_string(count) + (count == 1 ? " other source has" : " other sources have") +
         " the same words";
}

}  // namespace

std::string message_for(Finding const& finding, std::string_view claimed, bool is_doubtful) {
  auto const& best = finding.evidence.front();
  auto const* edit = gravest(best.edits);
  std::string message;
  if (finding.verdict == Verdict::misattributed) {
    message = misattribution(best.speaker.empty() ? "somebody not named" : best.speaker, claimed, is_doubtful);
    if (edit != nullptr) message += "; also, " + describe(*edit);
  } else if (edit == nullptr) {
    message = "word for word";
  } else {
    message = describe(*edit);
    if (describe_frame(*edit).empty()) message += ": the source has " + shown(best.text);
  }
  if (finding.verdict != Verdict::misattributed && best.edits.size() > 1 && edit != nullptr) {
    auto const more = std::ranges::count_if(best.edits, [](Edit const& one) { return !one.allowed; });
    if (more > 1) message += "; " + std::to_string(more - 1) + (more == 2 ? " more difference" : " more differences");
  }
  return message + advice(finding) + others(finding);
}

}  // namespace quoth::match
