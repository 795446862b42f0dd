// SPDX-License-Identifier: MIT
#include "text/json/source_object.hpp"

#include <optional>
#include <string>
#include <utility>

#include "text/json/json_fields.hpp"
#include "text/model/source_fault.hpp"

namespace quoth::text {

namespace {

namespace json = simdjson::dom;

Speaker speaker_of(json::element value) {
  Speaker speaker;
  for (auto const [key, field] : object_of(value, "speakers")) {
    if (key == "name") {
      speaker.name = text_of(field, "name");
    } else if (key == "role") {
      speaker.role = text_of(field, "role");
    } else if (key == "aliases") {
      for (auto alias : array_of(field, "aliases")) speaker.aliases.push_back(text_of(alias, "aliases"));
    }
  }
  return speaker;
}

// [start, confidence], either of which may be null.
HeardWord heard_word_of(json::element value) {
  json::array pair;
  if (value.get_array().get(pair) != simdjson::SUCCESS || pair.size() != 2)
    throw Lacking{"\"words\" has an entry that is no [start, confidence]"};
  HeardWord const word{number_of(pair.at(0), "words"), number_of(pair.at(1), "words")};
  if (word.start && *word.start < 0) throw Lacking{"\"words\" has a start below 0"};
  if (word.confidence && (*word.confidence < 0 || *word.confidence > 1))
    throw Lacking{"\"words\" has a confidence that is not from 0 to 1"};
  return word;
}

// An utterance, and where it begins in print.
struct PrintedUtterance {
  Utterance utterance;
  std::optional<std::string> page;  // nothing where no page is given
  std::uint32_t line = 0;
};

PrintedUtterance utterance_of(json::element value) {
  PrintedUtterance out;
  auto& utterance = out.utterance;
  for (auto const [key, field] : object_of(value, "utterances")) {
    if (key == "speaker") {
      utterance.speaker = text_of(field, "speaker");
    } else if (key == "text") {
      utterance.text = text_of(field, "text");
    } else if (key == "start") {
      utterance.start = number_of(field, "start");
    } else if (key == "end") {
      utterance.end = number_of(field, "end");
    } else if (key == "words") {
      if (!field.is_null())
        for (auto word : array_of(field, "words")) utterance.words.push_back(heard_word_of(word));
    } else if (key == "heading") {
      utterance.heading = text_of(field, "heading");
    } else if (key == "page") {
      if (!field.is_null()) out.page = name_of(field, "page");
    } else if (key == "line") {
      out.line = count_of(field, "line");
    }
  }
  return out;
}

// A page is told once, where it begins, and goes on until the next.
void add_utterance(PrintedUtterance&& read, Source& source) {
  auto& printed = source.printed;
  auto const last = printed.empty() ? std::string() : printed.back().page;
  auto page = read.page.value_or(last);
  if (read.line > 0 || page != last)
    printed.push_back({static_cast<std::uint32_t>(source.utterances.size()), 0, std::move(page), read.line});
  source.utterances.push_back(std::move(read.utterance));
}

// A name of an enumeration; nothing for an empty one.
template <typename Value>
std::optional<Value> value_named(json::element value, char const* field,
                                 std::optional<Value> (*named)(std::string_view), char const* choices) {
  auto const name = text_of(value, field);
  if (name.empty()) return std::nullopt;
  if (auto const known = named(name)) return known;
  throw Lacking{"\"" + std::string(field) + "\" is \"" + name + "\"; use " + choices};
}

std::optional<Made> made_of(json::element value, char const* field) {
  return value_named(value, field, made_named, "spoken, edited, prepared, captions, asr, written or ocr");
}

}  // namespace

Source source_of(json::object object) {
  Source source;
  std::optional<Made> made;
  for (auto const [key, field] : object) {
    if (key == "id") {
      source.id = name_of(field, "id");
    } else if (key == "title") {
      source.title = text_of(field, "title");
    } else if (key == "date") {
      source.date = text_of(field, "date");
    } else if (key == "url") {
      source.url = text_of(field, "url");
    } else if (key == "author") {
      source.author = text_of(field, "author");
    } else if (key == "issuer") {
      source.issuer = text_of(field, "issuer");
    } else if (key == "language") {
      source.language = text_of(field, "language");
    } else if (key == "made" || key == "verbatim") {  // as version 0.1 called it
      made = made_of(field, key == "made" ? "made" : "verbatim");
    } else if (key == "kind") {
      source.kind = value_named(field, "kind", source_kind_named, "transcript or document").value_or(source.kind);
    } else if (key == "speakers") {
      for (auto const [label, speaker] : object_of(field, "speakers"))
        source.speakers[std::string(label)] = speaker_of(speaker);
    } else if (key == "utterances") {
      for (auto turn : array_of(field, "utterances")) add_utterance(utterance_of(turn), source);
    }
  }
  if (source.utterances.empty()) throw Lacking{"no \"utterances\"; give [{\"speaker\", \"text\"}]"};
  source.made_known = made.has_value();
  source.made = made.value_or(source.kind == SourceKind::document ? Made::written : Made::spoken);
  if (auto fault = fault_in(source); !fault.empty()) throw Lacking{std::move(fault)};
  return source;
}

}  // namespace quoth::text
