// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace quoth {

// Which edits a newsroom allows and what each class costs. Data: three are built in, a file can give another.
class Policy;

}  // namespace quoth
