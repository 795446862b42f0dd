// SPDX-License-Identifier: MIT
#include <algorithm>

#include "quoth/error.hpp"
#include "quoth/json.hpp"
#include "text/model/date.hpp"
#include "text/unicode/unicode.hpp"
#include "tools/servers/mcp/tool_functions.hpp"

namespace quoth::tools {

namespace {

Document article_of(text::JsonValue arguments) {
  auto article = plain_document("text", text::to_utf32(arguments["text"].string()));
  article.title = arguments["title"].string();
  article.date = arguments["date"].string();
  if (!article.date.empty() && !text::day_number(article.date))
    throw Error("check_text: \"" + article.date + "\" is no date; write YYYY-MM-DD");
  return article;
}

}  // namespace

std::string check_text(ServedStore& store, ToolCall const& call) {
  constexpr std::size_t most_messages = 20;
  auto const article = article_of(call.arguments);
  CheckWatch watch;
  watch.stop = [&] { return call.call.is_cancelled(); };
  if (call.tell) {
    watch.tell = [&, told = std::size_t{0}](std::size_t done, std::size_t all) mutable {
      if (done < all && done < told + std::max<std::size_t>(1, all / most_messages)) return;
      told = done;
      call.tell(done, all);
    };
  }
  return to_json(article, store.checker(std::string(call.arguments["policy"].string())).check(article, watch));
}

}  // namespace quoth::tools
