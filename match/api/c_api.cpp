// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "match/api/c_checker.hpp"
#include "match/api/c_support.hpp"
#include "match/api/record_json.hpp"
#include "quoth/article.hpp"
#include "quoth/json.hpp"
#include "quoth/quoth.h"
#include "quoth/search.hpp"
#include "quoth/version.hpp"
#include "text/json/json_writer.hpp"

namespace {

using quoth::match::checker_of;
using quoth::match::copy_of;
using quoth::match::given;
using quoth::match::guarded;
using quoth::match::set_option;
using quoth::match::store_of;

// Hands over the articles of a file.
auto articles_of_file(quoth_checker const& self, char const* path) {
  return [&self, path](auto const& take) { read_articles(given(path, "the path"), take, self.reading); };
}

// The same of bytes.
auto articles_of_bytes(quoth_checker const& self, char const* name, char const* bytes, std::size_t size) {
  return [&self, name, bytes, size](auto const& take) {
    std::string content(given(bytes, "the bytes"), size);
    for (auto& article : quoth::articles_in(std::move(content), given(name, "the name"), self.reading))
      take(std::move(article));
  };
}

char* check(quoth_checker& self, auto const& for_each_article) {
  auto& checker = checker_of(self);
  std::string lines;
  for_each_article([&](quoth::Document&& article) { lines += to_json(article, checker.check(article)) + "\n"; });
  return copy_of(lines);
}

char* extract(auto const& for_each_article) {
  std::string lines;
  for_each_article([&](quoth::Document&& article) { lines += to_json(article, quoth::extract(article)) + "\n"; });
  return copy_of(lines);
}

}  // namespace

char const* quoth_version() { return quoth::version(); }

char const* quoth_last_error() { return quoth::match::last_error().text(); }

quoth_checker* quoth_open(char const* store) {
  return guarded([&] {
    auto self = std::make_unique<quoth_checker>();
    if (store != nullptr) {
      self->options.store = store;
      checker_of(*self);
    }
    return self.release();
  });
}

// Leaves the last error alone: a collector of garbage may call it between a call that failed and quoth_last_error().
void quoth_close(quoth_checker* checker) { delete checker; }

int quoth_set(quoth_checker* checker, char const* option, char const* value) {
  return guarded([&] {
    set_option(*given(checker, "the checker"), given(option, "the option"), given(value, "the value"));
    return 1;
  });
}

char* quoth_check_file(quoth_checker* checker, char const* path) {
  return guarded([&] {
    auto& self = *given(checker, "the checker");
    return check(self, articles_of_file(self, path));
  });
}

char* quoth_check_bytes(quoth_checker* checker, char const* name, char const* bytes, size_t size) {
  return guarded([&] {
    auto& self = *given(checker, "the checker");
    return check(self, articles_of_bytes(self, name, bytes, size));
  });
}

char* quoth_extract_file(quoth_checker* checker, char const* path) {
  return guarded([&] { return extract(articles_of_file(*given(checker, "the checker"), path)); });
}

char* quoth_extract_bytes(quoth_checker* checker, char const* name, char const* bytes, size_t size) {
  return guarded([&] { return extract(articles_of_bytes(*given(checker, "the checker"), name, bytes, size)); });
}

char* quoth_sources(quoth_checker* checker) {
  return guarded([&] {
    std::string lines;
    for (auto const& record : store_of(*given(checker, "the checker")).sources()) {
      quoth::text::JsonWriter json;
      json.begin_object();
      quoth::match::write_members(json, record);
      lines += json.end_object().take() + "\n";
    }
    return copy_of(lines);
  });
}

char* quoth_speakers(quoth_checker* checker) {
  return guarded([&] {
    std::string lines;
    for (auto const& speaker : store_of(*given(checker, "the checker")).speakers()) {
      quoth::text::JsonWriter json;
      json.begin_object().field("name", speaker.name).field("sources", speaker.sources);
      lines += json.field("utterances", speaker.utterances).end_object().take() + "\n";
    }
    return copy_of(lines);
  });
}

char* quoth_stats(quoth_checker* checker) {
  return guarded([&] {
    quoth::text::JsonWriter json;
    json.begin_object();
    quoth::match::write_stats(json, store_of(*given(checker, "the checker")));
    return copy_of(json.end_object().take() + "\n");
  });
}

char* quoth_search(quoth_checker* checker, char const* words, char const* speaker, size_t limit) {
  return guarded([&] {
    auto const& store = store_of(*given(checker, "the checker"));
    std::string lines;
    auto const preferred = speaker == nullptr ? std::string_view() : std::string_view(speaker);
    for (auto const& passage : quoth::search(store, given(words, "what to search for"), preferred, limit))
      lines += to_json(passage) + "\n";
    return copy_of(lines);
  });
}

void quoth_free(char* text) { std::free(text); }
