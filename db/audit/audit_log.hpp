// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

// An article of an archive: where it stands, what it says of itself, or why it could not be checked.
struct AuditArticle {
  std::uint64_t file = 0;    // which of the archive's files, in the order they are read
  std::uint64_t number = 0;  // which of the file's articles, from 1
  std::string path;
  std::string id;
  std::string title;
  std::string date;
  std::string outlet;
  std::string author;
  std::string digest;  // of the article and of how it is checked
  std::string error;   // empty where it was checked
};

// What came of checking an article.
struct AuditResult {
  std::string store;       // the version of the store
  bool settled = false;    // whether more sources could not change it
  std::uint64_t seen = 0;  // quotations an editor must see
  std::string line;        // bytes the log keeps as they are
};

// What a store held: its version, and a digest of each source, sorted (see Store::contents).
struct StoreContents {
  std::string version;
  std::vector<std::int64_t> sources;
};

// The working file of an audit. A program that dies loses what came since the last commit and nothing else; commits are
// made every second. Any number of threads may use one log. Every method throws Error where the file cannot be used.
class AuditLog {
 public:
  // Made where it does not exist.
  explicit AuditLog(std::filesystem::path const& file);
  ~AuditLog();

  // Forgets the list of articles, not their results. Those checked against another store stay known where this one
  // holds all that the other did and the result was settled.
  void begin_run(StoreContents const& store);
  // The result for that digest, without its line; none where the article must be checked.
  std::optional<AuditResult> find(std::string_view digest) const;
  // With a result where the article was checked now.
  void add(AuditArticle const& article, AuditResult const* result);
  void commit();
  // Drops results no article of this run has.
  void finish_run();

  // In the order of the archive. An article with an error has an empty result.
  void each(std::function<void(AuditArticle const&, AuditResult const&)> const& take) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace quoth
