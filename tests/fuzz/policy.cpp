// SPDX-License-Identifier: MIT
// Files of a newsroom's policy.
#include "quoth/policy.hpp"

#include "tests/fuzz/fuzzing.hpp"

using namespace quoth;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  fuzz::may_refuse([&] {
    auto const policy = Policy::parse({reinterpret_cast<char const*>(data), size}, "house.policy");
    for (auto const edit_class : all_edit_classes) {
      auto const cost = policy.rule(edit_class).cost;
      if (!(cost >= 0 && cost <= 1)) std::abort();
    }
  });
  return 0;
}
