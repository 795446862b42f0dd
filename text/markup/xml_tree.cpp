// SPDX-License-Identifier: MIT
#include "text/markup/xml_tree.hpp"

#include <libxml/parser.h>

#include "quoth/error.hpp"
#include "text/markup/libxml.hpp"

namespace quoth::text {

namespace {

struct TextFree {
  void operator()(xmlChar* text) const { xmlFree(text); }
};

std::string taken(xmlChar* text) {
  std::unique_ptr<xmlChar, TextFree> const owned(text);
  return owned ? reinterpret_cast<char const*>(owned.get()) : "";
}

xmlDoc* tree_of(std::string_view bytes) {
  prepare_libxml();
  return xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                       XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

}  // namespace

XmlTree::XmlTree(std::string_view bytes, std::string const& where) : tree_(tree_of(bytes)) {
  if (!tree_ || xmlDocGetRootElement(tree_.get()) == nullptr)
    throw Error(where + ": is no well-formed XML; save the file again");
}

xmlNode* XmlTree::root() const { return xmlDocGetRootElement(tree_.get()); }

std::string XmlTree::bytes() const {
  xmlChar* text = nullptr;
  int size = 0;
  xmlDocDumpMemoryEnc(tree_.get(), &text, &size, "UTF-8");
  std::unique_ptr<xmlChar, TextFree> const owned(text);
  return {reinterpret_cast<char const*>(text), static_cast<std::size_t>(size)};
}

std::string_view local_name(xmlNode const* node) {
  if (node == nullptr || node->type != XML_ELEMENT_NODE) return {};
  return reinterpret_cast<char const*>(node->name);
}

std::string attribute_of(xmlNode const* element, char const* name) {
  for (auto const* attribute = element->properties; attribute != nullptr; attribute = attribute->next) {
    if (std::string_view(reinterpret_cast<char const*>(attribute->name)) != name) continue;
    return taken(xmlNodeListGetString(element->doc, attribute->children, 1));
  }
  return {};
}

std::string text_of(xmlNode const* node) { return taken(xmlNodeGetContent(node)); }

xmlNode* following(xmlNode* node, xmlNode const* top) {
  if (node->type == XML_ELEMENT_NODE && node->children != nullptr) return node->children;
  while (node != top && node->next == nullptr) node = node->parent;
  return node == top ? nullptr : node->next;
}

}  // namespace quoth::text
