// SPDX-License-Identifier: MIT
#include "tools/reports/html/html_text.hpp"

#include <doctest/doctest.h>

using namespace quoth::tools;

TEST_CASE("text_html: no mark-up leaves its element") {
  CHECK(text_html("<b title=\"a\">&amp; 'x'</b>") == "&lt;b title=&quot;a&quot;&gt;&amp;amp; &#39;x&#39;&lt;/b&gt;");
  CHECK(text_html("a\u202Eb") == "a\uFFFDb");
}
