// SPDX-License-Identifier: MIT
// check ARTICLE STORE: what is wrong with the quotations of an article, one line each.
#include <exception>
#include <iostream>
#include <quoth/quoth.hpp>

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    quoth::Checker checker({.store = argv[2], .policy = quoth::Policy::named("ap")});
    for (auto const& article : quoth::read_articles(argv[1]))
      for (auto const& [quotation, finding] : checker.check(article))
        std::cout << article.locate(quotation).line << ' ' << finding.verdict << ' ' << finding.message << '\n';
  } catch (std::exception const& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
