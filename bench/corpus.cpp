// SPDX-License-Identifier: MIT
#include "bench/corpus.hpp"

#include <simdjson.h>

#include <array>
#include <string_view>

#include "bench/random.hpp"
#include "quoth/error.hpp"
#include "text/words/words.hpp"

namespace quoth::bench {

namespace {

namespace od = simdjson::ondemand;

constexpr double perturbed_words = 1.0 / 8;
constexpr std::size_t left_out_of = 40;  // one transcript of so many is in no store

std::string text_of(od::value value) {
  if (value.is_null()) return {};
  return std::string(value.get_string().value());
}

std::optional<double> time_of(od::value value) {
  if (value.is_null()) return std::nullopt;
  return value.get_double().value();
}

void read_turns(od::array turns, Source& source) {
  for (od::array turn : turns) {
    Utterance utterance;
    int column = 0;
    for (od::value value : turn) {
      if (column == 0) utterance.speaker = text_of(value);
      if (column == 1) utterance.text = text_of(value);
      if (column == 2) utterance.start = time_of(value);
      ++column;
    }
    source.utterances.push_back(std::move(utterance));
  }
}

void read_utterances(od::array utterances, Source& source) {
  for (od::object object : utterances) {
    Utterance utterance;
    for (auto field : object) {
      std::string_view key = field.unescaped_key();
      if (key == "speaker") utterance.speaker = text_of(field.value());
      if (key == "text") utterance.text = text_of(field.value());
      if (key == "start") utterance.start = time_of(field.value());
    }
    source.utterances.push_back(std::move(utterance));
  }
}

void read_speakers(od::object speakers, Source& source) {
  for (auto field : speakers) {
    std::string_view const label = field.unescaped_key();
    auto& speaker = source.speakers[std::string(label)];
    for (auto part : field.value().get_object()) {
      std::string_view const key = part.unescaped_key();
      if (key == "name") speaker.name = text_of(part.value());
      if (key == "role") speaker.role = text_of(part.value());
    }
  }
}

Source read_source(od::object object) {
  Source source;
  for (auto field : object) {
    std::string_view key = field.unescaped_key();
    if (key == "id" || key == "doc") source.id = text_of(field.value());
    if (key == "date") source.date = text_of(field.value());
    if (key == "speakers") read_speakers(field.value().get_object(), source);
    if (key == "turns") read_turns(field.value().get_array(), source);
    if (key == "utterances") read_utterances(field.value().get_array(), source);
  }
  source.title = source.id;
  return source;
}

// Some corpora have the date in the name only: ".../2021-01-20-press-briefing...".
std::string date_in(std::string_view name) {
  constexpr std::string_view form = "dddd-dd-dd";
  for (std::size_t at = 0; at + form.size() <= name.size(); ++at) {
    auto part = name.substr(at, form.size());
    bool fits = true;
    for (std::size_t i = 0; i < form.size(); ++i)
      fits = fits && (form[i] == 'd' ? part[i] >= '0' && part[i] <= '9' : part[i] == '-');
    if (fits) return std::string(part);
  }
  return {};
}

}  // namespace

Corpus::Corpus(std::filesystem::path const& jsonl) {
  simdjson::padded_string file;
  if (simdjson::padded_string::load(jsonl.string()).get(file)) throw Error(jsonl.string() + ": cannot be read");
  od::parser parser;
  od::document_stream lines;
  if (parser.iterate_many(file, std::size_t{64} << 20).get(lines)) throw Error(jsonl.string() + ": is no JSONL");
  text::WordList words;
  for (auto line : lines) {
    auto source = read_source(line.get_object());
    if (source.date.empty()) source.date = date_in(source.id);
    for (auto const& utterance : source.utterances) {
      text::split_words(utterance.text, words);
      for (std::size_t i = words_.size() < 500'000 ? 0 : words.size(); i < words.size(); ++i)
        words_.push_back(utterance.text.substr(words[i].first, words[i].last - words[i].first));
      word_count_ += words.size();
    }
    auto const number = sources_.size() + left_out_.size();
    (number % left_out_of == left_out_of - 1 ? left_out_ : sources_).push_back(std::move(source));
  }
  if (words_.empty()) throw Error(jsonl.string() + ": holds no words");
}

void Corpus::each(std::uint64_t words, std::function<void(Source const&)> const& take) const {
  std::uint64_t taken = 0;
  text::WordList list;
  for (std::uint64_t number = 0; taken < words; ++number) {
    for (auto const& original : sources_) {
      if (taken >= words) return;
      auto source = number == 0 ? original : copy(original, number);
      for (auto const& utterance : source.utterances) text::split_words(utterance.text, list), taken += list.size();
      take(source);
    }
  }
}

void Corpus::each_left_out(std::function<void(Source const&)> const& take) const {
  for (auto const& source : left_out_) take(source);
}

Source Corpus::copy(Source const& original, std::uint64_t number) const {
  // A surname of its own for each speaker of each copy: not even a large archive has thousands of people of one
  // surname.
  static constexpr std::array endings{"abara", "brandt", "cellano", "dubois", "eriksen", "farouk", "halgh"};
  auto const* const ending = endings.at(number % endings.size());
  auto source = original;
  source.speakers.clear();
  for (auto const& [label, speaker] : original.speakers)
    source.speakers[label + ending] = {speaker.name + ending, speaker.role, {}};
  source.id += "#" + std::to_string(number);
  source.title = source.id;
  Random random(number * 1'000'003 + original.id.size() + original.utterances.size());
  text::WordList words;
  for (auto& utterance : source.utterances) {
    if (!utterance.speaker.empty()) utterance.speaker += ending;
    text::split_words(utterance.text, words);
    std::string text;
    std::uint32_t copied = 0;
    for (auto const& word : words) {
      if (!random.chance(perturbed_words)) continue;
      text.append(utterance.text, copied, word.first - copied).append(any_word(random.next()));
      copied = word.last;
    }
    text.append(utterance.text, copied);
    utterance.text = std::move(text);
  }
  return source;
}

}  // namespace quoth::bench
