// SPDX-License-Identifier: MIT
// Readers of transcripts and documents that go into a store.
#include "quoth/transcript.hpp"
#include "tests/fuzz/fuzzing.hpp"

using namespace quoth;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto file = fuzz::named_file(data, size);
  if (fuzz::is_pdf(file)) return -1;
  fuzz::may_refuse([&] {
    TranscriptOptions options;
    options.limits = fuzz::limits();
    options.speakers = {"=Ida Moen"};
    sources_in(
        std::move(file.bytes), file.name, [](Source&& /*source*/) {}, options);
  });
  return 0;
}
