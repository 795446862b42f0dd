// SPDX-License-Identifier: MIT
#include "match/edits/disfluency.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "match/edits/discourse_marker.hpp"
#include "match/words/inflection.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/sentence_start.hpp"

namespace quoth::match {

namespace {

// Whether a speaker breaks off there.
bool is_break(std::string_view between) {
  return is_dash(between) || between.find("…") != between.npos || between.find("..") != between.npos;
}

bool has_break(TokenSequence const& tokens, TokenRange range) {
  for (auto i = range.first; i <= range.last && i < tokens.size(); ++i) {
    if (is_break(tokens.before(i))) return true;
  }
  return false;
}

// "th- the", "a w- a ride": a word that was broken off. "pre- and postwar" and "non- European" are none.
bool is_broken_off(TokenSequence const& tokens, std::size_t i) {
  constexpr std::size_t longest_fragment = 3;  // letters
  static constexpr std::array<std::string_view, 16> prefixes{"non", "un",  "dis", "mis", "pre", "ex", "co",  "re",
                                                             "sub", "mid", "bi",  "tri", "pro", "de", "eco", "bio"};
  static constexpr std::array<std::string_view, 4> suspends{"and", "or", "nor", "to"};
  auto const next = i + 1;
  if (next >= tokens.size() || !is_dash(tokens.before(next))) return false;
  auto const key = tokens.key(i);
  if (tokens.key(next).starts_with(key)) return true;
  auto const is_cut = tokens.before(next).starts_with("- ") || tokens.before(next).starts_with("-,");
  auto const is_suspended = std::ranges::find(suspends, tokens.key(next)) != suspends.end() &&
                            !(i > 0 && tokens[i - 1].id == tokens[next].id);
  if (std::ranges::find(prefixes, key) != prefixes.end()) return false;
  return is_cut && !is_suspended && key.size() <= longest_fragment && !tokens[i].is(WordToken::number) &&
         !is_function_word(key) && !is_capital(tokens.surface(i));
}

// Whether two words or more are said again soon, after an aside: "it's not even, believe it or not, it's not even
// hard".
bool is_said_again(TokenSequence const& tokens, TokenRange range) {
  constexpr std::size_t longest_aside = 6;  // words
  if (range.size() < 2) return false;
  for (auto at = range.last; at <= range.last + longest_aside && at + range.size() <= tokens.size(); ++at) {
    std::size_t same = 0;
    while (same < range.size() && tokens[range.first + same].id == tokens[at + same].id) ++same;
    if (same == range.size()) return true;
  }
  return false;
}

// Takes the words left out apart, from left to right.
class RepairReader {
 public:
  RepairReader(TokenSequence const& tokens, TokenRange left_out) : tokens_(tokens), range_(left_out) {}

  std::optional<std::vector<Omission>> read() {
    for (auto i = range_.first; i < range_.last;) {
      auto const length = read_at(i);
      if (length == 0) return std::nullopt;
      i += length;
    }
    if (found_.empty()) add(range_.first, range_.size(), {EditClass::stage_direction, "the transcriber's remark"});
    return std::move(found_);
  }

 private:
  static constexpr std::size_t longest_copy = 6;   // words
  static constexpr std::size_t longest_start = 8;  // words of a start given up

  // Reads one item at `i`. Returns its number of words, 0 where there is none.
  std::size_t read_at(std::size_t i) {
    if (tokens_[i].is(WordToken::optional)) return 1;
    if (auto const length = filler_length(tokens_, i, range_.last); length > 0)
      return add(i, length, classify_fillers(tokens_, {i, i + length}));
    if (auto const length = copy_length(i); length > 0) return add(i, length, {EditClass::stammer, "words said twice"});
    if (is_broken_off(tokens_, i)) return add(i, 1, {EditClass::stammer, "a word broken off"});
    for (std::size_t length = 1; length <= longest_start && i + length <= range_.last; ++length) {
      if (auto const start = as_start({i, i + length})) return add(i, length, *start);
    }
    return 0;
  }

  std::size_t add(std::size_t i, std::size_t length, Classification found) {
    found_.push_back({std::move(found), {i, i + length}});
    return length;
  }

  // The first token from `i` on that is said in earnest: behind fillers and words broken off.
  std::size_t behind_hesitation(std::size_t i) const {
    while (i < range_.last) {
      auto const length =
          tokens_[i].is(WordToken::optional) || is_broken_off(tokens_, i) ? 1 : filler_length(tokens_, i, range_.last);
      if (length == 0) break;
      i += length;
    }
    return i;
  }

  // How many words from `i` on are said again directly after, or after hesitating.
  std::size_t copy_length(std::size_t i) const {
    for (auto length = std::min(longest_copy, range_.last - i); length > 0; --length) {
      if (stands_at({i, i + length}, i + length) || stands_at({i, i + length}, behind_hesitation(i + length)))
        return length;
    }
    return 0;
  }

  bool stands_at(TokenRange words, std::size_t first) const {
    if (first + words.size() > tokens_.size()) return false;
    for (std::size_t k = 0; k < words.size(); ++k) {
      if (tokens_[first + k].id != tokens_[words.first + k].id) return false;
    }
    return true;
  }

  // A start that was given up: it breaks off, and the repair begins with the same word.
  std::optional<Classification> as_start(TokenRange start) const {
    auto const repair = behind_hesitation(start.last);
    if (repair >= tokens_.size() || tokens_[repair].part != tokens_[start.first].part) return std::nullopt;
    auto const between = tokens_.before(start.last);
    auto const breaks = is_break(between);
    auto const pauses = breaks || repair > start.last || between.find(',') != between.npos;
    auto const again =
        tokens_[start.first].id == tokens_[repair].id || same_lemma(tokens_.key(start.first), tokens_.key(repair));
    if (start.size() == 1 && is_empty_start(start.first, repair, pauses))
      return Classification{EditClass::stammer, "a start given up"};
    if (!pauses || !(again || (breaks && hangs(start)))) return std::nullopt;
    auto const lost = lost_words(start, repair);
    if (lost == Lost::meaning) return Classification{EditClass::self_correction, "a start taken back"};
    if (lost == Lost::nothing && again) return Classification{EditClass::stammer, "a start said again"};
    if (!breaks && !hangs(start)) return std::nullopt;
    return Classification{EditClass::false_start, "a start that was given up"};
  }

  // Whether the one word says nothing without those that it began, and did not get them: "at, uh, over at the pier",
  // "they do genuinely do", "the, as there is", "I, that is how".
  bool is_empty_start(std::size_t i, std::size_t repair, bool pauses) const {
    static constexpr std::array<std::string_view, 9> articles{"a",    "an",    "the",   "my", "our",
                                                              "your", "their", "every", "its"};
    static constexpr std::array<std::string_view, 11> auxiliaries{"do",   "does", "did", "is",  "are", "was",
                                                                  "were", "have", "has", "had", "am"};
    static constexpr std::array<std::string_view, 5> impersonal{"that", "this", "it", "there", "what"};
    auto const key = tokens_.key(i);
    if (!is_function_word(key) || tokens_[i].is(WordToken::number)) return false;
    auto const comes_soon = [&](std::size_t at) {
      return at < tokens_.size() && tokens_[at].part == tokens_[i].part && tokens_[at].id == tokens_[i].id;
    };
    if (!pauses) return stands_in(auxiliaries, key) && tokens_.key(repair).ends_with("ly") && comes_soon(repair + 1);
    if (comes_soon(repair + 1)) return true;
    if (key == "i") return stands_in(impersonal, tokens_.key(repair));
    // "The, uh, lamp" goes on.
    return stands_in(articles, key) && !is_capital(tokens_.surface(i)) && is_function_word(tokens_.key(repair));
  }

  template <std::size_t N>
  static bool stands_in(std::array<std::string_view, N> const& words, std::string_view key) {
    return std::ranges::find(words, key) != words.end();
  }

  // Whether the last word cannot end a clause, so that the speaker must have broken off.
  bool hangs(TokenRange start) const {
    static constexpr std::array<std::string_view, 38> hanging{
        "a",   "an",  "the",  "my",   "our", "your", "their", "i",    "we",   "they",  "he",      "she",  "and",
        "but", "or",  "if",   "than", "am",  "is",   "are",   "was",  "were", "be",    "has",     "had",  "have",
        "'s",  "'ll", "will", "can",  "of",  "in",   "at",    "from", "with", "every", "because", "whose"};
    return stands_in(hanging, tokens_.key(start.last - 1));
  }

  enum class Lost { nothing, words, meaning };

  // What of the start does not come again in the repair.
  Lost lost_words(TokenRange start, std::size_t repair) const {
    constexpr std::size_t reach = 4;  // words by which the repair may be longer
    TokenRange const again{repair, std::min(repair + start.size() + reach, tokens_.size())};
    auto const repaired = meanings_in(tokens_, again.first, again.last);
    for (auto const& said : meanings_in(tokens_, start.first, start.last)) {
      auto const comes_again = std::ranges::any_of(repaired, [&](MeaningAt const& found) {
        return found.meaning.family == said.meaning.family && found.meaning.group == said.meaning.group;
      });
      if (said.meaning.family && said.meaning.matters_alone && !comes_again) return Lost::meaning;
    }
    auto lost = Lost::nothing;
    for (auto i = start.first; i < start.last; ++i) {
      if (is_function_word(tokens_.key(i)) || is_broken_off(tokens_, i) || comes_in(i, again)) continue;
      if (tokens_[i].is(WordToken::number) || (is_capital(tokens_.surface(i)) && !begins_sentence(tokens_, i)))
        return Lost::meaning;
      lost = Lost::words;
    }
    return lost;
  }

  bool comes_in(std::size_t i, TokenRange range) const {
    for (auto k = range.first; k < range.last; ++k) {
      if (tokens_[k].id == tokens_[i].id) return true;
      if (!tokens_[i].is(WordToken::number) && same_lemma(tokens_.key(k), tokens_.key(i))) return true;
    }
    return false;
  }

  TokenSequence const& tokens_;
  TokenRange range_;
  std::vector<Omission> found_;
};

}  // namespace

std::size_t repeated_words(TokenSequence const& tokens, TokenRange range) {
  std::size_t after = 0;
  while (after < range.size() && range.last + after < tokens.size() &&
         tokens[range.first + after].id == tokens[range.last + after].id)
    ++after;
  std::size_t before = 0;
  while (before < range.size() && range.first > before &&
         tokens[range.last - 1 - before].id == tokens[range.first - 1 - before].id)
    ++before;
  return after + before;
}

bool repeats_around_fillers(TokenSequence const& tokens, TokenRange range) {
  if (range.size() > 1 && (tokens.key(range.first) == "and" || tokens.key(range.first) == "but")) ++range.first;
  std::vector<std::uint64_t> words;
  for (auto i = range.first; i < range.last;) {
    auto const length = filler_length(tokens, i, range.last);
    if (length == 0 && !tokens[i].is(WordToken::optional)) words.push_back(tokens[i].id);
    i += std::max<std::size_t>(length, 1);
  }
  if (words.empty()) return false;
  auto const stand_at = [&](std::size_t first) {
    for (std::size_t k = 0; k < words.size(); ++k) {
      if (first + k >= tokens.size() || tokens[first + k].id != words[k]) return false;
    }
    return true;
  };
  return stand_at(range.last) || (range.first >= words.size() && stand_at(range.first - words.size()));
}

std::optional<Classification> as_stammer(TokenSequence const& tokens, TokenRange range) {
  auto const repeated = repeated_words(tokens, range);
  if (repeated >= range.size()) return Classification{EditClass::stammer, "words said twice"};
  if ((range.size() == 1 && is_broken_off(tokens, range.first)))
    return Classification{EditClass::stammer, "a word broken off"};
  if (repeated > 0 && has_break(tokens, range))
    return Classification{EditClass::false_start, "a start that was given up"};
  if (is_said_again(tokens, range)) return Classification{EditClass::false_start, "words said again soon"};
  return std::nullopt;
}

std::optional<std::vector<Omission>> as_disfluencies(TokenSequence const& source, TokenRange left_out) {
  constexpr int farthest_shift = 6;  // words
  for (int shift = 0; shift <= farthest_shift; ++shift) {
    if (auto found = RepairReader(source, left_out).read()) return found;
    // Leaving out "a, in" of "in a, in a boat" is leaving out "in a".
    if (left_out.first == 0 || source[left_out.first - 1].id != source[left_out.last - 1].id) break;
    left_out = {left_out.first - 1, left_out.last - 1};
  }
  return std::nullopt;
}

TokenRange between_disfluencies(TokenSequence const& source, TokenRange range) {
  constexpr std::size_t longest_edge = 8;  // words
  // Of numbers said in pieces ("20 20") none is said twice.
  auto const is_disfluent = [&](TokenRange edge) {
    for (auto i = edge.first; i < edge.last; ++i) {
      if (source[i].is(WordToken::number)) return false;
    }
    return RepairReader(source, edge).read().has_value();
  };
  for (auto edge = std::min(longest_edge, range.size() - std::min<std::size_t>(range.size(), 1)); edge > 0; --edge) {
    if (!is_disfluent({range.last - edge, range.last})) continue;
    range.last -= edge;
    break;
  }
  for (auto edge = std::min(longest_edge, range.size() - std::min<std::size_t>(range.size(), 1)); edge > 0; --edge) {
    if (!is_disfluent({range.first, range.first + edge})) continue;
    range.first += edge;
    break;
  }
  return range;
}

}  // namespace quoth::match
