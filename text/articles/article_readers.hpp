// SPDX-License-Identifier: MIT
#pragma once

#include "text/articles/article_format.hpp"

namespace quoth::text {

#define QUOTH_FORMAT(NAME) extern ArticleFormat const NAME##_article;
#include "text/articles/article_formats.def"
#undef QUOTH_FORMAT

}  // namespace quoth::text
