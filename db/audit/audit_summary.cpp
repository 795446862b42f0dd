// SPDX-License-Identifier: MIT
#include "db/audit/audit_summary.hpp"

#include <algorithm>

#include "db/audit/audit_file.hpp"
#include "db/sqlite/connection.hpp"
#include "text/names/person_name.hpp"

namespace quoth::db {

namespace {

constexpr char const* totals =
    "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM errors), (SELECT value FROM run WHERE name = "
    "'store'), (SELECT min(date) FROM articles WHERE date <> ''), (SELECT max(date) FROM articles), "
    "(SELECT coalesce(sum(must_be_seen), 0) FROM verdicts), (SELECT count(*) FROM to_confirm)";
constexpr char const* verdict_totals = "SELECT '', verdict, count(*), avg(fidelity) FROM verdicts GROUP BY verdict";
constexpr char const* by_month = "SELECT * FROM verdicts_by_month ORDER BY 1";
constexpr char const* by_outlet = "SELECT * FROM verdicts_by_outlet ORDER BY 1";
constexpr char const* by_author = "SELECT * FROM verdicts_by_author ORDER BY 1";
// Only the speakers quoted most, to keep the result short for archives with many names.
constexpr char const* by_speaker =
    "SELECT speaker, verdict, quotations, fidelity FROM verdicts_by_speaker WHERE speaker IN (SELECT speaker FROM "
    "quotations "
    "WHERE speaker <> '' GROUP BY speaker ORDER BY count(*) DESC, speaker LIMIT 200) ORDER BY 1";
constexpr char const* first_to_confirm =
    "SELECT article, text, passage, speaker, made, url, time, check_time FROM to_confirm LIMIT 15";
constexpr char const* most_repeated =
    "SELECT same_words, text, articles FROM repeated_quotations ORDER BY articles DESC, text LIMIT 15";
constexpr char const* most_disputed =
    "SELECT same_words, text, articles FROM repeated_quotations WHERE speakers > 1 ORDER BY articles DESC, text "
    "LIMIT 200";
constexpr char const* speakers_of =
    "SELECT DISTINCT speaker FROM quotations WHERE same_words = ? AND words >= 4 AND speaker <> '' ORDER BY speaker";
constexpr char const* verdicts_of =
    "SELECT '', verdict, count(*), avg(fidelity) FROM quotations JOIN verdicts USING (quotation) WHERE same_words = ? "
    "AND words >= 4 "
    "GROUP BY verdict";

// The verdicts that `belongs` holds for, as a list of SQL strings.
std::string list_of(bool (*belongs)(Verdict)) {
  std::string list;
  for (auto verdict : all_verdicts) {
    if (belongs(verdict)) list.append(list.empty() ? "('" : ", '").append(to_string(verdict)) += '\'';
  }
  return list + ")";
}

bool has_passage(Verdict verdict) { return basis_of(verdict) != VerdictBasis::nothing; }
bool has_other_words(Verdict verdict) { return basis_of(verdict) == VerdictBasis::edits && must_be_seen(verdict); }

std::string const fidelity_steps =
    "SELECT min(cast(fidelity * 20 AS INTEGER), 19), count(*) FROM verdicts WHERE verdict IN " + list_of(has_passage) +
    " GROUP BY 1";
// A changed quotation printed in several articles is listed once, for the first article.
std::string const most_altered =
    "SELECT a.id, q.text, e.text, q.speaker, v.verdict, min(v.fidelity) FROM verdicts v JOIN quotations q USING "
    "(quotation) JOIN articles a ON a.article = q.article JOIN evidence e ON e.quotation = q.quotation AND e.rank = 1 "
    "WHERE v.verdict IN " +
    list_of(has_other_words) +
    " AND q.words >= 4 GROUP BY q.same_words "
    "ORDER BY v.fidelity, q.quotation LIMIT 15";

// The most rows of a list.
constexpr std::size_t most_names = 20;
constexpr std::size_t most_words = 15;
constexpr std::size_t most_months = 36;  // with more months, the counts are by year

std::size_t place_of(Verdict verdict) { return static_cast<std::size_t>(verdict); }

std::uint64_t sum(VerdictCounts const& counts) {
  std::uint64_t all = 0;
  for (auto const count : counts) all += count;
  return all;
}

// Groups rows of (name, verdict, count, mean fidelity), sorted by name, into one entry per name.
template <typename... Values>
std::vector<NamedCounts> counted(AuditFile& file, char const* sql, Values const&... values) {
  std::vector<NamedCounts> named;
  for (Rows rows(file.prepared(sql), values...); rows.next();) {
    if (named.empty() || named.back().name != rows.bytes(0)) named.push_back({rows.text(0), {}, 0});
    named.back().counts.at(place_of(verdict_named(rows.bytes(1)).value_or(Verdict::unchecked))) +=
        static_cast<std::uint64_t>(rows.integer(2));
    named.back().fidelity_sum += rows.real(3).value_or(0) * static_cast<double>(rows.integer(2));
  }
  return named;
}

template <typename... Values>
NamedCounts counted_together(AuditFile& file, char const* sql, Values const&... values) {
  auto const named = counted(file, sql, values...);
  return named.empty() ? NamedCounts{} : named.front();
}

// The entries with the most quotations that could be checked, then those with the most quotations.
std::vector<NamedCounts> most_quoted(std::vector<NamedCounts> named) {
  std::ranges::stable_sort(named, std::greater{}, [](NamedCounts const& one) {
    auto const all = sum(one.counts);
    return std::pair(all - one.counts.at(place_of(Verdict::unchecked)), all);
  });
  if (named.size() > most_names) named.resize(most_names);
  return named;
}

std::vector<NamedCounts> years_of(std::vector<NamedCounts> const& months) {
  std::vector<NamedCounts> years;
  for (auto const& month : months) {
    auto const year = month.name.substr(0, 4);
    if (years.empty() || years.back().name != year) years.push_back({year, {}, 0});
    years.back().fidelity_sum += month.fidelity_sum;
    std::ranges::transform(years.back().counts, month.counts, years.back().counts.begin(), std::plus{});
  }
  return years;
}

// Whether at least two of the names belong to different people.
bool differ(std::vector<std::string> const& speakers) {
  return std::ranges::any_of(speakers, [&](std::string const& a) {
    return std::ranges::any_of(speakers, [&](std::string const& b) { return !text::same_person(a, b); });
  });
}

std::vector<RepeatedWords> repeated(AuditFile& file, char const* sql) {
  std::vector<RepeatedWords> words;
  for (Rows rows(file.prepared(sql)); rows.next();) {
    auto const same_words = rows.integer(0);
    words.push_back({rows.text(1), static_cast<std::uint64_t>(rows.integer(2)), {}, {}});
    for (Rows names(file.prepared(speakers_of), same_words); names.next();)
      words.back().speakers.push_back(names.text(0));
    words.back().counts = counted_together(file, verdicts_of, same_words).counts;
  }
  return words;
}

std::vector<AlteredWords> altered(AuditFile& file) {
  std::vector<AlteredWords> words;
  for (Rows rows(file.prepared(most_altered.c_str())); rows.next();) {
    words.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.real(5).value_or(0)});
  }
  return words;
}

std::vector<WordsToConfirm> to_confirm(AuditFile& file) {
  std::vector<WordsToConfirm> words;
  for (Rows rows(file.prepared(first_to_confirm)); rows.next();) {
    words.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5), rows.real(6),
                     rows.real(7)});
  }
  return words;
}

void add_totals(AuditFile& file, AuditSummary& summary) {
  Rows rows(file.prepared(totals));
  if (!rows.next()) return;
  summary.articles = static_cast<std::uint64_t>(rows.integer(0));
  summary.errors = static_cast<std::uint64_t>(rows.integer(1));
  summary.store = rows.text(2);
  summary.first_date = rows.text(3);
  summary.last_date = rows.text(4);
  summary.seen = static_cast<std::uint64_t>(rows.integer(5));
  summary.confirmable = static_cast<std::uint64_t>(rows.integer(6));
}

AuditSummary summarise(AuditFile& file) {
  AuditSummary summary;
  add_totals(file, summary);
  auto const all = counted_together(file, verdict_totals);
  summary.counts = all.counts;
  summary.fidelity_sum = all.fidelity_sum;
  auto const months = counted(file, by_month);
  summary.by_year = months.size() > most_months;
  summary.over_time = summary.by_year ? years_of(months) : months;
  summary.by_outlet = most_quoted(counted(file, by_outlet));
  summary.by_author = most_quoted(counted(file, by_author));
  summary.by_speaker = most_quoted(counted(file, by_speaker));
  for (Rows rows(file.prepared(fidelity_steps.c_str())); rows.next();)
    summary.fidelity.at(static_cast<std::size_t>(rows.integer(0))) = static_cast<std::uint64_t>(rows.integer(1));
  summary.repeated = repeated(file, most_repeated);
  summary.disputed = repeated(file, most_disputed);
  std::erase_if(summary.disputed, [](RepeatedWords const& words) { return !differ(words.speakers); });
  if (summary.disputed.size() > most_words) summary.disputed.resize(most_words);
  summary.altered = altered(file);
  summary.to_confirm = to_confirm(file);
  return summary;
}

}  // namespace

AuditSummary summarise_audit(std::filesystem::path const& path) {
  AuditFile file(path, SQLite::OPEN_READONLY);
  return file.guarded([&] { return summarise(file); });
}

}  // namespace quoth::db
