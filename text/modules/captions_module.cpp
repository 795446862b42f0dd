// SPDX-License-Identifier: MIT
#include "captions_module.hpp"

#include <libzvbi.h>

#include <utility>

struct quoth::CaptionScreen {
  std::unique_ptr<vbi_decoder, decltype(&vbi_decoder_delete)> decoder{vbi_decoder_new(), vbi_decoder_delete};
  vbi_page page{};
  double time = 1;  // seconds; libzvbi takes anything but steady frames for a change of station
  std::vector<ScreenChange> changes;
};

namespace {

using quoth::CaptionScreen;
using quoth::ScreenChange;
using quoth::ScreenRows;

constexpr vbi_pgno first_channel = 1;

// By what libzvbi says must be painted anew.
ScreenChange::Kind kind_of(vbi_page const& page) {
  if (page.dirty.roll == -1) return ScreenChange::Kind::rolled;
  bool const whole = page.dirty.y0 == 0 && page.dirty.y1 == page.rows - 1;
  return whole ? ScreenChange::Kind::replaced : ScreenChange::Kind::drawn;
}

ScreenRows rows_of(vbi_page const& page) {
  ScreenRows rows;
  for (std::size_t y = 0; y < rows.size() && y < static_cast<std::size_t>(page.rows); ++y) {
    auto const* const row = page.text + y * static_cast<std::size_t>(page.columns);
    std::size_t first = 0;
    auto last = static_cast<std::size_t>(page.columns);
    while (last > 0 && row[last - 1].unicode == U' ') --last;
    while (first < last && row[first].unicode == U' ') ++first;
    for (auto x = first; x < last; ++x) rows[y] += static_cast<char32_t>(row[x].unicode);
  }
  return rows;
}

void note(vbi_event* event, void* data) {
  auto& screen = *static_cast<CaptionScreen*>(data);
  if (event->ev.caption.pgno != first_channel) return;
  // At once: libzvbi gathers what must be painted anew until somebody looks.
  if (!vbi_fetch_cc_page(screen.decoder.get(), &screen.page, first_channel, TRUE)) return;
  screen.changes.push_back({kind_of(screen.page), rows_of(screen.page)});
}

CaptionScreen* open() {
  auto screen = std::make_unique<CaptionScreen>();
  bool const ready =
      screen->decoder && vbi_event_handler_register(screen->decoder.get(), VBI_EVENT_CAPTION, note, screen.get());
  return ready ? screen.release() : nullptr;
}

void close(CaptionScreen* screen) { delete screen; }

std::vector<ScreenChange> decode(CaptionScreen& screen, std::uint8_t first, std::uint8_t second) {
  constexpr double frame = 1.001 / 30;
  constexpr std::uint32_t caption_line = 21;
  vbi_sliced line{};
  line.id = VBI_SLICED_CAPTION_525_F1;
  line.line = caption_line;
  line.data[0] = first;
  line.data[1] = second;
  screen.time += frame;
  vbi_decode(screen.decoder.get(), &line, 1, screen.time);
  return std::exchange(screen.changes, {});
}

constexpr quoth::CaptionsModule table{open, close, decode};

}  // namespace

void const* quoth_module(char const* build) { return quoth::answer(table, build); }
