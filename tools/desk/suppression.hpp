// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/checker.hpp"
#include "quoth/document.hpp"
#include "quoth/error.hpp"
#include "quoth/verdict.hpp"

namespace quoth::tools {

// A comment in an article, `<!-- quoth: ignore misattributed: quoted from his book -->`: an editor has looked at the
// findings of that verdict, in the paragraph around or below the comment, and says why they are acceptable.
struct Suppression {
  Verdict verdict = Verdict::unchecked;
  std::string reason;
  std::uint32_t first_line = 0;  // of the file, 1-based; both are included
  std::uint32_t last_line = 0;
  std::size_t at = 0;  // the byte where the comment begins
  std::string place;   // of the comment: its file and line
};

// A comment that cannot be obeyed: the sentence names its file and line.
class SuppressionError : public Error {
 public:
  SuppressionError(std::string const& place, std::string const& fault, std::size_t at)
      : Error(place + ": " + fault), fault_at_(place.size() + 2), at_(at) {}
  std::string fault() const { return what() + fault_at_; }  // without the place
  std::size_t at() const { return at_; }                    // the byte of the file where the comment begins

 private:
  std::size_t fault_at_;  // in the sentence, behind the place
  std::size_t at_;
};

// Reads the comments of an article's file. Throws SuppressionError, naming `where` and the line, for one without a
// known verdict or a reason.
std::vector<Suppression> suppressions_in(std::string_view file, std::string const& where);
// The same, with what would be thrown in `faults`, for a reader who goes on with the others.
std::vector<Suppression> suppressions_in(std::string_view file, std::string const& where,
                                         std::vector<SuppressionError>& faults);
// The same for a line of JSONL, whose text has its own comments and lines.
std::vector<Suppression> suppressions_in_line(Document const& article, std::string const& where);

// Findings that were set aside in earlier runs, by fingerprint, with the reasons. A text file with fingerprint,
// verdict, path and reason on each line.
class Baseline {
 public:
  static Baseline read(std::string const& file);

  void add(std::string const& fingerprint, Verdict verdict, std::string const& path, std::string const& reason);
  // The reason of an entry, which it marks as still needed; null if there is no such entry.
  std::string const* find(std::string const& fingerprint);
  bool empty() const { return entries_.empty(); }
  std::size_t size() const { return entries_.size(); }
  // Entries of these articles, by their ids, that `find` did not ask for since they were read, as the file has them.
  std::vector<std::string> stale(std::set<std::string> const& articles) const;
  // Adds the entries of an older one, but for those that `stale` tells of it, and that this one has.
  void add_all(Baseline const& older, std::set<std::string> const& articles);
  void write(std::string const& file) const;
  // A digest of the entries and their reasons, whether needed or not.
  std::string digest() const;

 private:
  struct Entry {
    std::string verdict;
    std::string path;
    std::string reason;
    bool needed = false;
  };
  static bool is_stale(Entry const& entry, std::set<std::string> const& paths);

  std::map<std::string, Entry> entries_;
};

// Writes the reasons of suppressing comments and baseline entries into the findings that they cover. Returns the
// places, in `suppressions`, of the comments that were needed.
std::set<std::size_t> set_aside(Document const& article, std::vector<CheckedQuotation>& checked,
                                std::vector<Suppression> const& suppressions, Baseline* baseline);

// What to say of a comment that was needed for no article of its file.
std::string needless_sentence(Suppression const& suppression);
// The same of all of them, with their places, a line each.
std::vector<std::string> needless(std::vector<Suppression> const& suppressions, std::set<std::size_t> const& needed);

}  // namespace quoth::tools
