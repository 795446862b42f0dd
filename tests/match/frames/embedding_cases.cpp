// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "match/align/quoted_words.hpp"
#include "match/frames/embedding.hpp"
#include "tests/data_cases.hpp"
#include "tests/match/edits/marked_turns.hpp"
#include "tests/test_paths.hpp"

using namespace quoth;
using namespace quoth::match;
using namespace quoth::test;

namespace {

void check_embedding(DataCase const& data, SourceKind kind) {
  auto const field = fields(data.text);
  REQUIRE(field.size() == 4);
  MarkedTurns const turns(field[2], kind);
  QuotedWords const quotation({field[3]});
  auto const found =
      embedding_of(turns.passage(), turns.marked(),
                   printed_form(quotation, {0, quotation.tokens().size()}, turns.passage(), turns.marked()));
  CHECK((found ? to_string(found->kind) : std::string_view("-")) == field[0]);
  CHECK((found ? found->words : "-") == field[1]);
}

DataCases const embeddings(line_cases(test_data("embeddings.txt"), 2),
                           [](DataCase const& data) { check_embedding(data, SourceKind::transcript); });
DataCases const written(line_cases(test_data("written-frames.txt"), 2),
                        [](DataCase const& data) { check_embedding(data, SourceKind::document); });

}  // namespace
