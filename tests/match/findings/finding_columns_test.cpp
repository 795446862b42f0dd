// SPDX-License-Identifier: MIT
#include "match/findings/finding_columns.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace quoth;
using match::FindingColumns;

namespace {

bool has(std::string const& json, std::string_view column) { return json.find(column) != std::string::npos; }

}  // namespace

TEST_CASE("FindingColumns: a quotation is a row, with its best passage") {
  db::QuotationRow row;
  row.number = 3;
  row.text = "a “quoted” word";
  row.verdict = "altered";
  row.also = "truncated spliced";
  row.fidelity = 0.5;
  row.must_be_seen = true;
  db::EvidenceRow best;
  best.source = "council";
  best.utterance = 0;
  db::EvidenceRow second;
  second.source = "radio";
  row.evidence = {best, second};
  FindingColumns columns;
  columns.add(7, "a.md", {1, 0.5, {row, {}}});
  auto const json = columns.json();
  CHECK(json.starts_with(R"({"row":[7,7],"article":["a.md","a.md"],"quotation":[3,0],)"));
  CHECK(has(json, R"("also":[["truncated","spliced"],[]])"));
  CHECK(has(json, R"("must_be_seen":[true,false],"fidelity":[0.5,null])"));
  CHECK(has(json, R"("source":["council",null])"));
  CHECK(has(json, R"("utterance":[0,null])"));
  CHECK(json.ends_with(R"("error":[null,null]})"));
}

TEST_CASE("FindingColumns: an article that cannot be read has a row, one without quotations none") {
  FindingColumns columns;
  columns.add(0, "a", {});
  CHECK(columns.json().starts_with(R"({"row":[],"article":[],)"));
  FindingColumns unreadable;
  unreadable.add_unreadable(1, "b", "no text");
  columns.append(unreadable);
  columns.append(unreadable);
  CHECK(columns.json().starts_with(R"({"row":[1,1],"article":["b","b"],"quotation":[null,null],)"));
  CHECK(columns.json().ends_with(R"("error":["no text","no text"]})"));
}
