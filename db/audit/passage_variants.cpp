// SPDX-License-Identifier: MIT
#include "db/audit/passage_variants.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "db/audit/audit_file.hpp"
#include "db/audit/passage_overlap.hpp"
#include "quoth/verdict.hpp"
#include "text/words/words.hpp"

namespace quoth::db {

namespace {

// Beside a verdict the quotation must be of four words and sure, so that its passage is the right one.
constexpr char const* all_found =
    "SELECT e.source, e.utterance, e.evidence, e.quotation, q.article, e.edits, v.verdict FROM evidence e CROSS JOIN "
    "quotations q USING (quotation) CROSS JOIN verdicts v USING (quotation) WHERE e.rank = 1 AND q.words >= 4 AND NOT "
    "v.unsure ORDER BY e.source, e.utterance, e.evidence";
constexpr char const* passage_of = "SELECT text, before FROM evidence WHERE evidence = ?";
constexpr char const* date_of = "SELECT date FROM articles WHERE article = ?";
constexpr char const* alterations_of =
    "SELECT class, printed, said, said_first FROM edits WHERE evidence = ? AND NOT allowed AND NOT machine_error ORDER "
    "BY number";

// A quotation that was found, by its numbers in audit.db.
struct Found {
  std::int64_t evidence;
  std::int64_t quotation;
  std::int64_t article;
  bool has_edits;
};

bool are_of_one_article(std::vector<Found> const& found) {
  return std::ranges::all_of(found, [&](Found const& one) { return one.article == found.front().article; });
}

// The words, folded as they are matched.
std::string folded(std::string_view text) {
  std::string out;
  text::each_word(text, [&](std::string_view /*word*/, std::string_view key) {
    out.append(key) += ' ';
    return true;
  });
  return out;
}

// The last word of a text, folded.
std::string last_word(std::string_view text) {
  auto const words = text::split_words(text);
  return words.empty() ? std::string() : std::string(words.key(words.size() - 1));
}

// The variants among the quotations of one turn.
class Turn {
 public:
  explicit Turn(AuditFile& file) : file_(file) {}

  void add(Found const& one) { found_.push_back(one); }
  void clear() { found_.clear(); }

  void each_variant(std::function<void(PassageVariants const&)> const& take) const {
    if (found_.size() < 2 || are_of_one_article(found_)) return;
    if (std::ranges::none_of(found_, &Found::has_edits)) return;
    for (auto const& [first, group] : groups()) {
      if (are_of_one_article(group)) continue;
      auto const variants = variants_of(group);
      if (!variants.alterations.empty()) take(variants);
    }
  }

 private:
  // The quotations by the passages that overlap.
  std::map<std::size_t, std::vector<Found>> groups() const {
    PassageOverlap overlap;
    std::unordered_map<std::string, std::size_t> numbers;  // of passages
    std::vector<std::size_t> passages;
    passages.reserve(found_.size());
    for (auto const& one : found_) {
      Rows rows(file_.prepared(passage_of), one.evidence);
      auto const text = rows.next() ? rows.text(0) : std::string();
      auto known = numbers.find(text);
      if (known == numbers.end()) known = numbers.emplace(text, overlap.add(text)).first;
      passages.push_back(known->second);
    }
    std::map<std::size_t, std::vector<Found>> groups;
    for (std::size_t i = 0; i < found_.size(); ++i) groups[overlap.group_of(passages[i])].push_back(found_[i]);
    return groups;
  }

  PassageVariants variants_of(std::vector<Found> const& group) const {
    std::vector<std::pair<Printing, Found const*>> dated;
    dated.reserve(group.size());
    for (auto const& one : group) {
      Rows rows(file_.prepared(date_of), one.article);
      dated.emplace_back(Printing{one.quotation, one.article, rows.next() ? rows.text(0) : std::string()}, &one);
    }
    std::ranges::stable_sort(dated, {}, [](auto const& one) {
      return std::tuple(one.first.date.empty(), std::string_view(one.first.date), one.first.quotation);
    });
    PassageVariants variants;
    Places places;
    std::size_t most = 0;
    for (auto& [printing, found] : dated) {
      if (found->has_edits) add_alterations(*found, printing, variants, places);
      Rows rows(file_.prepared(passage_of), found->evidence);
      auto const length = rows.next() ? rows.bytes(0).size() : 0;
      if (length > most) std::tie(most, variants.longest) = std::tuple(length, printing.quotation);
      variants.printings.push_back(std::move(printing));
    }
    return variants;
  }

  // The word before it, what was said and what was printed tell an alteration from others of the passage.
  using Places = std::map<std::tuple<std::string, std::string, std::string>, std::size_t>;

  void add_alterations(Found const& found, Printing& printing, PassageVariants& variants, Places& places) const {
    Rows passage(file_.prepared(passage_of), found.evidence);
    if (!passage.next()) return;
    auto const text = passage.text(0);
    auto const before = passage.text(1);
    for (Rows rows(file_.prepared(alterations_of), found.evidence); rows.next();) {
      auto const at = std::min(static_cast<std::size_t>(rows.number(3)), text.size());
      auto word = last_word(std::string_view(text).substr(0, at));
      if (word.empty()) word = last_word(before);
      auto const words = std::pair(folded(rows.bytes(2)), folded(rows.bytes(1)));
      if (words.first == words.second) continue;  // words in another order, or left out and told apart elsewhere
      auto const [place, is_new] = places.try_emplace({word, words.first, words.second}, variants.alterations.size());
      if (is_new) variants.alterations.push_back({rows.text(0), rows.text(1), rows.text(2)});
      auto& alteration = variants.alterations[place->second];
      auto const number = variants.printings.size();
      if (!alteration.printings.empty() && alteration.printings.back() == number) continue;
      alteration.printings.push_back(number);
      printing.alterations.push_back(place->second);
    }
  }

  AuditFile& file_;
  std::vector<Found> found_;
};

}  // namespace

std::size_t Alteration::on_first_day(std::vector<Printing> const& all) const {
  auto const& day = all[printings.front()].date;
  if (day.empty()) return 0;
  return static_cast<std::size_t>(
      std::ranges::count_if(printings, [&](std::size_t one) { return all[one].date == day; }));
}

std::size_t PassageVariants::articles() const {
  std::set<std::int64_t> articles;
  for (auto const& one : printings) articles.insert(one.article);
  return articles.size();
}

std::size_t PassageVariants::altered() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(printings, [](Printing const& one) { return !one.alterations.empty(); }));
}

void each_variant(std::filesystem::path const& path, std::function<void(PassageVariants const&)> const& take) {
  AuditFile file(path, SQLite::OPEN_READONLY);
  file.guarded([&] {
    std::string source;
    std::int64_t utterance = -1;
    Turn turn(file);
    for (Rows rows(file.prepared(all_found)); rows.next();) {
      auto const verdict = verdict_named(rows.bytes(6)).value_or(Verdict::unchecked);
      if (basis_of(verdict) == VerdictBasis::nothing) continue;
      if (rows.integer(1) != utterance || rows.bytes(0) != source) {
        turn.each_variant(take);
        turn.clear();
        source = rows.text(0);
        utterance = rows.integer(1);
      }
      turn.add({rows.integer(2), rows.integer(3), rows.integer(4), rows.integer(5) != 0});
    }
    turn.each_variant(take);
  });
}

}  // namespace quoth::db
