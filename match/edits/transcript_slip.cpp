// SPDX-License-Identifier: MIT
#include "match/edits/transcript_slip.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "match/words/lexicon.hpp"
#include "match/words/sentence_start.hpp"

namespace quoth::match {

namespace {

bool has_letters_swapped(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  auto const at = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] && a.substr(at + 2) == b.substr(at + 2);
}

// "recieved" for "received": two letters swapped in a long word, but for the few that make another word.
bool is_long_swap(std::string_view a, std::string_view b) {
  constexpr std::size_t shortest = 7;  // letters
  static constexpr std::array<std::string_view, 6> other_words{"marital",  "martial",   "casually",
                                                               "causally", "martially", "maritally"};
  return a.size() >= shortest && has_letters_swapped(a, b) && std::ranges::find(other_words, a) == other_words.end();
}

bool stands_in(std::span<std::string_view const> words, std::string_view key) {
  return std::ranges::find(words, key) != words.end();
}

}  // namespace

bool lacks_a_letter(std::string_view shorter, std::string_view longer) {
  if (shorter.size() + 1 != longer.size()) return false;
  auto const same = static_cast<std::size_t>(std::ranges::mismatch(shorter, longer).in1 - shorter.begin());
  return shorter.substr(same) == longer.substr(same + 1);
}

bool is_slip(std::string_view written, std::string_view meant) {
  if (is_long_swap(written, meant)) return true;
  if (!is_function_word(meant) || is_function_word(written) || meant == "like") return false;
  return (meant.size() >= 4 && lacks_a_letter(written, meant)) || has_letters_swapped(written, meant);
}

bool is_misspelt_modal(std::string_view written, std::string_view meant) {
  static constexpr std::array<std::string_view, 4> modals{"would", "could", "should", "might"};
  if (!stands_in(modals, meant) || written == "mighty" || written == "moult" || written.empty()) return false;
  return written.front() == meant.front() && (lacks_a_letter(written, meant) || lacks_a_letter(meant, written));
}

bool is_written_twice(TokenSequence const& tokens, TokenRange range) {
  static constexpr std::array<std::string_view, 17> emphatic{"very", "so",   "too",  "just", "even", "still",
                                                             "now",  "oh",   "well", "also", "here", "there",
                                                             "then", "that", "had",  "is",   "do"};
  if (range.size() != 1) return false;
  auto const key = tokens.key(range.first);
  if (!is_function_word(key) || std::ranges::find(emphatic, key) != emphatic.end()) return false;
  auto const twice = [&](std::size_t second) {
    return second < tokens.size() && tokens[second - 1].id == tokens[second].id && tokens.before(second) == " ";
  };
  return twice(range.first + 1) || (range.first > 0 && twice(range.first));
}

bool is_stray_article(TokenSequence const& tokens, TokenRange range) {
  static constexpr std::array<std::string_view, 3> articles{"the", "a", "an"};
  static constexpr std::array<std::string_view, 14> no_nouns{"of", "at",  "for", "from", "with", "into", "a",
                                                             "an", "the", "is",  "was",  "are",  "were", "will"};
  auto const next = range.first + 1;
  if (range.size() != 1 || next >= tokens.size() || !stands_in(articles, tokens.key(range.first))) return false;
  // "the at-large seat"
  auto const is_compound = next + 1 < tokens.size() && tokens.before(next + 1) == "-";
  return tokens.before(next) == " " && stands_in(no_nouns, tokens.key(next)) && !is_compound &&
         !tokens[next].is(WordToken::contracted);
}

bool is_lost_participle(TokenSequence const& tokens, std::size_t i) {
  static constexpr std::array<std::string_view, 5> auxiliaries{"have", "has", "had", "'s", "'d"};
  if (tokens.key(i) != "be") return false;
  constexpr std::size_t reach = 2;  // words, for "have not be"
  for (auto k = i - std::min(i, reach); k < i; ++k) {
    if (tokens[k].part == tokens[i].part && stands_in(auxiliaries, tokens.key(k)) && tokens.key(k + 1) != "to")
      return true;
  }
  return false;
}

bool is_lost_ending(TokenSequence const& tokens, std::size_t i, std::string_view printed) {
  static constexpr std::array<std::string_view, 3> subjects{"it", "he", "she"};
  auto const key = tokens.key(i);
  if (!printed.starts_with(key) || (printed.substr(key.size()) != "s" && printed.substr(key.size()) != "es"))
    return false;
  if (i == 0 || tokens[i - 1].part != tokens[i].part || !stands_in(subjects, tokens.key(i - 1))) return false;
  static constexpr std::array<std::string_view, 5> conjunctions{"and", "but", "because", "so", "when"};
  return begins_sentence(tokens, i - 1) || tokens.before(i - 1).find(',') != std::string_view::npos ||
         stands_in(conjunctions, tokens.key(i - 2));
}

bool lacks_article(TokenSequence const& tokens, std::size_t i) {
  static constexpr std::array<std::string_view, 6> determiners{"a", "the", "whole", "that", "this", "one"};
  if (i == 0 || i + 1 >= tokens.size() || tokens.key(i) != "lot" || tokens.key(i + 1) != "of") return false;
  return !stands_in(determiners, tokens.key(i - 1));
}

}  // namespace quoth::match
