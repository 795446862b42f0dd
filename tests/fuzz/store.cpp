// SPDX-License-Identifier: MIT
// A damaged store: everything that reads it, verify, and ingest and remove, which go on from what they find.
#include "quoth/store.hpp"

#include "tests/db/store_fixture.hpp"
#include "tests/fuzz/damage.hpp"
#include "tests/fuzz/fuzzing.hpp"

using namespace quoth;

namespace {

void read_all(std::filesystem::path const& file) {
  auto const store = Store::open(file);
  for (auto const& source : store.sources()) {
    fuzz::may_refuse([&] { static_cast<void>(store.turns(source.number)); });
  }
  for (auto const* words : {"forty thousand tonnes of silt from the inner basin", "thank you very much"}) {
    fuzz::may_refuse([&] {
      Query query;
      query.words = words;
      query.speaker = "Adaeze Okoro";
      query.date = "2031-04-03";
      static_cast<void>(store.candidates(query));
    });
    fuzz::may_refuse([&] { static_cast<void>(store.odds(words)); });
  }
  fuzz::may_refuse([&] { static_cast<void>(store.coverage("Adaeze Okoro")); });
  fuzz::may_refuse([&] { static_cast<void>(store.stats()); });
  fuzz::may_refuse([&] { static_cast<void>(store.speakers()); });
  fuzz::may_refuse([&] { static_cast<void>(store.rulings()); });
  fuzz::may_refuse([&] { static_cast<void>(store.version()); });
  fuzz::may_refuse([&] { static_cast<void>(store.verify()); });
}

void write_some(std::filesystem::path const& file) {
  auto store = Store::open_writable(file);
  auto more = test::weir_report();
  more.id = "another";
  fuzz::may_refuse([&] { store.ingest(more); });
  fuzz::may_refuse([&] { store.remove("council-2031-04-02"); });
  fuzz::may_refuse([&] {
    store.begin_bulk();
    more.id = "one more";
    store.ingest(more);
    store.finish_bulk();
  });
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t /*max_size*/,
                                               unsigned seed) {
  return fuzz::damage_database(data, size, seed);
}

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static auto const file = fuzz::file_in_memory("store");
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  std::filesystem::remove(file.string() + "-journal");
  fuzz::write_file(file, bytes);
  fuzz::may_refuse([&] { read_all(file); });
  fuzz::may_refuse([&] { write_some(file); });
  return 0;
}
