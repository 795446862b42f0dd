// SPDX-License-Identifier: MIT
#include "tools/audit/audit_progress.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace quoth::tools {

void draw(AuditProgress const& progress, std::uint64_t bytes, ProgressLine& line) {
  auto const articles = progress.articles.load();
  auto what = fmt::format("{} articles, {:.0f} a second, {} quotations to look at", articles,
                          static_cast<double>(articles) / std::max(line.seconds(), 0.1), progress.seen.load());
  if (auto const errors = progress.errors.load(); errors > 0) what += fmt::format(", {} errors", errors);
  line.draw(static_cast<double>(progress.bytes.load()) / static_cast<double>(std::max<std::uint64_t>(bytes, 1)), what);
}

}  // namespace quoth::tools
