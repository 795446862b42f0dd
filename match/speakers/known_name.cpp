// SPDX-License-Identifier: MIT
#include "match/speakers/known_name.hpp"

#include <cstddef>
#include <unordered_map>

#include "match/words/phrase_lines.hpp"
#include "match_data.hpp"
#include "text/bytes/lru_cache.hpp"
#include "text/unicode/ascii.hpp"
#include "text/words/data_lines.hpp"
#include "text/words/words.hpp"

namespace quoth::match {

namespace {

std::string bare_form(text::WordList const& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i == 0 && words.key(i) == "the" && words.size() > 1) continue;
    if (!out.empty()) out += ' ';
    out += words.key(i);
  }
  return out;
}

std::string bare_form(std::string_view name) { return bare_form(text::split_words(name)); }

Anonymity anonymity_of_bare(std::string name) {
  static auto const labels = [] {
    std::unordered_map<std::string_view, Anonymity> read;
    for (auto line : text::lines_of(embedded::anonymous_labels)) {
      auto const colon = line.find(':');
      auto const use = line.substr(0, colon);
      auto const kind = use == "asks" ? Anonymity::asks : use == "role" ? Anonymity::role : Anonymity::unknown;
      for (auto label : split_fields(line.substr(colon + 1), ';')) read.emplace(label, kind);
    }
    return read;
  }();
  // "Speaker 2" does not name anybody either.
  while (!name.empty() && (text::is_ascii_digit(name.back()) || name.back() == ' ')) name.pop_back();
  if (name.empty()) return Anonymity::unknown;
  auto const found = labels.find(name);
  return found == labels.end() ? Anonymity::named : found->second;
}

bool names_role(text::PersonName const& parsed, text::WordList const& words) {
  if (parsed.surname.empty() || words.empty()) return true;
  auto const first = words.key(0);
  return first == "the" || first == "a" || first == "an";
}

std::size_t role_group_of(std::string_view bare) {
  static auto const groups = lines_by_field(embedded::role_labels, ';');
  auto const found = groups.find(bare);
  return found == groups.end() ? 0 : found->second + 1;
}

}  // namespace

Anonymity anonymity_of(std::string_view label) { return anonymity_of_bare(bare_form(label)); }

KnownName::KnownName(std::string_view name) : keys(name) {
  auto const words = text::split_words(name);
  auto const parsed = text::parse_name(name);
  bare = bare_form(words);
  for (auto const& title : parsed.titles) office += (office.empty() ? "" : " ") + bare_form(title);
  if (!parsed.given.empty()) given = bare_form(parsed.given.front());
  surname = bare_form(parsed.surname);
  is_role = names_role(parsed, words);
  anonymity = anonymity_of_bare(bare);
  role_group = role_group_of(bare);
}

std::shared_ptr<KnownName const> known_name(std::string_view name) {
  constexpr std::size_t most_cached = 4096;
  // Longer strings are not names; caching them would only use memory.
  constexpr std::size_t longest_cached = 200;
  if (name.size() > longest_cached) return std::make_shared<KnownName const>(name);
  thread_local text::LruCache<std::string, std::shared_ptr<KnownName const>> cache(most_cached);
  if (auto const* known = cache.find(name)) return *known;
  return cache.put(std::string(name), std::make_shared<KnownName const>(name));
}

}  // namespace quoth::match
