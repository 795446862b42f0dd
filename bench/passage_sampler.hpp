// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "bench/corpus.hpp"
#include "bench/random.hpp"

namespace quoth::bench {

// What is done to a passage before it is looked for.
enum class Slice { exact_short, exact, tenth, third, ellipsis, interrupted, border, common, few, absent };
inline constexpr Slice stored_slices[] = {Slice::exact_short, Slice::exact,       Slice::tenth,  Slice::third,
                                          Slice::ellipsis,    Slice::interrupted, Slice::border, Slice::few};
std::string_view name_of(Slice slice);

// A passage of the corpus in one or two parts, and the words to look for. An absent one is of a transcript that is not
// in the store.
struct Passage {
  Slice slice = Slice::exact;
  std::vector<std::string> spoken;   // each part as the transcript has it
  std::vector<std::string> printed;  // each part as the query has it
  std::string query;
};

// Takes passages while the sources go by, about `each_slice` of every slice.
class PassageSampler {
 public:
  PassageSampler(Corpus const& corpus, std::uint64_t words, std::size_t each_slice);

  void see(Source const& source);
  // Takes passages to look for in vain, some of each transcript.
  void see_left_out(Source const& source);
  std::vector<Passage> take() { return std::move(passages_); }

 private:
  struct Text;
  void sample(Slice slice, Text const& text);
  void add(Slice slice, std::vector<std::string> spoken, double corrupted);
  std::string corrupt(std::string_view text, double share);

  Corpus const& corpus_;
  double rate_;  // passages of a slice for a word
  Random random_{20260101};
  std::vector<Passage> passages_;
};

// To look for the same passages in a later run.
void write_passages(std::filesystem::path const& file, std::vector<Passage> const& passages);
std::vector<Passage> read_passages(std::filesystem::path const& file);

}  // namespace quoth::bench
