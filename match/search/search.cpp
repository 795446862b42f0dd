// SPDX-License-Identifier: MIT
#include "quoth/search.hpp"

#include <algorithm>
#include <unordered_set>

#include "match/search/passage_json.hpp"
#include "quoth/error.hpp"
#include "quoth/store.hpp"
#include "text/unicode/control_characters.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/words.hpp"

namespace quoth {

namespace {

constexpr std::size_t context = 12;  // words on either side of what was found

// The matching keys of the words.
std::unordered_set<std::string> keys_of(std::string_view words) {
  std::unordered_set<std::string> keys;
  auto const list = text::split_words(words);
  for (std::size_t i = 0; i < list.size(); ++i) keys.emplace(list.key(i));
  return keys;
}

struct Hit {
  Turn const* turn = nullptr;
  std::size_t first = 0;  // byte offset in the turn's text
  std::size_t last = 0;
  std::size_t count = 0;  // of words of the query
};

// The part of a turn, as long as the query, that holds most of its words, with some context.
Hit best_stretch(Turn const& turn, std::unordered_set<std::string> const& keys, std::size_t length) {
  auto const list = text::split_words(turn.text);
  Hit best{&turn, 0, 0, 0};
  std::size_t count = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    count += keys.contains(std::string(list.key(i)));
    if (i >= length) count -= keys.contains(std::string(list.key(i - length)));
    if (count <= best.count) continue;
    auto const start = i + 1 > length ? i + 1 - length : 0;
    best = {&turn, list[start > context ? start - context : 0].first, list[std::min(i + context, list.size() - 1)].last,
            count};
  }
  return best;
}

Hit best_hit(Candidate const& candidate, std::unordered_set<std::string> const& keys, std::size_t length) {
  Hit best;
  for (auto const& window : candidate.windows) {
    for (auto const& turn : window.turns) {
      auto const hit = best_stretch(turn, keys, length);
      if (hit.count > best.count) best = hit;
    }
  }
  return best;
}

FoundPassage passage_of(Candidate const& candidate, Hit const& hit) {
  auto const& source = candidate.source;
  return {source.id,       source.title,      source.date,
          source.url,      hit.turn->speaker, hit.turn->utterance,
          hit.turn->start, candidate.score,   hit.turn->text.substr(hit.first, hit.last - hit.first)};
}

}  // namespace

std::vector<FoundPassage> search(Store const& store, std::string_view words, std::string_view speaker,
                                 std::size_t limit) {
  if (!text::valid_utf8(words)) throw Error("search: the words are not valid UTF-8");
  auto const length = text::split_words(words).size();
  if (length == 0)
    throw Error("search: \"" + text::without_controls(std::string(words)) + "\" holds no words; give some");
  auto const keys = keys_of(words);
  std::vector<FoundPassage> found;
  for (auto const& candidate : store.candidates({words, speaker, {}, {}, limit})) {
    auto const hit = best_hit(candidate, keys, length);
    // Fewer than half of the words are no answer.
    if (hit.turn != nullptr && hit.count * 2 >= length) found.push_back(passage_of(candidate, hit));
  }
  return found;
}

std::string to_json(FoundPassage const& passage) {
  text::JsonWriter json;
  match::write_json(json, passage);
  return json.take();
}

}  // namespace quoth
