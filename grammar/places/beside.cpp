// SPDX-License-Identifier: MIT
#include "grammar/places/beside.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "grammar/places/editorial_note.hpp"
#include "grammar/places/place.hpp"
#include "grammar/tokens/place_words.hpp"
#include "grammar/tokens/section_name.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::grammar {

namespace {

constexpr std::uint32_t no_token = 0xFFFFFFFF;
// Tokens around a place in which its quotation is looked for.
constexpr std::uint32_t farthest = 200;
// Tokens from a quotation to the place of a citation behind it, with the names of the parties: "Marsh v. Okoro, 576".
constexpr std::uint32_t longest_citation = 20;

struct Segment {
  Span span;
  std::size_t quotation = 0;
};

// The tokens outside of the quotations; each segment is one token of kind `quotation` whose key is its quotation.
Tokens tokens_beside(Tokens const& tokens, std::vector<Segment> const& segments) {
  Tokens beside;
  beside.reserve(tokens.size());
  auto segment = segments.begin();
  for (auto const& token : tokens) {
    while (segment != segments.end() && segment->span.last <= token.first) ++segment;
    auto const inside = segment != segments.end() && token.first >= segment->span.first && token.first < token.last;
    if (inside) {
      if (!beside.empty() && beside.back().is(TokenKind::quotation) && beside.back().first == segment->span.first)
        continue;
      Token whole;
      whole.kind = TokenKind::quotation;
      whole.first = segment->span.first;
      whole.last = segment->span.last;
      whole.key = segment->quotation;
      beside.push_back(whole);
    } else if (!token.is(TokenKind::mark)) {
      beside.push_back(token);
    }
  }
  return beside;
}

// The tokens of a span but for its last stop.
std::span<Token const> tokens_in(Tokens const& tokens, Span span) {
  auto const first = std::ranges::lower_bound(tokens, span.first, {}, &Token::first);
  auto last = std::ranges::lower_bound(first, tokens.end(), span.last, {}, &Token::first);
  while (last != first && (std::prev(last)->is(TokenKind::paragraph_end) || std::prev(last)->is(TokenKind::full_stop)))
    --last;
  return {first, last};
}

// Where the brackets at the end of the tokens open; their number where there are none.
std::uint32_t last_brackets(std::span<Token const> tokens) {
  auto const size = static_cast<std::uint32_t>(tokens.size());
  if (tokens.empty() || !tokens.back().is(TokenKind::close_bracket)) return size;
  for (auto i = size - 1; i-- > 0 && size - i < longest_citation;)
    if (tokens[i].is(TokenKind::open_bracket)) return i;
  return size;
}

// Whether the words are those of a citation: names and numbers, and no words of a sentence.
bool is_bare_citation(Tokens const& tokens) {
  return std::ranges::none_of(tokens, [](Token const& token) {
    auto const joins = token.key == key_of("and") || token.key == key_of("et") || token.key == key_of("al");
    return token.is_word() && !token.capital && !joins && place_word(token.key) == PlaceWord::none;
  });
}

void add_notes(EditorialParenthesis const& found, Quotation& quotation) {
  auto& notes = quotation.notes;
  for (auto const note : found.notes)
    if (std::ranges::find(notes, note) == notes.end()) notes.push_back(note);
}

// Parts a segment of a block quotation, which has no marks, from the parentheses at its end that speak about it: "… of
// the boats (p. 12) (emphasis added)."
void part_from_remarks(std::u32string_view text, Tokens const& tokens, Quotation& quotation, Span& segment) {
  for (;;) {
    auto const own = tokens_in(tokens, segment);
    auto const open = last_brackets(own);
    if (open == own.size() || open == 0) return;
    Tokens brackets{own.begin() + open, own.end()};
    auto const notes = find_editorial_parentheses(brackets);
    Token quoted;
    quoted.kind = TokenKind::quotation;
    brackets.insert(brackets.begin(), quoted);
    auto const places = find_places(text, brackets);
    auto const has_place = !places.empty() && !places.front().place.time && is_bare_citation(brackets);
    if (notes.empty() && !has_place) return;
    for (auto const& note : notes) add_notes(note, quotation);
    if (has_place) quotation.place = places.front().place;
    segment.last = own[open - 1].last;
  }
}

class PlaceTeller {
 public:
  PlaceTeller(std::u32string_view text, Tokens const& tokens, std::vector<Quotation>& quotations)
      : text_(text), tokens_(tokens), quotations_(quotations), sentences_(tokens.size()), direct_(quotations.size()) {
    std::uint32_t sentence = 0;
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      sentences_[i] = sentence;
      if (ends_sentence(i)) ++sentence;
    }
  }

  void tell() {
    for (auto const& found : find_places(text_, tokens_)) {
      if (is_time_of_day(found)) continue;
      auto const at = quotation_of(found);
      if (at != no_token) give(tokens_[at].key, found.place, found.in_brackets || is_direct(at, found));
    }
    tell_sections();
    for (auto const& found : find_editorial_parentheses(tokens_)) {
      auto const at = quotation_before(found.first);
      if (at != no_token && found.first - at <= longest_citation) add_notes(found, quotations_[tokens_[at].key]);
    }
  }

 private:
  // Gives the quotations their sections where these are named by their headings: “…” (under “Findings”).
  void tell_sections() {
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (!tokens_[i].is(TokenKind::quotation) || quotations_[tokens_[i].key].kind != QuotationKind::title) continue;
      FoundPlace found;
      found.first = before_section_name(tokens_, i);
      if (found.first == i) continue;
      found.last = i + 1;
      found.in_brackets = found.first > 0 && is(found.first - 1, TokenKind::open_bracket);
      found.place.span = {tokens_[i].first, tokens_[i].last};
      auto name = text_.substr(tokens_[i].first, tokens_[i].last - tokens_[i].first);
      if (!name.empty() && name.back() == U',') name.remove_suffix(1);
      found.place.section = text::to_utf8(name);
      found.place.cited = found.in_brackets;
      if (auto const at = quotation_of(found);
          at != no_token && quotations_[tokens_[at].key].kind != QuotationKind::title)
        give(tokens_[at].key, found.place, found.in_brackets);
    }
  }

  bool is(std::uint32_t i, TokenKind kind) const { return i < tokens_.size() && tokens_[i].is(kind); }

  // A stop in an abbreviation before a number ends no sentence, nor does a paragraph that a colon ends.
  bool ends_sentence(std::uint32_t i) const {
    auto const& token = tokens_[i];
    if (!token.ends_sentence()) return ends_with_quotation(i);
    if (token.is(TokenKind::paragraph_end)) return i == 0 || !tokens_[i - 1].is(TokenKind::colon);
    if (!token.is(TokenKind::full_stop) || i == 0 || i + 1 >= tokens_.size()) return true;
    return !(tokens_[i - 1].is_word() && place_word(tokens_[i - 1].key) != PlaceWord::none &&
             (tokens_[i + 1].is(TokenKind::number) || tokens_[i + 1].key == key_of("at")));
  }

  // Whether the token is a quotation that ends like a sentence, and the next one begins another.
  bool ends_with_quotation(std::uint32_t i) const {
    if (!tokens_[i].is(TokenKind::quotation) || i + 1 >= tokens_.size() || tokens_[i].last == 0) return false;
    auto const last = text_[tokens_[i].last - 1];
    auto const& next = tokens_[i + 1];
    return (last == U'.' || last == U'!' || last == U'?') &&
           (next.is_word() ? next.capital : next.is(TokenKind::other));
  }

  // The paragraph below a block may say where it is from: "— Marsh, p. 12", "(Marsh 2031, 12)".
  bool is_source_line(std::uint32_t paragraph_end) const {
    auto const begins = is(paragraph_end + 1, TokenKind::dash) || is(paragraph_end + 1, TokenKind::open_bracket);
    return begins && paragraph_end > 0 && is(paragraph_end - 1, TokenKind::quotation) &&
           quotations_[tokens_[paragraph_end - 1].key].block;
  }

  std::uint32_t quotation_before(std::uint32_t i) const {
    auto const first = i - std::min(i, farthest);
    while (i > first) {
      if (tokens_[--i].is(TokenKind::quotation)) return i;
      if (tokens_[i].is(TokenKind::paragraph_end) && !is_source_line(i)) break;
    }
    return no_token;
  }

  std::uint32_t quotation_behind(std::uint32_t i) const {
    auto const last = std::min(tokens_.size(), std::size_t{i} + farthest);
    for (auto const sentence = sentences_[i - 1]; i < last && sentences_[i] == sentence; ++i)
      if (tokens_[i].is(TokenKind::quotation)) return i;
    return no_token;
  }

  // Whether nothing is between the quotation at that token and the place but marks, other brackets and prepositions.
  bool is_direct(std::uint32_t at, FoundPlace const& found) const {
    auto depth = 0;
    for (auto i = at + 1; i < found.first; ++i) {
      auto const& token = tokens_[i];
      depth += token.is(TokenKind::open_bracket) ? 1 : token.is(TokenKind::close_bracket) ? -1 : 0;
      if (token.is(TokenKind::close_bracket) || depth > 0) continue;
      auto const is_small = token.is(TokenKind::comma) || token.is(TokenKind::dash) || token.is(TokenKind::semicolon) ||
                            token.is(TokenKind::full_stop) || token.key == key_of("at") || token.key == key_of("on") ||
                            token.key == key_of("in") || token.key == key_of("see") || token.key == key_of("from");
      if (!is_small) return false;
    }
    return at < found.first;
  }

  // The noun whose place it is said to be: "catalogue" of "the catalogue (p. 9)" and "page 9 of the catalogue".
  Token const* owner_of(FoundPlace const& found) const {
    constexpr std::uint32_t longest_noun = 6;  // words, with its article
    if (found.in_brackets) {
      if (found.first < 2) return nullptr;
      auto const& noun = tokens_[found.first - 1];
      auto const is_noun = noun.has(WordClass::document) ||
                           tokens_[found.first - 2].any(Classes(WordClass::determiner) | WordClass::possessive);
      return noun.is_word() && !noun.capital && is_noun ? &noun : nullptr;
    }
    if (found.last >= tokens_.size() || !tokens_[found.last].has(WordClass::of)) return nullptr;
    auto const last = std::min<std::size_t>(tokens_.size(), found.last + longest_noun + 1);
    Token const* owner = nullptr;
    for (auto i = found.last + 1; i < last && tokens_[i].is_word(); ++i) {
      if (tokens_[i].has(WordClass::document)) return &tokens_[i];
      if (tokens_[i].any(any_cue)) break;
      owner = &tokens_[i];
    }
    return owner;
  }

  // "says the report", "the report says"
  bool has_cue_beside(std::uint32_t i) const {
    return (i >= 2 && tokens_[i - 2].any(any_cue)) || (i + 1 < tokens_.size() && tokens_[i + 1].any(any_cue));
  }

  // Whether the place, which does not directly follow the quotation at that token, is one of something else: in another
  // clause, or of another document than the one that is quoted.
  bool is_of_another(std::uint32_t at, FoundPlace const& found) const {
    auto const* const owner = owner_of(found);
    auto const is_before = at < found.first;
    auto const first = is_before ? at + 1 : found.last;
    auto const last = is_before ? found.first : at;
    auto depth = 0;
    for (auto i = first; i < last; ++i) {
      auto const& token = tokens_[i];
      depth += token.is(TokenKind::open_bracket) ? 1 : token.is(TokenKind::close_bracket) ? -1 : 0;
      if (depth > 0) continue;
      if (token.is(TokenKind::semicolon)) return true;
      auto const behind_comma = is(i - 1, TokenKind::comma);
      if (is_before && behind_comma && token.key == key_of("which")) return true;
      if (owner == nullptr || &token == owner) continue;
      if (found.in_brackets && behind_comma && token.any(Classes(WordClass::and_) | WordClass::conjunction))
        return true;
      if (token.has(WordClass::document) && token.key != owner->key && has_cue_beside(i)) return true;
    }
    return false;
  }

  std::uint32_t quotation_of(FoundPlace const& found) const {
    auto const before = quotation_before(found.first);
    auto behind = found.last < tokens_.size() && found.last > 0 ? quotation_behind(found.last) : no_token;
    auto same = before != no_token && sentences_[before] == sentences_[found.first];
    if (before != no_token && is_direct(before, found) && (same || found.in_brackets || behind == no_token))
      return before;
    auto const parted_before = same && is_of_another(before, found);
    auto const parted_behind = behind != no_token && is_of_another(behind, found);
    if (parted_before) same = false;
    if (parted_behind) behind = no_token;
    if (same && behind != no_token) return found.first - before <= behind - found.last ? before : behind;
    if (same) return before;
    if (behind != no_token) return behind;
    auto const is_owned = found.in_brackets && owner_of(found) != nullptr;
    return !parted_before && !parted_behind && !is_owned && cites(before, found) ? before : no_token;
  }

  // Whether the sentence of the place, which has no quotation, cites the one before it: “…” Marsh v. Okoro, 576 U.S. at
  // 653; or says who wrote it: “…” Marsh says on page 12.
  bool cites(std::uint32_t before, FoundPlace const& found) const {
    if (before == no_token || found.first - before > longest_citation) return false;
    if (is(before + 1, TokenKind::paragraph_end)) return true;  // a source line
    if (found.is_citation) return sentences_[found.first] - sentences_[before] <= 2;
    if (sentences_[before + 1] != sentences_[found.first]) return false;
    return std::any_of(tokens_.begin() + before + 1, tokens_.begin() + found.first,
                       [](Token const& token) { return token.any(any_cue); });
  }

  // Whether a time is one of the day: "on Monday at 10:15".
  bool is_time_of_day(FoundPlace const& found) const {
    if (!found.place.time || found.in_brackets) return false;
    auto const sentence = sentences_[found.first];
    auto const is_day = [](Token const& token) {
      return token.any(WordClass::day | WordClass::month) || place_word(token.key) == PlaceWord::clock;
    };
    auto const is_record = [](Token const& token) { return place_word(token.key) == PlaceWord::recording; };
    auto day = false;
    auto record = false;
    auto const look = [&](Token const& token) {
      day = day || (token.is_word() && is_day(token));
      record = record || (token.is_word() && is_record(token));
    };
    auto const first = found.first - std::min(found.first, farthest);
    auto const last = std::min(tokens_.size(), std::size_t{found.first} + farthest);
    for (auto i = first; i < last; ++i)
      if (sentences_[i] == sentence) look(tokens_[i]);
    return day && !record;
  }

  // `direct`: in brackets, or directly behind the quotation, which counts most; of a split one, each part may be
  // followed by its own pages.
  void give(std::size_t index, ClaimedPlace const& place, bool direct) {
    auto& own = quotations_[index].place;
    if (own && direct_[index] && !direct) return;
    if (own && direct_[index] && !own->page.empty() && !place.page.empty()) {
      own->last_page = place.last_page.empty() ? place.page : place.last_page;
      own->line = own->last_line = 0;
      own->span.last = place.span.last;
    } else if (own && direct_[index]) {
      own.reset();
    } else if (!own || direct) {
      own = place;
    }
    direct_[index] = direct_[index] || direct;
  }

  std::u32string_view text_;
  Tokens const& tokens_;
  std::vector<Quotation>& quotations_;
  std::vector<std::uint32_t> sentences_;  // by token
  std::vector<bool> direct_;              // by quotation: whether its place directly follows it
};

}  // namespace

void tell_places(Document const& document, Tokens const& tokens, std::vector<Quotation>& quotations) {
  for (auto& quotation : quotations) {
    if (!quotation.block) continue;
    for (auto& segment : quotation.segments) part_from_remarks(document.text(), tokens, quotation, segment);
  }
  std::vector<Segment> segments;
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    if (quotations[i].inside != 0) continue;
    for (auto const span : quotations[i].segments) segments.push_back({span, i});
  }
  std::ranges::sort(segments, {}, [](Segment const& segment) { return segment.span.first; });
  auto const beside = tokens_beside(tokens, segments);
  PlaceTeller(document.text(), beside, quotations).tell();
}

}  // namespace quoth::grammar
