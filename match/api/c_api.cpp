// SPDX-License-Identifier: MIT
#include <charconv>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "match/api/c_support.hpp"
#include "match/api/record_json.hpp"
#include "quoth/article.hpp"
#include "quoth/checker.hpp"
#include "quoth/error.hpp"
#include "quoth/json.hpp"
#include "quoth/quoth.h"
#include "quoth/search.hpp"
#include "quoth/store.hpp"
#include "quoth/version.hpp"
#include "text/json/json_writer.hpp"

struct quoth_checker {
  quoth::CheckerOptions options;
  quoth::ReadOptions reading;
  std::optional<quoth::Checker> checker;  // made anew when an option of it has changed
  std::optional<quoth::Store> store;      // for searches and lists
};

namespace {

using quoth::Error;
using quoth::match::copy_of;
using quoth::match::given;
using quoth::match::guarded;

quoth::Checker& checker_of(quoth_checker& self) {
  if (self.options.store.empty()) throw Error("the checker was opened without a store; name one to quoth_open");
  if (!self.checker) self.checker.emplace(self.options);
  return *self.checker;
}

quoth::Store& store_of(quoth_checker& self) {
  if (!self.store) {
    checker_of(self);
    self.store = quoth::Store::open(self.options.store);
  }
  return *self.store;
}

void set_speaker(quoth_checker& self, std::string_view value) {
  auto const equals = value.find('=');
  if (equals == 0 || equals == value.npos || equals + 1 == value.size())
    throw Error("speaker: \"" + std::string(value) + "\" is not PRINTED=KNOWN");
  self.options.speakers[std::string(value.substr(0, equals))] = std::string(value.substr(equals + 1));
}

void set_coverage(quoth_checker& self, std::string_view value) {
  auto const coverage = quoth::store_coverage_named(value);
  if (!coverage) throw Error("coverage: \"" + std::string(value) + "\" is neither complete nor partial");
  self.options.coverage = *coverage;
}

void set_threads(quoth_checker& self, std::string_view value) {
  std::size_t threads = 0;
  auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), threads);
  if (error != std::errc() || end != value.data() + value.size() || threads == 0)
    throw Error("threads: \"" + std::string(value) + "\" is no number from 1 on");
  self.options.threads = threads;
}

void set_option(quoth_checker& self, std::string_view option, std::string const& value) {
  if (option == "format") {
    self.reading.format = value;
  } else if (option == "limit") {
    set_limit(self.reading.limits, value);
  } else {
    if (option == "policy") {
      self.options.policy = quoth::load_policy(value);
    } else if (option == "date") {
      self.options.date = value;
    } else if (option == "coverage") {
      set_coverage(self, value);
    } else if (option == "speaker") {
      set_speaker(self, value);
    } else if (option == "threads") {
      set_threads(self, value);
    } else {
      throw Error("\"" + std::string(option) + "\": no such option; see quoth_set");
    }
    self.checker.reset();
  }
}

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

void quoth_close(quoth_checker* checker) {
  guarded([&] {
    delete checker;
    return 1;
  });
}

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
