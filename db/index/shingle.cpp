// SPDX-License-Identifier: MIT
#include "db/index/shingle.hpp"

#include "text/bytes/hash.hpp"

namespace quoth::db {

namespace {

// A shingle's number has 26 bits: its length less one in the top two, then a 24-bit hash. A hash collision does no
// harm: every match is verified in the text.
constexpr int hash_bits = 24;

Shingle number(std::uint32_t length, std::uint64_t hash) {
  return (length - 1) << hash_bits | static_cast<Shingle>(hash >> (64 - hash_bits));
}

}  // namespace

std::vector<ByteSpan> remarks_in(std::string_view utf8) {
  if (utf8.find('(') == std::string_view::npos && utf8.find('[') == std::string_view::npos) return {};
  return text::stage_directions(utf8);
}

void leave_out(std::vector<ByteSpan> const& remarks, std::size_t from, std::vector<text::HashedWord>& words) {
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

Shingle shingle(std::uint64_t a) { return number(1, text::mixed_bits(a)); }
Shingle shingle(std::uint64_t a, std::uint64_t b) { return number(2, text::mixed_bits(text::mixed_bits(a) + b)); }
Shingle shingle(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  return number(3, text::mixed_bits(text::mixed_bits(text::mixed_bits(a) + b) + c));
}

}  // namespace quoth::db
