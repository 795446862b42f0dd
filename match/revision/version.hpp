// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "quoth/document.hpp"
#include "quoth/quotation.hpp"

namespace quoth::match {

// One version of an article with its quotations. Must not outlive the document.
struct Version {
  explicit Version(Document const& article);

  // Whether the quotation is compared: one inside another is part of it.
  bool is_compared(std::size_t i) const { return quotations[i].inside == 0 && !words[i].empty(); }
  // Whether it is somebody's speech.
  bool is_speech(std::size_t i) const;
  // Whom the article names as its speaker; empty for nobody.
  std::string const& speaker(std::size_t i) const;
  // Which follow each other as one speech: nothing stands between two of a group but their tags. Rising.
  std::vector<std::vector<std::size_t>> speeches() const;

  Document const& document;
  std::vector<Quotation> quotations;
  std::vector<std::vector<std::string>> words;  // the matching keys of each
};

}  // namespace quoth::match
