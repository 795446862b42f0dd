// SPDX-License-Identifier: MIT
#include "grammar/clauses/phrase.hpp"

#include <doctest/doctest.h>

#include <string>

#include "grammar/marks/marks.hpp"
#include "grammar/marks/outer_text.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;
using namespace quoth::text;
using namespace quoth::grammar;

namespace {

// The first phrase of that kind, as text; empty where there is none.
std::string first_phrase(std::string const& text, PhraseKind kind) {
  auto const document = plain_document("case", to_utf32(text));
  auto tokens = scan(document);
  auto const marked_spans = pair_marks(tokens);
  auto const outer_text = outer_texts(tokens, marked_spans).front();
  for (auto const& phrase : phrases_of(outer_text.tokens)) {
    if (phrase.is(kind))
      return document.utf8({outer_text.tokens[phrase.first].first, outer_text.tokens[phrase.last - 1].last});
  }
  return {};
}

CueForm form_of_first_cue(std::string const& text) {
  auto tokens = scan(plain_document("case", to_utf32(text)));
  for (auto const& phrase : phrases_of(tokens)) {
    if (phrase.is(PhraseKind::cue)) return phrase.form;
  }
  FAIL("no cue");
  return CueForm::finite;
}

}  // namespace

TEST_CASE("nominal") {
  CHECK(first_phrase("Mayor Ana Tamm left.", PhraseKind::nominal) == "Mayor Ana Tamm");
  CHECK(first_phrase("the tall engineer slept", PhraseKind::nominal) == "the tall engineer");
  CHECK(first_phrase("Lena van der Berg said", PhraseKind::nominal) == "Lena van der Berg");
  CHECK(first_phrase("the Department of Bridges said", PhraseKind::nominal) == "the Department of Bridges");
  CHECK(first_phrase("the council’s statement said", PhraseKind::nominal) == "the council’s statement");
  CHECK(first_phrase("Tamm last week said", PhraseKind::nominal) == "Tamm");
}

TEST_CASE("a cue with its auxiliaries") {
  CHECK(first_phrase("She has also said so", PhraseKind::cue) == "has also said");
  CHECK(first_phrase("Tamm flatly denied it", PhraseKind::cue) == "flatly denied");
  CHECK(first_phrase("Tamm pointed out that", PhraseKind::cue) == "pointed out");
  CHECK(first_phrase("as Tamm put it, nobody", PhraseKind::cue) == "put it");
  CHECK(first_phrase("the report is long", PhraseKind::cue).empty());
}

TEST_CASE("the form of a cue") {
  CHECK(form_of_first_cue("Tamm said") == CueForm::finite);
  CHECK(form_of_first_cue("Tamm was saying") == CueForm::finite);
  CHECK(form_of_first_cue("Tamm left, saying") == CueForm::gerund);
  CHECK(form_of_first_cue("Tamm refused to say") == CueForm::infinitive);
  CHECK(form_of_first_cue("Tamm was called") == CueForm::passive);
  CHECK(form_of_first_cue("Tamm would say") == CueForm::modal);
}

TEST_CASE("time is no nominal") {
  CHECK(first_phrase("last week Tamm slept", PhraseKind::adverb) == "last week");
  CHECK(first_phrase("Sunday night Tamm slept", PhraseKind::adverb) == "Sunday night");
}

TEST_CASE("a quotation is one phrase of its sentence") {
  CHECK(first_phrase("Tamm said “no, never” twice", PhraseKind::quotation) == "“no, never”");
}

TEST_CASE("according to") { CHECK(first_phrase("according to Tamm", PhraseKind::according) == "according to"); }
