// SPDX-License-Identifier: MIT
#include "tools/servers/lsp/hover.hpp"

#include "text/json/json_writer.hpp"
#include "tools/quotes/markdown_words.hpp"
#include "tools/reports/doc_page.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/recording_link.hpp"
#include "tools/reports/terminal.hpp"
#include "tools/servers/lsp/article_places.hpp"
#include "tools/servers/lsp/lsp_json.hpp"

namespace quoth::tools {

namespace {

// Writes what a hover says, as Markdown or as plain text. Words from elsewhere go through `words`.
class HoverText {
 public:
  explicit HoverText(bool in_markdown) : in_markdown_(in_markdown) {}

  void add(Finding const& finding) {
    auto const verdict = in_words(to_string(finding.verdict));
    text_ += strong(verdict) + ": " + words(finding.message);
    if (auto const sure = certainty(finding); !sure.empty()) text_ += " (" + sure + ")";
    if (!finding.set_aside.empty()) text_ += "\n\nLet stand: " + words(finding.set_aside);
    for (auto const* evidence : deciding_evidence(finding)) add(*evidence);
    if (auto const what_to_do = advice(finding); finding.needs_attention() && !what_to_do.empty())
      text_ += "\n\n" + words(what_to_do);
  }

  std::string const& text() const { return text_; }

 private:
  void add(Evidence const& evidence) {
    text_ += "\n\n";
    if (in_markdown_) text_ += "> ";
    if (!evidence.before.empty()) text_ += "… " + words(evidence.before);
    text_ += strong(words(evidence.text));
    if (!evidence.after.empty()) text_ += words(evidence.after) + " …";
    auto const place = printable(whereabouts(evidence));
    auto const link = printable(link_to(evidence.url, evidence.time));
    text_ += "\n\n— " + (in_markdown_ ? markdown_link(place, link) : place + (link.empty() ? "" : " " + link));
  }

  std::string words(std::string_view text) const {
    return in_markdown_ ? in_markdown_words(printable(text)) : printable(text);
  }
  std::string strong(std::string const& text) const { return in_markdown_ ? "**" + text + "**" : text; }

  bool in_markdown_;
  std::string text_;
};

}  // namespace

std::string hover_json(CheckedText const& text, TextPlace place, PositionEncoding encoding, bool in_markdown) {
  ArticlePlaces const places(text, encoding);
  for (auto const& [quotation, finding] : text.checked) {
    auto const range = places.range_of(quotation);
    if (!meet(range, {place, place})) continue;
    HoverText hover(in_markdown);
    hover.add(finding);
    text::JsonWriter json;
    json.begin_object().key("contents").begin_object().field("kind", in_markdown ? "markdown" : "plaintext");
    json.field("value", hover.text()).end_object();
    write_range(json, "range", range);
    return json.end_object().take();
  }
  return "null";
}

}  // namespace quoth::tools
