// SPDX-License-Identifier: MIT
#include "tools/audit/pages/page_links.hpp"

#include <fmt/format.h>

namespace quoth::tools {

namespace {

std::string stem_of(db::FindingGroup const& group) {
  auto const numbered = [&](char const* kind) { return fmt::format("{}-{}", kind, group.number + 1); };
  switch (group.of) {
    case db::GroupOf::seen:
      return "to_see";
    case db::GroupOf::verdict:
      return group.name;
    case db::GroupOf::unsure:
      return "unsure";
    case db::GroupOf::outlet:
      return numbered("outlet");
    case db::GroupOf::author:
      return numbered("author");
    case db::GroupOf::section:
      return numbered("section");
    case db::GroupOf::speaker:
      return numbered("speaker");
    case db::GroupOf::date:
      return numbered("date");
    case db::GroupOf::fidelity:
      return numbered("fidelity");
    case db::GroupOf::repeated:
      return numbered("repeated");
    case db::GroupOf::disputed:
      return numbered("disputed");
    case db::GroupOf::edit:
      return numbered("edit");
    case db::GroupOf::not_held:
      return numbered("not_held");
  }
  return {};
}

}  // namespace

std::string name_of_page(db::FindingGroup const& group, std::size_t page) {
  return fmt::format("{}-{}.html", stem_of(group), page);
}

std::size_t number_of_pages(db::FindingGroup const& group) {
  return (group.findings.size() + db::findings_a_page - 1) / db::findings_a_page;
}

PageLinks::PageLinks(std::vector<db::FindingGroup> const& groups) {
  for (auto const& group : groups) {
    groups_.emplace(std::pair(group.of, group.number), fmt::format("{}/{}", pages_folder, name_of_page(group, 1)));
    if (group.of != db::GroupOf::verdict && group.of != db::GroupOf::unsure) continue;
    for (std::size_t i = 0; i < group.findings.size(); ++i)
      findings_.emplace(
          group.findings[i],
          fmt::format("{}/{}#f{}", pages_folder, name_of_page(group, i / db::findings_a_page + 1), group.findings[i]));
  }
}

std::string PageLinks::to(db::GroupOf of, std::size_t number) const {
  auto const found = groups_.find({of, number});
  return found == groups_.end() ? std::string() : found->second;
}

std::vector<std::string> PageLinks::to_all(db::GroupOf of, std::size_t count) const {
  std::vector<std::string> links;
  links.reserve(count);
  for (std::size_t i = 0; i < count; ++i) links.push_back(to(of, i));
  return links;
}

std::string PageLinks::to_finding(std::int64_t quotation) const {
  auto const found = findings_.find(quotation);
  return found == findings_.end() ? std::string() : found->second;
}

std::string link_html(std::string const& link, std::string const& html) {
  return link.empty() ? html : "<a href=\"" + link + "\">" + html + "</a>";
}

}  // namespace quoth::tools
