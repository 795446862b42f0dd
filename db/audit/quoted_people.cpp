// SPDX-License-Identifier: MIT
#include "db/audit/quoted_people.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "text/names/person_name.hpp"

namespace quoth::db {

namespace {

// The store's names, by their surnames, which are equal where two names are of one person.
class HeldNames {
 public:
  void add(std::string const& name) {
    if (!known_.insert(name).second) return;
    text::NameKeys keys(name);
    names_[keys.plain_surname].emplace_back(name, std::move(keys));
  }

  // The only one that can be the same person; empty where there is none, or several.
  std::string only_one_of(std::string const& printed) const {
    text::NameKeys const keys(printed);
    std::string found;
    auto const named = names_.find(keys.plain_surname);
    if (named == names_.end() || keys.given.empty()) return {};
    for (auto const& [name, its_keys] : named->second) {
      if (!text::same_person(keys, its_keys)) continue;
      if (!found.empty()) return {};
      found = name;
    }
    return found;
  }

 private:
  std::set<std::string> known_;
  std::unordered_map<std::string, std::vector<std::pair<std::string, text::NameKeys>>> names_;
};

}  // namespace

void QuotedPeople::add(std::string_view printed, std::string_view held) {
  if (printed.empty()) return;
  auto found = names_.find(printed);
  if (found == names_.end()) found = names_.try_emplace(std::string(printed)).first;
  if (held.empty()) return;
  auto count = found->second.find(held);
  if (count == found->second.end()) count = found->second.try_emplace(std::string(held), 0).first;
  ++count->second;
}

std::map<std::string, std::string> QuotedPeople::all() const {
  std::map<std::string, std::string> people;
  HeldNames held;
  for (auto const& [printed, counts] : names_) {
    if (counts.empty()) continue;
    auto const most = std::ranges::max_element(counts, {}, &Counts::value_type::second)->first;
    auto const is_of_one =
        std::ranges::all_of(counts, [&](auto const& one) { return text::same_person(one.first, most); });
    people[printed] = is_of_one ? most : printed;
    if (is_of_one) held.add(most);
  }
  for (auto const& [printed, counts] : names_) {
    if (!counts.empty()) continue;
    auto const person = held.only_one_of(printed);
    people[printed] = person.empty() ? printed : person;
  }
  return people;
}

}  // namespace quoth::db
