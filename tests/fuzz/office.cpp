// SPDX-License-Identifier: MIT
// The XML inside Word and OpenDocument files: read as article and as transcript, and given comments.
#include <map>

#include "quoth/article.hpp"
#include "quoth/quotation.hpp"
#include "quoth/transcript.hpp"
#include "tests/fuzz/fuzzing.hpp"
#include "text/articles/article_format.hpp"
#include "text/articles/office/docx_comments.hpp"
#include "text/articles/office/odt_comments.hpp"
#include "text/files/archive_edit.hpp"
#include "text/files/file_content.hpp"

using namespace quoth;

namespace {

// A line that begins so names the part that follows.
constexpr std::string_view part_mark = "=== ";

std::map<std::string, std::string> parts_of(std::string_view bytes) {
  std::map<std::string, std::string> parts;
  auto at = bytes.find(part_mark);
  while (at != bytes.npos) {
    auto const name_at = at + part_mark.size();
    auto const name_end = std::min(bytes.find('\n', name_at), bytes.size());
    at = bytes.find(part_mark, name_end);
    auto const begin = std::min(name_end + 1, bytes.size());
    auto const end = std::max(begin, std::min(at, bytes.size()));
    parts[std::string(bytes.substr(name_at, name_end - name_at))] = bytes.substr(begin, end - begin);
  }
  return parts;
}

// The end of the directory of a ZIP file that holds nothing.
std::string empty_zip() { return "PK\x05\x06" + std::string(18, '\0'); }

// Comments on every quotation, which are then read again.
void annotate(std::string const& bytes, std::string const& format) {
  auto const name = "input." + format;
  text::FileContent file(bytes, name, name, fuzz::limits());
  auto copy = file.again();
  auto const document = text::parse_article(copy, format);
  std::vector<text::OfficeComment> comments;
  for (auto const& quotation : extract(document))
    comments.push_back({{quotation.segments.front().first, quotation.segments.back().last}, "altered\nin two words"});
  auto const with_comments = format == "odt" ? text::with_odt_comments : text::with_comments;
  auto const commented = with_comments(file, document, comments, {"quoth", "q", ""});
  // Comments change no word of the text.
  text::FileContent again(commented.bytes, name, name, fuzz::limits());
  if (text::parse_article(again, format).text() != document.text()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const parts = parts_of({reinterpret_cast<char const*>(data), size});
  if (parts.empty()) return -1;
  std::string bytes;
  try {
    bytes = text::with_files(empty_zip(), parts, "input");
  } catch (Error const&) {
    return -1;  // a name that no file in a ZIP container may have
  }
  for (auto const* format : {"docx", "odt"}) {
    fuzz::may_refuse([&] { articles_in(bytes, "input", {format, fuzz::limits()}); });
    fuzz::may_refuse([&] {
      TranscriptOptions options;
      options.format = format;
      options.limits = fuzz::limits();
      options.speakers = {"=Ida Moen"};
      sources_in(
          bytes, "input", [](Source&& /*source*/) {}, options);
    });
    fuzz::may_refuse([&] { annotate(bytes, format); });
  }
  return 0;
}
