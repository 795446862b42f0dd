// SPDX-License-Identifier: MIT
#include "tools/servers/message_channel.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>

#include "quoth/error.hpp"

namespace quoth::tools {

MessageChannel::MessageChannel(int in, int out, Framing framing, std::size_t longest)
    : in_(in), out_(out), wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), framing_(framing, longest), kind_(framing) {
  if (wake_ < 0) throw Error("no file descriptor is left; close some programs, or raise ulimit -n");
}

MessageChannel::~MessageChannel() { ::close(wake_); }

std::optional<MessageFraming::Piece> MessageChannel::next() {
  while (!is_closed_) {
    if (auto piece = framing_.next()) return piece;
    if (has_ended_) return framing_.last();
    has_ended_ = !read_more();
  }
  return std::nullopt;
}

// False at the end.
bool MessageChannel::read_more() {
  std::array<char, std::size_t{1} << 16U> bytes{};
  while (wait_for(in_, POLLIN)) {
    auto const count = ::read(in_, bytes.data(), bytes.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count > 0) framing_.add({bytes.data(), static_cast<std::size_t>(count)});
    return count > 0;
  }
  return false;
}

bool MessageChannel::send(std::string_view message) {
  auto const bytes = framed(kind_, message);
  std::string_view rest = bytes;
  std::lock_guard const lock(sending_);
  while (!rest.empty()) {
    if (is_closed_ || !wait_for(out_, POLLOUT)) return false;
    auto const count = ::write(out_, rest.data(), rest.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count < 0) {
      close();
      return false;
    }
    rest.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

void MessageChannel::close() {
  is_closed_ = true;
  std::uint64_t const one = 1;
  static_cast<void>(!::write(wake_, &one, sizeof one));  // fails where it is readable already
}

// Until the descriptor is ready; false where the channel was closed before.
bool MessageChannel::wait_for(int descriptor, short events) const {
  std::array<pollfd, 2> waited{pollfd{descriptor, events, 0}, pollfd{wake_, POLLIN, 0}};
  while (!is_closed_) {
    if (::poll(waited.data(), waited.size(), -1) < 0 && errno != EINTR) return false;
    if (waited[0].revents != 0) return !is_closed_;
  }
  return false;
}

}  // namespace quoth::tools
