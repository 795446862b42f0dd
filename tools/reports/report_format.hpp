// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

namespace quoth::tools {

enum class ReportFormat { text, json, jsonl, csv, diff, github, gitlab, html, junit, rdjsonl, sarif };

// Formats by the name that --format takes: those of `extract`, which checks nothing, and those of `check`.
std::map<std::string, ReportFormat> const& extraction_formats();
std::map<std::string, ReportFormat> const& check_formats();

}  // namespace quoth::tools
