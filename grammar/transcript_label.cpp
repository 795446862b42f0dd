// SPDX-License-Identifier: MIT
#include "transcript_label.hpp"

#include <boost/spirit/home/x3.hpp>

namespace quoth {

namespace {

namespace x3 = boost::spirit::x3;
namespace unicode = boost::spirit::x3::unicode;

using Iterator = char32_t const*;
using Range = boost::iterator_range<Iterator>;

// White space inside a line; transcribers use no-break spaces too.
auto const blank = unicode::char_(U" \t\u00A0");
auto const digits = +unicode::digit;

auto const clock = x3::repeat(1, 2)[digits >> unicode::char_(U':')] >> digits >> -(unicode::char_(U".,") >> digits);
auto const bracketed_clock = (unicode::char_(U"[(") >> clock >> unicode::char_(U"])")) | clock;

// "McDONALD" and "DeSANTIS" have small letters at the head of a word in capitals.
auto const name_prefix = unicode::string(U"Mac") | unicode::string(U"Mc") | unicode::string(U"De") |
                         unicode::string(U"Di") | unicode::string(U"La") | unicode::string(U"Le") |
                         unicode::string(U"Van") | unicode::string(U"Fitz");
auto const name_mark = unicode::char_(U".'’‑&#/-");
auto const capitals_word = -(name_prefix >> &unicode::upper) >> (unicode::upper | unicode::char_(U'#')) >>
                           *(unicode::upper | unicode::digit | name_mark | unicode::string(U"c") >> &unicode::upper) >>
                           !unicode::alpha;
auto const particle =
    (unicode::string(U"van") | unicode::string(U"von") | unicode::string(U"der") | unicode::string(U"den") |
     unicode::string(U"de") | unicode::string(U"la") | unicode::string(U"del") | unicode::string(U"bin") |
     unicode::string(U"of") | unicode::string(U"the") | unicode::string(U"and") | unicode::string(U"for")) >>
    &blank;
auto const name_word = unicode::upper >> *(unicode::alpha | unicode::digit | name_mark | unicode::char_(U'.'));

// "(via translator)", "(D-Iowa)"
auto const remark = *blank >> unicode::char_(U'(') >>
                    *(unicode::char_ - unicode::char_(U"()\n:")) >> unicode::char_(U')');
auto const comma = unicode::char_(U',');
// A colon inside an hour or an address ends no label.
auto const colon = *blank >> unicode::char_(U':') >> !(unicode::char_(U'/') | unicode::digit);

auto const capitals_label = capitals_word >>
                            *((-comma >> +blank >> capitals_word) | (+blank >> digits >> !unicode::alpha));
auto const name_label = name_word >> *(-comma >> +blank >> (particle | name_word | digits));
auto const question_or_answer = unicode::char_(U"QA") >> !unicode::alpha;

// Longer labels are sentences.
constexpr std::size_t longest_label = 60;

template <typename Rule>
std::optional<Range> matched(Iterator& at, Iterator last, Rule const& rule) {
  Range range;
  if (!x3::parse(at, last, x3::raw[rule], range)) return std::nullopt;
  return range;
}

template <typename Rule>
bool skip(Iterator& at, Iterator last, Rule const& rule) {
  return x3::parse(at, last, x3::omit[rule]);
}

// "Q", "Q.", "Q:", "A  Yes": a letter alone is a label only before a colon, a stop, or a sentence.
bool ends_question_label(Iterator& at, Iterator last) {
  if (skip(at, last, colon | unicode::char_(U'.') >> &blank)) return true;
  auto look = at;
  return skip(look, last, blank >> +blank) || skip(look, last, blank >> !unicode::lower) || look == last;
}

std::optional<double> time_at(Iterator& at, Iterator last) {
  auto const found = matched(at, last, bracketed_clock);
  if (!found) return std::nullopt;
  return clock_time({found->begin(), found->end()});
}

std::optional<SpeakerLabel> label_at(Iterator& at, Iterator last) {
  auto const start = at;
  auto const view = [](Range range) { return std::u32string_view(range.begin(), range.end()); };
  if (auto const letter = matched(at, last, question_or_answer); letter && ends_question_label(at, last)) {
    return SpeakerLabel{LabelStyle::question_answer, view(*letter), 0, {}};
  }
  at = start;
  if (auto const name = matched(at, last, capitals_label); name && skip(at, last, -remark >> colon)) {
    return SpeakerLabel{LabelStyle::capitals, view(*name), 0, {}};
  }
  at = start;
  if (auto const name = matched(at, last, name_label); name && skip(at, last, -remark >> colon)) {
    return SpeakerLabel{LabelStyle::name, view(*name), 0, {}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<double> clock_time(std::u32string_view text) {
  Range whole;
  auto const* at = text.data();
  auto const* const last = at + text.size();
  if (!x3::parse(at, last, x3::raw[bracketed_clock], whole) || at != last) return std::nullopt;
  double seconds = 0;
  double number = 0;
  double scale = 0;  // of the next decimal; 0 before the point
  for (auto const c : text) {
    if (c == U':') {
      seconds = (seconds + number) * 60;
      number = 0;
    } else if (c == U'.' || c == U',') {
      scale = 0.1;
    } else if (c >= U'0' && c <= U'9') {
      auto const digit = static_cast<double>(c - U'0');
      number = scale > 0 ? number + digit * scale : number * 10 + digit;
      scale /= 10;
    }
  }
  return seconds + number;
}

bool is_hour_line(std::u32string_view line) {
  auto const* at = line.data();
  auto const* const last = at + line.size();
  auto const half = unicode::char_(U"AaPp") >> -unicode::char_(U'.') >> unicode::char_(U"Mm") >> -unicode::char_(U'.');
  auto const zone = x3::repeat(2, 5)[unicode::upper];
  auto const end = unicode::string(U"END") >> *(blank | unicode::char_(U':'));
  return skip(at, last,
              *blank >> -end >> digits >> unicode::char_(U':') >> digits >> *blank >> half >> *blank >> -zone >>
                  *blank) &&
         at == last;
}

std::optional<SpeakerLabel> speaker_label(std::u32string_view line) {
  auto const* at = line.data();
  auto const* const last = line.data() + line.size();
  skip(at, last, *blank >> -(unicode::string(U">>") >> *unicode::char_(U'>') >> *blank));
  auto time = time_at(at, last);
  skip(at, last, *blank);
  auto label = label_at(at, last);
  if (!label || label->name.size() > longest_label) return std::nullopt;
  skip(at, last, *blank);
  if (auto const after = time_at(at, last)) time = after;
  skip(at, last, *blank);
  label->time = time;
  label->speech = static_cast<std::size_t>(at - line.data());
  return label;
}

}  // namespace quoth
