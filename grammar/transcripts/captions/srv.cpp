// SPDX-License-Identifier: MIT
#include "grammar/transcripts/captions/caption.hpp"
#include "grammar/transcripts/lines/speech_text.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"

// YouTube's caption formats srv1 (<transcript><text start dur>) and srv3 (<timedtext><body><p t d>).
namespace quoth::transcripts {

namespace {

bool recognises(text::FileContent& file) {
  auto const root = file.xml_root();
  return (root.is("transcript") && root.find("text")) || root.is("timedtext");
}

double number(std::string_view text) {
  std::string const digits(text);
  return std::strtod(digits.c_str(), nullptr);
}

// The text without markup: srv1 holds HTML inside its XML.
std::string plain(std::string const& text, text::FileContent const& file) {
  if (text.find_first_of("&<") == text.npos) return text;
  return text::Markup::html("<p>" + text + "</p>", file.limits(), file.where()).root().inner_text();
}

Source read(text::FileContent& file) {
  auto const& tree = file.xml_tree();
  bool const first_version = tree.root().is("transcript");
  double const scale = first_version ? 1 : 0.001;
  std::vector<Caption> captions;
  each_outermost(tree, first_version ? "text" : "p", [&](text::MarkupNode line) {
    auto const start = number(line.attribute(first_version ? "start" : "t")) * scale;
    auto const length = number(line.attribute(first_version ? "dur" : "d")) * scale;
    auto const text = first_version ? plain(line.inner_text(), file) : line.inner_text();
    captions.push_back({start, start + length, caption_lines(text)});
  });
  return captioned_speech(std::move(captions));
}

}  // namespace

TranscriptFormat const srv_format{"srv", "YouTube captions (srv1, srv3)", ".srv1 .srv3", recognises, read};

}  // namespace quoth::transcripts
