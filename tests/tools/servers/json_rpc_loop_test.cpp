// SPDX-License-Identifier: MIT
#include "tools/servers/json_rpc_loop.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <semaphore>
#include <set>
#include <thread>

#include "quoth/error.hpp"
#include "tests/tools/servers/loop_peer.hpp"
#include "text/json/json_writer.hpp"

using namespace quoth;
using namespace quoth::tools;
using nlohmann::json;
using quoth::test::LoopPeer;

namespace {

JsonRpcOptions lines() {
  JsonRpcOptions options;
  options.longest_message = 20'000;
  options.depth = 20;
  options.cancel_method = "cancel";
  options.cancelled_id = "requestId";
  return options;
}

// A loop with one method of each kind.
void set_up(JsonRpcLoop& loop) {
  loop.on_request("echo", [](RpcCall const& call) { return text::json_string(call.params()["text"].string()); });
  loop.on_request("refuse", [](RpcCall const& /*call*/) -> std::string { throw RpcError(-32602, "no \"text\""); });
  loop.on_request("fail", [](RpcCall const& /*call*/) -> std::string { throw Error("the store is gone"); });
  loop.on_request("wait", [](RpcCall const& call) -> std::string {
    while (true) call.stop_if_cancelled();
  });
  loop.on_request(
      "ping", [](RpcCall const& /*call*/) { return "{}"; }, JsonRpcLoop::When::at_once);
}

json answer_to(LoopPeer& peer, std::string const& message) {
  peer.send(message);
  return json::parse(peer.receive());
}

std::string request(std::string const& id, std::string const& method, std::string const& params = "{}") {
  return R"({"jsonrpc":"2.0","id":)" + id + R"(,"method":")" + method + R"(","params":)" + params + "}";
}

std::string cancel(std::string const& id) {
  return R"({"jsonrpc":"2.0","method":"cancel","params":{"requestId":)" + id + "}}";
}

}  // namespace

TEST_CASE("a request is answered with its id, a string or a number") {
  LoopPeer peer(lines(), set_up);
  CHECK(answer_to(peer, request("7", "echo", R"({"text":"a\u0007\u202eb"})")) ==
        json::parse(R"({"jsonrpc":"2.0","id":7,"result":"a\u0007\u202eb"})"));
  CHECK(answer_to(peer, request(R"("x\"y")", "echo"))["id"] == "x\"y");
  CHECK(answer_to(peer, request("-1", "echo"))["id"] == -1);
}

TEST_CASE("text goes out with control and bidirectional characters escaped, on one line") {
  LoopPeer peer(lines(), set_up);
  peer.send(request("1", "echo", R"({"text":"a\n\u001b[31m\u202e\u0000b"})"));
  CHECK(peer.receive() == R"({"jsonrpc":"2.0","id":1,"result":"a\n\u001b[31m\u202e\u0000b"})");
}

TEST_CASE("errors have the codes of JSON-RPC") {
  LoopPeer peer(lines(), set_up);
  struct Case {
    std::string message;
    int code;
    json id;
  };
  auto const deep = std::string(30, '[') + std::string(30, ']');
  for (auto const& given : {
           Case{"{", -32700, nullptr},
           Case{"nonsense", -32700, nullptr},
           Case{"\xff\xfe", -32700, nullptr},
           Case{request("1", "echo", deep), -32700, nullptr},
           Case{"7", -32600, nullptr},
           Case{"[]", -32600, nullptr},
           Case{R"({"id":1,"method":"echo"})", -32600, 1},
           Case{R"({"jsonrpc":"1.0","id":1,"method":"echo"})", -32600, 1},
           Case{R"({"jsonrpc":"2.0","id":1})", -32600, 1},
           Case{R"({"jsonrpc":"2.0","id":1,"method":5})", -32600, 1},
           Case{R"({"jsonrpc":"2.0","id":null,"method":"echo"})", -32600, nullptr},
           Case{R"({"jsonrpc":"2.0","id":1.5,"method":"echo"})", -32600, nullptr},
           Case{R"({"jsonrpc":"2.0","id":{},"method":"echo"})", -32600, nullptr},
           Case{request("1", "echo", "\"text\""), -32600, 1},
           Case{std::string(30'000, ' ') + "{}", -32600, nullptr},
           Case{request("2", "unknown"), -32601, 2},
           Case{request("3", "refuse"), -32602, 3},
           Case{request("4", "fail"), -32603, 4},
       }) {
    CAPTURE(given.message);
    auto const answer = answer_to(peer, given.message);
    CHECK(answer["error"]["code"] == given.code);
    CHECK(answer["id"] == given.id);
    CHECK(answer["jsonrpc"] == "2.0");
  }
  CHECK(answer_to(peer, request("5", "fail"))["error"]["message"] == "the store is gone");
}

TEST_CASE("notifications and answers to nothing are not answered") {
  LoopPeer peer(lines(), set_up);
  peer.send(R"({"jsonrpc":"2.0","method":"echo"})");
  peer.send(R"({"jsonrpc":"2.0","method":"unknown"})");
  peer.send(R"({"jsonrpc":"2.0","id":99,"result":{}})");
  peer.send(R"({"jsonrpc":"2.0","id":99,"error":{"code":1,"message":"x"}})");
  peer.send(cancel("12"));
  peer.send(cancel("{}"));
  CHECK(answer_to(peer, request("1", "ping"))["id"] == 1);
}

TEST_CASE("a request that is cancelled, running or waiting, has no answer where the protocol wants none") {
  LoopPeer peer(lines(), set_up);
  peer.send(request("1", "wait"));
  peer.send(request("\"two\"", "echo"));
  peer.send(cancel("\"two\""));
  peer.send(cancel("1"));
  CHECK(answer_to(peer, request("3", "echo"))["id"] == 3);
}

TEST_CASE("a request that is cancelled is answered with the protocol's code where it has one") {
  auto options = lines();
  options.cancelled_code = -32800;
  LoopPeer peer(options, set_up);
  peer.send(request("1", "wait"));
  peer.send(cancel("1"));
  CHECK(json::parse(peer.receive())["error"]["code"] == -32800);
}

TEST_CASE("what is answered at once does not wait for what runs") {
  LoopPeer peer(lines(), set_up);
  peer.send(request("1", "wait"));
  CHECK(answer_to(peer, request("2", "ping"))["id"] == 2);
  peer.send(cancel("1"));
}

TEST_CASE("an id is free again once its request is answered") {
  LoopPeer peer(lines(), set_up);
  peer.send(request("1", "wait"));
  CHECK(answer_to(peer, request("1", "echo"))["error"]["code"] == -32600);
  peer.send(cancel("1"));
  CHECK(answer_to(peer, request("2", "echo")).contains("result"));
  CHECK(answer_to(peer, request("1", "echo")).contains("result"));
}

TEST_CASE("an array of messages is answered with an array") {
  LoopPeer peer(lines(), set_up);
  auto const answers = answer_to(peer, "[" + request("1", "echo") + "," + R"({"jsonrpc":"2.0","method":"echo"},5,)" +
                                           request("2", "unknown") + "," + request("3", "ping") + "]");
  REQUIRE(answers.size() == 4);
  std::set<std::string> ids;
  for (auto const& answer : answers) ids.insert(answer["id"].dump());
  CHECK(ids == std::set<std::string>{"1", "2", "3", "null"});
  peer.send(R"([{"jsonrpc":"2.0","method":"echo"}])");
  CHECK(answer_to(peer, request("4", "echo"))["id"] == 4);
  std::string many = "[1";
  for (int i = 0; i < 200; ++i) many += ",1";
  CHECK(answer_to(peer, many + "]")["error"]["code"] == -32600);
}

TEST_CASE("all that came before the end of the input is answered") {
  LoopPeer peer(lines(), set_up);
  for (int i = 0; i < 50; ++i) peer.send(request(std::to_string(i), "echo"));
  peer.send_bytes(request("50", "echo"));  // without the line's end
  peer.finish();
  for (int i = 0; i <= 50; ++i) CHECK(json::parse(peer.receive())["id"] == i);
  CHECK(peer.receive().empty());
}

TEST_CASE("messages go both ways") {
  std::atomic<bool> is_told = false;
  LoopPeer peer(lines(), [&](JsonRpcLoop& loop) {
    loop.on_notification("tell", [&](RpcCall const& call) {
      is_told = call.params()["now"].truth() == true;
      loop.notify("told", R"({"a":1})");
      loop.request("config", R"({"b":2})", [&loop](text::JsonValue result, text::JsonValue error) {
        loop.notify(error ? "refused" : "given", text::json_string(result["c"].string()));
      });
    });
  });
  peer.send(R"({"jsonrpc":"2.0","method":"tell","params":{"now":true}})");
  CHECK(peer.receive() == R"({"jsonrpc":"2.0","method":"told","params":{"a":1}})");
  auto const asked = json::parse(peer.receive());
  CHECK(asked["method"] == "config");
  CHECK(asked["params"]["b"] == 2);
  CHECK(is_told);
  peer.send(R"({"jsonrpc":"2.0","id":)" + asked["id"].dump() + R"(,"result":{"c":"yes"}})");
  CHECK(json::parse(peer.receive())["params"] == "yes");
}

TEST_CASE("a loop that is stopped drops what waits, and ends though its input goes on") {
  LoopPeer peer(lines(), [](JsonRpcLoop& loop) {
    loop.on_notification("exit", [&loop](RpcCall const& /*call*/) { loop.stop(); });
    set_up(loop);
  });
  peer.send(R"({"jsonrpc":"2.0","method":"exit"})");
  CHECK(peer.receive().empty());
}

TEST_CASE("a peer that sends more than is served waits, and is served") {
  std::binary_semaphore may_go{0};
  LoopPeer peer(lines(), [&](JsonRpcLoop& loop) {
    loop.on_request("hold", [&](RpcCall const& /*call*/) {
      may_go.acquire();
      return "{}";
    });
    set_up(loop);
  });
  peer.send(request("0", "hold"));
  std::thread sender([&] {
    auto const text = std::string(10'000, 'x');
    for (int i = 1; i <= 100; ++i) peer.send(request(std::to_string(i), "echo", R"({"text":")" + text + "\"}"));
  });
  may_go.release();
  for (int i = 0; i <= 100; ++i) CHECK(json::parse(peer.receive())["id"] == i);
  sender.join();
}

TEST_CASE("the same loop reads messages behind headers") {
  auto options = lines();
  options.framing = Framing::content_length;
  LoopPeer peer(options, set_up);
  CHECK(answer_to(peer, request("1", "echo", R"({"text":"two\nlines"})"))["result"] == "two\nlines");
  CHECK(answer_to(peer, std::string(30'000, ' '))["error"]["code"] == -32600);
  CHECK(answer_to(peer, request("2", "ping"))["id"] == 2);
  peer.send_bytes("nonsense\r\n\r\n");
  CHECK(json::parse(peer.receive())["error"]["code"] == -32700);
  CHECK(peer.receive().empty());
}
