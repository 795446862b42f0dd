// SPDX-License-Identifier: MIT
#include "tools/reports/selection.hpp"

#include <algorithm>
#include <string>

#include "quoth/error.hpp"
#include "quoth/verdict.hpp"
#include "text/words/near_name.hpp"
#include "tools/reports/doc_page.hpp"
#include "tools/reports/finding_text.hpp"

namespace quoth::tools {

namespace {

// What is held against the wording: the classes of the edits that are not allowed.
std::set<EditClass> faults_in(Finding const& finding) {
  std::set<EditClass> classes;
  for (auto const* evidence : deciding_evidence(finding)) {
    for (auto const& edit : evidence->edits)
      if (!edit.allowed) classes.insert(edit.edit_class);
  }
  return classes;
}

}  // namespace

void Selection::add(Names& names, std::string_view list) {
  for (std::size_t at = 0; at <= list.size();) {
    auto const end = std::min(list.find(',', at), list.size());
    add_one(names, list.substr(at, end - at));
    at = end + 1;
  }
}

void Selection::add_one(Names& names, std::string_view name) {
  auto const plain = text::plain_name(name);
  for (auto const verdict : all_verdicts) {
    if (text::plain_name(to_string(verdict)) == plain) return void(names.verdicts.insert(verdict));
  }
  for (auto const edit_class : all_edit_classes) {
    if (text::plain_name(to_string(edit_class)) == plain) return void(names.classes.insert(edit_class));
  }
  throw Error("no verdict or class of edits is called \"" + std::string(name) + "\"" +
              text::did_you_mean(name, names_with_pages()));
}

bool Selection::selects(Finding const& finding) const {
  auto const faults = faults_in(finding);
  auto const has_fault = [&](Names const& names) {
    return std::ranges::any_of(faults, [&](EditClass edit_class) { return names.classes.contains(edit_class); });
  };
  // It stays as long as anything is wrong with it that is not ignored.
  auto const is_of_wording = finding.verdict == Verdict::altered || finding.verdict == Verdict::distorted;
  auto const is_ignored = ignored_.verdicts.contains(finding.verdict) ||
                          (is_of_wording && !faults.empty() && std::ranges::all_of(faults, [&](EditClass edit_class) {
                             return ignored_.classes.contains(edit_class);
                           }));
  if (is_ignored) return false;
  return selected_.empty() || selected_.verdicts.contains(finding.verdict) || has_fault(selected_) ||
         std::ranges::any_of(finding.also, [&](Verdict verdict) { return selected_.verdicts.contains(verdict); });
}

void Selection::apply(std::vector<CheckedQuotation>& checked) const {
  std::erase_if(checked, [this](CheckedQuotation const& one) { return !selects(one.finding); });
}

}  // namespace quoth::tools
