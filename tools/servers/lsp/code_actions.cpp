// SPDX-License-Identifier: MIT
#include "tools/servers/lsp/code_actions.hpp"

#include <array>
#include <string_view>
#include <vector>

#include "text/json/json_writer.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/patches/verbatim_words.hpp"
#include "tools/servers/lsp/article_places.hpp"
#include "tools/servers/lsp/lsp_json.hpp"

namespace quoth::tools {

namespace {

constexpr std::array<std::string_view, 10> closing_marks{"”", "\"", "’", "'", "»", "«", "“", "›", "&rdquo;", "&quot;"};

class CodeActions {
 public:
  CodeActions(CheckedText const& text, EditOptions const& options)
      : text_(text), options_(options), places_(text, options.encoding), file_(text.text) {
    json_.begin_array();
  }

  ArticlePlaces const& places() const { return places_; }

  void add(CheckedQuotation const& checked) {
    auto const& [quotation, finding] = checked;
    auto const spoken = correction_of(text_.article, quotation, finding, file_);
    add("Use the words as " + std::string(finding.evidence.empty() ? "spoken" : manner_of(finding.evidence.front())),
        spoken.changes, true);
    add("Mark the omission", omission_marks_of(text_.article, quotation, finding, file_).changes, false);
    add("Ignore with a reason: " + in_words(to_string(finding.verdict)), {comment_for(quotation, finding)}, false);
  }

  std::string take() { return json_.end_array().take(); }

 private:
  // A comment inside a paragraph holds for that paragraph.
  TextChange comment_for(Quotation const& quotation, Finding const& finding) const {
    auto const end = places_.range_of(quotation).end;
    auto const at =
        options_.document.format == "html" ? behind_mark(places_.lines().byte_of(end)) : end_of_line(end.line);
    return {at, at, " <!-- quoth: ignore " + std::string(to_string(finding.verdict)) + ": -->"};
  }

  // Where text is, and no attribute or script.
  std::size_t behind_mark(std::size_t at) const {
    for (auto const mark : closing_marks)
      if (std::string_view(text_.text).substr(at).starts_with(mark)) return at + mark.size();
    return at;
  }

  // Before what breaks a line in Markdown.
  std::size_t end_of_line(std::size_t line) const {
    auto at = places_.lines().end_of_line(line);
    while (at > 0 && std::string_view(" \t\\").find(text_.text[at - 1]) != std::string_view::npos) --at;
    return at;
  }

  void add(std::string const& title, std::vector<TextChange> const& changes, bool is_preferred) {
    if (changes.empty()) return;
    json_.begin_object().field("title", title).field("kind", "quickfix");
    if (is_preferred) json_.field("isPreferred", true);
    json_.key("edit").begin_object();
    if (options_.has_version) {
      json_.key("documentChanges").begin_array().begin_object().key("textDocument").begin_object();
      json_.field("uri", options_.document.uri).field("version", options_.document.version).end_object().key("edits");
      write(changes);
      json_.end_object().end_array();
    } else {
      json_.key("changes").begin_object().key(options_.document.uri);
      write(changes);
      json_.end_object();
    }
    json_.end_object().end_object();
  }

  void write(std::vector<TextChange> const& changes) {
    json_.begin_array();
    for (auto const& change : changes) {
      json_.begin_object();
      write_range(json_, "range", places_.lines().range_of(change.first, change.last));
      json_.field("newText", change.text).end_object();
    }
    json_.end_array();
  }

  CheckedText const& text_;
  EditOptions const& options_;
  ArticlePlaces places_;
  CorrectedFile file_;
  text::JsonWriter json_;
};

}  // namespace

std::string code_actions_json(CheckedText const& text, EditorDesk& desk, EditOptions const& options,
                              TextRange const& range) {
  CodeActions actions(text, options);
  for (auto const& checked : text.checked) {
    if (desk.severities().lists(checked.finding) && meet(actions.places().range_of(checked.quotation), range))
      actions.add(checked);
  }
  return actions.take();
}

}  // namespace quoth::tools
