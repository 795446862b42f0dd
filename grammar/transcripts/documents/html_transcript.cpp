// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/clock.hpp"
#include "grammar/transcripts/lines/speech_text.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "grammar/transcripts/turns/document_turns.hpp"
#include "text/articles/article_format.hpp"
#include "text/files/file_content.hpp"
#include "text/unicode/unicode.hpp"

// Transcripts on web pages: labels in the text, or the <cite>, <time> and <p> of Podcasting 2.0.
namespace quoth::transcripts {

namespace {

bool recognises(text::FileContent& file) { return file.looks_like_html(); }

std::vector<Utterance> cited_turns(text::Markup const& tree) {
  std::vector<Utterance> turns;
  std::string speaker;
  std::optional<double> time;
  for (std::uint32_t i = 1; i < tree.node(0).end(); ++i) {
    auto const node = tree.node(i);
    if (node.is("cite")) {
      speaker = single_spaced(node.inner_text());
      while (speaker.ends_with(':')) speaker.pop_back();
    } else if (node.is("time")) {
      time = clock_time(text::to_utf32(single_spaced(node.inner_text())));
    } else if (node.is("p")) {
      auto text = speech_text(tree, node, {"br"}, {"cite", "time"});
      if (!text.empty()) turns.push_back({speaker, time, {}, std::move(text)});
      time.reset();
    }
  }
  return turns;
}

bool has_citations(text::Markup const& tree) {
  std::size_t cites = 0;
  std::size_t times = 0;
  tree.each(tree.node(0), "cite", [&](text::MarkupNode) { ++cites; });
  tree.each(tree.node(0), "time", [&](text::MarkupNode) { ++times; });
  return cites > 0 && times > 0 && cites <= 2 * times;
}

Source read(text::FileContent& file) {
  Source source;
  auto const& tree = *file.html();
  if (has_citations(tree)) {
    source.made = Made::captions;
    source.title = single_spaced(tree.node(0).find("title").inner_text());
    source.utterances = cited_turns(tree);
    return source;
  }
  return turns_of(text::parse_article(file, "html"));
}

}  // namespace

TranscriptFormat const html_format{"html", "web pages", ".html .htm .xhtml", recognises, read, true};

}  // namespace quoth::transcripts
