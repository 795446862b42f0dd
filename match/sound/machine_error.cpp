// SPDX-License-Identifier: MIT
#include "match/sound/machine_error.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "match/sound/sound_similarity.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/phrase_lines.hpp"
#include "match/words/token.hpp"
#include "match_data.hpp"
#include "text/words/data_lines.hpp"
#include "text/words/decimal.hpp"

namespace quoth::match {

namespace {

// In the order of MachineErrorKind.
constexpr std::array<std::string_view, 20> names{"words",
                                                 "weak-words",
                                                 "name",
                                                 "number",
                                                 "lost-number",
                                                 "meaning",
                                                 "lost-meaning",
                                                 "lost-negation",
                                                 "gap",
                                                 "weak-gap",
                                                 "qualifier-gap",
                                                 "meaning-gap",
                                                 "negation-gap",
                                                 "surplus",
                                                 "weak-surplus",
                                                 "qualifier-surplus",
                                                 "meaning-surplus",
                                                 "negation-surplus",
                                                 "borders",
                                                 "structure"};

using Kind = MachineErrorKind;
static_assert(names.size() == static_cast<std::size_t>(Kind::structure) + 1);

// In words: recognisers skip what they do not understand, but at none of 179 such places more than five words.
constexpr std::size_t longest_gap = 5;
// The similarity from which two words may have been taken for one another.
constexpr double least_alike = 0.3;

// Of one ending with different beginnings: "nobody", "everybody".
bool is_other_pronoun(std::string_view a, std::string_view b) {
  constexpr std::array<std::string_view, 4> endings{"body", "thing", "one", "where"};
  return a != b && std::ranges::any_of(endings, [&](std::string_view ending) {
           return a.size() > ending.size() && b.size() > ending.size() && a.ends_with(ending) && b.ends_with(ending);
         });
}

// One side of an edit.
class Side {
 public:
  explicit Side(std::string_view text) : text_(text) { tokens_.append(text); }

  bool empty() const { return tokens_.empty(); }
  std::size_t size() const { return tokens_.size(); }
  bool has_number() const {
    return std::ranges::any_of(tokens_.tokens(), [](WordToken const& token) { return token.is(WordToken::number); });
  }

  bool is_weak() const {
    for (std::size_t i = 0; i < size(); ++i) {
      auto const key = tokens_.key(i);
      auto const is_hum = key == "um" || key == "uh";
      if (!is_function_word(key) && !is_clitic(tokens_[i]) && key != "if" && !is_hum) return false;
    }
    return true;
  }

  // Whether it is empty, or sounds are known of it: not of other scripts.
  bool has_sounds() const {
    constexpr std::string_view known = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    return empty() || text_.find_first_of(known) != std::string_view::npos;
  }

  // The number of words that are no function words.
  std::size_t full_words() const {
    std::size_t full = 0;
    for (std::size_t i = 0; i < size(); ++i) full += is_function_word(tokens_.key(i)) || is_clitic(tokens_[i]) ? 0 : 1;
    return full;
  }

  bool is_contracted() const {
    return std::ranges::any_of(tokens_.tokens(),
                               [](WordToken const& token) { return token.is(WordToken::contracted); });
  }

  // "And" and "or" are opposites, but as faint as other function words.
  bool is_conjunction() const { return size() == 1 && (tokens_.key(0) == "and" || tokens_.key(0) == "or"); }

  // Whether it is one clipped verb: "can't", unlike "cannot".
  bool is_clipped() const {
    constexpr auto none = std::string_view::npos;
    return size() == 2 && tokens_.is_second_half(1) && (text_.find('\'') != none || text_.find("’") != none);
  }

  bool is_opposite_form_of(Side const& other) const {
    if (size() != 1 || other.size() != 1) return false;
    auto const a = tokens_.key(0);
    auto const b = other.tokens_.key(0);
    return is_negated_form(a, b) || is_other_pronoun(a, b);
  }

  bool has_meaning(EditClass family) const {
    return std::ranges::any_of(meanings_in(tokens_, 0, size()),
                               [&](MeaningAt const& found) { return found.meaning.family == family; });
  }

  // The text without the words of that family; the same text where it has none as words of their own.
  std::string without(EditClass family) const {
    auto const meanings = meanings_in(tokens_, 0, size());
    std::string kept;
    for (std::size_t i = 0; i < size(); ++i) {
      auto const left_out = std::ranges::any_of(meanings, [&](MeaningAt const& found) {
        return found.meaning.family == family && found.first <= i && i < found.last;
      });
      if (!left_out) kept += (kept.empty() ? "" : " ") + tokens_.wording(i, i + 1);
    }
    return kept;
  }

 private:
  std::string_view text_;
  TokenSequence tokens_;
};

bool decides_meaning(EditClass edit_class) {
  switch (edit_class) {
    case EditClass::modality:
    case EditClass::quantity:
    case EditClass::frequency:
    case EditClass::certainty:
    case EditClass::comparison:
    case EditClass::condition:
      return true;
    default:
      return false;
  }
}

// What a recogniser does not do.
bool is_structure(EditClass edit_class) {
  switch (edit_class) {
    case EditClass::splice:
    case EditClass::reordered:
    case EditClass::far_ellipsis:
    case EditClass::hiding_ellipsis:
    case EditClass::bracket_replaces:
    case EditClass::unfound:
    case EditClass::reported:
    case EditClass::questioned:
      return true;
    default:
      return false;
  }
}

// What the words around a passage make of it.
bool is_condition(EditClass edit_class) {
  switch (edit_class) {
    case EditClass::conditioned:
    case EditClass::limited:
    case EditClass::doubted:
    case EditClass::denied:
    case EditClass::negated:
      return true;
    default:
      return false;
  }
}

class Features {
 public:
  explicit Features(Edit const& edit) : edit_(edit), printed_(edit.quote), stored_(edit.source) {}

  MachineErrorFeatures features() const {
    MachineErrorFeatures found;
    found.kind = kind();
    if (printed_.empty() || stored_.empty()) {
      found.words = static_cast<double>(std::max<std::size_t>(printed_.size() + stored_.size(), 1) - 1);
    } else {
      found.similarity = found.kind == Kind::number ? sound_similarity_of_numbers(edit_.quote, edit_.source)
                                                    : sound_similarity(edit_.quote, edit_.source);
    }
    auto const is_unlike = found.kind == Kind::gap || (found.kind == Kind::words && found.similarity < least_alike);
    if (is_unlike) found.unlike_words = std::max(printed_.full_words(), stored_.full_words());
    return found;
  }

 private:
  Kind kind() const {
    if (edit_.edit_class == EditClass::other_speaker) return Kind::borders;
    // What stands behind the passage belongs to it where no sentence has ended, which recognisers do not hear.
    if (is_condition(edit_.edit_class)) return edit_.source_span.first > 0 ? Kind::borders : Kind::structure;
    if (is_structure(edit_.edit_class) || is_too_long()) return Kind::structure;
    if (!printed_.has_sounds() || !stored_.has_sounds()) return Kind::structure;
    if (stored_.empty()) return of_one_side(gap, printed_);
    if (printed_.empty()) return of_one_side(surplus, stored_);
    // What differs by a prefix or a beginning that denies it sounds like its opposite: "legal", "illegal".
    if (printed_.is_opposite_form_of(stored_)) return Kind::negation_gap;
    if (printed_.has_meaning(EditClass::negation) != stored_.has_meaning(EditClass::negation)) return of_negation();
    switch (edit_.edit_class) {
      case EditClass::number:
        if (says_other_scale(edit_.quote, edit_.source)) return Kind::meaning;
        return printed_.has_number() && stored_.has_number() ? Kind::number : Kind::lost_number;
      case EditClass::negation:
        return of_negation();
      case EditClass::named_entity:
      case EditClass::name_form:
        return Kind::name;
      case EditClass::opposite:
      case EditClass::unit:
        return printed_.is_conjunction() && stored_.is_conjunction() ? Kind::weak_words : Kind::meaning;
      default:
        break;
    }
    if (decides_meaning(edit_.edit_class)) return of_meaning();
    return printed_.is_weak() && stored_.is_weak() ? Kind::weak_words : Kind::words;
  }

  bool is_too_long() const {
    auto const more = std::max(printed_.size(), stored_.size()) - std::min(printed_.size(), stored_.size());
    return edit_.edit_class != EditClass::number && more > longest_gap;
  }

  struct OneSided {
    Kind words, weak_words, qualifier, meaning, negation;
  };
  static constexpr OneSided gap{Kind::gap, Kind::weak_gap, Kind::qualifier_gap, Kind::meaning_gap, Kind::negation_gap};
  static constexpr OneSided surplus{Kind::surplus, Kind::weak_surplus, Kind::qualifier_surplus, Kind::meaning_surplus,
                                    Kind::negation_surplus};

  Kind of_one_side(OneSided const& kinds, Side const& side) const {
    switch (edit_.edit_class) {
      case EditClass::negation:
        return kinds.negation;
      case EditClass::quantity:
      case EditClass::frequency:
      case EditClass::certainty:
      case EditClass::condition:
        return kinds.qualifier;
      case EditClass::modality:
        // "You'll" for "you": a verb clipped to a sound that is hardly heard.
        return printed_.is_contracted() ? kinds.words : kinds.meaning;
      case EditClass::comparison:
      case EditClass::number:
      case EditClass::opposite:
      case EditClass::unit:
        return kinds.meaning;
      default:
        return side.is_weak() ? kinds.weak_words : kinds.words;
    }
  }

  Kind of_meaning() const {
    auto const family = edit_.edit_class;
    auto const printed = printed_.has_meaning(family);
    if (printed_.is_weak() && stored_.is_weak() && !(printed && stored_.has_meaning(family))) return Kind::weak_words;
    if (printed && stored_.has_meaning(family)) return Kind::meaning;
    if (is_left_out(family)) return of_one_side(printed ? gap : surplus, printed ? printed_ : stored_);
    return Kind::lost_meaning;
  }

  Kind of_negation() const {
    // The "not" of a contraction is clipped: only the whole of it can be compared.
    auto const clipped = printed_.is_clipped() || stored_.is_clipped();
    if (clipped || !is_left_out(EditClass::negation)) return Kind::lost_negation;
    return printed_.has_meaning(EditClass::negation) ? Kind::negation_gap : Kind::negation_surplus;
  }

  // Whether the two sides sound more alike without the words of that family, which then nothing on the other side
  // stands for: "are not" against "or".
  bool is_left_out(EditClass family) const {
    auto const with = sound_similarity(edit_.quote, edit_.source);
    return sound_similarity(printed_.without(family), stored_.without(family)) > with;
  }

  Edit const& edit_;
  Side printed_;
  Side stored_;
};

struct Weights {
  double bias = 0;
  double similarity = 0;
  double words = 0;
};

std::map<std::string_view, Weights> read_weights() {
  std::map<std::string_view, Weights> weights;
  for (auto line : text::lines_of(embedded::machine_errors)) {
    auto const fields = split_fields(line, ' ');
    weights.emplace(fields.at(0),
                    Weights{text::decimal(fields.at(1)), text::decimal(fields.at(2)), text::decimal(fields.at(3))});
  }
  return weights;
}

// Whether the kind is of words that decide the meaning.
bool is_of_meaning(Kind kind) {
  switch (kind) {
    case Kind::words:
    case Kind::weak_words:
    case Kind::name:
    case Kind::gap:
    case Kind::weak_gap:
    case Kind::surplus:
    case Kind::weak_surplus:
    case Kind::borders:
      return false;
    default:
      return true;
  }
}

// What the recogniser's confidence adds, by Bayes: the odds of an error by it over those of a word of which it says
// nothing. Confidences of 1 are not to be taken at their word, those of 0 say nothing. Little confidence is a reason to
// doubt a word, but not that its meaning was turned.
double log_odds_of_confidence(double confidence, Kind kind) {
  constexpr double usual_error = 0.1;  // of the words
  constexpr double most = 1.5;
  if (confidence <= 0) return 0;
  auto const sure = std::clamp(confidence, 0.002, 0.998);
  auto const odds = std::log((1 - sure) / sure) - std::log(usual_error / (1 - usual_error));
  return std::min(odds, is_of_meaning(kind) ? 0 : most);
}

}  // namespace

std::string_view to_string(MachineErrorKind kind) { return names.at(static_cast<std::size_t>(kind)); }

MachineErrorFeatures machine_error_features(Edit const& edit) { return Features(edit).features(); }

std::size_t most_unlike_words(std::size_t words) {
  constexpr std::size_t least = 3;
  return std::max(least, words / 10);
}

double machine_error_log_odds(MachineErrorFeatures const& features, std::optional<double> confidence) {
  static auto const weights = read_weights();
  auto const& weight = weights.at(to_string(features.kind));
  auto const odds = weight.bias + weight.similarity * features.similarity + weight.words * features.words;
  return confidence ? odds + log_odds_of_confidence(*confidence, features.kind) : odds;
}

}  // namespace quoth::match
