// SPDX-License-Identifier: MIT
#include "match/words/frame_lexicon.hpp"

#include "match/words/phrase_lines.hpp"
#include "match/words/word_id.hpp"
#include "match/words/word_language.hpp"
#include "match_data.hpp"
#include "text/words/data_lines.hpp"

namespace quoth::match {

namespace {

bool matches(std::vector<std::uint64_t> const& ids, TokenSequence const& tokens, std::size_t at) {
  static auto const is = word_id("is");
  for (std::size_t k = 0; k < ids.size(); ++k) {
    auto const& token = tokens[at + k];
    if (token.id != ids[k] && !(token.is(WordToken::clitic_s) && ids[k] == is)) return false;
  }
  return true;
}

}  // namespace

FrameLexicon const& FrameLexicon::instance() {
  static FrameLexicon const lexicon;
  return lexicon;
}

FrameLexicon::FrameLexicon() {
  for (auto line : text::lines_of(embedded::frames)) {
    auto const colon = line.find(':');
    auto& list = lists_[line.substr(0, colon)];
    for (auto phrase : split_fields(line.substr(colon + 1), ';')) {
      TokenSequence tokens;
      tokens.append(phrase);
      Ids ids;
      for (auto const& token : tokens.tokens()) ids.push_back(token.id);
      list.push_back(std::move(ids));
    }
  }
}

std::size_t FrameLexicon::ending_at(std::string_view list, TokenSequence const& tokens, std::size_t begin,
                                    std::size_t end) const {
  if (tokens.language() != WordLanguage::english) return 0;
  std::size_t longest = 0;
  for (auto const& ids : lists_.at(list)) {
    if (ids.size() > longest && begin + ids.size() <= end && matches(ids, tokens, end - ids.size()))
      longest = ids.size();
  }
  return longest;
}

std::size_t FrameLexicon::starting_at(std::string_view list, TokenSequence const& tokens, std::size_t begin,
                                      std::size_t end) const {
  if (tokens.language() != WordLanguage::english) return 0;
  std::size_t longest = 0;
  for (auto const& ids : lists_.at(list)) {
    if (ids.size() > longest && begin + ids.size() <= end && matches(ids, tokens, begin)) longest = ids.size();
  }
  return longest;
}

bool FrameLexicon::holds(std::string_view list, TokenSequence const& tokens, std::size_t i) const {
  if (tokens.language() != WordLanguage::english) return false;
  return starting_at(list, tokens, i, i + 1) == 1;
}

}  // namespace quoth::match
