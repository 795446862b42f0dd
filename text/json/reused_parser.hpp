// SPDX-License-Identifier: MIT
#pragma once

#include <simdjson.h>

#include <bit>
#include <cstddef>
#include <utility>

namespace quoth::text {

// A parser of simdjson, which allocates some fifteen times the size of what it parses. At the end of its life it is
// left for the thread's next one, unless it has grown large.
class ReusedParser {
 public:
  // A parser that is moved from is not as one that is new: it still counts its buffers.
  ReusedParser() : parser_(std::exchange(spare(), simdjson::dom::parser())) {}
  ReusedParser(ReusedParser const&) = delete;
  ReusedParser& operator=(ReusedParser const&) = delete;
  ~ReusedParser() {
    if (parser_.capacity() <= most_kept) spare() = std::move(parser_);
  }

  simdjson::dom::parser& get() { return parser_; }

  static constexpr std::size_t most_kept = 1UL << 20;  // bytes of JSON

 private:
  static simdjson::dom::parser& spare() {
    thread_local simdjson::dom::parser parser;
    return parser;
  }

  simdjson::dom::parser parser_;
};

// Makes room for that many bytes; rounded up, so that texts of about one size are parsed without allocating.
inline simdjson::error_code reserve(simdjson::dom::parser& parser, std::size_t bytes, std::size_t depth) {
  auto const needed = bytes + simdjson::SIMDJSON_PADDING;
  if (parser.capacity() >= needed && parser.max_depth() == depth) return simdjson::SUCCESS;
  return parser.allocate(needed < ReusedParser::most_kept ? std::bit_ceil(needed) : needed, depth);
}

}  // namespace quoth::text
