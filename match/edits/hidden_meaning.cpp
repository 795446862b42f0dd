// SPDX-License-Identifier: MIT
#include "match/edits/hidden_meaning.hpp"

#include "match/frames/restriction.hpp"
#include "match/words/frame_lexicon.hpp"
#include "match/words/lexicon.hpp"

namespace quoth::match {

namespace {

// Whether punctuation precedes token `i`.
bool parted(TokenSequence const& tokens, std::size_t i) {
  return i < tokens.size() && tokens.before(i).find_first_not_of(' ') != std::string_view::npos;
}

// Whether the "if" means "whether", as in "let you know if"; it is no condition then.
bool asks_whether(TokenSequence const& tokens, std::size_t i) {
  return i > 0 && tokens.key(i) == "if" && FrameLexicon::instance().holds("finding out", tokens, i - 1);
}

bool is_in_a_row(std::string_view key) {
  return key == "last" || key == "past" || key == "next" || key == "first" || key == "coming" || key == "these";
}

// Whether words of the family, directly before others, limit these.
bool limits_rest(std::optional<EditClass> family) {
  return family == EditClass::quantity || family == EditClass::certainty || family == EditClass::frequency ||
         family == EditClass::modality || family == EditClass::comparison;
}

}  // namespace

bool is_answer(TokenSequence const& tokens, std::size_t i) {
  auto const next = i + 1;
  if (tokens.key(i) != "no" || next >= tokens.size() || tokens.key(next) == "no") return false;
  auto const between = tokens.before(next);
  auto const filler = filler_at(tokens, next);
  return (between.starts_with(',') || between.starts_with('.') || between.starts_with('!')) &&
         (filler.tokens == 0 || filler.kind != Filler::Kind::always);
}

std::optional<EditClass> hidden_meaning(TokenSequence const& source, TokenRange hidden, bool before_rest) {
  if (before_rest && restricts(source, hidden.first, hidden.last)) return EditClass::quantity;
  for (auto const& found : meanings_in(source, hidden.first, hidden.last)) {
    auto const matters = found.meaning.matters_alone || source.key(found.first) == "less";
    if (found.last > hidden.last || !matters) continue;
    auto const family = found.meaning.family;
    if (family == EditClass::negation && is_answer(source, found.first)) continue;
    if (family == EditClass::negation) return family;
    // What holds "even if" something happens also holds without the condition.
    if (family == EditClass::condition && source.key(found.first) == "even") continue;
    // Of "if they fail, we win" the whole condition must be hidden for the rest to read as a statement.
    if (family == EditClass::condition && asks_whether(source, found.first)) continue;
    if (family == EditClass::condition && (parted(source, hidden.last) || source.key(found.first) != "if"))
      return family;
    // "some of the ... people": the limit directly precedes the remaining words.
    // "to members only, | and"
    if (source.key(found.first) == "only" && (found.last == hidden.last || parted(source, found.last)) && before_rest)
      return family;
    if (!limits_rest(family) || !before_rest) continue;
    // "we | may | sell": a modal verb with other words before it belongs to what is hidden.
    if (family == EditClass::modality && found.first != hidden.first) continue;
    // "over the last few | hours" does not limit anything.
    if (found.first > hidden.first && is_in_a_row(source.key(found.first - 1))) continue;
    auto rest = found.last;
    while (rest < hidden.last && is_function_word(source.key(rest)) && !parted(source, rest)) ++rest;
    if (rest == hidden.last && !parted(source, rest)) return family;
  }
  return std::nullopt;
}

}  // namespace quoth::match
