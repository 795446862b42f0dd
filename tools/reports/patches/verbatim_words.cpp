// SPDX-License-Identifier: MIT
#include "tools/reports/patches/verbatim_words.hpp"

#include <algorithm>
#include <optional>

#include "text/unicode/ascii.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/lines.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/patches/word_exchange.hpp"
#include "tools/reports/terminal.hpp"

namespace quoth::tools {

namespace {

// Maps offsets in a quotation's words to bytes of the file.
class WordPlaces {
 public:
  WordPlaces(Document const& document, Quotation const& quotation, CorrectedFile const& file)
      : document_(document), file_(file.bytes()), positions_(file.positions()), words_(words_of(document, quotation)) {
    for (auto const segment : quotation.segments) {
      auto at = offsets_.size();
      for (auto i = segment.first; i < segment.last; ++i) {
        for (auto width = text::bytes_of_code_point(words_[at]); width > 0; --width, ++at) offsets_.push_back(i);
      }
      offsets_.push_back(segment.last);  // the blank, or the end
    }
  }

  std::string const& words() const { return words_; }

  // The bytes of the file that hold the words of `span` and nothing else; nothing if markup, character references or
  // the end of a segment come between.
  std::optional<TextChange> in_file(ByteSpan span) const {
    if (span.last >= offsets_.size()) return std::nullopt;
    auto const first = byte_of(offsets_[span.first]);
    if (span.first == span.last)
      return matches(first, span.first) ? std::optional(TextChange{first, first, {}}) : std::nullopt;
    auto at = first;
    for (auto i = span.first; i < span.last; ++i) {
      if (text::is_white_space(words_[i])) {
        if (at >= file_.size() || !text::is_white_space(file_[at])) return std::nullopt;
        while (at < file_.size() && text::is_white_space(file_[at])) ++at;
      } else if (at >= file_.size() || file_[at++] != words_[i]) {
        return std::nullopt;
      }
    }
    return TextChange{first, at, {}};
  }

  char at(std::size_t byte) const { return byte < file_.size() ? file_[byte] : '\0'; }

 private:
  bool matches(std::size_t byte, std::uint32_t word) const {
    bool const inner = word < words_.size() && !text::is_white_space(words_[word]);
    return !inner || (byte < file_.size() && file_[byte] == words_[word]);
  }

  std::size_t byte_of(std::uint32_t offset) const {
    auto const place = document_.locate(offset);
    return positions_.byte_of(place.line - document_.first_line, place.column);
  }

  Document const& document_;
  std::string_view file_;
  text::BytePositions const& positions_;
  std::string words_;
  std::vector<std::uint32_t> offsets_;  // of the document, for each byte of the words
};

bool has_marks(std::string_view words) {
  return words.find("…") != words.npos || words.find("..") != words.npos || words.find_first_of("[(") != words.npos;
}

// Whether words mean the same in plain text, Markdown and HTML.
bool is_plain(std::string_view words) {
  return printable(words) == words && words.find_first_of("<>&*_[]()`#|~\\\"{}") == words.npos;
}

// Words that are inserted bring a blank, words that are removed take one with them.
TextChange with_blank(TextChange change, WordPlaces const& places) {
  bool const inside = change.first > 0 && text::is_white_space(places.at(change.first - 1));
  if (change.first == change.last) {
    bool const before_word = inside || static_cast<unsigned char>(places.at(change.first)) >= '0';
    change.text = before_word ? change.text + " " : " " + change.text;
  } else if (change.text.empty()) {
    if (inside) {
      --change.first;
    } else if (text::is_white_space(places.at(change.last))) {
      ++change.last;
    }
  }
  return change;
}

// Keeps a line break of the printed words, at the first blank of the spoken ones.
std::string broken_like(std::string_view printed, std::string spoken) {
  auto const line_end = printed.find_first_of("\r\n");
  auto const blank = spoken.find(' ');
  if (line_end == printed.npos || blank == spoken.npos) return spoken;
  auto const next = printed.find_first_not_of(" \t\r\n", line_end);
  return spoken.replace(blank, 1, printed.substr(line_end, next - line_end));
}

constexpr std::string_view straight = "'";
constexpr std::string_view curly = "’";

// Whether a letter or figure stands there; beyond ASCII every byte is taken for a letter's.
bool is_of_word(char c) { return text::is_ascii_alphanumeric(c) || (c & 0x80) != 0; }

// How often the apostrophe stands between two letters or figures.
std::size_t count_in_words(std::string_view text, std::string_view apostrophe) {
  std::size_t count = 0;
  for (auto at = text.find(apostrophe); at != text.npos; at = text.find(apostrophe, at + 1)) {
    auto const next = at + apostrophe.size();
    count += at > 0 && next < text.size() && is_of_word(text[at - 1]) && is_of_word(text[next]);
  }
  return count;
}

// The spoken words with apostrophes as the article writes them.
std::string with_apostrophes_of(CorrectedFile const& file, std::string spoken) {
  auto const& from = file.has_curly_apostrophes() ? straight : curly;
  auto const& to = file.has_curly_apostrophes() ? curly : straight;
  for (auto at = spoken.find(from); at != spoken.npos; at = spoken.find(from, at + to.size()))
    spoken.replace(at, from.size(), to);
  return spoken;
}

// Keeps a capital at the start of the words.
std::string like(std::string_view printed, std::string spoken) {
  bool const capital = !printed.empty() && printed.front() >= 'A' && printed.front() <= 'Z';
  if (capital && !spoken.empty() && spoken.front() >= 'a' && spoken.front() <= 'z')
    spoken.front() = static_cast<char>(spoken.front() - 'a' + 'A');
  return spoken;
}

std::string why_not(Finding const& finding, std::string_view words) {
  bool const words_only = std::ranges::all_of(finding.also, [](Verdict verdict) {
    return verdict == Verdict::altered || verdict == Verdict::distorted || !must_be_seen(verdict);
  });
  if (!words_only) return "more is wrong than its words";
  auto const deciding = deciding_evidence(finding);
  for (auto const& evidence : finding.evidence) {
    auto const same = std::ranges::find(deciding, evidence.segments, &Evidence::segments);
    if (same == deciding.end() || evidence.text != (*same)->text) return "several passages could be meant";
  }
  return has_marks(words) ? "it has an ellipsis or a bracket" : "";
}

constexpr std::string_view marks = ",;:.!?";

// The mark that ends a text, before blanks; none where it ends otherwise.
char last_mark(std::string_view text) {
  auto const last = text.find_last_not_of(" \t\r\n");
  return last != text.npos && marks.find(text[last]) != marks.npos ? text[last] : '\0';
}
char first_mark(std::string_view text) {
  auto const first = text.find_first_not_of(" \t\r\n");
  return first != text.npos && marks.find(text[first]) != marks.npos ? text[first] : '\0';
}

// The stretch widened to the words on either side, over blanks and marks; nothing where one is missing.
std::optional<ByteSpan> between_words(std::string_view text, ByteSpan span) {
  while (span.first > 0 && !is_of_word(text[span.first - 1])) --span.first;
  while (span.last < text.size() && !is_of_word(text[span.last])) ++span.last;
  return span.first > 0 && span.last < text.size() ? std::optional(span) : std::nullopt;
}

// Missing words between two printed ones come with the marks that the source has around them: "does, one" becomes
// "does not, one" and "ferry will" "ferry, all of them, will". Elsewhere they come alone.
WordExchange with_marks_around(WordExchange exchange, std::string_view printed, std::string_view spoken) {
  if (exchange.quote.first < exchange.quote.last) return exchange;
  auto const gap = between_words(printed, exchange.quote);
  auto const words = between_words(spoken, exchange.source);
  return gap && words ? WordExchange{*gap, *words} : exchange;
}

// A mark that stands in the file already is not put in once more.
void drop_doubled_mark(TextChange& change, std::string_view file) {
  auto const mark = last_mark(change.text);
  if (mark != '\0' && first_mark(file.substr(change.last)) == mark) change.text.resize(change.text.find_last_of(mark));
}

constexpr char const* apart = "its words and the spoken ones do not run side by side";

// Adds the changes that make the words of a passage's segments verbatim; gives why they cannot be made, else nothing.
std::string add_exchanges(WordPlaces const& places, Evidence const& passage, CorrectedFile const& file,
                          std::vector<TextChange>& changes) {
  auto const exchanges = exchanges_of(passage.edits, places.words(), passage.text);
  if (!exchanges) return apart;
  for (auto const& words : *exchanges) {
    auto const exchange = with_marks_around(words, places.words(), passage.text);
    auto const spoken = with_apostrophes_of(
        file, passage.text.substr(exchange.source.first, exchange.source.last - exchange.source.first));
    auto change = places.in_file(exchange.quote);
    if (!change) return "markup stands between its words";
    if (!is_plain(spoken)) return "the spoken words hold marks that mean something in the file";
    auto const printed = places.words().substr(exchange.quote.first, exchange.quote.last - exchange.quote.first);
    change->text = broken_like(file.bytes().substr(change->first, change->last - change->first),
                               exchange.quote.first == 0 ? like(printed, spoken) : spoken);
    drop_doubled_mark(*change, file.bytes());
    changes.push_back(with_blank(*change, places));
  }
  return {};
}

}  // namespace

CorrectedFile::CorrectedFile(std::string_view file)
    : bytes_(file),
      positions_(file),
      has_curly_apostrophes_(count_in_words(file, curly) > count_in_words(file, straight)),
      ellipsis_(file.find("...") != file.npos ? "..." : "…") {}

Correction correction_of(Document const& document, Quotation const& quotation, Finding const& finding,
                         CorrectedFile const& file) {
  WordPlaces const places(document, quotation, file);
  Correction correction;
  if (correction.left_alone = why_not(finding, places.words()); !correction.left_alone.empty()) return correction;
  for (auto const* passage : deciding_evidence(finding)) {
    correction.left_alone = add_exchanges(places, *passage, file, correction.changes);
    if (!correction.left_alone.empty()) return {{}, correction.left_alone};
  }
  if (correction.changes.empty()) return {{}, apart};
  return correction;
}

namespace {

// Whether words are missing between two words of one segment.
bool leaves_out(Edit const& edit, std::size_t size) {
  auto const& at = edit.quote_span;
  return edit.op == Edit::Op::remove && !edit.at_join && at.first == at.last && at.first > 0 && at.last < size;
}

}  // namespace

Correction omission_marks_of(Document const& document, Quotation const& quotation, Finding const& finding,
                             CorrectedFile const& file) {
  // An ellipsis would hide what such words change.
  if (finding.verdict != Verdict::altered || std::ranges::find(finding.also, Verdict::distorted) != finding.also.end())
    return {{}, "more is wrong than words left out"};
  WordPlaces const places(document, quotation, file);
  Correction correction;
  for (auto const* passage : deciding_evidence(finding)) {
    for (auto const& edit : passage->edits) {
      if (!is_to_undo(edit)) continue;
      if (!leaves_out(edit, places.words().size())) return {{}, "more differs than words left out"};
      auto change = places.in_file(edit.quote_span);
      if (!change) return {{}, "markup stands where they are missing"};
      change->text = file.ellipsis();
      correction.changes.push_back(with_blank(*change, places));
    }
  }
  if (correction.changes.empty()) return {{}, "nothing is left out without a mark"};
  std::ranges::sort(correction.changes, {}, &TextChange::first);
  return correction;
}

}  // namespace quoth::tools
