// SPDX-License-Identifier: MIT
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

#include "text/articles/article_readers.hpp"
#include "text/articles/feeds/file_slices.hpp"
#include "text/articles/web/html_prose.hpp"
#include "text/files/file_content.hpp"
#include "text/model/date.hpp"
#include "text/unicode/unicode.hpp"

// RSS (https://www.rssboard.org/rss-specification), Atom (RFC 4287) and the export of WordPress (WXR), which is RSS.
namespace quoth::text {

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

// The text of an element as one string, with its offsets in the file.
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

// Replaces the shortcodes of WordPress: "[caption id=…]" becomes an element, "[gallery ids=…]" nothing. All keep their
// length, so that offsets stay true.
void replace_shortcodes(std::string& text) {
  for (auto at = text.find('['); at != text.npos; at = text.find('[', at + 1)) {
    constexpr std::size_t longest = 500;  // bytes
    auto const end = std::string_view(text).substr(at, longest).find(']');
    if (end == text.npos) continue;
    std::string_view const code(text.data() + at + 1, end - 1);
    std::string element;
    if (code.starts_with("caption ")) {
      element = "<caption>";
    } else if (code == "/caption") {
      element = "</caption>";
    } else if (!code.starts_with("gallery") && !code.starts_with("embed") && code != "/embed") {
      continue;
    }
    element.resize(end + 1, ' ');
    text.replace(at, element.size(), element);
  }
}

std::string link_of(MarkupNode item) {
  auto const link = child(item, "link");
  auto const target = link.attribute("href");
  return target.empty() ? one_line(link) : std::string(target);
}

// The element with the text of an item: the first that has any.
MarkupNode body_of(MarkupNode item) {
  for (auto const& [name, prefix] :
       {std::pair{"encoded", "content"}, {"content", ""}, {"description", ""}, {"summary", ""}}) {
    if (auto body = child(item, name, prefix); body && !one_line(body).empty()) return body;
  }
  return {};
}

// WordPress exports menus, pictures and drafts as posts too.
bool is_other_than_article(MarkupNode item) {
  auto const type = one_line(child(item, "post_type", "wp"));
  auto const status = one_line(child(item, "status", "wp"));
  return (!type.empty() && type != "post" && type != "page") || status == "trash" || status == "auto-draft";
}

std::string date_of(MarkupNode item) {
  for (auto const& [name, prefix] :
       {std::pair{"pubDate", ""}, {"published", ""}, {"date", "dc"}, {"post_date", "wp"}, {"updated", ""}}) {
    if (auto date = date_of_field(one_line(child(item, name, prefix))); !date.empty()) return date;
  }
  return {};
}

// RSS puts an address into <author>, often with a name in brackets behind it.
std::string author_of(MarkupNode item) {
  if (auto creator = one_line(child(item, "creator", "dc")); !creator.empty()) return creator;
  if (auto const author = child(item, "author")) {
    auto name = one_line(author.find("name"));
    if (name.empty()) name = one_line(author);
    auto const open = name.find('(');
    if (open != name.npos && name.ends_with(')')) return name.substr(open + 1, name.size() - open - 2);
    return name.find('@') == name.npos ? name : std::string();
  }
  return {};
}

// The names of the channels around items. Each is looked for once, for all items in it; what is very long is none.
class Outlets {
 public:
  std::string const& outlet_of(MarkupNode item) {
    auto const channel = item.parent();
    auto const [found, is_new] = titles_.try_emplace(channel.index());
    constexpr std::size_t longest = 1000;  // bytes
    if (!is_new) return found->second;
    if (auto title = one_line(child(channel, "title")); title.size() <= longest) found->second = std::move(title);
    return found->second;
  }

 private:
  std::unordered_map<std::uint32_t, std::string> titles_;  // by the index of the channel
};

Document document_of(FileContent& file, MarkupNode item, FileSlices& slices, std::string id) {
  auto const& tree = file.xml_tree();
  bool const wordpress = static_cast<bool>(child(item, "post_type", "wp"));
  auto prose = slices.builder(tree, item);
  if (auto const title = child(item, "title")) {
    auto const text = extract_text(tree, title);
    prose.open(BlockKind::heading);
    prose.add(text.text, text.offsets.at(0));
  }
  auto const body = body_of(item);
  if (body.attribute("type") == "xhtml") {
    add_html_prose(tree, body, {}, {false, false}, prose);
  } else if (body) {
    auto text = extract_text(tree, body);
    if (wordpress) replace_shortcodes(text.text);
    add_html_fragment(text.text, text.offsets, {false, wordpress}, file.limits(), file.where(), prose);
  }
  auto document = prose.finish(std::move(id));
  document.title = one_line(child(item, "title"));
  document.url = link_of(item);
  document.date = date_of(item);
  document.author = author_of(item);
  return document;
}

void read(FileContent& file, std::string const& id, TakeDocument const& take) {
  auto const& tree = file.xml_tree();
  FileSlices slices(file.utf8());
  Outlets outlets;
  std::size_t number = 0;
  for (auto i = tree.root().index(); i < tree.root().end(); ++i) {
    auto const item = tree.node(i);
    if ((!item.is("item") && !item.is("entry")) || is_other_than_article(item)) continue;
    // A deadline for each article: the time for an export grows with its articles.
    Deadline const deadline(file.limits());
    auto document = document_of(file, item, slices, id + "#" + std::to_string(++number));
    document.outlet = outlets.outlet_of(item);
    deadline.check(file.where());
    take(std::move(document));
  }
}

}  // namespace

ArticleFormat const feed_article{"feed", "RSS, Atom and WordPress exports", ".rss .atom", recognises, read};

}  // namespace quoth::text
