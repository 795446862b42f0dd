// SPDX-License-Identifier: MIT
// Findings that are set aside: a baseline, and comments in an article.
#include "tests/fuzz/fuzzing.hpp"
#include "tools/desk/suppression.hpp"

using namespace quoth;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static auto const file = fuzz::file_in_memory("baseline");
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  fuzz::write_file(file, bytes);
  fuzz::may_refuse([&] {
    auto const digest = tools::Baseline::read(file).digest();
    // What is written is read as the same.
    tools::Baseline::read(file).write(file);
    if (tools::Baseline::read(file).digest() != digest) std::abort();
  });
  fuzz::may_refuse([&] { tools::suppressions_in(bytes, "article.md"); });
  return 0;
}
