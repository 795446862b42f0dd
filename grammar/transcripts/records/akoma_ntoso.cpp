// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <map>

#include "grammar/transcripts/labels/member_name.hpp"
#include "grammar/transcripts/lines/speech_text.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"
#include "text/model/date.hpp"

// Debates in Akoma Ntoso: https://docs.oasis-open.org/legaldocml/akn-core/v1.0/akn-core-v1.0-part1-vocabulary.html
namespace quoth::transcripts {

namespace {

bool recognises(text::FileContent& file) {
  auto const root = file.xml_root();
  return (root.is("akomaNtoso") || root.is("akomantoso")) && (root.find("debate") || root.find("debateReport"));
}

std::map<std::string, std::string> people_of(text::Markup const& tree) {
  std::map<std::string, std::string> names;
  for (auto const* kind : {"TLCPerson", "TLCRole"}) {
    tree.each(tree.root(), kind, [&](text::MarkupNode person) {
      auto id = person.attribute("eId");
      if (id.empty()) id = person.attribute("id");
      names["#" + std::string(id)] = referred_name(person.attribute("showAs"));
    });
  }
  return names;
}

std::string date_of(text::MarkupNode root) {
  auto const date = text::date_in_prose(root.find("docDate").attribute("date"));
  return date.empty() ? text::date_in_prose(root.find("FRBRWork").find("FRBRthis").attribute("value")) : date;
}

void add_turn(text::Markup const& tree, text::MarkupNode turn, std::map<std::string, std::string> const& people,
              Source& source) {
  auto const from = turn.find("from");
  auto label = single_spaced(from.inner_text());
  while (label.ends_with(':') || label.ends_with(' ')) label.pop_back();
  auto const person = people.find(std::string(turn.attribute("by")));
  if (label.empty() && person != people.end()) label = person->second;
  auto text =
      speech_text(tree, turn, {"p", "li", "block"}, {"from", "heading", "subheading", "num", "remark", "scene"});
  if (text.empty()) return;
  if (!label.empty()) source.speakers.try_emplace(label, member_of(label));
  source.utterances.push_back({label, {}, {}, std::move(text)});
}

Source read(text::FileContent& file) {
  auto const& tree = file.xml_tree();
  auto const people = people_of(tree);
  Source source;
  source.date = date_of(tree.root());
  source.title = single_spaced(tree.root().find("docTitle").inner_text());
  if (source.title.empty()) source.title = single_spaced(tree.root().find("heading").inner_text());
  constexpr std::array<std::string_view, 3> turns{"speech", "question", "answer"};
  for (auto i = tree.root().index(); i < tree.root().end();) {
    auto const node = tree.node(i);
    bool const turn = std::ranges::find(turns, node.name()) != turns.end();
    if (turn) add_turn(tree, node, people, source);
    i = turn ? node.end() : i + 1;
  }
  return source;
}

}  // namespace

TranscriptFormat const akoma_ntoso_format{"akoma-ntoso", "Akoma Ntoso debates", ".akn", recognises, read};

}  // namespace quoth::transcripts
