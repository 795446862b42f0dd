// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string_view>

#include "tools/servers/message_framing.hpp"

namespace quoth::tools {

// Messages from one file descriptor and to another: standard input and output, a pipe, a socket.
class MessageChannel {
 public:
  // Throws Error where the system has no more descriptors.
  MessageChannel(int in, int out, Framing framing, std::size_t longest);
  MessageChannel(MessageChannel const&) = delete;
  MessageChannel& operator=(MessageChannel const&) = delete;
  ~MessageChannel();

  // Waits for the next message; nothing at the end of the input, or after `close`. On one thread.
  std::optional<MessageFraming::Piece> next();
  // On any thread. Returns false once the other side reads no more, or after `close`.
  bool send(std::string_view message);
  // On any thread, once or more: nothing more is read or sent.
  void close();

 private:
  bool read_more();
  bool wait_for(int descriptor, short events) const;

  int in_;
  int out_;
  int wake_;  // readable once closed
  MessageFraming framing_;
  Framing kind_;
  bool has_ended_ = false;
  std::atomic<bool> is_closed_ = false;
  std::mutex sending_;
};

}  // namespace quoth::tools
