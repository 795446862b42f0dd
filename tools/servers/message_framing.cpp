// SPDX-License-Identifier: MIT
#include "tools/servers/message_framing.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "text/unicode/ascii.hpp"

namespace quoth::tools {

namespace {

constexpr std::size_t longest_headers = 8192;             // bytes
constexpr std::size_t most_kept = std::size_t{1} << 16U;  // bytes of memory kept for the next message
constexpr std::string_view end_of_headers = "\r\n\r\n";

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == line.npos; }

// The number that the header Content-Length gives; nothing where none does.
std::optional<std::size_t> length_in(std::string_view headers) {
  while (!headers.empty()) {
    auto const end = std::min(headers.find("\r\n"), headers.size());
    auto const line = headers.substr(0, end);
    headers.remove_prefix(std::min(end + 2, headers.size()));
    auto const colon = line.find(':');
    if (colon == line.npos || !text::is_same_in_ascii_case(line.substr(0, colon), "Content-Length")) continue;
    auto value = line.substr(colon + 1);
    value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
    std::size_t length = 0;
    auto const [stop, error] = std::from_chars(value.data(), value.data() + value.size(), length);
    if (error == std::errc{} && is_blank({stop, static_cast<std::size_t>(value.data() + value.size() - stop)}))
      return length;
    return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

void MessageFraming::add(std::string_view bytes) {
  auto const skipped = std::min(to_skip_, bytes.size());
  to_skip_ -= skipped;
  bytes.remove_prefix(skipped);
  if (begin_ > 0) {
    buffer_.erase(0, begin_);
    begin_ = 0;
    if (buffer_.empty() && buffer_.capacity() > most_kept) buffer_.shrink_to_fit();
  }
  buffer_ += bytes;
}

std::optional<MessageFraming::Piece> MessageFraming::next() {
  return framing_ == Framing::lines ? next_line() : next_with_length();
}

std::optional<MessageFraming::Piece> MessageFraming::last() {
  if (framing_ != Framing::lines || skips_line_ || is_blank(rest())) return std::nullopt;
  return Piece{What::message, take(rest().size())};
}

std::string MessageFraming::take(std::size_t count) {
  auto taken = buffer_.substr(begin_, count);
  begin_ += taken.size();
  searched_ = 0;
  return taken;
}

std::optional<MessageFraming::Piece> MessageFraming::next_line() {
  while (true) {
    auto const end = rest().find('\n', searched_);
    if (end == std::string_view::npos) {
      searched_ = rest().size();
      bool const is_over = !skips_line_ && rest().size() > longest_;
      if (is_over) skips_line_ = true;
      if (skips_line_) take(rest().size());
      if (is_over) return Piece{What::too_long, {}};
      return std::nullopt;
    }
    auto line = take(end);
    ++begin_;
    if (std::exchange(skips_line_, false) || is_blank(line)) continue;
    if (line.size() > longest_) return Piece{What::too_long, {}};
    return Piece{What::message, std::move(line)};
  }
}

// Whether the length of the next message is known.
bool MessageFraming::read_headers() {
  if (length_) return true;
  auto const end = rest().find(end_of_headers);
  if (end == std::string_view::npos || end > longest_headers) {
    is_broken_ = rest().size() > longest_headers;
    return false;
  }
  length_ = length_in(take(end));
  begin_ += end_of_headers.size();
  is_broken_ = !length_;
  return length_.has_value();
}

std::optional<MessageFraming::Piece> MessageFraming::next_with_length() {
  if (is_broken_) return std::nullopt;
  if (!read_headers()) return is_broken_ ? std::optional(Piece{What::malformed, {}}) : std::nullopt;
  if (*length_ > longest_) {
    to_skip_ = *length_ - take(std::min(*length_, rest().size())).size();
    length_.reset();
    return Piece{What::too_long, {}};
  }
  if (rest().size() < *length_) return std::nullopt;
  Piece piece{What::message, take(*length_)};
  length_.reset();
  return piece;
}

std::string framed(Framing framing, std::string_view message) {
  if (framing == Framing::lines) return std::string(message) + "\n";
  return "Content-Length: " + std::to_string(message.size()) + "\r\n\r\n" + std::string(message);
}

}  // namespace quoth::tools
