// SPDX-License-Identifier: MIT
#pragma once

#include <libxml/tree.h>

#include <map>
#include <set>
#include <string>

#include "text/articles/office/docx_words.hpp"
#include "text/articles/office/office_comments.hpp"
#include "text/files/archive.hpp"
#include "text/markup/xml_tree.hpp"

namespace quoth::text {

// The parts of a Word document that comments change: the text, the comments, the list of parts and their types
// (ECMA-376 part 2).
class DocxPackage {
 public:
  // Throws Error where it lacks a part, or names as its comments what is not in it or is something else.
  DocxPackage(Archive& archive, std::string where);

  XmlTree& body() { return body_; }
  // The notes of a part, read once; null where it has none.
  XmlTree* notes(std::string const& part);
  // Adds a comment, one paragraph for each line, and returns the number that anchors it in the text.
  std::string add_comment(std::string_view text, CommentAuthor const& author);
  // The parts that changed: name to bytes.
  std::map<std::string, std::string> changed() const;

 private:
  XmlTree tree_of(Archive& archive, std::string const& part, std::string const& otherwise) const;
  std::string find_comments() const;
  [[noreturn]] void refuse_comments() const;
  void list_comments();
  std::string fresh_number();

  Archive& archive_;
  std::string where_;
  XmlTree body_;
  XmlTree relationships_;
  XmlTree types_;
  std::string comments_part_;
  XmlTree comments_;
  std::map<std::string, XmlTree> notes_;  // by part
  std::set<std::string> numbers_;         // of comments
  long next_ = 0;
};

}  // namespace quoth::text
