// SPDX-License-Identifier: MIT
#include "tools/audit/pages/page_section.hpp"

#include <fmt/format.h>

namespace quoth::tools {

std::string section(char const* title, std::string const& note, std::string const& content) {
  auto const scrolled =
      content.empty()
          ? ""
          : fmt::format(
                "<p class=\"scrolls\">Scrolls sideways →</p>\n<div class=\"wide\" tabindex=\"0\" role=\"group\" "
                "aria-label=\"{}\">\n{}</div>\n",
                title, content);
  return fmt::format("<section>\n<h2>{}</h2>\n<p class=\"note\">{}</p>\n{}</section>\n", title, note, scrolled);
}

}  // namespace quoth::tools
