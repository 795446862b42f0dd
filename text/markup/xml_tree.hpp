// SPDX-License-Identifier: MIT
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

namespace quoth {

// An XML file that is to be changed and written again; Markup is for reading.
class XmlTree {
 public:
  // Throws Error, naming `where`, where it is not well-formed. Nothing is loaded from outside.
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

// Without namespace; empty where it is no element.
std::string_view local_name(xmlNode const* node);
// By local name; empty where the element has none.
std::string attribute_of(xmlNode const* element, char const* name);
// All text below.
std::string text_of(xmlNode const* node);
// The next node in the order of the file that is below `top`, or none.
xmlNode* following(xmlNode* node, xmlNode const* top);

}  // namespace quoth
