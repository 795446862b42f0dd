// SPDX-License-Identifier: MIT
#include "match/edits/spelling_edit.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "match/edits/transcript_slip.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/ocr_confusion.hpp"
#include "match/words/spelling.hpp"

namespace quoth::match {

namespace {

// One side of the difference.
struct Side {
  TokenSequence const& tokens;
  TokenRange range;

  std::string_view key() const { return tokens.key(range.first); }
  WordToken const& token() const { return tokens[range.first]; }
};

// The keys of a range, with blanks between them.
std::string phrase_of(Side const& side) {
  std::string phrase;
  for (auto i = side.range.first; i < side.range.last; ++i) {
    if (!phrase.empty()) phrase += ' ';
    phrase += side.tokens.key(i);
  }
  return phrase;
}

bool has_negation(Side const& side) {
  return std::ranges::any_of(meanings_in(side.tokens, side.range.first, side.range.last),
                             [](MeaningAt const& found) { return found.meaning.family == EditClass::negation; });
}

// Whether the words decide the meaning: a negation, a quantity, a number.
bool says_much(Side const& side) {
  return side.token().is(WordToken::number) || !meanings_in(side.tokens, side.range.first, side.range.last).empty();
}

// The numbers of letters before which a new word begins.
std::vector<std::size_t> word_starts(Side const& side) {
  std::vector<std::size_t> starts;
  std::size_t letters = 0;
  for (auto i = side.range.first; i + 1 < side.range.last; ++i) {
    letters += letters_of(side.tokens, {i, i + 1}).letters.size();
    starts.push_back(letters);
  }
  return starts;
}

// "homegrown" and "home grown", but not "not able" and "no table".
bool splits_more(Side const& a, Side const& b) {
  auto const of_a = word_starts(a);
  auto const of_b = word_starts(b);
  return std::ranges::includes(of_a, of_b) || std::ranges::includes(of_b, of_a);
}

// "the rapist" is no other spelling of "therapist".
bool joins_article(Side const& one, Side const& other) {
  return one.range.size() > other.range.size() && one.key() == "the";
}

// "4.500" is a way to write 4,500; "4.125" more likely has decimals.
bool parts_thousands(std::string_view surface) {
  auto const point = surface.find('.');
  if (point == surface.npos || point == 0) return false;
  auto const behind = surface.substr(point + 1);
  auto const digits = behind.substr(0, behind.find_first_not_of("0123456789"));
  return digits.size() == 3 && digits.ends_with("00");
}

// "40 million" for "4.0 million": the same digits, but another value.
bool moves_point(Side const& a, Side const& b) {
  if (a.range.size() != b.range.size()) return false;
  for (std::size_t k = 0; k < a.range.size(); ++k) {
    auto const i = a.range.first + k;
    auto const j = b.range.first + k;
    auto const are_numbers = a.tokens[i].is(WordToken::number) && b.tokens[j].is(WordToken::number);
    if (are_numbers && a.tokens[i].value != b.tokens[j].value && !parts_thousands(a.tokens.surface(i)) &&
        !parts_thousands(b.tokens.surface(j)))
      return true;
  }
  return false;
}

// "govern- ment", for "government": cut at the end of a line, which became a blank.
bool is_hyphenated(Side const& cut, Side const& whole) {
  if (cut.range.size() != 2 || whole.range.size() != 1) return false;
  auto const between = cut.tokens.before(cut.range.first + 1);
  return between == "- " || between == "-\n";
}

class SpellingComparison {
 public:
  SpellingComparison(Side quote, Side source) : quote_(quote), source_(source) {}

  std::optional<Classification> classify() const {
    if (quote_.range.empty() || source_.range.empty()) return as_sign();
    if (auto letters = as_same_letters()) return letters;
    if (are_variants()) return Classification{EditClass::spelling, "spellings of one word"};
    if (one_word_each() && is_misspelt(quote_.key(), source_.key()))
      return Classification{EditClass::spelling, "a misspelling that sounds the same"};
    if (abbreviates(phrase_of(quote_), phrase_of(source_)))
      return Classification{EditClass::spelling, "an abbreviation and the word"};
    if (is_misread()) return Classification{EditClass::ocr, "letters misread by character recognition"};
    if (source_.range.size() == 1 && quote_.range.size() <= 2 && is_masked())
      return Classification{EditClass::spelling, "an offensive word with letters hidden"};
    if (one_word_each() && is_misspelt_modal(quote_.key(), source_.key()))
      return Classification{EditClass::spelling, "a slip in print"};
    if (one_word_each() && is_misspelt_modal(source_.key(), quote_.key()))
      return Classification{EditClass::transcript_slip, "a slip of the transcript"};
    if (one_word_each() && quote_.key() == "been" && is_lost_participle(source_.tokens, source_.range.first))
      return Classification{EditClass::transcript_slip, "a participle cut short"};
    if (one_word_each() && is_lost_ending(source_.tokens, source_.range.first, quote_.key()))
      return Classification{EditClass::transcript_slip, "a verb without its ending"};
    if (one_word_each() && !says_much(source_) && is_slip(source_.key(), quote_.key()))
      return Classification{EditClass::transcript_slip, "a slip of the transcript"};
    if (one_word_each() && !says_much(quote_) && is_slip(quote_.key(), source_.key()))
      return Classification{EditClass::spelling, "a slip in print"};
    return std::nullopt;
  }

 private:
  bool one_word_each() const { return quote_.range.size() == 1 && source_.range.size() == 1; }

  // "1 see" for "I see", in print or in a source that was scanned.
  bool is_misread() const {
    constexpr std::size_t longest = 2;  // words
    if (quote_.range.size() > longest || source_.range.size() > longest) return false;
    auto const printed = quote_.tokens.stretch(quote_.range.first, quote_.range.last);
    auto const held = source_.tokens.stretch(source_.range.first, source_.range.last);
    return is_evident_ocr(printed, held) || is_evident_ocr(held, printed);
  }

  // Word by word: "Lt. Gov." and "Lieutenant Governor".
  bool are_variants() const {
    if (quote_.range.size() != source_.range.size()) return false;
    for (std::size_t k = 0; k < quote_.range.size(); ++k) {
      auto const a = quote_.range.first + k;
      auto const b = source_.range.first + k;
      if (quote_.tokens[a].id != source_.tokens[b].id &&
          !spelling_variants(quote_.tokens.key(a), source_.tokens.key(b)))
        return false;
    }
    return true;
  }

  // Whether three words or more are written as one, in which a negation is plain to see: "can'tbeundone".
  bool ran_together() const {
    constexpr std::size_t least = 3;
    auto const printed = quote_.range.size();
    auto const held = source_.range.size();
    return (printed == 1 && held >= least) || (held == 1 && printed >= least);
  }

  std::optional<Classification> as_same_letters() const {
    auto const a = letters_of(quote_.tokens, quote_.range);
    auto const b = letters_of(source_.tokens, source_.range);
    if (a.letters != b.letters) return std::nullopt;
    if (a.apostrophes != b.apostrophes)
      return Classification{EditClass::homophone, "the same letters, another apostrophe"};
    // "$5" for "€5" has the same letters too.
    if (one_word_each() && quote_.token().is(WordToken::number) && source_.token().is(WordToken::number) &&
        quote_.token().value == source_.token().value)
      return std::nullopt;
    if (moves_point(quote_, source_)) return Classification{EditClass::number, "a decimal point lost or added"};
    auto const in_quote = has_negation(quote_);
    auto const in_source = has_negation(source_);
    if (!ran_together() && (in_quote != in_source || (in_quote && !splits_more(quote_, source_))))
      return Classification{EditClass::negation, "a negation run together with the next word"};
    if (!splits_more(quote_, source_) || joins_article(quote_, source_) || joins_article(source_, quote_))
      return std::nullopt;
    if (is_hyphenated(quote_, source_) || is_hyphenated(source_, quote_))
      return Classification{EditClass::typography, "a word hyphenated at the end of a line"};
    return Classification{EditClass::compound, "the same letters, written together or apart"};
  }

  // One word on one side, for which the other has a sign at most.
  std::optional<Classification> as_sign() const {
    auto const& with = quote_.range.empty() ? source_ : quote_;
    auto const& without = quote_.range.empty() ? quote_ : source_;
    if (with.range.size() != 1) return std::nullopt;
    auto const before = without.tokens.before(without.range.first);
    if (with.key() == "and" && before.find('&') != before.npos)
      return Classification{EditClass::spelling, "“&” and “and”"};
    if (with.key() == "to" && is_range(without))
      return Classification{EditClass::number_style, "“to” and a dash between numbers"};
    if (source_.range.empty() && with.key() == "a" && lacks_article(source_.tokens, source_.range.first))
      return Classification{EditClass::transcript_slip, "an article that the transcript lost"};
    return as_possessive(with, without);
  }

  // "10-15", for "ten to fifteen".
  static bool is_range(Side const& side) {
    auto const at = side.range.first;
    auto const before = side.tokens.before(at);
    return at > 0 && (before == "-" || before == "–") && side.tokens[at - 1].is(WordToken::number) &&
           side.tokens[at].is(WordToken::number);
  }

  // "ISIS's" and "ISIS'".
  static std::optional<Classification> as_possessive(Side const& with, Side const& without) {
    auto const at = without.range.first;
    if (!with.token().is(WordToken::clitic_s) || with.range.first == 0 || at == 0) return std::nullopt;
    auto const& stem = without.tokens[at - 1];
    auto const after = without.tokens.text(stem.part).substr(stem.last);
    auto const has_apostrophe = after.starts_with('\'') || after.starts_with("’");
    if (!has_apostrophe || with.tokens[with.range.first - 1].id != stem.id) return std::nullopt;
    return Classification{EditClass::spelling, "a possessive with and without its s"};
  }

  // Whether the word is masked like "f***ing", "s---" or "f–k": its first letters are shown, and perhaps the last. The
  // transcript may have a note in its place.
  bool is_masked() const {
    constexpr std::size_t most_off = 3;  // the most letters by which the mask may be too long or short
    constexpr std::string_view signs = "*-_";
    constexpr std::string_view dash = "–";
    auto const spoken = source_.key();
    auto const text = quote_.tokens.text(quote_.token().part).substr(quote_.token().first);
    auto const word = text.substr(0, text.find_first_of(" ,.;:!?"));
    auto const long_dash = word.find(dash);
    auto const mask = std::min(word.find_first_of(signs), long_dash);
    if (mask == word.npos || mask == 0) return false;
    if (spoken == "bleep" || spoken == "expletive") return true;
    auto const hidden = mask == long_dash ? mask + dash.size() : word.find_first_not_of(signs, mask);
    auto const length = std::min(hidden, word.size()) - mask;
    if (length < 2) return false;
    auto const ending = hidden >= word.size() ? std::string_view{} : word.substr(hidden);
    if (word.size() > spoken.size() + most_off || word.size() + most_off < spoken.size()) return false;
    return spoken.starts_with(quote_.key().substr(0, mask)) && spoken.ends_with(ending);
  }

  Side quote_;
  Side source_;
};

}  // namespace

std::optional<Classification> classify_spelling(TokenSequence const& quote, TokenRange q, TokenSequence const& source,
                                                TokenRange s) {
  return SpellingComparison({quote, q}, {source, s}).classify();
}

}  // namespace quoth::match
