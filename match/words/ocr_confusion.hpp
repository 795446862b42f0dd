// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace quoth::match {

// Whether the two differ only in what optical character recognition (OCR) confuses, or are equal: letters of one shape
// ("tbe", "the"), strokes that merge ("modem", "modern"), a digit for a letter ("l0ve"), blanks and hyphens inside
// words
// ("de- light"), one letter lost in four. At most about one letter in four may differ, the only one of a word included.
// A digit is never another digit, and none is lost. Words as printed, or runs of words with blanks between them, in
// UTF-8; case, apostrophes and marks do not count. Of real words many differ so ("sight", "fight"): what was not read
// by a machine needs more, see is_evident_ocr.
bool ocr_confusable(std::string_view a, std::string_view b);

// Whether `read`, too, shows that it was misread for `meant`, as no word looks like it: a digit among letters ("b0at"),
// a "1" or "l" that stands alone where "I" is meant.
bool is_evident_ocr(std::string_view read, std::string_view meant);

}  // namespace quoth::match
