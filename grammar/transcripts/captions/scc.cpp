// SPDX-License-Identifier: MIT
#include <algorithm>
#include <bit>
#include <charconv>
#include <optional>

#include "grammar/transcripts/captions/caption.hpp"
#include "grammar/transcripts/captions/screen_captions.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "quoth/error.hpp"
#include "text/files/file_content.hpp"
#include "text/words/lines.hpp"

// Scenarist closed captions (the line 21 captions of CEA-608): a line is a time code and the 16-bit words sent from
// then on, one a frame. http://www.theneitherworld.com/mcpoodle/SCC_TOOLS/DOCS/SCC_FORMAT.HTML
namespace quoth::transcripts {

namespace {

constexpr std::string_view head = "Scenarist_SCC";
constexpr std::string_view blanks = " \t\r";
// In a line, where a caption or two need less than a hundred.
constexpr std::size_t most_words = 10000;

struct TimeCode {
  std::int64_t shown = 0;  // the frame number that the time code spells
  std::int64_t frame = 0;  // frames that really passed since 00:00:00:00
};

std::optional<std::int64_t> number(std::string_view digits, std::int64_t end) {
  std::int64_t value = 0;
  if (std::ranges::any_of(digits, [](char c) { return c < '0' || c > '9'; })) return std::nullopt;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value < end ? std::optional(value) : std::nullopt;
}

// "00:01:02:15", or with drop-frame counting "00:01:02;15": every minute but each tenth starts at frame 2, which keeps
// the time right at 29.97 frames a second (SMPTE 12M).
std::optional<TimeCode> time_code(std::string_view text) {
  if (text.size() != 11 || text[2] != ':' || text[5] != ':' || (text[8] != ':' && text[8] != ';')) return std::nullopt;
  auto const hours = number(text.substr(0, 2), 24);
  auto const minutes = number(text.substr(3, 2), 60);
  auto const seconds = number(text.substr(6, 2), 60);
  auto const frames = number(text.substr(9), 30);
  if (!hours || !minutes || !seconds || !frames) return std::nullopt;
  auto const all_minutes = *hours * 60 + *minutes;
  auto const shown = (all_minutes * 60 + *seconds) * 30 + *frames;
  return TimeCode{shown, text[8] == ';' ? shown - 2 * (all_minutes - all_minutes / 10) : shown};
}

// Removes and returns the next part between blanks.
std::string_view take_part(std::string_view& line) {
  line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
  auto const part = line.substr(0, line.find_first_of(blanks));
  line.remove_prefix(part.size());
  return part;
}

std::optional<std::uint16_t> caption_word(std::string_view digits) {
  std::uint16_t value = 0;
  auto const* const last = digits.data() + digits.size();
  auto const [end, error] = std::from_chars(digits.data(), last, value, 16);
  return digits.size() == 4 && end == last ? std::optional(value) : std::nullopt;
}

bool has_odd_parity(std::uint16_t word) {
  return std::popcount(word & 0xFFU) % 2 == 1 && std::popcount(word & 0xFF00U) % 2 == 1;
}

class SccReader {
 public:
  explicit SccReader(text::FileContent& file) : file_(file), decoder_(file.where()) {}

  Source read() {
    std::string_view text = file_.utf8();
    while (!text.empty()) {
      ++number_;
      auto const line = text::take_line(text);
      if (number_ > 1 || !line.starts_with(head)) add_line(line);
    }
    settle();
    captions_.close(now());
    bool const roll = captions_.roll();
    return captioned_speech(captions_.take(), roll);
  }

 private:
  [[noreturn]] void fail(std::string const& why) const {
    throw Error(file_.where() + ":" + std::to_string(number_) + ": " + why);
  }

  double now() const { return static_cast<double>(frame_) * 1.001 / 30; }

  void add_line(std::string_view line) {
    auto const clock = take_part(line);
    if (clock.empty()) return;
    auto const time = time_code(clock);
    if (!time) fail("no time code such as 00:01:02:15 before captions; correct it or remove the line");
    if (time->shown < before_) fail("the time code is before that of the line above; put the lines in order");
    before_ = time->shown;
    if (time->frame > frame_) {
      settle();
      frame_ = time->frame;
    }
    std::size_t count = 0;
    for (auto part = take_part(line); !part.empty(); part = take_part(line)) {
      if (++count > most_words) fail("over " + std::to_string(most_words) + " caption words in a line; part it");
      add_word(part, count);
    }
    file_.deadline().check(file_.where());
  }

  void add_word(std::string_view part, std::size_t count) {
    auto const word = caption_word(part);
    auto const place = "caption word " + std::to_string(count);
    if (!word) fail(place + " is not four hexadecimal digits such as 9420; correct it");
    if (!has_odd_parity(*word)) fail(place + " is damaged: its bytes lack odd parity; correct it");
    send(*word);
    ++frame_;
  }

  void send(std::uint16_t word) {
    for (auto& change :
         decoder_.decode(static_cast<std::uint8_t>(word >> 8U), static_cast<std::uint8_t>(word & 0xFFU))) {
      captions_.add(std::move(change), now());
    }
  }

  // Sends two frames without captions, after which the decoder draws the last word even if no blank followed it.
  void settle() {
    constexpr std::uint16_t nothing = 0x8080;  // two zero bytes with odd parity
    send(nothing);
    send(nothing);
  }

  text::FileContent& file_;
  text::CaptionDecoder decoder_;
  ScreenCaptions captions_;
  std::size_t number_ = 0;  // of the line
  std::int64_t before_ = 0;
  std::int64_t frame_ = 0;  // of the next word
};

bool recognises(text::FileContent& file) { return std::string_view(file.utf8()).starts_with(head); }

Source read(text::FileContent& file) { return SccReader(file).read(); }

}  // namespace

TranscriptFormat const scc_format{"scc", "Scenarist closed captions", ".scc", recognises, read};

}  // namespace quoth::transcripts
