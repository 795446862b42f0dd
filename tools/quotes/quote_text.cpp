// SPDX-License-Identifier: MIT
#include "tools/quotes/quote_text.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "match/speakers/known_name.hpp"
#include "text/model/date.hpp"
#include "text/words/white_space.hpp"
#include "tools/quotes/markdown_words.hpp"
#include "tools/reports/recording_link.hpp"

namespace quoth::tools {

namespace {

// White space of any kind and length becomes one blank.
std::string on_one_line(std::string_view text) {
  std::string out;
  for (auto const& word : text::split_at_white_space(text))
    out.append(out.empty() ? "" : " ").append(text.substr(word.first, word.last - word.first));
  return out;
}

std::string with_single_marks(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("“") || text.substr(i).starts_with("”")) {
      out += text.substr(i).starts_with("“") ? "‘" : "’";
      i += std::string_view("“").size() - 1;
    } else if (text[i] == '"') {
      bool const opens = i == 0 || std::string_view(" ([").find(text[i - 1]) != std::string_view::npos;
      out += opens ? "‘" : "’";
    } else {
      out += text[i];
    }
  }
  return out;
}

// What comes before the tag ends in a comma, unless it asks or exclaims.
std::string before_a_tag(std::string text) {
  static constexpr std::array<std::string_view, 3> closing{"’", ")", "]"};
  std::string behind;
  for (bool found = true; found;) {
    found = false;
    for (auto const mark : closing) {
      if (!text.ends_with(mark)) continue;
      behind.insert(0, mark);
      text.resize(text.size() - mark.size());
      found = true;
    }
  }
  auto const last = text.empty() ? ' ' : text.back();
  if (last == '?' || last == '!') return text + behind;
  if (last == '.' || last == ',' || last == ';' || last == ':') text.pop_back();
  // A quotation inside ends with the comma inside, a parenthesis before it.
  return behind.starts_with("’") ? text + "," + behind : text + behind + ",";
}

// "May 12, 2031"; empty where there is no date.
std::string in_words(std::string const& date) {
  auto const day = text::day_number(date);
  if (!day) return {};
  constexpr std::size_t month_at = 5;  // of YYYY-MM-DD
  constexpr std::size_t day_at = 8;
  auto const month = static_cast<std::size_t>(std::stoi(date.substr(month_at, 2)));
  return fmt::format("{} {}, {}", text::month_names.at(month - 1), std::stoi(date.substr(day_at, 2)),
                     std::stoi(date.substr(0, 4)));
}

bool is_named(SourceQuote const& quote) {
  if (quote.speaker.empty()) return false;
  auto const anonymity = match::anonymity_of(quote.speaker);
  return anonymity == match::Anonymity::named || anonymity == match::Anonymity::role;
}

std::string name_of(SourceRecord const& source) { return on_one_line(source.title.empty() ? source.id : source.title); }

std::string tag_of(SourceQuote const& quote) {
  auto const date = in_words(quote.source.date);
  if (!is_named(quote))
    return fmt::format("according to “{}”{}", with_single_marks(name_of(quote.source)),
                       date.empty() ? "" : " (" + date + ")");
  if (quote.source.kind == SourceKind::document)
    return fmt::format("{} wrote in “{}”{}", on_one_line(quote.speaker), with_single_marks(name_of(quote.source)),
                       date.empty() ? "" : " (" + date + ")");
  return on_one_line(quote.speaker) + " said" + (date.empty() ? "" : " on " + date);
}

}  // namespace

std::string in_newspaper_style(SourceQuote const& quote) {
  return "“" + before_a_tag(with_single_marks(on_one_line(quote.text()))) + "” " + tag_of(quote) + ".";
}

std::string in_markdown(SourceQuote const& quote) {
  auto const& source = quote.source;
  auto const link = link_to(source.url, quote.time);
  std::string by = is_named(quote) ? in_markdown_words(on_one_line(quote.speaker)) + ", " : "";
  by += markdown_link(name_of(source), link);
  if (auto const date = in_words(source.date); !date.empty()) by += ", " + date;
  return "> " + in_markdown_words(on_one_line(quote.text())) + "\n>\n> — " + by + "\n";
}

}  // namespace quoth::tools
