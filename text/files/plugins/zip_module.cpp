// SPDX-License-Identifier: MIT
#include "text/files/plugins/zip_module.hpp"

namespace {

constexpr quoth::text::ZipModule table{
#define QUOTH_FUNCTION(NAME) .NAME = ::zip_##NAME,
#include "text/files/plugins/zip_functions.def"
#undef QUOTH_FUNCTION
};

}  // namespace

void const* quoth_module(char const* build) { return quoth::text::answer(table, build); }
