// SPDX-License-Identifier: MIT
#include "tools/audit/interrupt.hpp"

#include <csignal>

namespace quoth::tools {

namespace {

volatile std::sig_atomic_t was_asked = 0;

void note(int /*signal*/) { was_asked = 1; }

void handle(void (*handler)(int), int flags) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

}  // namespace

Interrupt::Interrupt() { handle(note, SA_RESTART | static_cast<int>(SA_RESETHAND)); }
Interrupt::~Interrupt() { handle(SIG_DFL, 0); }

bool Interrupt::asked() { return was_asked != 0; }

}  // namespace quoth::tools
