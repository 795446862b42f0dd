// SPDX-License-Identifier: MIT
#include "grammar/transcripts/captions/screen_captions.hpp"

#include <algorithm>

#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::transcripts {

namespace {

// Whether the row continues the text before or corrects it as stenographers do with backspaces: "We opened" continues
// "We open" and corrects "We opend". "They closed" would be another caption.
bool goes_on(std::u32string const& before, std::u32string const& row) {
  auto const kept = static_cast<std::size_t>(std::ranges::mismatch(before, row).in1 - before.begin());
  auto const taken_back = before.size() - kept;
  return taken_back == 0 || (kept == row.size() && kept > 0) || taken_back <= kept;
}

}  // namespace

void ScreenCaptions::add(text::ScreenChange change, double now) {
  using Kind = text::ScreenChange::Kind;
  rolls_ += change.kind == Kind::rolled;
  bool const same_caption = change.kind == Kind::drawn && std::ranges::equal(rows_, change.rows, goes_on);
  if (!same_caption) close(now);
  bool any_new = false;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    bool const stayed = change.kind == Kind::drawn && rows_[i] == change.rows[i];
    known_[i] = change.kind == Kind::rolled || (stayed && (known_[i] || !same_caption));
    any_new |= !known_[i] && !change.rows[i].empty();
  }
  rows_ = std::move(change.rows);
  if (any_new && !start_) start_ = now;
}

void ScreenCaptions::close(double now) {
  if (!start_) return;
  Caption caption{*start_, now, {}};
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (!known_[i] && !rows_[i].empty()) caption.lines.push_back({single_spaced(text::to_utf8(rows_[i])), {}, false});
  }
  captions_.push_back(std::move(caption));
  start_.reset();
}

}  // namespace quoth::transcripts
