// SPDX-License-Identifier: MIT
#include "quoth/quotation.hpp"

#include <algorithm>
#include <array>

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/extract/assemble.hpp"
#include "grammar/extract/extract_tuning.hpp"
#include "grammar/extract/plain_quotations.hpp"
#include "grammar/marks/dash_speech.hpp"
#include "grammar/marks/marks.hpp"
#include "grammar/marks/outer_text.hpp"
#include "grammar/marks/span_features.hpp"
#include "grammar/places/beside.hpp"
#include "grammar/places/editorial_note.hpp"
#include "grammar/speakers/classification.hpp"
#include "grammar/tokens/prose_token.hpp"
#include "text/words/lines.hpp"

namespace quoth {

std::string_view to_string(QuotationKind kind) {
  static constexpr std::array<std::string_view, 6> names{"direct", "partial", "headline", "term", "title", "other"};
  return names.at(static_cast<std::size_t>(kind));
}

std::string_view to_string(Naming naming) {
  static constexpr std::array<std::string_view, 6> names{"name", "role", "pronoun", "noun", "work", "none"};
  return names.at(static_cast<std::size_t>(naming));
}

std::string_view to_string(EditorialNote note) {
  static constexpr std::array<std::string_view, 7> names{"emphasis-added",
                                                         "emphasis-in-original",
                                                         "marks-omitted",
                                                         "citation-omitted",
                                                         "cleaned-up",
                                                         "alteration-in-original",
                                                         "sic"};
  return names.at(static_cast<std::size_t>(note));
}

bool Attribution::is_work_itself() const {
  return naming == Naming::work && !via.empty() && speaker.size() == via.size() &&
         speaker.compare(1, speaker.npos, via, 1, via.npos) == 0;
}

namespace {

using Tuned = grammar::ExtractTuning;

std::vector<Quotation> extract_whole(Document const& document) {
  auto const language = grammar::language_of(document);
  auto tokens = grammar::scan(document, language);
  auto marked_spans = grammar::pair_marks(tokens);
  if (!grammar::is_read(language)) {
    grammar::add_dash_speech(document.text(), tokens, marked_spans);
    return grammar::plain_quotations(document, tokens, marked_spans);
  }
  if (marked_spans.empty()) return {};
  auto const features_by_span = grammar::features_of_spans(tokens, marked_spans);
  grammar::Assembly assembly(document, tokens, marked_spans, features_by_span);
  for (auto& outer_text : grammar::outer_texts(tokens, marked_spans, language)) {
    grammar::drop_remarks(document.text(), outer_text.tokens);
    grammar::ParsedText const parsed(outer_text, features_by_span);
    assembly.add(parsed, grammar::classify(parsed, tokens, marked_spans));
  }
  auto quotations = assembly.finish();
  grammar::tell_places(document, tokens, quotations);
  return quotations;
}

void shift(Quotation& quotation, std::uint32_t offset, int ids) {
  auto const move = [offset](Span& span) { span = {span.first + offset, span.last + offset}; };
  for (auto& segment : quotation.segments) move(segment);
  if (quotation.attribution && quotation.attribution->mention) move(*quotation.attribution->mention);
  if (quotation.attribution && quotation.attribution->cue) move(*quotation.attribution->cue);
  if (quotation.place) move(quotation.place->span);
  quotation.id += ids;
  if (quotation.inside != 0) quotation.inside += ids;
}

// Where a part of a block ends that must end at `limit`: behind the last sentence, else behind the last word, that ends
// shortly before.
std::uint32_t end_of_piece(std::u32string_view text, std::uint32_t limit) {
  constexpr std::u32string_view ends_of_sentences = U".!?”\"»";
  auto end = limit;
  for (auto at = limit; at > limit - Tuned::end_of_part_within; --at) {
    if (!text::is_blank(text[at])) continue;
    if (ends_of_sentences.find(text[at - 1]) != ends_of_sentences.npos) return at;
    if (end == limit) end = at;
  }
  return end;
}

// The blocks, those far longer than a part cut into pieces.
std::vector<Block> blocks_in_pieces(Document const& document) {
  std::vector<Block> pieces;
  pieces.reserve(document.blocks().size());
  for (auto block : document.blocks()) {
    while (block.span.size() > 2 * Tuned::longest_part) {
      auto piece = block;
      piece.span.last = end_of_piece(document.text(), block.span.first + Tuned::longest_part);
      block.span.first = piece.span.last;
      pieces.push_back(piece);
    }
    pieces.push_back(block);
  }
  return pieces;
}

// The blocks [first, last) as a document of their own.
Document part_of(Document const& document, std::vector<Block> const& blocks, std::size_t first, std::size_t last) {
  auto const start = blocks[first].span.first;
  std::vector<Block> own(blocks.begin() + static_cast<std::ptrdiff_t>(first),
                         blocks.begin() + static_cast<std::ptrdiff_t>(last));
  for (auto& block : own) block.span = {block.span.first - start, block.span.last - start};
  Document part(document.id(), std::u32string(document.text().substr(start, blocks[last - 1].span.last - start)),
                std::move(own));
  part.title = document.title;
  part.date = document.date;
  part.author = document.author;
  part.outlet = document.outlet;
  part.language = document.language;
  return part;
}

// For how many quotations to make room where that many stand in the first `read` of so many characters: as many for
// each of what is left, since growing step by step would need half as much memory again. But where those stand closer
// together than in articles, perhaps no others follow.
std::size_t to_reserve(std::size_t count, std::size_t read, std::size_t characters) {
  constexpr std::size_t for_each = 96;  // characters, fewer than to a quotation in articles
  return std::min(count * (characters / read + 1), std::max(2 * count, characters / for_each));
}

// Where the part ends that begins with that block: a block quotation stays with the words that lead to it.
std::size_t end_of_part(std::vector<Block> const& blocks, std::size_t first) {
  auto const is_led_to = [&](std::size_t i) {
    return blocks[i].kind == BlockKind::block_quote && blocks[i - 1].kind != BlockKind::block_quote;
  };
  auto last = first + 1;
  if (last < blocks.size() && is_led_to(last)) ++last;
  while (last < blocks.size() && blocks[last].span.last - blocks[first].span.first <= Tuned::longest_part) ++last;
  bool const parted = last < blocks.size() && last > first + 1 && is_led_to(last);
  return parted ? last - 1 : last;
}

}  // namespace

std::vector<Quotation> extract(Document const& document) {
  if (document.text().size() <= Tuned::longest_part || document.blocks().empty()) return extract_whole(document);
  auto const blocks = blocks_in_pieces(document);
  std::vector<Quotation> all;
  for (std::size_t first = 0; first < blocks.size();) {
    auto const last = end_of_part(blocks, first);
    auto const ids = static_cast<int>(all.size());
    auto part = extract_whole(part_of(document, blocks, first, last));
    if (auto const count = all.size() + part.size(); count > all.capacity())
      all.reserve(to_reserve(count, blocks[last - 1].span.last, document.text().size()));
    for (auto& quotation : part) {
      shift(quotation, blocks[first].span.first, ids);
      all.push_back(std::move(quotation));
    }
    first = last;
  }
  return all;
}

}  // namespace quoth
