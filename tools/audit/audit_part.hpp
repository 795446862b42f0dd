// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace quoth::tools {

// One of the parts into which the articles of an archive are dealt out: every `of`-th article, from the `number`-th on.
// Where an article falls depends on its place in the archive alone, so the parts together are the archive, each article
// once.
struct AuditPart {
  std::uint64_t number = 1;  // from 1 to `of`
  std::uint64_t of = 1;

  // Whether the article of that number in its file is of this part; both count from 1.
  bool has(std::uint64_t file, std::uint64_t article) const { return (file + article - 2) % of == number - 1; }
};

// The part that is written as "3/8". Throws Error where it is none.
AuditPart read_audit_part(std::string const& text);
// How it is written.
std::string to_string(AuditPart const& part);

}  // namespace quoth::tools
