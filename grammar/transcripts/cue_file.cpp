// SPDX-License-Identifier: MIT
#include "cue_file.hpp"

#include <algorithm>
#include <array>
#include <boost/spirit/home/x3.hpp>
#include <optional>
#include <string>
#include <utility>

#include "quoth/error.hpp"
#include "transcript_label.hpp"

namespace quoth {

namespace {

namespace x3 = boost::spirit::x3;
namespace unicode = boost::spirit::x3::unicode;

using Iterator = char32_t const*;
using Range = boost::iterator_range<Iterator>;

auto const blank = unicode::char_(U" \t");
auto const clock = +(unicode::digit | unicode::char_(U":.,"));
// No tag holds another's opening mark, so a row of them takes linear time.
auto const inside_tag = unicode::char_ - unicode::char_(U"<>");
// "<i>", "</c>"; SubRip has "{\an8}" too. "a < b" is no tag.
auto const tag =
    (unicode::char_(U'<') >> (unicode::char_(U'/') | unicode::alnum) >> *inside_tag >> unicode::char_(U'>')) |
    (unicode::string(U"{\\") >> *(unicode::char_ - unicode::char_(U"{}")) >> unicode::char_(U'}'));
// <v Ana Reed>, <v.loud Ana Reed>
auto const voice_class = unicode::char_(U'.') >> *(inside_tag - blank);
auto const voice_name = *inside_tag;

auto const voice_opening = unicode::string(U"<v") >> -voice_class >> +blank;
auto const voice_tag = x3::omit[voice_opening] >> x3::raw[voice_name] >> x3::omit[unicode::char_(U'>')];

std::u32string_view view(Range range) { return {range.begin(), range.end()}; }

bool parse_timing(std::u32string_view line, Cue& cue) {
  Range start;
  Range end;
  auto const* at = line.data();
  auto const* const last = at + line.size();
  auto const arrow = *blank >> unicode::string(U"-->") >> *blank;
  if (!x3::parse(at, last, x3::omit[*blank] >> x3::raw[clock], start) || !x3::parse(at, last, x3::omit[arrow]) ||
      !x3::parse(at, last, x3::raw[clock], end)) {
    return false;
  }
  auto const from = clock_time(view(start));
  auto const to = clock_time(view(end));
  if (!from || !to) return false;
  cue.start = *from;
  cue.end = *to;
  return true;
}

void resolve_entities(std::u32string& text) {
  static constexpr std::array<std::pair<std::u32string_view, std::u32string_view>, 8> entities{{{U"&lt;", U"<"},
                                                                                                {U"&gt;", U">"},
                                                                                                {U"&nbsp;", U" "},
                                                                                                {U"&lrm;", U""},
                                                                                                {U"&rlm;", U""},
                                                                                                {U"&quot;", U"\""},
                                                                                                {U"&#39;", U"'"},
                                                                                                {U"&amp;", U"&"}}};
  for (auto const& [name, character] : entities) {
    for (auto at = text.find(name); at != text.npos; at = text.find(name, at + character.size())) {
      text.replace(at, name.size(), character);
    }
  }
}

// Cuts a line at its voice tags and takes the other tags out.
void add_line(std::u32string_view line, std::vector<CueLine>& lines) {
  auto const* at = line.data();
  auto const* const last = at + line.size();
  lines.push_back({});
  while (at != last) {
    Range name;
    auto mark = at;
    if (*at == U'<' && x3::parse(mark, last, voice_tag, name)) {
      lines.push_back({{}, std::u32string(view(name)), true});
      at = mark;
    } else if ((*at != U'<' && *at != U'{') || !x3::parse(at, last, tag)) {
      lines.back().text.push_back(*at++);
    }
  }
}

bool is_number(std::u32string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

std::vector<std::u32string_view> lines_of_file(std::u32string_view text) {
  std::vector<std::u32string_view> lines;
  while (!text.empty()) {
    auto line = text.substr(0, text.find(U'\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.ends_with(U'\r')) line.remove_suffix(1);
    lines.push_back(line);
  }
  return lines;
}

}  // namespace

std::vector<Cue> parse_cue_file(std::u32string_view text, std::string_view where) {
  std::vector<Cue> cues;
  auto const lines = lines_of_file(text);
  bool in_cue = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto const line = lines[i];
    if (line.empty()) {
      in_cue = false;
    } else if (line.find(U"-->") != line.npos) {
      Cue cue;
      if (parse_timing(line, cue)) {
        // The next cue's number, where no blank line stands between two.
        if (in_cue && !cues.back().lines.empty() && is_number(lines[i - 1])) cues.back().lines.pop_back();
        cues.push_back(std::move(cue));
        in_cue = true;
      } else if (!in_cue) {
        throw Error(std::string(where) + ":" + std::to_string(i + 1) +
                    ": no timing line such as 00:01.000 --> 00:02.000; correct it or remove the cue");
      }
    } else if (in_cue) {
      add_line(line, cues.back().lines);
    }
  }
  for (auto& cue : cues) {
    for (auto& line : cue.lines) {
      resolve_entities(line.text);
      resolve_entities(line.voice);
    }
  }
  return cues;
}

}  // namespace quoth
