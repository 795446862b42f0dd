// SPDX-License-Identifier: MIT
#include "text/markup/markup.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "quoth/error.hpp"

using namespace quoth;
using namespace quoth::text;

namespace {

// The tree on one line: elements as name(children), texts as they stand between bars.
std::string tree_of(MarkupNode node) {
  if (node.is_text()) return "|" + std::string(node.text()) + "|";
  std::string children;
  for (auto child = node.first_child(); child; child = child.next()) children += tree_of(child);
  return std::string(node.name()) + "(" + children + ")";
}

std::string xml(std::string const& file) {
  auto const tree = Markup::xml(file, {}, "a.xml");
  return tree_of(tree.root());
}

// Text nodes must stand in the file where they say, unless an entity was resolved.
void check_offsets(Markup const& tree, std::string const& file, MarkupNode node) {
  if (node.is_text()) {
    CAPTURE(std::string(node.text()));
    CHECK(file.substr(node.offset(), node.text().size()) == node.text());
  }
  for (auto child = node.first_child(); child; child = child.next()) check_offsets(tree, file, child);
}

}  // namespace

TEST_CASE("Markup::xml: what is wrong is said on one line") {
  for (std::string const file :
       {"<a\nb\n<c></a>", "<a><b x=\"1\n2\"></a>", "<a>&x\ny;</a>", "<a b\n\n=></a>", "<a><\n"}) {
    CAPTURE(file);
    try {
      Markup::xml(file, {}, "a.xml");
      FAIL("broken XML was read");
    } catch (Error const& error) {
      CHECK(std::string(error.what()).find('\n') == std::string::npos);
    }
  }
}

TEST_CASE("Markup::xml: elements, texts, CDATA and entities; comments and instructions are left out") {
  CHECK(xml("<a>one<b>two</b>three</a>") == "a(|one|b(|two|)|three|)");
  CHECK(xml("<a><b/><c></c></a>") == "a(b()c())");
  auto const mixed = Markup::xml("<a>x &amp; y<!-- no --><?no no?><![CDATA[<z>]]>&#x201C;</a>", {}, "a.xml");
  CHECK(mixed.root().inner_text() == "x & y<z>\u201C");
}

TEST_CASE("Markup::xml: names without their namespace, attributes by local name or as written") {
  auto const tree = Markup::xml(
      "<t:a xmlns:t=\"urn:t\" xmlns:x=\"urn:x\" t:who=\"Ana &quot;A&quot; Ruud\" xml:id=\"u1\" empty=\"\"/>", {},
      "a.xml");
  auto const root = tree.root();
  CHECK(root.is("a"));
  CHECK(root.prefix() == "t");
  CHECK(root.attribute("who") == "Ana \"A\" Ruud");
  CHECK(root.attribute("xml:id") == "u1");
  CHECK(root.attribute("id") == "u1");
  CHECK(root.attribute("empty") == "");
  CHECK(root.attribute("none") == "");
}

TEST_CASE("Markup: where a text stands in the file, behind what is longer than a character") {
  for (std::string const file :
       {"<a>one<b>two</b>three</a>", "<?xml version=\"1.0\"?>\n<!-- é -->\n<a x=\"ü\">„öne“<b>two</b>\n three</a>",
        "<a>\n\n<b>line three</b>\n</a>", "<a><![CDATA[raw <text>]]></a>"}) {
    CAPTURE(file);
    auto const tree = Markup::xml(file, {}, "a.xml");
    check_offsets(tree, file, tree.root());
  }
  std::string const page = "<html><body><p>One <i>two</i> öne\nthree</p><p>„four“</p></body></html>";
  auto const tree = Markup::html(page, {}, "a.html");
  check_offsets(tree, page, tree.root());
}

TEST_CASE("Markup: a character that is written as a reference stands where its reference begins") {
  // A text goes on as long as it and the file have the same length.
  std::string const inside = "a&amp;&amp;b&#38;c&lt;&amp;d";
  for (auto const& tree :
       {Markup::xml("<p>" + inside + "</p>", {}, "a.xml"), Markup::html("<p>" + inside + "</p>", {}, "a.html")}) {
    std::string offsets;
    for (auto text = tree.root().first_child(); text; text = text.next())
      offsets += std::to_string(text.offset()) + " ";
    CHECK(offsets == "3 9 14 20 25 30 ");
  }
}

TEST_CASE("Markup: finding below a node, in order, and not beside it") {
  auto const tree = Markup::xml("<a><b n=\"1\"><c n=\"2\"/></b><c n=\"3\"/><d><b n=\"4\"/></d></a>", {}, "a.xml");
  auto const root = tree.root();
  CHECK(root.find("c").attribute("n") == "2");
  CHECK(root.find("d").find("b").attribute("n") == "4");
  CHECK_FALSE(root.find("e"));
  CHECK_FALSE(root.find("d").find("c"));
  std::string found;
  tree.each(root, "b", [&](MarkupNode node) { found += node.attribute("n"); });
  CHECK(found == "14");
  CHECK(root.find("c").parent().is("b"));
}

TEST_CASE("Markup::xml: what is not well-formed is refused with one line that names the file") {
  for (std::string const file : {"<a><b></a>", "<a", "<a x=1/>", "<a>&nosuch;</a>", "<a/><b/>", "text", ""}) {
    CAPTURE(file);
    try {
      Markup::xml(file, {}, "a.xml");
      FAIL_CHECK("is read");
    } catch (Error const& error) {
      std::string const said = error.what();
      CHECK(said.starts_with("a.xml"));
      CHECK(said.find('\n') == said.npos);
    }
  }
}

TEST_CASE("Markup::html: what is open is closed, entities and unquoted attributes are read") {
  auto const tree = Markup::html("<body><ul><li>one<li class=x>two &eacute;&amp;&hellip;</ul><p>three", {}, "a.html");
  std::vector<std::string> texts;
  tree.each(tree.root(), "li", [&](MarkupNode node) { texts.push_back(node.inner_text()); });
  CHECK(texts == std::vector<std::string>{"one", "two é&…"});
  CHECK(tree.root().find("p").inner_text() == "three");
}

TEST_CASE("Markup::xml: few bytes stand for much text only so often") {
  auto const file = [](std::size_t uses) {
    std::string body;
    for (std::size_t i = 0; i < uses; ++i) body += "&b;";
    return "<!DOCTYPE a [<!ENTITY b \"" + std::string(200, 'x') + "\">]><a c=\"&b;\">" + body + "</a>";
  };
  CHECK(Markup::xml(file(300), {}, "a.xml").root().inner_text().size() == 60'000);
  CHECK_THROWS_WITH_AS(Markup::xml(file(400), {}, "a.xml"), doctest::Contains("more text"), Error);
}

TEST_CASE("Markup: a tag of very many attributes is refused, whatever stands between and in them") {
  for (std::string const head : {"<p", "<p x=\">\"", "<p x=\"<b\"", "<p x='<b >'", "<script>a<b x=\"</script><p"}) {
    for (std::string const gap : {" ", "\r", "\n"}) {
      CAPTURE(head);
      CAPTURE(gap);
      auto file = head;
      for (int i = 0; i < 25'000; ++i) file += gap + "a" + std::to_string(i) + "=\"<b\"";
      CHECK_THROWS_WITH_AS(Markup::html(file + ">x", {}, "a.html"), doctest::Contains("attributes"), Error);
    }
  }
  std::string const prose(100'000, ' ');
  CHECK_NOTHROW(Markup::html("<p title=\"" + prose + "\">1 < 2, a<b" + prose + "</p>", {}, "a.html"));
}

TEST_CASE("Markup: entities that stand for entities are refused, and so is too deep a nesting") {
  CHECK_THROWS_AS(Markup::xml("<!DOCTYPE a [<!ENTITY b \"x\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>", {}, "a.xml"), Error);
  Limits shallow;
  shallow.depth = 3;
  CHECK_NOTHROW(Markup::xml("<a><b><c/></b></a>", shallow, "a.xml"));
  CHECK_THROWS_WITH_AS(Markup::xml("<a><b><c><d/></c></b></a>", shallow, "a.xml"), doctest::Contains("depth"), Error);
}
