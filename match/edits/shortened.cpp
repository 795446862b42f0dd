// SPDX-License-Identifier: MIT
#include "match/edits/shortened.hpp"

namespace quoth::match {

std::string shortened(std::string text, std::size_t longest) {
  if (text.size() <= longest) return text;
  auto const head = text.rfind(' ', longest / 2);
  auto const tail = text.find(' ', text.size() - longest / 2);
  if (head == text.npos || tail == text.npos || tail <= head) return text;
  return text.substr(0, head) + " …" + text.substr(tail);
}

}  // namespace quoth::match
