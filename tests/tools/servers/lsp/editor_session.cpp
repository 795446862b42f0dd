// SPDX-License-Identifier: MIT
#include "tests/tools/servers/lsp/editor_session.hpp"

#include <doctest/doctest.h>

#include <fstream>

using nlohmann::json;

namespace quoth::test {

EditorSession::EditorSession() {
  given.store = (folder() / "quotes.db").string();
  auto store = Store::open_writable(given.store);
  store.ingest(council_meeting());
  std::string transcript;
  for (auto const& utterance : council_meeting().utterances)
    transcript += (utterance.speaker.empty() ? "" : utterance.speaker + ": ") + utterance.text + "\n";
  write("meetings/april.txt", transcript);
}

EditorSession::~EditorSession() { peer_.reset(); }

void EditorSession::write(std::string const& name, std::string const& content) const {
  auto const file = folder() / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << content;
}

std::string EditorSession::uri_of(std::string const& name) const { return tools::uri_of_path(folder() / name); }

LoopPeer& EditorSession::peer() {
  if (!peer_)
    peer_ = std::make_unique<LoopPeer>(tools::lsp_options(), [this](tools::JsonRpcLoop& loop) {
      server_ = std::make_unique<tools::LspServer>(loop, given);
    });
  return *peer_;
}

json EditorSession::start() {
  json params{{"processId", nullptr}, {"rootUri", tools::uri_of_path(folder())}, {"capabilities", capabilities}};
  if (!initialization_options.is_null()) params["initializationOptions"] = initialization_options;
  auto answer = result("initialize", params);
  tell("initialized", json::object());
  return answer;
}

void EditorSession::tell(std::string const& method, json const& params) {
  peer().send(json{{"jsonrpc", "2.0"}, {"method", method}, {"params", params}}.dump());
}

json EditorSession::request(std::string const& method, json const& params) {
  auto const id = ++last_id_;
  peer().send(json{{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}}.dump());
  while (true) {
    auto const text = peer().receive();
    REQUIRE_MESSAGE(!text.empty(), method);
    auto message = json::parse(text);
    if (message.value("id", json()) == id && !message.contains("method")) return message;
  }
}

json EditorSession::next(std::string const& method) {
  while (true) {
    auto const text = peer().receive();
    REQUIRE_MESSAGE(!text.empty(), method);
    auto message = json::parse(text);
    if (message.value("method", "") == method) return message;
  }
}

void EditorSession::answer(json const& request, json const& result) {
  peer().send(json{{"jsonrpc", "2.0"}, {"id", request.at("id")}, {"result", result}}.dump());
}

void EditorSession::open(std::string const& name, std::string const& text, std::string const& language) {
  tell("textDocument/didOpen",
       {{"textDocument", {{"uri", uri_of(name)}, {"languageId", language}, {"version", ++version_}, {"text", text}}}});
}

void EditorSession::type(std::string const& name, int line, int first, int last, std::string const& text) {
  json const range{{"start", {{"line", line}, {"character", first}}}, {"end", {{"line", line}, {"character", last}}}};
  tell("textDocument/didChange", {{"textDocument", {{"uri", uri_of(name)}, {"version", ++version_}}},
                                  {"contentChanges", json::array({{{"range", range}, {"text", text}}})}});
}

json EditorSession::diagnostics(std::string const& name) {
  auto const params = next("textDocument/publishDiagnostics").at("params");
  CHECK(params.at("uri") == uri_of(name));
  return params.at("diagnostics");
}

std::string EditorSession::edited(std::string const& text, json const& action) {
  json changes = json::array();
  auto const edits = action.at("edit").at("changes").begin().value();
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit)
    changes.push_back({{"range", edit->at("range")}, {"text", edit->at("newText")}});
  text::JsonDocument const document(changes.dump(), 20, "edits");
  auto changed = text;
  tools::apply_changes(changed, document.root(), tools::PositionEncoding::utf16);
  return changed;
}

bool EditorSession::finish() {
  peer().finish();
  return server_->was_shut_down();
}

}  // namespace quoth::test
