// SPDX-License-Identifier: MIT
#include "tools/reports/html/html_article.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "tools/reports/finding_text.hpp"
#include "tools/reports/html/html_text.hpp"
#include "tools/reports/html/html_verdict.hpp"

namespace quoth::tools {

namespace {

char const* class_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::heading:
      return "heading";
    case BlockKind::caption:
      return "caption";
    case BlockKind::list_item:
      return "item";
    case BlockKind::block_quote:
      return "quote";
    case BlockKind::deck:
      return "deck";
    case BlockKind::pull_quote:
      return "pull-quote";
    case BlockKind::paragraph:
      break;
  }
  return "paragraph";
}

// The number of a mark's finding, as a link to it.
std::string number_html(ArticleMark const& mark) {
  return fmt::format("<a href=\"#{}\">{}{}<span class=\"hidden\"> {}{}</span></a>", mark.id, sign_html(mark.verdict),
                     mark.number, in_words(to_string(mark.verdict)), mark.first ? "" : ", continued");
}

// The words with the number of their finding behind them, joined so that no line begins with it.
std::string mark_html(ArticleMark const& mark, std::string const& words) {
  auto const anchor = mark.first ? fmt::format(" id=\"{}m\"", mark.id) : "";
  auto const marked = words.empty() ? "" : "<span class=\"said\">" + words + "</span>&#8288;";
  return fmt::format("<mark class=\"{}{}\"{} data-finding=\"{}\">{}{}</mark>", to_string(mark.verdict),
                     mark.calm ? " calm" : "", anchor, mark.id, marked, number_html(mark));
}

}  // namespace

std::string article_html(Document const& document, std::vector<ArticleMark> marks) {
  std::ranges::stable_sort(marks, {}, [](ArticleMark const& mark) { return mark.span.first; });
  std::string html;
  auto next = marks.begin();
  for (auto const& block : document.blocks()) {
    html += fmt::format("<p class=\"{}\">", class_of(block.kind));
    auto done = block.span.first;
    for (; next != marks.end() && next->span.first < block.span.last; ++next) {
      if (next->span.first < done) {  // inside a quotation that is already marked
        if (next->first) html += mark_html(*next, {});
        continue;
      }
      auto const last = std::min(next->span.last, block.span.last);
      html += text_html(document.utf8({done, next->span.first}));
      html += mark_html(*next, text_html(document.utf8({next->span.first, last})));
      done = last;
    }
    html += text_html(document.utf8({done, block.span.last})) + "</p>\n";
  }
  return html;
}

}  // namespace quoth::tools
