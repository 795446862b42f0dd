// SPDX-License-Identifier: MIT
#include "tools/reports/passage_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <unordered_set>

#include "text/json/json_writer.hpp"
#include "text/words/words.hpp"

namespace quoth {

namespace {

constexpr std::size_t context = 12;  // words on either side of what was found

// The matching keys of the words.
std::unordered_set<std::string> keys_of(std::string const& words) {
  std::unordered_set<std::string> keys;
  auto const list = split_words(words);
  for (std::size_t i = 0; i < list.size(); ++i) keys.emplace(list.key(i));
  return keys;
}

struct Hit {
  Turn const* turn = nullptr;
  std::size_t first = 0;  // byte offset in the turn's text
  std::size_t last = 0;
  std::size_t count = 0;  // of words of the query
};

// The part of a turn, as long as the query, that holds most of its words, with some context.
Hit best_stretch(Turn const& turn, std::unordered_set<std::string> const& keys, std::size_t length) {
  auto const list = split_words(turn.text);
  Hit best{&turn, 0, 0, 0};
  std::size_t count = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    count += keys.contains(std::string(list.key(i)));
    if (i >= length) count -= keys.contains(std::string(list.key(i - length)));
    if (count <= best.count) continue;
    auto const start = i + 1 > length ? i + 1 - length : 0;
    best = {&turn, list[start > context ? start - context : 0].first, list[std::min(i + context, list.size() - 1)].last,
            count};
  }
  return best;
}

Hit best_hit(Candidate const& candidate, std::unordered_set<std::string> const& keys, std::size_t length) {
  Hit best;
  for (auto const& window : candidate.windows) {
    for (auto const& turn : window.turns) {
      auto const hit = best_stretch(turn, keys, length);
      if (hit.count > best.count) best = hit;
    }
  }
  return best;
}

std::string marked(Terminal const& terminal, std::string_view text, std::unordered_set<std::string> const& keys) {
  std::string out;
  std::size_t done = 0;
  auto const list = split_words(text);
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!keys.contains(std::string(list.key(i)))) continue;
    out += printable(text.substr(done, list[i].first - done));
    out += styled(terminal, Style::bold, printable(text.substr(list[i].first, list[i].last - list[i].first)));
    done = list[i].last;
  }
  return out + printable(text.substr(done));
}

void write_passage(JsonWriter& json, Candidate const& candidate, Hit const& hit) {
  auto const& source = candidate.source;
  json.begin_object().field("source", source.id).field("title", source.title).field("date", source.date);
  json.field("url", source.url).field("speaker", hit.turn->speaker).field("utterance", hit.turn->utterance);
  json.key("time");
  if (hit.turn->start) {
    json.value(*hit.turn->start);
  } else {
    json.null();
  }
  json.field("score", candidate.score);
  json.field("text", std::string_view(hit.turn->text).substr(hit.first, hit.last - hit.first)).end_object();
}

void print_text(Candidate const& candidate, Hit const& hit, std::unordered_set<std::string> const& keys,
                Terminal const& terminal) {
  auto const& source = candidate.source;
  std::cout << styled(terminal, Style::bold, printable(source.id)) << ":";
  for (auto const& part : {source.title, source.date, hit.turn->speaker}) {
    if (!part.empty()) std::cout << ' ' << printable(part) << ',';
  }
  std::cout << fmt::format(" turn {}\n", hit.turn->utterance + 1);
  auto const text = std::string_view(hit.turn->text).substr(hit.first, hit.last - hit.first);
  std::cout << "  " << wrapped(terminal, marked(terminal, text, keys), 2) << "\n";
}

}  // namespace

std::size_t report_passages(std::vector<Candidate> const& candidates, std::string const& words, ReportFormat format,
                            Terminal const& terminal) {
  auto const keys = keys_of(words);
  auto const length = split_words(words).size();
  bool const is_array = format == ReportFormat::json;
  JsonWriter json(is_array ? JsonWriter::Layout::indented : JsonWriter::Layout::compact);
  if (is_array) json.begin_array();
  std::size_t reported = 0;
  for (auto const& candidate : candidates) {
    auto const hit = best_hit(candidate, keys, length);
    // Fewer than half of the words are no answer.
    if (hit.turn == nullptr || hit.count * 2 < length) continue;
    ++reported;
    if (format == ReportFormat::text) {
      print_text(candidate, hit, keys, terminal);
    } else {
      write_passage(json, candidate, hit);
    }
    if (format == ReportFormat::jsonl) std::cout << json.take() << '\n';
  }
  if (is_array) std::cout << json.end_array().text() << '\n';
  return reported;
}

}  // namespace quoth
