// SPDX-License-Identifier: MIT
#include "text/files/archive_edit.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "quoth/error.hpp"
#include "text/files/archive.hpp"

using quoth::Error;
using quoth::text::Archive;
using quoth::text::with_files;

namespace {

// A container without files: the end of a directory that lists none.
std::string empty_container() { return "PK\x05\x06" + std::string(18, '\0'); }

std::string file_in(std::string const& container, std::string const& name) {
  return Archive(container, {}, "result").read(name).value_or("none");
}

// What is said where files cannot be put into the container; empty where they can.
std::string fault_of(std::string const& container, std::string const& name) {
  try {
    with_files(container, {{name, "Ada Quill spoke."}}, "story.docx");
  } catch (Error const& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("with_files: files are added and replaced, others stay, the same input gives the same bytes") {
  auto const one = with_files(empty_container(), {{"a.xml", "first"}, {"b.xml", "second"}}, "story.docx");
  CHECK(one == with_files(empty_container(), {{"a.xml", "first"}, {"b.xml", "second"}}, "story.docx"));
  auto const other = with_files(one, {{"b.xml", "another"}, {"c/ä.xml", "third"}}, "story.docx");
  CHECK(file_in(other, "a.xml") == "first");
  CHECK(file_in(other, "b.xml") == "another");
  CHECK(file_in(other, "c/ä.xml") == "third");
  CHECK(file_in(one, "c/ä.xml") == "none");
}

TEST_CASE("with_files: what is no container, or a broken one, is refused with one line") {
  for (auto const& container : {std::string("no container"), std::string("PK\x03\x04")}) {
    CAPTURE(container);
    CHECK(fault_of(container, "a.xml") ==
          "story.docx: cannot be packed again: it is no container; save the file again");
  }
  auto broken = with_files(empty_container(), {{"a.xml", "first"}}, "story.docx");
  auto const entry = broken.find("PK\x01\x02");
  REQUIRE(entry != broken.npos);
  broken.replace(entry + 42, 4, "\xff\xff\xff\x7f");  // where the file is said to begin
  CHECK(fault_of(broken, "b.xml").starts_with("story.docx: cannot be packed again: "));
}

TEST_CASE("with_files: a name that is no UTF-8 is refused") {
  auto const fault = fault_of(empty_container(), "a\xff.xml");
  CHECK(fault.starts_with("story.docx: cannot be packed again: "));
}

TEST_CASE("with_files: what stands before the first change may be most of the container") {
  std::mt19937 random(1);  // nothing that packing makes smaller
  std::string picture(100'000, '\0');
  for (auto& byte : picture) byte = static_cast<char>(random());
  auto const before =
      with_files(with_files(empty_container(), {{"a.png", picture}}, "story.odt"), {{"b.xml", "first"}}, "story.odt");
  auto const after = with_files(before, {{"b.xml", "another"}}, "story.odt");
  CHECK((file_in(after, "a.png") == picture));
  CHECK(file_in(after, "b.xml") == "another");
}
