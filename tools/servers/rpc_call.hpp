// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <exception>
#include <memory>
#include <string>
#include <utility>

#include "text/json/json_value.hpp"

namespace quoth::tools {

// Thrown by a handler that has noticed that its call is cancelled.
class RpcCancelled : public std::exception {
 public:
  char const* what() const noexcept override { return "the request was cancelled"; }
};

// A request or notification as its handler sees it. Copies are the same call.
class RpcCall {
 public:
  RpcCall(text::JsonValue params, std::shared_ptr<std::atomic<bool> const> cancelled)
      : params_(params), cancelled_(std::move(cancelled)) {}

  // Holds while the handler runs.
  text::JsonValue params() const { return params_; }
  // On any thread.
  bool is_cancelled() const { return *cancelled_; }
  // Throws RpcCancelled where it is.
  void stop_if_cancelled() const {
    if (is_cancelled()) throw RpcCancelled();
  }

 private:
  text::JsonValue params_;
  std::shared_ptr<std::atomic<bool> const> cancelled_;
};

}  // namespace quoth::tools
