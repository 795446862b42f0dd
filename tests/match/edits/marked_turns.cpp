// SPDX-License-Identifier: MIT
#include "tests/match/edits/marked_turns.hpp"

#include "match/align/passage.hpp"
#include "tests/match/check/invented_candidates.hpp"

namespace quoth::test {

namespace {

Candidate turns_of(std::string_view text, SourceKind kind = SourceKind::transcript) {
  auto candidate = one_turn("");
  candidate.source.kind = kind;
  auto& turns = candidate.windows.front().turns;
  auto turn = turns.front();
  turns.clear();
  for (bool is_quill = true; !text.empty(); is_quill = !is_quill) {
    auto const end = text.find(" // ");
    turn.label = turn.speaker = is_quill ? "Ada Quill" : "Nils Ostrow";
    turn.text.clear();
    for (auto c : text.substr(0, end)) {
      if (c != '{' && c != '}') turn.text += c;
    }
    turn.utterance = static_cast<std::uint32_t>(turns.size());
    turns.push_back(turn);
    text.remove_prefix(end == text.npos ? text.size() : end + 4);
  }
  return candidate;
}

// The words before the byte at `end` of the marked text.
std::size_t words_before(std::string_view text, std::size_t end) {
  auto const candidate = turns_of(text.substr(0, end));
  return match::Passage(candidate).tokens().size();
}

}  // namespace

MarkedTurns::MarkedTurns(std::string_view text, SourceKind kind)
    : candidate_(turns_of(text, kind)),
      passage_(candidate_),
      marked_{words_before(text, text.find('{')), words_before(text, text.find('}'))} {}

}  // namespace quoth::test
