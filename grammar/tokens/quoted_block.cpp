// SPDX-License-Identifier: MIT
#include "grammar/tokens/quoted_block.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "grammar/tokens/characters.hpp"
#include "grammar/tokens/class_lexicon.hpp"
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

constexpr double most_marked = 0.3;

// The share of the words that stands between marks.
double marked_share(std::u32string_view words) {
  std::size_t marked = 0;
  bool inside = false;
  for (auto const c : words) {
    inside = c == U'"' ? !inside : c == U'“' || c == U'„' || c == U'«' || (inside && c != U'”' && c != U'»');
    marked += inside;
  }
  return static_cast<double>(marked) / static_cast<double>(words.size());
}

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
// "Note that", "Warning We". Other pictures are of posts.
bool begins_like_call_out(std::u32string_view words) {
  constexpr std::array<std::u32string_view, 4> starts{U"Note ", U"Caveat ", U"Warning ", U"Caution "};
  constexpr std::u32string_view signs =
      U"ℹ⚠❗❕‼❓✅✔❌✋☝⛔✏💡📝📌📎📖📚🚧🛑🔔🔗🧪👉🔍";
  auto const first = words.front();
  bool const sign = signs.find(first) != signs.npos;
  bool const shortcode = first == U':' && words.substr(1, words.find(U' ')).find(U':') != words.npos;
  return sign || shortcode ||
         std::ranges::any_of(starts, [&](std::u32string_view start) { return words.starts_with(start); });
}

// Whether the words are code or a command: many of its signs among few words. Prose has "and/or", and semicolons
// inside a line.
bool is_code(std::u32string_view words) {
  constexpr std::u32string_view signs = U"={}<>_\\|";
  auto const at = [&](std::size_t i) { return i < words.size() ? words[i] : U'\n'; };
  std::ptrdiff_t count = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    bool const behind_letter = i > 0 && is_letter(words[i - 1]);
    count += signs.find(words[i]) != signs.npos || (words[i] == U'(' && behind_letter) ||
             (words[i] == U';' && at(i + 1) == U'\n') || (words[i] == U'/' && !(behind_letter && is_letter(at(i + 1))));
  }
  auto const blanks = std::ranges::count_if(words, is_space);
  return count * 6 > blanks + 1 && (count > 1 || blanks == 0);
}

// Whether the block is the header of a message that another one answers: "From: …", "Sent: …".
bool is_mail_header(std::u32string_view words) {
  constexpr std::array<std::u32string_view, 6> fields{U"From: ", U"To: ", U"Sent: ", U"Date: ", U"Subject: ", U"Cc: "};
  // Behind a sentence a word with a colon is no field: "From: me. To: all of you."
  auto const has = [&](std::u32string_view field) {
    auto const at = words.find(field);
    return at != words.npos && (at < 2 || words[at - 2] != U'.');
  };
  return std::ranges::count_if(fields, has) > 1 &&
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
        (blocks()[first].kind == BlockKind::heading ? has_heading_ : has_prose_) = true;
      }
      first = last;
    }
    if (!has_prose_ && !has_source_ && (!has_heading_ || has_marks_)) quoted_.assign(blocks().size(), {});
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
    if (!is_credited(first, last) && (is_call_out(head) || (!is_introduced(first) && begins_like_call_out(head))))
      return;
    auto before = OwnMarks::none;
    for (auto i = first; i < last; ++i) {
      auto own = words_without_source(text_, blocks()[i].span);
      if (i > first && i + 1 == last && !own.empty() && is_citation(words(own))) own.last = own.first;
      has_source_ = has_source_ || own != blocks()[i].span;
      has_marks_ = has_marks_ || has_marks(words(own));
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
    }
  }

  // Whether words beside the blocks [first, last) say that somebody said them, whatever they begin with: "Reed said:",
  // a source line. Not for the label that only programs write, "[!NOTE]".
  bool is_credited(std::size_t first, std::size_t last) const {
    if (words(blocks()[first].span).starts_with(U"[!")) return false;
    if (last < blocks().size() && kind_of(text_[blocks()[last].span.first]) == CharKind::dash &&
        words_without_source(text_, blocks()[last].span).empty())
      return true;
    if (words_without_source(text_, blocks()[last - 1].span) != blocks()[last - 1].span) return true;
    return is_introduced(first) && ends_with_cue(words(blocks()[first - 1].span));
  }

  // Whether the last sentence of the words has a verb of speech, "Reed wrote to the council:".
  static bool ends_with_cue(std::u32string_view words) {
    constexpr std::size_t longest_lead = 120;  // code points
    auto const least = words.size() - std::min(words.size(), longest_lead);
    auto at = words.size();
    while (at > least && words[at - 1] != U'.' && words[at - 1] != U'!' && words[at - 1] != U'?') --at;
    while (at < words.size()) {
      auto key = empty_key;
      for (; at < words.size() && is_letter(words[at]); ++at) key = extend(key, fold_case(words[at]));
      for (auto const language : {Language::english, Language::german}) {
        auto const classes = lexicon(language).classes_of(key);
        if (classes.has(WordClass::speech) && classes.any(WordClass::past | WordClass::third)) return true;
      }
      ++at;
    }
    return false;
  }

  // A pull quote without marks, or with marks around few of its words only. Each is one: what else the reader puts
  // there has a dash.
  void read_pull_quote(std::size_t block) {
    auto const own = words_without_source(text_, blocks()[block].span);
    has_prose_ = true;
    if (own.empty() || own_marks(words(own)) != OwnMarks::none || marked_share(words(own)) > most_marked) return;
    quoted_[block].push_back({own, false});
  }

  Document const& document_;
  std::u32string_view text_;
  std::vector<std::vector<QuotedBlock>> quoted_;
  bool has_prose_ = false;  // something but headings stands outside the quotations
  bool has_heading_ = false;
  bool has_source_ = false;
  bool has_marks_ = false;  // in a quotation
};

}  // namespace

std::vector<std::vector<QuotedBlock>> quoted_blocks(Document const& document) { return BlockReader(document).read(); }

}  // namespace quoth::grammar
