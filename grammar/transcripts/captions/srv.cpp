// SPDX-License-Identifier: MIT
#include "grammar/transcripts/captions/caption.hpp"
#include "grammar/transcripts/lines/heard_words.hpp"
#include "grammar/transcripts/lines/speech_text.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"
#include "text/words/decimal.hpp"

// YouTube's caption formats srv1 (<transcript><text start dur>) and srv3 (<timedtext><body><p t d>).
namespace quoth::transcripts {

namespace {

bool recognises(text::FileContent& file) {
  auto const root = file.xml_root();
  return (root.is("transcript") && root.find("text")) || root.is("timedtext");
}

// The text without markup: srv1 holds HTML inside its XML, which may end the element around it.
std::string plain(std::string const& text, text::FileContent const& file) {
  if (text.find_first_of("&<") == text.npos) return text;
  return text::Markup::html("<p>" + text + "</p>", file.limits(), file.where()).node(0).inner_text();
}

// Of srv3's automatic captions, which have an <s> for each word with its time from the start of the line, in
// milliseconds, and its certainty from 1 to 255 ("ac"; 0 is none). Nothing elsewhere.
std::vector<HeardWord> words_of(text::Markup const& tree, text::MarkupNode line, double start, std::string_view text) {
  constexpr double surest = 255;
  std::vector<std::string> texts;
  std::vector<HeardWord> words;
  bool automatic = false;
  for (auto i = line.index() + 1; i < line.end();) {
    auto const word = tree.node(i);
    bool const is_word = !word.is_text() && word.is("s");
    i = is_word ? word.end() : i + 1;
    if (!is_word) continue;
    auto const certainty = text::decimal(word.attribute("ac"));
    auto const confidence = certainty > 0 ? std::optional(certainty / surest) : std::nullopt;
    automatic = automatic || !word.attribute("t").empty() || confidence;
    texts.push_back(word.inner_text());
    words.push_back(heard(start + text::decimal(word.attribute("t")) / 1000, confidence));
  }
  if (!automatic) return {};
  std::vector<HeardItem> items;
  items.reserve(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) items.push_back({texts[i], words[i]});
  return heard_words(text, items);
}

Source read(text::FileContent& file) {
  auto const& tree = file.xml_tree();
  bool const first_version = tree.root().is("transcript");
  double const scale = first_version ? 1 : 0.001;
  std::vector<Caption> captions;
  each_outermost(tree, first_version ? "text" : "p", [&](text::MarkupNode line) {
    auto const start = text::decimal(line.attribute(first_version ? "start" : "t")) * scale;
    auto const length = text::decimal(line.attribute(first_version ? "dur" : "d")) * scale;
    auto const text = first_version ? plain(line.inner_text(), file) : line.inner_text();
    captions.push_back({start, start + length, caption_lines(text, words_of(tree, line, start, text))});
  });
  return captioned_speech(std::move(captions));
}

}  // namespace

TranscriptFormat const srv_format{"srv", "YouTube captions (srv1, srv3)", ".srv1 .srv3", recognises, read};

}  // namespace quoth::transcripts
