// SPDX-License-Identifier: MIT
// What the server checks with: settings, quoth.toml, policies, and the store; each counts again when it has changed.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>

#include "tests/tools/servers/lsp/editor_session.hpp"
#include "tools/servers/lsp/lsp_server.hpp"

using namespace quoth;
using namespace quoth::tools;
using nlohmann::json;
using quoth::test::distorted;
using quoth::test::EditorSession;

TEST_CASE("the editor's settings count, and a change of them is seen at once") {
  EditorSession session;
  session.capabilities = json::parse(R"({"workspace":{"configuration":true}})");
  auto const text = "“We dredged 40,000 tonnes of silt from the inner basin in six weeks,” Per Lindqvist said.\n";
  session.start();
  auto const asked = session.next("workspace/configuration");
  CHECK(asked["params"]["items"][0]["section"] == "quoth");
  session.answer(asked, json::array({{{"policy", "strict"}}}));
  session.open("silt.md", text);
  CHECK(session.diagnostics("silt.md").size() == 1);
  session.tell("workspace/didChangeConfiguration", {{"settings", nullptr}});
  session.answer(session.next("workspace/configuration"), json::array({{{"policy", "ap"}}}));
  CHECK(session.diagnostics("silt.md").empty());
}

TEST_CASE("a setting that cannot be is told in one line") {
  EditorSession session;
  session.start();
  session.tell("workspace/didChangeConfiguration", {{"settings", {{"quoth", {{"coverage", "all"}}}}}});
  CHECK(session.next("window/showMessage")["params"]["message"] ==
        "quoth: the setting quoth.coverage must be \"complete\" or \"partial\"");
}

TEST_CASE("quoth.toml of the article's folder counts, and is read again when it is saved") {
  EditorSession session;
  session.given.store.clear();
  session.write("quoth.toml", "store = \"quotes.db\"\nexclude = [\"drafts/*\"]\n");
  session.start();
  session.open("ferry.md", distorted);
  CHECK(session.diagnostics("ferry.md").size() == 1);
  session.open("drafts/ferry.md", distorted);
  CHECK(session.diagnostics("drafts/ferry.md").empty());
  session.write("quoth.toml", "store = \"quotes.db\"\n");
  session.tell("workspace/didChangeWatchedFiles",
               {{"changes", json::array({{{"uri", session.uri_of("quoth.toml")}, {"type", 2}}})}});
  CHECK(session.diagnostics("drafts/ferry.md").size() == 1);
}

TEST_CASE("a quoth.toml that cannot be understood is told once, in one line") {
  EditorSession session;
  session.write("quoth.toml", "store = 7\n");
  session.start();
  session.open("ferry.md", distorted);
  auto const message = std::string(session.next("window/showMessage")["params"]["message"]);
  CHECK(message.find("quoth.toml") != std::string::npos);
  CHECK(session.diagnostics("ferry.md").empty());
  session.type("ferry.md", 0, 0, 0, "#");
  CHECK(session.diagnostics("ferry.md").empty());
}

TEST_CASE("a policy that is not there is told, and another one counts again") {
  EditorSession session;
  session.start();
  session.tell("workspace/didChangeConfiguration", {{"settings", {{"quoth", {{"policy", "none"}}}}}});
  session.open("ferry.md", distorted);
  CHECK(std::string(session.next("window/showMessage")["params"]["message"]).find("none") != std::string::npos);
  CHECK(session.diagnostics("ferry.md").empty());
  session.tell("workspace/didChangeConfiguration", {{"settings", {{"quoth", {{"policy", "strict"}}}}}});
  CHECK(session.diagnostics("ferry.md").size() == 1);
}

TEST_CASE("a policy that is a pipe is refused, and nothing waits for it") {
  EditorSession session;
  auto const pipe = session.folder() / "policy";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  session.initialization_options = {{"policy", "policy"}};
  session.start();
  session.open("ferry.md", distorted);
  CHECK(std::string(session.next("window/showMessage")["params"]["message"]).find("is a pipe") != std::string::npos);
}

TEST_CASE("a policy file that changes is read again when an article is saved") {
  EditorSession session;
  auto const text = "“We dredged 40,000 tonnes of silt from the inner basin in six weeks,” Per Lindqvist said.\n";
  session.write("house.policy", "name house\nnumber-style altered 0.1\n");
  session.initialization_options = {{"policy", "house.policy"}};
  session.start();
  session.open("silt.md", text);
  CHECK(session.diagnostics("silt.md").size() == 1);
  session.write("house.policy", "name house\n# Figures as the house has them.\n");
  session.tell("textDocument/didSave", {{"textDocument", {{"uri", session.uri_of("silt.md")}}}});
  CHECK(session.diagnostics("silt.md").empty());
}

TEST_CASE("what cannot be followed in one folder does not keep the articles of others from being checked") {
  EditorSession session;
  std::filesystem::create_directories(session.folder() / "a");
  std::filesystem::create_symlink("p", session.folder() / "a/p");
  session.write("a/quoth.toml", "baseline = \"p\"\n");
  session.start();
  session.open("a/ferry.md", distorted);
  CHECK(session.diagnostics("a/ferry.md").empty());
  session.open("ferry.md", distorted);
  CHECK(session.diagnostics("ferry.md").size() == 1);
}

TEST_CASE("an article whose changes cannot be made is not checked any more, and the user is told") {
  EditorSession session;
  session.start();
  session.open("ferry.md", distorted);
  CHECK(session.diagnostics("ferry.md").size() == 1);
  session.type("ferry.md", 2, 9, 3, "x");
  CHECK(std::string(session.next("window/showMessage")["params"]["message"]).find("open it again") !=
        std::string::npos);
  CHECK(session.diagnostics("ferry.md").empty());
}

TEST_CASE("without a store nothing is checked, and the log says so") {
  EditorSession session;
  session.given.store.clear();
  session.start();
  session.open("ferry.md", distorted);
  CHECK(std::string(session.next("window/logMessage")["params"]["message"]).find("no store is named") !=
        std::string::npos);
  CHECK(session.diagnostics("ferry.md").empty());
}

TEST_CASE("a store that another has replaced is read when an article is saved") {
  EditorSession session;
  session.start();
  session.open("ferry.md", distorted);
  CHECK(session.diagnostics("ferry.md").size() == 1);
  auto meeting = test::council_meeting();
  meeting.utterances[0].text = "Good evening, everyone. The ferry terminal will close in November, as they printed.";
  auto const other = session.folder() / "other.db";
  Store::open_writable(other).ingest(meeting);
  std::filesystem::rename(other, session.given.store);
  session.tell("textDocument/didSave", {{"textDocument", {{"uri", session.uri_of("ferry.md")}}}});
  CHECK(session.diagnostics("ferry.md").empty());
}

TEST_CASE("patterns of files to watch are told to a client that takes them") {
  EditorSession session;
  session.capabilities = json::parse(R"({"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}})");
  session.given.store.clear();
  session.write("quoth.toml", "sources = [\"meetings/**\", \"!meetings/old/**\"]\n");
  session.start();
  auto const asked = session.next("client/registerCapability");
  auto const options = asked["params"]["registrations"][0]["registerOptions"];
  CHECK(options["watchers"] ==
        json::parse(R"([{"globPattern":"**/quoth.toml"},{"globPattern":"**/*.db"},{"globPattern":"**/meetings/**"}])"));
}
