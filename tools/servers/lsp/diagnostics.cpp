// SPDX-License-Identifier: MIT
#include "tools/servers/lsp/diagnostics.hpp"

#include <filesystem>
#include <map>
#include <system_error>

#include "text/json/json_writer.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/terminal.hpp"
#include "tools/servers/lsp/article_places.hpp"
#include "tools/servers/lsp/lsp_json.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

// DiagnosticSeverity of LSP.
enum class Level { error = 1, warning = 2, information = 3, hint = 4 };

Level level_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Level::error;
    case Severity::warning:
      return Level::warning;
    case Severity::note:
      break;
  }
  return Level::information;
}

// The folder that pages are installed in, seen from the one of the program; empty where there is none.
fs::path folder_of_pages() {
  std::error_code failed;
  auto const program = fs::read_symlink("/proc/self/exe", failed);
  if (failed) return {};
  auto folder = program.parent_path().parent_path() / "share" / "doc" / "quoth" / "verdicts";
  return fs::is_directory(folder, failed) ? folder : fs::path();
}

class Diagnostics {
 public:
  Diagnostics(CheckedText const& text, EditorDesk& desk, DiagnosticOptions const& options)
      : desk_(desk), options_(options), places_(text, options.encoding) {
    json_.begin_array();
  }

  void add(CheckedQuotation const& checked) {
    auto const& [quotation, finding] = checked;
    begin(places_.range_of(span_at_fault(quotation, finding)), level_of(desk_.severities().of(finding)),
          to_string(finding.verdict), on_one_line(finding));
    if (auto const& page = page_uri(finding.verdict); options_.has_code_description && !page.empty())
      json_.key("codeDescription").begin_object().field("href", page).end_object();
    if (options_.has_related) add_passages(finding);
    json_.end_object();
  }

  void add(CommentFault const& fault) {
    TextLines const& lines = places_.lines();
    auto const line = lines.place_of(fault.at).line;
    auto const end = lines.place_of(lines.end_of_line(line));
    begin({{line, 0}, end}, fault.is_needless ? Level::hint : Level::error, "ignore", fault.message);
    json_.end_object();
  }

  std::string take() { return json_.end_array().take(); }

 private:
  void begin(TextRange const& range, Level level, std::string_view code, std::string const& message) {
    json_.begin_object();
    write_range(json_, "range", range);
    json_.field("severity", static_cast<int>(level)).field("code", code).field("source", "quoth");
    json_.field("message", printable(message));
  }

  void add_passages(Finding const& finding) {
    json_.key("relatedInformation").begin_array();
    for (auto const* evidence : deciding_evidence(finding)) {
      auto const place = desk_.place_of(*evidence);
      if (!place) continue;
      json_.begin_object().key("location").begin_object().field("uri", uri_of_path(place->file));
      write_range(json_, "range", place->range);
      json_.end_object().field("message", printable(whereabouts(*evidence) + ": “" + evidence->text + "”"));
      json_.end_object();
    }
    json_.end_array();
  }

  EditorDesk& desk_;
  DiagnosticOptions const& options_;
  ArticlePlaces places_;
  text::JsonWriter json_;
};

}  // namespace

std::string const& page_uri(Verdict verdict) {
  static auto const folder = folder_of_pages();
  static std::map<Verdict, std::string> pages;
  auto const known = pages.find(verdict);
  if (known != pages.end()) return known->second;
  auto const page = folder / (std::string(to_string(verdict)) + ".md");
  std::error_code ignored;
  return pages[verdict] = !folder.empty() && fs::exists(page, ignored) ? uri_of_path(page) : std::string();
}

std::string diagnostics_json(CheckedText const& text, EditorDesk& desk, DiagnosticOptions const& options) {
  Diagnostics diagnostics(text, desk, options);
  for (auto const& checked : text.checked)
    if (desk.severities().lists(checked.finding)) diagnostics.add(checked);
  for (auto const& fault : text.comments) diagnostics.add(fault);
  return diagnostics.take();
}

}  // namespace quoth::tools
