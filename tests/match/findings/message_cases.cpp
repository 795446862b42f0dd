// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "match/edits/edit_list.hpp"
#include "match/findings/message.hpp"
#include "tests/data_cases.hpp"
#include "tests/test_paths.hpp"

using namespace quoth;
using namespace quoth::match;
using namespace quoth::test;

namespace {

Edit::Op op_named(std::string const& name) {
  if (name == "remove") return Edit::Op::remove;
  if (name == "insert") return Edit::Op::insert;
  if (name == "jump") return Edit::Op::jump;
  return name == "move" ? Edit::Op::move : Edit::Op::replace;
}

std::string words_of(std::string const& field) { return field == "-" ? "" : field; }

Finding with_edit(EditClass edit_class, Edit::Op op, std::string const& printed, std::string const& spoken) {
  Finding finding;
  finding.evidence.emplace_back();
  auto& best = finding.evidence.front();
  best.text = "We will not sell the ferry.";
  best.speaker = "Ada Quill";
  best.edits.push_back(make_edit(op, {edit_class, "the rule's own words"}, printed, spoken, Policy()));
  finding.verdict = Policy().rule(edit_class).verdict;
  return finding;
}

void check_message(DataCase const& data) {
  auto const field = fields(data.text);
  REQUIRE(field.size() == 5);
  auto const edit_class = edit_class_named(field[0]);
  REQUIRE(edit_class);
  auto const finding = with_edit(*edit_class, op_named(field[1]), words_of(field[2]), words_of(field[3]));
  CHECK(message_for(finding, "Ada Quill") == field[4]);
}

DataCases const messages(line_cases(test_data("messages.txt"), 1), check_message);

}  // namespace

TEST_CASE("message_for: a wrong speaker comes first, the gravest edit behind") {
  auto finding = with_edit(EditClass::negation, Edit::Op::remove, "", "not");
  finding.verdict = Verdict::misattributed;
  CHECK(message_for(finding, "Nils Ostrow") == "said by Ada Quill, not by Nils Ostrow; also, “not” is missing");
}

TEST_CASE("message_for: what is open about the speaker is told behind") {
  auto finding = with_edit(EditClass::content_word, Edit::Op::replace, "boat", "ferry");
  finding.speaker_checked = SpeakerChecked::open;
  CHECK(message_for(finding, "Nils Ostrow").ends_with("; said by Ada Quill: whom the article means is open"));
  CHECK(message_for(finding, "").ends_with("; said by Ada Quill, whom the article does not name here"));
  finding.speaker_checked = SpeakerChecked::reported;
  CHECK(message_for(finding, "Nils Ostrow").ends_with("; in the source Ada Quill quotes Nils Ostrow"));
  finding.speaker_checked = SpeakerChecked::same;
  finding.settled_speaker = "Ada Quill";
  CHECK(message_for(finding, "Nils Ostrow").ends_with("; said by Ada Quill"));
}

TEST_CASE("message_for: a word left out at the edge is shown in its place") {
  auto finding = with_edit(EditClass::negation, Edit::Op::remove, "", "nicht");
  auto& best = finding.evidence.front();
  best.text = "Eine Gefahr besteht";
  best.after = " nicht, sagte er";
  CHECK(message_for(finding, "") == "“nicht” is missing: the source has “Eine Gefahr besteht nicht”");
  best.after.clear();
  best.before = "Das ist nicht ";
  CHECK(message_for(finding, "") == "“nicht” is missing: the source has “nicht Eine Gefahr besteht”");
}

TEST_CASE("message_for: other differences and other sources are counted") {
  auto finding = with_edit(EditClass::content_word, Edit::Op::replace, "boat", "ferry");
  auto& edits = finding.evidence.front().edits;
  edits.push_back(make_edit(Edit::Op::insert, {EditClass::addition, ""}, "old", "", Policy()));
  finding.evidence.push_back(finding.evidence.front());
  auto const message = message_for(finding, "Ada Quill");
  CHECK(message.ends_with("; 1 more difference; 1 other source has the same words"));
}

TEST_CASE("message_for: a machine's transcript is to be checked against the recording") {
  auto finding = with_edit(EditClass::content_word, Edit::Op::replace, "boat", "ferry");
  finding.evidence.front().made = Made::asr;
  CHECK(message_for(finding, "Ada Quill").ends_with("; the transcript is machine-made, check the recording"));
}
