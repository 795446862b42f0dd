// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace quoth::tools {

// One line on what is wrong with a command line that `app` could not parse, and what to do: the nearest command or
// option where one is unknown, else where to read on.
std::string usage_fault(CLI::App const& app, CLI::ParseError const& error);

// "unknown command chek; did you mean check?", or with all commands of `app` where none is near. `app` is the program
// or a command with commands of its own.
std::string unknown_command(CLI::App const& app, std::string const& name);

}  // namespace quoth::tools
