// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "db/audit/audit_findings.hpp"
#include "db/audit/passage_variants.hpp"
#include "tools/audit/files/partial_folder.hpp"
#include "tools/audit/pages/page_links.hpp"

namespace quoth::tools {

// A passage in the list of the summary.
struct VariantRow {
  std::string said;
  std::string said_by;
  std::string altered_first;  // "Bay Post, 2031-05-13"
  std::size_t printings = 0;
  std::size_t altered = 0;
  std::string link;
};

// The pages of the passages that most articles altered: as printed in each, and who altered it first. How many there
// are does not grow with the archive.
class VariantPages {
 public:
  // `links` must outlive it.
  explicit VariantPages(PageLinks const& links) : links_(links) {}

  void add(std::int64_t number, db::PassageVariants const& variants, db::AuditFindings& findings);
  // Once all were added: those that are shown, most altered first.
  std::vector<VariantRow> rows() const;
  void write(PartialFolder const& folder) const;

 private:
  struct Shown {
    std::int64_t number;
    VariantRow row;
    std::string html;
  };
  static bool is_before(Shown const& one, Shown const& other);

  PageLinks const& links_;
  std::vector<Shown> shown_;  // sorted
  std::uint64_t all_ = 0;
};

}  // namespace quoth::tools
