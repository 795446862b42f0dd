// SPDX-License-Identifier: MIT
#include "tools/servers/lsp/code_actions.hpp"

#include <vector>

#include "text/json/json_writer.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/patches/verbatim_words.hpp"
#include "tools/servers/lsp/article_places.hpp"
#include "tools/servers/lsp/lsp_json.hpp"

namespace quoth::tools {

namespace {

class CodeActions {
 public:
  CodeActions(CheckedText const& text, std::string_view uri, PositionEncoding encoding)
      : text_(text), uri_(uri), places_(text, encoding) {
    json_.begin_array();
  }

  ArticlePlaces const& places() const { return places_; }

  void add(CheckedQuotation const& checked) {
    auto const& [quotation, finding] = checked;
    auto const spoken = correction_of(text_.article, quotation, finding, text_.text);
    add("Use the words as " + std::string(finding.evidence.empty() ? "spoken" : manner_of(finding.evidence.front())),
        spoken.changes, true);
    add("Mark the omission", omission_marks_of(text_.article, quotation, finding, text_.text).changes, false);
    add("Ignore with a reason: " + in_words(to_string(finding.verdict)), {comment_for(quotation, finding)}, false);
  }

  std::string take() { return json_.end_array().take(); }

 private:
  // At the end of the line where the quotation ends: a comment inside a paragraph holds for that paragraph.
  TextChange comment_for(Quotation const& quotation, Finding const& finding) const {
    auto const line = places_.range_of(quotation).end.line;
    auto const end = places_.lines().end_of_line(line);
    return {end, end, " <!-- quoth: ignore " + std::string(to_string(finding.verdict)) + ": -->"};
  }

  void add(std::string const& title, std::vector<TextChange> const& changes, bool is_preferred) {
    if (changes.empty()) return;
    json_.begin_object().field("title", title).field("kind", "quickfix");
    if (is_preferred) json_.field("isPreferred", true);
    json_.key("edit").begin_object().key("changes").begin_object().key(uri_).begin_array();
    for (auto const& change : changes) {
      json_.begin_object();
      write_range(json_, "range", places_.lines().range_of(change.first, change.last));
      json_.field("newText", change.text).end_object();
    }
    json_.end_array().end_object().end_object().end_object();
  }

  CheckedText const& text_;
  std::string_view uri_;
  ArticlePlaces places_;
  text::JsonWriter json_;
};

}  // namespace

std::string code_actions_json(CheckedText const& text, EditorDesk& desk, std::string_view uri, TextRange const& range,
                              PositionEncoding encoding) {
  CodeActions actions(text, uri, encoding);
  for (auto const& checked : text.checked) {
    if (desk.severities().lists(checked.finding) && meet(actions.places().range_of(checked.quotation), range))
      actions.add(checked);
  }
  return actions.take();
}

}  // namespace quoth::tools
