// SPDX-License-Identifier: MIT
#include <map>

#include "grammar/transcripts/captions/caption.hpp"
#include "grammar/transcripts/lines/speech_text.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"
#include "text/words/decimal.hpp"

// Timed Text Markup Language: https://www.w3.org/TR/ttml2/
namespace quoth::transcripts {

namespace {

bool recognises(text::FileContent& file) { return file.xml_root().is("tt"); }

struct Rates {
  double frames = 30;
  double ticks = 1;
};

Rates rates_of(text::MarkupNode root) {
  Rates rates;
  if (auto const frames = text::decimal(root.attribute("frameRate")); frames > 0) rates.frames = frames;
  if (auto const ticks = text::decimal(root.attribute("tickRate")); ticks > 0) rates.ticks = ticks;
  return rates;
}

// In seconds: "00:01:02.5", "00:01:02:12" with frames, "12.5s", "500ms", "90000t".
double seconds(std::string_view time, Rates const& rates) {
  if (time.find(':') == time.npos) {
    auto const value = text::decimal(time);
    if (time.ends_with("ms")) return value / 1000;
    if (time.ends_with('t')) return value / rates.ticks;
    if (time.ends_with('f')) return value / rates.frames;
    return value * (time.ends_with('h') ? 3600 : time.ends_with('m') ? 60 : 1);
  }
  double total = 0;
  int fields = 0;
  for (; fields < 3 && !time.empty(); ++fields) {
    auto const colon = time.find(':');
    total = total * 60 + text::decimal(time.substr(0, colon));
    time.remove_prefix(colon == time.npos ? time.size() : colon + 1);
  }
  return time.empty() ? total : total + text::decimal(time) / rates.frames;
}

// The text of a paragraph; <br/> ends a line, other line breaks are blanks.
std::string lines_of(text::MarkupNode node, text::Markup const& tree) {
  std::string lines;
  std::string line;
  auto const end_line = [&] {
    lines += single_spaced(line) + "\n";
    line.clear();
  };
  for (auto i = node.index() + 1; i < node.end(); ++i) {
    auto const inside = tree.node(i);
    if (inside.is_text()) line += inside.text();
    if (inside.is("br")) end_line();
  }
  end_line();
  return lines;
}

std::map<std::string, std::string> agents_of(text::Markup const& tree) {
  std::map<std::string, std::string> names;
  tree.each(tree.root(), "agent", [&](text::MarkupNode agent) {
    names[std::string(agent.attribute("id"))] = referred_name(agent.inner_text());
  });
  return names;
}

Source read(text::FileContent& file) {
  auto const& tree = file.xml_tree();
  auto const rates = rates_of(tree.root());
  auto const agents = agents_of(tree);
  std::vector<Caption> captions;
  each_outermost(tree, "p", [&](text::MarkupNode paragraph) {
    auto const start = seconds(paragraph.attribute("begin"), rates);
    auto const length = paragraph.attribute("dur");
    auto const end = length.empty() ? seconds(paragraph.attribute("end"), rates) : start + seconds(length, rates);
    Caption caption{start, end, caption_lines(lines_of(paragraph, tree))};
    auto const agent = agents.find(std::string(paragraph.attribute("agent")));
    if (agent != agents.end() && !caption.lines.empty()) {
      caption.lines.front().voice = agent->second;
      caption.lines.front().named = true;
    }
    captions.push_back(std::move(caption));
  });
  auto source = captioned_speech(std::move(captions));
  if (auto const title = tree.root().find("title")) source.title = single_spaced(title.inner_text());
  return source;
}

}  // namespace

TranscriptFormat const ttml_format{"ttml", "TTML captions", ".ttml .dfxp", recognises, read};

}  // namespace quoth::transcripts
