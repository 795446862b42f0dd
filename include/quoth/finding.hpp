// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
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
  TranscriptKind kind = TranscriptKind::spoken;
  std::string speaker;
  std::uint32_t utterance = 0;  ///< 0-based, in its source: where the passage begins
  std::optional<double> time;   ///< seconds into the recording, where that utterance begins
  PrintedRange printed;
  std::string before;       ///< words before it, as context
  std::string text;         ///< the passage
  std::string after;        ///< words after it
  std::vector<Edit> edits;  ///< from the passage to the quotation
};

/// What the check of one quotation found.
struct Finding {
  Verdict verdict = Verdict::unchecked;
  std::vector<Verdict> also;       ///< what else applies, less grave
  double fidelity = 0;             ///< in [0, 1]
  double confidence = 0;           ///< in [0, 1], of the verdict
  std::string message;             ///< one line for an editor: what differs and what to do
  std::vector<Evidence> evidence;  ///< best first
  std::string set_aside;           ///< an editor's reason for letting it stand; empty where none was given

  /// Whether an editor must see it and has not yet let it stand.
  bool needs_attention() const { return must_be_seen(verdict) && set_aside.empty(); }
};

}  // namespace quoth
