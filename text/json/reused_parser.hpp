// SPDX-License-Identifier: MIT
#pragma once

#include <simdjson.h>

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

 private:
  static constexpr std::size_t most_kept = 1UL << 20;  // bytes of JSON

  static simdjson::dom::parser& spare() {
    thread_local simdjson::dom::parser parser;
    return parser;
  }

  simdjson::dom::parser parser_;
};

}  // namespace quoth::text
