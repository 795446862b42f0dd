// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "quoth/finding.hpp"

namespace quoth::match {

// One line for an editor about a quotation that was found: what differs, and what the source has instead.
// `claimed`: the speaker whom the article names; may be empty. finding.evidence must not be empty. `source`: what the
// source is called.
std::string message_for(Finding const& finding, std::string_view claimed, std::string const& source = "the source");

}  // namespace quoth::match
