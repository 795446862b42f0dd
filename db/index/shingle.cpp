// SPDX-License-Identifier: MIT
#include "db/index/shingle.hpp"

#include "text/bytes/hash.hpp"

namespace quoth::db {

namespace {

Shingle number(Shingle first, int bits, std::uint64_t hash) {
  return first + static_cast<Shingle>(hash >> (64 - bits));
}

}  // namespace

std::vector<ByteSpan> remarks_in(std::string_view utf8) {
  if (utf8.find('(') == std::string_view::npos && utf8.find('[') == std::string_view::npos) return {};
  return text::stage_directions(utf8);
}

void leave_out(std::span<ByteSpan const> remarks, std::size_t from, std::vector<text::HashedWord>& words) {
  if (remarks.empty()) return;
  auto remark = remarks.begin();
  auto const begin = words.begin() + static_cast<std::ptrdiff_t>(from);
  auto const is_remark = [&](text::HashedWord const& word) {
    while (remark != remarks.end() && remark->last <= word.byte) ++remark;
    return remark != remarks.end() && remark->first <= word.byte;
  };
  auto kept = begin;
  for (auto word = begin; word != words.end(); ++word)
    if (!is_remark(*word)) *kept++ = *word;
  words.erase(kept, words.end());
}

void hash_spoken(std::string_view utf8, std::uint32_t first, std::vector<text::HashedWord>& out) {
  auto const from = out.size();
  text::hash_words(utf8, first, out);
  leave_out(remarks_in(utf8), from, out);
}

Shingle shingle(std::uint64_t a) { return number(0, short_shingle_bits, text::mixed_bits(a)); }
Shingle shingle(std::uint64_t a, std::uint64_t b) {
  return number(Shingle{1} << short_shingle_bits, short_shingle_bits, text::mixed_bits(text::mixed_bits(a) + b));
}
Shingle shingle(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  return number(first_long_shingle, long_shingle_bits, text::mixed_bits(text::mixed_bits(text::mixed_bits(a) + b) + c));
}

}  // namespace quoth::db
