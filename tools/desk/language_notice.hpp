// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>

#include "quoth/document.hpp"

namespace quoth::tools {

// Says, once a run for each language, what does not hold outside English and German.
class LanguageNotice {
 public:
  // What is to be said of the article; empty where it is in a language that is read, or one told of before.
  std::string of(Document const& article);

 private:
  std::set<std::string> told_;
};

}  // namespace quoth::tools
