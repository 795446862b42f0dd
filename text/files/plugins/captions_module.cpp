// SPDX-License-Identifier: MIT
#include "text/files/plugins/captions_module.hpp"

#include <libzvbi.h>

#include <optional>
#include <utility>

struct quoth::text::CaptionScreen {
  std::unique_ptr<vbi_decoder, decltype(&vbi_decoder_delete)> decoder{vbi_decoder_new(), vbi_decoder_delete};
  vbi_page page{};
  double time = 1;  // seconds; libzvbi takes a gap between frames for a change of station
  std::vector<ScreenChange> changes;
  std::optional<unsigned> row;  // the coded number of the row that is being written
  bool drawn_on = false;        // the displayed page was written to directly, without loading a caption
};

namespace {

using quoth::text::CaptionScreen;
using quoth::text::ScreenChange;
using quoth::text::ScreenRows;

constexpr vbi_pgno first_channel = 1;

// What happened to the screen, by which part of it libzvbi wants repainted.
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
  // Fetch at once: libzvbi adds up what must be repainted until it is fetched.
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

void send(CaptionScreen& screen, std::uint8_t first, std::uint8_t second) {
  constexpr double frame = 1.001 / 30;  // seconds
  constexpr std::uint32_t caption_line = 21;
  vbi_sliced line{};
  line.id = VBI_SLICED_CAPTION_525_F1;
  line.line = caption_line;
  line.data[0] = first;
  line.data[1] = second;
  screen.time += frame;
  vbi_decode(screen.decoder.get(), &line, 1, screen.time);
}

// Control codes of the first channel (CEA-608), without parity.
constexpr unsigned control = 0x14;
constexpr unsigned load_caption = 0x20;
constexpr unsigned backspace = 0x21;
constexpr unsigned roll_two = 0x25;
constexpr unsigned roll_four = 0x27;
constexpr unsigned draw_at_once = 0x29;

// Whether the bytes are a preamble with an indent for the row that is being written. libzvbi blanks the row up to the
// indent, and with it the text there: "Yes.    No." would lose its "Yes."
bool parts_row(CaptionScreen& screen, unsigned first, unsigned second) {
  if (first == control && second < 0x40 && second != backspace) screen.row.reset();
  if (first < 0x10 || first > 0x17 || second < 0x40) return false;
  auto const row = (first & 7U) << 1U | (second >> 5U & 1U);
  bool const again = screen.row == row;
  screen.row = row;
  bool const indents = (second & 0x10U) != 0;
  return again && indents;
}

// Whether the bytes start to load a caption on a page that was drawn on. libzvbi uses the same page for both.
bool loads_on_drawn_page(CaptionScreen& screen, unsigned first, unsigned second) {
  if (first != control) return false;
  if ((second >= roll_two && second <= roll_four) || second == draw_at_once) screen.drawn_on = true;
  return second == load_caption && std::exchange(screen.drawn_on, false);
}

std::vector<ScreenChange> decode(CaptionScreen& screen, std::uint8_t first, std::uint8_t second) {
  unsigned const code = first & 0x7FU;
  unsigned const detail = second & 0x7FU;
  if (parts_row(screen, code, detail)) {
    send(screen, ' ', 0x80);
  } else {
    send(screen, first, second);
  }
  if (loads_on_drawn_page(screen, code, detail)) {
    constexpr std::uint8_t erase_loaded = 0xAE;
    send(screen, 0x94, erase_loaded);
  }
  return std::exchange(screen.changes, {});
}

constexpr quoth::text::CaptionsModule table{open, close, decode};

}  // namespace

void const* quoth_module(char const* build) { return quoth::text::answer(table, build); }
