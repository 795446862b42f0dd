// SPDX-License-Identifier: MIT
#include "grammar/places/place.hpp"

#include <algorithm>
#include <functional>
#include <optional>

#include "grammar/places/place_def.hpp"

namespace quoth::grammar {

namespace {

constexpr std::uint32_t longest_brackets = 24;  // tokens from the opening bracket to a place in them

constexpr std::uint32_t farthest_transcript = 5;  // tokens

class PlaceReader {
 public:
  PlaceReader(std::u32string_view text, Tokens const& tokens) : text_(text), tokens_(tokens) {}

  std::vector<FoundPlace> read(bool only_in_brackets) {
    for (std::uint32_t i = 0; i < tokens_.size();) {
      if (only_in_brackets && open_ == none && !is(i, TokenKind::open_bracket)) {
        ++i;
        continue;
      }
      auto const found = place_at(i);
      if (found) {
        add(*found);
        for (auto const last = std::max(found->last, i + 1); i < last; ++i) pass(i);
        continue;
      }
      pass(i++);
    }
    return std::move(found_);
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  bool is(std::uint32_t i, TokenKind kind) const { return i < tokens_.size() && tokens_[i].is(kind); }

  // Knows which bracket is open behind this token.
  void pass(std::uint32_t i) {
    auto const& token = tokens_[i];
    if (token.is(TokenKind::open_bracket)) open_ = i;
    if (token.is(TokenKind::close_bracket) || token.is(TokenKind::paragraph_end)) open_ = none;
  }

  bool in_brackets(std::uint32_t i) const { return open_ != none && i - open_ <= longest_brackets; }

  // Whether a quotation ends right before the token, but for its stop or comma.
  bool is_behind_quotation(std::uint32_t i) const {
    if (i > 0 && (is(i - 1, TokenKind::full_stop) || is(i - 1, TokenKind::comma))) --i;
    return i > 0 && is(i - 1, TokenKind::quotation);
  }

  bool may_begin(std::uint32_t i) const {
    auto const& token = tokens_[i];
    return token.is(TokenKind::number) || token.is(TokenKind::open_bracket) || token.is(TokenKind::other) ||
           (token.is_word() && (token.key == key_of("at") || place_word(token.key) != PlaceWord::none));
  }

  template <class Rule>
  std::optional<FoundPlace> parse(std::uint32_t i, Rule const& rule) const {
    PlaceState state;
    state.text = text_;
    auto const* first = tokens_.data() + i;
    auto const* const begin = first;
    if (!x3::parse(first, tokens_.data() + tokens_.size(), x3::with<PlaceState>(std::ref(state))[rule]))
      return std::nullopt;
    FoundPlace found;
    found.first = i;
    found.last = i + static_cast<std::uint32_t>(first - begin);
    found.place.span = {tokens_[found.first].first, tokens_[found.last - 1].last};
    if (state.unit == PlaceWord::recording) {
      found.place.time = state.time;
      return found;
    }
    auto const numbers = text_.substr(state.numbers, state.numbers_end - state.numbers);
    // "the page I read"
    if (numbers == U"I" && !tokens_[i].capital) return std::nullopt;
    if (!read_numbers(state.unit, numbers, found.place) || is_list(found.last)) return std::nullopt;
    return found;
  }

  // Whether the numbers before the token are of a list, which is no single place: "pp. 12, 45".
  bool is_list(std::uint32_t i) const {
    auto const is_joint = is(i, TokenKind::comma) || (i < tokens_.size() && tokens_[i].key == key_of("and")) ||
                          (is(i, TokenKind::other) && text_[tokens_[i].first] == U'&');
    if (!is_joint || !is(i + 1, TokenKind::number)) return false;
    return i + 2 >= tokens_.size() || !tokens_[i + 2].is_word();
  }

  std::optional<FoundPlace> place_at(std::uint32_t i) const {
    if (!may_begin(i)) return std::nullopt;
    if (is(i, TokenKind::open_bracket) && is_behind_quotation(i)) {
      if (auto found = parse(i, author_page)) {
        found->in_brackets = found->is_citation = true;
        found->place.span = inside(*found);
        return found;
      }
    }
    auto found = parse(i, place_part);
    if (!found) return std::nullopt;
    auto const& begin = tokens_[i];
    // "page", "section"; not "p.", "para."
    auto const is_word =
        begin.is_word() && begin.last - begin.first > 3 && !begin.dotted && !is(i + 1, TokenKind::full_stop);
    found->is_citation = !is_word && !found->place.time;
    if (begin.is(TokenKind::open_bracket)) {
      found->in_brackets = true;
      found->place.span = inside(*found);
    } else if (in_brackets(i)) {
      found->first = open_;
      found->in_brackets = true;
    } else if (begin.is(TokenKind::number) && is_author_date(*found, i)) {
      return std::nullopt;  // "in 2031, 12"
    }
    found->place.cited = found->in_brackets || found->is_citation || names_transcript(found->last);
    return found;
  }

  // Whether the place is said to be one of a transcript: "on page 45 of the hearing's transcript".
  bool names_transcript(std::uint32_t behind) const {
    auto const last = std::min<std::size_t>(tokens_.size(), behind + farthest_transcript);
    for (auto i = behind; i < last && !tokens_[i].ends_sentence(); ++i)
      if (tokens_[i].is_word() && place_word(tokens_[i].key) == PlaceWord::transcript) return true;
    return false;
  }

  // The words without the brackets around them.
  Span inside(FoundPlace const& found) const {
    auto const closes = is(found.last - 1, TokenKind::close_bracket);
    return {tokens_[found.first + 1].first, tokens_[found.last - (closes ? 2 : 1)].last};
  }

  bool is_author_date(FoundPlace const& found, std::uint32_t i) const {
    auto const text = text_.substr(tokens_[i].first, tokens_[i].last - tokens_[i].first);
    return !found.place.page.empty() && text::is_year(text.substr(0, text.find(U':')));
  }

  // Adds the place to the one before where both are one: "p. 12, line 4", "line 4 of page 12".
  void add(FoundPlace const& found) {
    if (!found_.empty() && goes_on(found_.back(), found)) {
      auto& before = found_.back();
      auto& place = before.place;
      auto const& more = found.place;
      if (!more.page.empty()) place.page = more.page, place.last_page = more.last_page;
      if (more.line != 0) place.line = more.line, place.last_line = more.last_line;
      if (more.paragraph != 0) place.paragraph = more.paragraph, place.last_paragraph = more.last_paragraph;
      if (!more.section.empty()) place.section = more.section;
      if (!more.chapter.empty()) place.chapter = more.chapter;
      if (more.time) place.time = more.time;
      place.span.last = more.span.last;
      place.cited = place.cited || more.cited;
      before.last = found.last;
    } else {
      found_.push_back(found);
    }
  }

  bool goes_on(FoundPlace const& before, FoundPlace const& found) const {
    if (before.in_brackets != found.in_brackets || found.place.span.first < tokens_[before.last - 1].last) return false;
    auto i = before.last;
    auto const is_joint = [&] {
      return is(i, TokenKind::comma) || is(i, TokenKind::semicolon) ||
             (i < tokens_.size() &&
              (tokens_[i].has(WordClass::of) || tokens_[i].key == key_of("at") || tokens_[i].key == key_of("on")));
    };
    while (is_joint()) ++i;
    if (i >= tokens_.size() || tokens_[i].first != found.place.span.first || i - before.last > 2) return false;
    auto const& a = before.place;
    auto const& b = found.place;
    return (a.page.empty() || b.page.empty()) && (a.line == 0 || b.line == 0) &&
           (a.paragraph == 0 || b.paragraph == 0) && (a.section.empty() || b.section.empty()) &&
           (a.chapter.empty() || b.chapter.empty()) && (!a.time || !b.time);
  }

  std::u32string_view text_;
  Tokens const& tokens_;
  std::uint32_t open_ = none;  // the bracket that is open
  std::vector<FoundPlace> found_;
};

}  // namespace

std::vector<FoundPlace> find_places(std::u32string_view text, Tokens const& tokens) {
  return PlaceReader(text, tokens).read(false);
}

std::vector<FoundPlace> find_places_in_brackets(std::u32string_view text, Tokens const& tokens) {
  return PlaceReader(text, tokens).read(true);
}

}  // namespace quoth::grammar
