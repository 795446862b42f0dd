// SPDX-License-Identifier: MIT
// A search: the words and the speaker, whatever they hold, in a store that is whole.
#include "quoth/search.hpp"

#include "quoth/store.hpp"
#include "tests/db/store_fixture.hpp"
#include "tests/fuzz/fuzzing.hpp"

using namespace quoth;

namespace {

Store small_store() {
  auto const file = fuzz::file_in_memory("store");
  auto store = Store::open_writable(file);
  store.ingest(test::council_meeting());
  store.ingest(test::weir_report());
  for (unsigned seed = 1; seed < 6; ++seed) store.ingest(test::speech("speech-" + std::to_string(seed), 900, seed));
  return Store::open(file);
}

}  // namespace

// The first line is the speaker.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static auto const store = small_store();
  auto const input = fuzz::named_file(data, size);
  fuzz::may_refuse([&] {
    for (auto const& found : search(store, input.bytes, input.name)) {
      if (!(found.score >= 0 && found.score <= 1)) std::abort();
      static_cast<void>(to_json(found));
    }
  });
  fuzz::may_refuse([&] {
    Query query;
    query.words = input.bytes;
    query.speaker = input.name;
    static_cast<void>(store.candidates(query));
  });
  fuzz::may_refuse([&] { static_cast<void>(store.odds(input.bytes)); });
  fuzz::may_refuse([&] { static_cast<void>(store.coverage(input.name)); });
  return 0;
}
