// SPDX-License-Identifier: MIT
#include "match/speakers/reported.hpp"

#include <algorithm>
#include <array>

#include "match/speakers/known_name.hpp"

namespace quoth::match {

namespace {

// In words: how far before the words, or behind them ("says Reed"), the word of reporting stands, and how far from it
// the name.
constexpr std::size_t cue_before = 12;
constexpr std::size_t cue_behind = 6;
constexpr std::size_t name_beside = 6;

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
  auto const is_in_use = [&](std::size_t i) { return i >= used.first && i < used.last; };
  auto const is_named_beside = [&](std::size_t cue) {
    auto const last = std::min(cue + name_beside + 1, tokens.size());
    for (auto i = cue - std::min(cue, name_beside); i < last; ++i)
      if (!is_in_use(i) && passage.window_of(i) == window && tokens.key(i) == surname) return true;
    return false;
  };
  auto const last = std::min(used.last + cue_behind, tokens.size());
  for (auto i = used.first - std::min(used.first, cue_before); i < last; ++i) {
    if (!is_in_use(i) && passage.window_of(i) == window && is_cue(tokens.key(i)) && is_named_beside(i)) return true;
  }
  return false;
}

}  // namespace quoth::match
