// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <utility>

#include "text/articles/article_readers.hpp"
#include "text/articles/feeds/file_slices.hpp"
#include "text/articles/prose_builder.hpp"
#include "text/files/file_content.hpp"
#include "text/model/date.hpp"
#include "text/unicode/unicode.hpp"

// IPTC NITF, alone or inside NewsML: https://iptc.org/standards/nitf/
namespace quoth::text {

namespace {

bool recognises(FileContent& file) {
  auto const root = file.xml_root();
  return root.is("nitf") || (root && root.find("nitf"));
}

struct BlockName {
  std::string_view name;
  BlockKind kind;
};
constexpr std::array blocks{BlockName{"hl1", BlockKind::heading},       BlockName{"hl2", BlockKind::heading},
                            BlockName{"p", BlockKind::paragraph},       BlockName{"li", BlockKind::list_item},
                            BlockName{"bq", BlockKind::block_quote},    BlockName{"media-caption", BlockKind::caption},
                            BlockName{"abstract", BlockKind::paragraph}};

// What agencies put around the story.
bool is_left_out(MarkupNode node) {
  constexpr std::array<std::string_view, 8> names{"byline",   "dateline",       "distributor", "tagline",
                                                  "copyrite", "media-producer", "body.end",    "media-metadata"};
  return std::ranges::find(names, node.name()) != names.end();
}

Document document_of(Markup const& tree, MarkupNode nitf, ProseBuilder prose, std::string id) {
  auto const body = nitf.find("body");
  std::uint32_t block_end = 0;
  std::uint32_t caption_end = 0;
  for (auto i = body.index(); i < body.end();) {
    auto const node = tree.node(i);
    if (is_left_out(node)) {
      i = node.end();
      continue;
    }
    if (block_end != 0 && i >= block_end) {
      prose.close();
      block_end = 0;
    }
    auto const* const block = std::ranges::find(blocks, node.name(), &BlockName::name);
    if (node.is("media-caption")) caption_end = node.end();
    if (block != blocks.end()) {
      prose.open(i < caption_end ? BlockKind::caption : block->kind);
      block_end = node.end();
    }
    if (node.is_text() && block_end != 0) prose.add(node.text(), node.offset());
    ++i;
  }
  auto document = prose.finish(std::move(id));
  for (auto const& block : document.blocks()) {
    if (block.kind == BlockKind::heading && document.title.empty()) document.title = document.utf8(block.span);
  }
  document.date = date_of_field(nitf.find("date.issue").attribute("norm"));
  document.author = nitf.find("byline").find("person").inner_text();
  return document;
}

void read(FileContent& file, std::string const& id, TakeDocument const& take) {
  auto const& tree = file.xml_tree();
  if (tree.root().is("nitf")) {
    ProseBuilder prose(file.utf8());
    prose.reserve(file.utf8().size());
    auto document = document_of(tree, tree.root(), std::move(prose), id);
    file.release();
    take(std::move(document));
    return;
  }
  FileSlices slices(file.utf8());
  std::size_t number = 0;
  tree.each(tree.root(), "nitf", [&](MarkupNode nitf) {
    auto const name = ++number == 1 ? id : id + "#" + std::to_string(number);
    take(document_of(tree, nitf, slices.builder(tree, nitf), name));
  });
}

}  // namespace

ArticleFormat const nitf_article{"nitf", "IPTC NITF", "", recognises, read};

}  // namespace quoth::text
