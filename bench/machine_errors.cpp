// SPDX-License-Identifier: MIT
// What the model of recognisers' errors knows of edits: reads lines "class TAB printed words TAB stored words" and
// writes "kind TAB similarity TAB words" for each. See match/sound/machine_error.hpp and scripts/fit-machine-errors.
#include <fmt/core.h>

#include <iostream>
#include <string>

#include "match/sound/machine_error.hpp"

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    auto const first = line.find('\t');
    auto const second = line.find('\t', first + 1);
    auto const edit_class = quoth::edit_class_named(line.substr(0, first));
    if (second == std::string::npos || !edit_class) {
      fmt::print(stderr, "quoth_bench_machine_errors: no edit in the line “{}”\n", line);
      return 2;
    }
    quoth::Edit edit;
    edit.edit_class = *edit_class;
    edit.quote = line.substr(first + 1, second - first - 1);
    edit.source = line.substr(second + 1);
    auto const features = quoth::match::machine_error_features(edit);
    fmt::print("{}\t{:.3f}\t{}\n", to_string(features.kind), features.similarity, features.words);
  }
}
