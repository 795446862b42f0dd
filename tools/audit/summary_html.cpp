// SPDX-License-Identifier: MIT
#include "tools/audit/summary_html.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "quoth/verdict.hpp"
#include "report_assets.hpp"
#include "tools/audit/audit_words.hpp"
#include "tools/audit/chart.hpp"
#include "tools/reports/html_text.hpp"
#include "tools/reports/places_to_check.hpp"

namespace quoth::tools {

namespace {

std::uint64_t all_of(db::VerdictCounts const& counts) {
  std::uint64_t sum = 0;
  for (auto const count : counts) sum += count;
  return sum;
}

std::string section(char const* title, std::string const& note, std::string const& content) {
  return fmt::format("<section>\n<h2>{}</h2>\n<p class=\"note\">{}</p>\n{}</section>\n", title, note, content);
}

// A section, or a note in its place if there is nothing to draw.
template <typename Items, typename Draw>
std::string section_of(char const* title, std::string const& note, Items const& items, char const* nothing, Draw draw) {
  return items.empty() ? section(title, nothing, "") : section(title, note, draw(items));
}

std::string number(std::string_view what, std::uint64_t count) {
  return fmt::format("<div><b>{}</b><span>{}</span></div>\n", count, what);
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

std::string table_of_words(std::vector<db::RepeatedWords> const& words) {
  std::string rows = "<table>\n<tr><th>Words</th><th>Articles</th><th>Given to</th><th>Verdicts</th></tr>\n";
  for (auto const& one : words) {
    rows += fmt::format("<tr><td class=\"words\">“{}”</td><td class=\"count\">{}</td><td>{}</td><td>{}</td></tr>\n",
                        text_html(one.text), one.articles, text_html(joined(one.speakers)), verdict_tags(one.counts));
  }
  return rows + "</table>\n";
}

std::string table_of_altered(std::vector<db::AlteredWords> const& words) {
  std::string rows =
      "<table>\n<tr><th>Fidelity</th><th>Printed</th><th>Said</th><th>Given to</th><th>Article</th></tr>\n";
  for (auto const& one : words) {
    rows += fmt::format(
        "<tr><td class=\"count\">{:.2f}<br><span class=\"tag\"><i class=\"{}\"></i>{}</span></td><td "
        "class=\"words\">“{}”</td><td class=\"words\">“{}”</td><td>{}</td><td class=\"id\">{}</td></tr>\n",
        one.fidelity, text_html(one.verdict), text_html(one.verdict), text_html(one.printed), text_html(one.spoken),
        text_html(one.speaker.empty() ? "nobody named" : one.speaker), text_html(one.article));
  }
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

std::string table_to_confirm(std::vector<db::WordsToConfirm> const& words) {
  std::string rows =
      "<table>\n<tr><th>Check</th><th>Printed</th><th>As the machine has it</th><th>Given "
      "to</th><th>Article</th></tr>\n";
  for (auto const& one : words) {
    rows += fmt::format(
        "<tr><td>{}</td><td class=\"words\">“{}”</td><td class=\"words\">“{}”</td><td>{}</td><td "
        "class=\"id\">{}</td></tr>\n",
        place_html(one), text_html(one.printed), text_html(one.heard),
        text_html(one.speaker.empty() ? "nobody named" : one.speaker), text_html(one.article));
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

std::string head(db::AuditSummary const& summary) {
  auto const dates =
      summary.first_date.empty() ? std::string("undated") : summary.first_date + " to " + summary.last_date;
  return fmt::format("<h1>Quotation audit</h1>\n<p class=\"note\">Articles {}; store version {}.</p>\n",
                     text_html(dates), text_html(summary.store)) +
         "<div class=\"numbers\">\n" + number("articles", summary.articles) +
         number("quotations", all_of(summary.counts)) + mean_fidelity(summary) +
         number("an editor should look at", summary.seen) +
         number("of these not found in the store", summary.not_found) +
         number(less_than_sure(summary.least_confidence), summary.unsure) +
         number("to confirm against a recording or a page", summary.confirmable) +
         number("articles with errors", summary.errors) + "</div>\n" + verdict_bar(summary.counts);
}

}  // namespace

std::string summary_html(db::AuditSummary const& summary) {
  constexpr char const* shares =
      "Shares of the quotations that could be checked, and their mean fidelity; the names with most of them come "
      "first.";
  std::string html =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      "<title>Quotation audit</title>\n<style>\n";
  html += std::string(embedded::summary) + "</style>\n</head>\n<body>\n" + head(summary);
  html += section_of("Over time",
                     std::string("Checked quotations by ") + (summary.by_year ? "year" : "month") + " of the article.",
                     summary.over_time, "No article is dated.", column_chart);
  html += section_of("By outlet", shares, summary.by_outlet, "No article names its outlet.", share_chart);
  html += section_of("By author", shares, summary.by_author, "No article names its author.", share_chart);
  html += section_of("By speaker", shares, summary.by_speaker, "No quotation is given to anybody.", share_chart);
  html += section("Fidelity", "Quotations found in the store, by how much of what was said they keep; 1 is verbatim.",
                  fidelity_chart(summary.fidelity));
  html += section_of("Most altered", "What was printed beside what was said, least fidelity first.", summary.altered,
                     "No quotation was found altered.", table_of_altered);
  html += section_of("To confirm",
                     "The first of what a machine may have got wrong; the view to_confirm of audit.db has all.",
                     summary.to_confirm, "Nothing needs a recording or a page to decide it.", table_to_confirm);
  html += section_of("Most repeated", "Four words and more that several articles print.", summary.repeated,
                     "No words stand in two articles.", table_of_words);
  html += section_of("The same words, different people", "Names that are no forms of one another.", summary.disputed,
                     "No words are given to different people.", table_of_words);
  return html + "</body>\n</html>\n";
}

}  // namespace quoth::tools
