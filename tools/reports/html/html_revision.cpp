// SPDX-License-Identifier: MIT
#include "tools/reports/html/html_revision.hpp"

#include <fmt/format.h>

#include "tools/reports/finding_text.hpp"
#include "tools/reports/html/html_text.hpp"

namespace quoth::tools {

namespace {

// "line 3", "paragraph 2".
std::string line_of(Document const& document, std::uint32_t offset) {
  return fmt::format("{} {}", to_string(document.unit), document.locate(offset).line);
}

std::string list_html(std::string_view heading, std::size_t count, std::string const& items) {
  if (count == 0) return {};
  return fmt::format("<details>\n<summary><h3>{}: {}</h3></summary>\n<ul>\n{}</ul>\n</details>\n", heading, count,
                     items);
}

}  // namespace

std::string revision_html(Document const& old_version, Document const& document, Revision const& revision,
                          std::size_t number) {
  std::size_t moved = 0;
  std::string items;
  for (auto const& one : revision.quotations) {
    if (!one.moved) continue;
    ++moved;
    items += fmt::format("<li><a href=\"#d{}q{}m\">{}</a> “{}”</li>\n", number, one.quotation.id, one.quotation.id,
                         text_html(words_of(document, one.quotation)));
  }
  auto html = list_html("Moved", moved, items);
  items.clear();
  for (auto const& [quotation, outside] : revision.dropped) {
    auto const where = line_of(old_version, quotation.segments.front().first);
    auto const now = outside ? ", no longer quoted: now in " + line_of(document, outside->first) : std::string();
    items +=
        fmt::format("<li>“{}” <span class=\"claimed\">{}, {} of the old version{}</span></li>\n",
                    text_html(words_of(old_version, quotation)), text_html(claimed_speaker(quotation)), where, now);
  }
  return html + list_html("Dropped", revision.dropped.size(), items);
}

}  // namespace quoth::tools
