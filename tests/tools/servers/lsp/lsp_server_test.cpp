// SPDX-License-Identifier: MIT
#include "tools/servers/lsp/lsp_server.hpp"

#include <doctest/doctest.h>

#include "tests/tools/servers/lsp/editor_session.hpp"

using namespace quoth;
using namespace quoth::tools;
using nlohmann::json;
using quoth::test::altered;
using quoth::test::distorted;
using quoth::test::EditorSession;

namespace {

json at(EditorSession const& session, std::string const& name, int line, int character) {
  return {{"textDocument", {{"uri", session.uri_of(name)}}}, {"position", {{"line", line}, {"character", character}}}};
}

json within(EditorSession const& session, std::string const& name, int line, int first, int last) {
  return {
      {"textDocument", {{"uri", session.uri_of(name)}}},
      {"range", {{"start", {{"line", line}, {"character", first}}}, {"end", {{"line", line}, {"character", last}}}}},
      {"context", {{"diagnostics", json::array()}}}};
}

json action_named(json const& actions, std::string const& title) {
  for (auto const& action : actions)
    if (std::string(action.at("title")).starts_with(title)) return action;
  return {};
}

constexpr auto takes_actions =
    R"({"textDocument":{"codeAction":{"codeActionLiteralSupport":{"codeActionKind":{"valueSet":["quickfix"]}}}}})";

// The actions at a place of an article that is opened for it.
json actions_at(EditorSession& session, std::string const& name, std::string const& text, int line, int character,
                std::string const& language = "markdown") {
  session.capabilities = json::parse(takes_actions);
  session.start();
  session.open(name, text, language);
  return session.result("textDocument/codeAction", within(session, name, line, character, character));
}

}  // namespace

TEST_CASE("an article that is opened has a diagnostic at the words that are wrong") {
  EditorSession session;
  session.start();
  session.open("ferry.md", distorted);
  auto const found = session.diagnostics("ferry.md");
  REQUIRE(found.size() == 1);
  CHECK(found[0]["code"] == "distorted");
  CHECK(found[0]["source"] == "quoth");
  CHECK(found[0]["severity"] == 1);
  CHECK(found[0]["range"] == json::parse(R"({"start":{"line":2,"character":14},"end":{"line":2,"character":56}})"));
  CHECK(std::string(found[0]["message"]).find("Harrow Bay council meeting") != std::string::npos);
  CHECK(!found[0].contains("relatedInformation"));
}

TEST_CASE("a diagnostic leads to the line of the transcript where the client can follow it") {
  EditorSession session;
  session.capabilities = json::parse(R"({"textDocument":{"publishDiagnostics":{"relatedInformation":true}}})");
  session.start();
  session.open("ferry.md", distorted);
  auto const related = session.diagnostics("ferry.md")[0]["relatedInformation"];
  REQUIRE(related.size() == 1);
  CHECK(related[0]["location"]["uri"] == session.uri_of("meetings/april.txt"));
  CHECK(related[0]["location"]["range"]["start"] == json::parse(R"({"line":0,"character":37})"));
}

TEST_CASE("a key that mends a quotation takes its diagnostic away") {
  EditorSession session;
  session.start();
  session.open("ferry.md", distorted);
  CHECK(session.diagnostics("ferry.md").size() == 1);
  session.type("ferry.md", 2, 37, 37, " not");
  CHECK(session.diagnostics("ferry.md").empty());
}

TEST_CASE("an article that is closed has no diagnostics any more") {
  EditorSession session;
  session.start();
  session.open("ferry.md", distorted);
  CHECK(session.diagnostics("ferry.md").size() == 1);
  session.tell("textDocument/didClose", {{"textDocument", {{"uri", session.uri_of("ferry.md")}}}});
  CHECK(session.diagnostics("ferry.md").empty());
}

TEST_CASE("places are bytes of UTF-8 where the client offers them") {
  EditorSession session;
  session.capabilities = json::parse(R"({"general":{"positionEncodings":["utf-16","utf-8"]}})");
  CHECK(session.start()["capabilities"]["positionEncoding"] == "utf-8");
  session.open("ferry.md", distorted);
  CHECK(session.diagnostics("ferry.md")[0]["range"]["start"]["character"] == 16);
}

TEST_CASE("plain text and HTML are checked, a language without articles is not") {
  EditorSession session;
  session.start();
  session.open("ferry.txt", altered, "plaintext");
  CHECK(session.diagnostics("ferry.txt").size() == 1);
  session.open("ferry.html", "<p>“The ferry terminal <b>will</b> close in November,” Mayor Adaeze Okoro said.</p>",
               "html");
  auto const found = session.diagnostics("ferry.html");
  REQUIRE(found.size() == 1);
  CHECK(found[0]["range"]["start"]["character"] == 4);
  session.open("ferry.cpp", altered, "cpp");
  session.open("other.md", "Nobody said a word.\n");
  CHECK(session.diagnostics("other.md").empty());
}

TEST_CASE("a client that pulls gets diagnostics when it asks, and is told where nothing changed") {
  EditorSession session;
  session.capabilities = json::parse(R"({"textDocument":{"diagnostic":{}}})");
  CHECK(session.start()["capabilities"]["diagnosticProvider"]["identifier"] == "quoth");
  session.open("ferry.md", distorted);
  json asked{{"textDocument", {{"uri", session.uri_of("ferry.md")}}}};
  auto const first = session.result("textDocument/diagnostic", asked);
  CHECK(first["kind"] == "full");
  CHECK(first["items"].size() == 1);
  asked["previousResultId"] = first["resultId"];
  session.type("ferry.md", 2, 0, 0, "Then. ");
  session.type("ferry.md", 2, 0, 6, "");
  auto const second = session.result("textDocument/diagnostic", asked);
  CHECK(second["kind"] == "unchanged");
  CHECK(second["resultId"] == first["resultId"]);
}

TEST_CASE("a hover over a quotation shows the passage with its context, and no word of it is markup") {
  EditorSession session;
  session.capabilities = json::parse(R"({"textDocument":{"hover":{"contentFormat":["markdown"]}}})");
  session.start();
  session.open("ferry.md", distorted);
  auto const hover = session.result("textDocument/hover", at(session, "ferry.md", 2, 20));
  CHECK(hover["contents"]["kind"] == "markdown");
  std::string const text = hover["contents"]["value"];
  CAPTURE(text);
  CHECK(text.starts_with("**distorted**: "));
  CHECK(text.find("**The ferry terminal will not close in November,** whatever") != std::string::npos);
  CHECK(text.find("Good evening, everyone.") != std::string::npos);
  CHECK(text.find("Adaeze Okoro, turn 1 at 0:00 \\[council-2031-04-02\\]") != std::string::npos);
  CHECK(session.result("textDocument/hover", at(session, "ferry.md", 0, 3)).is_null());
}

TEST_CASE("a client without Markdown gets a hover in plain text") {
  EditorSession session;
  session.start();
  session.open("ferry.md", distorted);
  auto const hover = session.result("textDocument/hover", at(session, "ferry.md", 2, 20));
  CHECK(hover["contents"]["kind"] == "plaintext");
  CHECK(std::string(hover["contents"]["value"]).starts_with("distorted: "));
}

TEST_CASE("an action puts in the words as spoken") {
  EditorSession session;
  auto const spoken = action_named(actions_at(session, "ferry.md", altered, 0, 5), "Use the words as spoken");
  REQUIRE(spoken.is_object());
  CHECK(spoken["kind"] == "quickfix");
  CHECK(EditorSession::edited(altered, spoken) ==
        "“The ferry terminal will not close in November,” Mayor Adaeze Okoro said.\n");
  CHECK(session.result("textDocument/codeAction", within(session, "ferry.md", 0, 60, 62)).empty());
}

TEST_CASE("actions are of the kinds that the client asks for, and for clients that take them") {
  EditorSession session;
  CHECK_FALSE(actions_at(session, "ferry.md", altered, 0, 5).empty());
  auto asked = within(session, "ferry.md", 0, 5, 5);
  asked["context"]["only"] = json::array({"refactor"});
  CHECK(session.result("textDocument/codeAction", asked).empty());
  asked["context"]["only"] = json::array({"quickfix"});
  CHECK_FALSE(session.result("textDocument/codeAction", asked).empty());
  EditorSession old;
  CHECK_FALSE(old.start()["capabilities"].contains("codeActionProvider"));
  old.open("ferry.md", altered);
  CHECK(old.result("textDocument/codeAction", within(old, "ferry.md", 0, 5, 5)).empty());
}

TEST_CASE("an edit names the version that it is of where the client takes it") {
  EditorSession session;
  session.capabilities = json::parse(takes_actions);
  session.capabilities["workspace"]["workspaceEdit"]["documentChanges"] = true;
  session.start();
  session.open("ferry.md", altered);
  auto const actions = session.result("textDocument/codeAction", within(session, "ferry.md", 0, 5, 5));
  auto const document = actions[0]["edit"]["documentChanges"][0]["textDocument"];
  CHECK(document == json{{"uri", session.uri_of("ferry.md")}, {"version", 1}});
}

TEST_CASE("an action marks words that were left out") {
  EditorSession session;
  auto const text = "“We dredged forty thousand tonnes of silt in six weeks,” Per Lindqvist said.\n";
  auto const marked = action_named(actions_at(session, "silt.md", text, 0, 5), "Mark the omission");
  REQUIRE(marked.is_object());
  CHECK(EditorSession::edited(text, marked) ==
        "“We dredged forty thousand tonnes of silt … in six weeks,” Per Lindqvist said.\n");
}

TEST_CASE("no ellipsis hides words that change what was meant") {
  EditorSession session;
  auto const actions = actions_at(session, "ferry.md", distorted, 2, 20);
  CHECK_FALSE(actions.empty());
  CHECK_FALSE(action_named(actions, "Mark the omission").is_object());
}

TEST_CASE("an action to ignore a finding asks for the reason, and the finding goes with it") {
  EditorSession session;
  session.capabilities = json::parse(takes_actions);
  session.start();
  session.open("ferry.md", altered);
  CHECK(session.diagnostics("ferry.md").size() == 1);
  auto const actions = session.result("textDocument/codeAction", within(session, "ferry.md", 0, 5, 5));
  auto const ignored = action_named(actions, "Ignore with a reason");
  REQUIRE(ignored.is_object());
  auto text = EditorSession::edited(altered, ignored);
  session.open("ferry.md", text);
  auto const asked = session.diagnostics("ferry.md");
  REQUIRE(asked.size() == 2);
  CHECK(asked[1]["code"] == "ignore");
  CHECK(std::string(asked[1]["message"]).starts_with("no reason given"));
  text.insert(text.find("-->"), "read from her notes ");
  session.open("ferry.md", text);
  CHECK(session.diagnostics("ferry.md").empty());
}

TEST_CASE("an ignore comment goes where text is: behind the mark in HTML, before what breaks a line in Markdown") {
  EditorSession html;
  std::string const page =
      "<p>“The ferry terminal will not close by November,” Mayor Adaeze Okoro <a href=\"x\"\ntitle=\"y\">said</a>.</p>";
  auto const in_page = action_named(actions_at(html, "ferry.html", page, 0, 8, "html"), "Ignore with a reason");
  REQUIRE(in_page.is_object());
  CHECK(EditorSession::edited(page, in_page).find("November,” <!-- quoth: ignore altered: --> Mayor") !=
        std::string::npos);
  EditorSession wrapped;
  std::string const text = "“The ferry terminal will not close by November,” Mayor Adaeze\\\nOkoro said.\n";
  auto const in_text = action_named(actions_at(wrapped, "ferry.md", text, 0, 8), "Ignore with a reason");
  REQUIRE(in_text.is_object());
  CHECK(EditorSession::edited(text, in_text).find("Adaeze <!-- quoth: ignore altered: -->\\\n") != std::string::npos);
}

TEST_CASE("an ignore comment that is not finished leaves the others in force") {
  EditorSession session;
  session.start();
  session.open("ferry.md", std::string("<!-- quoth: ignore altered: from her notes -->\n") + altered +
                               "\nIt rained. <!-- quoth: ignore distorted: -->\n");
  auto const found = session.diagnostics("ferry.md");
  REQUIRE(found.size() == 1);
  CHECK(found[0]["code"] == "ignore");
}

TEST_CASE("a fault of an ignore comment is shown in its line, also where lines end with carriage returns alone") {
  for (auto const* line_end : {"\r", "\r\n", "\n"}) {
    EditorSession session;
    session.start();
    session.open("ferry.md", std::string("It rained.") + line_end + line_end + "<!-- quoth: ignore distorted: -->" +
                                 line_end + "It snowed." + line_end);
    auto const found = session.diagnostics("ferry.md");
    REQUIRE(found.size() == 1);
    CHECK(found[0]["range"] == json::parse(R"({"start":{"line":2,"character":0},"end":{"line":2,"character":33}})"));
  }
}

TEST_CASE("a session begins with initialize and ends with shutdown and exit") {
  EditorSession session;
  auto const early = session.request("textDocument/hover", at(session, "ferry.md", 0, 0));
  CHECK(early["error"]["code"] == -32002);
  session.start();
  CHECK(session.request("initialize", json::object())["error"]["code"] == -32600);
  CHECK(session.request("textDocument/hover", json::object())["error"]["code"] == -32602);
  CHECK(session.result("shutdown", nullptr).is_null());
  CHECK(session.request("textDocument/hover", at(session, "ferry.md", 0, 0))["error"]["code"] == -32600);
  session.tell("exit", nullptr);
  CHECK(session.finish());
}

TEST_CASE("an editor that only goes away did not end its session") {
  EditorSession session;
  session.start();
  CHECK_FALSE(session.finish());
}
