// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <sstream>

#include "match/place/place_number.hpp"
#include "match/place/place_text.hpp"
#include "match/place/source_outline.hpp"
#include "quoth/quotation.hpp"
#include "tests/data_cases.hpp"
#include "tests/match/check/invented_candidates.hpp"
#include "tests/test_paths.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/words.hpp"

using namespace quoth;
using namespace quoth::match;
using namespace quoth::test;

namespace {

// Reads the lines of a source; see the data file.
class SourceText {
 public:
  Candidate read(std::string const& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      if (line == "[speech]")
        kind_ = SourceKind::transcript;
      else if (line.starts_with("# "))
        heading_ = line.substr(2);
      else if (line.starts_with("[page "))
        note({words_, line.substr(6, line.find(']') - 6), 0});
      else if (line.starts_with("[line "))
        note({words_, page_, static_cast<std::uint32_t>(std::stoul(line.substr(6)))});
      else if (!line.empty())
        add(line);
    }
    auto source = one_turn("");
    source.source.kind = kind_;
    source.windows.front().turns = std::move(turns_);
    return source;
  }

 private:
  void note(PrintedWord const& printed) {
    page_ = printed.page;
    printed_ = printed;
  }

  void add(std::string const& line) {
    auto turn = one_turn(line).windows.front().turns.front();
    turn.utterance = static_cast<std::uint32_t>(turns_.size());
    turn.first_word = words_;
    turn.heading = heading_;
    if (printed_) turn.printed = {*printed_};
    if (line.starts_with("[0:")) {
      turn.start = 60 * std::stod(line.substr(3, 2)) + std::stod(line.substr(6, 2));
      turn.text = line.substr(line.find("] ") + 2);
    }
    words_ += static_cast<std::uint32_t>(text::split_words(turn.text).size());
    turns_.push_back(turn);
  }

  SourceKind kind_ = SourceKind::document;
  std::vector<Turn> turns_;
  std::string heading_;
  std::string page_;
  std::optional<PrintedWord> printed_;
  std::uint32_t words_ = 0;
};

std::string misplaced_in(Finding const& finding) {
  if (finding.evidence.empty()) return "not found";
  auto const& edits = finding.evidence.front().edits;
  auto const edit = std::ranges::find(edits, EditClass::misplaced, &Edit::edit_class);
  if (edit == edits.end()) return "-";
  if (finding.verdict != Verdict::altered) return std::string(to_string(finding.verdict));
  return "“" + edit->quote + "” for “" + edit->source + "”";
}

void check_places(DataCase const& data) {
  auto const first = data.text.find("\n--\n");
  auto const second = data.text.find("\n--\n", first + 1);
  REQUIRE(second != data.text.npos);
  InventedCandidates const store({SourceText().read(data.text.substr(0, first))});
  auto candidate_source = store.candidate_source();
  auto turns = store.transcripts().front().windows.front().turns;
  candidate_source.whole_sources = {[=](std::int64_t) { return turns; },
                                    [=](std::int64_t) { return std::make_shared<SourceOutline const>(turns); }};
  auto const article = plain_document("case", text::to_utf32(data.text.substr(first + 4, second - first - 3)));
  auto quotations = extract(article);
  for (auto& quotation : quotations) {  // whoever says it
    quotation.kind = QuotationKind::direct;
    quotation.attribution.reset();
  }
  std::string found;
  for (auto const& finding : check(article, quotations, candidate_source, Policy()))
    found += misplaced_in(finding) + '\n';
  std::istringstream lines(data.text.substr(second + 4));
  std::string expected;
  for (std::string line; std::getline(lines, line);)
    if (!line.empty()) expected += line + '\n';
  check_same(expected, found, "the places");
}

DataCases const places(block_cases(test_data("places.txt")), check_places);

}  // namespace

TEST_CASE("clock_time: hours only where there are any") {
  CHECK(clock_time(0) == "0:00");
  CHECK(clock_time(7.9) == "0:07");
  CHECK(clock_time(751.2) == "12:31");
  CHECK(clock_time(3599.99) == "59:59");
  CHECK(clock_time(3727) == "1:02:07");
  CHECK(clock_time(-3) == "0:00");
  CHECK(clock_time(1e300) == "1000:00:00");
  CHECK(clock_time(std::numeric_limits<double>::quiet_NaN()) == "0:00");
}

TEST_CASE("pages_and_lines: what is known of them") {
  CHECK(pages_and_lines({}).empty());
  CHECK(pages_and_lines({"12", 7, "12", 7}) == "page 12, line 7");
  CHECK(pages_and_lines({"12", 7, "12", 9}) == "page 12, lines 7 to 9");
  CHECK(pages_and_lines({"12", 24, "13", 2}) == "page 12, line 24 to page 13, line 2");
  CHECK(pages_and_lines({"12", 0, "13", 0}) == "page 12 to page 13");
  CHECK(pages_and_lines({"", 7, "", 9}) == "lines 7 to 9");
}

TEST_CASE("place_in_words: what is known of it") {
  Evidence evidence;
  CHECK(place_in_words(evidence).empty());
  evidence.paragraph = 3;
  CHECK(place_in_words(evidence) == "paragraph 3");
  evidence.heading = "Findings";
  evidence.printed = {"12", 0, "12", 0};
  CHECK(place_in_words(evidence) == "page 12, under ‘Findings’, paragraph 3");
}

TEST_CASE("number_of_heading") {
  CHECK(number_of_heading("4.2 Findings").section == "4.2");
  CHECK(number_of_heading("4. Findings").section == "4");
  CHECK(number_of_heading("§ 4.2 Penalties").section == "4.2");
  CHECK(number_of_heading("SECTION IV. Penalties").section == "IV");
  CHECK(number_of_heading("IV. Penalties").section == "IV");
  CHECK(number_of_heading("Chapter 3: The wall").chapter == "3");
  CHECK(number_of_heading("CHAPTER III").chapter == "III");
  CHECK(number_of_heading("IV: Penalties").section == "IV");
  CHECK(number_of_heading("4.").section == "4");
  CHECK(number_of_heading("4) Findings").section == "4");
  CHECK(number_of_heading("4.2\tFindings").section == "4.2");
  CHECK(number_of_heading("4.2\u00A0Findings").section == "4.2");
  CHECK(number_of_heading("4.2—Findings").section == "4.2");
  CHECK(number_of_heading("4.2–Findings").section == "4.2");
  CHECK(number_of_heading("§\t4.2 Penalties").section == "4.2");
  CHECK(number_of_heading("§\u00A04.2 Penalties").section == "4.2");
  CHECK(number_of_heading("§ 4.2(a) Penalties").section == "4.2");
  CHECK(number_of_heading("§ 4, Penalties").section == "4");
  CHECK(number_of_heading("Sec. 4.2 Penalties").section == "4.2");
  CHECK(number_of_heading("Section4.2 Penalties").section == "4.2");
  for (auto const* const none :
       {"Findings", "2031 in review", "I saw the sea", "Mixed news", "3-day trips", "Sections", "Section ",
        "Section headings", "Section 4th", "4th of May", "iv. penalties", ".5 percent", ""}) {
    CAPTURE(none);
    CHECK(number_of_heading(none).section.empty());
    CHECK(number_of_heading(none).chapter.empty());
  }
}

TEST_CASE("number_of_paragraph") {
  CHECK(number_of_paragraph("12. We hold so.").paragraph == 12);
  CHECK(number_of_paragraph("[12] We hold so.").paragraph == 12);
  CHECK(number_of_paragraph("¶ 12 We hold so.").paragraph == 12);
  CHECK(number_of_paragraph("4.2 The agency shall").section == "4.2");
  CHECK(number_of_paragraph("Section 4.2. The agency shall").section == "4.2");
  CHECK(number_of_paragraph("(12) We hold so.").paragraph == 12);
  CHECK(number_of_paragraph("12) We hold so.").paragraph == 12);
  CHECK(number_of_paragraph("12. Überall ist Wasser.").paragraph == 12);
  CHECK(number_of_paragraph("12. \"We hold so.\"").paragraph == 12);
  CHECK(number_of_paragraph("12. 'We hold so.'").paragraph == 12);
  CHECK(number_of_paragraph("12. (a) We hold so.").paragraph == 12);
  for (auto const* const none :
       {"12", "12. ", "12. 34 boats", "12th Street is closed.", "[4.2] We hold so.", "[12, 13] We hold so."}) {
    CAPTURE(none);
    CHECK(number_of_paragraph(none).paragraph == 0);
  }
  CHECK(number_of_paragraph("12 people died.").paragraph == 0);
  CHECK(number_of_paragraph("4.2 million people died.").section.empty());
  CHECK(number_of_paragraph("We hold so.").paragraph == 0);
}

TEST_CASE("is_heading_name: words, not numbers") {
  CHECK(is_heading_name("Findings"));
  CHECK(is_heading_name("Öffnungen"));
  CHECK_FALSE(is_heading_name("4.2(a)"));
  CHECK_FALSE(is_heading_name("XVIII"));
}

TEST_CASE("name_of_heading: without its number and the marks around it") {
  for (auto const* const heading :
       {"Findings", "4. Findings", "4) Findings:", "4.2 Findings.", "Chapter 4: Findings "}) {
    CAPTURE(heading);
    CHECK(name_of_heading(heading) == "findings");
  }
}

TEST_CASE("page_number: Arabic and Roman figures of up to six") {
  CHECK(page_number("12") == 12);
  CHECK(page_number("123456") == 123456);
  CHECK_FALSE(page_number("1234567"));
  CHECK(page_number("xiv") == 14);
  CHECK_FALSE(page_number(""));
  CHECK_FALSE(page_number("12a"));
}

TEST_CASE("same_section") {
  CHECK(same_section("4.2", "4.2"));
  CHECK(same_section("IV", "4"));
  CHECK(same_section("4", "4.2"));
  CHECK(same_section("4.2(a)", "4.2"));
  CHECK(same_section("4.2 (a)", "4.2(a)"));
  CHECK_FALSE(same_section("4.2", "4.20"));
  CHECK_FALSE(same_section("4.1", "4.2"));
}
