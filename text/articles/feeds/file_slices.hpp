// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/articles/prose_builder.hpp"
#include "text/markup/markup.hpp"

namespace quoth::text {

// The parts of a file that hold its articles. Lines and columns are counted on from one to the next, so that all of
// them take time by the size of the file: articles must be asked for in their order.
class FileSlices {
 public:
  explicit FileSlices(std::string_view file) : file_(file) {}

  // For the article in that element. The element's texts tell where it is; one without text is nowhere.
  ProseBuilder builder(Markup const& tree, MarkupNode article);

 private:
  void go_to(std::size_t byte);

  std::string_view file_;
  std::size_t at_ = 0;        // byte
  std::uint32_t line_ = 1;    // of that byte
  std::uint32_t column_ = 0;  // code points before it in its line
};

}  // namespace quoth::text
