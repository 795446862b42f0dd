// SPDX-License-Identifier: MIT
#include "db/audit/article_rows.hpp"

#include <sqlite3.h>

#include <array>
#include <cmath>
#include <cstring>

#include "db/audit/audit_file.hpp"
#include "quoth/error.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::db {

namespace {

// The fields of a row, in the order of their bytes.
template <typename Coder>
void code(Coder& coder, auto& row) requires requires {
  row.machine_errors;
}
{
  coder.fields(row.source, row.title, row.date, row.url, row.made, row.speaker, row.utterance, row.time, row.before,
               row.text, row.after, row.edits, row.classes, row.segments, row.chance, row.machine_errors,
               row.check_time, row.edit_rows);
}

template <typename Coder>
void code(Coder& coder, auto& row) requires requires {
  row.edit_class;
}
{
  coder.fields(row.edit_class, row.printed, row.said, row.allowed, row.machine_error, row.printed_first,
               row.printed_last, row.said_first, row.said_last);
}

template <typename Coder>
void code(Coder& coder, auto& row) requires requires {
  row.evidence;
}
{
  coder.fields(row.number, row.kind, row.text, row.first, row.last, row.line, row.column, row.speaker, row.mention,
               row.cue, row.via, row.rule, row.attribution_confidence, row.words, row.same_words, row.verdict, row.also,
               row.must_be_seen, row.fidelity, row.confidence, row.message, row.set_aside, row.reason,
               row.speaker_checked, row.evidence);
}

template <typename Coder>
void code(Coder& coder, auto& row) requires requires {
  row.quotations;
}
{ coder.fields(row.checked, row.fidelity, row.quotations); }

// Whole numbers are in LEB128, seven bits a byte; the others are as memory has them.
constexpr unsigned bits_a_byte = 7;
constexpr std::uint64_t low_bits = 0x7F;
constexpr unsigned more_follows = 0x80;

class Encoder {
 public:
  explicit Encoder(std::string& bytes) : bytes_(bytes) {}

  template <typename... Fields>
  void fields(Fields const&... fields) {
    (field(fields), ...);
  }

 private:
  void number(std::uint64_t value) {
    for (; value > low_bits; value >>= bits_a_byte) bytes_ += static_cast<char>((value & low_bits) | more_follows);
    bytes_ += static_cast<char>(value);
  }
  void field(std::int64_t value) { number(static_cast<std::uint64_t>(value)); }
  void field(bool value) { bytes_ += static_cast<char>(value); }
  void field(std::string_view text) {
    if (!text::valid_utf8(text)) return field(std::string_view(text::repaired_utf8(text)));
    number(text.size());
    bytes_ += text;
  }
  void field(std::optional<double> value) {
    field(value.has_value());
    if (value) bytes_.append(reinterpret_cast<char const*>(&*value), sizeof *value);
  }
  template <typename Row>
  void field(std::vector<Row> const& rows) {
    number(rows.size());
    for (auto const& row : rows) code(*this, row);
  }

  std::string& bytes_;
};

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : rest_(bytes) {}

  template <typename... Fields>
  void fields(Fields&... fields) {
    (field(fields), ...);
  }
  bool is_at_end() const { return rest_.empty(); }
  [[noreturn]] static void fail() { throw audit_damage(); }

 private:
  std::string_view take(std::uint64_t size) {
    if (size > rest_.size()) fail();
    auto const taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  std::uint64_t number() {
    constexpr unsigned all_bits = 64;
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < all_bits; shift += bits_a_byte) {
      auto const byte = static_cast<unsigned char>(take(1).front());
      value |= (byte & low_bits) << shift;
      if (byte < more_follows) return value;
    }
    fail();
  }
  void field(std::int64_t& value) { value = static_cast<std::int64_t>(number()); }
  void field(bool& value) { value = take(1).front() != 0; }
  void field(std::string_view& text) { text = take(number()); }
  void field(std::optional<double>& value) {
    value.reset();
    if (take(1).front() == 0) return;
    std::memcpy(&value.emplace(), take(sizeof(double)).data(), sizeof(double));
    if (!std::isfinite(*value)) fail();
  }
  template <typename Row>
  void field(std::vector<Row>& rows) {
    // Not reserved: a damaged number may be any, but each row takes some bytes.
    for (auto count = number(); count > 0; --count) code(*this, rows.emplace_back());
  }

  std::string_view rest_;
};

void refuse_no_share(std::optional<double> const& number) {
  if (number && (*number < 0 || *number > 1)) Decoder::fail();
}

}  // namespace

void append_rows(std::string& bytes, ArticleRows const& rows) {
  Encoder encoder(bytes);
  code(encoder, rows);
}

ArticleRows decode_rows(std::string_view bytes) {
  ArticleRows rows;
  Decoder decoder(bytes);
  code(decoder, rows);
  if (!decoder.is_at_end()) Decoder::fail();
  refuse_no_share(rows.fidelity);
  for (auto const& row : rows.quotations) {
    for (auto const& number : {row.fidelity, row.confidence, row.attribution_confidence}) refuse_no_share(number);
  }
  return rows;
}

void append_real(std::string& out, double number) {
  std::array<char, 64> digits{};
  sqlite3_snprintf(static_cast<int>(digits.size()), digits.data(), "%!.15g", number);
  out += digits.data();
}

}  // namespace quoth::db
