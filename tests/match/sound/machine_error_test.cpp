// SPDX-License-Identifier: MIT
#include "match/sound/machine_error.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/data_cases.hpp"
#include "tests/test_paths.hpp"

using namespace quoth;
using namespace quoth::match;

namespace {

Edit edit_of(EditClass edit_class, std::string quote, std::string source) {
  Edit edit;
  edit.edit_class = edit_class;
  edit.quote = std::move(quote);
  edit.source = std::move(source);
  if (edit.source.empty()) edit.op = Edit::Op::insert;
  if (edit.quote.empty()) edit.op = Edit::Op::remove;
  return edit;
}

double log_odds(Edit const& edit) { return machine_error_log_odds(machine_error_features(edit), edit.confidence); }

}  // namespace

TEST_CASE("machine_error_log_odds: who made which difference") {
  for (auto const& line : test::data_lines(test::test_data("machine-errors.txt"))) {
    CAPTURE(line);
    auto const field = test::fields(line);
    auto const words = [&](std::size_t i) { return field.at(i) == "-" ? std::string() : field.at(i); };
    auto const edit = edit_of(edit_class_named(field.at(1)).value(), words(2), words(3));
    CHECK((log_odds(edit) > 0) == (field.at(0) == "machine"));
  }
}

TEST_CASE("machine_error_log_odds: the recogniser's own doubt counts") {
  auto edit = edit_of(EditClass::named_entity, "Vellmark", "Velma Arc");
  auto const silent = log_odds(edit);
  edit.confidence = 0.3;
  CHECK(log_odds(edit) > silent);
  edit.confidence = 0.99;
  CHECK(log_odds(edit) < silent);
}

TEST_CASE("machine_error_log_odds: doubt never speaks for the writer, nor sureness for the machine") {
  for (auto const& line : test::data_lines(test::test_data("machine-errors.txt"))) {
    CAPTURE(line);
    auto const field = test::fields(line);
    auto edit = edit_of(edit_class_named(field.at(1)).value(), field.at(2), field.at(3));
    auto const silent = log_odds(edit);
    edit.confidence = 0.3;
    CHECK(log_odds(edit) >= silent);
    edit.confidence = 0.99;
    CHECK(log_odds(edit) < silent);
    edit.confidence = 0;  // says nothing
    CHECK(log_odds(edit) == silent);
  }
}

TEST_CASE("machine_error_features: behind the passage a recogniser may have missed that a sentence ended") {
  auto edit = edit_of(EditClass::limited, "", "except on Sundays");
  CHECK(machine_error_features(edit).kind == MachineErrorKind::structure);
  edit.source_span = {30, 47};
  CHECK(machine_error_features(edit).kind == MachineErrorKind::borders);
}

TEST_CASE("machine_error_log_odds: what the machine was sure of is not excused") {
  auto edit = edit_of(EditClass::negation, "can't", "can");
  CHECK(log_odds(edit) > 0);
  edit.confidence = 1;
  CHECK(log_odds(edit) <= 0);
}

TEST_CASE("machine_error_features: a negation that nothing stands for is one that is missing") {
  CHECK(machine_error_features(edit_of(EditClass::negation, "are not", "or")).kind == MachineErrorKind::negation_gap);
  CHECK(machine_error_features(edit_of(EditClass::negation, "That", "not")).kind == MachineErrorKind::lost_negation);
}
