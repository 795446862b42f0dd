// SPDX-License-Identifier: MIT
#include "text/articles/web/element_role.hpp"

#include <cctype>
#include <string>
#include <unordered_set>

#include "text/unicode/unicode.hpp"
#include "text/words/lines.hpp"

namespace quoth::text {

namespace {

using Names = std::unordered_set<std::string_view>;

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool is_blank(MarkupNode node) { return node.is_text() && trimmed(node.text()).empty(); }

MarkupNode first_inside(MarkupNode element) {
  auto child = element.first_child();
  while (child && is_blank(child)) child = child.next();
  return child;
}

MarkupNode next_of(MarkupNode node) {
  auto next = node.next();
  while (next && is_blank(next)) next = next.next();
  return next;
}

// Whether a line in bold is all there is, or a break follows it.
bool begins_with_bold_line(MarkupNode element) {
  auto const first = first_inside(element);
  if (!first || !(first.is("strong") || first.is("b"))) return false;
  auto const next = next_of(first);
  return !next || next.is("br");
}

MarkupNode quotation_around(MarkupNode element) {
  auto parent = element.parent();
  if (parent && parent.is("p")) parent = parent.parent();
  return parent && parent.is("blockquote") ? parent : MarkupNode();
}

// Whether nothing of the quotation follows the element.
bool is_last_in(MarkupNode quotation, MarkupNode element) {
  for (auto node = element; node && node.index() != quotation.index(); node = node.parent()) {
    if (next_of(node)) return false;
  }
  return true;
}

}  // namespace

bool has_any_word(std::string_view names, std::unordered_set<std::string_view> const& words) {
  std::string word;
  for (std::size_t i = 0; i <= names.size(); ++i) {
    auto const c = i < names.size() ? names[i] : ' ';
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else {
      if (words.contains(word)) return true;
      word.clear();
    }
  }
  return false;
}

bool is_call_out(MarkupNode quotation) {
  static Names const words{"callout", "admonition", "alert",  "note", "tip",
                           "warning", "info",       "notice", "tldr", "hint"};
  if (has_any_word(quotation.attribute("class"), words)) return true;
  auto const first = first_inside(quotation);
  if (!first || first.is_text()) return false;
  return is_heading(first.name()) || begins_with_bold_line(quotation) ||
         (first.is("p") && begins_with_bold_line(first));
}

bool names_source(MarkupNode element) {
  if (element.is("figcaption")) {
    auto const figure = element.parent();
    return figure && figure.is("figure") && figure.find("blockquote");
  }
  auto const quotation = quotation_around(element);
  if (!quotation || !(element.is("footer") || element.is("cite"))) return false;
  bool const alone = element.is("footer") || element.parent().index() == quotation.index() ||
                     first_inside(element.parent()).index() == element.index();
  return alone && is_last_in(quotation, element);
}

}  // namespace quoth::text
