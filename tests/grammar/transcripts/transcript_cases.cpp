// SPDX-License-Identifier: MIT
// Every format has small files; beside each stand the turns that are in it. With QUOTH_APPROVE=1 those are rewritten.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <sstream>

#include "grammar/transcripts/transcript_format.hpp"
#include "quoth/transcript.hpp"
#include "tests/data_cases.hpp"
#include "tests/test_paths.hpp"
#include "text/files/file_content.hpp"
#include "text/words/white_space.hpp"

using namespace quoth::test;

namespace {

// Where each line of print begins in a turn: " [12:7 at 0] [12:8 at 41]".
std::string places(quoth::Source const& source, std::size_t turn) {
  std::ostringstream out;
  for (auto const& line : source.printed) {
    if (line.utterance == turn) out << " [" << line.page << ":" << line.line << " at " << line.byte << "]";
  }
  return out.str();
}

std::string figure(std::optional<double> value) {
  std::ostringstream out;
  if (value) out << std::setprecision(4) << *value;
  return value ? out.str() : "-";
}

// What was heard of each word, "time/confidence", where any of it is known: "  heard: 0.1/0.98 0.3/- -/-".
std::string heard(quoth::Utterance const& turn) {
  if (turn.words.empty()) return {};
  CHECK(turn.words.size() == quoth::text::count_at_white_space(turn.text));
  std::string out = "  heard:";
  for (auto const& word : turn.words) out += " " + figure(word.start) + "/" + figure(word.confidence);
  return out + "\n";
}

// One line a turn: label @seconds [page:line at byte] = name: text, with | for line breaks. What was heard of the words
// is in a second line.
std::string turns(quoth::Source& source) {
  quoth::name_speakers(source, {}, "talk.txt");
  std::ostringstream out;
  for (std::size_t i = 0; i < source.utterances.size(); ++i) {
    auto turn = source.utterances[i];
    auto const words = heard(turn);
    out << turn.speaker;
    if (turn.start) out << " @" << *turn.start;
    out << places(source, i);
    std::ranges::replace(turn.text, '\n', '|');
    out << " = " << source.speakers[turn.speaker].name << ": " << turn.text << "\n" << words;
  }
  return out.str();
}

quoth::Source read(std::filesystem::path const& file) {
  auto const name = file.filename().string();
  quoth::text::FileContent content(file_bytes(file), name, name);
  return quoth::transcripts::parse_transcript(content);
}

void check_expected(std::filesystem::path const& expected, std::string const& found) {
  if (std::getenv("QUOTH_APPROVE") != nullptr) std::ofstream(expected, std::ios::binary) << found;
  check_same(file_bytes(expected), found, expected.filename().string());
}

void check_turns(DataCase const& data) {
  auto source = read(data.file);
  auto expected = data.file;
  check_expected(expected.replace_extension(".expected"), turns(source));
}

void check_heading_and_turns(DataCase const& data) {
  auto source = read(data.file);
  auto heading = source.title + (source.date.empty() ? "" : " " + source.date);
  if (!heading.empty()) heading += "\n";
  if (source.made != quoth::Made::spoken) heading += "made: " + std::string(to_string(source.made)) + "\n";
  check_expected(data.file.string() + ".expected", heading + turns(source));
}

// What a document says of itself, a line each.
std::string own_words_of(quoth::Source const& source) {
  std::string out;
  for (auto const& [name, value] :
       {std::pair("title", source.title), {"author", source.author}, {"issuer", source.issuer}, {"date", source.date}})
    if (!value.empty()) out += std::string(name) + ": " + value + "\n";
  return out;
}

// What a document says of itself, and one line a paragraph: places, heading, judge, text.
std::string paragraphs(quoth::Source const& source) {
  std::ostringstream out;
  out << own_words_of(source);
  for (auto const& part : source.left_out) out << "left out: " << part << "\n";
  for (std::size_t i = 0; i < source.utterances.size(); ++i) {
    auto const& utterance = source.utterances[i];
    out << places(source, i) << " ‘" << utterance.heading << "’: ";
    if (!utterance.speaker.empty()) out << utterance.speaker << ": ";
    out << utterance.text << "\n";
  }
  return out.str();
}

void check_document(DataCase const& data) {
  auto const source = read(data.file);
  CHECK(source.kind == quoth::SourceKind::document);
  check_expected(data.file.string() + ".expected", paragraphs(source));
}

// The head of a document, a line "--", then what it says of itself. Prose follows it, as in every document.
void check_title_page(DataCase const& data) {
  constexpr std::string_view body =
      "\n\nThe locks open at six from June on. Please write down every boat that waits for\nmore than an hour, with "
      "its "
      "name and its length, so that the council sees where\nthe queues are and when they are longest.\n\nThank you for "
      "your help, and for every boat that you have let\nthrough the upper lock in spring.\n";
  auto const parted = data.text.find("\n--\n");
  REQUIRE(parted != data.text.npos);
  auto const head = data.text.substr(0, parted);
  quoth::text::FileContent content(head.starts_with("Dear ") ? head : head + std::string(body), "case.txt", "case.txt");
  auto const source = quoth::transcripts::parse_transcript(content);
  CHECK(source.kind == quoth::SourceKind::document);
  auto expected = data.text.substr(parted + 4);
  while (expected.ends_with("\n\n") || expected == "\n") expected.pop_back();
  check_same(expected, own_words_of(source), "what the document says of itself");
}

DataCases const title_pages(block_cases(test_data("title-pages.txt")), check_title_page);
DataCases const documents(entry_cases(test_data("documents"), "document: "), check_document);
DataCases const transcripts(entry_cases(test_data("transcripts"), "transcript: "), check_turns);
DataCases const formats(entry_cases(test_data("formats"), "format: "), check_heading_and_turns);

}  // namespace
