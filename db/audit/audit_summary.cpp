// SPDX-License-Identifier: MIT
#include "db/audit/audit_summary.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string_view>
#include <unordered_map>

#include "db/audit/audit_file.hpp"
#include "db/sqlite/connection.hpp"
#include "text/names/person_name.hpp"

namespace quoth::db {

namespace {

constexpr char const* totals =
    "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM errors), (SELECT value FROM run WHERE name = "
    "'store'), (SELECT min(date) FROM articles WHERE date <> ''), (SELECT max(date) FROM articles), "
    "coalesce(sum(must_be_seen AND NOT unsure), 0), coalesce(sum(must_be_seen AND NOT unsure AND verdict = "
    "'not_found'), 0), coalesce(sum(unsure), 0), (SELECT count(*) FROM to_confirm), (SELECT cast(value AS REAL) FROM "
    "run WHERE name = 'min_confidence') FROM verdicts";
// In the order of the articles: one reading of the tables counts for months, outlets and authors.
constexpr char const* all_verdicts_given =
    "SELECT q.article, v.verdict, v.fidelity, a.date, a.outlet, a.author, q.speaker, v.reason, a.section FROM "
    "quotations q CROSS "
    "JOIN verdicts v USING "
    "(quotation) CROSS JOIN articles a ON a.article = q.article ORDER BY q.quotation";
constexpr char const* all_people = "SELECT speaker, person FROM people";
constexpr char const* first_to_confirm =
    "SELECT q.quotation, a.id, q.text, e.text, q.speaker, e.made, e.url, e.time, e.check_time FROM verdicts v CROSS "
    "JOIN "
    "quotations q USING (quotation) CROSS JOIN articles a ON a.article = q.article LEFT JOIN evidence e ON e.quotation "
    "= q.quotation AND e.rank = 1 WHERE v.verdict = 'unconfirmed' AND v.set_aside = '' ORDER BY v.quotation LIMIT 15";
// The rows of the view repeated_quotations. Most words stand once, which the index alone tells.
constexpr char const* find_repeated =
    "CREATE TEMP TABLE repeated AS SELECT min(text) AS text, count(DISTINCT article) AS articles, count(DISTINCT "
    "speaker) "
    "AS speakers, same_words FROM quotations WHERE words >= 4 AND same_words IN (SELECT same_words FROM quotations "
    "WHERE "
    "words >= 4 GROUP BY same_words HAVING count(*) > 1) GROUP BY same_words HAVING count(DISTINCT article) > 1";
constexpr char const* most_repeated =
    "SELECT same_words, text, articles FROM temp.repeated ORDER BY articles DESC, text LIMIT 15";
constexpr char const* most_disputed =
    "SELECT same_words, text, articles FROM temp.repeated WHERE speakers > 1 ORDER BY articles DESC, text LIMIT 200";
// The rows of the view altered_words, with their quotations.
constexpr char const* find_edited =
    "CREATE TEMP TABLE edited AS SELECT d.class, lower(d.printed) AS small, lower(d.said) AS small_said, d.printed, "
    "d.said, v.quotation, q.article FROM verdicts v CROSS JOIN quotations q USING (quotation) CROSS JOIN evidence e ON "
    "e.quotation = v.quotation AND e.rank = 1 CROSS JOIN edits d USING (evidence) WHERE v.must_be_seen AND NOT "
    "v.unsure "
    "AND v.verdict NOT IN ('misattributed', 'not_found') AND NOT d.allowed AND NOT d.machine_error; "
    "CREATE INDEX temp.edited_words ON edited (class, small, small_said)";
constexpr char const* most_edited =
    "SELECT class, min(printed), min(said), count(DISTINCT quotation) AS quotations, count(DISTINCT article), small, "
    "small_said FROM temp.edited WHERE small <> '' OR small_said <> '' GROUP BY class, small, small_said ORDER BY "
    "quotations DESC, class, small, small_said LIMIT 20";
constexpr char const* findings_of_edit =
    "SELECT DISTINCT quotation FROM temp.edited WHERE class = ? AND small = ? AND small_said = ? ORDER BY quotation "
    "LIMIT 500";
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
    "SELECT max(0, min(cast(fidelity * 20 AS INTEGER), 19)), count(*) FROM verdicts WHERE verdict IN " +
    list_of(has_passage) + " GROUP BY 1";
// A changed quotation printed in several articles is listed once, for the first article.
std::string const most_altered =
    "SELECT q.quotation, a.id, q.text, e.text, q.speaker, v.verdict, min(v.fidelity) FROM verdicts v JOIN quotations q "
    "USING "
    "(quotation) JOIN articles a ON a.article = q.article JOIN evidence e ON e.quotation = q.quotation AND e.rank = 1 "
    "WHERE v.verdict IN " +
    list_of(has_other_words) +
    " AND q.words >= 4 GROUP BY q.same_words "
    "ORDER BY v.fidelity, q.quotation LIMIT 15";

// The most rows of a list.
constexpr std::size_t most_names = 20;
constexpr std::size_t most_words = 15;
constexpr std::size_t month_digits = 7;  // of a date, YYYY-MM
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

void add(NamedCounts& sum, NamedCounts const& more) {
  sum.fidelity_sum += more.fidelity_sum;
  std::ranges::transform(sum.counts, more.counts, sum.counts.begin(), std::plus{});
}

// Verdicts by name, in the order of the names. Those without a name count for nothing.
class CountsByName {
 public:
  void add_to(std::string_view name, NamedCounts const& counts) {
    if (name.empty()) return;
    auto found = named_.find(name);
    if (found == named_.end())
      found = named_.try_emplace(std::string(name), NamedCounts{std::string(name), {}, 0}).first;
    add(found->second, counts);
  }
  std::vector<NamedCounts> all() const {
    std::vector<NamedCounts> all;
    all.reserve(named_.size());
    for (auto const& [name, counts] : named_) all.push_back(counts);
    return all;
  }

 private:
  std::map<std::string, NamedCounts, std::less<>> named_;
};

// Verdicts by the person who is said to have spoken.
class SpeakerCounts {
 public:
  explicit SpeakerCounts(AuditFile& file) {
    for (Rows rows(file.prepared(all_people)); rows.next();) {
      auto const [person, is_new] = places_.try_emplace(rows.text(1), people_.size());
      if (is_new) people_.push_back({{person->first, {}, 0}, 0});
      speakers_.emplace(rows.text(0), person->second);
    }
  }

  void add(std::string_view speaker, Verdict verdict, double fidelity, std::string_view reason) {
    auto const found = speakers_.find(speaker);
    if (found == speakers_.end()) return;
    auto& person = people_[found->second];
    ++person.counts.counts.at(place_of(verdict));
    person.counts.fidelity_sum += fidelity;
    if (reason == "speaker_not_held") ++person.not_held;
  }

  // In the order of the names.
  std::vector<NamedCounts> all() const {
    std::vector<NamedCounts> all;
    all.reserve(places_.size());
    for (auto const& [name, place] : places_) all.push_back(people_[place].counts);
    return all;
  }
  // Those of whom nothing could be checked, for want of a source.
  std::vector<NeverHeld> never_held() const {
    std::vector<NeverHeld> never;
    for (auto const& [name, place] : places_) {
      auto const& [counts, not_held] = people_[place];
      auto const is_checked = sum(counts.counts) > counts.counts.at(place_of(Verdict::unchecked));
      if (not_held > 0 && !is_checked) never.push_back({name, not_held});
    }
    std::ranges::stable_sort(never, std::greater{}, &NeverHeld::quotations);
    if (never.size() > most_names) never.resize(most_names);
    return never;
  }

 private:
  struct Person {
    NamedCounts counts;
    std::uint64_t not_held = 0;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::map<std::string, std::size_t> places_;  // of people, by name
  std::vector<Person> people_;
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> speakers_;
};

std::vector<NamedCounts> years_of(std::vector<NamedCounts> const& months) {
  std::vector<NamedCounts> years;
  for (auto const& month : months) {
    auto const year = month.name.substr(0, 4);
    if (years.empty() || years.back().name != year) years.push_back({year, {}, 0});
    add(years.back(), month);
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
    words.push_back({same_words, rows.text(1), static_cast<std::uint64_t>(rows.integer(2)), {}, {}});
    for (Rows names(file.prepared(speakers_of), same_words); names.next();)
      words.back().speakers.push_back(names.text(0));
    words.back().counts = counted_together(file, verdicts_of, same_words).counts;
  }
  return words;
}

std::vector<AlteredWords> altered(AuditFile& file) {
  std::vector<AlteredWords> words;
  for (Rows rows(file.prepared(most_altered.c_str())); rows.next();) {
    words.push_back({rows.integer(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5),
                     rows.real(6).value_or(0)});
  }
  return words;
}

std::vector<WordsToConfirm> to_confirm(AuditFile& file) {
  std::vector<WordsToConfirm> words;
  for (Rows rows(file.prepared(first_to_confirm)); rows.next();) {
    words.push_back({rows.integer(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5),
                     rows.text(6), rows.real(7), rows.real(8)});
  }
  return words;
}

std::vector<EditedWords> edited(AuditFile& file) {
  file.run_script(find_edited);
  std::vector<EditedWords> words;
  for (Rows rows(file.prepared(most_edited)); rows.next();) {
    auto& one = words.emplace_back(EditedWords{rows.text(0), rows.text(1), rows.text(2),
                                               static_cast<std::uint64_t>(rows.integer(3)),
                                               static_cast<std::uint64_t>(rows.integer(4))});
    for (Rows found(file.prepared(findings_of_edit), rows.bytes(0), rows.bytes(5), rows.bytes(6)); found.next();)
      one.findings.push_back(found.integer(0));
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
  summary.not_found = static_cast<std::uint64_t>(rows.integer(6));
  summary.unsure = static_cast<std::uint64_t>(rows.integer(7));
  summary.confirmable = static_cast<std::uint64_t>(rows.integer(8));
  summary.least_confidence = rows.real(9).value_or(0);
}

// The counts of all quotations, by month, outlet and author.
void add_counts(AuditFile& file, AuditSummary& summary) {
  NamedCounts all;
  CountsByName by_month;
  CountsByName by_outlet;
  CountsByName by_author;
  CountsByName by_section;
  NamedCounts of_article;
  std::string date;
  std::string outlet;
  std::string author;
  std::string section;
  auto const end_article = [&] {
    add(all, of_article);
    by_month.add_to(std::string_view(date).substr(0, month_digits), of_article);
    by_outlet.add_to(outlet, of_article);
    by_author.add_to(author, of_article);
    by_section.add_to(section, of_article);
    of_article = {};
  };
  std::int64_t article = 0;
  SpeakerCounts by_speaker(file);
  for (Rows rows(file.prepared(all_verdicts_given)); rows.next();) {
    if (rows.integer(0) != article) {
      end_article();
      article = rows.integer(0);
      date = rows.text(3);
      outlet = rows.text(4);
      author = rows.text(5);
      section = rows.text(8);
    }
    auto const verdict = verdict_named(rows.bytes(1)).value_or(Verdict::unchecked);
    auto const fidelity = rows.real(2).value_or(0);
    ++of_article.counts.at(place_of(verdict));
    of_article.fidelity_sum += fidelity;
    by_speaker.add(rows.bytes(6), verdict, fidelity, rows.bytes(7));
  }
  end_article();
  summary.counts = all.counts;
  summary.fidelity_sum = all.fidelity_sum;
  auto const months = by_month.all();
  summary.by_year = months.size() > most_months;
  summary.over_time = summary.by_year ? years_of(months) : months;
  summary.by_outlet = most_quoted(by_outlet.all());
  summary.by_author = most_quoted(by_author.all());
  summary.by_section = most_quoted(by_section.all());
  summary.by_speaker = most_quoted(by_speaker.all());
  summary.never_held = by_speaker.never_held();
}

AuditSummary summarise(AuditFile& file) {
  AuditSummary summary;
  add_totals(file, summary);
  add_counts(file, summary);
  for (Rows rows(file.prepared(fidelity_steps.c_str())); rows.next();)
    summary.fidelity.at(static_cast<std::size_t>(rows.integer(0))) = static_cast<std::uint64_t>(rows.integer(1));
  file.run_script(find_repeated);
  summary.repeated = repeated(file, most_repeated);
  summary.disputed = repeated(file, most_disputed);
  std::erase_if(summary.disputed, [](RepeatedWords const& words) { return !differ(words.speakers); });
  if (summary.disputed.size() > most_words) summary.disputed.resize(most_words);
  summary.altered = altered(file);
  summary.edited = edited(file);
  summary.to_confirm = to_confirm(file);
  return summary;
}

}  // namespace

AuditSummary summarise_audit(std::filesystem::path const& path) {
  AuditFile file(path, SQLite::OPEN_READONLY);
  return file.guarded([&] { return summarise(file); });
}

}  // namespace quoth::db
