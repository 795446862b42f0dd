// SPDX-License-Identifier: MIT
// What the check says of words that stand nowhere: each case has a store of its own with the sources it names.
#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "quoth/checker.hpp"
#include "quoth/store.hpp"
#include "tests/data_cases.hpp"
#include "tests/test_paths.hpp"

using namespace quoth;
using namespace quoth::test;

namespace {

// The sources that cases name.
Source source(std::string const& name) {
  Source made;
  made.id = name;
  if (name == "hearing") {
    made.date = "2031-05-04";
    made.utterances = {{"ADA QUILL", {}, {}, "We will keep the old ferry running until the winter storms begin."},
                       {"Q", {}, {}, "And who will pay for the new engine of the ferry?"}};
  } else if (name == "opening") {
    made.date = "2031-09-20";
    made.utterances = {{"ADA QUILL", {}, {}, "The lighthouse has never looked better than on this bright morning."}};
  } else if (name == "interview") {
    made.date = "2031-05-10";
    made.utterances = {{"Q", {}, {}, "What will become of the northern meadow?"},
                       {"Speaker 2", {}, {}, "Nobody has offered a single coin for that meadow so far."}};
  } else if (name == "background") {
    made.date = "2031-05-10";
    made.utterances = {{"Q", {}, {}, "When will the pier open again?"},
                       {"SENIOR OFFICIAL", {}, {}, "Not before the last beam has been replaced."}};
  } else if (name == "report") {
    made.kind = SourceKind::document;
    made.title = "The Condition of the Northern Pier";
    made.author = "Lewis Ostrow";
    made.issuer = "Vellmark Harbour Agency";
    made.utterances = {{"", {}, {}, "Every second bolt of the northern pier has to be replaced before the autumn."}};
  } else if (name == "ruling") {
    made.kind = SourceKind::document;
    made.title = "Ostrow v. Vellmark Harbour Agency";
    made.author = "Justice Reed";
    made.utterances = {
        {"", {}, {}, "The agency is bound by what it has promised to those who moor at its piers."},
        {"", {}, {}, "Its engineer, Greta Immel, testified that “not one bolt in a hundred thousand” had rusted."}};
  } else if (name.starts_with("terms")) {
    made.kind = SourceKind::document;
    made.title = "Terms of loan, " + name;
    made.utterances = {{"", {}, {}, "The gear is lent as it is, without any warranty of any kind."},
                       {"", {}, {}, "Whoever returns it late pays one crown for each day to " + name + "."}};
  } else if (name == "scan") {
    made.date = "2031-05-04";
    made.made = Made::ocr;
    made.utterances = {
        {"ADA QUILL", {}, {}, "Tbe keeper faid that tlie larnp would bum until the rnorning and all niu- st wait."}};
  }
  return made;
}

class CaseStore {
 public:
  explicit CaseStore(std::string const& names) {
    auto folder = (std::filesystem::temp_directory_path() / "quoth-coverage-XXXXXX").string();
    REQUIRE(mkdtemp(folder.data()) != nullptr);
    folder_ = folder;
    auto store = Store::open_writable(file());
    for (auto const* name : {"hearing", "opening", "interview", "background", "scan", "report", "ruling", "terms-1",
                             "terms-2", "terms-3", "terms-4"})
      if (names.find(name) != names.npos) store.ingest(source(name));
  }
  CaseStore(CaseStore const&) = delete;
  CaseStore& operator=(CaseStore const&) = delete;
  ~CaseStore() { std::filesystem::remove_all(folder_); }

  std::filesystem::path file() const { return folder_ / "store.db"; }

 private:
  std::filesystem::path folder_;
};

void check_coverage(DataCase const& data) {
  auto const field = fields(data.text);
  REQUIRE(field.size() == 5);
  CaseStore const store(field[2]);
  auto const date = field[3] == "-" ? "" : field[3];
  Checker checker({.store = store.file(), .date = date, .coverage = store_coverage_named(field[1]).value()});
  auto const checked = checker.check(markdown_document("article", field[4]));
  REQUIRE_FALSE(checked.empty());
  auto const& finding = checked.front().finding;
  CAPTURE(finding.message);
  auto const colon = std::min(field[0].find(": "), field[0].size());
  CHECK((finding.reason ? to_string(*finding.reason) : to_string(finding.verdict)) == field[0].substr(0, colon));
  if (colon < field[0].size()) CHECK(finding.message.ends_with(field[0].substr(std::min(colon + 2, field[0].size()))));
}

DataCases const coverages(line_cases(test_data("coverage.txt"), 4), check_coverage);

}  // namespace
