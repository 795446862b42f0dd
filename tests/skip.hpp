// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace quoth::test {

// Says that the running case is skipped, and why; the program then ends with `skip_status` where nothing failed. ctest
// counts that as skipped, not as passed.
void skip(std::string const& why);
bool was_skipped();
int constexpr skip_status = 77;

// Real transcripts and annotated articles, which are not ours to give away: $QUOTH_SHARED, or where that is not set the
// folder "shared" beside the source tree.
std::filesystem::path shared_folder();

// Whether `path` exists; skips the running case where it does not.
bool is_here(std::filesystem::path const& path);

}  // namespace quoth::test
