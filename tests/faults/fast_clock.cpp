// SPDX-License-Identifier: MIT
// A library for LD_PRELOAD in whose program a second goes by whenever the time is asked for: what is shown of long work
// is seen of short work too. See tests/tools/commands/progress_test.py.
#include <dlfcn.h>

#include <atomic>
#include <ctime>

extern "C" int clock_gettime(clockid_t clock, timespec* time) noexcept {
  static auto* const real = reinterpret_cast<int (*)(clockid_t, timespec*)>(dlsym(RTLD_NEXT, "clock_gettime"));
  static std::atomic<time_t> calls{0};
  int const result = real(clock, time);
  if (result == 0 && clock == CLOCK_MONOTONIC) time->tv_sec += ++calls;
  return result;
}
