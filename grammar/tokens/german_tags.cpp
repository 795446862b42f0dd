// SPDX-License-Identifier: MIT
#include "grammar/tokens/german_tags.hpp"

#include <algorithm>
#include <vector>

#include "grammar/tokens/class_lexicon.hpp"
#include "grammar/tokens/prose_token.hpp"

namespace quoth::grammar {

namespace {

using enum WordClass;

constexpr std::size_t farthest_particle = 30;  // tokens from a verb to its particle

class GermanTagger {
 public:
  GermanTagger(Tokens& tokens, Lexicon const& lexicon) : tokens_(tokens), lexicon_(lexicon) {}

  void tag() {
    find_particle_names();
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      auto& token = tokens_[i];
      if (!token.is_word()) continue;
      if (token.key == key_of("so") && is_verbless_tag(i)) token.classes = speech;
      if (token.has(phrasal)) find_particle(i);
      if (token.capital && token.ends_ly && token.classes == Classes() && starts_sentence(i) &&
          tokens_[i + 1].any(any_cue | verb | auxiliary | modal | preposition | phrasal))
        token.classes = adverb;
      // "Kämen sie nicht": a question or a condition, which begins with its verb.
      if (token.capital && token.classes == Classes() && starts_sentence(i) && tokens_[i + 1].has(subject) &&
          !tokens_[i + 1].has(determiner)) {
        token.classes = verb;
        token.capital = false;  // which is the sentence's
      }
      if (!token.capital && token.ends_ed && token.classes == Classes() && is_preterite(i)) token.classes = verb | past;
    }
  }

 private:
  bool starts_sentence(std::size_t i) const { return i == 0 || tokens_[i - 1].ends_sentence(); }

  // The surname behind "von" or "von der" at `i`, which is not the last token; 0 for none.
  std::size_t surname_behind(std::size_t i) const {
    if (tokens_[i].key != key_of("von")) return 0;
    auto const name = tokens_[i + 1].has(article) ? i + 2 : i + 1;
    return name < tokens_.size() && tokens_[name].is_word() && tokens_[name].capital ? name : 0;
  }

  // "Von der Aue sagte" begins with a name where the article has "Uta von der Aue", and so does "sagte von der Aue".
  void find_particle_names() {
    std::vector<WordKey> surnames;
    for (std::size_t i = 1; i + 1 < tokens_.size(); ++i) {
      auto const name = surname_behind(i);
      if (name != 0 && !tokens_[i].capital && tokens_[i - 1].has(given_name) && tokens_[i - 1].capital)
        surnames.push_back(tokens_[name].key);
    }
    for (std::size_t i = 0; !surnames.empty() && i + 1 < tokens_.size(); ++i) {
      auto const name = surname_behind(i);
      bool const behind_cue = i > 0 && tokens_[i - 1].has(speech);
      if (name == 0 || !(tokens_[i].capital || behind_cue)) continue;
      if (std::ranges::find(surnames, tokens_[name].key) == surnames.end()) continue;
      tokens_[i].classes = particle;
      tokens_[i].capital = true;
      for (auto k = i + 1; k < name; ++k) tokens_[k].classes = particle;
    }
  }

  // “…“, so Merkel.
  bool is_verbless_tag(std::size_t i) const {
    if (i == 0 || !(tokens_[i - 1].is(TokenKind::comma) || tokens_[i - 1].is(TokenKind::mark))) return false;
    auto const& next = tokens_[i + 1];
    return next.is_word() && (next.capital || next.any(article | subject | possessive));
  }

  // An adjective ends like a preterite, but stands between a determiner, a preposition or another adjective and its
  // noun.
  bool is_preterite(std::size_t i) const {
    auto const& next = tokens_[i + 1];
    if (!next.is_word() || !next.capital) return !next.is_word() || !next.ends_ly || next.classes != Classes();
    if (i == 0) return false;
    auto const& before = tokens_[i - 1];
    bool const adjective_before = before.is_word() && !before.capital && before.classes == Classes() && before.ends_ly;
    bool const degree_before =
        before.has(adverb) && i > 1 && tokens_[i - 2].any(determiner | possessive);  // "der sehr"
    return !before.any(determiner | possessive | preposition | conjunction) && !adjective_before && !degree_before &&
           !before.is(TokenKind::comma);
  }

  void find_particle(std::size_t verb) {
    auto const last = std::min(tokens_.size(), verb + farthest_particle);
    for (auto i = verb + 1; i < last && !tokens_[i].ends_sentence() && !tokens_[i].is(TokenKind::semicolon); ++i) {
      auto& particle = tokens_[i];
      if (!particle.is_word() || particle.capital) continue;
      if (!lexicon_.classes_of(combine(tokens_[verb].key, particle.key)).has(speech)) continue;
      auto const& next = tokens_[i + 1];
      if (next.is_word() && (next.capital || next.any(article | possessive))) continue;  // a preposition
      tokens_[verb].classes = speech | past;
      particle.classes = adverb;
      return;
    }
  }

  Tokens& tokens_;
  Lexicon const& lexicon_;
};

}  // namespace

void tag_german(Tokens& tokens, Lexicon const& lexicon) { GermanTagger(tokens, lexicon).tag(); }

}  // namespace quoth::grammar
