// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "grammar/places/place_numbers.hpp"
#include "grammar/tokens/place_words.hpp"
#include "grammar/tokens/token_parsers.hpp"
#include "text/unicode/numerals.hpp"

// Pinpoint citations: the words beside a quotation that say where in its source it stands.

namespace quoth::grammar {

// Parser state: the text, and what has been read of a place.
struct PlaceState {
  std::u32string_view text;
  PlaceWord unit = PlaceWord::none;
  std::uint32_t numbers = 0;      // where the numbers begin in the text, in code points
  std::uint32_t numbers_end = 0;  // behind the last
  std::optional<double> time;

  std::u32string_view text_of(Token const& token) const { return text.substr(token.first, token.last - token.first); }
  // A sign has no key of its own.
  PlaceWord word(Token const& token) const {
    if (token.is_word()) return place_word(token.key);
    if (!token.is(TokenKind::other) || token.first == token.last) return PlaceWord::none;
    return place_word(extend(empty_key, text[token.first]));
  }
};

// At most N of them: what may come again without an end must not be read again from each of its tokens.
template <int N, class Rule>
constexpr auto up_to(Rule rule) {
  if constexpr (N == 1)
    return -rule;
  else
    return -(rule >> up_to<N - 1>(rule));
}

constexpr auto place_if(auto condition) { return element_if<PlaceState>(condition); }

constexpr auto word_for(PlaceWord unit) {
  return place_if([unit](Token const& token, PlaceState const& state) { return state.word(token) == unit; });
}

constexpr auto any_unit =
    place_if([](Token const& token, PlaceState const& state) { return is_place_unit(state.word(token)); });
constexpr auto editorial =
    element_if([](Token const& token) { return token.is_word() && editorial_word(token.key) != EditorialWord::none; });
constexpr auto number = of_kind(TokenKind::number);
constexpr auto label = place_if(
    [](Token const& token, PlaceState const& state) { return token.is_word() && is_page_label(state.text_of(token)); });
constexpr auto clock_number = place_if([](Token const& token, PlaceState const& state) {
  return token.is(TokenKind::number) && clock_seconds(state.text_of(token));
});
constexpr auto year = place_if([](Token const& token, PlaceState const& state) {
  return token.is(TokenKind::number) && text::is_year(state.text_of(token));
});
// "2031:12"
constexpr auto year_and_page = place_if([](Token const& token, PlaceState const& state) {
  auto const text = state.text_of(token);
  auto const colon = text.find(U':');
  return token.is(TokenKind::number) && colon != text.npos && text::is_year(text.substr(0, colon));
});
constexpr auto capital_word = element_if([](Token const& token) { return token.is_word() && token.capital; });
// A part of a court reporter's name: "U.S.", "F.", "Supp.", "3d".
constexpr auto dotted_name =
    element_if([](Token const& token) { return token.is_word() && token.capital && token.dotted; });
constexpr auto reporter_part = place_if([](Token const& token, PlaceState const& state) {
  if (token.is_word()) return token.capital;
  auto const text = state.text_of(token);
  return token.is(TokenKind::number) && (text.ends_with(U"d") || text.ends_with(U"th"));
});

// The token before the place where the parser stands.
constexpr auto last_token = [](auto& context) -> Token const& { return *(x3::_where(context).begin() - 1); };
constexpr auto on_unit = [](auto& context) {
  auto& state = x3::get<PlaceState>(context).get();
  state.unit = state.word(last_token(context));
};
constexpr auto on_page = [](auto& context) { x3::get<PlaceState>(context).get().unit = PlaceWord::page; };
constexpr auto on_first_number = [](auto& context) {
  x3::get<PlaceState>(context).get().numbers = last_token(context).first;
  x3::get<PlaceState>(context).get().numbers_end = last_token(context).last;
};
constexpr auto on_last_number = [](auto& context) {
  x3::get<PlaceState>(context).get().numbers_end = last_token(context).last;
};
constexpr auto on_page_behind_colon = [](auto& context) {
  auto& state = x3::get<PlaceState>(context).get();
  auto const& token = last_token(context);
  state.unit = PlaceWord::page;
  state.numbers = token.first + static_cast<std::uint32_t>(state.text_of(token).find(U':')) + 1;
  state.numbers_end = token.last;
};
constexpr auto on_clock = [](auto& context) {
  auto& state = x3::get<PlaceState>(context).get();
  state.unit = PlaceWord::recording;
  state.time = clock_seconds(state.text_of(last_token(context)));
};
constexpr auto on_minutes = [](auto& context) {
  auto& state = x3::get<PlaceState>(context).get();
  state.unit = PlaceWord::recording;
  state.time = 60 * plain_number(state.text_of(last_token(context)));
};
constexpr auto on_seconds = [](auto& context) {
  auto& state = x3::get<PlaceState>(context).get();
  state.time = state.time.value_or(0) + plain_number(state.text_of(last_token(context)));
};

constexpr auto stop = of_kind(TokenKind::full_stop);
constexpr auto comma = of_kind(TokenKind::comma);
constexpr auto colon = of_kind(TokenKind::colon);
constexpr auto dash = of_kind(TokenKind::dash);
constexpr auto open = of_kind(TokenKind::open_bracket);
constexpr auto close = of_kind(TokenKind::close_bracket);
constexpr auto at = the_word("at");

constexpr auto any_word = element_if([](Token const& token) { return token.is_word(); });
constexpr auto one_number = number | label;
constexpr auto round_open = place_if([](Token const& token, PlaceState const& state) {
  return token.is(TokenKind::open_bracket) && state.text[token.first] == U'(';
});
constexpr auto adjoining_open =
    element_if([](Token const& token) { return token.is(TokenKind::open_bracket) && !token.spaced; });
// "(a)(2)", right behind a number.
constexpr auto subdivision = adjoining_open >> (number | any_word) >> close[on_last_number];
constexpr auto range_end = -((dash | the_word("to")) >> one_number[on_last_number] >> up_to<4>(subdivision));
constexpr auto range = one_number[on_first_number] >> up_to<4>(subdivision) >> range_end;

constexpr auto counted = any_unit[on_unit] >> -any_unit >> -stop >> range;
constexpr auto testimony = word_for(PlaceWord::transcript)[on_unit] >> -stop >> -at >> range;
constexpr auto short_word = word_for(PlaceWord::short_form) >> -stop;
constexpr auto short_form = short_word >> up_to<3>(short_word) >> -(-the_word("no") >> number) >> -comma >> at
                            >> x3::eps[on_page] >> range >> !word_for(PlaceWord::clock);
constexpr auto reporter = number >> dotted_name >> up_to<5>(reporter_part >> -stop) >>
                          (at | number >> comma) >> x3::eps[on_page] >> range;
// "(Marsh 2031, 12)", "Marsh (2031: 12)"
constexpr auto author_date = ((year >> (comma | colon) >> x3::eps[on_page] >> one_number[on_first_number]) |
                              year_and_page[on_page_behind_colon]) >>
                             range_end >> &(close | of_kind(TokenKind::semicolon) | comma);
// "(Marsh 12)", "(Marsh, The Reach, 12; ch. 3)", "(12)"; only right behind a quotation.
constexpr auto author_page = round_open >> up_to<10>(capital_word | the_word("and") | the_word("et") | the_word("al") |
                                                     the_word("of") | stop | comma) >>
                             x3::eps[on_page] >> (number - year)[on_first_number] >> range_end >>
                             (close | &of_kind(TokenKind::semicolon) | &(comma >> (editorial | any_unit)));

constexpr auto bracketed_time = open >> -at >> clock_number[on_clock] >> -(dash >> clock_number) >> close;
constexpr auto record_word = word_for(PlaceWord::recording) | word_for(PlaceWord::transcript);
constexpr auto into_recording = the_word("into") >> -(any_word - record_word) >>
                                -(any_word - record_word) >> record_word;
constexpr auto minutes = the_word("minutes") | the_word("minute");
constexpr auto seconds = the_word("seconds") | the_word("second");
constexpr auto counted_time = number[on_minutes] >> minutes >> -comma >> -the_word("and") >>
                              -(number[on_seconds] >> seconds) >> into_recording;
constexpr auto time_into = -at >> clock_number[on_clock] >> into_recording;
constexpr auto time_mark = (at >> the_word("the") >> clock_number[on_clock] >> word_for(PlaceWord::mark)) |
                           (word_for(PlaceWord::mark) >> clock_number[on_clock]);
constexpr auto bare_time = at >> clock_number[on_clock] >> !word_for(PlaceWord::clock);

constexpr auto place_part = bracketed_time | counted_time | time_into | time_mark | bare_time | testimony | short_form |
                            reporter | author_date | counted;

}  // namespace quoth::grammar
