// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace quoth::text {

// How far a paragraph is set in from the margins, in millimetres.
struct Indent {
  double left = 0;
  double right = 0;
};

// Tells block quotations by their indentation: they are set in on both sides, or on the left further than the body.
class Indentation {
 public:
  // Takes every paragraph that has words, before the first question.
  void count(Indent indent);

  // `words`: of the paragraph; `before`: of the paragraph before it. One that is set in on the left only must read like
  // running text, unless a colon leads to it: addresses and signatures are set in too.
  bool is_quotation(Indent indent, std::string_view words, std::string_view before) const;

 private:
  std::map<double, std::size_t> lefts_;  // how often each left indent occurs
  double body_ = 0;                      // the one that occurs most often, of several the least
};

// "1.25cm", "0.5in" in millimetres; 0 for what is no length.
double millimetres(std::string_view length);

// Twentieths of a point, as Word counts, in millimetres.
double millimetres_of_twips(std::string_view number);

}  // namespace quoth::text
