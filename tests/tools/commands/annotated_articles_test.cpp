// SPDX-License-Identifier: MIT
// How the built program does on annotated articles, where they and Python are present; the scorer lies beside them.
#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/skip.hpp"
#include "tests/test_paths.hpp"

namespace {

auto const annotated = quoth::test::shared_folder() / "eval";

std::string output_of(std::string const& command) {
  std::string output;
  std::array<char, 4096> buffer{};
  auto* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  while (auto const n = std::fread(buffer.data(), 1, buffer.size(), pipe)) output.append(buffer.data(), n);
  REQUIRE(::pclose(pipe) == 0);
  return output;
}

nlohmann::json score(std::filesystem::path const& gold) {
  auto const extracted = std::filesystem::temp_directory_path() / ("quoth-score-" + gold.filename().string());
  output_of(quoth::test::program_path() + " extract --input-format jsonl --format jsonl '" + gold.string() + "' >'" +
            extracted.string() + "'");
  auto const figures = output_of("python3 '" + (annotated / "score_extract.py").string() + "' --json '" +
                                 gold.string() + "' '" + extracted.string() + "'");
  std::filesystem::remove(extracted);
  return nlohmann::json::parse(figures);
}

}  // namespace

TEST_CASE("extract: a news story annotated by hand is read without a fault") {
  if (!quoth::test::is_here(annotated / "score_extract.py")) return;
  auto const figures = score(annotated / "seed" / "gold.json");
  CHECK(figures.at("segment_f1") == 1.0);
  CHECK(figures.at("speaker_accuracy") == 1.0);
  CHECK(figures.at("entity_accuracy") == 1.0);
}

TEST_CASE("extract: articles of seven outlets") {
  if (!quoth::test::is_here(annotated / "score_extract.py")) return;
  auto const figures = score(annotated / "polnear_dev.jsonl");
  CHECK(figures.at("segment_f1") >= 0.965);
  CHECK(figures.at("speaker_accuracy") >= 0.93);
  CHECK(figures.at("end_to_end_f1") >= 0.90);
}
