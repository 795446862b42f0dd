// SPDX-License-Identifier: MIT
#include "tools/reports/html/html_section.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "tools/reports/counted.hpp"
#include "tools/reports/finding_order.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/html/html_article.hpp"
#include "tools/reports/html/html_card.hpp"
#include "tools/reports/html/html_text.hpp"
#include "tools/reports/html/html_verdict.hpp"
#include "tools/reports/places_to_check.hpp"
#include "tools/reports/recording_link.hpp"

namespace quoth::tools {

namespace {

using Findings = std::vector<CheckedQuotation const*>;

// Findings under one heading.
struct Group {
  std::string heading;
  bool folded = false;
  Findings findings;
};

class SectionWriter {
 public:
  SectionWriter(Document const& document, std::vector<CheckedQuotation> const& checked, ReportOptions const& options,
                std::size_t number)
      : document_(document),
        checked_(checked),
        options_(options),
        severities_(options.severities),
        number_(number),
        order_(options.order.value_or(FindingOrder::gravity)) {}

  ArticleSection write(std::string const& more) const {
    ArticleSection section;
    section.entry = entry();
    section.media = media();
    auto const& title = section.entry.title;
    section.html = fmt::format(
        "<section id=\"d{0}\" aria-labelledby=\"d{0}t\" data-file=\"{1}\">\n<h2 id=\"d{0}t\">{2}</h2>\n{3}<div "
        "class=\"columns\">\n<div class=\"article\" role=\"region\" tabindex=\"0\" aria-label=\"Text of {2}\"{4}>\n<h3 "
        "class=\"hidden\">Text</h3>\n{5}</div>\n<div class=\"findings\">\n{6}</div>\n</div>\n</section>\n",
        number_, text_html(document_.id()), text_html(title), head(), language(), article(), findings() + more);
    return section;
  }

 private:
  Part part(Finding const& finding) const { return part_of(finding, severities_); }
  bool is_shown(Finding const& finding) const { return tools::is_shown(finding, options_.shown, severities_); }
  std::string id_of(Quotation const& quotation) const { return fmt::format("d{}q{}", number_, quotation.id); }
  std::size_t count(Part part) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(checked_, [&](CheckedQuotation const& one) { return this->part(one.finding) == part; }));
  }

  IndexEntry entry() const {
    IndexEntry entry;
    entry.title = document_.title.empty() ? document_.id() : document_.title;
    if (!document_.title.empty()) entry.file = document_.id();
    entry.date = document_.date;
    entry.quotations = checked_.size();
    entry.to_see = count(Part::to_see);
    entry.to_confirm = count(Part::to_confirm);
    entry.unsure = count(Part::unsure);
    return entry;
  }

  // Browsers choose hyphens and voices by it.
  std::string language() const {
    auto const& language = document_.language;
    auto const is_tag_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; };
    return language.empty() || !std::ranges::all_of(language, is_tag_letter) ? "" : " lang=\"" + language + "\"";
  }

  std::string head() const {
    std::string byline;
    for (auto const& fact : {document_.author, document_.outlet, document_.date,
                             document_.title.empty() ? std::string() : document_.id()}) {
      if (!fact.empty()) byline += (byline.empty() ? "" : " · ") + text_html(fact);
    }
    auto html = byline.empty() ? "" : "<p class=\"byline\">" + byline + "</p>\n";
    return html + counts() + not_checked() + not_shown();
  }

  // How many quotations there are of each verdict.
  std::string counts() const {
    std::map<Verdict, std::size_t> count;
    for (auto const& one : checked_) ++count[one.finding.verdict];
    if (count.empty()) return "<p class=\"counts\">No quotations.</p>\n";
    auto html = fmt::format("<p class=\"counts\">{}:", counted(checked_.size(), "quotation"));
    for (auto const& [verdict, number] : count)
      html += fmt::format(" <span class=\"count {}\">{} {} {}</span>", to_string(verdict), sign_html(verdict), number,
                          in_words(to_string(verdict)));
    return html + "</p>\n";
  }

  // What was not checked, and why.
  std::string not_checked() const {
    std::map<UncheckedReason, std::size_t> count;
    for (auto const& one : checked_) {
      if (one.finding.reason) ++count[*one.finding.reason];
    }
    std::string reasons;
    for (auto const& [reason, number] : count)
      reasons += fmt::format("{}{} ({})", reasons.empty() ? "" : ", ", reason_in_words(reason), number);
    return reasons.empty() ? "" : "<p class=\"reasons\">Not checked: " + reasons + ".</p>\n";
  }

  std::string not_shown() const {
    auto const hidden =
        std::ranges::count_if(checked_, [&](CheckedQuotation const& one) { return !is_shown(one.finding); });
    if (hidden == 0) return {};
    return fmt::format("<p class=\"reasons\">Not shown here: {}.</p>\n",
                       counted(static_cast<std::size_t>(hidden), "quotation"));
  }

  std::string article() const {
    std::vector<ArticleMark> marks;
    for (auto const& [quotation, finding] : checked_) {
      if (!is_shown(finding)) continue;
      auto const calm = !finding.set_aside.empty() || severities_.is_unsure(finding);
      for (std::size_t i = 0; i < quotation.segments.size(); ++i) {
        auto const verdict = finding.segments.size() == quotation.segments.size() && finding.segments.size() > 1
                                 ? finding.segments[i].verdict
                                 : finding.verdict;
        marks.push_back({quotation.segments[i], id_of(quotation), verdict, calm, i == 0, quotation.id});
      }
    }
    return article_html(document_, std::move(marks));
  }

  Group group_of(Finding const& finding) const {
    auto const part = this->part(finding);
    if (part != Part::others && order_ == FindingOrder::place) return {"In the order of the text", false, {}};
    switch (part) {
      case Part::to_see:
        return {"To be seen", false, {}};
      case Part::to_confirm:
        return {"To confirm against", false, {}};
      case Part::unsure:
        return {capitalised(less_than_sure(severities_.least_confidence())), false, {}};
      case Part::others:
        break;
    }
    if (!finding.set_aside.empty()) return {"Set aside", true, {}};
    if (finding.reason == UncheckedReason::not_speech) return {"No speech", true, {}};
    if (finding.verdict == Verdict::unchecked) return {options_.compares ? "New" : "Not checked", true, {}};
    return {capitalised(in_words(to_string(finding.verdict))), true, {}};
  }

  // Those that are shown, in their order; what is folded comes last.
  std::vector<Group> groups() const {
    std::vector<Group> groups;
    for (auto const* one : ordered(checked_, order_, severities_)) {
      if (!is_shown(one->finding)) continue;
      auto group = group_of(one->finding);
      auto const same = [&](Group const& other) { return other.heading == group.heading; };
      auto found = std::ranges::find_if(groups, same);
      if (found == groups.end()) found = groups.insert(found, std::move(group));
      found->findings.push_back(one);
    }
    std::stable_partition(groups.begin(), groups.end(), [](Group const& group) { return !group.folded; });
    return groups;
  }

  // A heading with its count; what is to be confirmed also names what decides.
  std::string heading(Group const& group) const {
    auto heading = group.heading;
    if (!group.folded && part(group.findings.front()->finding) == Part::to_confirm && order_ == FindingOrder::gravity) {
      std::vector<Finding const*> findings;
      for (auto const* one : group.findings) findings.push_back(&one->finding);
      heading.append(" ").append(what_decides(findings));
    }
    return fmt::format("<h3>{}: {}</h3>", text_html(heading), group.findings.size());
  }

  // What the recordings of the findings need that are shown.
  std::set<std::string> media() const {
    std::set<std::string> media;
    for (auto const& [quotation, finding] : checked_) {
      if (!is_shown(finding)) continue;
      for (auto const& evidence : finding.evidence) {
        if (auto const recording = recording_at(evidence.url, evidence.time)) media.insert(recording->origin);
      }
    }
    return media;
  }

  std::string findings() const {
    std::string html;
    for (auto const& group : groups()) {
      std::string cards;
      for (auto const* one : group.findings) cards += card_html(document_, *one, id_of(one->quotation), options_);
      html += group.folded ? fmt::format("<details>\n<summary>{}</summary>\n{}</details>\n", heading(group), cards)
                           : heading(group) + "\n" + cards;
    }
    return html.empty() ? "<h3>No findings</h3>\n" : html;
  }

  Document const& document_;
  std::vector<CheckedQuotation> const& checked_;
  ReportOptions const& options_;
  Severities const& severities_;
  std::size_t number_;
  FindingOrder order_;
};

}  // namespace

ArticleSection article_section(Document const& document, std::vector<CheckedQuotation> const& checked,
                               ReportOptions const& options, std::size_t number, std::string const& more) {
  return SectionWriter(document, checked, options, number).write(more);
}

}  // namespace quoth::tools
