// SPDX-License-Identifier: MIT
#include "db/audit/passage_variants.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "db/audit/audit_database.hpp"
#include "quoth/verdict.hpp"
#include "tests/db/store_fixture.hpp"

using namespace quoth;
using namespace quoth::db;
using quoth::test::Folder;

namespace {

// A quotation of a turn, of a passage of which one word was printed as another, or as it was said.
struct Printed {
  std::string source;
  std::int64_t utterance;
  std::string passage;
  std::string said;
  std::string printed;
};

ArticleRows rows_of(Printed const& one) {
  EvidenceRow passage;
  passage.source = one.source;
  passage.utterance = one.utterance;
  passage.text = one.passage;
  if (one.printed != one.said) {
    auto const at = static_cast<std::int64_t>(one.passage.find(one.said));
    passage.edits = 1;
    passage.edit_rows = {
        {"number", one.printed, one.said, false, false, 0, 4, at, at + static_cast<std::int64_t>(one.said.size())}};
  }
  QuotationRow row;
  row.number = 1;
  row.kind = "direct";
  row.text = one.passage;
  row.words = 6;
  row.verdict = to_string(passage.edits > 0 ? Verdict::distorted : Verdict::verbatim);
  row.confidence = 0.9;
  row.fidelity = 1;
  row.evidence.push_back(passage);
  return {1, 1.0, {row}};
}

// Each passage with variants, as "said>printed, ... of N".
std::vector<std::string> variants(std::vector<Printed> const& archive) {
  Folder const folder;
  auto database = AuditDatabase::create(folder / "audit.db");
  for (std::size_t i = 0; i < archive.size(); ++i) {
    AuditArticle article;
    article.number = 1;
    article.id = "article-" + std::to_string(i);
    article.path = article.id + ".md";
    database.add(article, "v1", rows_of(archive[i]));
  }
  database.finish();
  std::vector<std::string> all;
  each_variant(folder / "audit.db", [&](PassageVariants const& found) {
    std::string line;
    for (auto const& one : found.alterations) line += one.said + ">" + one.printed + ", ";
    all.push_back(line + "of " + std::to_string(found.articles()));
  });
  return all;
}

// The quotations that print a passage in several ways, by their numbers in audit.db, where the first article has two.
std::vector<std::int64_t> quotations_of_variants(Printed const& other, Printed const& first, Printed const& second) {
  Folder const folder;
  auto database = AuditDatabase::create(folder / "audit.db");
  auto both = rows_of(other);
  both.quotations.push_back(rows_of(first).quotations.front());
  both.quotations.back().number = 2;
  AuditArticle article;
  article.number = 1;
  article.id = article.path = "a.md";
  database.add(article, "v1", both);
  article.id = article.path = "b.md";
  database.add(article, "v1", rows_of(second));
  database.finish();
  std::vector<std::int64_t> numbers;
  each_variant(folder / "audit.db", [&](PassageVariants const& found) {
    for (auto const& one : found.printings) numbers.push_back(one.quotation);
    numbers.push_back(found.longest);
  });
  return numbers;
}

constexpr char const* ferry = "the ferry leaves at nine today";
constexpr char const* crane = "we paid for seven new cranes";
using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("each_variant: printings of a passage in one turn stand together, those of other turns apart") {
  CHECK(variants({{"a", 1, ferry, "nine", "eight"},
                  {"a", 1, ferry, "nine", "nine"},
                  {"a", 1, ferry, "nine", "ten"},
                  {"a", 2, crane, "seven", "six"},
                  {"a", 2, crane, "seven", "seven"}}) == Lines{"nine>eight, nine>ten, of 3", "seven>six, of 2"});
}

TEST_CASE("each_variant: the same words in another turn or source are another passage") {
  CHECK(variants({{"a", 1, ferry, "nine", "eight"}, {"a", 2, ferry, "nine", "nine"}}).empty());
  CHECK(variants({{"a", 1, ferry, "nine", "eight"}, {"b", 1, ferry, "nine", "nine"}}).empty());
}

TEST_CASE("each_variant: a passage that all print as it was said has none") {
  CHECK(variants({{"a", 1, ferry, "nine", "nine"}, {"a", 1, ferry, "nine", "nine"}}).empty());
}

TEST_CASE("each_variant: printings and the longest of them are told by their quotations") {
  Printed const longer{"a", 2, "and so we paid for seven new cranes", "seven", "seven"};
  CHECK(quotations_of_variants({"a", 1, ferry, "nine", "nine"}, {"a", 2, crane, "seven", "six"}, longer) ==
        std::vector<std::int64_t>{2, 3, 3});
}
