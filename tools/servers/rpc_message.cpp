// SPDX-License-Identifier: MIT
#include "tools/servers/rpc_message.hpp"

#include <utility>

#include "quoth/error.hpp"
#include "text/json/json_writer.hpp"

namespace quoth::tools {

namespace {

// A string or a whole number; empty for anything else. The protocols on top allow no null and no fractions.
std::string id_json_of(text::JsonValue id) { return id.is_string() ? text::json_string(id.string()) : id.label(); }

std::string fault_of_call(text::JsonValue root, std::string const& id) {
  auto const params = root["params"];
  if (root["method"].string().empty()) return "a message needs a \"method\", a string";
  if (root["id"].is_there() && id.empty()) return "\"id\" must be a string or a whole number";
  if (params && !params.is_object() && !params.is_array()) return "\"params\" must be an object or an array";
  return {};
}

RpcMessage message_of(text::JsonValue root, std::shared_ptr<text::JsonDocument> const& whole) {
  RpcMessage message;
  message.whole = whole;
  message.id = id_json_of(root["id"]);
  if (!root.is_object()) {
    message.fault = "a message is a JSON object";
  } else if (root["jsonrpc"].string() != "2.0") {
    message.fault = "\"jsonrpc\" must be \"2.0\"";
  } else if (!root["method"].is_there() && (root["result"].is_there() || root["error"].is_there())) {
    message.kind = RpcMessage::Kind::response;
    message.params = root["result"];
    message.error = root["error"];
  } else {
    message.fault = fault_of_call(root, message.id);
    message.kind = message.id.empty() ? RpcMessage::Kind::notification : RpcMessage::Kind::request;
    message.method = root["method"].string();
    message.params = root["params"];
  }
  return message;
}

std::string beginning() { return R"({"jsonrpc":"2.0",)"; }

}  // namespace

RpcMessages rpc_messages(std::string_view bytes, std::size_t depth) {
  std::shared_ptr<text::JsonDocument> whole;
  try {
    whole = std::make_shared<text::JsonDocument>(bytes, depth, "message");
  } catch (Error const& error) {
    throw RpcError(rpc_code::parse_error, error.what());
  }
  auto const root = whole->root();
  RpcMessages found;
  found.is_batch = root.is_array();
  if (!found.is_batch) {
    found.messages.push_back(message_of(root, whole));
    found.messages.back().bytes = bytes.size();
    return found;
  }
  if (root.size() == 0) throw RpcError(rpc_code::invalid_request, "a batch of messages is empty");
  if (root.size() > most_in_batch)
    throw RpcError(rpc_code::invalid_request, "a batch has over " + std::to_string(most_in_batch) + " messages");
  found.messages.reserve(root.size());
  root.each([&](text::JsonValue item) {
    found.messages.push_back(message_of(item, whole));
    found.messages.back().bytes = bytes.size() / root.size();
  });
  return found;
}

std::string rpc_result(std::string_view id_json, std::string_view result_json) {
  return beginning().append("\"id\":").append(id_json).append(",\"result\":").append(result_json) + "}";
}

std::string rpc_error(std::string_view id_json, int code, std::string_view message) {
  text::JsonWriter error;
  error.begin_object().field("code", code).field("message", message).end_object();
  auto const id = id_json.empty() ? std::string_view("null") : id_json;
  return beginning().append("\"id\":").append(id).append(",\"error\":").append(error.view()) + "}";
}

std::string rpc_notification(std::string_view method, std::string_view params_json) {
  return beginning()
             .append("\"method\":")
             .append(text::json_string(method))
             .append(",\"params\":")
             .append(params_json) +
         "}";
}

std::string rpc_request(std::string_view id_json, std::string_view method, std::string_view params_json) {
  auto text = beginning().append("\"id\":").append(id_json).append(",\"method\":").append(text::json_string(method));
  if (!params_json.empty()) text.append(",\"params\":").append(params_json);
  return text + "}";
}

}  // namespace quoth::tools
