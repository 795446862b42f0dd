// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quoth/limits.hpp"
#include "text/json/json_value.hpp"
#include "text/markup/markup.hpp"

namespace quoth::text {

// One file and the views of it that readers ask for; each view is made when it is first asked for, and kept. A gzip
// file is unpacked first.
class FileContent {
 public:
  // `where` names the file in errors; `path` gives its ending. Throws Error if the file is over the limits.
  FileContent(std::string bytes, std::string where, std::string const& path = {}, Limits limits = {});

  std::string const& bytes() const { return bytes_; }
  std::string const& where() const { return where_; }
  std::string const& ending() const { return ending_; }  // ".srt", in lower case
  Limits const& limits() const { return limits_; }
  Deadline const& deadline() const { return deadline_; }

  bool starts_with(std::string_view magic) const { return bytes().starts_with(magic); }
  // The first character that is not white space; 0 if there is none.
  char first_mark() const;

  // For a transcript: readers then keep struck-out words as a remark (see struck_text.hpp) instead of leaving them out,
  // and set a colon after bold words at the head of a paragraph.
  void use_as_transcript() { is_transcript_ = true; }
  bool is_transcript() const { return is_transcript_; }

  // Parts of the file that a reader leaves out, for the user to be told: "the attachment budget.pdf".
  void leave_out(std::string part) { left_out_.push_back(std::move(part)); }
  std::vector<std::string> const& left_out() const { return left_out_; }

  // The same file, for a second reader after one that frees it.
  FileContent again() const { return {bytes_, where_, "again" + ending_, limits_}; }

  // The file as text; throws Error if it is not text.
  std::u32string const& text();
  std::string const& utf8();

  // The text, moved out, for a reader that needs nothing else of the file.
  std::u32string take_text();
  // Frees the file and all views of it, before what was made of it takes as much memory again.
  void release();

  // Empty if the file does not start like JSON or like markup. Throws Error if it does and is broken; a file whose
  // ending is one of text may begin with a bracket and be no JSON.
  JsonValue json();
  Markup const* xml();
  Markup const* html();
  // For a reader whose format the user named: throws Error also if the file is not XML.
  Markup const& xml_tree();
  // The root element of the XML; none if it is not XML.
  MarkupNode xml_root();
  bool looks_like_html();

 private:
  bool looks_like_json() const;
  bool is_named_as_text() const;
  bool looks_like_xml();

  std::string bytes_;
  std::string where_;
  std::string ending_;
  Limits limits_;
  Deadline deadline_;
  bool is_transcript_ = false;
  std::vector<std::string> left_out_;
  std::optional<std::u32string> text_;
  bool bytes_are_utf8_ = false;
  std::optional<std::string> utf8_;
  std::optional<JsonDocument> json_;
  bool is_no_json_ = false;
  std::optional<Markup> xml_;
  std::optional<Markup> html_;
};

}  // namespace quoth::text
