// SPDX-License-Identifier: MIT
// The cases of the data files: the labels of turns, whom they name, and which of them are no names.
#include "grammar/transcripts/labels/label_name.hpp"

#include <doctest/doctest.h>

#include <string>

#include "grammar/transcripts/kind/turn_evidence.hpp"
#include "tests/data_cases.hpp"
#include "tests/test_paths.hpp"

using namespace quoth;
using namespace quoth::test;
using namespace quoth::transcripts;

namespace {

// A line is a label, then the name and the role that it prints; "-" for none.
void check_name(DataCase const& data) {
  auto const parts = fields(data.text);
  REQUIRE(parts.size() == 3);
  auto const speaker = speaker_of_label(parts[0]);
  CHECK(speaker.name == parts[1]);
  CHECK((speaker.role.empty() ? "-" : speaker.role) == parts[2]);
}

// A line is a label, then whether it names a person, or a field of a document or a program, or neither.
void check_kind(DataCase const& data) {
  auto const parts = fields(data.text);
  REQUIRE(parts.size() == 2);
  CHECK(std::string(may_name_speaker(parts[0]) ? "person" : heads_field(parts[0]) ? "field" : "other") == parts[1]);
}

// A line is the labels of a transcript, with "; " between them, then the names in the order of the labels' letters.
void check_surnames(DataCase const& data) {
  auto const parts = fields(data.text);
  REQUIRE(parts.size() == 2);
  std::map<std::string, Speaker> speakers;
  for (std::string_view rest = parts[0]; !rest.empty();
       rest.remove_prefix(std::min(rest.find("; ") + 2, rest.size()))) {
    auto const label = std::string(rest.substr(0, rest.find("; ")));
    speakers.emplace(label, speaker_of_label(label));
    if (rest.find("; ") == rest.npos) break;
  }
  complete_surnames(speakers, {});
  std::string found;
  for (auto const& [label, speaker] : speakers)
    found += (found.empty() ? "" : "; ") + speaker.name + (speaker.role.empty() ? "" : " (" + speaker.role + ")");
  CHECK(found == parts[1]);
}

DataCases const names(line_cases(test_data("label-names.txt"), 1), check_name);
DataCases const kinds(line_cases(test_data("label-kinds.txt"), 1), check_kind);
DataCases const surnames(line_cases(test_data("label-surnames.txt"), 1), check_surnames);

}  // namespace
