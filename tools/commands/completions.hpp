// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "tools/commands/command_line.hpp"

namespace quoth::tools {

// A word that may stand where the cursor is.
struct Completion {
  std::string word;
  std::string description;
};

struct Completions {
  std::vector<Completion> words;
  bool files = false;    // paths may stand there
  bool folders = false;  // paths of folders may
};

// What may stand in place of the last of `words`, which are behind the program's name and may be parted at "=", as bash
// does. Commands, options and values are the program's own; sources, speakers and rulings are read from the store that
// --store or QUOTH_STORE names, and left out where there is none or where they hold control characters.
Completions completions_of(CommandPage const& program, std::vector<std::string> words);

}  // namespace quoth::tools
