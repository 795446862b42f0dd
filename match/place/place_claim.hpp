// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "quoth/quotation.hpp"

namespace quoth::match {

// What an article says of a quotation's place: the words, and what they mean.
struct PlaceClaim {
  std::string text;
  ClaimedPlace place;
};

}  // namespace quoth::match
