// SPDX-License-Identifier: MIT
#include "text/files/file_content.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "quoth/error.hpp"
#include "quoth/limits.hpp"
#include "text/files/gzip.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::text {

namespace {

constexpr std::string_view blanks = " \t\r\n\f";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string ending_of(std::string const& path) {
  auto file = std::filesystem::path(path);
  auto ending = file.extension().string();
  if (ending == ".gz") ending = file.stem().extension().string();
  return in_ascii_lower(ending);
}

// The start of the file in lower case, after white space and comments, with which Markdown may begin too.
std::string head_of(std::string_view bytes) {
  constexpr std::size_t enough = 2048;  // bytes
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  bytes.remove_prefix(std::min(bytes.find_first_not_of(blanks), bytes.size()));
  while (bytes.starts_with("<!--") && bytes.find("-->") != bytes.npos) {
    bytes.remove_prefix(bytes.find("-->") + 3);
    bytes.remove_prefix(std::min(bytes.find_first_not_of(blanks), bytes.size()));
  }
  return in_ascii_lower(bytes.substr(0, enough));
}

// Of what names of encodings consist: https://www.iana.org/assignments/character-sets
bool is_of_encoding_name(char c) {
  return is_ascii_alphanumeric(c) || std::string_view("-_.:+").find(c) != std::string_view::npos;
}

// The encoding that XML or HTML declares at its head; empty if it declares none.
std::string declared_encoding(std::string_view head) {
  for (auto const* word : {"encoding=", "charset="}) {
    auto const at = head.find(word);
    if (at == head.npos) continue;
    auto rest = head.substr(at + std::string_view(word).size());
    if (rest.starts_with('"') || rest.starts_with('\'')) rest.remove_prefix(1);
    return {rest.begin(), std::ranges::find_if_not(rest, is_of_encoding_name)};
  }
  return {};
}

}  // namespace

FileContent::FileContent(std::string bytes, std::string where, std::string const& path, Limits limits)
    : bytes_(std::move(bytes)), where_(std::move(where)), ending_(ending_of(path)), limits_(limits), deadline_(limits) {
  if (bytes_.size() > limits_.bytes) {
    throw Error(where_ + ": is over " + std::to_string(limits_.bytes) + " bytes; allow more with --limit bytes=…");
  }
  if (is_gzip(bytes_)) bytes_ = gunzip(bytes_, limits_, where_);
}

char FileContent::first_mark() const {
  auto const start = bytes_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  auto const at = bytes_.find_first_not_of(blanks, start);
  return at == bytes_.npos ? '\0' : bytes_[at];
}

std::u32string const& FileContent::text() {
  if (!text_) {
    auto const declared = first_mark() == '<' ? declared_encoding(head_of(bytes_)) : std::string();
    text_ = decode(bytes_, where_, declared).text;
  }
  return *text_;
}

std::string const& FileContent::utf8() {
  if (bytes_are_utf8_) return bytes_;
  if (utf8_) return *utf8_;
  // Most files are UTF-8 without a byte order mark and need no copy.
  bool const plain = valid_utf8(bytes_) && bytes_.find('\0') == bytes_.npos;
  if (plain && !bytes_.starts_with(byte_order_mark)) {
    bytes_are_utf8_ = true;
    return bytes_;
  }
  utf8_ = plain ? bytes_.substr(byte_order_mark.size()) : to_utf8(text());
  return *utf8_;
}

std::u32string FileContent::take_text() {
  text();
  auto taken = std::move(*text_);
  release();
  return taken;
}

void FileContent::release() {
  std::string().swap(bytes_);  // assigning an empty one keeps the memory
  bytes_are_utf8_ = false;
  text_.reset();
  utf8_.reset();
  json_.reset();
  xml_.reset();
  html_.reset();
}

// Plain text may begin with a bracket too: "[Applause]", "[00:12]".
bool FileContent::looks_like_json() const {
  auto const mark = first_mark();
  if (mark != '{' && mark != '[') return false;
  auto const next = bytes_.find_first_not_of(blanks, bytes_.find(mark) + 1);
  if (next == bytes_.npos) return false;
  return mark == '{' ? bytes_[next] == '"' || bytes_[next] == '}'
                     : std::string_view("{[]\"").find(bytes_[next]) != std::string_view::npos;
}

bool FileContent::is_named_as_text() const {
  constexpr std::array<std::string_view, 4> endings{".md", ".markdown", ".txt", ".text"};
  return std::ranges::find(endings, ending_) != endings.end();
}

JsonValue FileContent::json() {
  if (is_no_json_ || !looks_like_json()) return {};
  if (json_) return json_->root();
  try {
    json_.emplace(utf8(), limits_.depth, where_);
  } catch (Error const&) {
    if (!is_named_as_text()) throw;
    is_no_json_ = true;
    return {};
  }
  return json_->root();
}

bool FileContent::looks_like_html() {
  auto const head = head_of(bytes_);
  if (!head.starts_with('<') || head.starts_with("<?xml")) return head.find("<html") != head.npos;
  constexpr std::array<std::string_view, 14> tags{
      "<!doctype html", "<html", "<head",  "<body", "<div", "<p>",    "<p ",
      "<article",       "<main", "<cite>", "<h1",   "<h2",  "<table", "<pre"};
  return std::ranges::any_of(tags, [&](std::string_view tag) { return head.starts_with(tag); }) ||
         head.find("<html") != head.npos;
}

bool FileContent::looks_like_xml() {
  auto const head = head_of(bytes_);
  return head.starts_with('<') && (head.size() < 2 || head[1] == '?' || head[1] == '!' || is_ascii_letter(head[1]));
}

Markup const* FileContent::xml() {
  if (!looks_like_xml() || (looks_like_html() && !head_of(bytes_).starts_with("<?xml"))) return nullptr;
  if (!xml_) xml_ = Markup::xml(utf8(), limits_, where_);
  return &*xml_;
}

Markup const& FileContent::xml_tree() {
  auto const* tree = xml();
  if (tree == nullptr) throw Error(where_ + ": is no XML; give its format with --input-format");
  return *tree;
}

MarkupNode FileContent::xml_root() {
  auto const* tree = xml();
  return tree == nullptr ? MarkupNode() : tree->root();
}

Markup const* FileContent::html() {
  if (!html_) html_ = Markup::html(utf8(), limits_, where_);
  return &*html_;
}

}  // namespace quoth::text
