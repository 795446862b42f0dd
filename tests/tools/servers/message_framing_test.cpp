// SPDX-License-Identifier: MIT
#include "tools/servers/message_framing.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace quoth::tools;

namespace {

// What comes of the bytes, given in pieces of that many: a message as it is, "<too long>", "<malformed>".
std::vector<std::string> pieces(Framing framing, std::string_view bytes, std::size_t step, std::size_t longest = 20) {
  MessageFraming stream(framing, longest);
  std::vector<std::string> found;
  auto const note = [&](MessageFraming::Piece const& piece) {
    found.push_back(piece.what == MessageFraming::What::message    ? piece.bytes
                    : piece.what == MessageFraming::What::too_long ? "<too long>"
                                                                   : "<malformed>");
  };
  for (; !bytes.empty(); bytes.remove_prefix(std::min(step, bytes.size()))) {
    stream.add(bytes.substr(0, step));
    while (auto piece = stream.next()) note(*piece);
  }
  if (auto piece = stream.last()) note(*piece);
  return found;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("lines are messages, in whatever pieces they come") {
  for (std::size_t const step : {1U, 2U, 3U, 7U, 1000U}) {
    CHECK(pieces(Framing::lines, "one\ntwo\r\n\n  \nthree", step) == Found{"one", "two\r", "three"});
    CHECK(pieces(Framing::lines, "", step).empty());
  }
}

TEST_CASE("a line that is too long is left out, and the next one is read") {
  auto const line = std::string(50, 'x');
  for (std::size_t const step : {1U, 19U, 20U, 21U, 1000U}) {
    CHECK(pieces(Framing::lines, line + "\nnext\n" + line + "\nlast\n", step) ==
          Found{"<too long>", "next", "<too long>", "last"});
    CHECK(pieces(Framing::lines, std::string(20, 'x') + "\n", step) == Found{std::string(20, 'x')});
    CHECK(pieces(Framing::lines, line, step) == Found{"<too long>"});
  }
}

TEST_CASE("headers tell how long the next message is") {
  auto const stream = "Content-Length: 3\r\n\r\noneContent-Type: x\r\ncontent-length:2 \r\n\r\n\r\n" +
                      framed(Framing::content_length, "last");
  for (std::size_t const step : {1U, 2U, 5U, 1000U})
    CHECK(pieces(Framing::content_length, stream, step) == Found{"one", "\r\n", "last"});
}

TEST_CASE("a message with headers that is too long is left out, and the next one is read") {
  auto const stream = framed(Framing::content_length, std::string(30, 'x')) + framed(Framing::content_length, "next");
  for (std::size_t const step : {1U, 25U, 1000U})
    CHECK(pieces(Framing::content_length, stream, step) == Found{"<too long>", "next"});
}

TEST_CASE("headers that tell no length end the stream") {
  for (auto const* headers :
       {"Content-Length: many\r\n\r\n", "Content-Length: -1\r\n\r\n", "Content-Length: 3 4\r\n\r\n", "X: 1\r\n\r\n",
        "\r\n\r\n", "Content-Length: 99999999999999999999999\r\n\r\n"})
    CHECK(pieces(Framing::content_length, headers + framed(Framing::content_length, "next"), 1000) ==
          Found{"<malformed>"});
  CHECK(pieces(Framing::content_length, std::string(10'000, 'x'), 1000) == Found{"<malformed>"});
  CHECK(pieces(Framing::content_length, "Content-Length: 5\r\n\r\nhal", 1).empty());
}
