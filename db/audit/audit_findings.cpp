// SPDX-License-Identifier: MIT
#include "db/audit/audit_findings.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

#include "db/audit/article_rows.hpp"
#include "db/sqlite/connection.hpp"

namespace quoth::db {

namespace {

constexpr char const* all_verdicts_given =
    "SELECT v.quotation, v.verdict, v.must_be_seen, v.unsure, v.set_aside = '', v.confidence, v.fidelity FROM verdicts "
    "v ORDER BY v.quotation";
constexpr char const* facts_of =
    "SELECT q.speaker, a.date, a.outlet, a.author, a.section FROM quotations q CROSS JOIN articles a ON a.article = "
    "q.article "
    "WHERE q.quotation = ?";
constexpr char const* same_words =
    "SELECT quotation FROM quotations WHERE same_words = ? AND words >= 4 ORDER BY quotation";
constexpr char const* speakers_of_person = "SELECT speaker FROM people WHERE person = ?";
constexpr char const* quotations_of_person =
    "SELECT q.quotation FROM people p CROSS JOIN quotations q ON q.speaker = p.speaker WHERE p.person = ? ORDER BY "
    "q.quotation";
constexpr char const* edits_of =
    "SELECT printed_first, printed_last, said_first, said_last FROM edits WHERE evidence = ? AND NOT allowed";
constexpr char const* one_finding =
    "SELECT a.file, a.number, a.id, a.title, a.date, a.outlet, a.author, q.line, q.text, q.speaker, v.verdict, "
    "v.unsure, "
    "v.confidence, v.message, v.set_aside, e.source, e.title, e.date, e.speaker, e.url, e.made, e.utterance, e.time, "
    "e.before, e.text, e.after, e.evidence FROM quotations q CROSS JOIN verdicts v USING (quotation) CROSS JOIN "
    "articles a ON "
    "a.article = q.article LEFT JOIN evidence e ON e.quotation = q.quotation AND e.rank = 1 WHERE q.quotation = ?";

constexpr char const* to_see = "must_be_seen AND NOT unsure";
constexpr char const* of_people = "(must_be_seen OR verdict = 'unconfirmed' AND set_aside = '')";

// Pages of a group at most.
constexpr std::size_t pages_of_verdict = 10;
constexpr std::size_t pages_of_name = 2;

// A finding that people should look at, or may.
struct Listed {
  std::int64_t quotation;
  Verdict verdict;
  bool unsure;
  double confidence;
};

// Sure ones first, what differs before what was not found and what is only to be confirmed, the gravest and surest
// first.
auto order_of(Listed const& one) {
  auto const rank = one.verdict == Verdict::not_found ? 1 : must_be_seen(one.verdict) ? 0 : 2;
  return std::tuple(one.unsure, rank, -gravity_of(one.verdict), -one.confidence, one.quotation);
}

std::string sql_text(std::string_view text) {
  std::string out = "'";
  for (auto const c : text) out += c == '\'' ? "''" : std::string(1, c);
  return out + "'";
}

std::string is_person(std::string_view name) {
  return "speaker IN (SELECT speaker FROM people WHERE person = " + sql_text(name) + ")";
}

void add_to(FindingGroup& group, std::int64_t finding, std::size_t pages) {
  ++group.all;
  if (group.findings.size() < pages * findings_a_page) group.findings.push_back(finding);
}

// The groups of one list of the summary, found by name.
class GroupsByName {
 public:
  GroupsByName(GroupOf of, std::vector<NamedCounts> const& named, std::string const& column) {
    for (std::size_t i = 0; i < named.size(); ++i) {
      auto const& name = named[i].name;
      auto const is_it = of == GroupOf::speaker ? is_person(name) : column + " = " + sql_text(name);
      if (of != GroupOf::speaker) add_name(name, i);
      groups_.push_back({of, i, name, std::string(of_people) + " AND " + is_it});
    }
  }

  // Another name of the group.
  void add_name(std::string const& name, std::size_t place) { places_.try_emplace(name, place); }

  void add(std::string_view name, std::int64_t finding) {
    auto const found = places_.find(name);
    if (found != places_.end()) add_to(groups_[found->second], finding, pages_of_name);
  }
  std::vector<FindingGroup> const& all() const { return groups_; }

 private:
  std::map<std::string, std::size_t, std::less<>> places_;
  std::vector<FindingGroup> groups_;
};

// Puts findings into their groups.
class Grouping {
 public:
  Grouping(AuditFile& file, AuditSummary const& summary)
      : file_(file),
        summary_(summary),
        seen_{GroupOf::seen, 0, "", to_see},
        unsure_{GroupOf::unsure, 0, "", "unsure"},
        outlets_(GroupOf::outlet, summary.by_outlet, "outlet"),
        authors_(GroupOf::author, summary.by_author, "author"),
        sections_(GroupOf::section, summary.by_section, "section"),
        speakers_(GroupOf::speaker, summary.by_speaker, ""),
        dates_(GroupOf::date, summary.over_time, summary.by_year ? "substr(date, 1, 4)" : "substr(date, 1, 7)") {
    for (std::size_t i = 0; i < summary.by_speaker.size(); ++i) {
      for (Rows rows(file_.prepared(speakers_of_person), summary.by_speaker[i].name); rows.next();)
        speakers_.add_name(rows.text(0), i);
    }
    for (auto const verdict : all_verdicts) {
      auto const number = static_cast<std::size_t>(verdict);
      auto condition = "verdict = " + sql_text(to_string(verdict));
      if (must_be_seen(verdict)) condition.append(" AND ").append(to_see);
      if (verdict == Verdict::unconfirmed) condition += " AND set_aside = ''";
      verdicts_.push_back({GroupOf::verdict, number, std::string(to_string(verdict)), condition});
    }
    for (std::size_t i = 0; i < summary.fidelity.size(); ++i) {
      auto const steps = std::to_string(summary.fidelity.size());
      std::string step = "min(cast(fidelity * ";
      step.append(steps).append(" AS INTEGER), ").append(steps).append(" - 1)");
      std::string low;
      append_real(low, static_cast<double>(i) / static_cast<double>(summary.fidelity.size()));
      fidelities_.push_back({GroupOf::fidelity, i, low, "source IS NOT NULL AND " + step + " = " + std::to_string(i)});
    }
  }

  std::vector<FindingGroup> all() {
    read_verdicts();
    std::ranges::sort(listed_, {}, order_of);
    for (auto const& one : listed_) add(one);
    add_words(GroupOf::repeated, summary_.repeated);
    add_words(GroupOf::disputed, summary_.disputed);
    add_edits();
    add_never_held();
    std::vector<FindingGroup> groups;
    auto const take = [&](FindingGroup const& group) {
      if (group.all > 0) groups.push_back(group);
    };
    take(seen_);
    std::ranges::for_each(verdicts_, take);
    take(unsure_);
    for (auto const* named : {&outlets_, &authors_, &sections_, &speakers_, &dates_})
      std::ranges::for_each(named->all(), take);
    std::ranges::for_each(fidelities_, take);
    std::ranges::for_each(words_, take);
    return groups;
  }

 private:
  FindingGroup& of(Verdict verdict) { return verdicts_.at(static_cast<std::size_t>(verdict)); }

  void read_verdicts() {
    for (Rows rows(file_.prepared(all_verdicts_given)); rows.next();) {
      auto const quotation = rows.integer(0);
      auto const verdict = verdict_named(rows.bytes(1)).value_or(Verdict::unchecked);
      auto const is_open = rows.integer(4) != 0;
      if (rows.integer(2) != 0 || (verdict == Verdict::unconfirmed && is_open)) {
        listed_.push_back({quotation, verdict, rows.integer(3) != 0, rows.real(5).value_or(0)});
      } else if (!must_be_seen(verdict) && verdict != Verdict::unconfirmed) {
        add_to(of(verdict), quotation, pages_of_name);
      }
      if (basis_of(verdict) == VerdictBasis::nothing) continue;
      // The file may have come from a stranger, with any number.
      auto const fidelity = std::clamp(rows.real(6).value_or(0), 0.0, 1.0);
      auto const step = static_cast<std::size_t>(fidelity * static_cast<double>(fidelities_.size()));
      add_to(fidelities_[std::min(step, fidelities_.size() - 1)], quotation, 1);
    }
  }

  void add(Listed const& one) {
    if (one.unsure) {
      add_to(unsure_, one.quotation, pages_of_verdict);
    } else {
      add_to(of(one.verdict), one.quotation, pages_of_verdict);
      if (must_be_seen(one.verdict)) add_to(seen_, one.quotation, pages_of_verdict);
    }
    Rows rows(file_.prepared(facts_of), one.quotation);
    if (!rows.next()) return;
    speakers_.add(rows.bytes(0), one.quotation);
    dates_.add(rows.bytes(1).substr(0, summary_.by_year ? 4 : 7), one.quotation);
    outlets_.add(rows.bytes(2), one.quotation);
    authors_.add(rows.bytes(3), one.quotation);
    sections_.add(rows.bytes(4), one.quotation);
  }

  void add_words(GroupOf of, std::vector<RepeatedWords> const& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      auto& group = words_.emplace_back(
          FindingGroup{of, i, words[i].text,
                       "(file, article_number, quotation) IN (SELECT a.file, a.number, q.number FROM quotations q JOIN "
                       "articles a USING (article) WHERE q.same_words = " +
                           std::to_string(words[i].same_words) + ")"});
      for (Rows rows(file_.prepared(same_words), words[i].same_words); rows.next();) add_to(group, rows.integer(0), 1);
    }
  }

  void add_edits() {
    for (std::size_t i = 0; i < summary_.edited.size(); ++i) {
      auto const& edit = summary_.edited[i];
      auto const condition =
          std::string(to_see) +
          " AND verdict NOT IN ('misattributed', 'not_found') AND (file, article_number, quotation) IN (SELECT a.file, "
          "a.number, q.number FROM edits d JOIN evidence e USING (evidence) JOIN quotations q USING (quotation) JOIN "
          "articles a USING (article) WHERE e.rank = 1 AND NOT d.allowed AND NOT d.machine_error AND d.class = " +
          sql_text(edit.edit_class) + " AND lower(d.printed) = lower(" + sql_text(edit.printed) +
          ") AND lower(d.said) = lower(" + sql_text(edit.said) + "))";
      words_.push_back(
          {GroupOf::edit, i, edit_in_words(edit.printed, edit.said), condition, edit.quotations, edit.findings});
    }
  }

  void add_never_held() {
    for (std::size_t i = 0; i < summary_.never_held.size(); ++i) {
      auto const& person = summary_.never_held[i].person;
      auto& group = words_.emplace_back(FindingGroup{GroupOf::not_held, i, person, is_person(person)});
      for (Rows rows(file_.prepared(quotations_of_person), person); rows.next();) add_to(group, rows.integer(0), 1);
    }
  }

  AuditFile& file_;
  AuditSummary const& summary_;
  std::vector<Listed> listed_;
  FindingGroup seen_;
  FindingGroup unsure_;
  std::vector<FindingGroup> verdicts_;
  GroupsByName outlets_;
  GroupsByName authors_;
  GroupsByName sections_;
  GroupsByName speakers_;
  GroupsByName dates_;
  std::vector<FindingGroup> fidelities_;
  std::vector<FindingGroup> words_;
};

}  // namespace

std::string edit_in_words(std::string const& printed, std::string const& said) {
  auto const quoted = [](std::string const& words) { return std::string("“").append(words).append("”"); };
  if (printed.empty()) return quoted(said) + " left out";
  if (said.empty()) return quoted(printed) + " added";
  return quoted(printed).append(" for ").append(quoted(said));
}

std::vector<FindingGroup> AuditFindings::groups(AuditSummary const& summary) {
  return file_.guarded([&] { return Grouping(file_, summary).all(); });
}

ShownFinding AuditFindings::read(std::int64_t quotation) {
  return file_.guarded([&] {
    ShownFinding shown;
    shown.quotation = quotation;
    Rows rows(file_.prepared(one_finding), quotation);
    if (!rows.next()) return shown;
    int column = 0;
    auto const text = [&](std::string& to) { to = rows.text(column++); };
    auto const number = [&](std::int64_t& to) { to = rows.integer(column++); };
    text(shown.file);
    number(shown.article);
    for (auto* to : {&shown.id, &shown.title, &shown.date, &shown.outlet, &shown.author}) text(*to);
    number(shown.line);
    for (auto* to : {&shown.text, &shown.speaker, &shown.verdict}) text(*to);
    shown.unsure = rows.integer(column++) != 0;
    shown.confidence = rows.real(column++).value_or(0);
    for (auto* to : {&shown.message, &shown.set_aside, &shown.source, &shown.source_title, &shown.said_on,
                     &shown.said_by, &shown.url, &shown.made})
      text(*to);
    number(shown.utterance);
    shown.time = rows.real(column++);
    for (auto* to : {&shown.before, &shown.passage, &shown.after}) text(*to);
    for (Rows edits(file_.prepared(edits_of), rows.integer(column)); edits.next();) {
      shown.printed_edits.push_back({edits.number(0), edits.number(1)});
      shown.said_edits.push_back({edits.number(2), edits.number(3)});
    }
    for (auto* spans : {&shown.printed_edits, &shown.said_edits}) std::ranges::sort(*spans, {}, &ByteSpan::first);
    return shown;
  });
}

}  // namespace quoth::db
