// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "grammar/transcripts/labels/member_name.hpp"
#include "grammar/transcripts/lines/speech_text.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"
#include "text/model/date.hpp"

// The digitised Hansard of the United Kingdom's Parliament, 1803 to 2005: https://www.hansard-archive.parliament.uk
namespace quoth::transcripts {

namespace {

constexpr std::array<std::string_view, 7> sittings{"housecommons",         "houselords",      "hansard",
                                                   "grandcommitteereport", "westminsterhall", "writtenanswers",
                                                   "writtenstatements"};

bool recognises(text::FileContent& file) {
  auto const root = file.xml_root();
  return std::ranges::find(sittings, root.name()) != sittings.end() && root.find("member");
}

Source read(text::FileContent& file) {
  auto const& tree = file.xml_tree();
  Source source;
  auto const date = tree.root().find("date");
  source.date = text::date_in_prose(date.attribute("format"));
  source.title = single_spaced(tree.root().find("title").inner_text());
  each_outermost(tree, "p", [&](text::MarkupNode paragraph) {
    auto const member = paragraph.find("member");
    // Paragraphs without a member are the clerk's record of the proceedings.
    if (!member) return;
    auto const label = single_spaced(member.inner_text());
    auto const contribution = paragraph.find("membercontribution");
    auto text = speech_text(tree, contribution ? contribution : paragraph, {"lb", "quote", "li", "tr"},
                            {"member", "col", "image"});
    text.erase(0, std::min(text.find_first_not_of(": "), text.size()));
    if (text.empty() || label.empty()) return;
    source.speakers.try_emplace(label, member_of(label));
    source.utterances.push_back({label, {}, {}, std::move(text)});
  });
  return source;
}

}  // namespace

TranscriptFormat const hansard_format{"hansard", "historic Hansard XML", "", recognises, read};

}  // namespace quoth::transcripts
