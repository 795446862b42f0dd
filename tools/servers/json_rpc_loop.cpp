// SPDX-License-Identifier: MIT
#include "tools/servers/json_rpc_loop.hpp"

#include <exception>
#include <utility>
#include <vector>

#include "quoth/error.hpp"
#include "text/json/json_writer.hpp"
#include "text/threads/task_group.hpp"

namespace quoth::tools {

namespace {

// What a message costs besides its bytes: its parser, above all.
constexpr std::size_t overhead = std::size_t{16} << 10U;  // bytes

constexpr std::size_t longest_name = 100;  // bytes of a method that is named back

}  // namespace

// The answers to the messages of one array, which are sent as one.
struct JsonRpcLoop::Batch {
  std::mutex mutex;
  std::size_t open = 0;  // messages that are not served yet
  std::string answers;

  // The text to send once the last message is served; empty before, and where nothing is answered.
  std::string add(std::string const& answer) {
    std::lock_guard const lock(mutex);
    if (!answer.empty()) answers.append(answers.empty() ? "" : ",").append(answer);
    return --open > 0 || answers.empty() ? "" : "[" + answers + "]";
  }
};

JsonRpcLoop::JsonRpcLoop(int in, int out, JsonRpcOptions options)
    : options_(std::move(options)),
      channel_(in, out, options_.framing, options_.longest_message),
      queue_(options_.longest_message + overhead) {}

void JsonRpcLoop::on_request(std::string const& method, RequestHandler handler, When when) {
  requests_[method] = {std::move(handler), when};
}

void JsonRpcLoop::on_notification(std::string const& method, NotificationHandler handler) {
  notifications_[method] = std::move(handler);
}

void JsonRpcLoop::notify(std::string_view method, std::string_view params) { send(rpc_notification(method, params)); }

void JsonRpcLoop::request(std::string_view method, std::string_view params, ReplyHandler handler) {
  std::string id;
  {
    std::lock_guard const lock(mutex_);
    id = std::to_string(++last_id_);
    asked_[id] = std::move(handler);
  }
  send(rpc_request(id, method, params));
}

void JsonRpcLoop::run() {
  text::TaskGroup reader([this] { stop(); });
  reader.start([this] { read(); });
  while (auto waiting = queue_.pop()) {
    --waiting_count_;
    serve(*waiting);
    queue_.done();
    if (!has_waiting()) do_idle_work();
  }
  stop();
  reader.wait();
}

void JsonRpcLoop::stop() {
  channel_.close();
  queue_.close();
}

void JsonRpcLoop::read() {
  while (auto piece = channel_.next()) {
    switch (piece->what) {
      case MessageFraming::What::message:
        take(piece->bytes);
        break;
      case MessageFraming::What::too_long:
        send(rpc_error("", rpc_code::invalid_request,
                       "the message has over " + std::to_string(options_.longest_message) + " bytes; send less"));
        break;
      case MessageFraming::What::malformed:
        send(rpc_error("", rpc_code::parse_error, "the headers have no Content-Length; a message cannot be read"));
        return queue_.finish();
    }
  }
  queue_.finish();
}

void JsonRpcLoop::take(std::string const& bytes) {
  try {
    auto found = rpc_messages(bytes, options_.depth);
    std::shared_ptr<Batch> batch;
    if (found.is_batch) {
      batch = std::make_shared<Batch>();
      batch->open = found.messages.size();
    }
    for (auto& message : found.messages) take_message(std::move(message), batch);
  } catch (RpcError const& error) {
    send(rpc_error("", error.code(), error.what()));
  } catch (std::bad_alloc const&) {
    send(rpc_error("", rpc_code::internal_error, "there is not enough memory for the message"));
  }
}

void JsonRpcLoop::take_message(RpcMessage&& message, std::shared_ptr<Batch> const& batch) {
  Waiting waiting{std::move(message), batch, std::make_shared<std::atomic<bool>>(false)};
  auto const& taken = waiting.message;
  if (!taken.fault.empty()) return answer(waiting, rpc_error(taken.id, rpc_code::invalid_request, taken.fault));
  if (taken.kind == RpcMessage::Kind::notification && taken.method == options_.cancel_method) {
    cancel(taken.params);
    return answer(waiting, "");
  }
  if (taken.kind == RpcMessage::Kind::request) {
    auto const known = requests_.find(taken.method);
    if (known == requests_.end())
      return answer(waiting, rpc_error(taken.id, rpc_code::method_not_found,
                                       "unknown method: " + taken.method.substr(0, longest_name)));
    if (known->second.when == When::at_once) return answer(waiting, answer_to(waiting, known->second.handler));
    std::lock_guard const lock(mutex_);
    if (!open_.emplace(taken.id, waiting.cancelled).second) {
      waiting.message.fault = "a request with this id is not answered yet";
    }
  }
  if (!taken.fault.empty()) return answer(waiting, rpc_error(taken.id, rpc_code::invalid_request, taken.fault));
  enqueue(std::move(waiting));
}

void JsonRpcLoop::enqueue(Waiting&& waiting) {
  auto const size = waiting.message.bytes + overhead;
  ++waiting_count_;
  queue_.push(std::move(waiting), size);
}

void JsonRpcLoop::cancel(text::JsonValue params) {
  auto const id = params[options_.cancelled_id];
  auto const key = id.is_string() ? text::json_string(id.string()) : id.label();
  std::lock_guard const lock(mutex_);
  if (auto const found = open_.find(key); found != open_.end()) *found->second = true;
}

void JsonRpcLoop::serve(Waiting const& waiting) {
  switch (waiting.message.kind) {
    case RpcMessage::Kind::request:
      return serve_request(waiting);
    case RpcMessage::Kind::notification:
      return serve_notification(waiting);
    case RpcMessage::Kind::response:
      return serve_response(waiting);
  }
}

void JsonRpcLoop::serve_request(Waiting const& waiting) {
  auto const text = answer_to(waiting, requests_.find(waiting.message.method)->second.handler);
  {
    std::lock_guard const lock(mutex_);
    open_.erase(waiting.message.id);
  }
  answer(waiting, text);
}

// Empty where it was cancelled and the protocol wants no answer then.
std::string JsonRpcLoop::answer_to(Waiting const& waiting, RequestHandler const& handler) const {
  auto const& id = waiting.message.id;
  RpcCall const call(waiting.message.params, waiting.cancelled);
  try {
    call.stop_if_cancelled();
    auto const result = handler(call);
    call.stop_if_cancelled();
    return rpc_result(id, result);
  } catch (RpcCancelled const& cancelled) {
    return options_.cancelled_code ? rpc_error(id, *options_.cancelled_code, cancelled.what()) : "";
  } catch (RpcError const& error) {
    return rpc_error(id, error.code(), error.what());
  } catch (std::bad_alloc const&) {
    return rpc_error(id, rpc_code::internal_error, "there is not enough memory for this request");
  } catch (std::exception const& error) {
    return rpc_error(id, rpc_code::internal_error, error.what());
  }
}

void JsonRpcLoop::serve_notification(Waiting const& waiting) {
  // There is nobody to tell of a failure.
  try {
    auto const known = notifications_.find(waiting.message.method);
    if (known != notifications_.end()) known->second(RpcCall(waiting.message.params, waiting.cancelled));
  } catch (std::exception const&) {
  }
  answer(waiting, "");
}

void JsonRpcLoop::do_idle_work() const {
  try {
    if (idle_) idle_();
  } catch (std::exception const&) {  // as above
  }
}

void JsonRpcLoop::serve_response(Waiting const& waiting) {
  ReplyHandler handler;
  {
    std::lock_guard const lock(mutex_);
    if (auto const found = asked_.find(waiting.message.id); found != asked_.end()) {
      handler = std::move(found->second);
      asked_.erase(found);
    }
  }
  try {
    if (handler) handler(waiting.message.params, waiting.message.error);
  } catch (std::exception const&) {  // as above
  }
  answer(waiting, "");
}

// Empty for nothing; of a batch only the last answer sends all of them.
void JsonRpcLoop::answer(Waiting const& waiting, std::string const& text) {
  auto const whole = waiting.batch ? waiting.batch->add(text) : text;
  if (!whole.empty()) send(whole);
}

void JsonRpcLoop::send(std::string const& text) {
  if (!channel_.send(text)) stop();
}

}  // namespace quoth::tools
