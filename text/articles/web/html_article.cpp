// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "quoth/error.hpp"
#include "text/articles/article_readers.hpp"
#include "text/articles/web/html_document.hpp"
#include "text/articles/web/html_prose.hpp"
#include "text/articles/web/json_ld.hpp"
#include "text/files/file_content.hpp"
#include "text/model/date.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::text {

namespace {

bool recognises(FileContent& file) { return file.looks_like_html(); }

std::string one_line(std::string_view text) {
  ProseBuilder line({});
  line.add(text);
  return to_utf8(line.finish({}).text());
}

// The content of the first <meta> element that has any of these names.
std::string_view meta(Markup const& tree, std::initializer_list<std::string_view> names) {
  std::string_view found;
  tree.each(tree.node(0), "meta", [&](MarkupNode node) {
    for (auto const name : names) {
      bool const same =
          node.attribute("property") == name || node.attribute("name") == name || node.attribute("itemprop") == name;
      if (found.empty() && same) found = node.attribute("content");
    }
  });
  return found;
}

// The title without the name of the site: "Harbour opens" for "Harbour opens | The Example".
std::string without_site(std::string title) {
  for (auto const* mark : {" | ", " – ", " — ", " - ", " :: "}) {
    auto const at = title.rfind(mark);
    if (at != title.npos && title.find(' ') < at) return title.substr(0, at);
  }
  return title;
}

// Whether navigation or the like encloses the node. An element with over two fifths of the text is none, though themes
// give the page itself names such as "has-sidebar".
bool inside_furniture(MarkupNode node, ParagraphText const& paragraphs, std::size_t all) {
  for (auto above = node; above; above = above.parent()) {
    if (is_furniture(above) && paragraphs.inside(above) * 5 <= all * 2) return true;
  }
  return false;
}

// The element that holds the article: the one marked as such, if it holds over half of the page's text, else the
// deepest that holds over three quarters of it.
MarkupNode main_element(Markup const& tree) {
  ParagraphText const paragraphs(tree);
  auto best = tree.node(0);
  auto const all = paragraphs.inside(best);
  MarkupNode marked;
  for (std::uint32_t i = 1; i < best.end(); ++i) {
    auto const node = tree.node(i);
    if (node.is_text()) continue;
    bool const says_so = node.is("article") || node.is("main") || node.attribute("role") == "main" ||
                         node.attribute("itemprop") == "articleBody";
    // Of two with the same text, the inner one.
    if (says_so && (!marked || paragraphs.inside(node) >= paragraphs.inside(marked))) marked = node;
  }
  if (marked && paragraphs.inside(marked) * 2 > all) return marked;
  for (auto i = best.index() + 1; i < best.end();) {
    auto const node = tree.node(i);
    if (!node.is_text() && !node.is("p") && paragraphs.inside(node) * 4 > all * 3 && all > 0) {
      best = node;
      ++i;
    } else {
      i = node.is_text() ? i + 1 : node.end();
    }
  }
  return best;
}

// The article's own heading, wherever it is on the page.
MarkupNode headline(Markup const& tree, MarkupNode body) {
  if (auto inside = body.find("h1")) return inside;
  ParagraphText const paragraphs(tree);
  auto const all = paragraphs.inside(tree.node(0));
  MarkupNode found;
  tree.each(tree.node(0), "h1", [&](MarkupNode node) {
    if (!found && !inside_furniture(node, paragraphs, all)) found = node;
  });
  return found;
}

std::string date_of(Markup const& tree, MarkupNode body) {
  auto date = date_of_field(meta(tree, {"article:published_time", "datePublished", "date", "dc.date", "DC.date.issued",
                                        "citation_publication_date", "pubdate", "publish-date", "parsely-pub-date"}));
  if (date.empty()) date = date_of_field(body.find("time").attribute("datetime"));
  if (date.empty()) date = date_of_field(tree.node(0).find("time").attribute("datetime"));
  return date;
}

// A name and not an address, as some sites give for their authors.
std::string name_in(std::string_view field) {
  return field.find("://") == field.npos ? one_line(field) : std::string();
}

// The authors that the page names, each once, joined by commas.
std::string author_of(Markup const& tree) {
  std::string authors;
  std::set<std::string> known;
  auto const add = [&](std::string name) {
    if (name.starts_with("By ") || name.starts_with("by ")) name.erase(0, std::string_view("By ").size());
    if (!name.empty() && known.insert(name).second) authors += (authors.empty() ? "" : ", ") + name;
  };
  for (std::string_view const field :
       {"author", "citation_author", "article:author", "dc.creator", "DC.creator", "parsely-author", "byl"}) {
    tree.each(tree.node(0), "meta", [&](MarkupNode node) {
      if (node.attribute("name") == field || node.attribute("property") == field)
        add(name_in(node.attribute("content")));
    });
    if (!authors.empty()) return authors;
  }
  tree.each(tree.node(0), "a", [&](MarkupNode node) {
    if (node.attribute("rel") == "author" && known.empty()) add(one_line(node.inner_text()));
  });
  return authors;
}

std::string outlet_of(Markup const& tree) {
  return name_in(meta(tree, {"og:site_name", "publisher", "dc.publisher", "DC.publisher", "citation_publisher"}));
}

std::string url_of(Markup const& tree) {
  std::string url(meta(tree, {"og:url"}));
  tree.each(tree.node(0), "link", [&](MarkupNode link) {
    if (link.attribute("rel") == "canonical" && url.empty()) url = link.attribute("href");
  });
  return url;
}

std::string title_of(Markup const& tree, MarkupNode heading) {
  auto title = one_line(heading.inner_text());
  if (title.empty()) title = one_line(meta(tree, {"og:title"}));
  if (title.empty()) title = without_site(one_line(tree.node(0).find("title").inner_text()));
  return title;
}

}  // namespace

Document html_document(FileContent& page, std::string id) {
  auto const& tree = *page.html();
  HtmlProse const how{true, false, page.is_transcript()};
  auto const body = main_element(tree);
  auto const heading = headline(tree, body);
  ProseBuilder prose(page.utf8());
  prose.reserve(page.utf8().size());
  bool const outside = heading && (heading.index() < body.index() || heading.index() >= body.end());
  if (outside) add_html_prose(tree, heading, {}, how, prose);
  add_html_prose(tree, body, {}, how, prose);
  auto document = prose.finish(std::move(id));
  document.title = title_of(tree, heading);
  document.date = date_of(tree, body);
  document.url = url_of(tree);
  document.author = author_of(tree);
  document.outlet = outlet_of(tree);
  document.language = tree.node(0).find("html").attribute("lang");
  add_json_ld(tree, document);
  return document;
}

namespace {

void read(FileContent& file, std::string const& id, TakeDocument const& take) {
  auto document = html_document(file, id);
  file.release();
  take(std::move(document));
}

}  // namespace

ArticleFormat const html_article{"html", "web pages", ".html .htm .xhtml", recognises, read};

}  // namespace quoth::text
