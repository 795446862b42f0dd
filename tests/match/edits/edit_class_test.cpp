// SPDX-License-Identifier: MIT
#include "quoth/edit_class.hpp"

#include <doctest/doctest.h>

#include "tests/data_cases.hpp"
#include "tests/match/edits/rule_text.hpp"
#include "tests/test_paths.hpp"

using namespace quoth;
using namespace quoth::test;

TEST_CASE("EditClass: every name leads back to its class") {
  for (auto edit_class : all_edit_classes) {
    CAPTURE(to_string(edit_class));
    CHECK(edit_class_named(to_string(edit_class)) == edit_class);
    CHECK_FALSE(meaning_of(edit_class).empty());
  }
  CHECK_FALSE(edit_class_named("contentword"));
  CHECK_FALSE(edit_class_named("content_word"));
  CHECK_FALSE(edit_class_named(""));
}

TEST_CASE("EditClass: docs/fidelity.md says of each what the table says") {
  auto const page = file_bytes(source_tree("docs/fidelity.md"));
  for (auto edit_class : all_edit_classes) {
    std::string const name(to_string(edit_class));
    auto row = "| [" + name + "](edits/" + name + ".md) | " + std::string(meaning_of(edit_class)) + " |";
    for (auto policy : {"ap", "strict", "broadcast"}) {
      auto const rule = Policy::named(policy).rule(edit_class);
      row += " " + std::string(to_string(rule.verdict)) + " " + cost_text(rule) + " |";
    }
    INFO("expected in docs/fidelity.md: ", row);
    CHECK(page.find(row + "\n") != page.npos);
  }
}
