// SPDX-License-Identifier: MIT
#include "tools/audit/audit_pages.hpp"

#include <fstream>
#include <string>

#include "db/audit/audit_findings.hpp"
#include "db/audit/audit_summary.hpp"
#include "db/audit/passage_variants.hpp"
#include "quoth/error.hpp"
#include "tools/audit/pages/finding_pages.hpp"
#include "tools/audit/pages/page_links.hpp"
#include "tools/audit/pages/summary_html.hpp"
#include "tools/audit/pages/variant_pages.hpp"
#include "tools/audit/variant_tables.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

// The passages that are shown; `tables` is null where they are written already.
VariantPages variants_of(fs::path const& database, db::AuditFindings& findings, PageLinks const& links,
                         VariantTables* tables) {
  VariantPages pages(links);
  std::int64_t number = 0;
  db::each_variant(database, [&](db::PassageVariants const& variants) {
    pages.add(++number, variants, findings);
    if (tables) tables->add(number, variants, findings);
  });
  return pages;
}

}  // namespace

void write_pages(fs::path const& database, PagePlaces const& places, CsvStyle style, PartialFolder const& pages) {
  auto const summary = db::summarise_audit(database);
  db::AuditFindings findings(database);
  auto const groups = findings.groups(summary);
  write_finding_pages(findings, groups, summary.least_confidence, pages);
  PageLinks const links(groups);
  VariantTables tables(places.variants, places.variant_lines, style);
  auto const variants = variants_of(database, findings, links, &tables);
  tables.close();
  variants.write(pages);
  std::ofstream out(places.summary, std::ios::binary);
  out << summary_html(summary, links, {variants.rows(), nullptr});
  out.close();
  if (!out) throw Error("summary.html: cannot be written; check the disk and run the same command again");
}

std::string summary_with(Precision const& precision, fs::path const& database) {
  auto const summary = db::summarise_audit(database);
  db::AuditFindings findings(database);
  auto const groups = findings.groups(summary);
  PageLinks const links(groups);
  return summary_html(summary, links, {variants_of(database, findings, links, nullptr).rows(), &precision});
}

}  // namespace quoth::tools
