// SPDX-License-Identifier: MIT
#pragma once

#include "tools/commands/command_line.hpp"

namespace quoth::tools {

// The subcommands of `quoth store` about speakers: speakers, alias, merge, split, rulings and undo.
void add_speaker_commands(Command& store_command);

}  // namespace quoth::tools
