// SPDX-License-Identifier: MIT
#include "tools/servers/lsp/lsp_server.hpp"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <utility>

#include "quoth/error.hpp"
#include "quoth/version.hpp"
#include "text/json/json_writer.hpp"
#include "text/unicode/control_characters.hpp"
#include "tools/servers/lsp/code_actions.hpp"
#include "tools/servers/lsp/hover.hpp"

namespace quoth::tools {

namespace {

// Codes of LSP beside those of JSON-RPC.
constexpr int server_not_initialized = -32002;
constexpr int request_cancelled = -32800;

constexpr std::size_t longest_message = std::size_t{32} << 20U;  // bytes: an article, and what JSON adds to it

bool has_item(text::JsonValue array, std::string_view item) {
  bool found = false;
  array.each([&](text::JsonValue one) { found = found || one.string() == item; });
  return found;
}

PositionEncoding encoding_for(text::JsonValue capabilities) {
  auto const known = capabilities["general"]["positionEncodings"];
  return has_item(known, to_string(PositionEncoding::utf8)) ? PositionEncoding::utf8 : PositionEncoding::utf16;
}

// The folder that the client works in; this process' where it does not say.
std::filesystem::path root_of(text::JsonValue params) {
  for (auto const uri : {params["workspaceFolders"].front()["uri"], params["rootUri"]})
    if (auto path = path_of_uri(uri.string())) return std::move(*path);
  return std::filesystem::current_path();
}

// A whole number of LSP; 0 for anything else.
std::int64_t version_of(text::JsonValue document) {
  constexpr double most = std::numeric_limits<std::int32_t>::max();
  auto const number = document["version"].number().value_or(0);
  return number >= -most && number <= most ? static_cast<std::int64_t>(number) : 0;
}

bool is_true(text::JsonValue value) { return value.truth().value_or(false); }

std::string capabilities_json(PositionEncoding encoding, bool pulls, bool has_actions) {
  constexpr int incremental = 2;  // TextDocumentSyncKind
  text::JsonWriter json;
  json.begin_object().key("capabilities").begin_object();
  json.field("positionEncoding", to_string(encoding));
  json.key("textDocumentSync").begin_object().field("openClose", true).field("change", incremental);
  json.field("save", true).end_object();
  json.field("hoverProvider", true);
  if (has_actions) {
    json.key("codeActionProvider").begin_object();
    json.key("codeActionKinds").begin_array().value("quickfix").end_array().end_object();
  }
  if (pulls) {
    json.key("diagnosticProvider").begin_object().field("identifier", "quoth");
    json.field("interFileDependencies", false).field("workspaceDiagnostics", false).end_object();
  }
  json.end_object().key("serverInfo").begin_object().field("name", "quoth").field("version", QUOTH_VERSION);
  return json.end_object().end_object().take();
}

// The same for the same diagnostics, short, and of no use to anybody else.
std::string result_id(std::string const& diagnostics) { return std::to_string(std::hash<std::string>()(diagnostics)); }

std::function<bool()> stop_of(RpcCall const& call) {
  return [&call] { return call.is_cancelled(); };
}

}  // namespace

JsonRpcOptions lsp_options() {
  JsonRpcOptions options;
  options.framing = Framing::content_length;
  options.longest_message = longest_message;
  options.cancel_method = "$/cancelRequest";
  options.cancelled_id = "id";
  options.cancelled_code = request_cancelled;
  return options;
}

LspServer::LspServer(JsonRpcLoop& loop, EditorSettings given) : loop_(loop), given_(std::move(given)) {
  loop_.on_request("initialize", [this](RpcCall const& call) { return initialize(call); });
  serve("shutdown", &LspServer::shut_down);
  serve("textDocument/diagnostic", &LspServer::diagnose);
  serve("textDocument/hover", &LspServer::hover);
  serve("textDocument/codeAction", &LspServer::code_actions);
  listen("initialized", &LspServer::initialized);
  listen("workspace/didChangeConfiguration", &LspServer::change_settings);
  listen("workspace/didChangeWatchedFiles", &LspServer::change_files);
  listen("textDocument/didOpen", &LspServer::open);
  listen("textDocument/didChange", &LspServer::change);
  listen("textDocument/didSave", &LspServer::save);
  listen("textDocument/didClose", &LspServer::close);
  loop_.on_notification("exit", [this](RpcCall const& /*call*/) { loop_.stop(); });
  loop_.on_idle([this] { publish(); });
}

void LspServer::serve(char const* method, Handler handler) {
  loop_.on_request(method, [this, handler](RpcCall const& call) {
    if (!is_initialized_) throw RpcError(server_not_initialized, "the first request must be initialize");
    if (was_shut_down_) throw RpcError(rpc_code::invalid_request, "the server was shut down");
    return (this->*handler)(call);
  });
}

void LspServer::listen(char const* method, Listener listener) {
  loop_.on_notification(method, [this, listener](RpcCall const& call) {
    if (is_initialized_ && !was_shut_down_) (this->*listener)(call);
  });
}

std::string LspServer::initialize(RpcCall const& call) {
  if (is_initialized_) throw RpcError(rpc_code::invalid_request, "initialize was called before");
  auto const params = call.params();
  auto const capabilities = params["capabilities"];
  auto const document = capabilities["textDocument"];
  auto const workspace = capabilities["workspace"];
  client_.diagnostics.encoding = encoding_for(capabilities);
  client_.diagnostics.has_related = is_true(document["publishDiagnostics"]["relatedInformation"]);
  client_.diagnostics.has_code_description = is_true(document["publishDiagnostics"]["codeDescriptionSupport"]);
  client_.pulls = document["diagnostic"].is_object();
  client_.refreshes = is_true(workspace["diagnostics"]["refreshSupport"]);
  client_.has_settings = is_true(workspace["configuration"]);
  client_.tells_settings = is_true(workspace["didChangeConfiguration"]["dynamicRegistration"]);
  client_.watches_files = is_true(workspace["didChangeWatchedFiles"]["dynamicRegistration"]);
  client_.reads_markdown = has_item(document["hover"]["contentFormat"], "markdown");
  client_.takes_actions = document["codeAction"]["codeActionLiteralSupport"].is_object();
  client_.takes_versions = is_true(workspace["workspaceEdit"]["documentChanges"]);
  desks_.begin(root_of(params), client_.diagnostics.encoding);
  is_initialized_ = true;
  at_start_ = given_;
  try {
    at_start_ = with_settings(given_, params["initializationOptions"]);
  } catch (Error const& error) {
    show(error.what());
  }
  desks_.set(at_start_);
  return capabilities_json(client_.diagnostics.encoding, client_.pulls, client_.takes_actions);
}

void LspServer::initialized(RpcCall const& /*call*/) {
  if (client_.has_settings) ask_for_settings();
  if (client_.tells_settings)
    register_for("workspace/didChangeConfiguration", [](text::JsonWriter& json) { json.field("section", "quoth"); });
  if (!client_.watches_files) return;
  register_for("workspace/didChangeWatchedFiles", [this](text::JsonWriter& json) {
    json.key("watchers").begin_array();
    for (auto const& pattern : desks_.watched()) json.begin_object().field("globPattern", pattern).end_object();
    json.end_array();
  });
}

std::string LspServer::shut_down(RpcCall const& /*call*/) {
  was_shut_down_ = true;
  return "null";
}

void LspServer::ask_for_settings() {
  loop_.request("workspace/configuration", R"({"items":[{"section":"quoth"}]})",
                [this](text::JsonValue result, text::JsonValue /*error*/) { take_settings(result.front()); });
}

// What the editor says goes behind what it gave at the start.
void LspServer::take_settings(text::JsonValue settings) {
  try {
    desks_.set(with_settings(at_start_, settings));
    recheck_all();
  } catch (Error const& error) {
    show(error.what());
  }
}

void LspServer::register_for(std::string const& method, std::function<void(text::JsonWriter&)> const& write_options) {
  text::JsonWriter json;
  json.begin_object().key("registrations").begin_array().begin_object();
  json.field("id", "quoth " + method).field("method", method).key("registerOptions").begin_object();
  write_options(json);
  json.end_object().end_object().end_array().end_object();
  loop_.request("client/registerCapability", json.take(), {});
}

// Clients that answer workspace/configuration send nothing with it; others the settings, in an object or not.
void LspServer::change_settings(RpcCall const& call) {
  if (client_.has_settings) return ask_for_settings();
  auto const settings = call.params()["settings"];
  take_settings(settings["quoth"] ? settings["quoth"] : settings);
}

void LspServer::change_files(RpcCall const& /*call*/) {
  desks_.refresh();
  recheck_all();
}

void LspServer::open(RpcCall const& call) {
  auto const item = call.params()["textDocument"];
  OpenDocument document{std::string(item["uri"].string()), std::string(format_of_language(item["languageId"].string())),
                        version_of(item), std::string(item["text"].string())};
  if (document.uri.empty() || document.format.empty()) return;
  desks_.refresh();
  auto const& open = open_[document.uri] = {document, std::nullopt};
  if (desks_.desk_for(open.document) == nullptr)
    tell("window/logMessage", MessageType::information,
         document.uri + " is not checked: no store is named for it, or quoth.toml leaves it out");
}

void LspServer::change(RpcCall const& call) {
  auto* const open = opened(call);
  if (open == nullptr) return;
  try {
    apply_changes(open->document.text, call.params()["contentChanges"], client_.diagnostics.encoding);
  } catch (RpcError const& error) {
    // From here on places of the client would not be ours.
    show(open->document.uri + ": " + error.what() + "; close the article and open it again");
    return close(call);
  }
  open->document.version = version_of(call.params()["textDocument"]);
  open->checked.reset();
  open->is_to_publish = true;
}

// Whoever saves may have changed a store or a transcript before.
void LspServer::save(RpcCall const& call) {
  if (opened(call) != nullptr) change_files(call);
}

void LspServer::close(RpcCall const& call) {
  auto const* const open = opened(call);
  if (open == nullptr) return;
  auto const uri = open->document.uri;
  open_.erase(uri);
  if (!client_.pulls) publish(uri, std::nullopt, "[]");
}

std::string LspServer::diagnose(RpcCall const& call) {
  auto const diagnostics = diagnostics_of(opened(call), stop_of(call));
  auto const id = result_id(diagnostics);
  if (call.params()["previousResultId"].string() == id) return R"({"kind":"unchanged","resultId":")" + id + R"("})";
  return R"({"kind":"full","resultId":")" + id + R"(","items":)" + diagnostics + "}";
}

std::string LspServer::hover(RpcCall const& call) {
  auto const place = place_in(call.params()["position"]);
  if (!place) throw RpcError(rpc_code::invalid_params, "\"position\" is missing, a line and a character");
  return of_text(opened(call), stop_of(call), "null", [&](CheckedText const& text, EditorDesk& /*desk*/) {
    return hover_json(text, *place, client_.diagnostics.encoding, client_.reads_markdown);
  });
}

std::string LspServer::code_actions(RpcCall const& call) {
  auto const range = range_in(call.params()["range"]);
  if (!range) throw RpcError(rpc_code::invalid_params, "\"range\" is missing, with a start and an end");
  auto const kinds = call.params()["context"]["only"];
  if (!client_.takes_actions || (kinds.is_array() && !has_item(kinds, "quickfix") && !has_item(kinds, ""))) return "[]";
  auto* const open = opened(call);
  return of_text(open, stop_of(call), "[]", [&](CheckedText const& text, EditorDesk& desk) {
    return code_actions_json(text, desk, {open->document, client_.diagnostics.encoding, client_.takes_versions},
                             *range);
  });
}

std::string LspServer::of_text(Open* open, Stop const& stop, std::string nothing, Answer const& answer) {
  if (open == nullptr) return nothing;
  try {
    auto* const desk = desks_.desk_for(open->document);
    if (desk == nullptr) return nothing;
    check(*open, *desk, stop);
    return answer(*open->checked, *desk);
  } catch (RpcCancelled const&) {
    throw;
  } catch (std::exception const& error) {
    show(error.what());
    return nothing;
  }
}

LspServer::Open* LspServer::opened(RpcCall const& call) {
  auto const found = open_.find(std::string(call.params()["textDocument"]["uri"].string()));
  return found == open_.end() ? nullptr : &found->second;
}

void LspServer::check(Open& open, EditorDesk& desk, Stop const& stop) {
  if (open.checked) return;
  CheckWatch watch;
  watch.stop = stop;
  try {
    open.checked = desk.check(open.document, watch);
  } catch (Error const&) {
    if (stop()) throw RpcCancelled();
    throw;
  }
}

std::string LspServer::diagnostics_of(Open* open, Stop const& stop) {
  return of_text(open, stop, "[]", [&](CheckedText const& text, EditorDesk& desk) {
    return diagnostics_json(text, desk, client_.diagnostics);
  });
}

void LspServer::recheck_all() {
  shown_.clear();
  for (auto& [uri, open] : open_) {
    open.checked.reset();
    open.is_to_publish = true;
  }
  if (client_.pulls && client_.refreshes && !open_.empty()) loop_.request("workspace/diagnostic/refresh", "", {});
}

// Stops where a message comes, which may be the next key; what was looked up is remembered.
void LspServer::publish() {
  if (client_.pulls || was_shut_down_) return;
  for (auto& [uri, open] : open_) {
    if (!open.is_to_publish) continue;
    auto const diagnostics = diagnostics_of(&open, [this] { return loop_.has_waiting(); });
    open.is_to_publish = false;
    publish(uri, open.document.version, diagnostics);
  }
}

void LspServer::publish(std::string const& uri, std::optional<std::int64_t> version, std::string const& diagnostics) {
  auto params = R"({"uri":)" + text::json_string(uri);
  if (version) params += R"(,"version":)" + std::to_string(*version);
  loop_.notify("textDocument/publishDiagnostics", params + R"(,"diagnostics":)" + diagnostics + "}");
}

// Once: it would come again at each key.
void LspServer::show(std::string const& message) {
  if (shown_.insert(message).second) tell("window/showMessage", MessageType::error, message);
}

void LspServer::tell(std::string_view method, MessageType type, std::string const& message) {
  text::JsonWriter json;
  json.begin_object().field("type", static_cast<int>(type));
  json.field("message", text::without_controls("quoth: " + message)).end_object();
  loop_.notify(method, json.take());
}

}  // namespace quoth::tools
