// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/candidate.hpp"
#include "quoth/quotation.hpp"

namespace quoth::match {

struct KnownName;

// Whether a work is named so that it can only be that one: by a case, by its issuer ("the Lakes Institute’s report"),
// or by a reference.
bool names_work_expressly(Attribution const& attribution);

// Whether the words are credited to a document that is no message of somebody’s, such as a statement or a letter: what
// its author says elsewhere does not show that the store should hold it. Where `via` names none, it is somebody’s own.
bool is_work(Attribution const& attribution);

// Whether the name is that of a kind of document that is written, not of a statement or an announcement, which may be
// spoken.
bool is_written_kind(std::string_view name);

// Whether the names are one of a body and the same without its place: "Safety Board of Carrow", "the Safety Board".
bool are_one_body(std::string_view a, std::string_view b);

// How a claimed name relates to a document: one of its names; or not, but it may still mean it; or another's name.
enum class NameOfDocument { own, open, other };

// The names by which articles call a document: title, author, issuer and kind.
class DocumentNames {
 public:
  explicit DocumentNames(SourceRecord const& source);

  // Whom or what the words of the document are by: its author, else its issuer, else its title.
  std::string const& speaker() const;
  // Whether it is by that person, who wrote it.
  bool is_by(KnownName const& name) const;
  // What a name of a person or body is to it.
  NameOfDocument issuer_named(std::string_view name) const;
  // What a name of a work is to it: "Smith v. Jones", "the annual report", "Middlemarch".
  NameOfDocument work_named(std::string_view name) const;
  // Whether a work of that name is of another kind than the document: "the ruling", where it is a report.
  bool is_of_other_kind(std::string_view name) const;
  // Whether the role makes somebody speak for the document’s issuer: "a spokeswoman for the agency". A title alone,
  // such as "Mayor", does not: it may be another body’s.
  bool is_spoken_for(std::string_view role) const;
  // Whether a title alone says that its holder speaks for a body such as a company: "Chief Executive".
  bool is_title_of_head(std::string_view role) const;
  // Whether somebody with no more than a title, "Mayor", may be its issuer's head.
  bool may_be_headed_by(std::string_view role) const;
  bool has_speaker() const { return !author_.empty() || !issuer_.empty(); }
  bool has_author() const { return !author_.empty(); }
  // Whether the document's own text gives the bearer of that surname a role at its issuer's head: "Tamm, chief
  // executive of Harrow Mills". `surname` is a key, see text::split_words.
  bool is_headed_by(std::string_view surname, std::string_view text) const;
  // A book by its author, where people speak whom the author has made up.
  bool is_book() const { return is_book_; }

 private:
  bool has_kind(std::string_view noun) const;
  std::vector<std::string> own_office() const;
  // The words of the body whose document it is: of its issuer, else of its author.
  std::vector<std::string> const& body_words() const { return issuer_words_.empty() ? author_words_ : issuer_words_; }

  std::string author_;
  std::string issuer_;
  std::string title_;
  std::vector<std::shared_ptr<KnownName const>> authors_;
  std::vector<std::string> author_words_;
  std::vector<std::string> issuer_words_;  // keys, without "the", "of" and such
  std::vector<std::string> title_words_;
  std::vector<std::string> kind_words_;  // of the title and the file’s name
  std::string initials_;                 // of the issuer
  bool is_book_ = false;
};

}  // namespace quoth::match
