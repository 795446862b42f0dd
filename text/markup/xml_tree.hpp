// SPDX-License-Identifier: MIT
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

namespace quoth::text {

// An XML file to be changed and written again; Markup is for reading.
class XmlTree {
 public:
  // Throws Error, naming `where`, if it is not well-formed. Loads nothing from outside.
  XmlTree(std::string_view bytes, std::string const& where);

  xmlNode* root() const;
  std::string bytes() const;

 private:
  struct Closer {
    void operator()(xmlDoc* tree) const { xmlFreeDoc(tree); }
  };
  std::unique_ptr<xmlDoc, Closer> tree_;
};

inline xmlChar const* xml_text(char const* text) { return reinterpret_cast<xmlChar const*>(text); }

// The name without namespace; empty if it is not an element.
std::string_view local_name(xmlNode const* node);
// The value of an attribute, by local name; empty if the element has none.
std::string attribute_of(xmlNode const* element, char const* name);
// All text below the node.
std::string text_of(xmlNode const* node);
// The next node below `top` in the order of the file; null if there is none.
xmlNode* following(xmlNode* node, xmlNode const* top);

}  // namespace quoth::text
