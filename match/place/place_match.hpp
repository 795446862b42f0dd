// SPDX-License-Identifier: MIT
#pragma once

namespace quoth::match {

// What comes of comparing a claimed place with that of a passage: `unknown` where the source has no places of that
// kind.
enum class PlaceMatch { right, unknown, wrong };

}  // namespace quoth::match
