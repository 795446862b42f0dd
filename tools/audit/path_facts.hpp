// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "quoth/document.hpp"

namespace quoth::tools {

// What the path of an article's file tells of the article, as a pattern says: "articles/{outlet}/{date}-*.md". A field
// is one character or more and a date 2031-05-13 or 20310513, `*` any number of characters; none goes over a slash. The
// pattern is held against the end of the path, as many names of it as the pattern has. The first field takes as little
// as it can.
class PathFacts {
 public:
  // Throws Error where the pattern has no field, an unknown one or one twice.
  explicit PathFacts(std::string pattern);

  // Sets what the article does not say of itself, if the path fits the pattern. Returns the section, which no article
  // says; empty where the path does not.
  std::string fill(std::string const& path, Document& article) const;
  std::string const& pattern() const { return pattern_; }

 private:
  enum class Kind : unsigned char { letter, any, outlet, author, date, section };
  struct Part {
    Kind kind;
    char letter = 0;
  };
  struct Fields;
  static bool fits(std::vector<Part> const& parts, std::string_view name, Fields& fields);

  std::string pattern_;
  std::vector<std::vector<Part>> names_;  // of the path, in order
};

}  // namespace quoth::tools
