// SPDX-License-Identifier: MIT
// Every fixture of every format, damaged: what comes of it is read or refused with a line of ours, never anything else.
// The damage is the same on every run; QUOTH_MUTATIONS sets how much of it a file gets.
#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "grammar/transcripts/transcript_format.hpp"
#include "quoth/error.hpp"
#include "quoth/quotation.hpp"
#include "quoth/transcript.hpp"
#include "tests/test_paths.hpp"
#include "text/articles/article_format.hpp"
#include "text/files/file_content.hpp"

namespace {

namespace fs = std::filesystem;

std::string content(fs::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Words on which readers of numbers, names and nesting have stumbled.
constexpr std::array<std::string_view, 20> stumbling{
    "\"",   "<",    ">",    "{",     "}",    "[",   "]",   "-1", "1e99",         "NaN",
    "null", "\xFF", "&#0;", "&amp;", "\r\n", "]]>", "-->", "\t", "\xE2\x80\x9C", "99999999999999999999"};

class Damage {
 public:
  explicit Damage(unsigned seed) : engine_(seed) {}

  std::string to(std::string bytes) {
    for (auto rounds = below(3) + 1; rounds > 0; --rounds) {
      auto const at = below(bytes.size() + 1);
      auto const length = std::min(below(64) * below(64), bytes.size() - at);
      switch (below(6)) {
        case 0:
          if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
          break;
        case 1:
          bytes.resize(at);
          break;
        case 2:
          bytes.insert(below(bytes.size() + 1), bytes.substr(at, length));
          break;
        case 3:
          bytes.erase(at, length);
          break;
        case 4:
          bytes.insert(at, stumbling[below(stumbling.size())]);
          break;
        default:
          if (length > 0)
            bytes.replace(at, 1 + below(std::min<std::size_t>(length, 8)), stumbling[below(stumbling.size())]);
      }
    }
    return bytes;
  }

 private:
  std::size_t below(std::size_t end) { return end == 0 ? 0 : engine_() % end; }

  std::mt19937 engine_;
};

// What is wrong with how the file is taken; empty where it is read, or refused as it should be.
template <typename Read>
std::string fault_of(Read const& read) {
  try {
    read();
  } catch (quoth::Error const& error) {
    std::string const said = error.what();
    if (said.empty() || said.find('\n') != said.npos) return "no one line: " + said;
  } catch (std::exception const& error) {
    return error.what();
  }
  return {};
}

std::string fault_as_transcript(std::string const& bytes, std::string const& name, std::string_view format = "auto") {
  return fault_of([&] {
    quoth::text::FileContent file(bytes, name, name);
    auto source = quoth::transcripts::parse_transcript(file, format);
    quoth::name_speakers(source, {}, name);
  });
}

std::string fault_as_article(std::string const& bytes, std::string const& name, std::string_view format = "auto") {
  return fault_of([&] {
    quoth::text::FileContent file(bytes, name, name);
    quoth::text::parse_articles(file, format, name, [](quoth::Document&& document) { quoth::extract(document); });
  });
}

template <typename Take>
void each_fixture(Take const& take) {
  for (auto const* folder : {"/formats", "/transcripts", "/../text/articles"}) {
    for (auto const& entry : fs::directory_iterator(quoth::test::test_data(folder))) {
      if (entry.path().extension() != ".expected") take(entry.path().filename().string(), content(entry.path()));
    }
  }
}

std::size_t mutations() {
  auto const* const set = std::getenv("QUOTH_MUTATIONS");
  return set == nullptr ? 20 : std::strtoul(set, nullptr, 10);
}

}  // namespace

TEST_CASE("damaged files are read or refused with one line") {
  auto const count = mutations();
  each_fixture([&](std::string const& name, std::string const& whole) {
    CAPTURE(name);
    for (std::size_t i = 0; i < count; ++i) {
      CAPTURE(i);
      auto const bytes = Damage(static_cast<unsigned>(i * 7919 + whole.size())).to(whole);
      CHECK(fault_as_transcript(bytes, name) == "");
      CHECK(fault_as_article(bytes, name) == "");
    }
  });
}

TEST_CASE("files are read or refused with one line as any format they are said to be") {
  each_fixture([](std::string const& name, std::string const& whole) {
    CAPTURE(name);
    for (auto const* format : quoth::transcripts::transcript_formats()) {
      CAPTURE(format->name);
      CHECK(fault_as_transcript(whole, name, format->name) == "");
    }
    for (auto const* format : quoth::text::article_formats()) {
      CAPTURE(format->name);
      CHECK(fault_as_article(whole, name, format->name) == "");
    }
  });
}
