// SPDX-License-Identifier: MIT
#include "match/api/c_checker.hpp"

#include <algorithm>
#include <charconv>

#include "quoth/error.hpp"
#include "text/articles/article_format.hpp"
#include "text/model/date.hpp"

namespace quoth::match {

namespace {

void set_speaker(quoth_checker& self, std::string_view value) {
  auto const equals = value.find('=');
  if (equals == 0 || equals == value.npos || equals + 1 == value.size())
    throw Error("speaker: \"" + std::string(value) + "\" is not PRINTED=KNOWN");
  self.options.speakers[std::string(value.substr(0, equals))] = std::string(value.substr(equals + 1));
}

void set_coverage(quoth_checker& self, std::string_view value) {
  auto const coverage = store_coverage_named(value);
  if (!coverage) throw Error("coverage: \"" + std::string(value) + "\" is neither complete nor partial");
  self.options.coverage = *coverage;
}

void set_date(quoth_checker& self, std::string const& value) {
  if (!text::parse_date(value)) throw Error("date: \"" + value + "\" is no date; write YYYY-MM-DD");
  self.options.date = value;
}

void set_format(quoth_checker& self, std::string const& value) {
  auto const formats = text::article_formats();
  bool const known = value == "auto" || value == "jsonl" ||
                     std::any_of(formats.begin(), formats.end(), [&](auto const* one) { return one->name == value; });
  if (!known) throw Error("format: \"" + value + "\" is no format of articles; see quoth check --help");
  self.reading.format = value;
}

void set_threads(quoth_checker& self, std::string_view value) {
  std::size_t threads = 0;
  auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), threads);
  if (error != std::errc() || end != value.data() + value.size() || threads == 0)
    throw Error("threads: \"" + std::string(value) + "\" is no number from 1 on");
  self.options.threads = threads;
}

}  // namespace

Checker& checker_of(quoth_checker& self) {
  if (self.options.store.empty()) throw Error("the checker was opened without a store; name one to quoth_open");
  if (!self.checker) self.checker.emplace(self.options);
  return *self.checker;
}

Store& store_of(quoth_checker& self) {
  if (!self.store) {
    checker_of(self);
    self.store = Store::open(self.options.store);
  }
  return *self.store;
}

void set_option(quoth_checker& self, std::string_view option, std::string const& value) {
  if (option == "format") {
    set_format(self, value);
  } else if (option == "limit") {
    set_limit(self.reading.limits, value);
  } else {
    if (option == "policy") {
      self.options.policy = load_policy(value);
    } else if (option == "policy_text") {
      self.options.policy = Policy::parse(value, "the policy");
    } else if (option == "date") {
      set_date(self, value);
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
    self.of_threads.clear();
  }
}

}  // namespace quoth::match
