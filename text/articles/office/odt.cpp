// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "quoth/error.hpp"
#include "text/articles/article_readers.hpp"
#include "text/articles/office/indentation.hpp"
#include "text/articles/office/odt_words.hpp"
#include "text/articles/office/office_xml.hpp"
#include "text/articles/prose_builder.hpp"
#include "text/files/file_content.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/lines.hpp"
#include "text/words/struck_text.hpp"

// OpenDocument text: https://docs.oasis-open.org/office/OpenDocument/v1.3/. Tracked changes are read as the final text.
namespace quoth::text {

namespace {

constexpr std::string_view mimetype = "mimetypeapplication/vnd.oasis.opendocument.text";

// The standard puts the media type, uncompressed, at the start of the container.
bool recognises(FileContent& file) {
  if (!is_zip(file.bytes())) return false;
  return file.ending() == ".odt" || file.bytes().substr(0, 200).find(mimetype) != std::string::npos;
}

bool is_left_out(MarkupNode node) {
  // Deleted words are stored apart from the text.
  constexpr std::array<std::string_view, 5> names{"tracked-changes", "annotation", "note", "forms", "sequence-decls"};
  return std::ranges::find(names, node.name()) != names.end();
}

// Names of styles for struck-out words.
using Styles = std::set<std::string, std::less<>>;

Styles struck_styles(Markup const& tree) {
  Styles struck;
  tree.each(tree.root(), "style", [&](MarkupNode style) {
    auto const properties = style.find("text-properties");
    for (auto const* property : {"text-line-through-style", "text-line-through-type"}) {
      auto const line = properties.attribute(property);
      if (!line.empty() && line != "none") struck.emplace(style.attribute("name"));
    }
  });
  return struck;
}

// The paragraph styles of a file: which of them are quotations by name, and how far the others are set in.
class ParagraphStyles {
 public:
  explicit ParagraphStyles(Markup const& tree) {
    tree.each(tree.root(), "style", [this](MarkupNode style) {
      auto const name = std::string(style.attribute("name"));
      if (style.attribute("parent-style-name") == "Quotations") quotations_.insert(name);
      auto const properties = style.find("paragraph-properties");
      if (properties.attribute("break-before") == "page") on_new_page_.insert(name);
      indents_[name] = {millimetres(properties.attribute("margin-left")),
                        millimetres(properties.attribute("margin-right"))};
    });
    tree.each(tree.root().find("body"), "p", [this](MarkupNode paragraph) {
      if (!paragraph.inner_text().empty()) indentation_.count(indent_of(paragraph));
    });
  }

  bool is_quotation(MarkupNode paragraph, std::string const& before) const {
    auto const name = paragraph.attribute("style-name");
    return name == "Quotations" || quotations_.contains(name) ||
           indentation_.is_quotation(indent_of(paragraph), paragraph.inner_text(), before);
  }

  bool breaks_page(MarkupNode paragraph) const {
    return on_new_page_.contains(std::string(paragraph.attribute("style-name")));
  }

 private:
  Indent indent_of(MarkupNode paragraph) const {
    auto const found = indents_.find(paragraph.attribute("style-name"));
    return found == indents_.end() ? Indent() : found->second;
  }

  std::set<std::string, std::less<>> quotations_;
  std::set<std::string, std::less<>> on_new_page_;
  std::map<std::string, Indent, std::less<>> indents_;
  Indentation indentation_;
};

BlockKind kind_of(MarkupNode node, bool in_list) {
  if (node.is("h")) return BlockKind::heading;
  auto const style = node.attribute("style-name");
  if (style == "Title") return BlockKind::heading;
  if (style == "Subtitle") return BlockKind::deck;
  return in_list ? BlockKind::list_item : BlockKind::paragraph;
}

using TakeText = std::function<void(MarkupNode text)>;

// `take` gets each node of text that is part of the article.
void add_paragraphs(Markup const& tree, MarkupNode top, Styles const& struck, ParagraphStyles const& styles,
                    bool mark_struck, ProseBuilder& prose, TakeText const& take) {
  std::uint32_t list_end = 0;
  std::uint32_t table_end = 0;
  std::string before;                         // the words of the paragraph before
  std::vector<std::uint32_t> paragraph_ends;  // those of text boxes lie inside others
  bool is_resumed = false;                    // whether one goes on behind a text box
  std::uint32_t struck_end = 0;
  for (auto i = top.index() + 1; i < top.end();) {
    if (struck_end != 0 && i >= struck_end) {
      prose.add(to_utf8(struck_closing));
      struck_end = 0;
    }
    while (!paragraph_ends.empty() && i >= paragraph_ends.back()) {
      paragraph_ends.pop_back();
      is_resumed = true;
    }
    auto const node = tree.node(i);
    bool const is_struck = node.is("span") && struck.contains(node.attribute("style-name"));
    if (is_struck && mark_struck && struck_end == 0) {
      prose.add(to_utf8(struck_opening));
      struck_end = node.end();
    }
    if (is_left_out(node) || (is_struck && !mark_struck)) {
      i = node.end();
      continue;
    }
    if (node.is("table") || node.is("table-of-content")) table_end = std::max(table_end, node.end());
    if (node.is("list")) list_end = std::max(list_end, node.end());
    if ((node.is("p") || node.is("h")) && node.prefix() == "text") {
      auto kind = kind_of(node, i < list_end);
      if (kind == BlockKind::paragraph && i >= table_end && styles.is_quotation(node, before))
        kind = BlockKind::block_quote;
      if (styles.breaks_page(node)) prose.turn_page();
      prose.open(kind, kind == BlockKind::block_quote);
      before = node.inner_text();
      paragraph_ends.push_back(node.end());
      is_resumed = false;
    }
    if (node.is_text() && !paragraph_ends.empty()) {
      if (is_resumed) prose.open(BlockKind::paragraph);
      is_resumed = false;
      prose.add(node.text());
      take(node);
    }
    if (node.is("s") || node.is("tab")) prose.add(" ");
    if (node.is("line-break")) prose.add_line_break();
    if (node.is("soft-page-break")) prose.turn_page();
    ++i;
  }
  prose.close();
}

void add_prose(FileContent& file, Markup const& content, ProseBuilder& prose, TakeText const& take) {
  auto const struck = struck_styles(content);
  ParagraphStyles const styles(content);
  bool const mark_struck = file.is_transcript();
  add_paragraphs(content, content.root().find("body"), struck, styles, mark_struck, prose, take);
  // Behind the text the notes of all words that are left.
  for (auto i = content.root().index(); i < content.root().end();) {
    auto const node = content.node(i);
    if (node.is("note-body")) add_paragraphs(content, node, struck, styles, mark_struck, prose, take);
    i = node.is("tracked-changes") || node.is("note-body") ? node.end() : i + 1;
  }
}

std::optional<Markup> content_of(FileContent& file) {
  if (!is_zip(file.bytes())) throw Error(file.where() + ": is no .odt container; save it as .odt again");
  auto content = OfficeFile(file).part(std::string(odt_content));
  if (!content) throw Error(file.where() + ": lacks content.xml; save it as .odt again");
  return content;
}

void read(FileContent& file, std::string const& id, TakeDocument const& take) {
  auto content = content_of(file);
  ProseBuilder prose({});
  add_prose(file, *content, prose, [](MarkupNode) {});
  auto document = prose.finish_by_paragraph(id);
  for (auto const& block : document.blocks()) {
    if (block.kind != BlockKind::heading) continue;
    document.title = document.utf8(block.span);
    break;
  }
  content.reset();
  file.release();
  take(std::move(document));
}

}  // namespace

std::size_t letters_in(std::u32string_view text) {
  return text.size() -
         static_cast<std::size_t>(std::ranges::count_if(text, [](char32_t c) { return is_white_space(c); }));
}

std::vector<OdtWords> odt_words(FileContent& file) {
  auto const content = content_of(file);
  std::vector<OdtWords> all;
  ProseBuilder prose({});
  std::map<std::uint32_t, std::size_t> before;  // the code points before a node of text, by its index
  std::size_t count = 0;
  for (auto i = content->root().index(); i < content->root().end(); ++i) {
    auto const node = content->node(i);
    if (!node.is_text()) continue;
    before.emplace(i, count);
    count += letters_in(to_utf32(node.text()));
  }
  add_prose(file, *content, prose, [&](MarkupNode text) {
    all.push_back({before.at(text.index()), std::string(text.text())});
  });
  return all;
}

ArticleFormat const odt_article{"odt", "OpenDocument text", ".odt", recognises, read};

}  // namespace quoth::text
