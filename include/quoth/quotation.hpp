// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/document.hpp"

namespace quoth {

/// What the words between marks are. Only `direct` and `partial` are speech of a source.
enum class QuotationKind { direct, partial, headline, term, title, other };
/// The kind's name, as JSON has it.
std::string_view to_string(QuotationKind kind);

/// How a mention names who speaks.
enum class Naming {
  name,     ///< by a name: "Ana Tamm", "Mayor Tamm", "the Harrow Times"
  role,     ///< by a title or role that somebody holds: "the mayor", "his lawyer", "a spokesman"
  pronoun,  ///< "she", "who"
  noun,     ///< by another noun: "a voter", "residents", "the company"
  work,     ///< by a document: "the report", "Smith v. Jones", "[3]"
  none      ///< there is no mention
};
/// The value's name, as JSON has it.
std::string_view to_string(Naming naming);

/// Somebody whom the article may mean.
struct SpeakerCandidate {
  std::string speaker;               ///< never empty
  std::vector<std::string> aliases;  ///< as in Attribution
  double probability = 0;            ///< in [0, 1]: that these words are said to be this speaker's, if they are speech
};

/// Who is said to have said it, and which rule says so.
struct Attribution {
  std::string speaker;               ///< the person or body the mention resolves to; empty where it resolves to none
  std::vector<std::string> aliases;  ///< other names and roles the article gives that speaker ("the president")
  std::optional<Span> mention;       ///< the words that name who speaks
  Naming naming = Naming::none;      ///< how the mention names the speaker
  bool tagged = false;      ///< a reporting clause of the quotation's own sentences has the mention: "she said"
  std::optional<Span> cue;  ///< "said", "according to"
  std::string via;          ///< the document or outlet it was said through ("a statement"); may be empty
  std::string rule;         ///< the name of the grammar rule that decided
  std::string reason;       ///< why `speaker` is empty, where it is
  double confidence = 0;    ///< in [0, 1]: how often this rule is right on annotated news
  /// Everybody whom the article may mean, the most probable first: whom other mentions name, and for a pronoun, a role
  /// or a noun all whom it fits. What is missing to a sum of 1 is the probability that it is somebody not named at all.
  std::vector<SpeakerCandidate> candidates;

  /// Whether a document is credited itself, and nobody as its author or issuer: `speaker` is “the report” where `via`
  /// is “The report”.
  bool is_work_itself() const;
};

/// Where in its source the article says that a quotation stands: "p. 443", "Tr. 45:12–18", "§ 4.2", "at 12:31". What is
/// not said is empty, or 0.
struct ClaimedPlace {
  Span span;                         ///< the words that say it
  std::string page;                  ///< as printed
  std::string last_page;             ///< of a range
  std::uint32_t line = 0;            ///< 1-based
  std::uint32_t last_line = 0;       ///< of a range
  std::string section;               ///< its number or name
  std::uint32_t paragraph = 0;       ///< 1-based
  std::optional<double> time{};      ///< seconds into the recording
  std::uint32_t last_paragraph = 0;  ///< of a range
  std::string chapter{};             ///< its number
  /// Whether it is written as a citation, in brackets or shortened: "(p. 12)", "Tr. 45:12"; not "turning to page 12".
  bool cited = true;
};

/// What an editorial parenthesis beside a quotation says of it: "(emphasis added)", "(citations omitted)".
enum class EditorialNote {
  emphasis_added,          ///< the words are as in the source, their emphasis is not
  emphasis_in_original,    ///< both are, or the source's emphasis is left out
  marks_omitted,           ///< quotation marks of the source are left out
  citation_omitted,        ///< citations or notes of the source are left out, without a mark
  cleaned_up,              ///< marks, brackets, ellipses and citations of the source are left out
  alteration_in_original,  ///< brackets and ellipses are the source's own, or its are left out
  sic                      ///< what looks like an error is the source's
};
/// The value's name, as JSON has it.
std::string_view to_string(EditorialNote note);

/// One quotation as printed, in one or more segments: “A,” she said, “b.” has two.
struct Quotation {
  int id = 0;  ///< 1-based, in the order of the text
  QuotationKind kind = QuotationKind::direct;
  std::vector<Span> segments;              ///< at least one; inside the marks, in order, apart
  std::optional<Attribution> attribution;  ///< nothing where the text names nobody
  int inside = 0;                          ///< the id of the quotation this one is nested in; 0 for none
  bool block = false;                      ///< a block quotation, which has no marks of its own
  std::optional<ClaimedPlace> place{};     ///< nothing where the text says none
  std::vector<EditorialNote> notes{};      ///< what parentheses beside it say of it
  bool closed = true;  ///< false where the closing mark is missing and the paragraph's end was taken
};

/// All quotations of the document with their attributions. Deterministic; linear in the text's length for any input.
std::vector<Quotation> extract(Document const& document);

}  // namespace quoth
