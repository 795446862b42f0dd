// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "quoth/source.hpp"

namespace quoth::tools {

// The labels of the sources that name nobody, or an office alone, with their turns: of whom it speaks nobody can tell
// that somebody else said the words.
class UnnamedLabels {
 public:
  void add(Source const& source);
  // "A (12 turns), no label (3 turns) and 4 more": those with the most turns first; empty where all are named.
  std::string text() const;

 private:
  std::map<std::string, std::size_t> turns_;
};

// The first of the sources of which something is to be said, and how many there are.
class NotableSources {
 public:
  void add(std::string const& name);
  // "council.vtt, talk.vtt and 4 more"; empty where there is none.
  std::string text() const;

 private:
  static constexpr std::size_t most_shown = 6;

  std::vector<std::string> names_;
  std::size_t count_ = 0;
};

// The labels that the user named speakers for, but that stand in no source.
class NeedlessNames {
 public:
  // `given`: each LABEL=NAME. A name for speech without a label is left out: it says what kind of source it is, too.
  explicit NeedlessNames(std::vector<std::string> const& given);
  void add(Source const& source);
  // "“THE MAJOR” (did you mean THE MAYOR?), “MR. BERG”"; empty where all were of use or no source was read.
  std::string text() const;

 private:
  std::vector<std::string> needless_;
  std::set<std::string> labels_;  // of the sources; none once every name was of use
};

// How sources were made, where neither their format nor anybody says so: a guess on which verdicts depend.
class GuessedMade {
 public:
  void add(Source const& source);
  // "council.vtt (speech recognition), act.pdf (character recognition) and 4 more"
  std::string by_machines() const { return by_machines_.text(); }
  // Captions without a sign that a machine made them.
  std::string captions() const { return captions_.text(); }

 private:
  NotableSources by_machines_;
  NotableSources captions_;
};

// What is notable of one file: that its content told a document, and what of it is left out.
class FileRemark {
 public:
  // `told`: whether its content told what it is.
  void add(Source const& source, bool told);
  // "taken as a document by George Eliot, “Middlemarch”; left out: the licence of the library"; may be empty. Where the
  // text looks like speech the options are named that say so.
  std::string text(std::string const& file) const;

 private:
  std::size_t documents_ = 0;
  std::string first_;
  std::string sign_;  // of speech, in the first of them that has one
  std::string article_sign_;
  std::vector<std::string> left_out_;
};

// What of one file went into the store, in one line.
class FileSummary {
 public:
  void add(Source const& source);
  // "7 turns, 212 words; speakers: Ana Ruud, Karin Berg and 1 more; 1 label names nobody; 2031-05-12"; empty where
  // nothing went in.
  std::string text() const;

 private:
  std::size_t sources_ = 0;
  std::size_t turns_ = 0;
  std::size_t paragraphs_ = 0;
  std::size_t words_ = 0;
  std::set<std::string> people_;
  std::set<std::string> labels_;  // that name nobody
  std::set<std::string> dates_;
  std::size_t undated_ = 0;
};

// What is said at the end of the sources that were added or replaced.
struct Remarks {
  UnnamedLabels unnamed;
  GuessedMade made;
  NotableSources undated;
  NotableSources replaced;  // under a name that nobody gave them but their path
  std::size_t known = 0;    // sources that the store has under another path
  void add(Source const& source) {
    unnamed.add(source);
    made.add(source);
    if (source.date.empty() && source.kind == SourceKind::transcript) undated.add(source.id);
  }
};

}  // namespace quoth::tools
