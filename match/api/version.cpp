// SPDX-License-Identifier: MIT
#include "quoth/version.hpp"

namespace quoth {

char const* version() { return QUOTH_VERSION; }

}  // namespace quoth
