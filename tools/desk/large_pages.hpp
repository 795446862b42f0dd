// SPDX-License-Identifier: MIT
#pragma once

namespace quoth::tools {

// Makes the heaps of this thread and of a second one grow in pages of 2 MiB (transparent huge pages) where the system
// has them. The first use of memory costs about 2 µs for each page of 4 KiB, which was a quarter of the time of
// checking an article. For short-lived programs: memory set aside for large blocks is not returned early.
void use_large_pages();

}  // namespace quoth::tools
