// SPDX-License-Identifier: MIT
#include "grammar/transcripts/labels/label_name.hpp"

#include <algorithm>
#include <array>

#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "text/names/person_name.hpp"
#include "text/names/role_nouns.hpp"
#include "text/unicode/letter_case.hpp"
#include "text/words/words.hpp"

namespace quoth::transcripts {

namespace {

bool is_suffix(std::string_view words) {
  constexpr std::array<std::string_view, 11> suffixes{"jr",  "sr",  "ii",  "iii", "iv", "md",
                                                      "phd", "esq", "mbe", "obe", "qc"};
  auto const list = text::split_words(words);
  return list.size() == 1 && std::ranges::find(suffixes, list.key(0)) != suffixes.end();
}

bool has_role_noun(std::string_view words) {
  auto const list = text::split_words(words);
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (text::is_role_noun(list.key(i))) return true;
  }
  return false;
}

// Whether the label is somebody's initials: "JHD", "KG".
bool is_initials(std::string_view label) {
  constexpr std::size_t most = 4;  // letters
  return label.size() <= most && std::ranges::all_of(label, [](char c) { return c >= 'A' && c <= 'Z'; }) &&
         (label.size() <= 2 || label.find_first_of("AEIOUY") == label.npos);
}

// "Speaker 01" for the "SPEAKER_01" of speech recognition with speaker diarization.
std::string spoken_label(std::string label) {
  constexpr std::string_view numbered = "speaker_";
  if (label.size() <= numbered.size() || label[numbered.size() - 1] != '_') return label;
  bool const same = std::ranges::equal(label.substr(0, numbered.size()), numbered,
                                       [](char a, char b) { return (a | 0x20) == b || a == b; });
  if (same) label[numbered.size() - 1] = ' ';
  return label;
}

// Whether the name is a surname, with titles at most.
bool is_surname_alone(text::PersonName const& name) {
  return name.given.empty() && !name.surname.empty() && name.surname.find_first_of("0123456789") == std::string::npos;
}

std::string surname_key(text::PersonName const& name) {
  auto const words = text::split_words(name.surname);
  std::string key;
  for (std::size_t i = 0; i < words.size(); ++i) key += " " + std::string(words.key(i));
  return key;
}

bool may_be(text::PersonName const& surname, text::PersonName const& full) {
  auto const a = text::gender_of(surname);
  auto const b = text::gender_of(full);
  return a == text::Gender::unknown || b == text::Gender::unknown || a == b;
}

// The one speaker of that surname who can be meant; null if it may be several.
template <typename Iterator>
Speaker const* the_one(text::PersonName const& surname, Iterator first, Iterator last) {
  Speaker const* found = nullptr;
  for (; first != last; ++first) {
    auto const& [name, speaker] = first->second;
    if (!may_be(surname, name)) continue;
    if (found != nullptr && !text::same_person(found->name, speaker->name)) return nullptr;
    // Prefer the one with a role.
    if (found == nullptr || found->role.empty()) found = speaker;
  }
  return found;
}

}  // namespace

std::string_view label_given(std::string_view naming) { return naming.substr(0, naming.rfind('=')); }

bool is_same_label(std::string_view a, std::string_view b) {
  auto const left = text::split_words(a);
  auto const right = text::split_words(b);
  if (left.size() != right.size()) return false;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left.key(i) != right.key(i)) return false;
  }
  return true;
}

Speaker speaker_of_label(std::string_view label) {
  Speaker speaker;
  auto const spaced = spoken_label(single_spaced(label));
  if (is_initials(spaced)) return {spaced, {}, {}};
  auto const comma = spaced.find(", ");
  if (comma == spaced.npos) return {text::in_ordinary_capitals(spaced), {}, {}};
  auto const before = std::string_view(spaced).substr(0, comma);
  auto const behind = std::string_view(spaced).substr(comma + 2);
  if (is_suffix(behind)) return {text::in_ordinary_capitals(spaced), {}, {}};
  constexpr std::size_t most_given = 2;  // words
  bool const reversed = text::split_words(before).size() == 1 && text::split_words(behind).size() <= most_given &&
                        !has_role_noun(behind) && behind.find(',') == behind.npos;
  if (reversed) return {text::in_ordinary_capitals(std::string(behind) + " " + std::string(before)), {}, {}};
  // "Martin Reed, Jr., Mayor"
  auto const next = behind.find(", ");
  if (next != behind.npos && is_suffix(behind.substr(0, next))) {
    auto const name = spaced.substr(0, comma + 2 + next);
    return {text::in_ordinary_capitals(name), text::in_ordinary_capitals(behind.substr(next + 2)), {}};
  }
  return {text::in_ordinary_capitals(before), text::in_ordinary_capitals(behind), {}};
}

void complete_surnames(std::map<std::string, Speaker>& speakers, std::set<std::string> const& settled) {
  std::multimap<std::string, std::pair<text::PersonName, Speaker const*>> full;
  for (auto const& [label, speaker] : speakers) {
    auto name = text::parse_name(speaker.name);
    if (name.given.empty()) continue;
    auto key = surname_key(name);
    full.emplace(std::move(key), std::pair(std::move(name), &speaker));
  }
  std::map<std::pair<std::string, text::Gender>, Speaker const*> known;
  for (auto& [label, speaker] : speakers) {
    auto const name = text::parse_name(speaker.name);
    if (!is_surname_alone(name) || settled.contains(label)) continue;
    auto const key = surname_key(name);
    auto const [at, is_new] = known.try_emplace({key, text::gender_of(name)}, nullptr);
    if (is_new) {
      auto const [first, last] = full.equal_range(key);
      at->second = the_one(name, first, last);
    }
    auto const* const found = at->second;
    if (found == nullptr) continue;
    auto as_printed = std::move(speaker.name);
    speaker.name = found->name;
    if (speaker.role.empty()) speaker.role = found->role;
    speaker.aliases.push_back(std::move(as_printed));
  }
}

}  // namespace quoth::transcripts
