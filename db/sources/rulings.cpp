// SPDX-License-Identifier: MIT
#include "db/sources/rulings.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace quoth {

namespace {

constexpr std::array<std::string_view, 3> kinds{"alias", "merge", "split"};

constexpr char const* all_rulings = "SELECT number, kind, name, other, source FROM ruling ORDER BY number";
constexpr char const* insert_ruling = "INSERT INTO ruling (kind, name, other, source) VALUES (?, ?, ?, ?)";
constexpr char const* delete_ruling = "DELETE FROM ruling WHERE number = ?";
constexpr char const* speaker_of_name =
    "SELECT 1 FROM speaker JOIN label ON label.speaker = speaker.number WHERE speaker.name = ? LIMIT 1";
constexpr char const* speaker_in_source =
    "SELECT 1 FROM source JOIN label ON label.source = source.number JOIN speaker ON speaker.number = label.speaker "
    "WHERE speaker.name = ? AND source.id = ? LIMIT 1";
constexpr char const* named_labels =
    "SELECT label.number, source.id, label.speaker, speaker.number, speaker.name, speaker.role, speaker.aliases "
    "FROM label JOIN source ON source.number = label.source "
    "JOIN speaker ON speaker.number = ifnull(label.printed, label.speaker)";
constexpr char const* update_label = "UPDATE label SET speaker = ?, printed = ? WHERE number = ?";

void add_alias(Speaker& speaker, std::string const& alias) {
  if (alias == speaker.name || std::ranges::find(speaker.aliases, alias) != speaker.aliases.end()) return;
  if (speaker.aliases.size() >= db::most_aliases)
    throw Error("speaker \"" + speaker.name + "\" has over " + std::to_string(db::most_aliases) +
                " names by the rulings; undo some");
  speaker.aliases.push_back(alias);
}

bool same(Speaker const& one, Speaker const& other) { return one.name == other.name && one.aliases == other.aliases; }

}  // namespace

std::string_view to_string(RulingKind kind) { return kinds.at(static_cast<std::size_t>(kind)); }

std::optional<RulingKind> ruling_kind(std::string_view name) {
  auto const* const found = std::ranges::find(kinds, name);
  if (found == kinds.end()) return std::nullopt;
  return static_cast<RulingKind>(found - kinds.begin());
}

}  // namespace quoth

namespace quoth::db {

AppliedRulings::AppliedRulings(std::vector<Ruling> const& rulings) : rulings_(rulings) {
  for (std::size_t i = 0; i < rulings.size(); ++i)
    if (rulings[i].kind != RulingKind::alias) renaming_[rulings[i].name].push_back(i);
  // From the last ruling to the first: what the later merges make of a name.
  std::unordered_map<std::string_view, std::string_view> merged;
  auto const later = [&](std::string_view name) {
    auto const found = merged.find(name);
    return found == merged.end() ? name : found->second;
  };
  for (auto i = rulings.size(); i-- > 0;) {
    auto const& ruling = rulings[i];
    if (ruling.kind == RulingKind::split) continue;
    if (ruling.kind == RulingKind::merge) merged[ruling.name] = later(ruling.other);
    naming_[later(ruling.name)].push_back(i);
  }
  for (auto& [name, indexes] : naming_) std::ranges::reverse(indexes);
}

std::string_view AppliedRulings::name_under(std::string_view name, std::string_view source) const {
  std::size_t next = 0;  // the first ruling that is still to be applied
  for (;;) {
    auto const known = renaming_.find(name);
    if (known == renaming_.end()) return name;
    auto const& indexes = known->second;
    auto const found = std::find_if(std::ranges::lower_bound(indexes, next), indexes.end(), [&](std::size_t index) {
      return rulings_[index].kind == RulingKind::merge || rulings_[index].source == source;
    });
    if (found == indexes.end()) return name;
    name = rulings_[*found].other;
    next = *found + 1;
  }
}

Speaker AppliedRulings::ruled(Speaker speaker, std::string_view source) const {
  speaker.name = std::string(name_under(speaker.name, source));
  auto const known = naming_.find(speaker.name);
  if (known == naming_.end()) return speaker;
  for (auto const index : known->second) {
    auto const& ruling = rulings_[index];
    add_alias(speaker, ruling.kind == RulingKind::alias ? ruling.other : ruling.name);
  }
  return speaker;
}

std::vector<Ruling> Rulings::all() const {
  std::vector<Ruling> rulings;
  for (Rows rows(connection_.prepared(all_rulings)); rows.next();) {
    auto const kind = ruling_kind(rows.bytes(1));
    if (!kind) throw connection_.damage("unknown ruling");
    if (rulings.size() == most_rulings) throw connection_.damage("too many rulings");
    rulings.push_back({rows.integer(0), *kind, rows.text(2), rows.text(3), rows.text(4)});
  }
  return rulings;
}

void Rulings::check(Ruling const& ruling) const {
  auto const where = connection_.file().string() + ": holds no speaker \"";
  if (ruling.kind == RulingKind::split) {
    if (!Rows(connection_.prepared(speaker_in_source), ruling.name, ruling.source).next())
      throw Error(where + ruling.name + "\" in a source \"" + ruling.source +
                  "\"; see quoth store speakers and quoth store list");
  } else if (!Rows(connection_.prepared(speaker_of_name), ruling.name).next()) {
    throw Error(where + ruling.name + "\"; see quoth store speakers");
  }
  if (ruling.kind == RulingKind::merge && !Rows(connection_.prepared(speaker_of_name), ruling.other).next())
    throw Error(where + ruling.other + "\"; see quoth store speakers");
  if (ruling.other.empty() || ruling.name == ruling.other)
    throw Error("a speaker cannot be told from \"" + ruling.name + "\" by the name \"" + ruling.other +
                "\"; give another name");
}

std::int64_t Rulings::add(Ruling const& ruling) {
  check(ruling);
  if (all().size() >= most_rulings)
    throw Error(connection_.file().string() + ": has " + std::to_string(most_rulings) + " rulings; undo some");
  Rows(connection_.prepared(insert_ruling), to_string(ruling.kind), ruling.name, ruling.other, ruling.source).run();
  auto const number = connection_.database().getLastInsertRowid();
  settle();
  return number;
}

bool Rulings::remove(std::int64_t number) {
  auto const before = connection_.database().getTotalChanges();
  Rows(connection_.prepared(delete_ruling), number).run();
  if (connection_.database().getTotalChanges() == before) return false;
  settle();
  return true;
}

// The labels that a ruling changes, or that a removed ruling had changed.
std::vector<Rulings::Label> Rulings::to_be_settled() const {
  auto const rulings = all();
  AppliedRulings const applied(rulings);
  std::vector<Label> labels;
  for (Rows rows(connection_.prepared(named_labels)); rows.next();) {
    Speaker const printed{rows.text(4), rows.text(5), names_of_lines(rows.bytes(6))};
    Label label{rows.integer(0), rows.integer(2), rows.integer(3), applied.ruled(printed, rows.bytes(1))};
    if (same(*label.ruled, printed)) label.ruled.reset();
    if (label.ruled || label.speaker != label.printed) labels.push_back(std::move(label));
  }
  return labels;
}

void Rulings::settle() {
  std::set<std::int64_t> left;
  for (auto const& label : to_be_settled()) {
    std::optional<std::int64_t> printed;
    if (label.ruled) printed = label.printed;
    auto const speaker = label.ruled ? people_.add(*label.ruled) : label.printed;
    Rows(connection_.prepared(update_label), speaker, printed, label.number).run();
    if (speaker != label.speaker) left.insert(label.speaker);
  }
  for (auto const speaker : left) people_.drop_unnamed(speaker);
}

}  // namespace quoth::db
