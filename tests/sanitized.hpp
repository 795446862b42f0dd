// SPDX-License-Identifier: MIT
#pragma once

namespace quoth::test {

// Whether a sanitizer watches: what runs thousands of rounds then takes ten times as long.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
bool constexpr is_sanitized = true;
#else
bool constexpr is_sanitized = false;
#endif

}  // namespace quoth::test
