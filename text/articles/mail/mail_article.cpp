// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quoth/error.hpp"
#include "text/articles/article_readers.hpp"
#include "text/articles/prose_builder.hpp"
#include "text/articles/web/html_prose.hpp"
#include "text/files/file_content.hpp"
#include "text/files/plugins/mail_module.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/lines.hpp"

// Mail as RFC 5322 and MIME have it, by GMime: https://www.rfc-editor.org/rfc/rfc5322. Quoted lines become block
// quotations, as in plain text; signatures are left out.
namespace quoth::text {

namespace {

// Whether fields stand at the head of the file that mail has, and a memo on paper has not.
bool recognises(FileContent& file) {
  constexpr std::array<std::string_view, 8> telling{"received",
                                                    "message-id",
                                                    "mime-version",
                                                    "return-path",
                                                    "delivered-to",
                                                    "content-type",
                                                    "content-transfer-encoding",
                                                    "dkim-signature"};
  std::string_view rest = file.bytes();
  bool tells = false;
  bool from = false;
  while (!rest.empty()) {
    auto const line = trimmed(take_line(rest), "\r");
    if (line.empty()) break;
    if (line.starts_with(' ') || line.starts_with('\t')) continue;
    auto const name = line.substr(0, line.find(':'));
    bool const field = name.size() < line.size() && !name.empty() && name.find(' ') == name.npos;
    if (!field && !line.starts_with("From ")) return false;
    from = from || is_same_in_ascii_case(name, "from");
    tells =
        tells || std::ranges::any_of(telling, [&](std::string_view one) { return is_same_in_ascii_case(one, name); });
  }
  return tells && from;
}

std::size_t count_of(std::string_view word, std::string_view bytes) {
  std::size_t count = 0;
  for (auto at = bytes.find(word); at != bytes.npos; at = bytes.find(word, at + word.size())) ++count;
  return count;
}

// GMime reads the parts of parts by recursion.
void refuse_deep(FileContent const& file) {
  constexpr std::size_t most = 200;
  std::size_t parts = 0;
  for (std::string_view const nests : {"oundary=", "OUNDARY=", "essage/rfc822", "ESSAGE/RFC822"})
    parts += count_of(nests, file.bytes());
  if (parts > most) throw Error(file.where() + ": mail with over 200 nested parts; save its text alone");
}

// Whether the line says whose words follow: "> On Mon, 13 Oct 2031 at 18:40, Petra Lindqvist wrote:".
bool heads_reply(std::string_view line) { return line.starts_with('>') && trimmed(line).ends_with(" wrote:"); }

// Blanks out what follows a line of two dashes, as far as the next quoted line, and the signs before the heads of
// replies, which are no quotations; lines keep their numbers.
void leave_out_signature(std::string& body) {
  bool signature = false;
  for (std::size_t at = 0; at < body.size();) {
    auto const end = std::min(body.find('\n', at), body.size());
    auto const line = std::string_view(body).substr(at, end - at);
    bool const opens = line == "-- " || line == "-- \r" || line == "--" || line == "--\r";
    signature = (signature && !line.starts_with('>')) || opens;
    if (heads_reply(line))
      std::replace(body.begin() + static_cast<std::ptrdiff_t>(at),
                   body.begin() + static_cast<std::ptrdiff_t>(line.find_first_not_of("> ") + at), '>', ' ');
    if (signature)
      std::fill(body.begin() + static_cast<std::ptrdiff_t>(at), body.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    at = end + 1;
  }
}

std::ptrdiff_t lines_in(std::string_view text) { return std::count(text.begin(), text.end(), '\n'); }

// The plain texts one after the other, without signatures. They stand on the lines of the file as far as they are in it
// as they are: the headers of a part between two become empty lines.
Document plain_parts(FileContent& file, MailText const& mail, std::string const& id) {
  constexpr std::size_t most_misses = 100;  // bounds the work on encoded parts, which are not in the file as they are
  auto const& whole = file.bytes();
  std::string body;
  std::optional<std::size_t> begin;  // where the first part stands in the file
  std::size_t last = 0;              // behind the part before
  std::size_t misses = 0;
  std::ptrdiff_t lines = 0;  // of the body
  std::ptrdiff_t due = 0;    // of the file, from `begin` to `last`
  for (auto const& part : mail.parts) {
    bool const look = !part.text.empty() && misses < most_misses;
    auto const at = look ? whole.find(part.text, last) : whole.npos;
    misses += look && at == whole.npos;
    if (at != whole.npos) {
      if (body.empty()) begin = last = at;
      due += lines_in(std::string_view(whole).substr(last, at - last));
      last = at;
    }
    auto const gap = body.empty() ? 0 : std::max<std::ptrdiff_t>(2, begin && at != whole.npos ? due - lines : 0);
    body.append(static_cast<std::size_t>(gap), '\n');
    auto text = part.text;
    leave_out_signature(text);
    body += text;
    lines += gap + lines_in(text);
  }
  auto document = plain_document(id, to_utf32(repaired_utf8(body)));
  if (begin) document.first_line = static_cast<std::uint32_t>(lines_in(std::string_view(whole).substr(0, *begin)) + 1);
  return document;
}

void add_plain(std::string text, ProseBuilder& prose) {
  leave_out_signature(text);
  auto const document = plain_document({}, to_utf32(repaired_utf8(text)));
  for (auto const& block : document.blocks()) {
    prose.open(block.kind, block.level);
    prose.add(document.utf8(block.span));
    prose.close();
  }
}

// Texts of which one at least is HTML.
Document mixed_parts(FileContent& file, MailText const& mail, std::string const& id) {
  ProseBuilder prose({});
  for (auto const& part : mail.parts) {
    if (part.html)
      add_html_fragment(repaired_utf8(part.text), {}, {false, false}, file.limits(), file.where(), prose);
    else
      add_plain(part.text, prose);
  }
  return prose.finish_by_paragraph(id);
}

// "the attachments budget.pdf, pier.jpg and 2 more"; empty where there are none.
std::string attachments_text(std::vector<std::string> const& names) {
  constexpr std::size_t most_shown = 3;
  if (names.empty()) return {};
  std::string text = names.size() == 1 ? "the attachment" : "the attachments";
  for (std::size_t i = 0; i < std::min(names.size(), most_shown); ++i)
    text += (i == 0 ? " " : ", ") + repaired_utf8(names[i]);
  if (names.size() > most_shown) text += " and " + std::to_string(names.size() - most_shown) + " more";
  return text;
}

void read(FileContent& file, std::string const& id, TakeDocument const& take) {
  refuse_deep(file);
  auto const mail = loaded<MailModule>(file.where()).read(file.bytes());
  if (!mail.readable) throw Error(file.where() + ": is no mail; give its format with --input-format");
  bool const html = std::ranges::any_of(mail.parts, &MailPart::html);
  auto document = html ? mixed_parts(file, mail, id) : plain_parts(file, mail, id);
  if (auto left_out = attachments_text(mail.left_out); !left_out.empty()) file.leave_out(std::move(left_out));
  document.title = repaired_utf8(mail.subject);
  document.author = repaired_utf8(mail.from);
  document.outlet = repaired_utf8(mail.organization);
  document.date = mail.date;
  file.release();
  take(std::move(document));
}

}  // namespace

ArticleFormat const eml_article{"eml", "mail", ".eml", recognises, read};

}  // namespace quoth::text
