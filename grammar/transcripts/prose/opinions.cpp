// SPDX-License-Identifier: MIT
#include "grammar/transcripts/prose/opinions.hpp"

#include <set>
#include <vector>

#include "text/words/one_of.hpp"
#include "text/words/words.hpp"

namespace quoth::transcripts {

namespace {

constexpr std::size_t longest_line = 25;  // words: "JUSTICE VANE, with whom JUSTICE ROSS joins, concurring in part."
constexpr std::size_t longest_name = 4;   // words

bool is_title(std::string_view word) {
  return text::is_one_of(word, {"mr", "mrs", "ms", "madam", "chief", "associate", "presiding", "lord", "lady",
                                "baroness", "sir", "dame", "justice", "judge"});
}

class OpeningLine {
 public:
  explicit OpeningLine(std::string_view line) : line_(line), words_(text::split_words(line)) {}

  std::string judge() const {
    if (words_.size() < 2 || words_.size() > longest_line || words_[0].first != 0) return {};
    std::size_t name = 0;
    while (name < words_.size() && is_title(words_.key(name))) ++name;
    auto const rest = end_of_name(name);
    if (rest == name) return {};
    auto const mark = mark_behind(rest - 1);
    if (name == 0) return mark == ',' && has_office(rest) ? up_to(rest) : std::string();
    if (mark == ':') return rest == words_.size() ? up_to(rest) : std::string();
    if (mark == ',') return takes_side(rest) ? up_to(rest) : std::string();
    return delivers(rest) || (rest + 1 == words_.size() && takes_side(rest)) ? up_to(rest) : std::string();
  }

 private:
  char mark_behind(std::size_t word) const {
    auto const at = line_.find_first_not_of('.', words_[word].last);
    return at == line_.npos ? ' ' : line_[at];
  }

  bool is_capital(std::size_t word) const {
    auto const letter = line_[words_[word].first];
    return letter >= 'A' && letter <= 'Z';
  }

  // Behind the words in capitals from `first` on, at the first mark at the latest.
  std::size_t end_of_name(std::size_t first) const {
    auto at = first;
    while (at < words_.size() && at - first < longest_name && is_capital(at)) {
      if (mark_behind(at++) != ' ') break;
    }
    return at;
  }

  // "(Vane,) J., dissenting.", "(VANE,) Circuit Judge:"
  bool has_office(std::size_t at) const {
    if (at + 1 < words_.size() && text::is_one_of(words_.key(at), {"c", "p"}) && words_.key(at + 1) == "j") ++at;
    if (at < words_.size() && text::is_one_of(words_.key(at), {"j", "c.j", "cj", "p.j", "pj"}))
      return takes_side(at + 1);
    if (at < words_.size() && text::is_one_of(words_.key(at), {"senior", "chief"})) ++at;
    if (at + 1 >= words_.size() || !text::is_one_of(words_.key(at), {"circuit", "district"})) return false;
    return words_.key(at + 1) == "judge" && (at + 2 == words_.size() || takes_side(at + 2));
  }

  bool delivers(std::size_t at) const {
    return at + 2 < words_.size() && text::is_one_of(words_.key(at), {"delivered", "announced"}) &&
           words_.key(at + 1) == "the";
  }

  // Whether the words from `first` on say what the judge does with the case.
  bool takes_side(std::size_t first) const {
    if (delivers(first)) return true;
    for (auto i = first; i < words_.size(); ++i) {
      if (text::is_one_of(words_.key(i), {"dissenting", "concurring"})) return true;
    }
    return false;
  }

  std::string up_to(std::size_t end) const { return std::string(line_.substr(0, words_[end - 1].last)); }

  std::string_view line_;
  text::WordList words_;
};

}  // namespace

std::string opinion_by(std::string_view line) {
  constexpr std::size_t longest = 250;  // bytes
  return line.size() > longest ? std::string() : OpeningLine(line).judge();
}

void mark_opinions(Source& source) {
  std::vector<std::string> judges;
  std::set<std::string> different;
  for (auto const& utterance : source.utterances) {
    judges.push_back(opinion_by(utterance.text));
    if (!judges.back().empty()) different.insert(judges.back());
  }
  if (different.size() < 2) return;
  std::string judge;
  for (std::size_t i = 0; i < judges.size(); ++i) {
    if (!judges[i].empty()) {
      judge = judges[i];
    } else if (source.utterances[i].speaker.empty()) {
      source.utterances[i].speaker = judge;
    }
  }
}

}  // namespace quoth::transcripts
