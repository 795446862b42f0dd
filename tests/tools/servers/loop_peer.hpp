// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "tools/servers/json_rpc_loop.hpp"

namespace quoth::test {

// The other side of a loop that runs on a thread of its own, over two pipes.
class LoopPeer {
 public:
  LoopPeer(tools::JsonRpcOptions const& options, std::function<void(tools::JsonRpcLoop&)> const& set_up);
  LoopPeer(LoopPeer const&) = delete;
  LoopPeer& operator=(LoopPeer const&) = delete;
  ~LoopPeer();

  tools::JsonRpcLoop& loop() { return *loop_; }
  void send(std::string const& message);
  // Bytes as they are.
  void send_bytes(std::string const& bytes);
  // The next message of the loop; empty at the end of its output.
  std::string receive();
  // No more comes; waits until the loop has ended.
  void finish();

 private:
  tools::Framing framing_;
  int to_loop_ = -1;
  int of_loop_ = -1;
  int loop_in_ = -1;
  int loop_out_ = -1;
  tools::MessageFraming received_;
  std::unique_ptr<tools::JsonRpcLoop> loop_;
  std::thread thread_;
};

}  // namespace quoth::test
