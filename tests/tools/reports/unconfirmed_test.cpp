// SPDX-License-Identifier: MIT
// What every report makes of a quotation that a recording has to decide: the finding is made by hand.
#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "quoth/checker.hpp"
#include "quoth/document.hpp"
#include "tools/reports/formats/report_writer.hpp"
#include "tools/reports/places_to_check.hpp"

using namespace quoth;
using namespace quoth::tools;

namespace {

Edit heard(std::string quote, std::string source, std::optional<double> time) {
  Edit edit;
  edit.quote = std::move(quote);
  edit.source = std::move(source);
  edit.machine_error = true;
  edit.time = time;
  return edit;
}

Evidence passage(Made made, std::string url, std::vector<Edit> edits) {
  Evidence evidence;
  evidence.source = "call";
  evidence.made = made;
  evidence.url = std::move(url);
  evidence.time = 725;
  evidence.text = "are steam business is most impacted";
  evidence.edits = std::move(edits);
  evidence.segments = {1};
  return evidence;
}

CheckedQuotation checked(int id, Span span, Verdict verdict, std::vector<Evidence> evidence = {}) {
  CheckedQuotation one;
  one.quotation.id = id;
  one.quotation.segments = {span};
  one.finding.verdict = verdict;
  one.finding.confidence = 0.7;
  one.finding.segments = {{verdict, 0.9}};
  one.finding.message = "the words sound alike";
  one.finding.evidence = std::move(evidence);
  return one;
}

// Three quotations: one altered, one unconfirmed, one verbatim.
struct Newsroom {
  Document document = markdown_document(
      "a.md", "“The boat is blue,” she said. “Our steam business is most impacted,” she said. “We sell it.”");
  std::vector<CheckedQuotation> all{checked(1, {1, 18}, Verdict::verbatim),
                                    checked(2, {31, 67}, Verdict::unconfirmed,
                                            {passage(Made::asr, "https://youtu.be/aB3", {heard("Our", "are", 751.4)})}),
                                    checked(3, {79, 90}, Verdict::altered)};

  Finding& unconfirmed() { return all[1].finding; }

  std::string report(ReportFormat format, bool quiet = false, Severities severities = {}) const {
    std::ostringstream out;
    ReportOptions options;
    options.format = format;
    options.quiet = quiet;
    if (quiet) options.shown = Shown::attention;
    options.severities = std::move(severities);
    auto const writer = report_writer(options, out);
    writer->add(document, all);
    writer->finish();
    return out.str();
  }
};

bool contains(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

// Whether the parts stand in the text one after the other.
bool in_order(std::string const& text, std::vector<std::string> const& parts) {
  std::size_t at = 0;
  for (auto const& part : parts) {
    at = text.find(part, at);
    if (at == std::string::npos) return false;
    at += part.size();
  }
  return true;
}

}  // namespace

TEST_CASE("text report: what is to be confirmed stands apart, with the time and the link") {
  Newsroom const newsroom;
  auto const text = newsroom.report(ReportFormat::text);
  CHECK(in_order(
      text, {"ALTERED", "a.md: to confirm against the recording: 1\n", "UNCONFIRMED",
             "check      the recording at 12:31: “Our” for “are” https://youtu.be/aB3?t=751\n",
             "a.md: need not be looked at: 1\n", "VERBATIM", "3 quotations: 1 verbatim, 1 unconfirmed, 1 altered\n"}));
  auto const quiet = newsroom.report(ReportFormat::text, true);
  CHECK(contains(quiet, "UNCONFIRMED"));
  CHECK_FALSE(contains(quiet, "VERBATIM"));
}

TEST_CASE("text report: raised to a warning, it is among what must be seen") {
  Newsroom const newsroom;
  Severities severities;
  severities.set(Verdict::unconfirmed, Severity::warning);
  auto const text = newsroom.report(ReportFormat::text, false, severities);
  CHECK_FALSE(contains(text, "to confirm against"));
  CHECK(in_order(text, {"ALTERED", "UNCONFIRMED", "VERBATIM"}));
}

TEST_CASE("text report: where an editor has listened, nothing is to be confirmed") {
  Newsroom newsroom;
  newsroom.unconfirmed().set_aside = "the recording has it";
  auto const text = newsroom.report(ReportFormat::text);
  CHECK_FALSE(contains(text, "to confirm against"));
  CHECK(contains(text, "set aside  the recording has it"));
}

TEST_CASE("HTML report: a part of its own, the time a link") {
  Newsroom const newsroom;
  auto const html = newsroom.report(ReportFormat::html);
  CHECK(in_order(
      html, {R"(<mark class="unconfirmed")", R"(data-verdict="altered")", "To confirm against the recording: 1</h3>",
             R"(class="finding unconfirmed")",
             R"(check <a href="https://youtu.be/aB3?t=751" rel="noreferrer">the recording at 12:31</a>: “Our”)"}));
}

TEST_CASE("reports for build servers: a note") {
  Newsroom const newsroom;
  CHECK(contains(newsroom.report(ReportFormat::github), "::notice file=a.md,line=1,col=32,title=unconfirmed::"));
  CHECK(in_order(newsroom.report(ReportFormat::gitlab), {"\"check_name\": \"unconfirmed\"", "\"severity\": \"info\""}));
  CHECK(in_order(newsroom.report(ReportFormat::sarif), {"\"ruleId\": \"unconfirmed\"", "\"level\": \"note\""}));
  auto const junit = newsroom.report(ReportFormat::junit);
  CHECK(contains(junit, "failures=\"1\" skipped=\"1\""));
  CHECK(contains(junit, "<skipped message=\"unconfirmed: the words sound alike\""));
  Severities severities;
  severities.set(Verdict::unconfirmed, Severity::warning);
  auto const failing = newsroom.report(ReportFormat::junit, false, severities);
  CHECK(contains(failing, "<failure type=\"unconfirmed\""));
  CHECK(contains(failing, "check the recording at 12:31: “Our” for “are” https://youtu.be/aB3?t=751"));
}

TEST_CASE("CSV report: place and link have columns") {
  Newsroom const newsroom;
  auto const csv = newsroom.report(ReportFormat::csv);
  CHECK(contains(csv, ",place_to_check,link\r\n"));
  CHECK(contains(csv, ",\"the recording at 12:31\",\"https://youtu.be/aB3?t=751\"\r\n"));
}

TEST_CASE("JSON report: an edit says whether a machine made it, when it was said and how sure the machine was") {
  Newsroom newsroom;
  newsroom.unconfirmed().evidence[0].edits[0].confidence = 0.41236;
  CHECK(contains(newsroom.report(ReportFormat::jsonl), R"("machine_error":true,"time":751.4,"confidence":0.4124})"));
  newsroom.unconfirmed().evidence[0].edits[0] = {};
  CHECK(contains(newsroom.report(ReportFormat::jsonl), R"("segment":1,"time":null,"confidence":null})"));
}

TEST_CASE("reports: neither the words to check nor the link to them leave their place") {
  Newsroom newsroom;
  newsroom.unconfirmed().evidence = {
      passage(Made::asr, "https://x.example/\"><script>\x1B[31m\u202E", {heard("<b>\x1B]0;", "=1+1\u202E", 751)})};
  for (auto const format : {ReportFormat::text, ReportFormat::html, ReportFormat::csv}) {
    auto const report = newsroom.report(format);
    CHECK(contains(report, "the recording at 12:31"));
    CHECK_FALSE(contains(report, "\x1B"));
    CHECK_FALSE(contains(report, "\u202E"));
    if (format == ReportFormat::html) CHECK_FALSE(contains(report, "\"><script>"));
    if (format == ReportFormat::html) CHECK_FALSE(contains(report, "<b>"));
    if (format == ReportFormat::csv) CHECK(contains(report, "\"https://x.example/\"\"><script>"));
  }
}

TEST_CASE("places_to_check: one for each moment, in the order of the passage") {
  Newsroom newsroom;
  auto& finding = newsroom.unconfirmed();
  auto certain = heard("blue", "red", 760);
  certain.machine_error = false;
  auto allowed = certain;
  allowed.allowed = true;
  auto borne_out = heard("boat", "vote", 755);
  borne_out.witness = "other-call";
  finding.evidence[0].edits = {borne_out,
                               heard("Our", "are", 751.4),
                               heard("team", "", 751.9),
                               heard("", "uh", 3751),
                               heard("Danner", "Danaher", {}),
                               certain,
                               allowed};
  std::string places;
  for (auto const& place : places_to_check(finding)) places += to_string(place) + "\n";
  CHECK(places ==
        "the recording at 12:31: “Our” for “are”, “team” added https://youtu.be/aB3?t=751\n"
        "the recording at 1:02:31: “uh” left out https://youtu.be/aB3?t=3751\n"
        "the recording from 12:05 on: “Danner” for “Danaher” https://youtu.be/aB3?t=725\n"
        "the recording at 12:40: “blue” for “red” https://youtu.be/aB3?t=760\n");
}

TEST_CASE("places_to_check: of a scanned page the page, without a time in its link") {
  Newsroom newsroom;
  auto& finding = newsroom.unconfirmed();
  finding.evidence = {passage(Made::ocr, "https://town.example/ruling.pdf", {heard("I", "1", {})})};
  finding.evidence[0].printed = {"12", 0, "12", 0};
  REQUIRE(places_to_check(finding).size() == 1);
  CHECK(to_string(places_to_check(finding)[0]) == "page 12: “I” for “1” https://town.example/ruling.pdf");
  auto const text = newsroom.report(ReportFormat::text);
  CHECK(contains(text, "to confirm against the page: 1\n"));
  CHECK(contains(text, "  written    are steam business"));
  CHECK(contains(newsroom.report(ReportFormat::html), "To confirm against the page: 1</h3>"));
}

TEST_CASE("places_to_check: an unconfirmed quotation has one at least, a verbatim one none") {
  Newsroom newsroom;
  newsroom.unconfirmed().evidence[0].edits.clear();
  REQUIRE(places_to_check(newsroom.unconfirmed()).size() == 1);
  CHECK(to_string(places_to_check(newsroom.unconfirmed())[0]) ==
        "the recording from 12:05 on https://youtu.be/aB3?t=725");
  CHECK(places_to_check(newsroom.all[0].finding).empty());
}

TEST_CASE("what_decides: recordings, pages, or both") {
  Finding recording;
  recording.evidence = {passage(Made::captions, "", {})};
  Finding page;
  page.evidence = {passage(Made::ocr, "", {})};
  CHECK(what_decides({&recording}) == "the recording");
  CHECK(what_decides({&page, &page}) == "the page");
  CHECK(what_decides({&page, &recording}) == "the recording or the page");
}
