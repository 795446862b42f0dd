// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "grammar/transcripts/prose/paragraphs.hpp"

namespace quoth::transcripts {

// What a digital library sets around a book: "*** START OF THE PROJECT GUTENBERG EBOOK … ***", fields and a licence
// before it, the licence in full after "*** END OF …".
struct PublisherFrame {
  std::vector<Paragraph> head;  // before the start; empty where there is no frame
  bool licence = false;         // whether text after the end was left out
};

// Takes the frame off the paragraphs.
PublisherFrame take_frame(std::vector<Paragraph>& paragraphs);

}  // namespace quoth::transcripts
