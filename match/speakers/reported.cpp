// SPDX-License-Identifier: MIT
#include "match/speakers/reported.hpp"

#include <algorithm>
#include <array>

#include "match/speakers/known_name.hpp"

namespace quoth::match {

namespace {

// In words: how far before the words the name and the word of reporting stand, or behind them both ("says Reed").
constexpr std::size_t name_before = 30;
constexpr std::size_t cue_before = 15;
constexpr std::size_t both_behind = 8;

constexpr std::array<std::string_view, 34> cues{
    "quote",   "quoted",  "quoting",   "quotes",    "unquote",   "said",      "says",    "say",     "saying",
    "tweet",   "tweeted", "tweets",    "wrote",     "writes",    "written",   "writing", "read",    "reads",
    "reading", "put",     "statement", "according", "responded", "called",    "calls",   "calling", "told",
    "argued",  "argues",  "claims",    "claimed",   "announced", "suggested", "talked"};

bool is_cue(std::string_view key) { return std::ranges::find(cues, key) != cues.end(); }

}  // namespace

bool is_reported_as_of(std::string_view speaker, Passage const& passage, TokenRange used) {
  auto const name = known_name(speaker);
  auto const space = name->surname.rfind(' ');
  auto const surname = space == std::string::npos ? name->surname : name->surname.substr(space + 1);
  if (surname.empty() || used.empty()) return false;
  auto const& tokens = passage.tokens();
  auto const window = passage.window_of(used.first);
  auto const near = [&](std::size_t first, std::size_t last, auto const& fits) {
    for (auto i = first; i < last; ++i)
      if (passage.window_of(i) == window && fits(tokens.key(i))) return true;
    return false;
  };
  auto const before = [&](std::size_t words) { return used.first - std::min(used.first, words); };
  auto const behind = std::min(used.last + both_behind, tokens.size());
  auto const is_name = [&](std::string_view key) { return key == surname; };
  if (near(before(name_before), used.first, is_name)) return near(before(cue_before), used.first, is_cue);
  return near(used.last, behind, is_name) && near(used.last, behind, is_cue);
}

}  // namespace quoth::match
