// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "quoth/error.hpp"
#include "text/articles/article_readers.hpp"
#include "text/articles/office/docx_words.hpp"
#include "text/articles/office/indentation.hpp"
#include "text/articles/office/office_xml.hpp"
#include "text/articles/prose_builder.hpp"
#include "text/files/file_content.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/struck_text.hpp"

// Office Open XML: ECMA-376 part 1, chapter 17. Tracked changes are read as the final text.
namespace quoth::text {

namespace {

std::string const document_part(docx_body);

bool recognises(FileContent& file) {
  if (!is_zip(file.bytes())) return false;
  return file.ending() == ".docx" || Archive(file.bytes(), file.limits(), file.where()).contains(document_part);
}

// Deleted and moved words, field codes, and drawings that are repeated for old programs.
bool is_left_out(MarkupNode node) {
  constexpr std::array<std::string_view, 8> names{"del",      "moveFrom", "instrText", "delText",
                                                  "Fallback", "rPr",      "sectPr",    "annotationRef"};
  return std::ranges::find(names, node.name()) != names.end();
}

bool is_on(MarkupNode property) {
  auto const value = property.attribute("val");
  return property && value != "0" && value != "false" && value != "off";
}

MarkupNode properties_of_run(MarkupNode run) {
  if (!run.is("r")) return {};
  for (auto child = run.first_child(); child; child = child.next()) {
    if (child.is("rPr")) return child;
  }
  return {};
}

bool is_hidden(MarkupNode run) { return is_on(properties_of_run(run).find("vanish")); }

bool is_struck(MarkupNode run) {
  auto const properties = properties_of_run(run);
  return is_on(properties.find("strike")) || is_on(properties.find("dstrike"));
}

MarkupNode properties_of(MarkupNode paragraph) {
  auto const first = paragraph.first_child();
  for (auto child = first; child; child = child.next()) {
    if (child.is("pPr")) return child;
  }
  return {};
}

// The indents of paragraphs, set at the paragraph or by its style.
class Indents {
 public:
  // `styles` may be null. Counts the paragraphs of the body.
  Indents(Markup const* styles, Markup const& body) {
    if (styles != nullptr) {
      styles->each(styles->root(), "style", [this](MarkupNode style) {
        of_styles_[std::string(style.attribute("styleId"))] = indent_in(style.find("pPr"));
      });
    }
    body.each(body.root(), "p", [this](MarkupNode paragraph) {
      if (!paragraph.inner_text().empty()) indentation_.count(of(paragraph));
    });
  }

  bool is_quotation(MarkupNode paragraph, std::string const& before) const {
    return indentation_.is_quotation(of(paragraph), paragraph.inner_text(), before);
  }

 private:
  // A first line further left than the others is an entry of a list.
  static Indent indent_in(MarkupNode properties) {
    auto const ind = properties.find("ind");
    if (!ind || !ind.attribute("hanging").empty()) return {};
    auto const either = [&](char const* one, char const* other) {
      return millimetres_of_twips(ind.attribute(one).empty() ? ind.attribute(other) : ind.attribute(one));
    };
    return {either("left", "start"), either("right", "end")};
  }

  Indent of(MarkupNode paragraph) const {
    auto const properties = properties_of(paragraph);
    if (properties.find("ind")) return indent_in(properties);
    auto const style = of_styles_.find(properties.find("pStyle").attribute("val"));
    return style == of_styles_.end() ? Indent() : style->second;
  }

  std::map<std::string, Indent, std::less<>> of_styles_;
  Indentation indentation_;
};

// By the built-in names of styles; translated versions of Word keep "Heading1" or use the outline level.
BlockKind kind_of(MarkupNode paragraph) {
  auto const properties = properties_of(paragraph);
  auto const style = properties.find("pStyle").attribute("val");
  if (style.starts_with("Heading") || style == "Title" || properties.find("outlineLvl")) return BlockKind::heading;
  if (style == "Subtitle") return BlockKind::deck;
  if (style == "Caption") return BlockKind::caption;
  if (style.find("Quote") != style.npos || style == "BlockText") return BlockKind::block_quote;
  if (properties.find("numPr") || style.starts_with("List")) return BlockKind::list_item;
  return BlockKind::paragraph;
}

// Whether it is a line of a table of contents.
bool is_contents(MarkupNode paragraph) {
  return properties_of(paragraph).find("pStyle").attribute("val").starts_with("TOC");
}

// A paragraph whose end mark is deleted is joined to the next one.
bool is_end_deleted(MarkupNode paragraph) {
  auto const marks = properties_of(paragraph).find("rPr");
  return marks && marks.find("del");
}

using TakeWords = std::function<void(MarkupNode element, std::string_view words)>;

// Adds the paragraphs below `top`. Calls `take` with each element whose words are added.
void add_paragraphs(Markup const& tree, MarkupNode top, bool mark_struck, ProseBuilder& prose, TakeWords const& take,
                    Indents const* indents = nullptr) {
  auto const add = [&](MarkupNode element, std::string const& words) {
    prose.add(words);
    take(element, words);
  };
  bool goes_on = false;
  std::uint32_t struck_end = 0;
  std::uint32_t table_end = 0;
  std::string before;  // the words of the paragraph before
  for (auto i = top.index(); i < top.end();) {
    if (struck_end != 0 && i >= struck_end) {
      prose.add(to_utf8(struck_closing));
      struck_end = 0;
    }
    auto const node = tree.node(i);
    bool const struck = is_struck(node);
    if (is_left_out(node) || is_hidden(node) || (struck && !mark_struck)) {
      i = node.end();
      continue;
    }
    if (struck && struck_end == 0) {
      prose.add(to_utf8(struck_opening));
      struck_end = node.end();
    }
    if (node.is("p")) {
      auto kind = kind_of(node);
      bool const plain = kind == BlockKind::paragraph && i >= table_end && indents != nullptr;
      if (plain && !is_contents(node) && indents->is_quotation(node, before)) kind = BlockKind::block_quote;
      if (!goes_on) prose.open(kind, kind == BlockKind::block_quote);
      goes_on = is_end_deleted(node);
      before = node.inner_text();
    }
    if (node.is("tbl")) table_end = std::max(table_end, node.end());
    if (node.is("t")) add(node, node.inner_text());
    if (node.is("tab") || node.is("ptab")) prose.add(" ");
    bool const page_break = node.is("br") && node.attribute("type") == "page";
    if (node.is("lastRenderedPageBreak") || page_break) prose.turn_page();
    if ((node.is("br") && !page_break) || node.is("cr")) prose.add_line_break();
    if (node.is("noBreakHyphen")) add(node, "-");
    i = node.is("pPr") || node.is("t") ? node.end() : i + 1;
  }
  prose.close();
}

using TakeWordsOfPart = std::function<void(Markup const& tree, std::string const& part, MarkupNode, std::string_view)>;

void add_notes(OfficeFile& office, std::string const& part, std::string_view element, bool mark_struck,
               ProseBuilder& prose, TakeWordsOfPart const& take) {
  auto const notes = office.part(part);
  if (!notes) return;
  auto const take_words = [&](MarkupNode node, std::string_view words) { take(*notes, part, node, words); };
  notes->each(notes->root(), element, [&](MarkupNode note) {
    // Separator lines are stored as notes too.
    if (note.attribute("type").empty()) add_paragraphs(*notes, note, mark_struck, prose, take_words);
  });
}

void add_prose(FileContent& file, ProseBuilder& prose, TakeWordsOfPart const& take) {
  if (!is_zip(file.bytes())) throw Error(file.where() + ": is no .docx container; save it as .docx again");
  OfficeFile office(file);
  auto const body = office.part(document_part);
  if (!body) throw Error(file.where() + ": lacks " + document_part + "; save it as .docx again");
  bool const mark_struck = file.is_transcript();
  auto const styles = office.part("word/styles.xml");
  Indents const indents(styles ? &*styles : nullptr, *body);
  add_paragraphs(
      *body, body->root(), mark_struck, prose,
      [&](MarkupNode node, std::string_view words) { take(*body, document_part, node, words); }, &indents);
  add_notes(office, "word/footnotes.xml", "footnote", mark_struck, prose, take);
  add_notes(office, "word/endnotes.xml", "endnote", mark_struck, prose, take);
}

void read(FileContent& file, std::string const& id, TakeDocument const& take) {
  ProseBuilder prose({});
  add_prose(file, prose, [](auto const&...) {});
  auto document = prose.finish_by_paragraph(id);
  for (auto const& block : document.blocks()) {
    if (block.kind != BlockKind::heading) continue;
    document.title = document.utf8(block.span);
    break;
  }
  take(std::move(document));
}

}  // namespace

std::vector<DocxWords> docx_words(FileContent& file) {
  std::vector<DocxWords> all;
  std::string part;
  std::uint32_t seen = 0;     // nodes of the part
  std::uint32_t ordinal = 0;  // of the next element there that may hold words
  ProseBuilder prose({});
  add_prose(file, prose, [&](Markup const& tree, std::string const& name, MarkupNode node, std::string_view words) {
    if (name != part) part = name, seen = tree.root().index(), ordinal = 0;
    for (; seen < node.index(); ++seen) ordinal += holds_words(tree.node(seen).name());
    all.push_back({part, ordinal, std::string(words)});
  });
  return all;
}

ArticleFormat const docx_article{"docx", "Word documents", ".docx .docm .dotx", recognises, read};

}  // namespace quoth::text
