// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/limits.hpp"

namespace quoth::text {

class Markup;

// An element or a piece of text in a Markup, which must outlive it; may be none. Names are without the namespace
// prefix.
class MarkupNode {
 public:
  MarkupNode() = default;
  MarkupNode(Markup const* tree, std::uint32_t index) : tree_(tree), index_(index) {}

  explicit operator bool() const { return tree_ != nullptr; }
  bool is_text() const;
  bool is(std::string_view name) const { return this->name() == name; }
  std::string_view name() const;    // empty for text
  std::string_view prefix() const;  // of the namespace, as written
  // The value of an attribute, by local name or as written ("xml:id"); empty if there is none.
  std::string_view attribute(std::string_view name) const;
  std::string_view text() const;  // of a text node
  std::uint32_t offset() const;   // of a text node: where it is in the file, in bytes of UTF-8

  // All text below, pieces joined as they are.
  std::string inner_text() const;
  // The first element of that name below this one, or none.
  MarkupNode find(std::string_view name) const;

  MarkupNode first_child() const;
  MarkupNode next() const;  // sibling
  MarkupNode parent() const;

  // All nodes below have indices between these two.
  std::uint32_t index() const { return index_; }
  std::uint32_t end() const;

 private:
  Markup const* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

// The tree of an XML or HTML file, without comments and processing instructions. Entities may stand for text only, not
// for other entities.
class Markup {
 public:
  // Both throw Error, naming `where`, if a limit is exceeded; `xml` also if the file is not well-formed. `utf8` must
  // be valid.
  static Markup xml(std::string_view utf8, Limits const& limits, std::string_view where);
  static Markup html(std::string_view utf8, Limits const& limits, std::string_view where);

  MarkupNode root() const { return {nodes_.size() > 1 ? this : nullptr, 1}; }
  MarkupNode node(std::uint32_t index) const { return {this, index}; }
  // Calls `take` for every element of that name below `top`, in order.
  void each(MarkupNode top, std::string_view name, std::function<void(MarkupNode)> const& take) const;

 private:
  friend class MarkupNode;
  friend class MarkupBuilder;

  struct Node {
    std::uint32_t name = 0;    // in names_; 0 for text
    std::uint32_t parent = 0;  // index
    std::uint32_t end = 0;     // index after the last node below
    std::uint32_t first = 0;   // of the text in text_, or of the attributes in attributes_
    std::uint32_t last = 0;
    std::uint32_t offset = 0;
  };
  struct Attribute {
    std::uint32_t name = 0;
    std::uint32_t first = 0;  // of the value in text_
    std::uint32_t last = 0;
  };

  std::string_view slice(std::uint32_t first, std::uint32_t last) const {
    return std::string_view(text_).substr(first, last - first);
  }

  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::vector<std::string> names_;  // as written, with the namespace's prefix
  std::string text_;
};

}  // namespace quoth::text
