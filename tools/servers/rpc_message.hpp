// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "text/json/json_value.hpp"

namespace quoth::tools {

// The codes that JSON-RPC 2.0 gives to errors (https://www.jsonrpc.org/specification, 5.1). Protocols have others.
namespace rpc_code {
constexpr int parse_error = -32700;
constexpr int invalid_request = -32600;
constexpr int method_not_found = -32601;
constexpr int invalid_params = -32602;
constexpr int internal_error = -32603;
}  // namespace rpc_code

// The answer to a request that cannot be served: a code, and one line that says why.
class RpcError : public std::runtime_error {
 public:
  RpcError(int code, std::string const& message) : std::runtime_error(message), code_(code) {}

  int code() const { return code_; }

 private:
  int code_;
};

// A message of JSON-RPC 2.0, as it came.
struct RpcMessage {
  enum class Kind { request, notification, response };

  Kind kind = Kind::notification;
  std::string id;                             // as JSON: 7, "seven"; empty where a message has none, or an unusable one
  std::string method;                         // empty for a response
  text::JsonValue params;                     // an object, an array or absent; of a response its result
  text::JsonValue error;                      // of a response that has one
  std::shared_ptr<text::JsonDocument> whole;  // what the values are in
  std::size_t bytes = 0;                      // its length, in a batch about
  // Why it cannot be taken, then nothing else holds but the id; empty for nothing.
  std::string fault;
};

// One message, or what an array (a batch) holds.
struct RpcMessages {
  std::vector<RpcMessage> messages;  // at least one
  bool is_batch = false;
};

// Reads the text of a message. Values nest at most so deep. Throws RpcError where it is no JSON, or an empty batch or
// one of more than `most_in_batch`; a message that is JSON and no message has a fault.
RpcMessages rpc_messages(std::string_view bytes, std::size_t depth);
constexpr std::size_t most_in_batch = 100;

// Messages to send; what is named `..._json` is JSON already.
std::string rpc_result(std::string_view id_json, std::string_view result_json);
// With an empty id it is null, as where a request cannot be read.
std::string rpc_error(std::string_view id_json, int code, std::string_view message);
std::string rpc_notification(std::string_view method, std::string_view params_json);
// Parameters that are empty are left out.
std::string rpc_request(std::string_view id_json, std::string_view method, std::string_view params_json);

}  // namespace quoth::tools
