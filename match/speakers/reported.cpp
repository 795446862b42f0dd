// SPDX-License-Identifier: MIT
#include "match/speakers/reported.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "match/speakers/known_name.hpp"
#include "match/words/sentence_start.hpp"

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

constexpr std::size_t sentence_reach = 60;

bool is_cue(std::string_view key) { return std::ranges::find(cues, key) != cues.end(); }

// As a token's key.
std::string last_name(std::string_view speaker) {
  auto const name = known_name(speaker);
  auto const space = name->surname.rfind(' ');
  return space == std::string::npos ? name->surname : name->surname.substr(space + 1);
}

// Whether a colon stands behind the token.
bool has_colon(TokenSequence const& tokens, std::size_t token) {
  auto const text = tokens.text(tokens[token].part).substr(tokens[token].last);
  auto const at = text.find_first_not_of(" *_");
  return at != text.npos && text[at] == ':';
}

}  // namespace

bool is_reported_as_of(std::string_view speaker, Passage const& passage, TokenRange used) {
  auto const surname = last_name(speaker);
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

WrittenReport written_report(std::string_view speaker, Passage const& passage, TokenRange used) {
  auto const surname = last_name(speaker);
  if (surname.empty() || used.empty()) return WrittenReport::none;
  auto const& tokens = passage.tokens();
  // Whether a sentence's words up to `last` have the name and a word of reporting.
  auto const reports = [&](std::size_t last) {
    auto const first = sentence_begin(tokens, last - 1, sentence_reach);
    bool cue = false;
    bool name = false;
    for (auto i = first; i < last; ++i) {
      cue = cue || is_cue(tokens.key(i));
      name = name || tokens.key(i) == surname;
    }
    return cue && name;
  };
  auto const part = tokens[used.first].part;
  auto const begin = passage.first_token(part);
  for (auto i = used.first; i > begin; --i) {
    if (has_colon(tokens, i - 1)) return reports(i) ? WrittenReport::block : WrittenReport::none;
    if (begins_sentence(tokens, i) || i == begin + 1)
      return i < used.first && reports(used.first) ? WrittenReport::indirect : WrittenReport::none;
  }
  bool const follows = begin > 0 && passage.window_of(begin - 1) == passage.window_of(used.first);
  return follows && has_colon(tokens, begin - 1) && reports(begin) ? WrittenReport::block : WrittenReport::none;
}

}  // namespace quoth::match
