// SPDX-License-Identifier: MIT
#include "quoth/quotation.hpp"

#include <algorithm>
#include <array>

#include "assemble.hpp"
#include "judge.hpp"

namespace quoth {

std::string_view to_string(QuotationKind kind) {
  static constexpr std::array<std::string_view, 6> names{"direct", "partial", "headline", "term", "title", "other"};
  return names.at(static_cast<std::size_t>(kind));
}

std::vector<Quotation> extract(Document const& document) {
  using namespace grammar;
  auto tokens = scan(document);
  auto const stretches = pair_marks(tokens);
  if (stretches.empty()) return {};
  auto const shapes = shapes_of(tokens, stretches);
  Assembly assembly(document, tokens, stretches, shapes);
  for (auto const& narrative : narratives(tokens, stretches)) {
    Scene const scene(narrative, shapes);
    assembly.add(scene, judge(scene, tokens, stretches));
  }
  return assembly.finish();
}

}  // namespace quoth
