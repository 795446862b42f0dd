// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "quoth/store.hpp"

namespace quoth::tools {

// The results of resources/list, resources/templates/list and resources/read: the sources of the store by their URIs.

// A page of them; the cursor of the first is empty. Throws Error for what is no cursor.
std::string list_resources(Store const& store, std::string_view cursor);
std::string list_resource_templates();
// The text of a source, each utterance with its number and who says it; of a long one the beginning, and the URI of
// what follows. Throws RpcError where the store has none of that URI.
std::string read_resource(Store const& store, std::string_view uri);

}  // namespace quoth::tools
