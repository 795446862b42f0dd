// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "match/align/difference.hpp"
#include "match/edits/passage_text.hpp"
#include "match/edits/word_edit.hpp"
#include "match/frames/article_frame.hpp"
#include "quoth/finding.hpp"
#include "quoth/policy.hpp"

namespace quoth::match {

// What the edits depend on beside the two texts.
struct EditContext {
  Policy const& policy;
  ArticleFrame article;
  // Parts of the quotation that are not from this passage and are reported separately.
  std::vector<TokenRange> elsewhere;
  // Whether the words before the passage are printed too, by a stretch of the quotation before this one.
  bool continues = false;
  // Whether the words after the passage are, by the stretch behind this one.
  bool is_continued = false;
};

// The classified edits that turn the passage into the quotation, each with the policy's rule and its position in the
// quotation and in `shown`. The last ones may be for the embedding that was left out (see embedding.hpp).
std::vector<Edit> edits_of(QuotedWords const& quotation, Passage const& passage, Alignment const& alignment,
                           PassageText const& shown, EditContext const& context);

// Makes an edit of a class, with the policy's rule for it.
Edit make_edit(Edit::Op op, Classification const& found, std::string quote, std::string source, Policy const& policy);

}  // namespace quoth::match
