// SPDX-License-Identifier: MIT
#include <array>
#include <fstream>
#include <functional>
#include <istream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "grammar/transcripts/source_lines.hpp"
#include "match/api/c_support.hpp"
#include "quoth/error.hpp"
#include "quoth/limits.hpp"
#include "quoth/quoth.h"
#include "quoth/store.hpp"
#include "quoth/transcript.hpp"
#include "text/files/file_bytes.hpp"
#include "text/json/json_writer.hpp"

struct quoth_store {
  std::string path;
  std::optional<quoth::Store> store;  // none where a bulk was given up, until the next use
};

namespace {

using quoth::Error;
using quoth::match::copy_of;
using quoth::match::given;
using quoth::match::guarded;

quoth::Store& opened(quoth_store& self) {
  if (!self.store) self.store = quoth::Store::open_writable(self.path);
  return *self.store;
}

template <typename Value>
Value named(std::optional<Value> const& value, std::string_view option, std::string const& text) {
  if (!value) throw Error(std::string(option) + ": \"" + text + "\" is none; see quoth ingest --help");
  return *value;
}

void set_option(quoth::TranscriptOptions& options, std::string_view name, std::string const& value) {
  if (name == "speaker") {
    options.speakers.push_back(value);
  } else if (name == "made") {
    options.made = named(quoth::made_named(value), name, value);
  } else if (name == "kind") {
    options.kind = named(quoth::source_kind_named(value), name, value);
  } else if (name == "limit") {
    set_limit(options.limits, value);
  } else {
    std::array<std::pair<std::string_view, std::string*>, 5> const texts{{{"format", &options.format},
                                                                          {"id", &options.id},
                                                                          {"title", &options.title},
                                                                          {"date", &options.date},
                                                                          {"url", &options.url}}};
    for (auto const& [known, text] : texts) {
      if (known != name) continue;
      *text = value;
      return;
    }
    throw Error("\"" + std::string(name) + "\": no such option; see quoth_ingest_file");
  }
}

quoth::TranscriptOptions options_of(char const* const* options) {
  quoth::TranscriptOptions result;
  for (; options != nullptr && *options != nullptr; ++options) {
    std::string_view const option = *options;
    auto const equals = option.find('=');
    if (equals == option.npos) throw Error("\"" + std::string(option) + "\" is not NAME=VALUE");
    set_option(result, option.substr(0, equals), std::string(option.substr(equals + 1)));
  }
  return result;
}

using TakeSource = std::function<void(quoth::Source&&)>;

void read_lines(std::istream& in, std::string const& name, quoth::TranscriptOptions const& options,
                TakeSource const& take) {
  quoth::transcripts::read_source_lines(in, name, options, take, [](std::string const& why) { throw Error(why); });
}

// Everything that `read` gives, in one transaction.
char* ingest(quoth_store& self, std::function<void(TakeSource const&)> const& read) {
  auto& store = opened(self);
  auto const before = store.committed();
  try {
    // Others may write until there is a source.
    bool bulk = false;
    read([&](quoth::Source&& source) {
      if (!std::exchange(bulk, true)) store.begin_bulk();
      store.ingest(source);
    });
    if (bulk) store.finish_bulk();
  } catch (...) {
    self.store.reset();  // gives the bulk up
    throw;
  }
  auto const after = store.committed();
  quoth::text::JsonWriter json;
  json.begin_object().field("added", after.added - before.added);
  json.field("replaced", after.replaced - before.replaced);
  json.field("unchanged", after.unchanged - before.unchanged).end_object();
  return copy_of(json.take());
}

}  // namespace

quoth_store* quoth_store_open(char const* path) {
  return guarded([&] {
    auto self = std::make_unique<quoth_store>();
    self->path = given(path, "the path");
    opened(*self);
    return self.release();
  });
}

void quoth_store_close(quoth_store* store) { delete store; }

char* quoth_ingest_file(quoth_store* store, char const* path, char const* const* options) {
  return guarded([&] {
    auto const read_as = options_of(options);
    std::string const file = given(path, "the path");
    return ingest(*given(store, "the store"), [&](TakeSource const& take) {
      if (!quoth::transcripts::holds_source_lines(file, read_as.format)) return read_sources(file, take, read_as);
      auto in = quoth::text::open_file(file);
      read_lines(in, file, read_as, take);
    });
  });
}

char* quoth_ingest_bytes(quoth_store* store, char const* name, char const* bytes, size_t size,
                         char const* const* options) {
  return guarded([&] {
    auto const read_as = options_of(options);
    std::string const file = given(name, "the name");
    std::string content(given(bytes, "the bytes"), size);
    return ingest(*given(store, "the store"), [&](TakeSource const& take) {
      if (!quoth::transcripts::holds_source_lines(file, read_as.format))
        return quoth::sources_in(std::move(content), file, take, read_as);
      std::istringstream in(std::move(content));
      read_lines(in, file, read_as, take);
    });
  });
}

int quoth_remove(quoth_store* store, char const* id) {
  return guarded([&] {
    auto& self = *given(store, "the store");
    if (!opened(self).remove(given(id, "the id")))
      throw Error(self.path + ": holds no source \"" + id + "\"; see quoth_sources");
    return 1;
  });
}
