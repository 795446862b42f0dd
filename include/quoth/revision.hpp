// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "quoth/checker.hpp"
#include "quoth/document.hpp"
#include "quoth/policy.hpp"
#include "quoth/quotation.hpp"

namespace quoth {

/// A quotation of the new version of an article, and what became of the old version's words. The old version is the
/// source of its finding: the evidence is what was printed there, `utterance` the number of the quotation from 0, and
/// `misattributed` says that it was another speaker's. A quotation that the old version does not have is `unchecked`.
struct RevisedQuotation : CheckedQuotation {
  /// The ids of the old version's quotations that have its words, rising; empty where there is none.
  std::vector<int> old{};
  /// Whether it stands elsewhere among the quotations of the article than it did.
  bool moved = false;
  /// Of one that the old version does not have: where the old version has its words outside of quotation marks.
  std::optional<Span> outside{};

  /// Whether the old version does not have it.
  bool is_new() const { return old.empty(); }
};

/// A quotation of the old version that the new version has no more.
struct DroppedQuotation {
  Quotation quotation;
  /// Where the new version has its words outside of quotation marks.
  std::optional<Span> outside{};
};

/// What became of an article's quotations in a later version of it.
struct Revision {
  std::vector<RevisedQuotation> quotations;  ///< of the new version, without those inside others
  std::vector<DroppedQuotation> dropped;     ///< of the old version: speech alone
};

/// Compares the quotations of two versions of an article: words are the same quotation wherever they stand, in however
/// many paragraphs and on whichever side of a tag. Needs no store.
Revision compare(Document const& old_version, Document const& new_version, Policy const& policy = {});

}  // namespace quoth
