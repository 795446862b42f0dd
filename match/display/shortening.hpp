// SPDX-License-Identifier: MIT
#pragma once

#include "quoth/finding.hpp"

namespace quoth::match {

// Whether words were left out so that what is left gives a verb another subject: "The building will leak", of "The
// building is sound, but the roof will leak". No headline may shorten so.
bool changes_subject(Finding const& finding);

}  // namespace quoth::match
