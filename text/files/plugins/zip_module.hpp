// SPDX-License-Identifier: MIT
#pragma once

#include <zip.h>

#include "text/files/plugins/module.hpp"

namespace quoth::text {

// Pointers to libzip's functions.
struct ZipModule {
  static constexpr char const* name = "zip";

#define QUOTH_FUNCTION(NAME) decltype(&::zip_##NAME) NAME;  // NOLINT(bugprone-macro-parentheses): a name
#include "text/files/plugins/zip_functions.def"
#undef QUOTH_FUNCTION
};

}  // namespace quoth::text
