// SPDX-License-Identifier: MIT
#include "tools/audit/samples/sample_table.hpp"

namespace quoth::tools {

SampleTable::SampleTable(std::filesystem::path const& file, CsvStyle style)
    : file_(file, {"number",         "judged",  "note",    "finding", "verdict", "unsure", "confidence", "printed",
                   "passage",        "message", "speaker", "said_by", "said_on", "source", "url",        "file",
                   "article_number", "line",    "article", "title",   "outlet",  "author", "date"},
            style) {}

void SampleTable::add(db::DrawnFinding const& drawn, db::ShownFinding const& finding) {
  std::string const left_to_people;
  file_.row(++number_, left_to_people, left_to_people, drawn.key, finding.verdict, std::int64_t{finding.unsure},
            std::optional(finding.confidence), finding.text, finding.passage, finding.message, finding.speaker,
            finding.said_by, finding.said_on, finding.source, finding.url, finding.file, finding.article, finding.line,
            finding.id, finding.title, finding.outlet, finding.author, finding.date);
}

}  // namespace quoth::tools
