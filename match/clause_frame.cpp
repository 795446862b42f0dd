// SPDX-License-Identifier: MIT
#include "clause_frame.hpp"

#include <algorithm>
#include <unordered_map>

#include "match_data.hpp"
#include "phrase_lines.hpp"
#include "quoth/data_lines.hpp"

namespace quoth {

namespace {

using Ids = std::vector<std::uint64_t>;

struct FrameLexicon {
  std::unordered_map<std::string_view, std::vector<Ids>> lists;

  // The length of the longest phrase of `list` that ends right before `end`, not before `begin`; 0 for none.
  std::size_t ending_at(std::string_view list, TokenSequence const& tokens, std::size_t begin, std::size_t end) const {
    std::size_t longest = 0;
    for (auto const& ids : lists.at(list)) {
      if (ids.size() > longest && begin + ids.size() <= end && matches(ids, tokens, end - ids.size()))
        longest = ids.size();
    }
    return longest;
  }

  std::size_t starting_at(std::string_view list, TokenSequence const& tokens, std::size_t begin,
                          std::size_t end) const {
    std::size_t longest = 0;
    for (auto const& ids : lists.at(list)) {
      if (ids.size() > longest && begin + ids.size() <= end && matches(ids, tokens, begin)) longest = ids.size();
    }
    return longest;
  }

 private:
  static bool matches(Ids const& ids, TokenSequence const& tokens, std::size_t at) {
    static auto const is = word_id("is");
    for (std::size_t k = 0; k < ids.size(); ++k) {
      auto const& token = tokens[at + k];
      if (token.id != ids[k] && !(token.is(Token::clitic_s) && ids[k] == is)) return false;
    }
    return true;
  }
};

FrameLexicon const& frame_lexicon() {
  static FrameLexicon const lexicon = [] {
    FrameLexicon read;
    for (auto line : lines_of(embedded::frames)) {
      auto const colon = line.find(':');
      auto& list = read.lists[line.substr(0, colon)];
      for (auto phrase : split_fields(line.substr(colon + 1), ';')) {
        TokenSequence tokens;
        tokens.append(phrase);
        Ids ids;
        for (auto const& token : tokens.tokens()) ids.push_back(token.id);
        list.push_back(std::move(ids));
      }
    }
    return read;
  }();
  return lexicon;
}

// A negation may stand so many words before the verb it denies: "would not ever seriously say".
constexpr std::size_t negation_reach = 3;

class FrameFinder {
 public:
  FrameFinder(Passage const& passage, TokenRange used)
      : passage_(passage), tokens_(passage.tokens()), used_(used), lexicon_(frame_lexicon()) {}

  std::optional<ClauseFrame> find() const {
    if (auto quoted = quoted_frame()) return quoted;
    auto const begin = clause_start();
    auto end = used_.first;
    if (begin == end) return after_frame();
    if (auto negated = last_word_negates(begin, end)) return negated;
    auto const that = tokens_.key(end - 1) == "that" && end - begin > 1;
    if (that) --end;
    if (auto found = before_frame(begin, end, that)) return found;
    return after_frame();
  }

 private:
  // The passage stands between quotation marks of the transcript, and not after "I said".
  std::optional<ClauseFrame> quoted_frame() const {
    constexpr std::size_t reach = 800;
    auto const& first = tokens_[used_.first];
    auto const text = tokens_.text(first.part).substr(0, first.first);
    auto const begin = text.size() - std::min(text.size(), reach);
    auto const open = open_mark(text);
    if (!open || *open < begin) return std::nullopt;
    auto last = used_.first;
    while (last > 0 && tokens_[last - 1].part == first.part && tokens_[last - 1].first > *open) --last;
    auto from = last;
    while (from > 0 && last - from < 4 && tokens_[from - 1].part == first.part) --from;
    if (from == last) return std::nullopt;
    for (auto i = from; i < last; ++i) {
      if (tokens_.key(i) == "i" || tokens_.key(i) == "we") return std::nullopt;
    }
    return frame(ClauseFrame::Kind::quoted, from, last);
  }

  // Where the quotation mark stands that is still open at the end of `text`.
  static std::optional<std::size_t> open_mark(std::string_view text) {
    auto const straight = text.rfind('"');
    auto const open = text.rfind("“");
    auto const close = text.rfind("”");
    if (open != text.npos && (close == text.npos || close < open)) return open;
    if (straight == text.npos || (close != text.npos && close > straight)) return std::nullopt;
    auto const opens = straight == 0 || text[straight - 1] == ' ' || text[straight - 1] == '\n';
    auto const has_words = straight + 1 == text.size() || text[straight + 1] != ' ';
    return opens && has_words ? std::optional(straight) : std::nullopt;
  }

  // The start of the sentence that the quotation begins in; commas are passed over.
  std::size_t clause_start() const {
    constexpr std::size_t reach = 12;
    auto i = used_.first;
    while (i > 0 && used_.first - i < reach) {
      auto const same_turn = i < tokens_.size() && tokens_[i - 1].part == tokens_[i].part;
      if (!same_turn || ends_sentence(tokens_.before(i), tokens_.surface(i))) break;
      --i;
    }
    return i;
  }

  ClauseFrame frame(ClauseFrame::Kind kind, std::size_t first, std::size_t last) const {
    return {kind, tokens_.stretch(first, last)};
  }

  // Whether a comma or a dash closes what stands before `i`.
  bool parted(std::size_t i) const { return tokens_.before(i).find_first_not_of(' ') != std::string_view::npos; }

  // "we will not | raise taxes": the negation belongs to the first word printed.
  std::optional<ClauseFrame> last_word_negates(std::size_t begin, std::size_t end) const {
    if (parted(end)) return std::nullopt;
    if (auto const n = lexicon_.ending_at("inverting", tokens_, begin, end); n > 0)
      return frame(ClauseFrame::Kind::negated, end - n, end);
    auto const& key = tokens_.key(end - 1);
    if (key != "not" && key != "never" && key != "no" && key != "without") return std::nullopt;
    return frame(ClauseFrame::Kind::negated, end - std::min<std::size_t>(end - begin, 3), end);
  }

  std::optional<ClauseFrame> before_frame(std::size_t begin, std::size_t end, bool that) const {
    using enum ClauseFrame::Kind;
    if (parted(used_.first) || (that && parted(end))) return std::nullopt;
    if (auto const n = lexicon_.ending_at("condition", tokens_, begin, end); n > 0)
      return frame(conditioned, end - n, used_.first);
    if (auto const n = lexicon_.ending_at("denial", tokens_, begin, end); n > 0)
      return frame(denied, end - n, used_.first);
    if (auto const n = lexicon_.ending_at("doubt", tokens_, begin, end); n > 0 && (that || !is_noun_doubt(end - n)))
      return frame(doubted, end - n, used_.first);
    if (auto const n = lexicon_.ending_at("attitude", tokens_, begin, end); n > 0) {
      if (auto const from = negation_before(begin, end - n)) return frame(denied, *from, used_.first);
    }
    if (auto const n = lexicon_.ending_at("alleging", tokens_, begin, end); n > 0 && n < end - begin) {
      auto const subject = end - n - 1;
      if (tokens_.key(subject) != "i" && tokens_.key(subject) != "we") return frame(reported, subject, used_.first);
    }
    if (auto const n = lexicon_.ending_at("telling", tokens_, begin, end); n > 0) {
      if (auto const from = teller_before(begin, end - n)) return frame(reported, *from, used_.first);
    }
    return std::nullopt;
  }

  // "the idea | we have" is no doubt, "the idea that we have" is.
  bool is_noun_doubt(std::size_t first) const { return tokens_.key(first) == "the"; }

  std::optional<std::size_t> negation_before(std::size_t begin, std::size_t end) const {
    for (auto at = end; at > begin && end - at <= negation_reach; --at) {
      auto const n = lexicon_.ending_at("negation", tokens_, begin, at);
      if (n == 0) continue;
      // From the subject on: "I do not think".
      return at - n - std::min<std::size_t>(at - n - begin, 2);
    }
    return std::nullopt;
  }

  std::optional<std::size_t> teller_before(std::size_t begin, std::size_t end) const {
    for (auto at = end; at > begin && end - at <= 2; --at) {
      if (auto const n = lexicon_.ending_at("teller", tokens_, begin, at); n > 0) return at - n;
    }
    return std::nullopt;
  }

  std::optional<ClauseFrame> after_frame() const {
    auto const end = used_.last;
    if (end >= tokens_.size() || tokens_[end].part != tokens_[end - 1].part || parted(end)) return std::nullopt;
    if (is_negated_behind(end)) return behind(ClauseFrame::Kind::negated, end, end + 1);
    auto const n = lexicon_.starting_at("after", tokens_, end, tokens_.size());
    if (n == 0) return std::nullopt;
    auto const kind = n == 1 || tokens_.key(end) == "only" ? ClauseFrame::Kind::conditioned : ClauseFrame::Kind::denied;
    return behind(kind, end, std::min(end + std::max<std::size_t>(n, 4), passage_.first_token(tokens_[end].part + 1U)));
  }

  ClauseFrame behind(ClauseFrame::Kind kind, std::size_t first, std::size_t last) const {
    auto found = frame(kind, first, last);
    found.behind = true;
    return found;
  }

  // "we could | not wait", "probably | not.": the words printed say the contrary.
  bool is_negated_behind(std::size_t end) const {
    auto const& key = tokens_.key(end);
    if (key != "not" && key != "never") return false;
    if (lexicon_.ending_at("negated behind", tokens_, used_.first, end) > 0) return true;
    auto const next = end + 1;
    return next >= tokens_.size() || tokens_[next].part != tokens_[end].part ||
           ends_sentence(tokens_.before(next), tokens_.surface(next));
  }

  Passage const& passage_;
  TokenSequence const& tokens_;
  TokenRange used_;
  FrameLexicon const& lexicon_;
};

}  // namespace

std::string_view to_string(ClauseFrame::Kind kind) {
  switch (kind) {
    case ClauseFrame::Kind::denied:
      return "denied";
    case ClauseFrame::Kind::doubted:
      return "doubted";
    case ClauseFrame::Kind::conditioned:
      return "conditioned";
    case ClauseFrame::Kind::reported:
      return "reported";
    case ClauseFrame::Kind::negated:
      return "negated";
    case ClauseFrame::Kind::quoted:
      return "quoted";
  }
  return {};
}

std::optional<ClauseFrame> frame_of(Passage const& passage, TokenRange used) {
  if (used.empty()) return std::nullopt;
  return FrameFinder(passage, used).find();
}

}  // namespace quoth
