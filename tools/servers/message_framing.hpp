// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace quoth::tools {

// How messages follow each other in a stream: a line each (MCP's stdio transport), or each behind headers that tell its
// length (the base protocol of LSP).
enum class Framing { lines, content_length };

// Cuts a stream into messages, whatever pieces it comes in. Keeps one message and what is behind it, at most.
class MessageFraming {
 public:
  // A message has at most `longest` bytes.
  MessageFraming(Framing framing, std::size_t longest) : framing_(framing), longest_(longest) {}

  enum class What {
    message,
    too_long,   // a message over the limit, left out
    malformed,  // headers that tell no length; where the next message begins cannot be known
  };
  struct Piece {
    What what = What::message;
    std::string bytes;  // of a message
  };

  void add(std::string_view bytes);
  // The next one, as far as it is there. Nothing comes after what is malformed.
  std::optional<Piece> next();
  // What is left where the stream ends: a last line without its end.
  std::optional<Piece> last();

 private:
  std::optional<Piece> next_line();
  std::optional<Piece> next_with_length();
  bool read_headers();
  std::string take(std::size_t count);
  std::string_view rest() const { return std::string_view(buffer_).substr(begin_); }

  Framing framing_;
  std::size_t longest_;
  std::string buffer_;
  std::size_t begin_ = 0;              // what is before it in the buffer is done
  std::size_t searched_ = 0;           // bytes behind `begin_` that hold no end of a line
  std::size_t to_skip_ = 0;            // bytes still to come of a message that is too long
  bool skips_line_ = false;            // whether the line that is coming is too long
  std::optional<std::size_t> length_;  // of the message whose headers were read
  bool is_broken_ = false;
};

// The bytes to send for a message.
std::string framed(Framing framing, std::string_view message);

}  // namespace quoth::tools
