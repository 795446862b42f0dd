// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quoth::match {

// What a heading or a paragraph says of its own number, as printed: "§ 4.2 Penalties", "Chapter III", "12. We hold".
struct OwnNumber {
  std::string section;          // "4.2", "IV"
  std::string chapter;          // "III"
  std::uint32_t paragraph = 0;  // of a paragraph only
};
OwnNumber number_of_heading(std::string_view heading);
OwnNumber number_of_paragraph(std::string_view text);

// Whether a section is given by its heading, "Findings", and not by its number. And what its heading says beside the
// number, in lower case: "findings" of "2. Findings".
bool is_heading_name(std::string_view section);
std::string name_of_heading(std::string_view heading);

// Whether two numbers of sections can be of one place: the same, however they are written ("IV" and "4"), or one inside
// the other ("4.2" and "4.2(a)").
bool same_section(std::string_view a, std::string_view b);

// The value of digits or of a Roman numeral below 400; nothing for other text.
std::optional<std::uint32_t> page_number(std::string_view label);

}  // namespace quoth::match
