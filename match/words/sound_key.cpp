// SPDX-License-Identifier: MIT
#include "match/words/sound_key.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace quoth::match {

namespace {

// Spellings and the sign of their sound, longest first; "" is silent. A variant of Metaphone that keeps vowels.
constexpr std::array<std::pair<std::string_view, std::string_view>, 42> sounds{
    {{"ough", "o"}, {"augh", "o"}, {"tion", "Xn"}, {"sion", "Xn"}, {"eigh", "e"}, {"cey", "sy"}, {"gey", "jy"},
     {"tch", "X"},  {"sch", "sk"}, {"igh", "i"},   {"dge", "j"},   {"ph", "f"},   {"sh", "X"},   {"ch", "X"},
     {"th", "0"},   {"ck", "k"},   {"gh", ""},     {"kn", "n"},    {"wr", "r"},   {"wh", "w"},   {"mb", "m"},
     {"qu", "kw"},  {"ce", "se"},  {"ci", "si"},   {"cy", "sy"},   {"ge", "je"},  {"gi", "ji"},  {"ie", "y"},
     {"ee", "y"},   {"ea", "y"},   {"ei", "y"},    {"ey", "y"},    {"oo", "u"},   {"oa", "o"},   {"ou", "u"},
     {"ai", "e"},   {"ae", "e"},   {"ay", "e"},    {"c", "k"},     {"q", "k"},    {"x", "ks"},   {"z", "s"}}};

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

// Whether two signs are easily confused: any two vowels, or a pair of similar consonants, such as voiced and unvoiced.
bool near_sounds(char a, char b) {
  static constexpr std::array<std::string_view, 8> pairs{"td", "pb", "kg", "fv", "mn", "Xj", "0f", "lr"};
  if (is_vowel(a) && is_vowel(b)) return true;
  return std::ranges::any_of(
      pairs, [&](std::string_view pair) { return pair.find(a) != pair.npos && pair.find(b) != pair.npos; });
}

// Whether the keys are equal except for one sound: a vowel that one lacks, or two sounds that are easily confused.
bool one_weak_difference(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  auto const [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (in_a == a.end()) return true;
  auto const at = static_cast<std::size_t>(in_a - a.begin());
  if (a.size() == b.size()) return near_sounds(*in_a, *in_b) && a.substr(at + 1) == b.substr(at + 1);
  return a.size() == b.size() + 1 && is_vowel(*in_a) && a.substr(at + 1) == b.substr(at);
}

}  // namespace

std::string sound_key(std::string_view letters) {
  std::string key;
  for (std::size_t i = 0; i < letters.size();) {
    auto const rest = letters.substr(i);
    auto const* found = std::ranges::find_if(sounds, [&](auto const& sound) { return rest.starts_with(sound.first); });
    auto const heard = found == sounds.end() ? rest.substr(0, 1) : found->second;
    for (char const c : heard) {
      if (c != ' ' && (key.empty() || key.back() != c)) key += c;
    }
    i += found == sounds.end() ? 1 : found->first.size();
  }
  // "Bey", "hey", "they", where no vowel comes before: the y is an e.
  if (letters.ends_with("ey") && letters != "key" && std::ranges::count_if(key, is_vowel) == 1) key.back() = 'e';
  // A final e is silent.
  if (key.size() > 2 && key.back() == 'e' && !is_vowel(key[key.size() - 2])) key.pop_back();
  return key;
}

bool sounds_alike(std::string_view a, std::string_view b) { return sound_key(a) == sound_key(b); }

bool sounds_close(std::string_view a, std::string_view b) {
  auto const key_a = sound_key(a);
  auto const key_b = sound_key(b);
  return std::min(key_a.size(), key_b.size()) >= 3 && one_weak_difference(key_a, key_b);
}

}  // namespace quoth::match
