// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "text/json/json_writer.hpp"
#include "tools/servers/json_rpc_loop.hpp"
#include "tools/servers/lsp/diagnostics.hpp"
#include "tools/servers/lsp/editor_desks.hpp"

namespace quoth::tools {

// How LSP uses the loop.
JsonRpcOptions lsp_options();

// The language server: LSP 3.17 (https://microsoft.github.io/language-server-protocol) over a loop. It checks Markdown,
// plain text and HTML as they stand in the editor, and gives diagnostics, pulled where the client asks for them and
// else pushed, hovers and quick fixes. All runs on the loop's thread.
class LspServer {
 public:
  // The loop must outlive it. `given` holds where the editor sets nothing.
  LspServer(JsonRpcLoop& loop, EditorSettings given);
  LspServer(LspServer const&) = delete;
  LspServer& operator=(LspServer const&) = delete;
  ~LspServer() = default;

  // Whether the client ended the session as the protocol has it, with shutdown before exit.
  bool was_shut_down() const { return was_shut_down_; }

 private:
  struct Open {
    OpenDocument document;
    std::optional<CheckedText> checked;  // nothing where it has changed since
    bool is_to_publish = true;
  };
  struct Client {
    DiagnosticOptions diagnostics;
    bool pulls = false;
    bool refreshes = false;       // pulls again when it is asked to
    bool has_settings = false;    // answers workspace/configuration
    bool tells_settings = false;  // tells of a change of settings where it is asked to
    bool watches_files = false;   // takes patterns of files to watch
    bool reads_markdown = false;
    bool takes_actions = false;   // not only commands
    bool takes_versions = false;  // edits may name the version that they are of
  };
  using Handler = std::string (LspServer::*)(RpcCall const&);
  using Listener = void (LspServer::*)(RpcCall const&);

  void serve(char const* method, Handler handler);
  void listen(char const* method, Listener listener);

  std::string initialize(RpcCall const& call);
  void initialized(RpcCall const& call);
  std::string shut_down(RpcCall const& call);
  void change_settings(RpcCall const& call);
  void change_files(RpcCall const& call);
  void open(RpcCall const& call);
  void change(RpcCall const& call);
  void save(RpcCall const& call);
  void close(RpcCall const& call);
  std::string diagnose(RpcCall const& call);
  std::string hover(RpcCall const& call);
  std::string code_actions(RpcCall const& call);

  void ask_for_settings();
  void take_settings(text::JsonValue settings);
  // Asks the client to send notifications of that method.
  void register_for(std::string const& method, std::function<void(text::JsonWriter&)> const& write_options);
  void recheck_all();
  void publish();
  void publish(std::string const& uri, std::optional<std::int64_t> version, std::string const& diagnostics);
  // Of an open document that can hold quotations; null for others.
  Open* opened(RpcCall const& call);
  using Stop = std::function<bool()>;
  using Answer = std::function<std::string(CheckedText const&, EditorDesk&)>;
  // Throws Error, and RpcCancelled where it was stopped.
  static void check(Open& open, EditorDesk& desk, Stop const& stop);
  // The answer for an open document, once it is checked; `nothing` where there is none, and, told to the user, where it
  // cannot be checked. Throws RpcCancelled.
  std::string of_text(Open* open, Stop const& stop, std::string nothing, Answer const& answer);
  // The diagnostics as JSON.
  std::string diagnostics_of(Open* open, Stop const& stop);
  void show(std::string const& message);
  enum class MessageType { error = 1, warning = 2, information = 3, log = 4 };
  void tell(std::string_view method, MessageType type, std::string const& message);

  JsonRpcLoop& loop_;
  EditorSettings given_;
  EditorSettings at_start_;  // with what the client gave with `initialize`
  Client client_;
  EditorDesks desks_;
  std::map<std::string, Open> open_;  // by URI
  std::set<std::string> shown_;       // messages, since files last changed
  bool is_initialized_ = false;
  bool was_shut_down_ = false;
};

}  // namespace quoth::tools
