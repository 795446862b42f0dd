// SPDX-License-Identifier: MIT
#include "tests/db/store_uses.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "quoth/error.hpp"
#include "quoth/store.hpp"
#include "tests/db/store_fixture.hpp"
#include "text/words/white_space.hpp"

namespace quoth::test {

namespace {

// Runs `work`; it may only throw an Error of one line.
template <typename Work>
void answers_or_says_what_is_wrong(Work const& work) {
  try {
    work();
  } catch (Error const& error) {
    CHECK(std::string(error.what()).find('\n') == std::string::npos);
  }
}

}  // namespace

Source whole_meeting() {
  auto meeting = council_meeting();
  meeting.author = "Ida Moen";
  meeting.issuer = "Harrow Bay";
  meeting.language = "en";
  meeting.utterances[1].heading = "The basin";
  meeting.printed = {{0, 0, "12", 1}, {1, 0, "13", 7}};
  for (auto& utterance : meeting.utterances)
    for (std::size_t i = 0; i < text::count_at_white_space(utterance.text); ++i)
      utterance.words.push_back({utterance.start.value_or(20) + static_cast<double>(i) / 4, 0.75});
  return meeting;
}

void use_all(std::filesystem::path const& file) {
  answers_or_says_what_is_wrong([&] {
    auto store = Store::open(file);
    for (auto const& source : store.sources())
      for (auto const& turn : store.turns(source.number))
        CHECK((turn.words.empty() || turn.words.size() == text::count_at_white_space(turn.text)));
    Query query;
    query.words = "forty thousand tonnes of silt from the inner basin";
    store.candidates(query);
    query.words = "thank you very much";
    store.candidates(query);
    query.words = "the ferry terminal will close in November, whatever they say";
    query.speaker = "Adaeze Okoro";
    store.candidates(query);
    store.odds("forty thousand tonnes of silt");
    store.coverage("Okoro");
    Occasion occasion;
    occasion.speaker = "Per Lindqvist";
    occasion.date = "2031-04-03";
    std::vector<std::int64_t> const first{1};
    occasion.sources = first;
    store.holds(occasion);
    store.unnamed_coverage([](std::string_view name) { return name.size() > 3; });
    store.same_content(council_meeting());
    store.stats();
    store.speakers();
    store.rulings();
    store.contents();
  });
  answers_or_says_what_is_wrong([&] { Store::open(file).verify(); });
  answers_or_says_what_is_wrong([&] {
    auto store = Store::open_writable(file);
    auto more = council_meeting();
    more.id = "another";
    store.ingest(more);
    store.remove("council-2031-04-02");
  });
  answers_or_says_what_is_wrong([&] {
    auto store = Store::open_writable(file);
    store.begin_bulk();
    auto more = council_meeting();
    more.title = "corrected";
    store.ingest(more);
    store.finish_bulk();
  });
  answers_or_says_what_is_wrong([&] {
    auto store = Store::open_writable(file);
    store.undo_ruling(store.add_ruling({0, RulingKind::alias, "Adaeze Okoro", "the mayor of the bay", ""}));
  });
}

void write_file(std::filesystem::path const& file, std::string const& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

std::string read_file(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t files_in(std::filesystem::path const& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace quoth::test
