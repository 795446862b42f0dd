// SPDX-License-Identifier: MIT
#include "dates.hpp"
#include "html_prose.hpp"
#include "quoth/unicode.hpp"
#include "readers.hpp"

// RSS (https://www.rssboard.org/rss-specification), Atom (RFC 4287) and the export of WordPress (WXR), which is RSS.
namespace quoth {

namespace {

bool recognises(FileContent& file) {
  auto const root = file.xml_root();
  return root.is("rss") || root.is("feed") || root.is("RDF");
}

MarkupNode child(MarkupNode parent, std::string_view name, std::string_view prefix = {}) {
  for (auto node = parent.first_child(); node; node = node.next()) {
    if (!node.is_text() && node.is(name) && node.prefix() == prefix) return node;
  }
  return {};
}

std::string one_line(MarkupNode node) {
  ProseBuilder line({});
  line.add(node.inner_text());
  return to_utf8(line.finish({}).text());
}

// The text of an element as one string, with the way back to the file.
struct Extracted {
  std::string text;
  OffsetMap offsets;
};

Extracted extract_text(Markup const& tree, MarkupNode element) {
  Extracted result;
  for (auto i = element.index() + 1; i < element.end(); ++i) {
    auto const node = tree.node(i);
    if (!node.is_text()) continue;
    result.offsets.add(result.text.size(), node.offset());
    result.text += node.text();
  }
  return result;
}

std::string link_of(MarkupNode item) {
  auto const link = child(item, "link");
  auto const target = link.attribute("href");
  return target.empty() ? one_line(link) : std::string(target);
}

// The fullest text an item has.
MarkupNode body_of(MarkupNode item) {
  for (auto const& [name, prefix] :
       {std::pair{"encoded", "content"}, {"content", ""}, {"description", ""}, {"summary", ""}}) {
    if (auto const body = child(item, name, prefix)) return body;
  }
  return {};
}

// WordPress keeps menus, pictures and drafts among its posts.
bool is_other_than_article(MarkupNode item) {
  auto const type = one_line(child(item, "post_type", "wp"));
  auto const status = one_line(child(item, "status", "wp"));
  return (!type.empty() && type != "post" && type != "page") || status == "trash" || status == "auto-draft";
}

std::string date_of(MarkupNode item) {
  for (auto const& [name, prefix] :
       {std::pair{"pubDate", ""}, {"published", ""}, {"date", "dc"}, {"post_date", "wp"}, {"updated", ""}}) {
    if (auto date = day_of(one_line(child(item, name, prefix))); !date.empty()) return date;
  }
  return {};
}

Document document_of(FileContent& file, MarkupNode item, std::string id) {
  auto const& tree = *file.xml();
  bool const wordpress = static_cast<bool>(child(item, "post_type", "wp"));
  ProseBuilder prose(file.utf8());
  if (auto const title = child(item, "title")) {
    auto const text = extract_text(tree, title);
    prose.open(BlockKind::heading);
    prose.add(text.text, text.offsets.at(0));
  }
  auto const body = body_of(item);
  if (body.attribute("type") == "xhtml") {
    add_html_prose(tree, body, {}, {false, false}, prose);
  } else if (body) {
    auto const text = extract_text(tree, body);
    add_html_fragment(text.text, text.offsets, {false, wordpress}, file.limits(), file.where(), prose);
  }
  auto document = prose.finish(std::move(id));
  document.title = one_line(child(item, "title"));
  document.url = link_of(item);
  document.date = date_of(item);
  return document;
}

void read(FileContent& file, std::string const& id, TakeDocument const& take) {
  auto const& tree = *file.xml();
  std::size_t number = 0;
  for (auto i = tree.root().index(); i < tree.root().end(); ++i) {
    auto const item = tree.node(i);
    if ((!item.is("item") && !item.is("entry")) || is_other_than_article(item)) continue;
    file.deadline().check(file.where());
    take(document_of(file, item, id + "#" + std::to_string(++number)));
  }
}

}  // namespace

ArticleFormat const feed_article{"feed", "RSS, Atom and WordPress exports", ".rss .atom", recognises, read};

}  // namespace quoth
