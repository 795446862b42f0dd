// SPDX-License-Identifier: MIT
#include "text/articles/web/json_ld.hpp"

#include "quoth/error.hpp"
#include "text/articles/article_readers.hpp"
#include "text/articles/web/html_prose.hpp"
#include "text/files/file_content.hpp"
#include "text/model/date.hpp"
#include "text/unicode/unicode.hpp"

// Articles as schema.org describes them: https://schema.org/NewsArticle
namespace quoth::text {

namespace {

// How deep graphs may nest in lists and graphs.
constexpr int deepest = 4;

// The first object, in the order of the file, that has that member.
JsonValue object_with(std::string_view member, JsonValue value, int depth) {
  if (depth > deepest) return {};
  if (value[member].is_string()) return value;
  JsonValue found;
  auto const look = [&](JsonValue item) {
    if (!found) found = object_with(member, item, depth + 1);
  };
  value.each(look);
  value["@graph"].each(look);
  return found;
}

// The names of a person, a body, or a list of them: a string or an object with a `name`.
std::string names_in(JsonValue value) {
  if (value.is_string()) return std::string(value.string());
  if (value["name"].is_string()) return std::string(value["name"].string());
  std::string names;
  value.each([&](JsonValue item) {
    auto const name = item.is_string() ? item.string() : item["name"].string();
    if (!name.empty()) names += (names.empty() ? "" : ", ") + std::string(name);
  });
  return names;
}

bool recognises(FileContent& file) {
  auto const article = json_ld_article_of(file.json());
  return article["articleBody"].is_string() && (article["@type"] || article["@context"]);
}

void read(FileContent& file, std::string const& id, TakeDocument const& take) {
  auto const article = json_ld_article_of(file.json());
  std::string const title(article["headline"].string());
  auto const date = date_of_field(article["datePublished"].string());
  std::string const url(article["url"].string());
  auto const author = names_in(article["author"]);
  auto const publisher = names_in(article["publisher"]);
  std::string const body(article["articleBody"].string());
  file.release();
  ProseBuilder prose({});
  prose.open(BlockKind::heading);
  prose.add(title);
  add_html_fragment(body, {}, {false, true}, file.limits(), file.where(), prose);
  auto document = prose.finish(id);
  document.title = title;
  document.date = date;
  document.url = url;
  document.author = author;
  document.outlet = publisher;
  take(std::move(document));
}

}  // namespace

// Prefers the object with the text: the site and its pages have headlines too.
JsonValue json_ld_article_of(JsonValue root) {
  auto const article = object_with("articleBody", root, 0);
  return article ? article : object_with("headline", root, 0);
}

void add_json_ld(Markup const& page, Document& document) {
  page.each(page.node(0), "script", [&](MarkupNode script) {
    if (script.attribute("type") != "application/ld+json") return;
    try {
      constexpr std::size_t depth = 64;  // levels of nesting, at most
      JsonDocument const json(script.inner_text(), depth, document.id());
      auto const article = json_ld_article_of(json.root());
      if (document.title.empty()) document.title = article["headline"].string();
      if (document.date.empty()) document.date = date_of_field(article["datePublished"].string());
      if (document.url.empty()) document.url = article["url"].string();
      if (document.author.empty()) document.author = names_in(article["author"]);
      if (document.outlet.empty()) document.outlet = names_in(article["publisher"]);
    } catch (Error const&) {
      // Broken JSON-LD is common; the article can be read without it.
    }
  });
}

ArticleFormat const json_ld_article{"json-ld", "schema.org articles in JSON-LD", ".jsonld", recognises, read};

}  // namespace quoth::text
