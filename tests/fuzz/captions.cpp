// SPDX-License-Identifier: MIT
// Readers of captions, each told that the file is one of its own, whatever it looks like.
#include <array>

#include "quoth/transcript.hpp"
#include "tests/fuzz/fuzzing.hpp"

using namespace quoth;

namespace {

constexpr std::array formats{"webvtt", "srt", "scc", "ttml", "srv", "youtube"};

}  // namespace

// The first byte chooses the format: a digit, its number.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size == 0) return -1;
  fuzz::may_refuse([&] {
    TranscriptOptions options;
    options.format = formats[static_cast<std::uint8_t>(data[0] - '0') % formats.size()];
    options.limits = fuzz::limits();
    options.kind = SourceKind::transcript;
    sources_in(
        std::string(reinterpret_cast<char const*>(data) + 1, size - 1), "captions", [](Source&& /*source*/) {},
        options);
  });
  return 0;
}
