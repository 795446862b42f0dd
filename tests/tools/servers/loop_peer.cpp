// SPDX-License-Identifier: MIT
#include "tests/tools/servers/loop_peer.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <array>
#include <tuple>
#include <utility>

namespace quoth::test {

namespace {

constexpr std::size_t longest_answer = std::size_t{64} << 20U;

std::pair<int, int> new_pipe() {
  std::array<int, 2> ends{};
  REQUIRE(pipe(ends.data()) == 0);
  return {ends[0], ends[1]};
}

}  // namespace

LoopPeer::LoopPeer(tools::JsonRpcOptions const& options, std::function<void(tools::JsonRpcLoop&)> const& set_up)
    : framing_(options.framing), received_(options.framing, longest_answer) {
  std::tie(loop_in_, to_loop_) = new_pipe();
  std::tie(of_loop_, loop_out_) = new_pipe();
  loop_ = std::make_unique<tools::JsonRpcLoop>(loop_in_, loop_out_, options);
  set_up(*loop_);
  thread_ = std::thread([this] {
    loop_->run();
    close(loop_out_);
  });
}

LoopPeer::~LoopPeer() {
  finish();
  close(of_loop_);
  close(loop_in_);
}

void LoopPeer::send(std::string const& message) { send_bytes(tools::framed(framing_, message)); }

void LoopPeer::send_bytes(std::string const& bytes) {
  for (std::size_t done = 0; done < bytes.size();) {
    auto const count = write(to_loop_, bytes.data() + done, bytes.size() - done);
    REQUIRE(count > 0);
    done += static_cast<std::size_t>(count);
  }
}

std::string LoopPeer::receive() {
  std::array<char, 4096> bytes{};
  while (true) {
    if (auto piece = received_.next()) return piece->bytes;
    auto const count = read(of_loop_, bytes.data(), bytes.size());
    if (count <= 0) return {};
    received_.add({bytes.data(), static_cast<std::size_t>(count)});
  }
}

void LoopPeer::finish() {
  if (to_loop_ >= 0) close(std::exchange(to_loop_, -1));
  if (thread_.joinable()) thread_.join();
}

}  // namespace quoth::test
