// SPDX-License-Identifier: MIT
#include <algorithm>

#include "text/articles/article_readers.hpp"
#include "text/articles/web/html_prose.hpp"
#include "text/files/file_content.hpp"
#include "text/model/date.hpp"
#include "text/words/lines.hpp"

// IPTC ninjs, versions 1 to 3: https://iptc.org/standards/ninjs/
namespace quoth::text {

namespace {

bool recognises(FileContent& file) {
  auto const root = file.json();
  return root["uri"].is_string() &&
         (root["bodies"].is_array() || root["body_text"] || root["body_xhtml"] || root["body_html"]);
}

JsonValue main_of(JsonValue list) {
  auto found = list.front();
  list.each([&](JsonValue item) {
    if (item["role"].string() == "main") found = item;
  });
  return found;
}

std::string headline_of(JsonValue root) {
  auto const headline = root["headline"].string();
  return std::string(headline.empty() ? main_of(root["headlines"])["value"].string() : headline);
}

struct Body {
  std::string_view text;
  bool html = false;
};

// Prefers HTML, which marks paragraphs and headings, to plain text.
Body body_of(JsonValue root) {
  for (auto const* name : {"body_xhtml", "body_html"}) {
    if (auto const text = root[name].string(); !text.empty()) return {text, true};
  }
  Body body{root["body_text"].string(), false};
  root["bodies"].each([&](JsonValue item) {
    auto const type = item["contenttype"].string();
    bool const html = type.find("html") != type.npos;
    if (body.text.empty() || (html && !body.html)) body = {item["value"].string(), html};
  });
  return body;
}

void read(FileContent& file, std::string const& id, TakeDocument const& take) {
  auto const root = file.json();
  auto const title = headline_of(root);
  auto const date = date_of_field(root["versioncreated"].string());
  std::string const url(root["uri"].string());
  auto author = std::string(root["byline"].string());
  if (author.starts_with("By ") || author.starts_with("by ")) author.erase(0, std::string_view("By ").size());
  auto const body = body_of(root);
  bool const html = body.html;
  std::string const text(body.text);
  file.release();
  ProseBuilder prose({});
  prose.open(BlockKind::heading);
  prose.add(title);
  if (html) {
    add_html_fragment(text, {}, {false, false}, file.limits(), file.where(), prose);
  } else {
    prose.reserve(text.size());
    std::string_view rest = text;
    while (!rest.empty()) {
      prose.open(BlockKind::paragraph);
      prose.add(take_line(rest));
    }
  }
  auto document = prose.finish(id);
  document.title = title;
  document.date = date;
  document.url = url;
  document.author = author;
  take(std::move(document));
}

}  // namespace

ArticleFormat const ninjs_article{"ninjs", "IPTC ninjs", "", recognises, read};

}  // namespace quoth::text
