// SPDX-License-Identifier: MIT
#include "text/articles/print/text_modes.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

namespace quoth::text {

namespace {

constexpr std::string_view white_space{" \t\r\n\f\0", 6};
constexpr std::string_view delimiters{" \t\r\n\f\0()<>[]{}/%", 16};

// Reads operands and operators one after the other; the operands of an operator stand before it.
class ContentReader {
 public:
  ContentReader(std::string_view content, TextModes& modes) : rest_(content), modes_(modes) {}

  void read() {
    while (!rest_.empty()) {
      switch (rest_.front()) {
        case '(':
          take_string();
          break;
        case '<':
          take_hexadecimal();
          break;
        case '%':
          skip(rest_.find_first_of("\r\n"));
          break;
        case '/':
          rest_.remove_prefix(1);
          skip(rest_.find_first_of(delimiters));
          break;
        default:
          take_word();
      }
    }
  }

 private:
  void skip(std::size_t bytes) { rest_.remove_prefix(std::min(bytes, rest_.size())); }

  // "(a \(b\) (c))": brackets inside are in pairs or behind a backslash.
  void take_string() {
    std::size_t depth = 0;
    std::size_t at = 0;
    for (; at < rest_.size(); ++at) {
      if (rest_[at] == '\\') {
        ++at;
      } else if (rest_[at] == '(') {
        ++depth;
      } else if (rest_[at] == ')' && --depth == 0) {
        break;
      }
    }
    text_ += std::min(at, rest_.size()) - 1;
    skip(at + 1);
  }

  // "<0041>"; "<<" begins a dictionary.
  void take_hexadecimal() {
    if (rest_.starts_with("<<")) return skip(2);
    auto const end = rest_.find('>');
    text_ += std::min(end, rest_.size()) / 2;
    skip(end == rest_.npos ? end : end + 1);
  }

  void take_word() {
    auto const word = rest_.substr(0, rest_.find_first_of(delimiters));
    skip(std::max<std::size_t>(word.size(), 1));  // or a delimiter that means nothing here
    if (word.empty()) return;
    int number = 0;
    if (std::from_chars(word.data(), word.data() + word.size(), number).ec == std::errc{}) {
      number_ = number;
    } else if (word.front() != '-' && word.front() != '.' && word.front() != '+') {
      apply(word);
    }
  }

  void apply(std::string_view operation) {
    constexpr std::size_t deepest = 64;
    if (operation == "Tr") {
      mode_ = number_;
    } else if (operation == "q" && saved_.size() < deepest) {
      saved_.push_back(mode_);
    } else if (operation == "Q" && !saved_.empty()) {
      mode_ = saved_.back();
      saved_.pop_back();
    } else if (operation == "Tj" || operation == "TJ" || operation == "'" || operation == "\"") {
      (mode_ == 3 || mode_ == 7 ? modes_.hidden : modes_.shown) += text_;
    } else if (operation == "ID") {
      // The bytes of a picture inside the stream.
      auto end = rest_.find("EI");
      while (end != rest_.npos && end > 0 && white_space.find(rest_[end - 1]) == white_space.npos)
        end = rest_.find("EI", end + 1);
      skip(end == rest_.npos ? end : end + 2);
    }
    text_ = 0;
  }

  std::string_view rest_;
  TextModes& modes_;
  std::vector<int> saved_;
  int mode_ = 0;
  int number_ = 0;
  std::size_t text_ = 0;  // bytes of the strings before the next operator
};

}  // namespace

void count_text(std::string_view content, TextModes& modes) { ContentReader(content, modes).read(); }

}  // namespace quoth::text
