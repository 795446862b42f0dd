// SPDX-License-Identifier: MIT
#include "tools/desk/suppression.hpp"

#include <algorithm>
#include <ostream>
#include <sstream>

#include "quoth/error.hpp"
#include "text/bytes/sha256.hpp"
#include "text/files/file_bytes.hpp"
#include "text/unicode/control_characters.hpp"
#include "text/words/lines.hpp"
#include "tools/desk/covered_lines.hpp"
#include "tools/desk/file_lines.hpp"
#include "tools/desk/output_file.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/severity.hpp"
#include "tools/reports/terminal.hpp"

namespace quoth::tools {

namespace {

constexpr std::string_view opening = "<!-- quoth: ignore ";
constexpr std::string_view closing = "-->";
constexpr std::u32string_view opening_of_text = U"<!-- quoth: ignore ";
// Each finding that a comment or an entry of a baseline covers keeps its reason.
constexpr std::size_t most_of_comment = 1000;  // bytes between its marks
constexpr std::size_t most_of_reason = 1000;   // bytes, in a baseline

// The last line of the comment's paragraph or, if the comment is all that is on its line, of the next line's.
std::size_t end_of_reach(FileLines const& lines, std::size_t line, bool stands_alone) {
  return lines.paragraph_end(stands_alone && line + 1 < lines.count() ? line + 1 : line);
}

// Of the comment that begins at that byte.
Suppression parse(std::string_view body, std::string const& place, std::size_t at) {
  auto const colon = body.find(':');
  auto const name = text::trimmed(body.substr(0, colon));
  auto const verdict = verdict_to_rule_on(name);
  if (!verdict) {
    throw SuppressionError(place,
                           "cannot ignore \"" + text::without_controls(std::string(name)) +
                               "\"; name a verdict such as altered or misattributed",
                           at);
  }
  auto const reason = colon == body.npos ? std::string_view() : text::trimmed(body.substr(colon + 1));
  if (reason.empty())
    throw SuppressionError(place, "no reason given; write <!-- quoth: ignore " + std::string(name) + ": why -->", at);
  Suppression suppression;
  suppression.verdict = *verdict;
  suppression.reason = reason;
  suppression.place = place;
  suppression.at = at;
  return suppression;
}

// Where the mark that closes the comment begins. It stands before the next comment: otherwise one that is left open
// would take all up to the end of the other.
std::size_t close_of(std::string_view file, std::size_t at) {
  auto const next = file.find("<!--", at + opening.size());
  return file.substr(0, next).find(closing, at);
}

// Whether the line has nothing else. Either look ends at the next comment beside it, so that many in a line with many
// blanks are quick.
bool is_alone(std::string_view before, std::string_view behind) {
  constexpr auto* blanks = " \t\r\n";
  return before.find_last_not_of(blanks) == before.npos && behind.find_first_not_of(blanks) == behind.npos;
}

// The comment that begins at that byte. One beside other text holds for the paragraph that it stands in.
Suppression comment_at(std::string_view file, std::size_t at, FileLines const& lines, std::string const& where) {
  auto const line = lines.line_at(at);
  auto const place = where + ":" + std::to_string(line + 1);
  auto const close = close_of(file, at);
  if (close == file.npos) throw SuppressionError(place, "the comment is not closed; end it with -->", at);
  auto const body = file.substr(at + opening.size(), close - at - opening.size());
  if (body.size() > most_of_comment)
    throw SuppressionError(place, "the comment is over " + std::to_string(most_of_comment) + " bytes long; shorten it",
                           at);
  auto suppression = parse(body, place, at);
  auto const end = close + closing.size();
  auto const last = lines.line_at(close);
  bool const alone =
      is_alone(file.substr(lines.start(line), at - lines.start(line)), file.substr(end, lines.end(last) - end));
  auto const first = alone ? line : lines.paragraph_begin(line);
  suppression.first_line = static_cast<std::uint32_t>(first + 1);
  suppression.last_line = static_cast<std::uint32_t>(end_of_reach(lines, last, alone) + 1);
  return suppression;
}

// The articles as `Baseline::add` writes them.
std::set<std::string> paths_of(std::set<std::string> const& articles) {
  std::set<std::string> paths;
  for (auto const& article : articles) paths.insert(printable(article));
  return paths;
}

}  // namespace

std::vector<Suppression> suppressions_in(std::string_view file, std::string const& where) {
  std::vector<SuppressionError> faults;
  auto found = suppressions_in(file, where, faults);
  if (!faults.empty()) throw faults.front();
  return found;
}

std::vector<Suppression> suppressions_in(std::string_view file, std::string const& where,
                                         std::vector<SuppressionError>& faults) {
  std::vector<Suppression> found;
  auto at = file.find(opening);
  if (at == file.npos) return found;
  FileLines const lines(file);
  for (; at != file.npos; at = file.find(opening, at + 1)) {
    try {
      found.push_back(comment_at(file, at, lines, where));
    } catch (SuppressionError const& error) {
      faults.push_back(error);
    }
  }
  return found;
}

// Most have none, and need no UTF-8.
std::vector<Suppression> suppressions_in_line(Document const& article, std::string const& where) {
  auto const text = article.text();
  if (text.find(opening_of_text) == text.npos) return {};
  return suppressions_in(article.utf8({0, static_cast<std::uint32_t>(text.size())}), where);
}

bool Baseline::is_stale(Entry const& entry, std::set<std::string> const& paths) {
  return !entry.needed && paths.contains(entry.path);
}

Baseline Baseline::read(std::string const& file) {
  Baseline baseline;
  constexpr std::size_t most_kib = 16UL * 1024;  // some 100,000 entries
  std::istringstream in(text::read_short_file(file, most_kib, "baseline"));
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    auto const place = file + ":" + std::to_string(number) + ": ";
    std::istringstream fields(line);
    std::string fingerprint;
    Entry entry;
    if (!std::getline(fields, fingerprint, '\t') || !std::getline(fields, entry.verdict, '\t') ||
        !std::getline(fields, entry.path, '\t') || !std::getline(fields, entry.reason)) {
      throw Error(place + "not a baseline entry; it needs fingerprint, verdict, path and reason, a tab between");
    }
    if (entry.reason.size() > most_of_reason)
      throw Error(place + "the reason is over " + std::to_string(most_of_reason) + " bytes long; shorten it");
    baseline.entries_[fingerprint] = entry;
  }
  return baseline;
}

void Baseline::add(std::string const& fingerprint, Verdict verdict, std::string const& path,
                   std::string const& reason) {
  entries_[fingerprint] = {std::string(to_string(verdict)), printable(path), printable(reason), true};
}

std::string const* Baseline::find(std::string const& fingerprint) {
  auto const entry = entries_.find(fingerprint);
  if (entry == entries_.end()) return nullptr;
  entry->second.needed = true;
  return &entry->second.reason;
}

std::vector<std::string> Baseline::stale(std::set<std::string> const& articles) const {
  auto const paths = paths_of(articles);
  std::vector<std::string> lines;
  for (auto const& [fingerprint, entry] : entries_) {
    if (is_stale(entry, paths)) lines.push_back(fingerprint + " " + entry.verdict + " " + entry.path);
  }
  return lines;
}

void Baseline::add_all(Baseline const& older, std::set<std::string> const& articles) {
  auto const paths = paths_of(articles);
  for (auto const& [fingerprint, entry] : older.entries_) {
    if (!is_stale(entry, paths)) entries_.emplace(fingerprint, entry);
  }
}

std::string Baseline::digest() const {
  std::string all;
  for (auto const& [fingerprint, entry] : entries_) all += fingerprint + '\t' + entry.reason + '\n';
  return text::sha256(all);
}

void Baseline::write(std::string const& file) const {
  OutputFile out(file);
  out.stream() << "# Findings set aside: fingerprint, verdict, path, reason; a tab between.\n";
  for (auto const& [fingerprint, entry] : entries_) {
    out.stream() << fingerprint << '\t' << entry.verdict << '\t' << entry.path << '\t' << entry.reason << '\n';
  }
  out.commit();
}

namespace {

// A finding that can be set aside, and the lines where a comment on it may stand: that of its beginning and that of
// what is at fault in it.
struct Candidate {
  CheckedQuotation* checked;
  std::uint32_t first;
  std::uint32_t at_fault;
};

std::map<Verdict, std::vector<Candidate>> candidates_in(Document const& article,
                                                        std::vector<CheckedQuotation>& checked) {
  std::map<Verdict, std::vector<Candidate>> by_verdict;
  for (auto& one : checked) {
    auto const& [quotation, finding] = one;
    if (!must_be_seen(finding.verdict) && !is_to_confirm(finding) && !is_unchecked_speech(finding)) continue;
    by_verdict[finding.verdict].push_back(
        {&one, article.locate(quotation).line, article.locate(span_at_fault(quotation, finding).first).line});
  }
  return by_verdict;
}

// Writes the reason of the last comment that covers a finding into it.
void set_aside_by_comments(Verdict verdict, std::vector<Candidate> const& candidates,
                           std::vector<Suppression> const& suppressions, std::set<std::size_t>& needed) {
  std::vector<std::uint32_t> all;
  for (auto const& [checked, first, at_fault] : candidates) all.insert(all.end(), {first, at_fault});
  CoveredLines lines(std::move(all));
  lines.cover(suppressions, verdict, needed);
  for (auto const& [checked, first, at_fault] : candidates) {
    auto const last = std::max(lines.last_over(first), lines.last_over(at_fault));
    if (last) checked->finding.set_aside = suppressions[*last].reason;
  }
}

}  // namespace

std::set<std::size_t> set_aside(Document const& article, std::vector<CheckedQuotation>& checked,
                                std::vector<Suppression> const& suppressions, Baseline* baseline) {
  std::set<std::size_t> needed;
  bool const has_baseline = baseline != nullptr && !baseline->empty();
  if (suppressions.empty() && !has_baseline) return needed;
  for (auto const& [verdict, candidates] : candidates_in(article, checked)) {
    set_aside_by_comments(verdict, candidates, suppressions, needed);
    if (!has_baseline) continue;
    for (auto const& candidate : candidates) {
      auto& [quotation, finding] = *candidate.checked;
      if (!finding.set_aside.empty()) continue;
      if (auto const* reason = baseline->find(fingerprint(article, quotation, finding))) finding.set_aside = *reason;
    }
  }
  return needed;
}

std::string needless_sentence(Suppression const& suppression) {
  return "\"ignore " + std::string(to_string(suppression.verdict)) + "\" sets nothing aside; take the comment out";
}

std::vector<std::string> needless(std::vector<Suppression> const& suppressions, std::set<std::size_t> const& needed) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < suppressions.size(); ++i) {
    if (!needed.contains(i)) lines.push_back(suppressions[i].place + ": " + needless_sentence(suppressions[i]));
  }
  return lines;
}

}  // namespace quoth::tools
