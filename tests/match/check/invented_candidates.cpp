// SPDX-License-Identifier: MIT
#include "tests/match/check/invented_candidates.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "tests/data_cases.hpp"
#include "tests/test_paths.hpp"
#include "text/names/person_name.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/words.hpp"

namespace quoth::test {

namespace {

std::vector<std::string> split(std::string const& text, std::string_view separator) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  for (;;) {
    auto const next = text.find(separator, at);
    parts.push_back(text.substr(at, next == text.npos ? next : next - at));
    if (next == text.npos) return parts;
    at = next + separator.size();
  }
}

struct Person {
  std::string name;
  std::string role;
};

std::map<std::string, Person> read_people() {
  std::map<std::string, Person> people;
  for (auto const& line : data_lines(test_data("speakers.txt"))) {
    auto const label_and_rest = split(line, " = ");
    auto const rest = split(label_and_rest.at(1), "; ");
    people[label_and_rest.at(0)] = {rest.at(0), rest.at(1)};
  }
  return people;
}

Candidate read_transcript(std::string_view file, std::int64_t number) {
  static auto const people = read_people();
  Candidate candidate;
  candidate.source.number = number;
  candidate.windows.emplace_back();
  for (auto const& line : data_lines(test_data(file))) {
    auto const colon = line.find(": ");
    auto const name = line.substr(0, colon);
    auto const value = line.substr(colon + 2);
    if (name == "id") {
      candidate.source.id = value;
    } else if (name == "title") {
      candidate.source.title = value;
    } else if (name == "date") {
      candidate.source.date = value;
    } else if (name == "kind") {
      candidate.source.made = made_named(value).value();
    } else {
      Turn turn;
      turn.utterance = static_cast<std::uint32_t>(candidate.windows[0].turns.size());
      turn.label = name;
      auto const person = people.find(name);
      turn.speaker = person == people.end() ? name : person->second.name;
      turn.role = person == people.end() ? "" : person->second.role;
      turn.text = value;
      candidate.windows[0].turns.push_back(turn);
    }
  }
  return candidate;
}

std::set<std::string> pairs_in(std::string_view text) {
  std::set<std::string> pairs;
  auto const words = text::split_words(text);
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    pairs.insert(std::string(words.key(i)) + " " + std::string(words.key(i + 1)));
  return pairs;
}

}  // namespace

InventedCandidates::InventedCandidates() {
  std::int64_t number = 0;
  for (auto file : {"harbour-hearing.txt", "lighthouse-prepared.txt", "lighthouse-delivered.txt", "ferry-captions.txt"})
    transcripts_.push_back(read_transcript(file, ++number));
}

match::CandidateSource InventedCandidates::candidate_source() const {
  return {[this](Query const& query) { return candidates(query); },
          [this](std::string_view speaker) { return coverage(speaker); }};
}

InventedCandidates InventedCandidates::reversed() const {
  auto turned = transcripts_;
  std::ranges::reverse(turned);
  return InventedCandidates(turned);
}

std::vector<Candidate> InventedCandidates::candidates(Query const& query) const {
  auto const wanted = pairs_in(query.words);
  auto found = transcripts_;
  for (auto& candidate : found) {
    std::set<std::string> held;
    for (auto const& turn : candidate.windows[0].turns) held.merge(pairs_in(turn.text));
    auto const shared = std::ranges::count_if(wanted, [&](std::string const& pair) { return held.contains(pair); });
    candidate.score = wanted.empty() ? 1 : static_cast<double>(shared) / static_cast<double>(wanted.size());
  }
  return found;
}

Coverage InventedCandidates::coverage(std::string_view speaker) const {
  Coverage held;
  for (auto const& candidate : transcripts_) {
    auto const& turns = candidate.windows[0].turns;
    auto const own =
        std::ranges::count_if(turns, [&](Turn const& turn) { return text::same_person(turn.speaker, speaker); });
    if (own == 0) continue;
    ++held.sources;
    held.utterances += static_cast<std::uint32_t>(own);
    auto const& date = candidate.source.date;
    if (held.first_date.empty() || date < held.first_date) held.first_date = date;
    held.last_date = std::max(held.last_date, date);
  }
  return held;
}

Candidate one_turn(std::string text, std::string speaker) {
  Candidate candidate;
  candidate.source.id = "one";
  candidate.source.number = 1;
  candidate.score = 1;
  Turn turn;
  turn.label = speaker;
  turn.speaker = std::move(speaker);
  turn.text = std::move(text);
  candidate.windows.push_back({{turn}});
  return candidate;
}

Finding check_one(std::string_view quotation, std::string_view speaker, match::CandidateSource const& candidate_source,
                  Policy const& policy, std::string_view date) {
  std::u32string text;
  Quotation checked;
  checked.id = 1;
  for (auto const& segment : split(std::string(quotation), " // ")) {
    text += U'“';
    auto const first = static_cast<std::uint32_t>(text.size());
    text += text::to_utf32(segment);
    checked.segments.push_back({first, static_cast<std::uint32_t>(text.size())});
    text += U"” said the speaker. ";
  }
  if (!speaker.empty()) {
    checked.attribution = Attribution{};
    checked.attribution->speaker = speaker;
    checked.attribution->confidence = 0.95;
    checked.attribution->naming = Naming::name;
    checked.attribution->tagged = true;
  }
  auto document = plain_document("article", text);
  document.date = date;
  return match::check(document, {checked}, candidate_source, policy).at(0);
}

std::string classes_of(Finding const& finding) {
  std::string classes;
  if (!finding.evidence.empty()) {
    for (auto const& edit : finding.evidence.front().edits)
      classes.append(classes.empty() ? "" : ",").append(to_string(edit.edit_class));
  }
  return classes.empty() ? "-" : classes;
}

}  // namespace quoth::test
