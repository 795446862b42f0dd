// SPDX-License-Identifier: MIT
#include "grammar/transcripts/labels/member_name.hpp"
#include "grammar/transcripts/lines/speech_text.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"
#include "text/model/date.hpp"

// Debates as TheyWorkForYou publishes them: https://parser.theyworkforyou.com/hansard.html
namespace quoth::transcripts {

namespace {

bool recognises(text::FileContent& file) { return file.xml_root().is("publicwhip"); }

Source read(text::FileContent& file) {
  auto const& tree = file.xml_tree();
  Source source;
  source.title = single_spaced(tree.root().find("major-heading").inner_text());
  each_outermost(tree, "speech", [&](text::MarkupNode speech) {
    if (source.date.empty()) source.date = text::date_in_prose(speech.attribute("id"));
    auto label = single_spaced(speech.attribute("speakername"));
    while (label.ends_with(':')) label.pop_back();
    // Speech without a speaker is the clerk's record of the proceedings.
    auto text = speech_text(tree, speech, {"p", "tr", "li"}, {});
    if (label.empty() || text.empty()) return;
    source.speakers.try_emplace(label, member_of(label));
    source.utterances.push_back({label, {}, {}, std::move(text)});
  });
  return source;
}

}  // namespace

TranscriptFormat const theyworkforyou_format{"theyworkforyou", "TheyWorkForYou debates", "", recognises, read};

}  // namespace quoth::transcripts
