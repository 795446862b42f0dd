// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/byte_span.hpp"
#include "quoth/edit_class.hpp"
#include "quoth/source.hpp"
#include "quoth/verdict.hpp"

namespace quoth {

/// One difference between the quotation and the passage.
struct Edit {
  /// What turns the passage into the quotation; a `jump` passes over words between two places of the source.
  enum class Op { replace, remove, insert, move, jump };
  Op op = Op::replace;
  EditClass edit_class = EditClass::content_word;
  std::string quote;   ///< the words printed; empty for a removal
  std::string source;  ///< the words spoken; empty for an insertion
  /// Where they stand, in bytes: in the quotation's segments joined by one blank each, and in Evidence::text, whole
  /// words of contractions. Empty spans mark the place where words are missing or marks between words differ, or the
  /// end of the text that words outside of it are nearer to.
  ByteSpan quote_span;
  ByteSpan source_span;
  std::string rule;      ///< which rule typed it
  double cost = 0;       ///< what it takes off the fidelity under the policy
  bool allowed = false;  ///< by the policy
  /// The segment that it changes, 1-based; of one at a join the segment before the join.
  std::uint32_t segment = 1;
  bool at_join = false;  ///< it stands between two segments, where the tag is
  /// The source is a machine's, and the difference is more likely its error than the writer's change: the recording, or
  /// the page, decides.
  bool machine_error = false;
  /// The id of another transcript of the same recording that has the printed words, which bears them out; empty where
  /// there is none.
  std::string witness;
  /// Of the first of the words spoken, where the source has word times: seconds into the recording.
  std::optional<double> time;
  /// The recogniser's lowest confidence of the words spoken, in [0, 1]; nothing where the source has none.
  std::optional<double> confidence;
};

/// Where in print a passage begins and ends. Empty pages and line 0 mean that there is none.
struct PrintedRange {
  std::string page;
  std::uint32_t line = 0;
  std::string last_page;
  std::uint32_t last_line = 0;

  /// Whether there is neither page nor line.
  bool empty() const { return page.empty() && line == 0; }
};

/// A passage that stands for or against the quotation.
struct Evidence {
  std::string source;  ///< its id
  std::string title;
  std::string date;
  std::string url;
  Made made = Made::spoken;
  std::string speaker;
  std::uint32_t utterance = 0;  ///< 0-based, in its source: where the passage begins
  std::optional<double> time;   ///< seconds into the recording, where that utterance begins
  PrintedRange printed;
  std::string heading{};  ///< of the section it stands in; may be empty
  /// Of a document: the number of the paragraph where the passage begins, as printed, else counted from 1 under its
  /// heading; where there is none, on its page, or else in the document. 0 for a heading, and for transcripts.
  std::uint32_t paragraph = 0;
  std::string before;                   ///< words before it, as context
  std::string text;                     ///< the passage
  std::string after;                    ///< words after it
  std::vector<Edit> edits;              ///< from the passage to the quotation
  std::vector<std::uint32_t> segments;  ///< those that it bears on, 1-based, rising
  /// How many places with words as near to these would be expected by accident in what was searched, as BLAST's
  /// E-value.
  double chance = 0;
};

/// What the check found for one segment.
struct SegmentFinding {
  Verdict verdict = Verdict::unchecked;
  std::optional<double> fidelity;  ///< in [0, 1]; nothing where it was not checked
};

/// Where the words between two segments stand: at the end of a sentence (“A,” she said. “B.”) the segments claim to be
/// in order and of one occasion; inside a sentence (“A,” she said, “b.”) they claim to run on.
enum class JoinPlace { clause, sentence };
/// The name that JSON has: "clause", "sentence".
std::string_view to_string(JoinPlace place);

/// What the check found for the join of two segments.
struct JoinFinding {
  std::uint32_t after = 1;  ///< the segment before it, 1-based
  JoinPlace at = JoinPlace::clause;
  std::uint32_t words_left_out = 0;  ///< of the source, between the two segments; 0 where they are in other passages
  Verdict verdict = Verdict::verbatim;
};

/// What came of comparing the claimed speaker with the one who spoke: the same person; somebody else; the claimed one,
/// quoted in somebody's turn; a speaker whom the source does not name; whoever it is, as the article leaves it open; or
/// nothing, as nothing was found or claimed.
enum class SpeakerChecked { same, different, reported, unnamed, open, none };
/// The name, as JSON has it.
std::string_view to_string(SpeakerChecked checked);

/// Why a quotation is `unchecked`: it is nobody's speech; everyday words, which prove nothing; the article names
/// nobody; the store holds nothing of that speaker; or nothing of that time; or it is in another language.
enum class UncheckedReason { not_speech, too_common, nobody_named, speaker_not_held, occasion_not_held, language };
/// The name, as JSON has it.
std::string_view to_string(UncheckedReason reason);

/// What the check of one quotation found.
struct Finding {
  Verdict verdict = Verdict::unchecked;
  std::vector<Verdict> also;              ///< what else applies, less grave
  std::vector<SegmentFinding> segments;   ///< one for each segment of the quotation
  std::vector<JoinFinding> joins;         ///< one for each two neighbours that were found
  std::optional<UncheckedReason> reason;  ///< of `unchecked`
  SpeakerChecked speaker_checked = SpeakerChecked::none;
  /// Who spoke, where the article left it open and the source settles it; else empty.
  std::string settled_speaker;
  double fidelity = 0;             ///< in [0, 1]: the mean of the segments by words; 0 where nothing was checked
  double confidence = 0;           ///< in [0, 1], of the verdict
  std::string message;             ///< one line for an editor: what differs and what to do
  std::vector<Evidence> evidence;  ///< best first
  std::string set_aside;           ///< an editor's reason for letting it stand; empty where none was given

  /// Whether an editor must see it and has not yet let it stand.
  bool needs_attention() const { return must_be_seen(verdict) && set_aside.empty(); }
};

}  // namespace quoth
