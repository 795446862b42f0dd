// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "quoth/limits.hpp"
#include "text/json/json_value.hpp"
#include "text/markup/markup.hpp"

namespace quoth {

// One file and the views that readers take of it; each is made when it is first asked for. A gzip file stands for what
// it holds.
class FileContent {
 public:
  // `where` names the file in errors, `path` may tell its ending. Throws Error where the file is over the limits.
  FileContent(std::string bytes, std::string where, std::string const& path = {}, Limits limits = {});

  std::string const& bytes() const { return bytes_; }
  std::string const& where() const { return where_; }
  std::string const& ending() const { return ending_; }  // ".srt", in small letters
  Limits const& limits() const { return limits_; }
  Deadline const& deadline() const { return deadline_; }

  bool starts_with(std::string_view magic) const { return bytes().starts_with(magic); }
  // The first character that is no white space; 0 where there is none.
  char first_mark() const;

  // In a transcript readers keep words that are struck out as a remark (see struck_text.hpp) instead of leaving them
  // out, and set a colon behind the bold words that a paragraph begins with.
  void use_as_transcript() { is_transcript_ = true; }
  bool is_transcript() const { return is_transcript_; }

  // As text; throws Error where it is none.
  std::u32string const& text();
  std::string const& utf8();

  // The text, for a reader that is done with the file.
  std::u32string take_text();
  // Lets go of all that the file holds, views included: what was made of it may be as large again.
  void release();

  // Nothing where the file does not start like JSON or like markup; throws Error where it does and is broken.
  JsonValue json();
  Markup const* xml();
  Markup const* html();
  // For a reader that was told the format: throws Error too where the file is no XML.
  Markup const& xml_tree();
  // The XML's outermost element, none where it is no XML.
  MarkupNode xml_root();
  bool looks_like_html();

 private:
  bool looks_like_json() const;
  bool looks_like_xml();

  std::string bytes_;
  std::string where_;
  std::string ending_;
  Limits limits_;
  Deadline deadline_;
  bool is_transcript_ = false;
  std::optional<std::u32string> text_;
  bool bytes_are_utf8_ = false;
  std::optional<std::string> utf8_;
  std::optional<JsonDocument> json_;
  std::optional<Markup> xml_;
  std::optional<Markup> html_;
};

}  // namespace quoth
