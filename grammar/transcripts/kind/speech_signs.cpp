// SPDX-License-Identifier: MIT
#include "grammar/transcripts/kind/speech_signs.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_set>

#include "grammar/transcripts/kind/kind_tuning.hpp"
#include "grammar/transcripts/kind/turn_evidence.hpp"
#include "text/words/words.hpp"

namespace quoth::transcripts {

namespace {

using Tuned = SpeechSignTuning;

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// What stands before the first mark of a paragraph where it may be a label: "Mayor Pell", "La maire Claire Rohan".
// Empty where its last word has no capital, or is followed by none of the marks of labels.
std::string_view opener_of(std::string_view paragraph) {
  auto const head = paragraph.substr(0, Tuned::longest_opener);
  auto end = head.npos;
  for (std::string_view const mark : {":", " —", " –", " - ", " --", ". ", " (", " ["})
    end = std::min(end, head.find(mark));
  if (end == head.npos) return {};
  auto const opener = head.substr(0, end);
  auto const words = text::split_words(opener);
  if (words.empty() || words.size() > Tuned::most_opener_words) return {};
  bool const capitals = !is_small(opener[words[0].first]) && !is_small(opener[words[words.size() - 1].first]);
  return capitals ? opener : std::string_view();
}

bool names_begin_most(Source const& document) {
  std::size_t paragraphs = 0;
  std::map<std::string_view, std::size_t> names;
  for (auto const& utterance : document.utterances) {
    if (utterance.text == utterance.heading) continue;
    ++paragraphs;
    auto const opener = opener_of(utterance.text);
    if (!opener.empty() && !heads_field(opener)) ++names[opener];
  }
  std::size_t named = 0;
  bool recurs = false;
  for (auto const& [name, count] : names) {
    // "Warden Sefton" twice; one word may as well begin a sentence.
    bool const several_words = name.find(' ') != name.npos;
    if (!may_name_speaker(name) && (count < 2 || !several_words)) continue;
    named += count;
    recurs = recurs || count > 1;
  }
  return recurs && named >= Tuned::fewest_named && named * 2 >= paragraphs;
}

// The sound or the remark ("(Applause)") by which the words are spoken; empty where such are rare.
std::string spoken_word(Source const& document) {
  static std::unordered_set<std::string_view> const sounds{"uh", "uhm", "umm", "erm", "hmm", "mhm", "äh", "ähm", "euh"};
  std::size_t words = 0;
  std::size_t spoken = 0;
  std::string first;
  for (auto const& utterance : document.utterances) {
    auto const& text = utterance.text;
    text::each_word(text, [&](std::string_view, std::string_view key) {
      ++words;
      if (!sounds.contains(key)) return true;
      ++spoken;
      if (first.empty()) first = key;
      return true;
    });
    for (auto const& remark : text::stage_directions(text)) {
      auto const printed = text.substr(remark.first, remark.last - remark.first);
      if (!is_small(printed[2])) continue;  // "(NASA)"
      ++spoken;
      if (first.empty()) first = printed;
    }
  }
  return spoken * Tuned::words_of_sound >= words ? first : std::string();
}

}  // namespace

std::string sign_of_speech(Source const& document) {
  if (names_begin_most(document)) return "names begin most of its paragraphs";
  auto const word = spoken_word(document);
  return word.empty() ? std::string() : "“" + word + "” stands in it as in speech";
}

}  // namespace quoth::transcripts
