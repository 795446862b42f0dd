// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "quoth/candidate.hpp"
#include "quoth/document.hpp"
#include "quoth/finding.hpp"
#include "quoth/policy.hpp"
#include "quoth/quotation.hpp"

namespace quoth {

class FindingMemory;

// The access to a store that the check needs; lets tests do without a store.
struct Library {
  std::function<std::vector<Candidate>(Query const&)> candidates;
  std::function<Coverage(std::string_view speaker)> coverage;
  FindingMemory* memory = nullptr;  // cache of findings for this store and the check's policy; may be null
};

// One finding for each quotation, in the same order. Quotations that are not anybody's speech, such as headlines, are
// `unchecked`. Exceptions of the functions given are passed on.
std::vector<Finding> check(Document const& document, std::vector<Quotation> const& quotations, Library const& library,
                           Policy const& policy);
// The same findings, on one thread for each element of the span. The elements must give the same answers; each is used
// by one thread only. Exceptions of their functions are passed on.
std::vector<Finding> check(Document const& document, std::vector<Quotation> const& quotations,
                           std::span<Library const> libraries, Policy const& policy);

}  // namespace quoth
