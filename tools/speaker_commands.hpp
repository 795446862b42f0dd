// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

namespace quoth {

// The subcommands of `quoth store` that say who is who: speakers, alias, merge, split, rulings and undo.
void add_speaker_commands(CLI::App& store_command);

}  // namespace quoth
