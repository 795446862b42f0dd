// SPDX-License-Identifier: MIT
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "quoth/store.hpp"

namespace quoth::test {

// A folder of its own for one test, gone afterwards; in memory where the system has a place for that, as most of the
// time would otherwise go into waiting for the disk.
class Folder {
 public:
  Folder() {
    std::filesystem::path const memory = "/dev/shm";
    auto const parent = access(memory.c_str(), W_OK) == 0 ? memory : std::filesystem::temp_directory_path();
    auto name = (parent / "quoth-db-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all, ignored);
    std::filesystem::remove_all(path_, ignored);
  }
  std::filesystem::path operator/(char const* name) const { return path_ / name; }
  std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline Source council_meeting() {
  Source source;
  source.id = "council-2031-04-02";
  source.title = "Harrow Bay council meeting";
  source.date = "2031-04-02";
  source.made = Made::spoken;
  source.speakers["MAYOR OKORO"] = {"Adaeze Okoro", "Mayor of Harrow Bay", {"the mayor"}};
  source.speakers["MR. LINDQVIST"] = {"Per Lindqvist", "harbour master", {}};
  source.utterances = {
      {"MAYOR OKORO", 0.0, 9.5,
       "Good evening, everyone. The ferry terminal will not close in November, whatever the newspapers have printed."},
      {"MR. LINDQVIST", 9.5, 20.0,
       "Thank you, Mayor. We dredged forty thousand tonnes of silt from the inner basin (Applause.) in six weeks."},
      {"", {}, {}, "(The meeting adjourned at nine o'clock.)"},
      {"Q", 20.0, 22.0, "Thank you very much."},
      {"MAYOR OKORO", 22.0, 24.0, "Thank you very much."},
  };
  source.path = "meetings/april.txt";
  source.sha256 = "ab";
  return source;
}

// A document on two pages, under two headings and none.
inline Source weir_report() {
  Source source;
  source.id = "weir-report";
  source.title = "The state of the weir";
  source.date = "2031-03-09";
  source.made = Made::written;
  source.kind = SourceKind::document;
  source.author = "Ida Moen";
  source.issuer = "Harrow Bay Audit Office";
  source.language = "en";
  auto const paragraph = [&](std::string text, std::string heading) {
    source.utterances.push_back({"", {}, {}, std::move(text), {}, std::move(heading)});
  };
  paragraph("This report was asked for by the harbour council.", "");
  paragraph("The lower weir has lost nine of its forty gates since the spring flood.", "Findings");
  paragraph("Its keeper's house stands empty.", "Findings");
  paragraph("Two gates a year should be replaced until the autumn of 2036.", "Recommendations");
  paragraph("Printed by the harbour press.", "");
  source.printed = {{0, 0, "1", 0}, {2, 0, "2", 0}};
  return source;
}

// The same numbers for the same seed.
inline auto numbers(std::uint64_t seed) {
  return [state = seed * 2654435761U + 88172645463325252U]() mutable {
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    return state;
  };
}

// An invented speech of `words` words that is the same for the same seed.
inline std::string invented_speech(std::size_t words, unsigned seed) {
  static std::vector<std::string> const stems{
      "harbour", "council", "the",    "of",   "and",  "budget", "ferry", "we",    "will",   "not",  "they",  "have",
      "school",  "bridge",  "tonnes", "in",   "to",   "a",      "that",  "storm", "winter", "road", "money", "people",
      "lantern", "quarry",  "I",      "know", "when", "river",  "tax",   "said",  "nobody", "for",  "long",  "years"};
  auto next = numbers(seed);
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    auto const state = next();
    text += stems[state % stems.size()];
    if (state % 5 == 0) text += std::to_string(state / 5 % 1000);
    text += state % 11 == 0 ? ". " : " ";
  }
  return text;
}

inline Source speech(std::string id, std::size_t words, unsigned seed) {
  Source source;
  source.id = std::move(id);
  source.title = source.id;
  source.date = "2030-01-" + std::to_string(10 + seed % 20);
  source.speakers["MS. A"] = {"Ana Abreu", "", {}};
  source.utterances = {{"MS. A", {}, {}, invented_speech(words, seed)}};
  return source;
}

}  // namespace quoth::test
