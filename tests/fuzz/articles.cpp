// SPDX-License-Identifier: MIT
// Readers of articles, and what finds the quotations in them.
#include "quoth/article.hpp"
#include "quoth/quotation.hpp"
#include "tests/fuzz/fuzzing.hpp"

using namespace quoth;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto file = fuzz::named_file(data, size);
  if (fuzz::is_pdf(file)) return -1;
  fuzz::may_refuse([&] {
    for (auto const& article : articles_in(std::move(file.bytes), file.name, {"auto", fuzz::limits()})) {
      for (auto const& quotation : extract(article)) {
        for (auto const segment : quotation.segments) {
          static_cast<void>(article.utf8(segment));
          static_cast<void>(article.locate(segment.first));
          static_cast<void>(article.locate(segment.last));
        }
      }
      static_cast<void>(article.digest());
    }
  });
  return 0;
}
