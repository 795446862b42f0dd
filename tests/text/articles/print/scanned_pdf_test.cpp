// SPDX-License-Identifier: MIT
#include "text/articles/print/scanned_pdf.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/growth.hpp"
#include "text/articles/print/text_modes.hpp"

namespace quoth::text {

namespace {

std::string counted(std::string_view content) {
  TextModes modes;
  count_text(content, modes);
  return std::to_string(modes.shown) + " shown, " + std::to_string(modes.hidden) + " hidden";
}

std::string object(std::string const& dictionary, std::string const& content) {
  return "1 0 obj\n<< " + dictionary + " /Length 9 >>\nstream\n" + content + "\nendstream\nendobj\n";
}

bool is_scanned(std::string const& objects) {
  FileContent file("%PDF-1.4\n" + objects, "a.pdf");
  return is_scanned_pdf(file);
}

std::string const picture = object("/Type /XObject /Subtype /Image /Filter /DCTDecode", "\xFF\xD8 BT (x) Tj");
std::string const hidden = object("", "BT 3 Tr (We opened the lock) Tj ET");
std::string const shown = object("", "BT (We opened) Tj ET");

}  // namespace

TEST_CASE("count_text: text rendering modes 3 and 7 are hidden") {
  CHECK(counted("BT (abc) Tj 3 Tr (ab) Tj 7 Tr (a) ' 0 Tr [(ab) -20 <4142>] TJ ET") == "7 shown, 3 hidden");
}

TEST_CASE("count_text: the mode is saved and restored") {
  CHECK(counted("q 3 Tr q 0 Tr (a) Tj Q (a) Tj Q Q Q (a) Tj") == "2 shown, 1 hidden");
}

TEST_CASE("count_text: operators inside strings, names, comments and pictures are none") {
  CHECK(counted("(3 Tr \\) \\\\ (x) \\( ) Tj") == "18 shown, 0 hidden");
  CHECK(counted("/Tr 3 gs % 3 Tr\n(a) Tj << /A 3 >> (a) Tj") == "2 shown, 0 hidden");
  CHECK(counted("BI /W 1 ID 3 Tr (a) Tj xEI\x01 EI (a) Tj") == "1 shown, 0 hidden");
  CHECK(counted("(never ends") == "0 shown, 0 hidden");
}

TEST_CASE("count_text: hostile content takes linear time") {
  for (std::string const unit : {"(", "<", "q ", "ID ", "BI EI", "3 Tr ", "/", "[", "\\("}) {
    CAPTURE(unit);
    CHECK(test::growth(100000, [&](std::size_t size) {
            std::string content;
            while (content.size() < size) content += unit;
            TextModes modes;
            count_text(content, modes);
          }) < test::linear_growth);
  }
}

TEST_CASE("is_scanned_pdf: hidden text with pictures") {
  CHECK(is_scanned(picture + hidden));
  CHECK(is_scanned(hidden + shown + picture));  // a cover page that is no scan
  CHECK(!is_scanned(hidden));
  CHECK(!is_scanned(picture + shown + shown + shown + hidden));
  CHECK(!is_scanned(picture));
  CHECK(!is_scanned(object("/Subtype/Image", "") + object("/Filter /FlateDecode", "not zlib's")));
}

}  // namespace quoth::text
