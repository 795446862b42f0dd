// SPDX-License-Identifier: MIT
// check ARTICLE: the quotations of a Markdown article, with their lines.
#include <fstream>
#include <iostream>
#include <iterator>
#include <quoth/document.hpp>
#include <quoth/quotation.hpp>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ifstream in(argv[1], std::ios::binary);
  auto const article = quoth::markdown_document(argv[1], std::string(std::istreambuf_iterator<char>(in), {}));
  for (auto const& quotation : quoth::extract(article)) {
    auto const span = quotation.segments.front();
    std::cout << article.locate(span.first).line << ' ' << article.utf8(span) << '\n';
  }
}
