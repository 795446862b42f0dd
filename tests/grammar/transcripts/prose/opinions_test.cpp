// SPDX-License-Identifier: MIT
#include "grammar/transcripts/prose/opinions.hpp"

#include <doctest/doctest.h>

using quoth::transcripts::opinion_by;

TEST_CASE("opinions: lines that open one name the judge") {
  CHECK(opinion_by("JUSTICE HALLORAN, dissenting.") == "JUSTICE HALLORAN");
  CHECK(opinion_by("Mr. Justice Vane delivered the opinion of the Court.") == "Mr. Justice Vane");
  CHECK(opinion_by("CHIEF JUSTICE ROSS announced the judgment of the Court.") == "CHIEF JUSTICE ROSS");
  CHECK(opinion_by("Justice Vane, with whom Justice Ross joins, concurring in part.") == "Justice Vane");
  CHECK(opinion_by("LADY JUSTICE MOORE:") == "LADY JUSTICE MOORE");
  CHECK(opinion_by("Sir Peter Clancy:") == "Sir Peter Clancy");
  CHECK(opinion_by("Vane, J., dissenting.") == "Vane");
  CHECK(opinion_by("ROSS, C.J., concurring:") == "ROSS");
  CHECK(opinion_by("VANE, Circuit Judge:") == "VANE");
  CHECK(opinion_by("VANE, Senior Circuit Judge, dissenting.") == "VANE");
}

TEST_CASE("opinions: other lines about judges open none") {
  CHECK(opinion_by("Justice Vane wrote that the deed was void.").empty());
  CHECK(opinion_by("Before: VANE, ROSS and FALK, Circuit Judges.").empty());
  CHECK(opinion_by("The dissenting judge, Ruth Vane, did not sit.").empty());
  CHECK(opinion_by("See Harbour Trust v. Ostrow, 12 Vell. 88 (Vane, J., dissenting).").empty());
  CHECK(opinion_by("Lord Vane, the owner of the lock, was not heard.").empty());
  CHECK(opinion_by("Justice delayed is justice denied.").empty());
}
