// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

// The numbers by which the turns of a transcript are told from the paragraphs of a document. Chosen by hand on 300
// briefings and speeches and the samples of every format of transcripts on one side, and on 2,500 licences, manuals,
// lists of changes, and a novel on the other, so that each is taken for what it is.

namespace quoth::transcripts {

struct KindTuning {
  // A line of prose that is broken for print has this many characters; a label below one that ends no sentence is a
  // word of that sentence. Text before the words given is a title page.
  static constexpr std::size_t shortest_full_line = 45;
  static constexpr std::size_t longest_full_line = 100;
  static constexpr std::size_t title_words = 30;
  // At most one label in so many stands inside a sentence.
  static constexpr std::size_t labels_of_inside = 4;

  // Where most labels name people. Shares in hundredths: of labels with a sentence behind them, of words under labels.
  static constexpr std::size_t people_with_speech = 33;
  static constexpr std::size_t under_labels = 60;
  static constexpr std::size_t under_labels_in_parts = 90;  // where headings are more than labels
  // One label for so many paragraphs, or the first near the head.
  static constexpr std::size_t paragraphs_of_label = 40;
  static constexpr std::size_t head_words = 60;
  // Labels that stand once each, and do not all name people: one for so many paragraphs.
  static constexpr std::size_t paragraphs_of_once = 3;
  static constexpr std::size_t answers_of_question = 2;
  // A lone label: all but this share of the words stands under it.
  static constexpr std::size_t outside_lone_label = 15;

  // Where few labels look like people ("KELLY", "JHD"): the share of them that recur and that have a sentence behind
  // them, and labels for each paragraph, all in hundredths.
  static constexpr std::size_t recurring = 60;
  static constexpr std::size_t with_speech = 60;
  static constexpr std::size_t of_paragraphs = 50;
  // The same where at least this share of the labels looks like people.
  static constexpr std::size_t some_people = 33;
  static constexpr std::size_t of_many_paragraphs = 20;
  static constexpr std::size_t labels_of_heading = 3;

  // Words without punctuation are speech that a machine heard, and no list: in English ("the" has a share, in
  // hundredths) where pronouns and the like have one, elsewhere where lines have so many words.
  static constexpr std::size_t english = 1;
  static constexpr std::size_t words_of_speech = 5;
  static constexpr std::size_t words_of_line = 8;
};

// When a document is said to look like a transcript.
struct SpeechSignTuning {
  static constexpr std::size_t longest_opener = 60;  // bytes
  static constexpr std::size_t most_opener_words = 6;
  static constexpr std::size_t fewest_named = 3;      // paragraphs that a name begins
  static constexpr std::size_t words_of_sound = 250;  // one "uh" or "(Applause)" for so many words
};

}  // namespace quoth::transcripts
