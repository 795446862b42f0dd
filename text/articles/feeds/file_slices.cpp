// SPDX-License-Identifier: MIT
#include "text/articles/feeds/file_slices.hpp"

#include <algorithm>

namespace quoth::text {

ProseBuilder FileSlices::builder(Markup const& tree, MarkupNode article) {
  std::size_t first = file_.size();
  std::size_t last = 0;
  for (auto i = article.index(); i < article.end(); ++i) {
    auto const node = tree.node(i);
    if (!node.is_text()) continue;
    first = std::min<std::size_t>(first, node.offset());
    // A character reference takes more bytes in the file than its character: up to ten.
    last = std::max(last, node.offset() + 10 * node.text().size());
  }
  if (first <= last) go_to(first);
  return {file_.substr(at_, last - std::min(last, at_)), {at_, line_, column_}};
}

void FileSlices::go_to(std::size_t byte) {
  for (; at_ < byte; ++at_) {
    bool const ends_line = file_[at_] == '\n';
    line_ += ends_line;
    column_ = ends_line ? 0 : column_ + !continues_code_point(file_[at_]);
  }
}

}  // namespace quoth::text
