// SPDX-License-Identifier: MIT
#include "db/audit/finding_sample.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <queue>
#include <string>
#include <utility>

#include "quoth/verdict.hpp"
#include "text/bytes/sha256.hpp"

namespace quoth::db {

namespace {

constexpr char const* all_to_draw_from =
    "SELECT quotation, verdict, unsure FROM verdicts WHERE set_aside = '' ORDER BY quotation";
constexpr char const* one_to_draw_from =
    "SELECT a.file, a.number, a.id, q.text, v.verdict, v.unsure FROM quotations q CROSS JOIN verdicts v USING "
    "(quotation) CROSS JOIN articles a ON a.article = q.article WHERE q.quotation = ? AND v.set_aside = ''";

constexpr char const* least_confidence = "SELECT cast(value AS REAL) FROM run WHERE name = 'min_confidence'";

constexpr std::size_t unsure = all_verdicts.size();  // the number of their stratum
constexpr std::size_t number_of_strata = unsure + 1;

std::size_t stratum_in(Rows const& rows, int verdict, int is_unsure) {
  if (rows.integer(is_unsure) != 0) return unsure;
  return static_cast<std::size_t>(verdict_named(rows.bytes(verdict)).value_or(Verdict::unchecked));
}

std::string name_of(std::size_t stratum) {
  return stratum == unsure ? "unsure" : std::string(to_string(static_cast<Verdict>(stratum)));
}

// SplitMix64 (Steele, Lea and Flood, 2014): a permutation of 64 bits that looks random.
std::uint64_t mixed(std::uint64_t bits) {
  bits += 0x9E3779B97F4A7C15;
  bits = (bits ^ bits >> 30U) * 0xBF58476D1CE4E5B9;
  bits = (bits ^ bits >> 27U) * 0x94D049BB133111EB;
  return bits ^ bits >> 31U;
}

// Of a row of `one_to_draw_from`: the quotation's number, and a digest of where it stands, its words and its verdict.
std::string key_of(std::int64_t quotation, Rows const& rows) {
  constexpr std::size_t digits = 8;
  std::string facts;
  for (int column = 0; column < 5; ++column) facts.append(rows.bytes(column)) += '\n';
  return "q" + std::to_string(quotation) + "-" + text::sha256(facts).substr(0, digits);
}

using Ticket = std::pair<std::uint64_t, std::int64_t>;  // a random number, and the quotation that drew it

// Keeps the `most` lowest tickets, which are a random sample of all: bottom-k sampling (Cohen and Kaplan, 2007).
class LowestTickets {
 public:
  void add(Ticket ticket, std::size_t most) {
    ++all_;
    if (kept_.size() == most && (most == 0 || ticket > kept_.top())) return;
    kept_.push(ticket);
    if (kept_.size() > most) kept_.pop();
  }
  std::uint64_t all() const { return all_; }
  std::vector<Ticket> lowest(std::size_t count) {
    while (kept_.size() > count) kept_.pop();
    std::vector<Ticket> tickets;
    tickets.reserve(kept_.size());
    for (; !kept_.empty(); kept_.pop()) tickets.push_back(kept_.top());
    return tickets;
  }

 private:
  std::priority_queue<Ticket> kept_;  // the highest on top
  std::uint64_t all_ = 0;
};

// How many each stratum gives: equal shares, as far as they reach, from the smallest to the largest.
std::array<std::size_t, number_of_strata> shares_of(std::array<LowestTickets, number_of_strata> const& strata,
                                                    std::size_t count) {
  std::array<std::size_t, number_of_strata> order{};
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t one) { return strata.at(one).all(); });
  std::array<std::size_t, number_of_strata> shares{};
  for (std::size_t i = 0; i < order.size(); ++i) {
    auto const share = count / (order.size() - i);
    shares.at(order.at(i)) = static_cast<std::size_t>(std::min<std::uint64_t>(share, strata.at(order.at(i)).all()));
    count -= shares.at(order.at(i));
  }
  return shares;
}

}  // namespace

FindingSampler::FindingSampler(std::filesystem::path const& file) : file_(file, SQLite::OPEN_READONLY) {
  refuse_other_results(file);
  file_.guarded([&] { file_.run_script("PRAGMA trusted_schema = OFF"); });
}

FindingSample FindingSampler::draw(std::size_t count, std::uint64_t seed) {
  return file_.guarded([&] {
    std::array<LowestTickets, number_of_strata> strata;
    for (Rows rows(file_.prepared(all_to_draw_from)); rows.next();) {
      auto const quotation = rows.integer(0);
      auto const ticket = mixed(mixed(seed) ^ static_cast<std::uint64_t>(quotation));
      strata.at(stratum_in(rows, 1, 2)).add({ticket, quotation}, count);
    }
    auto const shares = shares_of(strata, count);
    FindingSample sample;
    if (Rows rows(file_.prepared(least_confidence)); rows.next()) sample.least_confidence = rows.real(0).value_or(0);
    std::vector<Ticket> drawn;
    for (std::size_t i = 0; i < strata.size(); ++i) {
      if (strata.at(i).all() == 0) continue;
      auto const of_stratum = strata.at(i).lowest(shares.at(i));
      sample.strata.push_back({name_of(i), strata.at(i).all(), of_stratum.size()});
      drawn.insert(drawn.end(), of_stratum.begin(), of_stratum.end());
    }
    std::ranges::sort(drawn);
    sample.findings.reserve(drawn.size());
    for (auto const& [ticket, quotation] : drawn) {
      Rows rows(file_.prepared(one_to_draw_from), quotation);
      if (rows.next()) sample.findings.push_back({quotation, key_of(quotation, rows)});
    }
    return sample;
  });
}

std::optional<std::string> FindingSampler::stratum_of(std::string_view key) {
  if (!key.starts_with('q')) return std::nullopt;
  std::int64_t quotation = 0;
  std::from_chars(key.data() + 1, key.data() + key.size(), quotation);
  return file_.guarded([&]() -> std::optional<std::string> {
    Rows rows(file_.prepared(one_to_draw_from), quotation);
    if (!rows.next() || key_of(quotation, rows) != key) return std::nullopt;
    return name_of(stratum_in(rows, 4, 5));
  });
}

std::vector<SampleStratum> FindingSampler::strata() { return draw(0, 0).strata; }

}  // namespace quoth::db
