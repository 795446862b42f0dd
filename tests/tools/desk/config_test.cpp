// SPDX-License-Identifier: MIT
#include "tools/desk/config.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include "quoth/error.hpp"

using namespace quoth;
using namespace quoth::tools;

namespace {

namespace fs = std::filesystem;

// A folder of its own for one test.
class Tree {
 public:
  Tree() {
    auto name = (fs::temp_directory_path() / "quoth-config-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = fs::canonical(name);
  }
  Tree(Tree const&) = delete;
  Tree& operator=(Tree const&) = delete;
  ~Tree() { fs::remove_all(path_); }

  fs::path write(std::string const& name, std::string const& text) const {
    auto const file = path_ / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file) << text;
    return file;
  }
  fs::path operator/(std::string const& name) const { return path_ / name; }

 private:
  fs::path path_;
};

std::optional<Made> how_made(Config const& config, std::string const& source) {
  std::uint64_t steps = 0;
  return config.made_of(source, steps);
}

}  // namespace

TEST_CASE("read_config: what is wrong is said on one line, whatever the file holds") {
  Tree const tree;
  for (auto const* text :
       {"min_confidence = in\n]", "\"a\\nb\" = 1\n", "[speakers]\n\"a\\nb\" = 1\n", "store = \"a\n\""}) {
    CAPTURE(text);
    try {
      read_config(tree.write("quoth.toml", text));
      FAIL_CHECK("is read");
    } catch (Error const& error) {
      CHECK(std::string(error.what()).find('\n') == std::string::npos);
    }
  }
}

TEST_CASE("read_config: how sources were made, by pattern") {
  Tree const tree;
  auto const config =
      read_config(tree.write("quoth.toml", "[made]\n\"talks/*.srt\" = \"asr\"\n\"talks/a*\" = \"edited\"\n"));
  CHECK(how_made(config, "talks/b.srt") == Made::asr);
  CHECK(how_made(config, "talks/a.srt") == Made::asr);
  CHECK(how_made(config, "talks/a.vtt") == Made::edited);
  CHECK_FALSE(how_made(config, "b.srt"));
}

TEST_CASE("read_config: of several patterns of [made] the longest counts") {
  Tree const tree;
  auto const config =
      read_config(tree.write("quoth.toml", "[made]\n\"talks/*\" = \"asr\"\n\"talks/2031/*\" = \"edited\"\n"));
  CHECK(how_made(config, "talks/2031/a.srt") == Made::edited);
  CHECK(how_made(config, "talks/a.srt") == Made::asr);
}

TEST_CASE("read_config: a folder of [made] stands for all in it") {
  Tree const tree;
  auto const config = read_config(tree.write("quoth.toml", "[made]\n\"./talks\" = \"asr\"\n"));
  CHECK(how_made(config, "talks/a.srt") == Made::asr);
}

TEST_CASE("read_config: each key, paths seen from the file's folder") {
  Tree const tree;
  auto const file = tree.write("desk/quoth.toml",
                               "store = \"sub/quotes.db\"\npolicy = \"ap\"\nfail_on = \"truncated\"\n"
                               "include = [\"articles/*.md\"]\nexclude = [\"articles/drafts/*\"]\n"
                               "[severities]\nspliced = \"note\"\n[speakers]\n\"the Guv\" = \"Ana Ruud\"\n");
  auto const config = read_config(file);
  CHECK(fs::weakly_canonical(config.store) == tree / "desk/sub/quotes.db");
  CHECK(config.policy == "ap");
  CHECK(config.fail_on == "truncated");
  CHECK(config.severities.of(Verdict::spliced) == Severity::note);
  CHECK(config.severities.is_set(Verdict::spliced));
  CHECK_FALSE(config.severities.is_set(Verdict::altered));
  CHECK(config.speakers.at("the Guv") == "Ana Ruud");
  CHECK(config.covers(tree / "desk/articles/2031/a.md"));
  CHECK_FALSE(config.covers(tree / "desk/articles/drafts/a.md"));
  CHECK_FALSE(config.covers(tree / "desk/articles/a.html"));
  CHECK_FALSE(config.covers(tree / "desk/a.md"));
}

TEST_CASE("read_config: without patterns prose is covered, data is not") {
  Tree const tree;
  auto const config = read_config(tree.write("quoth.toml", ""));
  for (auto const* prose : {"a.md", "sub/a.txt", "a.html", "a.docx", "a.odt"}) CHECK(config.covers(tree / prose));
  for (auto const* other : {"a.json", "a.py", "a.pdf", "md"}) CHECK_FALSE(config.covers(tree / other));
}

TEST_CASE("read_config: a name that is too long for a file is covered as it is written") {
  Tree const tree;
  auto const config = read_config(tree.write("quoth.toml", "include = [\"*.md\"]\n"));
  CHECK(config.covers(std::string(300, 'a') + ".md"));
  CHECK_FALSE(config.covers(std::string(300, 'a') + ".txt"));
}

TEST_CASE("read_config: what cannot be understood is refused with file, line and what to do") {
  Tree const tree;
  struct Case {
    std::string text;
    std::string said;
  };
  for (auto const& [each_text, said] :
       {Case{"\nstore = 3\n", ":2: store must be a string"},
        Case{"colour = \"red\"\n", ":1: colour is unknown; use store"},
        Case{"include = \"*.md\"\n", ":1: include must be a list"}, Case{"include = [1]\n", "include must be a string"},
        Case{"store = \"../quotes.db\"\n", ":1: store lies outside this file's folder"},
        Case{"store = \"/var/quotes.db\"\n", "store lies outside"},
        Case{"policy = \"sub/../../house.policy\"\n", "policy lies outside"},
        Case{"speakers = 1\n", "[speakers] must be a table"}, Case{"[speakers]\na = 1\n", ":2: a must be a string"},
        Case{"[speakers]\na = \"b=c\"\n", ":2: \"a\" is to be somebody's name, which has no \"=\""},
        Case{"[severities]\nverbatim = \"note\"\n", "verbatim is no verdict an editor must see"},
        Case{"[severities]\naltered = \"loud\"\n", "altered must be error, warning or note"},
        Case{"made = \"asr\"\n", "[made] must be a table"},
        Case{"[made]\n\"a*\" = \"heard\"\n", ":2: a* must be spoken"}, Case{"store =\n", ":1: "}}) {
    auto const& text = each_text;
    CAPTURE(text);
    auto const file = tree.write("quoth.toml", text);
    CHECK_THROWS_WITH_AS(read_config(file), doctest::Contains(said.c_str()), Error);
  }
}

TEST_CASE("read_config: what is too long, or has keys of too many parts, is refused before it is parsed") {
  Tree const tree;
  std::string parts;
  for (int i = 0; i < 30000; ++i) parts += "a.";
  for (auto const& text : {"[" + parts + "a]\n", parts + "a = 1\n", "x = {" + parts + "a = 1}\n"})
    CHECK_THROWS_WITH_AS(read_config(tree.write("quoth.toml", text)), doctest::Contains("full stops"), Error);
  CHECK_THROWS_WITH_AS(read_config(tree.write("quoth.toml", std::string(70'000, '#'))),
                       doctest::Contains("is over 64 KiB"), Error);
  CHECK_THROWS_WITH_AS(read_config("/dev/zero"), doctest::Contains("is over 64 KiB"), Error);
  for (auto const* nested : {"[", "{a="}) {
    std::string text = "speakers = ";
    for (int i = 0; i < 10'000; ++i) text += nested;
    CHECK_THROWS_AS(read_config(tree.write("quoth.toml", text)), Error);
  }
}

TEST_CASE("find_config: the nearest one above, as far as the top of the work tree") {
  Tree const tree;
  tree.write("quoth.toml", "fail_on = \"error\"\n");
  tree.write("work/.git/HEAD", "");
  tree.write("work/sub/deep/a.md", "");
  CHECK(find_config(tree / "work/sub/deep").file.empty());  // the one above belongs to another tree
  tree.write("work/quoth.toml", "fail_on = \"altered\"\n");
  CHECK(find_config(tree / "work/sub/deep").fail_on == "altered");
  tree.write("work/sub/quoth.toml", "fail_on = \"distorted\"\n");
  CHECK(find_config(tree / "work/sub/deep").fail_on == "distorted");
  CHECK(find_config(tree / "work/sub/deep/a.md").fail_on == "distorted");
  tree.write("bare/sub/a.md", "");
  tree.write("bare/quoth.toml", "fail_on = \"altered\"\n");
  CHECK(find_config(tree / "bare/sub").file.empty());  // without git only the folder itself
  CHECK(find_config(tree / "bare").fail_on == "altered");
}

TEST_CASE("find_config: a link is not followed") {
  Tree const tree;
  auto const real = tree.write("elsewhere/quoth.toml", "fail_on = \"altered\"\n");
  fs::create_directories(tree / "work");
  fs::create_symlink(real, tree / "work/quoth.toml");
  CHECK_THROWS_WITH_AS(find_config(tree / "work"), doctest::Contains("is a link"), Error);
}

TEST_CASE("Config::store_file: what is given goes before what is configured") {
  Config config;
  CHECK_THROWS_WITH_AS(config.store_file(""), doctest::Contains("no store is named"), Error);
  config.store = "configured.db";
  CHECK(config.store_file("") == "configured.db");
  CHECK(config.store_file("given.db") == "given.db");
}

TEST_CASE("Config: what a value names and is not there is told with the value's line") {
  Tree const tree;
  auto const config = read_config(tree.write("quoth.toml",
                                             "\nstore = \"no.db\"\n# The desk's.\npolicy = \"brodcast\"\n"
                                             "baseline = \"no.txt\"\nfail_on = \"distorted\"\n"));
  auto const place = [&](char const* line) { return (tree / "quoth.toml").string() + ":" + line + ": "; };
  auto const says = [](std::string const& start, char const* path, char const* why, auto const& use) {
    try {
      use();
      FAIL_CHECK("nothing was said");
    } catch (Error const& error) {
      CAPTURE(error.what());
      CHECK(std::string(error.what()).starts_with(start));
      CHECK(std::string(error.what()).find(path) != std::string::npos);
      CHECK(std::string(error.what()).find(why) != std::string::npos);
    }
  };
  says(place("2"), "no.db: ", "no such store", [&] { config.store_file(""); });
  says(place("4"), "brodcast", "no policy", [&] { config.policy_named(""); });
  says(place("5"), "no.txt: ", "no such baseline", [&] { config.baseline_file(""); });
  CHECK(config.fail_on_named("") == "distorted");
  for (auto const* given : {"strict", "there.db"}) {
    CHECK(config.store_file(given) == given);
    CHECK(config.policy_named(given) == given);
    CHECK(config.baseline_file(given) == given);
    CHECK(config.fail_on_named(given) == given);
  }
  CHECK(Config().policy_named("") == "ap");
  CHECK(Config().baseline_file("").empty());
  CHECK(Config().fail_on_named("") == "altered");
}

TEST_CASE("read_config: fail_on that is no verdict is told with its line") {
  Tree const tree;
  auto const file = tree.write("quoth.toml", "policy = \"strict\"\nfail_on = \"alterd\"\n");
  CHECK_THROWS_WITH_AS(
      read_config(file),
      (file.string() + ":2: fail-on \"alterd\" is no severity and no verdict to stop on; did you mean altered?")
          .c_str(),
      Error);
}
