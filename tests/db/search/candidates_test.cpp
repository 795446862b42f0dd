// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "quoth/store.hpp"
#include "tests/db/store_fixture.hpp"

using namespace quoth;
using quoth::test::Folder;
using quoth::test::invented_speech;

namespace {

Source meeting(std::string id, std::string date, std::string speaker, std::string said, unsigned seed) {
  Source source;
  source.id = std::move(id);
  source.date = std::move(date);
  source.speakers["S"] = {std::move(speaker), "", {}};
  source.utterances = {{"S", {}, {}, invented_speech(400, seed) + said + " " + invented_speech(400, seed + 1)}};
  return source;
}

Query query_for(std::string_view words, std::string_view speaker = {}, std::string_view date = {}) {
  Query query;
  query.words = words;
  query.speaker = speaker;
  query.date = date;
  return query;
}

}  // namespace

TEST_CASE("between equal places the claimed speaker, the favoured source, then the nearest date decide") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  auto const* said = "Thank you very much, Port Wenlock.";
  for (unsigned i = 0; i < 40; ++i)
    store.ingest(meeting("meeting-" + std::to_string(i), "2031-03-" + std::to_string(10 + i % 20),
                         i == 17 ? "Ines Marchetti" : "Tobias Lund", said, 10 * i));
  auto const first = [&](Query const& query) { return store.candidates(query).at(0).source.id; };
  for (auto const* words : {"thank you very much", "thank you very much Port Wenlock", "Wenlock"}) {
    CAPTURE(words);
    CHECK(first(query_for(words, "Marchetti", "2031-03-12")) == "meeting-17");
    CHECK(first(query_for(words, "", "2031-03-15")) == "meeting-25");
    CHECK(first(query_for(words)) == "meeting-19");
    auto query = query_for(words, "Tobias Lund", "2031-03-11");
    query.favoured = {store.find("meeting-8")->number};
    CHECK(first(query) == "meeting-8");
    CHECK(store.candidates(query_for(words)).size() >= 6);
  }
}

TEST_CASE("a candidate tells whether sources that hold the words as well were kept out") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  for (unsigned i = 0; i < 3; ++i)
    store.ingest(
        meeting("meeting-" + std::to_string(i), "2031-03-10", "Tobias Lund", "The herons left Port Wenlock.", 10 * i));
  auto query = query_for("The herons left Port Wenlock");
  CHECK_FALSE(store.candidates(query).at(0).by_ties);
  query.limit = 1;
  CHECK(store.candidates(query).at(0).by_ties);
}

TEST_CASE("corrupted words, an ellipsis and an interrupting turn do not hide a passage") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  for (unsigned i = 0; i < 10; ++i)
    store.ingest(meeting("filler-" + std::to_string(i), "", "Somebody", "", 1'000 + 10 * i));
  auto source = meeting("dredging", "", "Per Lindqvist",
                        "Nobody in this harbour has ever seen the basin as clean as it is this morning", 1);
  source.utterances.push_back({"Q", {}, {}, "(Applause.) Right."});
  source.utterances.push_back({"S", {}, {}, "and the seals came back before the dredgers had left the quay"});
  store.ingest(source);
  for (auto const* words : {"Nobody in that harbour had ever seen our basin as clean as this morning",
                            "Nobody in this harbour … as clean as it is this morning",
                            "as clean as it is this morning and the seals came back before the dredgers",
                            "clean as it is this morning right and the seals came back"}) {
    CAPTURE(words);
    auto found = store.candidates(query_for(words));
    REQUIRE_FALSE(found.empty());
    CHECK(found[0].source.id == "dredging");
  }
}

TEST_CASE("each part of a stitched quotation has its best place among the candidates") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  auto const* kept = "We will keep the night ferry running through the whole of the winter timetable";
  auto const* lost = "the lighthouse levy is gone for good";
  for (unsigned i = 0; i < 12; ++i)
    store.ingest(meeting("keeps-" + std::to_string(i), "", "Adaeze Okoro", kept, 10 * i));
  store.ingest(meeting("lost", "", "Adaeze Okoro", lost, 500));
  auto const words = std::string(kept) + " and " + lost;
  auto found = store.candidates(query_for(words));
  CHECK(std::ranges::any_of(found, [](Candidate const& candidate) { return candidate.source.id == "lost"; }));

  auto both = meeting("both", "", "Adaeze Okoro", kept, 700);
  both.utterances.push_back({"S", {}, {}, invented_speech(900, 701) + lost});
  store.ingest(both);
  found = store.candidates(query_for(words));
  REQUIRE_FALSE(found.empty());
  CHECK(found[0].source.id == "both");
  CHECK(found[0].windows.size() == 2);
}

TEST_CASE("remarks of the transcriber do not come between words") {
  Folder folder;
  auto store = Store::open_writable(folder / "store");
  auto source = meeting("speech", "", "Adaeze Okoro", "we shall mend (Applause.) the wall", 3);
  store.ingest(source);
  auto found = store.candidates(query_for("we shall mend the wall"));
  REQUIRE(found.size() == 1);
  CHECK(found[0].score == doctest::Approx(1));
}
