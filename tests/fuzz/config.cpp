// SPDX-License-Identifier: MIT
// quoth.toml.
#include "tools/desk/config.hpp"

#include "tests/fuzz/fuzzing.hpp"

using namespace quoth;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static auto const file = fuzz::file_in_memory("quoth.toml");
  fuzz::write_file(file, {reinterpret_cast<char const*>(data), size});
  fuzz::may_refuse([&] {
    auto const config = tools::read_config(file);
    static_cast<void>(config.covers(file.parent_path() / "articles/one.md"));
  });
  return 0;
}
