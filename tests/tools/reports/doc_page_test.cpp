// SPDX-License-Identifier: MIT
#include "tools/reports/doc_page.hpp"

#include <doctest/doctest.h>

#include "tests/data_cases.hpp"
#include "tests/test_paths.hpp"

using namespace quoth;
using namespace quoth::tools;
using namespace quoth::test;

TEST_CASE("page_of: the page of docs, whole") {
  for (auto verdict : all_verdicts) {
    CAPTURE(to_string(verdict));
    CHECK(page_of(verdict) == file_bytes(source_tree("docs/verdicts/") + std::string(to_string(verdict)) + ".md"));
  }
  for (auto edit_class : all_edit_classes) {
    CAPTURE(to_string(edit_class));
    CHECK(page_of(edit_class) == file_bytes(source_tree("docs/edits/") + std::string(to_string(edit_class)) + ".md"));
  }
}

TEST_CASE("advice: one sentence for every verdict that an editor must see") {
  for (auto verdict : all_verdicts) {
    CAPTURE(to_string(verdict));
    auto const sentence = advice(verdict);
    CHECK((!must_be_seen(verdict) || sentence.ends_with('.')));
    CHECK(sentence.find('\n') == sentence.npos);
  }
}

TEST_CASE("summary.css has a colour for every verdict") {
  auto const styles = file_bytes(source_tree("tools/data/summary.css"));
  for (auto verdict : all_verdicts) {
    std::string const name(to_string(verdict));
    CAPTURE(name);
    CHECK(styles.find("--" + name + ": #") != styles.npos);
    CHECK(styles.find("." + name + " { --fill: var(--" + name + "); }") != styles.npos);
  }
}
