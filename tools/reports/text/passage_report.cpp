// SPDX-License-Identifier: MIT
#include "tools/reports/text/passage_report.hpp"

#include <fmt/format.h>

#include <iostream>
#include <unordered_set>

#include "match/search/passage_json.hpp"
#include "text/json/json_writer.hpp"
#include "text/words/words.hpp"

namespace quoth::tools {

namespace {

// The matching keys of the words.
std::unordered_set<std::string> keys_of(std::string const& words) {
  std::unordered_set<std::string> keys;
  auto const list = text::split_words(words);
  for (std::size_t i = 0; i < list.size(); ++i) keys.emplace(list.key(i));
  return keys;
}

std::string marked(Terminal const& terminal, std::string_view text, std::unordered_set<std::string> const& keys) {
  std::string out;
  std::size_t done = 0;
  auto const list = text::split_words(text);
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!keys.contains(std::string(list.key(i)))) continue;
    out += printable(text.substr(done, list[i].first - done));
    out += styled(terminal, Style::bold, printable(text.substr(list[i].first, list[i].last - list[i].first)));
    done = list[i].last;
  }
  return out + printable(text.substr(done));
}

void print_text(FoundPassage const& passage, std::unordered_set<std::string> const& keys, Terminal const& terminal) {
  std::cout << styled(terminal, Style::bold, printable(passage.source)) << ":";
  for (auto const& part : {passage.title, passage.date, passage.speaker}) {
    if (!part.empty()) std::cout << ' ' << printable(part) << ',';
  }
  std::cout << fmt::format(" turn {}\n", passage.utterance + 1);
  std::cout << "  " << wrapped(terminal, marked(terminal, passage.text, keys), 2) << "\n";
}

}  // namespace

void report_passages(std::vector<FoundPassage> const& passages, std::string const& words, ReportFormat format,
                     Terminal const& terminal) {
  if (format == ReportFormat::json) {
    text::JsonWriter json(text::JsonWriter::Layout::indented);
    json.begin_array();
    for (auto const& passage : passages) match::write_json(json, passage);
    std::cout << json.end_array().text() << '\n';
    return;
  }
  auto const keys = keys_of(words);
  for (auto const& passage : passages) {
    if (format == ReportFormat::text) {
      print_text(passage, keys, terminal);
    } else {
      std::cout << to_json(passage) << '\n';
    }
  }
}

}  // namespace quoth::tools
