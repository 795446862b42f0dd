// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/db/store_fixture.hpp"
#include "tests/tools/servers/loop_peer.hpp"
#include "tools/servers/lsp/lsp_server.hpp"

namespace quoth::test {

// Articles with one quotation of the council meeting that is not as it was said.
inline constexpr auto distorted =
    "# The ferry\n\nIt was late. “The ferry terminal will close in November,” Mayor Adaeze Okoro said.\n";
inline constexpr auto altered = "“The ferry terminal will not close by November,” Mayor Adaeze Okoro said.\n";

// An editor that works in a folder of its own, with a store of the council meeting and its transcript in it, and the
// language server that it has started.
class EditorSession {
 public:
  EditorSession();
  EditorSession(EditorSession const&) = delete;
  EditorSession& operator=(EditorSession const&) = delete;
  ~EditorSession();

  std::filesystem::path folder() const { return folder_.path(); }
  void write(std::string const& name, std::string const& content) const;
  std::string uri_of(std::string const& name) const;

  // What the editor can do; before `start`. The least by default, which is what the oldest clients send.
  nlohmann::json capabilities = nlohmann::json::object();
  nlohmann::json initialization_options;
  tools::EditorSettings given;

  // initialize and initialized; gives the server's answer.
  nlohmann::json start();
  void tell(std::string const& method, nlohmann::json const& params);
  // The answer to a request: what came before it is dropped.
  nlohmann::json request(std::string const& method, nlohmann::json const& params);
  nlohmann::json result(std::string const& method, nlohmann::json const& params) {
    return request(method, params).at("result");
  }
  // The next message of that method: what came before it is dropped.
  nlohmann::json next(std::string const& method);
  void answer(nlohmann::json const& request, nlohmann::json const& result);

  void open(std::string const& name, std::string const& text, std::string const& language = "markdown");
  // Replaces characters of one line.
  void type(std::string const& name, int line, int first, int last, std::string const& text);
  // Those of the next publication, which must be of that article.
  nlohmann::json diagnostics(std::string const& name);
  // The text after the edits of a code action.
  static std::string edited(std::string const& text, nlohmann::json const& action);

  // Ends the loop, and gives whether the session ended as it should.
  bool finish();

 private:
  LoopPeer& peer();

  Folder folder_;
  std::unique_ptr<tools::LspServer> server_;
  std::unique_ptr<LoopPeer> peer_;
  int last_id_ = 0;
  int version_ = 0;
};

}  // namespace quoth::test
