// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "quoth/verdict.hpp"

namespace quoth::db {

// The number of quotations with each verdict, in the order of Verdict.
using VerdictCounts = std::array<std::uint64_t, all_verdicts.size()>;

struct NamedCounts {
  std::string name;
  VerdictCounts counts{};
  double fidelity_sum = 0;  // of the quotations that could be checked
};

// A quotation printed in several articles.
struct RepeatedWords {
  std::int64_t same_words = 0;  // as in the table `quotations`
  std::string text;
  std::uint64_t articles = 0;
  std::vector<std::string> speakers;  // to whom the articles attribute it
  VerdictCounts counts{};
};

// A quotation whose words were changed, with what was said.
struct AlteredWords {
  std::int64_t quotation = 0;  // its number in audit.db
  std::string article;
  std::string printed;
  std::string spoken;
  std::string speaker;
  std::string verdict;
  double fidelity = 0;
};

// Words that were printed for other words, in quotations that an editor should look at.
struct EditedWords {
  std::string edit_class;
  std::string printed;  // empty where words were left out
  std::string said;     // empty where words were added
  std::uint64_t quotations = 0;
  std::uint64_t articles = 0;
  std::vector<std::int64_t> findings{};  // the first of the quotations, by their numbers in audit.db
};

// Somebody of whom the store holds nothing.
struct NeverHeld {
  std::string person;
  std::uint64_t quotations = 0;
};

// A quotation that a recording, or a page, has to decide.
struct WordsToConfirm {
  std::int64_t quotation = 0;  // its number in audit.db
  std::string article;
  std::string printed;
  std::string heard;  // by the machine
  std::string speaker;
  std::string made;                 // how the source was: "asr"
  std::string url;                  // of the source, or empty
  std::optional<double> turn_time;  // seconds into the recording, where the turn begins
  std::optional<double> word_time;  // of the first word that differs
};

// The summary of an audit. Lists contain their first rows only, longest or gravest first.
struct AuditSummary {
  std::uint64_t articles = 0;
  std::uint64_t errors = 0;
  std::uint64_t seen = 0;         // number of quotations an editor must look at
  std::uint64_t not_found = 0;    // of these, those whose words stand nowhere
  std::uint64_t unsure = 0;       // number of those that would be, but are less sure than the run asks for
  double least_confidence = 0;    // that it asks for
  std::uint64_t confirmable = 0;  // number of quotations to confirm against a recording or a page
  std::string store;              // version of the store
  std::string first_date;         // first date of an article; empty where none has a date
  std::string last_date;
  VerdictCounts counts{};
  double fidelity_sum = 0;  // of the quotations that could be checked
  bool by_year = false;     // true if `over_time` is by year, false if by month
  std::vector<NamedCounts> over_time;
  std::vector<NamedCounts> by_outlet;
  std::vector<NamedCounts> by_author;
  std::vector<NamedCounts> by_section;
  std::vector<NamedCounts> by_speaker;
  std::array<std::uint64_t, 20> fidelity{};  // histogram of quotations with evidence, in bins of 0.05
  std::vector<RepeatedWords> repeated;
  std::vector<AlteredWords> altered;
  std::vector<EditedWords> edited;
  std::vector<NeverHeld> never_held;  // most quoted first
  std::vector<WordsToConfirm> to_confirm;
  std::vector<RepeatedWords> disputed;  // the same words attributed to different people
};

// Summarises a finished AuditDatabase. Throws Error where the file cannot be used.
AuditSummary summarise_audit(std::filesystem::path const& file);

}  // namespace quoth::db
