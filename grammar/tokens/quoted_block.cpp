// SPDX-License-Identifier: MIT
#include "grammar/tokens/quoted_block.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "grammar/tokens/characters.hpp"
#include "grammar/tokens/source_line.hpp"
#include "grammar_data.hpp"
#include "text/unicode/letter_case.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/data_lines.hpp"

namespace quoth::grammar {

namespace {

enum class OwnMarks { none, first, around };

// Whether the words have quotation marks of their own: at their start, or from the start to the end. A mark that is not
// closed goes to the end, as where a quotation is carried over paragraphs.
OwnMarks own_marks(std::u32string_view words) {
  auto const opening = words.front();
  constexpr std::u32string_view openings = U"\"“„«»‘'";
  constexpr std::u32string_view closings = U"\"””»«’'";
  auto const family = openings.find(opening);
  if (family == openings.npos) return OwnMarks::none;
  auto const closing = closings[family];
  // Apostrophes are drawn like the closing mark: only the last of them can be one.
  if (closing == U'’' || closing == U'\'') return words.back() == closing ? OwnMarks::around : OwnMarks::none;
  std::size_t depth = 1;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i] == closing || (opening == U'„' && words[i] == U'“')) {
      if (--depth == 0) return i + 1 == words.size() ? OwnMarks::around : OwnMarks::first;
    } else if (words[i] == opening) {
      ++depth;
    }
  }
  return OwnMarks::around;
}

bool has_marks(std::u32string_view words) { return words.find_first_of(U"\"“”„«»") != words.npos; }

std::u32string lower(std::u32string_view words) {
  std::u32string lower(words);
  std::ranges::transform(lower, lower.begin(), text::to_lower);
  return lower;
}

// Whether the block begins with the label of a call-out: "Note:", "Key takeaway", "[!WARNING]".
bool is_call_out(std::u32string_view words) {
  static auto const labels = [] {
    std::unordered_set<std::string_view> all;
    for (auto const line : text::lines_of(embedded::callout_labels)) all.insert(line);
    return all;
  }();
  constexpr std::size_t longest_label = 24;  // code points
  if (words.starts_with(U"[!")) return true;
  auto const head = words.substr(0, longest_label + 1);
  auto const end = std::min(head.find_first_of(U":\n"), head.size());
  if (end > longest_label) return false;
  return labels.contains(text::to_utf8(lower(head.substr(0, end))));
}

// Whether the block, which nothing leads to, begins like a call-out: with a sign such as ⚠ or ":warning:", or with
// "Note that", "Warning We".
bool begins_like_call_out(std::u32string_view words) {
  constexpr std::array<std::u32string_view, 4> starts{U"Note ", U"Caveat ", U"Warning ", U"Caution "};
  auto const first = words.front();
  bool const sign = first == U'ℹ' || (first >= 0x2600 && first <= 0x27BF) || first >= 0x1F300;
  bool const shortcode = first == U':' && words.substr(1, words.find(U' ')).find(U':') != words.npos;
  return sign || shortcode ||
         std::ranges::any_of(starts, [&](std::u32string_view start) { return words.starts_with(start); });
}

// Whether the words are code or a command: many of its signs among few words.
bool is_code(std::u32string_view words) {
  constexpr std::u32string_view signs = U"={}<>;_\\|/";
  auto count = std::ranges::count_if(words, [&](char32_t c) { return signs.find(c) != signs.npos; });
  for (std::size_t i = 1; i < words.size(); ++i) count += words[i] == U'(' && is_letter(words[i - 1]);
  auto const blanks = std::ranges::count_if(words, is_space);
  return count * 6 > blanks + 1 && (count > 1 || blanks == 0);
}

// Whether the block is the header of a message that another one answers: "From: …", "Sent: …".
bool is_mail_header(std::u32string_view words) {
  constexpr std::array<std::u32string_view, 6> fields{U"From: ", U"To: ", U"Sent: ", U"Date: ", U"Subject: ", U"Cc: "};
  return std::ranges::count_if(fields, [&](std::u32string_view field) { return words.find(field) != words.npos; }) >
             1 &&
         std::ranges::any_of(fields, [&](std::u32string_view field) { return words.starts_with(field); });
}

enum class Label { none, word, name };  // a name is in capitals or has two words or more

// The label with which the words begin a turn of a transcript: "ROE: No.", "Gideon Roe: No.", "Q: No?".
Label label_of_turn(std::u32string_view words) {
  constexpr std::size_t longest_label = 40;  // code points
  constexpr int longest_name = 4;            // words
  auto const colon = words.substr(0, longest_label).find(U':');
  if (colon == words.npos || colon + 2 >= words.size() || words[colon + 1] != U' ') return Label::none;
  int names = 0;
  for (std::size_t at = 0; at < colon; ++names) {
    if (kind_of(words[at]) != CharKind::capital) return Label::none;
    at = std::min(words.find(U' ', at), colon) + 1;
  }
  if (names == 0 || names > longest_name) return Label::none;
  bool const capitals =
      std::ranges::none_of(words.substr(0, colon), [](char32_t c) { return kind_of(c) == CharKind::letter; });
  return names > 1 || capitals ? Label::name : Label::word;
}

bool begins_turn(std::u32string_view words) { return label_of_turn(words) != Label::none; }

// The turns of a transcript that is quoted with its labels, at the starts of lines or behind a sentence; else the
// whole.
std::vector<Span> turns_of(std::u32string_view text, Span whole) {
  constexpr std::u32string_view sentence_ends = U".?!”\")";
  std::vector<Span> turns{whole};
  if (!begins_turn(text.substr(whole.first, whole.size()))) return turns;
  for (auto at = whole.first + 1; at < whole.last; ++at) {
    if (!is_space(text[at]) || is_space(text[at - 1])) continue;
    bool starts_line = false;
    auto next = at;
    for (; next < whole.last && is_space(text[next]); ++next) starts_line = starts_line || text[next] == U'\n';
    auto const label = label_of_turn(text.substr(next, whole.last - next));
    bool const behind_sentence = sentence_ends.find(text[at - 1]) != sentence_ends.npos;
    if (label == Label::none || !(starts_line || (behind_sentence && label == Label::name))) continue;
    turns.back().last = at;
    turns.push_back({next, whole.last});
  }
  return turns;
}

class BlockReader {
 public:
  explicit BlockReader(Document const& document) : document_(document), text_(document.text()) {}

  std::vector<std::vector<QuotedBlock>> read() {
    quoted_.resize(blocks().size());
    for (std::size_t first = 0; first < blocks().size();) {
      auto last = first + 1;
      if (blocks()[first].kind == BlockKind::block_quote) {
        while (last < blocks().size() && blocks()[last].kind == BlockKind::block_quote &&
               blocks()[last].level == blocks()[first].level)
          ++last;
        read_run(first, last);
      } else if (blocks()[first].kind == BlockKind::pull_quote) {
        read_pull_quote(first);
      } else {
        has_prose_ = has_prose_ || blocks()[first].kind != BlockKind::heading;
      }
      first = last;
    }
    if (answers_.size() > 1) std::ranges::for_each(answers_, [&](std::size_t block) { quoted_[block].clear(); });
    if (!has_prose_ && !has_source_) quoted_.assign(blocks().size(), {});
    return std::move(quoted_);
  }

 private:
  std::vector<Block> const& blocks() const { return document_.blocks(); }
  std::u32string_view words(Span span) const { return text_.substr(span.first, span.size()); }
  char32_t last_before(std::size_t block) const { return block == 0 ? U' ' : text_[blocks()[block - 1].span.last - 1]; }
  bool is_introduced(std::size_t first) const { return last_before(first) == U':' || last_before(first) == U','; }

  // Reads blocks [first, last), which are set like one quotation.
  void read_run(std::size_t first, std::size_t last) {
    auto const head = words(blocks()[first].span);
    if (is_call_out(head) || (!is_introduced(first) && begins_like_call_out(head))) return;
    auto before = OwnMarks::none;
    for (auto i = first; i < last; ++i) {
      auto own = words_without_source(text_, blocks()[i].span);
      if (i > first && i + 1 == last && is_citation(words(own))) own.last = own.first;
      has_source_ = has_source_ || own != blocks()[i].span;
      if (own.empty() || is_mail_header(words(own)) || is_code(words(own))) continue;
      auto const marks = own_marks(words(own));
      if (marks == OwnMarks::around || (marks == OwnMarks::first && !is_introduced(first) && i == first)) {
        before = OwnMarks::around;
        continue;
      }
      for (auto const turn : turns_of(text_, own)) quoted_[i].push_back({turn, false});
      if (i > first && before == OwnMarks::none && !quoted_[i - 1].empty() && !begins_turn(words(own)) &&
          quoted_[i - 1].back().words.last == blocks()[i - 1].span.last)
        quoted_[i - 1].back().goes_on = true;
      before = OwnMarks::none;
      if (last_before(first) == U'?') answers_.push_back(i);
    }
  }

  // A pull quote without marks. Each is one: what else the reader puts there has a dash.
  void read_pull_quote(std::size_t block) {
    auto const own = words_without_source(text_, blocks()[block].span);
    has_prose_ = true;
    if (!own.empty() && !has_marks(words(own))) quoted_[block].push_back({own, false});
  }

  Document const& document_;
  std::u32string_view text_;
  std::vector<std::vector<QuotedBlock>> quoted_;
  std::vector<std::size_t> answers_;  // quoted blocks under a question
  bool has_prose_ = false;            // something but headings stands outside the quotations
  bool has_source_ = false;
};

}  // namespace

std::vector<std::vector<QuotedBlock>> quoted_blocks(Document const& document) { return BlockReader(document).read(); }

}  // namespace quoth::grammar
