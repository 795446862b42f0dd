// SPDX-License-Identifier: MIT
#include "text/articles/office/docx_comments.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <utility>

#include "quoth/error.hpp"
#include "text/articles/office/docx_package.hpp"
#include "text/articles/office/docx_words.hpp"
#include "text/files/archive_edit.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/lines.hpp"

// Comments on ranges of runs: ECMA-376 part 1, 17.13.4.
namespace quoth::text {

namespace {

// The elements below `root` that may hold words, in order.
std::vector<xmlNode*> word_elements(xmlNode* root) {
  std::vector<xmlNode*> elements;
  for (auto* node = root; node != nullptr; node = following(node, root))
    if (holds_words(local_name(node))) elements.push_back(node);
  return elements;
}

xmlNode* run_of(xmlNode* element) {
  auto* run = element->parent;
  return local_name(run) == "r" ? run : nullptr;
}

// Whether a comment may begin or end beside a run, or what stands in its place: not in text boxes, formulas and ruby
// text.
bool takes_comments(xmlNode const* run) {
  constexpr std::array<std::string_view, 9> parents{"p",   "hyperlink",  "ins",       "moveTo", "smartTag",
                                                    "dir", "sdtContent", "fldSimple", "bdo"};
  if (run == nullptr || std::ranges::find(parents, local_name(run->parent)) == parents.end()) return false;
  for (auto const* node = run->parent; node != nullptr; node = node->parent)
    if (local_name(node) == "txbxContent") return false;
  return true;
}

void set_words(xmlNode* element, std::u32string_view words) {
  while (element->children != nullptr) {
    auto* old = element->children;
    xmlUnlinkNode(old);
    xmlFreeNode(old);
  }
  xmlNodeAddContent(element, xml_text(to_utf8(words).c_str()));
  xmlNodeSetSpacePreserve(element, 1);
}

// A copy of the node, with its attributes and, if `deep`, all below it. Reuses the namespaces declared at `parent`,
// below which the caller must put it.
xmlNode* copy_for(xmlNode* parent, xmlNode* node, bool deep) {
  xmlNode* copy = nullptr;
  if (xmlDOMWrapCloneNode(nullptr, node->doc, node, &copy, parent->doc, parent, deep ? 1 : 0, 0) != 0)
    throw Error("the Word document cannot be copied; save it as .docx again");
  return copy;
}

// Adds, after this run, one with the same properties and no content.
xmlNode* add_run_after(xmlNode* run) {
  auto* added = copy_for(run->parent, run, false);
  for (auto* node = run->children; node != nullptr; node = node->next)
    if (local_name(node) == "rPr") xmlAddChild(added, copy_for(added, node, true));
  xmlAddNextSibling(run, added);
  return added;
}

// Splits the run before that code point of the element; what follows moves to a new run. Returns the run before.
xmlNode* cut(xmlNode* element, std::uint32_t offset) {
  auto* run = run_of(element);
  auto* added = add_run_after(run);
  auto const words = to_utf32(text_of(element));
  auto* first = element;
  if (offset > 0) {
    first = element->next;
    if (offset < words.size()) {
      auto* rest = copy_for(added, element, false);
      set_words(rest, std::u32string_view(words).substr(offset));
      set_words(element, std::u32string_view(words).substr(0, offset));
      xmlAddChild(added, rest);
    }
  }
  while (first != nullptr) {
    auto* next = first->next;
    xmlUnlinkNode(first);
    xmlAddChild(added, first);
    first = next;
  }
  return run;
}

xmlNode* element_of_text(xmlNode const* near, char const* name) {
  return xmlNewDocNode(near->doc, xmlDocGetRootElement(near->doc)->ns, xml_text(name), nullptr);
}

xmlNode* marker(xmlNode const* near, char const* name, std::string const& number) {
  auto* node = element_of_text(near, name);
  xmlSetNsProp(node, node->ns, xml_text("id"), xml_text(number.c_str()));
  return node;
}

// Ends the range of a comment after the element, and refers to it.
void add_reference(xmlNode* last, std::string const& number) {
  auto* reference = element_of_text(last, "r");
  xmlAddChild(reference, marker(last, "commentReference", number));
  xmlAddNextSibling(last, reference);
  xmlAddNextSibling(last, marker(last, "commentRangeEnd", number));
}

struct CommentEnd {
  WordPlace place;
  bool begins = false;
  std::string number;
};

// Works from the end of the file to its start, so that the positions still to come stay valid.
void set_ends(std::vector<CommentEnd> ends, std::vector<DocxWords> const& words, XmlTree const& body) {
  auto const elements = word_elements(body.root());
  std::ranges::stable_sort(ends, std::greater(),
                           [](CommentEnd const& a) { return std::pair(a.place.words, a.place.offset); });
  for (auto const& end : ends) {
    auto* run = cut(elements.at(words[end.place.words].ordinal), end.place.offset);
    if (end.begins) {
      xmlAddNextSibling(run, marker(run, "commentRangeStart", end.number));
    } else {
      add_reference(run, end.number);
    }
  }
}

// The outermost element around the words beside which a comment may stand, such as the run that holds their text box;
// null for none.
xmlNode* holder_of(xmlNode* element) {
  xmlNode* holder = nullptr;
  for (auto* node = element->parent; node != nullptr; node = node->parent)
    if (takes_comments(node)) holder = node;
  return holder;
}

// The run of the body with the mark of the note that holds the words; null for none.
xmlNode* mark_of_note(DocxWords const& words, DocxPackage& package) {
  auto* notes = package.notes(words.part);
  auto const elements = notes == nullptr ? std::vector<xmlNode*>() : word_elements(notes->root());
  if (words.ordinal >= elements.size()) return nullptr;
  auto const* note = elements[words.ordinal];
  while (note != nullptr && local_name(note) != "footnote" && local_name(note) != "endnote") note = note->parent;
  if (note == nullptr) return nullptr;
  auto const mark = std::string(local_name(note)) + "Reference";
  auto* root = package.body().root();
  for (auto* node = root; node != nullptr; node = following(node, root)) {
    if (local_name(node) == mark && attribute_of(node, "id") == attribute_of(note, "id"))
      return takes_comments(run_of(node)) ? run_of(node) : nullptr;
  }
  return nullptr;
}

// Where a comment stands on words that carry none.
struct Beside {
  xmlNode* node = nullptr;  // null for nowhere
  std::string where;        // where the words are: "in a note"
  explicit operator bool() const { return node != nullptr; }
};

Beside place_beside(DocxWords const& words, DocxPackage& package, std::vector<xmlNode*> const& elements) {
  if (words.part != docx_body) return {mark_of_note(words, package), "in a note"};
  return {holder_of(elements.at(words.ordinal)), "in a text box or a formula"};
}

void set_around(xmlNode* element, std::string const& number) {
  xmlAddPrevSibling(element, marker(element, "commentRangeStart", number));
  add_reference(element, number);
}

}  // namespace

CommentedFile with_comments(FileContent& file, Document const& document, std::vector<OfficeComment> const& comments,
                            CommentAuthor const& author) {
  auto const words = docx_words(file);
  std::vector<std::string_view> texts;
  texts.reserve(words.size());
  for (auto const& one : words) texts.push_back(one.text);
  auto const places = places_of(document, texts);
  Archive archive(file.bytes(), file.limits(), file.where());
  DocxPackage package(archive, file.where());
  auto const elements = word_elements(package.body().root());
  auto const is_in_run = [&](WordPlace const& place) {
    auto const& held = words[place.words];
    return held.part == docx_body && takes_comments(run_of(elements.at(held.ordinal)));
  };
  CommentedFile result;
  std::vector<CommentEnd> ends;
  bool changed = false;
  for (std::size_t i = 0; i < comments.size(); ++i) {
    auto const& comment = comments[i];
    auto const stretch = stretch_of(comment.where, places);
    if (stretch && is_in_run(stretch->first) && is_in_run(stretch->second)) {
      auto const number = package.add_comment(comment.text, author);
      ends.push_back({stretch->first, true, number});
      ends.push_back({{stretch->second.words, stretch->second.offset + 1}, false, number});
    } else if (auto const beside = stretch ? place_beside(words[stretch->first.words], package, elements) : Beside()) {
      set_around(
          beside.node,
          package.add_comment(comment.text + "\n" + beside.where + ": “" + document.utf8(comment.where) + "”", author));
    } else {
      result.left_out.push_back(i);
      continue;
    }
    changed = true;
  }
  if (!changed) {
    result.bytes = file.bytes();
    return result;
  }
  set_ends(std::move(ends), words, package.body());
  result.bytes = with_files(file.bytes(), package.changed(), file.where());
  return result;
}

}  // namespace quoth::text
