// SPDX-License-Identifier: MIT
#pragma once

#include "quoth/article.hpp"

namespace quoth {

// One file of this folder each; article_formats.cpp puts them in order.
extern ArticleFormat const docx_article;
extern ArticleFormat const feed_article;
extern ArticleFormat const html_article;
extern ArticleFormat const json_ld_article;
extern ArticleFormat const markdown_article;
extern ArticleFormat const ninjs_article;
extern ArticleFormat const nitf_article;
extern ArticleFormat const odt_article;
extern ArticleFormat const pdf_article;
extern ArticleFormat const plain_article;
extern ArticleFormat const warc_article;
extern ArticleFormat const zip_article;

}  // namespace quoth
