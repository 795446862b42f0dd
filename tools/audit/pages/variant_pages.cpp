// SPDX-License-Identifier: MIT
#include "tools/audit/pages/variant_pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "quoth/verdict.hpp"
#include "tools/audit/pages/audit_html.hpp"
#include "tools/audit/pages/finding_html.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/html/html_text.hpp"
#include "tools/reports/recording_link.hpp"

namespace quoth::tools {

namespace {

constexpr std::size_t most_passages = 200;
constexpr std::size_t passages_a_page = 50;
constexpr std::size_t most_printings = 20;  // of a passage; those that alter it come before others
constexpr std::size_t most_alterations = 12;
constexpr std::size_t most_names = 8;  // of those who printed an alteration

std::string name_of_page(std::size_t page) { return fmt::format("variants-{}.html", page); }

std::string links_of(std::size_t page, std::size_t pages) {
  std::string links = "<a href=\"../summary.html\">Summary</a>";
  for (std::size_t i = 1; pages > 1 && i <= pages; ++i)
    links += i == page ? fmt::format(" <b>{}</b>", i) : fmt::format(" <a href=\"{}\">{}</a>", name_of_page(i), i);
  return links;
}

// "Bay Post, 2031-05-13"
std::string outlet_and_day(db::ShownFinding const& finding) {
  return listed(
      {finding.outlet.empty() ? finding.id : finding.outlet, finding.date.empty() ? "undated" : finding.date});
}

// One passage as HTML.
class PassageHtml {
 public:
  PassageHtml(db::PassageVariants const& variants, db::AuditFindings& findings, PageLinks const& links)
      : variants_(variants), findings_(findings), links_(links), longest_(findings.read(variants.longest)) {}

  std::string html(std::int64_t number) const {
    auto const where = listed(
        {longest_.source_title.empty() ? longest_.source : longest_.source_title, longest_.said_on, longest_.said_by});
    return fmt::format(
        "<article id=\"v{}\">\n<h3 class=\"words\">“{}”</h3>\n<p class=\"id\">{}</p>\n<p class=\"note\">{} "
        "printings in {} articles, {} with other words.</p>\n{}<ol class=\"printings\">\n{}</ol>\n{}</article>\n",
        number, text_html(longest_.passage), linked_html(where, link_to(longest_.url, longest_.time)),
        variants_.printings.size(), variants_.articles(), variants_.altered(), alterations(), printings(),
        remainder(number));
  }

  VariantRow row() const {
    auto const& first = variants_.alterations.front();
    auto const finding = findings_.read(variants_.printings[first.printings.front()].quotation);
    return {longest_.passage,
            longest_.said_by,
            outlet_and_day(finding) + (first.on_first_day(variants_.printings) > 1 ? ", and others that day" : ""),
            variants_.printings.size(),
            variants_.altered(),
            {}};
  }

 private:
  db::ShownFinding read(std::size_t printing) const { return findings_.read(variants_.printings[printing].quotation); }

  // Those of the places from `first` on, before `last`, of an alteration's printings.
  std::string names(db::Alteration const& one, std::size_t first, std::size_t last) const {
    std::string names;
    auto const end = std::min(last, first + most_names);
    for (auto i = first; i < end; ++i) names += (i == first ? "" : "; ") + outlet_and_day(read(one.printings[i]));
    if (end < last) names += fmt::format("; and {} more", last - end);
    return names;
  }

  std::string alteration(db::Alteration const& one) const {
    auto const day = one.on_first_day(variants_.printings);
    auto html = fmt::format("<li><b>{}</b> ({}): ", text_html(db::edit_in_words(one.printed, one.said)),
                            text_html(in_words(one.edit_class)));
    html += day == 0 ? "nobody’s day is known; " : day == 1 ? "first " : "first, on the same day, ";
    html += text_html(names(one, 0, std::max<std::size_t>(day, 1)));
    auto const rest = std::max<std::size_t>(day, 1);
    if (rest < one.printings.size()) html += "; later " + text_html(names(one, rest, one.printings.size()));
    return html + "</li>\n";
  }

  std::string alterations() const {
    std::string html;
    auto const end = std::min(most_alterations, variants_.alterations.size());
    for (std::size_t i = 0; i < end; ++i) html += alteration(variants_.alterations[i]);
    return "<ul class=\"alterations\">\n" + html + "</ul>\n";
  }

  std::string printing(std::size_t number) const {
    auto const finding = read(number);
    auto const verdict = std::string(to_string(verdict_named(finding.verdict).value_or(Verdict::unchecked)));
    auto const link = links_.to_finding(finding.quotation);
    auto const in_folder = link.substr(std::min(link.size(), std::string_view(pages_folder).size() + 1));
    return fmt::format(
        "<li data-verdict=\"{}\" data-outlet=\"{}\"><b>{}</b> <span class=\"tag\"><i class=\"{}\"></i>{}</span> <span "
        "class=\"words\">“{}”</span> <span class=\"id\">{}</span></li>\n",
        verdict, text_html(finding.outlet), text_html(outlet_and_day(finding)), verdict, in_words(verdict),
        marked_html(finding.text, finding.printed_edits), link_html(in_folder, text_html(place_of(finding))));
  }

  // Those shown, by their numbers: the first that alter the passage, and then others.
  std::vector<std::size_t> shown() const {
    std::vector<std::size_t> shown;
    for (auto const altered : {true, false}) {
      for (std::size_t i = 0; i < variants_.printings.size() && shown.size() < most_printings; ++i) {
        if (variants_.printings[i].alterations.empty() != altered) shown.push_back(i);
      }
    }
    std::ranges::sort(shown);
    return shown;
  }

  std::string printings() const {
    std::string html;
    for (auto const one : shown()) html += printing(one);
    return html;
  }

  std::string remainder(std::int64_t number) const {
    if (variants_.printings.size() <= most_printings) return {};
    return fmt::format("<p class=\"note\">{} more printings are in variants.csv, of passage {}.</p>\n",
                       variants_.printings.size() - most_printings, number);
  }

  db::PassageVariants const& variants_;
  db::AuditFindings& findings_;
  PageLinks const& links_;
  db::ShownFinding longest_;
};

}  // namespace

bool VariantPages::is_before(Shown const& one, Shown const& other) {
  auto const order = [](Shown const& shown) {
    return std::tuple(-static_cast<std::int64_t>(shown.row.altered), -static_cast<std::int64_t>(shown.row.printings),
                      shown.number);
  };
  return order(one) < order(other);
}

void VariantPages::add(std::int64_t number, db::PassageVariants const& variants, db::AuditFindings& findings) {
  ++all_;
  Shown shown{number, {}, {}};
  shown.row.altered = variants.altered();
  shown.row.printings = variants.printings.size();
  if (shown_.size() == most_passages && !is_before(shown, shown_.back())) return;
  PassageHtml const passage(variants, findings, links_);
  shown.row = passage.row();
  shown.html = passage.html(number);
  shown_.insert(std::ranges::upper_bound(shown_, shown, is_before), std::move(shown));
  if (shown_.size() > most_passages) shown_.pop_back();
}

std::vector<VariantRow> VariantPages::rows() const {
  std::vector<VariantRow> rows;
  rows.reserve(shown_.size());
  for (std::size_t i = 0; i < shown_.size(); ++i) {
    rows.push_back(shown_[i].row);
    rows.back().link = fmt::format("{}/{}#v{}", pages_folder, name_of_page(i / passages_a_page + 1), shown_[i].number);
  }
  return rows;
}

void VariantPages::write(PartialFolder const& folder) const {
  auto const pages = (shown_.size() + passages_a_page - 1) / passages_a_page;
  auto const head = fmt::format(
      "<h1>Variants</h1>\n<p class=\"note\">{} passages are printed by several articles, by some with other "
      "words{}. All are in <a href=\"../variants.csv\">variants.csv</a>. Who prints the same words later need "
      "not have copied them.</p>\n<h2>Passages</h2>\n",
      all_, shown_.size() == all_ ? "" : fmt::format("; these are the {} altered most", shown_.size()));
  for (std::size_t page = 1; page <= pages; ++page) {
    auto body = head;
    auto const end = std::min(page * passages_a_page, shown_.size());
    for (auto i = (page - 1) * passages_a_page; i < end; ++i) body += shown_[i].html;
    folder.write(name_of_page(page), audit_html("Variants", body, PageScript::filter, links_of(page, pages)));
  }
}

}  // namespace quoth::tools
