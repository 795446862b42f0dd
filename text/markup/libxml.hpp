// SPDX-License-Identifier: MIT
#pragma once

namespace quoth::text {

// To be called before each use of libxml2. Its first use sets up what all threads share, which two may not do at once
// (https://gitlab.gnome.org/GNOME/libxml2/-/wikis/Thread-safety). Thread-safe; what comes after the first call is
// cheap.
void prepare_libxml();

}  // namespace quoth::text
