// SPDX-License-Identifier: MIT
#include <map>

#include "readers.hpp"
#include "speech_text.hpp"
#include "turn_joiner.hpp"

// Parliamentary records in TEI, as ParlaMint has them: https://github.com/clarin-eric/ParlaMint
namespace quoth {

namespace {

bool recognises(FileContent& file) {
  auto const root = file.xml_root();
  return (root.is("TEI") || root.is("teiCorpus")) && root.find("u");
}

// Corpora keep their people in a file of its own: "#AnaReed" is all that is left of the name.
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

std::map<std::string, std::string> people_of(Markup const& tree) {
  std::map<std::string, std::string> names;
  tree.each(tree.root(), "person", [&](MarkupNode person) {
    auto const id = std::string(person.attribute("xml:id"));
    auto const name = person.find("persName");
    auto const forename = single_spaced(name.find("forename").inner_text());
    auto const surname = single_spaced(name.find("surname").inner_text());
    auto const whole = forename + (forename.empty() || surname.empty() ? "" : " ") + surname;
    names[id] = whole.empty() ? single_spaced(name.inner_text()) : whole;
  });
  return names;
}

Source read(FileContent& file) {
  auto const& tree = *file.xml();
  auto const people = people_of(tree);
  Source source;
  auto const statement = tree.root().find("titleStmt");
  source.title = single_spaced(statement.find("title").inner_text());
  auto const setting = tree.root().find("setting");
  source.date = day_in(setting.find("date").attribute("when"));
  if (source.date.empty()) source.date = day_in(tree.root().attribute("xml:id"));
  tree.each(tree.root(), "u", [&](MarkupNode turn) {
    auto who = turn.attribute("who");
    if (auto const hash = who.find('#'); hash != who.npos) who = who.substr(hash + 1);
    auto text = speech_text(tree, turn, {"seg"}, {"note", "gap", "kinesic", "vocal", "incident", "desc", "pb"});
    if (text.empty()) return;
    std::string const label(who);
    if (!label.empty() && !source.speakers.contains(label)) {
      auto const person = people.find(label);
      source.speakers[label].name = person == people.end() ? name_in_identifier(label) : person->second;
    }
    source.utterances.push_back({label, {}, {}, std::move(text)});
  });
  return source;
}

}  // namespace

TranscriptFormat const tei_format{"tei", "TEI parliamentary records (ParlaMint)", "", recognises, read};

}  // namespace quoth
