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

// What match needs to know of the store, so that it can be judged without one.
struct Library {
  std::function<std::vector<Candidate>(Query const&)> candidates;
  std::function<Coverage(std::string_view speaker)> coverage;
  FindingMemory* memory = nullptr;  // of what was found in it under the policy of the check; may be none
};

// One finding for each quotation, in the same order. Quotations that are no source's speech are `unchecked`.
std::vector<Finding> check(Document const& document, std::vector<Quotation> const& quotations, Library const& library,
                           Policy const& policy);
// The same findings, on as many threads as there are libraries, which all hold the same; each is asked by one thread.
// What a library throws is thrown.
std::vector<Finding> check(Document const& document, std::vector<Quotation> const& quotations,
                           std::span<Library const> libraries, Policy const& policy);

}  // namespace quoth
