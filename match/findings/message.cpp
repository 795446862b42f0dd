// SPDX-License-Identifier: MIT
#include "match/findings/message.hpp"

#include <algorithm>
#include <utility>

#include "match/edits/shortened.hpp"
#include "match/findings/evidence_limit.hpp"
#include "match/findings/where_to_check.hpp"

namespace quoth::match {

namespace {

constexpr std::size_t longest_shown = 160;  // bytes

std::string marked(std::string_view text) { return "“" + std::string(text) + "”"; }

std::string shown(std::string const& text) { return marked(shortened(text, longest_shown)); }

// An edit with the evidence that shows it; nulls for none.
struct Shown {
  Evidence const* evidence = nullptr;
  Edit const* edit = nullptr;
};

// Whether the finding rests on this evidence, rather than on an earlier one of the same segments.
bool counts(Finding const& finding, Evidence const& evidence) {
  auto const first = std::ranges::find(finding.evidence, evidence.segments, &Evidence::segments);
  return &*first == &evidence;
}

// The edit on which the verdict is based: the one with the highest cost, of equal ones the one that the recording
// decides.
Shown gravest(Finding const& finding) {
  Shown found{&finding.evidence.front(), nullptr};
  for (auto const& evidence : finding.evidence) {
    if (!counts(finding, evidence)) continue;
    for (auto const& edit : evidence.edits) {
      auto const weight = [](Edit const& one) { return std::pair(one.cost, one.machine_error); };
      if (edit.cost > 0 && (found.edit == nullptr || weight(edit) > weight(*found.edit))) found = {&evidence, &edit};
    }
  }
  return found;
}

// The evidence for the segment that somebody else said; the first one where it is not known.
Evidence const& foreign_evidence(Finding const& finding) {
  for (std::size_t i = 0; i < finding.segments.size(); ++i) {
    if (finding.segments[i].verdict != Verdict::misattributed) continue;
    for (auto const& evidence : finding.evidence) {
      if (std::ranges::find(evidence.segments, i + 1) != evidence.segments.end()) return evidence;
    }
  }
  return finding.evidence.front();
}

std::ptrdiff_t differences(Finding const& finding) {
  std::ptrdiff_t count = 0;
  for (auto const& evidence : finding.evidence) {
    if (counts(finding, evidence)) count += std::ranges::count(evidence.edits, false, &Edit::allowed);
  }
  return count;
}

// Describes an edit that left out words around the passage which change its meaning; empty for an edit of the words
// themselves.
std::string describe_frame(Edit const& edit, std::string const& source) {
  auto const side = edit.source_span.first > 0 ? " after it" : " before it";
  switch (edit.edit_class) {
    case EditClass::reported:
    case EditClass::quoted:
      return "told as somebody else's words: " + source + " has " + marked(edit.source) + " around them";
    case EditClass::questioned:
      return "cut from a question: " + source + " has " + marked(edit.source) + side;
    case EditClass::conditioned:
      return "cut from a condition: " + source + " goes " + marked(edit.source);
    case EditClass::limited:
      return "cut off before a limit: " + source + " goes on " + marked(edit.source);
    case EditClass::doubted:
      return "cut from a doubt: " + source + " has " + marked(edit.source) + side;
    case EditClass::denied:
    case EditClass::negated:
      return "cut from a denial: " + source + " has " + marked(edit.source) + side;
    default:
      return {};
  }
}

std::string describe_words(Edit const& edit, std::string const& source) {
  switch (edit.op) {
    case Edit::Op::remove:
      return marked(edit.source) + " is missing";
    case Edit::Op::insert:
      return marked(edit.quote) + " is not in " + source;
    default:
      return marked(edit.quote) + " stands for " + marked(edit.source);
  }
}

std::string describe(Edit const& edit, std::string const& source) {
  if (auto frame = describe_frame(edit, source); !frame.empty()) return frame;
  switch (edit.edit_class) {
    case EditClass::hiding_ellipsis:
      return "what was left out matters: " + marked(edit.source);
    case EditClass::reordered:
      return "the words stand in another order in " + source;
    case EditClass::other_speaker:
      return "somebody else says " + marked(edit.source);
    case EditClass::far_ellipsis:
      return "the ellipsis joins passages that stand apart";
    case EditClass::splice:
      return edit.rule;
    case EditClass::misplaced:
      return source + " has these words at " + edit.source + ", where the article says " + marked(edit.quote);
    case EditClass::ellipsis:
    case EditClass::tag_gap:
    case EditClass::interruption:
      return "left out: " + marked(edit.source);
    default:
      return describe_words(edit, source);
  }
}

// The words of the source, with one left out that stands right beside them: “… besteht | nicht”.
std::string source_words(Evidence const& evidence, Edit const& edit) {
  auto const after =
      std::string_view(evidence.after).substr(std::min(evidence.after.find_first_not_of(' '), evidence.after.size()));
  auto const before = std::string_view(evidence.before).substr(0, evidence.before.find_last_not_of(' ') + 1);
  bool const beside =
      edit.op == Edit::Op::remove && !edit.source.empty() && evidence.text.find(edit.source) == std::string::npos;
  if (beside && after.starts_with(edit.source)) return evidence.text + " " + edit.source;
  if (beside && before.ends_with(edit.source)) return edit.source + " " + evidence.text;
  return evidence.text;
}

bool any_sound_alike(std::vector<Edit> const& edits) {
  return std::ranges::any_of(edits, [](Edit const& edit) {
    return edit.edit_class == EditClass::homophone || edit.edit_class == EditClass::mishearing;
  });
}

// What to check where the words of the source are in doubt; `shown`: the edit that the message is about.
std::string advice(Finding const& finding, Shown shown) {
  auto const& best = finding.evidence.front();
  auto const& edit = shown.edit != nullptr ? *shown.edit : Edit();
  if (edit.edit_class == EditClass::misplaced && !edit.quote.empty()) return {};  // the words are right
  if (finding.verdict == Verdict::unconfirmed) {
    auto const machine = shown.evidence->made == Made::ocr ? "; a machine read it so, " : "; a machine heard it so, ";
    return machine + where_to_check(*shown.evidence, edit);
  }
  if (any_sound_alike(best.edits)) return "; the words sound alike, " + where_to_check(best, edit);
  if (!must_be_seen(finding.verdict)) return {};
  if (is_machine_made(best.made)) return "; the transcript is machine-made, " + where_to_check(*shown.evidence, edit);
  if (best.made == Made::captions) return "; captions shorten what is said, " + where_to_check(*shown.evidence, edit);
  return {};
}

// Who bears out what the source has otherwise; empty where nobody does.
std::string witnesses(Finding const& finding) {
  for (auto const& evidence : finding.evidence) {
    auto const borne_out = std::ranges::find_if(evidence.edits, [](Edit const& edit) { return !edit.witness.empty(); });
    if (borne_out == evidence.edits.end()) continue;
    return borne_out->quote.empty() ? "; " + borne_out->witness + " has no " + marked(borne_out->source) + " there"
                                    : "; " + marked(borne_out->quote) + " is borne out by " + borne_out->witness;
  }
  return {};
}

std::string misattribution(std::string const& speaker, std::string_view claimed) {
  return "said by " + (speaker.empty() ? "somebody not named" : speaker) + ", not by " + std::string(claimed);
}

// What is to be said of the speaker where words are right or wrong whoever spoke; empty for nothing.
std::string of_speaker(Finding const& finding, std::string_view claimed) {
  auto const& speaker = finding.evidence.front().speaker;
  switch (finding.speaker_checked) {
    case SpeakerChecked::reported:
      return "; in the source " + speaker + " quotes " + std::string(claimed);
    case SpeakerChecked::unnamed:
      return claimed.empty() ? "" : "; the source does not name who speaks";
    case SpeakerChecked::open:
      if (speaker.empty()) return "";
      return claimed.empty() ? "; said by " + speaker + ", whom the article does not name here"
                             : "; said by " + speaker + ": whom the article means is open";
    default:
      return finding.settled_speaker.empty() ? "" : "; said by " + finding.settled_speaker;
  }
}

std::string others(Finding const& finding) {
  auto const count = static_cast<std::size_t>(std::ranges::count(
      finding.evidence.begin() + 1, finding.evidence.end(), finding.evidence.front().segments, &Evidence::segments));
  if (count == 0) return {};
  // Only the first most_evidence are looked at.
  auto const more = count + 1 >= most_evidence ? "at least " : "";
  return std::string("; ") + more + std::to_string(count) + (count == 1 ? " other source has" : " other sources have") +
         " the same words";
}

}  // namespace

std::string message_for(Finding const& finding, std::string_view claimed, std::string const& source) {
  auto const found = gravest(finding);
  auto const [evidence, edit] = found;
  std::string message;
  if (finding.verdict == Verdict::misattributed) {
    message = misattribution(foreign_evidence(finding).speaker, claimed);
    if (edit != nullptr) message += "; also, " + describe(*edit, source);
  } else if (finding.verdict == Verdict::not_found) {
    message = "a part of it stands nowhere in the store";
    if (edit != nullptr && !edit->allowed) message += "; also, " + describe(*edit, source);
  } else if (edit == nullptr) {
    message = witnesses(finding).empty() ? "word for word" : "as another transcript of the same recording has it";
  } else {
    message = describe(*edit, source);
    if (describe_frame(*edit, source).empty() && edit->edit_class != EditClass::misplaced)
      message += ": " + source + " has " + shown(source_words(*evidence, *edit));
  }
  if (must_be_seen(finding.verdict) && basis_of(finding.verdict) == VerdictBasis::edits) {
    auto const more = differences(finding) - 1;
    if (more > 0) message += "; " + std::to_string(more) + (more == 1 ? " more difference" : " more differences");
  }
  return message + of_speaker(finding, claimed) + advice(finding, found) + witnesses(finding) + others(finding);
}

}  // namespace quoth::match
