// SPDX-License-Identifier: MIT
#include "tools/audit/path_facts.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "quoth/error.hpp"
#include "text/model/date.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::tools {

namespace {

constexpr std::array<std::string_view, 4> field_names{"outlet", "author", "date", "section"};

std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> names;
  for (;;) {
    auto const end = path.find('/');
    names.push_back(path.substr(0, end));
    if (end == path.npos) return names;
    path.remove_prefix(end + 1);
  }
}

// Whether the text begins as the shape has it, where 0 stands for any digit.
bool begins_as(std::string_view text, std::string_view shape) {
  auto const fits = [](char is, char should) { return should == '0' ? text::is_ascii_digit(is) : is == should; };
  return text.size() >= shape.size() && std::ranges::equal(text.substr(0, shape.size()), shape, fits);
}

// The lengths of the days with which the text begins.
std::vector<std::size_t> days_at(std::string_view text) {
  std::vector<std::size_t> lengths;
  for (std::string_view const shape : {"0000-00-00", "00000000"}) {
    if (begins_as(text, shape)) lengths.push_back(shape.size());
  }
  return lengths;
}

// A day as 2031-05-13 or 20310513; empty for anything else.
std::string day_in(std::string_view text) {
  constexpr std::size_t digits = 8;
  std::string date(text);
  if (date.size() == digits) date.insert(6, "-").insert(4, "-");
  return text::parse_date(date) ? date : std::string();
}

void fill_if_empty(std::string& fact, std::string_view value) {
  if (fact.empty() && text::valid_utf8(value)) fact = value;
}

}  // namespace

struct PathFacts::Fields {
  std::array<std::string_view, field_names.size()> values;
};

PathFacts::PathFacts(std::string pattern) : pattern_(std::move(pattern)) {
  auto const fail = [this](std::string const& why) {
    throw Error("--outlet-from " + pattern_ + ": " + why +
                "; write articles/{outlet}/{date}-*.md, with {author} and {section} too");
  };
  std::array<bool, field_names.size()> known{};
  for (auto name : split(pattern_)) {
    auto& parts = names_.emplace_back();
    while (!name.empty()) {
      if (name.front() == '{') {
        auto const end = name.find('}');
        auto const* const field = std::ranges::find(field_names, name.substr(1, std::min(end, name.size()) - 1));
        if (end == name.npos || field == field_names.end()) fail("has a field that is unknown");
        auto const number = static_cast<std::size_t>(field - field_names.begin());
        if (std::exchange(known.at(number), true)) fail("has a field twice");
        parts.push_back({static_cast<Kind>(number + static_cast<std::size_t>(Kind::outlet))});
        name.remove_prefix(end + 1);
      } else {
        parts.push_back({name.front() == '*' ? Kind::any : Kind::letter, name.front()});
        name.remove_prefix(1);
      }
    }
  }
  if (std::ranges::none_of(known, [](bool is) { return is; })) fail("has no field");
}

// Works as a table of which parts can stand for the rest from where on, so that its time is bounded by the product of
// both lengths.
bool PathFacts::fits(std::vector<Part> const& parts, std::string_view name, Fields& fields) {
  // possible[p][n]: whether the parts from p on can be the name from n on.
  std::vector<std::vector<bool>> possible(parts.size() + 1, std::vector<bool>(name.size() + 1, false));
  possible[parts.size()][name.size()] = true;
  for (auto p = parts.size(); p-- > 0;) {
    auto const kind = parts[p].kind;
    bool later = false;  // whether the parts behind p can begin anywhere behind n
    for (auto n = name.size() + 1; n-- > 0;) {
      auto const here = possible[p + 1][n];
      if (kind == Kind::letter) {
        possible[p][n] = n < name.size() && name[n] == parts[p].letter && possible[p + 1][n + 1];
      } else if (kind == Kind::date) {
        auto const days = days_at(name.substr(n));
        possible[p][n] = std::ranges::any_of(days, [&](std::size_t length) { return possible[p + 1][n + length]; });
      } else {
        possible[p][n] = later || (kind == Kind::any && here);
      }
      later = later || here;
    }
  }
  if (!possible[0][0]) return false;
  std::size_t n = 0;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    auto const begin = n;
    auto const kind = parts[p].kind;
    if (kind == Kind::date) n += days_at(name.substr(n)).front() - 1;
    if (kind != Kind::any) ++n;
    while (!possible[p + 1][n]) ++n;
    if (kind > Kind::any)
      fields.values.at(static_cast<std::size_t>(kind) - static_cast<std::size_t>(Kind::outlet)) =
          name.substr(begin, n - begin);
  }
  return true;
}

std::string PathFacts::fill(std::string const& path, Document& article) const {
  auto const names = split(path);
  if (names.size() < names_.size()) return {};
  Fields fields;
  auto const before = names.size() - names_.size();
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (!fits(names_[i], names[before + i], fields)) return {};
  }
  fill_if_empty(article.outlet, fields.values[0]);
  fill_if_empty(article.author, fields.values[1]);
  fill_if_empty(article.date, day_in(fields.values[2]));
  std::string section;
  fill_if_empty(section, fields.values[3]);
  return section;
}

}  // namespace quoth::tools
