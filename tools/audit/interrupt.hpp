// SPDX-License-Identifier: MIT
#pragma once

namespace quoth::tools {

// While it exists, the first SIGINT or SIGTERM only sets `asked`; the second ends the program.
class Interrupt {
 public:
  Interrupt();
  Interrupt(Interrupt const&) = delete;
  Interrupt& operator=(Interrupt const&) = delete;
  ~Interrupt();

  static bool asked();
};

}  // namespace quoth::tools
