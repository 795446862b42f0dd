// SPDX-License-Identifier: MIT
#include "tools/audit/pages/summary_html.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "quoth/verdict.hpp"
#include "tools/audit/pages/audit_html.hpp"
#include "tools/audit/pages/chart.hpp"
#include "tools/audit/pages/page_section.hpp"
#include "tools/audit/pages/precision_html.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/html/html_text.hpp"
#include "tools/reports/places_to_check.hpp"

namespace quoth::tools {

namespace {

std::uint64_t all_of(db::VerdictCounts const& counts) {
  std::uint64_t sum = 0;
  for (auto const count : counts) sum += count;
  return sum;
}

// A section, or a note in its place if there is nothing to draw.
template <typename Items, typename Draw>
std::string section_of(char const* title, std::string const& note, Items const& items, char const* nothing, Draw draw) {
  return items.empty() ? section(title, nothing, "") : section(title, note, draw(items));
}

std::string number(std::string_view what, std::uint64_t count, std::string const& link = {}) {
  return fmt::format("<div><b>{}</b><span>{}</span></div>\n", count, link_html(link, std::string(what)));
}

std::string joined(std::vector<std::string> const& names) {
  std::string out;
  for (auto const& name : names) out += (out.empty() ? "" : ", ") + name;
  return out.empty() ? "nobody named" : out;
}

std::string verdict_tags(db::VerdictCounts const& counts) {
  std::string tags;
  for (std::size_t v = 0; v < counts.size(); ++v) {
    if (counts.at(v) == 0) continue;
    auto const name = to_string(static_cast<Verdict>(v));
    tags += fmt::format("<span class=\"tag\"><i class=\"{}\"></i>{} {}</span> ", name, counts.at(v), in_words(name));
  }
  return tags;
}

// To the findings that have the verdict.
std::string to_verdict(PageLinks const& links, Verdict verdict) {
  return links.to(db::GroupOf::verdict, static_cast<std::size_t>(verdict));
}

std::string table_of_words(std::vector<db::RepeatedWords> const& words, std::vector<std::string> const& links) {
  std::string rows = "<table>\n<tr><th>Words</th><th>Articles</th><th>Given to</th><th>Verdicts</th></tr>\n";
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto const& one = words[i];
    rows += fmt::format("<tr><td class=\"words\">{}</td><td class=\"count\">{}</td><td>{}</td><td>{}</td></tr>\n",
                        link_html(links.at(i), "“" + text_html(one.text) + "”"), one.articles,
                        text_html(joined(one.speakers)), verdict_tags(one.counts));
  }
  return rows + "</table>\n";
}

std::string table_of_altered(std::vector<db::AlteredWords> const& words, PageLinks const& links) {
  std::string rows =
      "<table>\n<tr><th>Fidelity</th><th>Printed</th><th>Said</th><th>Given to</th><th>Article</th></tr>\n";
  for (auto const& one : words) {
    rows += fmt::format(
        "<tr><td class=\"count\">{:.2f}<br><span class=\"tag\"><i class=\"{}\"></i>{}</span></td><td "
        "class=\"words\">“{}”</td><td class=\"words\">“{}”</td><td>{}</td><td class=\"id\">{}</td></tr>\n",
        one.fidelity, text_html(one.verdict), text_html(one.verdict), text_html(one.printed), text_html(one.spoken),
        text_html(one.speaker.empty() ? "nobody named" : one.speaker),
        link_html(links.to_finding(one.quotation), text_html(one.article)));
  }
  return rows + "</table>\n";
}

// The words, or a dash where there are none.
std::string words_html(std::string const& words) { return words.empty() ? "–" : "“" + text_html(words) + "”"; }

std::string table_of_edits(std::vector<db::EditedWords> const& words, std::vector<std::string> const& links) {
  std::string rows =
      "<table>\n<tr><th>Printed</th><th>Said</th><th>What differs</th><th>Quotations</th><th>Articles</th></tr>\n";
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto const& one = words[i];
    rows += fmt::format(
        "<tr><td class=\"words\">{}</td><td class=\"words\">{}</td><td>{}</td><td class=\"count\">{}</td><td "
        "class=\"count\">{}</td></tr>\n",
        words_html(one.printed), words_html(one.said), text_html(in_words(one.edit_class)),
        link_html(links.at(i), std::to_string(one.quotations)), one.articles);
  }
  return rows + "</table>\n";
}

std::string table_of_variants(std::vector<VariantRow> const& variants) {
  constexpr std::size_t most_rows = 15;
  std::string rows =
      "<table>\n<tr><th>Said</th><th>By</th><th>Printings</th><th>Altered</th><th>First altered by</th></tr>\n";
  for (std::size_t i = 0; i < std::min(most_rows, variants.size()); ++i) {
    auto const& one = variants[i];
    rows += fmt::format(
        "<tr><td class=\"words\">{}</td><td>{}</td><td class=\"count\">{}</td><td "
        "class=\"count\">{}</td><td>{}</td></tr>\n",
        link_html(one.link, words_html(one.said)), text_html(one.said_by), one.printings, one.altered,
        text_html(one.altered_first));
  }
  return rows + "</table>\n";
}

std::string table_of_never_held(std::vector<db::NeverHeld> const& people, std::vector<std::string> const& links) {
  std::string rows = "<table>\n<tr><th>Speaker</th><th>Quotations</th></tr>\n";
  for (std::size_t i = 0; i < people.size(); ++i)
    rows += fmt::format("<tr><td>{}</td><td class=\"count\">{}</td></tr>\n",
                        link_html(links.at(i), text_html(people[i].person)), people[i].quotations);
  return rows + "</table>\n";
}

// Where to look it up: "the recording at 12:31", a link where the source has a URL.
std::string place_html(db::WordsToConfirm const& words) {
  Evidence evidence;
  evidence.made = made_named(words.made).value_or(Made::asr);
  evidence.time = words.turn_time;
  evidence.url = words.url;
  Edit edit;
  edit.time = words.word_time;
  auto const [place, differences, link] = place_of(evidence, edit);
  return linked_html(place, link);
}

std::string table_to_confirm(std::vector<db::WordsToConfirm> const& words, PageLinks const& links) {
  std::string rows =
      "<table>\n<tr><th>Check</th><th>Printed</th><th>As the machine has it</th><th>Given "
      "to</th><th>Article</th></tr>\n";
  for (auto const& one : words) {
    rows += fmt::format(
        "<tr><td>{}</td><td class=\"words\">“{}”</td><td class=\"words\">“{}”</td><td>{}</td><td "
        "class=\"id\">{}</td></tr>\n",
        place_html(one), text_html(one.printed), text_html(one.heard),
        text_html(one.speaker.empty() ? "nobody named" : one.speaker),
        link_html(links.to_finding(one.quotation), text_html(one.article)));
  }
  return rows + "</table>\n";
}

// The mean fidelity of all that could be checked; nothing where there is none.
std::string mean_fidelity(db::AuditSummary const& summary) {
  auto const checked = all_of(summary.counts) - summary.counts.at(static_cast<std::size_t>(Verdict::unchecked));
  if (checked == 0) return {};
  return fmt::format("<div><b>{:.2f}</b><span>fidelity of {} checked</span></div>\n",
                     summary.fidelity_sum / static_cast<double>(checked), checked);
}

std::string head(db::AuditSummary const& summary, PageLinks const& links) {
  auto const dates =
      summary.first_date.empty() ? std::string("undated") : summary.first_date + " to " + summary.last_date;
  return fmt::format("<h1>Quotation audit</h1>\n<p class=\"note\">Articles {}; store version {}.</p>\n",
                     text_html(dates), text_html(summary.store)) +
         "<div class=\"numbers\">\n" + number("articles", summary.articles) +
         number("quotations", all_of(summary.counts)) + mean_fidelity(summary) +
         number("an editor should look at", summary.seen, links.to(db::GroupOf::seen)) +
         number("of these not found in the store", summary.not_found, to_verdict(links, Verdict::not_found)) +
         number(less_than_sure(summary.least_confidence), summary.unsure, links.to(db::GroupOf::unsure)) +
         number("to confirm against a recording or a page", summary.confirmable,
                to_verdict(links, Verdict::unconfirmed)) +
         number("articles with errors", summary.errors, summary.errors == 0 ? "" : "errors.csv") + "</div>\n" +
         verdict_bar(summary.counts, links.to_all(db::GroupOf::verdict, all_verdicts.size()));
}

}  // namespace

std::string summary_html(db::AuditSummary const& summary, PageLinks const& links, SummaryExtras const& extras) {
  constexpr char const* shares =
      "Shares of the quotations that could be checked, and their mean fidelity beside their number; the names with "
      "most "
      "of them come first.";
  // Draws the items of a list, each with a link to its findings.
  auto const with_links = [&](auto draw, db::GroupOf of) {
    return [&links, draw, of](auto const& items) { return draw(items, links.to_all(of, items.size())); };
  };
  auto html = head(summary, links);
  if (extras.precision) html += precision_html(*extras.precision, summary.least_confidence);
  html += section_of("Over time",
                     std::string("Checked quotations by ") + (summary.by_year ? "year" : "month") + " of the article.",
                     summary.over_time, "No article is dated; --outlet-from may take dates from paths.",
                     with_links(column_chart, db::GroupOf::date));
  html += section_of("By outlet", shares, summary.by_outlet,
                     "No article names its outlet; --outlet-from may take them from paths.",
                     with_links(share_chart, db::GroupOf::outlet));
  html += section_of("By author", shares, summary.by_author, "No article names its author.",
                     with_links(share_chart, db::GroupOf::author));
  if (!summary.by_section.empty())
    html += section("By section", shares, with_links(share_chart, db::GroupOf::section)(summary.by_section));
  html += section_of(
      "By speaker", std::string(shares) + " A person is one row, under the store's name, whatever articles call them.",
      summary.by_speaker, "No quotation is given to anybody.", with_links(share_chart, db::GroupOf::speaker));
  html += section("Fidelity", "Quotations found in the store, by how much of what was said they keep; 1 is verbatim.",
                  fidelity_chart(summary.fidelity, links.to_all(db::GroupOf::fidelity, summary.fidelity.size())));
  html +=
      section_of("Most altered", "What was printed beside what was said, least fidelity first.", summary.altered,
                 "No quotation was found altered.", [&](auto const& words) { return table_of_altered(words, links); });
  html +=
      section_of("Most altered words", "What was printed for what was said, in quotations an editor should look at.",
                 summary.edited, "No word was found altered.", with_links(table_of_edits, db::GroupOf::edit));
  html += section_of("Variants",
                     "Passages that several articles print, some with other words: as printed in each, and who altered "
                     "them first.",
                     extras.variants, "No passage was altered that several articles print.", table_of_variants);
  html += section_of("To confirm", "The first of what a machine may have got wrong.", summary.to_confirm,
                     "Nothing needs a recording or a page to decide it.",
                     [&](auto const& words) { return table_to_confirm(words, links); });
  html +=
      section_of("Never verifiable",
                 "The people quoted most of whom the store holds nothing, so that none of their words can be checked.",
                 summary.never_held, "The store holds something of everybody who is quoted, or nobody is.",
                 with_links(table_of_never_held, db::GroupOf::not_held));
  html += section_of("Most repeated", "Four words and more that several articles print.", summary.repeated,
                     "No words stand in two articles.", with_links(table_of_words, db::GroupOf::repeated));
  html += section_of("The same words, different people", "Names that are no forms of one another.", summary.disputed,
                     "No words are given to different people.", with_links(table_of_words, db::GroupOf::disputed));
  return audit_html("Quotation audit", html);
}

}  // namespace quoth::tools
