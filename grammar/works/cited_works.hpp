// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "grammar/works/reference_list.hpp"
#include "quoth/document.hpp"
#include "quoth/quotation.hpp"

namespace quoth::grammar {

// A citation behind a quotation: "[3]", "(Smith 2019, p. 12)", a case.
struct Citation {
  Span span;                             // with its brackets
  Span mention;                          // the words that name the work
  std::u32string author;                 // as cited; empty for a number
  std::u32string work;                   // the name of a case; empty for others
  Reference const* reference = nullptr;  // null where the article has none
};

// What an article says of a quotation beside its speaker.
struct CitedContext {
  Span quotation;  // with its marks
  Span sentence;
  std::u32string_view head;  // the last word of the mention
  bool thing = false;        // whether the mention is a noun for no people: "the laboratory"
  bool weak = false;         // whether the speaker may as well be somebody else: no clause of its own names one
};

// The works that an article cites, by number, author and year, or as the names of cases. Refers to the document.
class CitedWorks {
 public:
  explicit CitedWorks(Document const& document);

  // The citation right behind a quotation that ends there.
  std::optional<Citation> citation_behind(std::uint32_t offset) const;
  // Whether a citation stands right beside the quotation, which is given with its marks.
  bool is_cited(Span quotation) const;
  // Whether the text there is part of the list of references, where marks hold titles.
  bool is_in_references(std::uint32_t offset) const { return references_.holds(offset); }
  // Completes the attribution, or makes one, by the works cited beside the quotation.
  void complete(std::optional<Attribution>& attribution, CitedContext const& context) const;

 private:
  std::optional<Citation> cited_case(std::uint32_t at) const;
  std::optional<Citation> case_explained(std::uint32_t quotation) const;
  std::optional<Citation> numbered(std::uint32_t at) const;
  std::optional<Citation> by_author(std::uint32_t at) const;
  std::optional<Citation> below(std::uint32_t at) const;
  std::optional<Citation> citation_ahead(CitedContext const& context) const;
  void name_reference(std::optional<Attribution>& attribution, Citation const& citation, bool weak) const;
  bool name_case(Attribution& attribution, CitedContext const& context) const;
  void name_book(Attribution& attribution, CitedContext const& context) const;
  std::string text(Span span) const { return document_.utf8(span); }

  Document const& document_;
  ReferenceList references_;
  std::vector<Span> cases_;
};

}  // namespace quoth::grammar
