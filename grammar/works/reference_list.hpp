// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammar/tokens/word_key.hpp"
#include "quoth/document.hpp"

namespace quoth::grammar {

// A work in the list of references at the end of an article.
struct Reference {
  std::uint32_t number = 0;  // as printed, or its place in the list
  std::u32string author;  // the first one, or the issuer: "Ida Brandt", also where printed "Brandt, Ida"; may be empty
  std::u32string title;   // may be empty
  std::u32string year;    // four digits, or empty
};

// The reference that one entry of a list describes, in the usual styles of citation (APA, Chicago, MLA).
Reference reference_of(std::u32string_view entry);

// The list of references of an article: what looks like an entry below a heading such as "References" or "Notes" or in
// a list that ends the article, two or more paragraphs "[1] Brandt, Ida. …", and notes ("[^3]:").
class ReferenceList {
 public:
  explicit ReferenceList(Document const& document);

  bool empty() const { return references_.empty(); }
  // The work with that number, or by an author of that surname in that year, which may be empty; null for none.
  Reference const* numbered(std::uint32_t number) const;
  Reference const* by(std::u32string_view surname, std::u32string_view year) const;
  // Whether the text there is part of an entry.
  bool holds(std::uint32_t offset) const;

 private:
  void add(Reference reference);
  void add_block(Document const& document, Block const& block, bool in_list);
  void add_without_heading(Document const& document);

  std::vector<Reference> references_;
  std::unordered_map<std::uint32_t, std::uint32_t> by_number_;  // indices of references
  std::unordered_map<WordKey, std::uint32_t> by_author_;
  std::vector<Span> entries_;  // the blocks that hold them, in the order of the text
};

}  // namespace quoth::grammar
