// SPDX-License-Identifier: MIT
#include "grammar/transcripts/prose/title_page.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/prose/printed_name.hpp"
#include "grammar/transcripts/prose/prose_tuning.hpp"
#include "text/model/date.hpp"
#include "text/unicode/letter_case.hpp"
#include "text/unicode/numerals.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/lines.hpp"
#include "text/words/one_of.hpp"
#include "text/words/words.hpp"

namespace quoth::transcripts {

namespace {

using Tuned = TitlePageTuning;

// What follows one of the words at the head of a line, "by George Eliot": nothing if the line does not begin so.
std::optional<std::string> after(std::string_view line, std::initializer_list<std::string_view> heads) {
  auto const words = text::split_words(line);
  for (auto const head : heads) {
    auto const parts = text::split_words(head);
    if (words.size() < parts.size()) continue;
    bool same = true;
    for (std::size_t i = 0; i < parts.size(); ++i) same = same && words.key(i) == parts.key(i);
    if (!same) continue;
    auto const rest = line.substr(words[parts.size() - 1].last);
    return std::string(text::trimmed(rest, " \t:,"));
  }
  return std::nullopt;
}

// Reads the paragraphs of a title page one after the other.
class Reader {
 public:
  explicit Reader(std::span<Paragraph const> paragraphs) {
    for (auto const& paragraph : paragraphs.first(std::min(paragraphs.size(), Tuned::most_paragraphs))) {
      auto const text = paragraph.text();
      if (text::has_more_words(text, Tuned::long_paragraph) && !has_fields(paragraph)) {
        if (page_.date.empty()) read_dateline(text);
        break;
      }
      read(paragraph, text);
    }
    read_signature(paragraphs);
    finish_names();
  }

  TitlePage take() { return std::move(page_); }

 private:
  static std::string line_text(TranscriptLine const& line) { return single_spaced(text::to_utf8(line.text)); }

  static bool has_fields(Paragraph const& paragraph) {
    constexpr std::size_t fewest = 2;
    std::size_t fields = 0;
    for (auto const& line : paragraph.lines) fields += !field_name(line_text(line)).empty();
    return fields >= fewest;
  }

  // "author" of "Author: George Eliot"; empty for other lines.
  static std::string field_name(std::string_view line) {
    auto const colon = line.find(':');
    if (colon == line.npos || colon == 0 || colon > Tuned::longest_field_name) return {};
    auto const words = text::split_words(line.substr(0, colon));
    std::string name;
    for (std::size_t i = 0; i < words.size(); ++i) name += (i > 0 ? " " : "") + std::string(words.key(i));
    return name;
  }

  void read(Paragraph const& paragraph, std::string_view text) {
    titled_ = titled_ || text.starts_with("Dear ");  // a letter has no title

    if (has_fields(paragraph) || !field_name(text).empty()) return read_fields(paragraph);
    std::string title;
    bool goes_on = true;
    for (auto const& line : paragraph.lines) {
      auto const words = line_text(line);
      bool const read =
          title.empty() || !page_.author.empty() || !are_people(words) ? read_sentences(words) : set_author(words);
      goes_on = goes_on && (title.empty() || !(read || starts_as_work(words)));  // a subtitle
      if (!read && goes_on) title += (title.empty() ? "" : " ") + words;
    }
    if (may_be_title(title)) read_title(title);
  }

  void read_fields(Paragraph const& paragraph) {
    std::string* last = nullptr;
    for (auto const& line : paragraph.lines) {
      auto const text = line_text(line);
      auto const name = field_name(text);
      if (name.empty()) {
        // A field goes on in indented lines.
        bool const goes_on = last != nullptr && (line.text.starts_with(U' ') || line.text.starts_with(U'\t'));
        if (goes_on) *last += ' ' + text;
        last = goes_on ? last : nullptr;
        continue;
      }
      auto value = std::string(text::trimmed(std::string_view(text).substr(text.find(':') + 1)));
      last = field(name);
      if (last == nullptr) {
        read_date_field(name, value);
      } else if (last->empty() && !value.empty()) {
        *last = std::move(value);
      } else {
        last = nullptr;
      }
    }
  }

  std::string* field(std::string_view name) {
    if (text::is_one_of(name, {"title", "subject", "re"})) return titled_ ? nullptr : &take_title();
    if (text::is_one_of(name, {"author", "authors", "by", "from", "written by"})) return &page_.author;
    if (text::is_one_of(name, {"issuer", "publisher", "issued by", "published by", "prepared by", "agency",
                               "organisation", "organization"}))
      return &page_.issuer;
    return nullptr;
  }

  // The field wins over a line that was taken for the title.
  std::string& take_title() {
    titled_ = true;
    page_.title.clear();
    return page_.title;
  }

  void read_date_field(std::string_view name, std::string const& value) {
    if (!page_.date.empty() || !text::is_one_of(name, {"date", "published", "issued", "dated", "publication date"}))
      return;
    page_.date = date_in(value);
  }

  static std::string date_in(std::string const& text) {
    auto date = text::date_of_field(text);
    return date.empty() ? text::date_in_prose(text) : date;
  }

  // "Effective 1 January 2031. Published by Corvid, Inc.": whether any of it was read.
  bool read_sentences(std::string const& line) {
    if (names_case(line)) return false;
    bool any = is_copyright(line);
    for (std::size_t at = any ? line.size() : 0; at < line.size();) {
      auto end = line.find(". ", at);
      // Initials end no sentence.
      while (end != line.npos && (end < at + 2 || line[end - 2] == ' ' || line[end - 2] == '.'))
        end = line.find(". ", end + 1);
      end = std::min(end, line.size());
      any = read_line(without_stop(line.substr(at, end - at))) || any;
      at = std::min(end + 2, line.size());
    }
    return any;
  }

  // "MARROW et al. v. DUNMORE WATER COMPANY", which is no body's name.
  static bool names_case(std::string_view line) {
    return line.find(" v. ") != line.npos || line.find(" vs. ") != line.npos;
  }

  // Whether the line says who wrote or published the text, or when, and so is no part of the title.
  bool read_line(std::string const& line) {
    if (after(line, {"no"}) && line.starts_with("No")) return line.find_first_of("0123456789") != line.npos;
    if (auto const at = line.find(" delivered the opinion"); at != line.npos) {
      fill(page_.author, line.substr(0, at));
      return true;
    }
    if (is_dated_byline(line) || is_dated(line)) return true;
    if (awaits_author_) {
      awaits_author_ = false;
      return set_author(line);
    }
    if (auto const name = after(line, {"written by", "prepared by", "report by", "by"})) {
      awaits_author_ = name->empty();
      return name->empty() || set_author(*name);
    }
    if (auto const name = after(line, {"published by", "issued by", "released by"})) {
      if (page_.issuer.empty()) page_.issuer = without_article(without_stop(*name));
      return true;
    }
    if (after(line, {"version", "revision"})) return true;
    if (after(line, {"for immediate release", "press release", "news release", "embargoed until"})) return true;
    if (is_body(line)) {
      fill(page_.issuer, line);
      return true;
    }
    if (starts_as_work(line)) {
      read_body_of(line);
      return false;
    }
    if (page_.title.empty() || !page_.author.empty() || !are_people(line)) return false;
    page_.author = line;
    return true;
  }

  static void fill(std::string& field, std::string name) {
    if (field.empty()) field = without_article(without_stop(std::move(name)));
  }

  // "By Ana Reed, 3 May 2031", "Posted by Ana Reed on 3 May 2031", "By Ana Reed | 3 May 2031".
  bool is_dated_byline(std::string const& line) {
    auto const name = after(line, {"written by", "posted by", "by"});
    if (!name) return false;
    for (std::string_view const link : {", ", " | ", " · ", " — ", " – ", " on "}) {
      auto const at = name->find(link);
      auto const date = at == name->npos ? std::string() : date_in(name->substr(at + link.size()));
      if (date.empty() || !set_author(name->substr(0, at))) continue;
      if (page_.date.empty()) page_.date = date;
      return true;
    }
    return false;
  }

  // "3 February 2031", "Decided June 17, 2031", "Estuary Safety Board, 3 February 2031", "Tidewater Press, 2031".
  bool is_dated(std::string const& line) {
    auto const comma = line.find(", ");
    auto const before = line.substr(0, std::min(comma, line.size()));
    bool const year = comma != line.npos && text::is_year(std::string_view(line).substr(comma + 2));
    auto const date = date_in(line);
    bool const body = comma != line.npos && is_body(before);
    if (date.empty() && !(year && body)) return false;
    if (body) fill(page_.issuer, before);
    if (!body && text::has_more_words(line, Tuned::longest_date_line)) return false;
    bool const other = after(line, {"argued", "inspected", "submitted", "received", "heard", "adopted"}).has_value();
    if (page_.date.empty() && !other) page_.date = date;
    return true;
  }

  // "Copyright (C) 2031 Harbour Safety Board, Inc. <https://example.org/>"
  bool is_copyright(std::string_view line) {
    if (!line.starts_with("Copyright") && !line.starts_with("©")) return false;
    auto const words = text::split_words(line);
    std::size_t first = 0;
    while (first < words.size() && (text::is_one_of(words.key(first), {"copyright", "c"}) ||
                                    words.key(first).find_first_not_of("0123456789") == std::string_view::npos))
      ++first;
    if (first == words.size()) return true;
    auto const holder = text::trimmed(
        line.substr(words[first].first, line.find_first_of("<(", words[first].first) - words[first].first));
    if (page_.issuer.empty() && looks_like_name(holder) && names_organisation(holder))
      page_.issuer = without_article(without_stop(std::string(holder)));
    return true;
  }

  static bool is_body(std::string_view line) {
    return looks_like_name(line) && names_organisation(line) && !starts_as_work(line);
  }

  static bool starts_as_work(std::string_view line) {
    return after(
               line,
               {"report",         "annual report",     "fact sheet", "white paper", "policy",       "performance audit",
                "audit",          "inspection report", "guidance",   "bulletin",    "circular",     "final report",
                "interim report", "statement",         "review",     "findings",    "decision",     "opinion",
                "letter",         "minutes",           "guide",      "rules",       "constitution", "act",
                "charter"})
        .has_value();
  }

  bool set_author(std::string const& name) {
    auto const plain = without_stop(name);
    if (!looks_like_name(plain)) return false;
    // "Ilse Pruett, Deputy Director, Harbour Department" is a person.
    auto& field = names_organisation(plain.substr(0, plain.find(", "))) ? page_.issuer : page_.author;
    if (field.empty()) field = without_article(plain);
    return true;
  }

  static bool is_sentence(std::string_view text, text::WordList const& words) {
    if (text.find(". ") != text.npos) return true;
    std::size_t small = 0;
    for (auto const& word : words) small += !has_capital(text, word);
    return text.ends_with('.') && small * 2 > words.size();
  }

  bool may_be_title(std::string_view text) const {
    auto const list = text::split_words(text);
    auto const words = list.size();
    return page_.title.empty() && !titled_ && (names_case(text) || !is_sentence(text, list)) && words > 0 &&
           words <= Tuned::longest_title && !text.ends_with(',') && !text.ends_with(';') && !text.starts_with("Dear ");
  }

  void read_title(std::string const& text) { page_.title = without_stop(text); }

  // "LOWER LOCK, May 6, 2031 — The board …"
  void read_dateline(std::string const& text) {
    constexpr std::size_t longest = 80;  // bytes before the dash
    auto const dash = std::min(text.find("—"), text.find(" - "));
    if (dash != text.npos && dash <= longest) page_.date = text::date_in_prose(text.substr(0, dash));
  }

  // "Report of the Harbour Safety Board": the body at the end of the line.
  void read_body_of(std::string const& line) {
    for (std::string_view const link : {" of the ", " by the ", " from the ", " of ", " by "}) {
      auto const at = line.find(link);
      if (at == line.npos) continue;
      auto const body = line.substr(at + link.size());
      if (looks_like_name(body) && names_organisation(body)) fill(page_.issuer, body);
      return;
    }
  }

  // "Ilse Pruett, Deputy Director, Harbour Department": the body of an office is the issuer.
  void finish_names() {
    auto& author = page_.author;
    if (auto const address = author.find('<'); address != author.npos)
      author = text::trimmed(author.substr(0, address));
    auto const comma = author.find(", ");
    if (comma != author.npos && text::split_words(author.substr(0, comma)).size() > 1) {
      for (auto at = comma; at != author.npos; at = author.find(", ", at + 2)) {
        auto const part = author.substr(at + 2, author.find(", ", at + 2) - at - 2);
        if (names_organisation(part) && page_.issuer.empty()) page_.issuer = part;
        if (names_organisation(part) || has_role(part)) author_end_ = std::min(author_end_, comma);
      }
      if (author_end_ < author.size()) author.resize(author_end_);
    }
    author = text::in_ordinary_capitals(author);
    page_.issuer = text::in_ordinary_capitals(page_.issuer);
    page_.title = text::in_ordinary_capitals(page_.title);
  }

  void read_signature(std::span<Paragraph const> paragraphs) {
    bool const letter =
        std::ranges::any_of(paragraphs.first(std::min(paragraphs.size(), Tuned::most_paragraphs)),
                            [](Paragraph const& paragraph) { return paragraph.text().starts_with("Dear "); });
    if (!letter || !page_.author.empty()) return;
    bool closes = false;
    for (auto const& paragraph : paragraphs.last(std::min(paragraphs.size(), Tuned::last_paragraphs))) {
      for (auto const& line : paragraph.lines) {
        auto const text = line_text(line);
        if (closes && set_author(text)) return;
        closes = closes || after(text, {"sincerely", "yours", "kind regards", "best regards", "regards", "respectfully",
                                        "with best wishes"});
      }
    }
  }

  TitlePage page_;
  bool titled_ = false;  // by a field
  bool awaits_author_ = false;
  std::size_t author_end_ = std::string::npos;
};

}  // namespace

TitlePage read_title_page(std::span<Paragraph const> paragraphs) { return Reader(paragraphs).take(); }

}  // namespace quoth::transcripts
