// SPDX-License-Identifier: MIT
#include "text/articles/office/odt_comments.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "quoth/error.hpp"
#include "text/articles/office/odt_words.hpp"
#include "text/files/archive.hpp"
#include "text/files/archive_edit.hpp"
#include "text/markup/xml_tree.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/lines.hpp"

// Annotations: OpenDocument 1.3, part 3, 14.1 and 14.2.
namespace quoth::text {

namespace {

// A position in a tree: before the code point `offset` of a node of text.
struct TreePlace {
  std::size_t node = 0;  // its number among the nodes of text, from 0
  std::uint32_t offset = 0;
};

// The nodes of text of a tree, which finds again the words that were read elsewhere: readers part text into nodes in
// different ways, and agree in its characters.
class TreeText {
 public:
  explicit TreeText(xmlNode* root) {
    for (auto* node = root; node != nullptr; node = following(node, root)) {
      if (node->type != XML_TEXT_NODE && node->type != XML_CDATA_SECTION_NODE) continue;
      auto const text = to_utf32(text_of(node));
      nodes_.push_back({node, letters_, text});
      letters_ += letters_in(text);
    }
  }

  xmlNode* node(std::size_t number) const { return nodes_.at(number).node; }

  // The place of a code point, `offset` of these words. Throws Error where another one stands there.
  TreePlace find(OdtWords const& words, std::uint32_t offset, std::string const& where) const {
    auto const text = to_utf32(words.text);
    auto const before = std::u32string_view(text).substr(0, offset);
    auto const wanted = words.first + letters_in(before);
    auto const after = std::ranges::upper_bound(nodes_, wanted, {}, &Node::first);
    if (after != nodes_.begin()) {
      auto const& held = *std::prev(after);
      auto at = held.first;
      for (std::uint32_t i = 0; i < held.text.size(); ++i) {
        if (is_white_space(held.text[i])) continue;
        if (at++ == wanted && held.text[i] == text[offset])
          return {static_cast<std::size_t>(std::prev(after) - nodes_.begin()), i};
      }
    }
    throw Error(where + ": its words are not found again; save it as .odt again");
  }

 private:
  struct Node {
    xmlNode* node = nullptr;
    std::size_t first = 0;  // letters before it
    std::u32string text;
  };
  std::vector<Node> nodes_;
  std::size_t letters_ = 0;
};

// Makes elements of comments, whose namespaces it declares on the root where the file does not have them.
class Annotations {
 public:
  Annotations(xmlNode* root, CommentAuthor const& author) : author_(author) {
    office_ = declared(root, "office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0");
    text_ = declared(root, "text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0");
    dc_ = declared(root, "dc", "http://purl.org/dc/elements/1.1/");
    for (auto* node = root; node != nullptr; node = following(node, root))
      if (local_name(node) == "annotation") known_.insert(attribute_of(node, "name"));
  }

  // A name that no comment of the file has.
  std::string fresh_name() {
    std::string name;
    do name = "quoth" + std::to_string(next_++);
    while (!known_.insert(name).second);
    return name;
  }

  // `name` is empty for a comment on a place rather than on a range.
  xmlNode* begin(xmlDoc* document, std::string const& name, std::string_view text) const {
    auto* node = xmlNewDocNode(document, office_, xml_text("annotation"), nullptr);
    if (!name.empty()) xmlSetNsProp(node, office_, xml_text("name"), xml_text(name.c_str()));
    add(node, dc_, "creator", author_.name);
    if (!author_.time.empty()) add(node, dc_, "date", author_.time);
    for (std::size_t at = 0; at <= text.size();) {
      auto const end = std::min(text.find('\n', at), text.size());
      add(node, text_, "p", text.substr(at, end - at));
      at = end + 1;
    }
    return node;
  }

  xmlNode* end(xmlDoc* document, std::string const& name) const {
    auto* node = xmlNewDocNode(document, office_, xml_text("annotation-end"), nullptr);
    xmlSetNsProp(node, office_, xml_text("name"), xml_text(name.c_str()));
    return node;
  }

 private:
  static xmlNs* declared(xmlNode* root, char const* prefix, char const* name) {
    auto* known = xmlSearchNsByHref(root->doc, root, xml_text(name));
    return known != nullptr ? known : xmlNewNs(root, xml_text(name), xml_text(prefix));
  }

  static void add(xmlNode* parent, xmlNs* ns, char const* name, std::string_view text) {
    xmlNodeAddContent(xmlNewChild(parent, ns, xml_text(name), nullptr), xml_text(writable_in_xml(text).c_str()));
  }

  CommentAuthor author_;
  xmlNs* office_ = nullptr;
  xmlNs* text_ = nullptr;
  xmlNs* dc_ = nullptr;
  std::set<std::string> known_;
  int next_ = 1;
};

// Puts an element before that code point of a node of text.
void put(xmlNode* text, std::uint32_t offset, xmlNode* element) {
  auto const words = to_utf32(text_of(text));
  if (offset == 0) {
    xmlAddPrevSibling(text, element);
    return;
  }
  xmlAddNextSibling(text, element);
  if (offset >= words.size()) return;
  auto const rest = to_utf8(std::u32string_view(words).substr(offset));
  xmlAddNextSibling(element, xmlNewDocText(text->doc, xml_text(rest.c_str())));
  xmlNodeSetContent(text, xml_text(to_utf8(std::u32string_view(words).substr(0, offset)).c_str()));
}

// The note around the node; null for none.
xmlNode* note_around(xmlNode* node) {
  while (node != nullptr && local_name(node) != "note") node = node->parent;
  return node;
}

// An element that is to stand at a place.
struct Mark {
  TreePlace place;
  xmlNode* element = nullptr;
};

// From the end of the file to its start, so that the positions still to come stay valid.
void put_all(std::vector<Mark> marks, TreeText const& tree) {
  std::ranges::stable_sort(marks, std::greater(),
                           [](Mark const& mark) { return std::pair(mark.place.node, mark.place.offset); });
  for (auto const& mark : marks) put(tree.node(mark.place.node), mark.place.offset, mark.element);
}

}  // namespace

CommentedFile with_odt_comments(FileContent& file, Document const& document, std::vector<OfficeComment> const& comments,
                                CommentAuthor const& author) {
  auto const words = odt_words(file);
  std::vector<std::string_view> texts(words.size());
  std::ranges::transform(words, texts.begin(), [](OdtWords const& one) { return std::string_view(one.text); });
  auto const places = places_of(document, texts);
  auto const bytes = Archive(file.bytes(), file.limits(), file.where()).read(std::string(odt_content));
  XmlTree content(bytes.value_or(""), file.where() + " (content.xml)");
  TreeText const tree(content.root());
  auto const in_tree = [&](WordPlace const& place) {
    return tree.find(words[place.words], place.offset, file.where());
  };
  Annotations annotations(content.root(), author);
  CommentedFile result;
  std::vector<Mark> marks;
  for (std::size_t i = 0; i < comments.size(); ++i) {
    auto const stretch = stretch_of(comments[i].where, places);
    if (!stretch) {
      result.left_out.push_back(i);
      continue;
    }
    auto const first = in_tree(stretch->first);
    auto last = in_tree(stretch->second);
    ++last.offset;
    if (auto* note = note_around(tree.node(first.node))) {
      auto const where = "\nin a note: “" + document.utf8(comments[i].where) + "”";
      xmlAddNextSibling(note, annotations.begin(note->doc, "", comments[i].text + where));
      continue;
    }
    auto const name = annotations.fresh_name();
    marks.push_back({first, annotations.begin(content.root()->doc, name, comments[i].text)});
    marks.push_back({last, annotations.end(content.root()->doc, name)});
  }
  if (result.left_out.size() == comments.size()) {
    result.bytes = file.bytes();
    return result;
  }
  put_all(std::move(marks), tree);
  result.bytes = with_files(file.bytes(), {{std::string(odt_content), content.bytes()}}, file.where());
  return result;
}

}  // namespace quoth::text
