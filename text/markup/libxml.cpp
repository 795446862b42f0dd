// SPDX-License-Identifier: MIT
#include "text/markup/libxml.hpp"

#include <libxml/parser.h>

namespace quoth::text {

void prepare_libxml() { [[maybe_unused]] static bool const ready = (xmlInitParser(), true); }

}  // namespace quoth::text
