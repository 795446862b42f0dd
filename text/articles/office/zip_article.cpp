// SPDX-License-Identifier: MIT
#include <algorithm>
#include <sstream>

#include "quoth/error.hpp"
#include "text/articles/article_readers.hpp"
#include "text/files/archive.hpp"
#include "text/files/file_content.hpp"
#include "text/json/jsonl.hpp"

namespace quoth::text {

namespace {

// Word and OpenDocument files are ZIP containers too; their readers come earlier in the list.
bool recognises(FileContent& file) { return is_zip(file.bytes()) && file.ending() == ".zip"; }

std::string ending_of(std::string const& name) { return FileContent({}, name, name).ending(); }

bool is_lines(std::string const& ending) { return ending == ".jsonl" || ending == ".ndjson"; }

bool is_article(std::string const& name) {
  auto const ending = ending_of(name);
  auto const lists = [&](ArticleFormat const* format) {
    return format != &zip_article && (" " + std::string(format->endings) + " ").find(" " + ending + " ") != name.npos;
  };
  return is_lines(ending) || (!ending.empty() && std::ranges::any_of(article_formats(), lists));
}

void read_lines(FileContent const& file, std::string const& id, TakeDocument const& take) {
  std::istringstream in(file.bytes());
  std::string error;
  read_article_lines(in, id, file.limits(), [&](JsonLine<Document>&& line) {
    if (line.error.empty()) return take(std::move(line.value));
    if (error.empty()) error = id + ":" + std::to_string(line.number) + ": " + line.error;
  });
  if (!error.empty()) throw Error(error);
}

void read_entry(std::string bytes, FileContent const& zip, std::string const& id, TakeDocument const& take) {
  FileContent entry(std::move(bytes), id, id, zip.limits());
  if (is_lines(entry.ending())) return read_lines(entry, id, take);
  parse_articles(entry, "auto", id, take);
}

// Reads all entries; an entry that cannot be read does not stop the others.
void read(FileContent& file, std::string const& id, TakeDocument const& take) {
  Archive archive(file.bytes(), file.limits(), file.where());
  std::string error;
  for (auto const& name : archive.names()) {
    if (!is_article(name)) continue;
    try {
      auto entry = id;
      entry.append("/").append(name);
      archive.start_anew();
      if (auto bytes = archive.read(name)) read_entry(std::move(*bytes), file, entry, take);
    } catch (Error const& failure) {
      if (error.empty()) error = failure.what();
    }
  }
  if (!error.empty()) throw Error(error);
}

}  // namespace

ArticleFormat const zip_article{"zip", "ZIP files of articles", ".zip", recognises, read};

}  // namespace quoth::text
