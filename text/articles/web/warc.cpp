// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "quoth/error.hpp"
#include "text/articles/article_readers.hpp"
#include "text/articles/web/html_document.hpp"
#include "text/files/file_content.hpp"
#include "text/files/gzip.hpp"
#include "text/model/date.hpp"
#include "text/unicode/ascii.hpp"
#include "text/words/lines.hpp"

// Web archives: https://iipc.github.io/warc-specifications/. Every HTML response is an article.
namespace quoth::text {

namespace {

bool recognises(FileContent& file) { return file.starts_with("WARC/"); }

struct Header {
  std::string_view lines;

  // The value of a field, whose name is compared without case; empty if it is absent.
  std::string_view operator[](std::string_view name) const {
    for (auto rest = lines; !rest.empty();) {
      auto line = take_line(rest);
      if (line.size() <= name.size() || line[name.size()] != ':') continue;
      if (!is_same_in_ascii_case(line.substr(0, name.size()), name)) continue;
      line.remove_prefix(name.size() + 1);
      return trimmed(line);
    }
    return {};
  }
};

// Removes the header from `rest` and returns it: the lines before an empty one. Reads no further, since `rest` is the
// whole archive.
Header take_header(std::string_view& rest) {
  for (auto line = rest.find('\n'); line != rest.npos; line = rest.find('\n', line + 1)) {
    auto const next = rest.substr(line + 1, 2);
    if (!next.starts_with('\n') && next != "\r\n") continue;
    Header const header{rest.substr(0, line)};
    rest.remove_prefix(line + (next.starts_with('\n') ? 2 : 3));
    return header;
  }
  return {std::exchange(rest, {})};
}

std::size_t length_of(Header const& header) {
  auto const field = header["Content-Length"];
  std::size_t length = 0;
  std::from_chars(field.data(), field.data() + field.size(), length);
  return length;
}

// Joins the chunks of HTTP's chunked transfer coding: a size in hexadecimal, that many bytes, a line break.
std::string joined_chunks(std::string_view body) {
  std::string out;
  while (!body.empty()) {
    std::size_t size = 0;
    auto const [end, error] =
        std::from_chars(body.data(), body.data() + std::min<std::size_t>(body.size(), 16), size, 16);
    auto const line = body.find('\n');
    if (error != std::errc{} || size == 0 || line == body.npos) break;
    body.remove_prefix(line + 1);
    size = std::min(size, body.size());
    out += body.substr(0, size);
    body.remove_prefix(std::min(size + 2, body.size()));
  }
  return out;
}

// Whether the status is a success, "HTTP/1.1 200 OK": errors and redirections are not articles.
bool is_success(Header const& http) {
  auto const space = http.lines.find(' ');
  return space != std::string_view::npos && http.lines.substr(space + 1).starts_with('2');
}

// The article of a record. A response contains an HTTP header, a resource does not. Each page has its own deadline: the
// time for an archive grows with its pages.
std::optional<Document> page_of(FileContent& file, Header const& record, std::string_view body) {
  Deadline const deadline(file.limits());
  bool const response = record["WARC-Type"] == "response";
  auto const http = response ? take_header(body) : record;
  if (in_ascii_lower(http["Content-Type"]).find("html") == std::string::npos) return std::nullopt;
  if (response && !is_success(http)) return std::nullopt;
  std::string page(body);
  bool const chunked = response && in_ascii_lower(http["Transfer-Encoding"]).find("chunked") != std::string::npos;
  if (chunked) page = joined_chunks(body);
  if (is_gzip(page)) page = gunzip(page, file.limits(), file.where());
  auto const uri = std::string(record["WARC-Target-URI"]);
  FileContent content(std::move(page), file.where() + " (" + uri + ")", {}, file.limits());
  auto document = html_document(content, uri);
  if (document.url.empty()) document.url = uri;
  if (document.date.empty()) document.date = date_of_field(record["WARC-Date"]);
  deadline.check(content.where());
  return document;
}

// Reads all pages; a page that cannot be read does not stop the others.
void read(FileContent& file, std::string const& /*id*/, TakeDocument const& take) {
  std::string_view rest = file.bytes();
  std::string error;
  while (rest.starts_with("WARC/")) {
    auto const header = take_header(rest);
    auto const length = length_of(header);
    if (length > rest.size()) throw Error(file.where() + ": a WARC record ends too soon; fetch the file again");
    std::optional<Document> page;
    try {
      auto const type = header["WARC-Type"];
      if (type == "response" || type == "resource") page = page_of(file, header, rest.substr(0, length));
    } catch (Error const& failure) {
      if (error.empty()) error = failure.what();
    }
    if (page) take(std::move(*page));
    rest.remove_prefix(length);
    rest.remove_prefix(std::min(rest.find_first_not_of("\r\n"), rest.size()));
  }
  if (!rest.empty() && error.empty())
    error = file.where() +
            ": a WARC record has another length than it says; what follows is left out; fetch the file again";
  if (!error.empty()) throw Error(error);
}

}  // namespace

ArticleFormat const warc_article{"warc", "web archives", ".warc", recognises, read};

}  // namespace quoth::text
