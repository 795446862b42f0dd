// SPDX-License-Identifier: MIT
#include "tools/reports/doc_page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "edit_pages.hpp"
#include "text/words/near_name.hpp"
#include "verdict_pages.hpp"

namespace quoth::tools {

std::string_view page_of(Verdict verdict) {
  switch (verdict) {
#define QUOTH_VERDICT(name, gravity, must_be_seen, basis, meaning) \
  case Verdict::name:                                              \
    return embedded::name;
#include "quoth/verdicts.def"
  }
  return {};
}

std::string_view page_of(EditClass edit_class) {
  switch (edit_class) {
#define QUOTH_EDIT_CLASS(id, name, ap, ap_cost, strict, strict_cost, broadcast, broadcast_cost, meaning) \
  case EditClass::id:                                                                                    \
    return embedded::id;
#include "quoth/edit_classes.def"
  }
  return {};
}

NamedPage page_named(std::string_view name) {
  auto const wanted = text::plain_name(name);
  for (auto const verdict : all_verdicts)
    if (text::plain_name(to_string(verdict)) == wanted) return {to_string(verdict), page_of(verdict)};
  for (auto const edit_class : all_edit_classes)
    if (text::plain_name(to_string(edit_class)) == wanted) return {to_string(edit_class), page_of(edit_class)};
  return {};
}

std::vector<std::string_view> names_with_pages() {
  std::vector<std::string_view> names;
  names.reserve(all_verdicts.size() + all_edit_classes.size());
  for (auto const verdict : all_verdicts) names.push_back(to_string(verdict));
  for (auto const edit_class : all_edit_classes) names.push_back(to_string(edit_class));
  return names;
}

std::string unknown_page(std::string_view name) {
  auto const names = names_with_pages();
  auto const meant = text::did_you_mean(name, names);
  return fmt::format("\"{}\" is unknown", name) +
         (meant.empty() ? fmt::format("; use a verdict or a class of edits: {}", fmt::join(names, ", ")) : meant);
}

namespace {

// The first sentence of the page's last part.
std::string what_to_do(std::string_view page) {
  static constexpr std::string_view heading = "## What to do\n\n";
  auto const start = page.find(heading);
  if (start == page.npos) return {};
  std::string sentence;
  for (auto const c : page.substr(start + heading.size())) {
    bool const breaks = c == ' ' || c == '\n';
    if (breaks && sentence.ends_with('.')) break;
    sentence += breaks ? ' ' : c;
  }
  return sentence;
}

// Whether the words are right, and stand elsewhere in the source than the article says.
bool is_only_misplaced(Finding const& finding) {
  auto found = false;
  for (auto const& evidence : finding.evidence) {
    for (auto const& edit : evidence.edits) {
      found = found || edit.edit_class == EditClass::misplaced;
      if (!edit.allowed && edit.edit_class != EditClass::misplaced) return false;
    }
  }
  return found;
}

}  // namespace

std::string advice(Verdict verdict) { return what_to_do(page_of(verdict)); }

std::string advice(Finding const& finding) {
  if (finding.verdict == Verdict::altered && is_only_misplaced(finding))
    return what_to_do(page_of(EditClass::misplaced));
  return advice(finding.verdict);
}

}  // namespace quoth::tools
