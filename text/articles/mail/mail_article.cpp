// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>

#include "quoth/error.hpp"
#include "text/articles/article_readers.hpp"
#include "text/articles/prose_builder.hpp"
#include "text/articles/web/html_prose.hpp"
#include "text/files/file_content.hpp"
#include "text/files/plugins/mail_module.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/lines.hpp"

// Mail as RFC 5322 and MIME have it, by GMime: https://www.rfc-editor.org/rfc/rfc5322. Quoted lines become block
// quotations, as in plain text; signatures are left out.
namespace quoth::text {

namespace {

bool is_same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

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
    from = from || is_same_name(name, "from");
    tells = tells || std::ranges::any_of(telling, [&](std::string_view one) { return is_same_name(one, name); });
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

// The text of the body. Its positions are lines of the file where it stands there as it is.
Document plain_body(FileContent& file, MailText const& mail, std::string const& id) {
  auto body = mail.body;
  auto const& whole = file.bytes();
  auto const at = whole.find(body);
  leave_out_signature(body);
  auto document = plain_document(id, to_utf32(repaired_utf8(body)));
  if (at != whole.npos)
    document.first_line = static_cast<std::uint32_t>(
        std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1);
  return document;
}

Document html_body(FileContent& file, MailText const& mail, std::string const& id) {
  ProseBuilder prose({});
  add_html_fragment(repaired_utf8(mail.body), {}, {false, false}, file.limits(), file.where(), prose);
  return prose.finish_by_paragraph(id);
}

void read(FileContent& file, std::string const& id, TakeDocument const& take) {
  refuse_deep(file);
  auto const mail = loaded<MailModule>(file.where()).read(file.bytes());
  if (!mail.readable) throw Error(file.where() + ": is no mail; give its format with --input-format");
  auto document = mail.html ? html_body(file, mail, id) : plain_body(file, mail, id);
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
