// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "text/threads/work_queue.hpp"
#include "tools/servers/message_channel.hpp"
#include "tools/servers/rpc_call.hpp"
#include "tools/servers/rpc_message.hpp"

namespace quoth::tools {

// What a protocol on top of JSON-RPC 2.0 decides.
struct JsonRpcOptions {
  Framing framing = Framing::lines;
  std::size_t longest_message = std::size_t{4} << 20U;  // bytes
  std::size_t depth = 128;                              // of values inside each other
  std::string cancel_method;                            // the notification that cancels a request
  std::string cancelled_id;                             // the member of its parameters that names the request
  // The code of the answer to a request that was cancelled; without one there is no answer.
  std::optional<int> cancelled_code;
};

// Serves one peer (JSON-RPC 2.0, https://www.jsonrpc.org/specification): one thread reads, and sees at once what is
// cancelled; the thread of `run` calls the handlers, one after the other, in the order in which their messages came.
// What waits is bounded: a peer that sends more than is served has to wait.
class JsonRpcLoop {
 public:
  // Reads from the one file descriptor and writes to the other; both stay the caller's.
  JsonRpcLoop(int in, int out, JsonRpcOptions options);
  JsonRpcLoop(JsonRpcLoop const&) = delete;
  JsonRpcLoop& operator=(JsonRpcLoop const&) = delete;
  ~JsonRpcLoop() = default;

  // Gives the result as JSON. An RpcError that it throws is the answer, and so is the sentence of an Error, as an
  // internal error.
  using RequestHandler = std::function<std::string(RpcCall const&)>;
  using NotificationHandler = std::function<void(RpcCall const&)>;
  // The result as JSON, or empty and why there is none.
  using ReplyHandler = std::function<void(text::JsonValue result, text::JsonValue error)>;
  // At once: on the reading thread, also while another handler runs; for what takes no time and shares nothing.
  enum class When { in_turn, at_once };

  // Before `run`. A method of the same name is replaced.
  void on_request(std::string const& method, RequestHandler handler, When when = When::in_turn);
  void on_notification(std::string const& method, NotificationHandler handler);
  // Called on the thread of `run` when a message has been served and none waits: for work that the next message may
  // make needless.
  void on_idle(std::function<void()> work) { idle_ = std::move(work); }

  // On any thread; the parameters are JSON. Does nothing once the peer is gone.
  void notify(std::string_view method, std::string_view params);
  // Asks the peer; the handler is called in its turn, if an answer comes.
  void request(std::string_view method, std::string_view params, ReplyHandler handler);

  // Until the input ends, and then until all that came is answered; or until `stop`, or until the peer reads no more.
  void run();
  // On any thread, also from a handler: what waits is dropped.
  void stop();
  // Whether messages wait for their turn.
  bool has_waiting() const { return waiting_count_ > 0; }

 private:
  struct Batch;
  struct Waiting {
    RpcMessage message;
    std::shared_ptr<Batch> batch;
    std::shared_ptr<std::atomic<bool>> cancelled;
  };
  struct Request {
    RequestHandler handler;
    When when = When::in_turn;
  };

  void read();
  void take(std::string const& bytes);
  void take_message(RpcMessage&& message, std::shared_ptr<Batch> const& batch);
  void enqueue(Waiting&& waiting);
  void serve(Waiting const& waiting);
  void serve_request(Waiting const& waiting);
  void serve_notification(Waiting const& waiting);
  void serve_response(Waiting const& waiting);
  std::string answer_to(Waiting const& waiting, RequestHandler const& handler) const;
  void do_idle_work() const;
  void cancel(text::JsonValue params);
  void answer(Waiting const& waiting, std::string const& text);
  void send(std::string const& text);

  JsonRpcOptions options_;
  MessageChannel channel_;
  std::map<std::string, Request, std::less<>> requests_;
  std::map<std::string, NotificationHandler, std::less<>> notifications_;
  std::function<void()> idle_;
  text::WorkQueue<Waiting> queue_;
  std::atomic<std::size_t> waiting_count_ = 0;
  std::mutex mutex_;                                                // for what follows
  std::map<std::string, std::shared_ptr<std::atomic<bool>>> open_;  // requests of the peer by id: whether cancelled
  std::map<std::string, ReplyHandler> asked_;                       // ours by id
  std::size_t last_id_ = 0;
};

}  // namespace quoth::tools
