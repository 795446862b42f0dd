// SPDX-License-Identifier: MIT
#include "text/articles/web/element_role.hpp"

#include <string>
#include <unordered_set>

#include "text/unicode/ascii.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/lines.hpp"

namespace quoth::text {

namespace {

using Names = std::unordered_set<std::string_view>;

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

// Whether it is a line below the words of a pull quote that has no words of them.
bool is_last_line_of_pull_quote(MarkupNode element) {
  constexpr std::size_t longest_line = 100;  // bytes
  if (!(element.is("p") || element.is("cite") || element.is("footer") || element.is("span") || element.is("div")))
    return false;
  if (next_of(element)) return false;  // asked first: it is true of all but one, and the rest takes longer
  auto const around = element.parent();
  if (!around || !is_pull_quote(around) || first_inside(around).index() == element.index()) return false;
  auto const line = element.inner_text();
  auto const words = trimmed(line);
  return !words.empty() && words.size() <= longest_line && words.find("“") == words.npos &&
         words.find('"') == words.npos && words.find("”") == words.npos && words.back() != '.' && words.back() != '!' &&
         words.back() != '?';
}

}  // namespace

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool has_any_word(std::string_view names, std::unordered_set<std::string_view> const& words) {
  std::string word;
  for (std::size_t i = 0; i <= names.size(); ++i) {
    auto const c = i < names.size() ? names[i] : ' ';
    if (is_ascii_alphanumeric(c)) {
      word += ascii_lower(c);
    } else {
      if (words.contains(word)) return true;
      word.clear();
    }
  }
  return false;
}

bool is_call_out(MarkupNode quotation, bool is_led_to) {
  static Names const words{"callout", "admonition", "alert",  "note", "tip",
                           "warning", "info",       "notice", "tldr", "hint"};
  if (has_any_word(quotation.attribute("class"), words)) return true;
  if (is_led_to || quotation.find("cite") || quotation.find("footer")) return false;
  auto const first = first_inside(quotation);
  if (!first || first.is_text()) return false;
  return is_heading(first.name()) || begins_with_bold_line(quotation) ||
         (first.is("p") && begins_with_bold_line(first));
}

bool is_pull_quote(MarkupNode element) {
  auto const names = element.attribute("class");
  if (has_any_word(names, {"pullquote", "pq"})) return true;
  return has_any_word(names, {"pull"}) && has_any_word(names, {"quote", "quotation"});
}

bool is_deck(MarkupNode element) {
  if (!is_heading(element.name()) && !element.is("p") && !element.is("div")) return false;
  return has_any_word(element.attribute("class"), {"deck", "dek", "standfirst", "subtitle", "subheadline"});
}

bool names_source(MarkupNode element) {
  if (element.is("figcaption")) {
    auto const figure = element.parent();
    if (!figure || !figure.is("figure")) return false;
    // HTML has one caption in a figure, as its first or last element.
    bool const outermost = first_inside(figure).index() == element.index() || !next_of(element);
    return outermost && figure.find("blockquote");
  }
  if (is_last_line_of_pull_quote(element)) return true;
  auto const quotation = quotation_around(element);
  if (!quotation || !(element.is("footer") || element.is("cite"))) return false;
  bool const alone = element.is("footer") || element.parent().index() == quotation.index() ||
                     first_inside(element.parent()).index() == element.index();
  return alone && is_last_in(quotation, element);
}

}  // namespace quoth::text
