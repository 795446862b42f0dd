// SPDX-License-Identifier: MIT
// JSON lines, of articles and of sources.
#include <sstream>

#include "quoth/transcript.hpp"
#include "tests/fuzz/fuzzing.hpp"
#include "text/json/jsonl.hpp"
#include "text/model/source_fault.hpp"

using namespace quoth;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const bytes(reinterpret_cast<char const*>(data), size);
  fuzz::may_refuse([&] {
    std::istringstream in(bytes);
    text::read_article_lines(in, "lines", {},
                             [](text::JsonLine<Document>&& line) { static_cast<void>(line.value.digest()); });
  });
  fuzz::may_refuse([&] {
    std::istringstream in(bytes);
    text::read_source_lines(in, "lines", {}, [](text::JsonLine<Source>&& line, std::string_view /*bytes*/) {
      if (!line.error.empty()) return;
      fuzz::may_refuse([&] { name_speakers(line.value, {"=Ida Moen"}, "line"); });
      static_cast<void>(text::fault_in(line.value));
    });
  });
  fuzz::may_refuse([&] { text::read_source_json(bytes, "source", {}); });
  return 0;
}
