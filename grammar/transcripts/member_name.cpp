// SPDX-License-Identifier: MIT
#include "member_name.hpp"

#include "turn_joiner.hpp"

namespace quoth {

Speaker member_of(std::string_view label) {
  label = without_blanks(label);
  while (label.ends_with(':') || label.ends_with(' ')) label.remove_suffix(1);
  if (label.starts_with('(') && label.ends_with(')')) label = label.substr(1, label.size() - 2);
  Speaker speaker;
  speaker.name = label;
  auto const open = label.find('(');
  if (open == label.npos || open == 0 || !label.ends_with(')')) return speaker;
  auto const before = without_blanks(label.substr(0, open));
  auto inside = label.substr(open + 1, label.size() - open - 2);
  bool const office = before.starts_with("The ") || before.starts_with("the ") || before.starts_with("THE ");
  if (office) inside = inside.substr(0, inside.find('('));
  speaker.name = office ? without_blanks(inside) : before;
  speaker.role = office ? before : without_blanks(inside);
  return speaker;
}

}  // namespace quoth
