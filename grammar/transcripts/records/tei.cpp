// SPDX-License-Identifier: MIT
#include <algorithm>
#include <initializer_list>
#include <map>

#include "grammar/transcripts/lines/speech_text.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"
#include "text/model/date.hpp"

// Parliamentary records in TEI, as ParlaMint has them: https://github.com/clarin-eric/ParlaMint
namespace quoth::transcripts {

namespace {

bool recognises(text::FileContent& file) {
  auto const root = file.xml_root();
  return (root.is("TEI") || root.is("teiCorpus")) && (root.find("u") || root.find("sp"));
}

// The name in an identifier such as "#AnaReed", where a corpus keeps its people in another file.
std::string name_in_identifier(std::string_view id) {
  std::string name;
  for (std::size_t i = 0; i < id.size(); ++i) {
    bool const upper = id[i] >= 'A' && id[i] <= 'Z';
    bool const after_lower = i > 0 && id[i - 1] >= 'a' && id[i - 1] <= 'z';
    if (upper && after_lower) name += ' ';
    name += id[i] == '_' || id[i] == '.' ? ' ' : id[i];
  }
  return name;
}

std::map<std::string, std::string> people_of(text::Markup const& tree) {
  std::map<std::string, std::string> names;
  tree.each(tree.root(), "person", [&](text::MarkupNode person) {
    auto const id = std::string(person.attribute("xml:id"));
    auto const name = person.find("persName");
    auto const forename = single_spaced(name.find("forename").inner_text());
    auto const surname = single_spaced(name.find("surname").inner_text());
    auto const whole = forename + (forename.empty() || surname.empty() ? "" : " ") + surname;
    names[id] = whole.empty() ? single_spaced(name.inner_text()) : whole;
  });
  return names;
}

std::initializer_list<std::string_view> const left_out{"note",     "gap",  "kinesic", "vocal",
                                                       "incident", "desc", "pb",      "stage"};

// The text of annotated corpora, where each word is an element; `join` says where two have no blank between them.
std::string words_of(text::Markup const& tree, text::MarkupNode segment) {
  std::string text;
  bool joined = true;
  for (auto i = segment.index() + 1; i < segment.end();) {
    auto const node = tree.node(i);
    bool const skipped = std::ranges::find(left_out, node.name()) != left_out.end();
    bool const word = node.is("w") || node.is("pc");
    if (word) {
      if (!joined) text += ' ';
      text += single_spaced(node.inner_text());
      joined = node.attribute("join") == "right" || node.attribute("join") == "both";
    }
    i = skipped || word ? node.end() : i + 1;
  }
  return text;
}

std::string text_of(text::Markup const& tree, text::MarkupNode turn) {
  if (!turn.find("w")) return speech_text(tree, turn, {"seg", "p", "l"}, left_out);
  std::string text;
  for (auto segment = turn.first_child(); segment; segment = segment.next()) {
    if (!segment.is("seg")) continue;
    auto const words = segment.find("w") ? words_of(tree, segment) : speech_text(tree, segment, {}, left_out);
    if (!words.empty()) text += (text.empty() ? "" : "\n") + words;
  }
  return text.empty() ? words_of(tree, turn) : text;
}

// Reads the <sp> and <speaker> of plays and older records.
void read_speeches(text::Markup const& tree, Source& source) {
  each_outermost(tree, "sp", [&](text::MarkupNode speech) {
    auto label = single_spaced(speech.find("speaker").inner_text());
    while (label.ends_with('.') || label.ends_with(':')) label.pop_back();
    auto text = speech_text(tree, speech, {"p", "l"}, {"speaker", "note", "stage", "pb"});
    if (!text.empty()) source.utterances.push_back({label, {}, {}, std::move(text)});
  });
}

Source read(text::FileContent& file) {
  auto const& tree = file.xml_tree();
  auto const people = people_of(tree);
  Source source;
  auto const statement = tree.root().find("titleStmt");
  source.title = single_spaced(statement.find("title").inner_text());
  auto const setting = tree.root().find("setting");
  source.date = text::date_in_prose(setting.find("date").attribute("when"));
  if (source.date.empty()) source.date = text::date_in_prose(tree.root().attribute("xml:id"));
  each_outermost(tree, "u", [&](text::MarkupNode turn) {
    auto who = turn.attribute("who");
    if (auto const hash = who.find('#'); hash != who.npos) who = who.substr(hash + 1);
    auto text = text_of(tree, turn);
    if (text.empty()) return;
    std::string const label(who);
    if (!label.empty() && !source.speakers.contains(label)) {
      auto const person = people.find(label);
      source.speakers[label].name = person == people.end() ? name_in_identifier(label) : person->second;
    }
    source.utterances.push_back({label, {}, {}, std::move(text)});
  });
  if (source.utterances.empty()) read_speeches(tree, source);
  return source;
}

}  // namespace

TranscriptFormat const tei_format{"tei", "TEI parliamentary records (ParlaMint)", "", recognises, read};

}  // namespace quoth::transcripts
