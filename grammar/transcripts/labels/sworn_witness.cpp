// SPDX-License-Identifier: MIT
#include "grammar/transcripts/labels/sworn_witness.hpp"

#include <algorithm>
#include <array>

#include "grammar/transcripts/lines/line_parsing.hpp"
#include "text/unicode/letter_case.hpp"

namespace quoth::transcripts {

namespace {

using namespace line_parsing;

auto const blank = unicode::char_(U" \t\u00A0");
auto const lead = *blank >> -(unicode::string(U"Whereupon") >> -unicode::char_(U',') >> +blank);
auto const name_word = unicode::upper >> *(unicode::upper | unicode::char_(U".'’-")) >> !unicode::alpha;
auto const full_name = name_word >> +(+blank >> name_word);
auto const name_end = unicode::char_(U',') | (+blank >> unicode::lower) | (*blank >> -unicode::char_(U'\r') >> x3::eoi);
auto const examination = *blank >>
                         -((unicode::string(U"REDIRECT") | unicode::string(U"RECROSS") | unicode::string(U"DIRECT") |
                            unicode::string(U"CROSS") | unicode::string(U"FURTHER")) >>
                           unicode::char_(U" -")) >>
                         unicode::string(U"EXAMINATION") >> !unicode::alpha;

constexpr std::size_t longest_heading = 60;  // code points

bool swears(std::u32string_view line) {
  constexpr std::array<std::u32string_view, 2> oaths{U"sworn", U"affirmed"};
  return std::ranges::any_of(oaths, [&](std::u32string_view oath) { return line.find(oath) != line.npos; });
}

}  // namespace

std::u32string_view sworn_witness(std::vector<LabelledLine> const& lines, std::size_t at) {
  constexpr std::size_t reach = 4;  // lines, the first included
  if (lines[at].label) return {};
  auto const text = lines[at].line.text;
  auto const* first = text.data();
  auto const* const last = first + text.size();
  Range name;
  if (!x3::parse(first, last, x3::omit[lead] >> x3::raw[full_name], name) || !x3::parse(first, last, name_end))
    return {};
  for (auto i = at; i < std::min(at + reach, lines.size()) && !lines[i].label; ++i) {
    if (swears(lines[i].line.text)) return {name.begin(), static_cast<std::size_t>(name.size())};
  }
  return {};
}

bool is_examination_heading(std::u32string_view line) {
  auto const* at = line.data();
  return line.size() <= longest_heading && x3::parse(at, line.data() + line.size(), examination);
}

}  // namespace quoth::transcripts
