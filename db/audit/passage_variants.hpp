// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace quoth::db {

// One quotation of a passage.
struct Printing {
  std::int64_t quotation = 0;              // its number in audit.db
  std::int64_t article = 0;                // of its article
  std::string date;                        // YYYY-MM-DD, or empty
  std::vector<std::size_t> alterations{};  // of the passage, that it has
};

// Words that were printed for others, at one place of a passage.
struct Alteration {
  std::string edit_class;
  std::string printed;                   // as the first that has it prints it; empty where words were left out
  std::string said;                      // empty where words were added
  std::vector<std::size_t> printings{};  // that have it, in their order

  // The number of `printings` of the first day that is known; 0 where all are undated.
  std::size_t on_first_day(std::vector<Printing> const& all) const;
};

// A passage of a source as at least two articles print it, one of them with other words. What the policy allows is no
// alteration, nor is what a machine may have got wrong.
struct PassageVariants {
  std::int64_t longest = 0;             // the quotation with most of the passage
  std::vector<Printing> printings;      // by date, undated ones last, then in the order of the archive
  std::vector<Alteration> alterations;  // by their first printing

  std::size_t articles() const;
  std::size_t altered() const;  // printings that have an alteration
};

// Calls `take` for each such passage of a finished AuditDatabase, in the order of sources. Quotations of fewer than
// four words and unsure ones are left out. Passages that begin in the same turn and overlap are one. Takes memory for
// the quotations of one source at a time, about 100 bytes each. Throws Error where the file cannot be used.
void each_variant(std::filesystem::path const& file, std::function<void(PassageVariants const&)> const& take);

}  // namespace quoth::db
