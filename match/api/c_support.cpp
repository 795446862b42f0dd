// SPDX-License-Identifier: MIT
#include "match/api/c_support.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

namespace quoth::match {

void LastError::set(std::string_view text) noexcept {
  auto size = std::min(text.size(), sizeof text_ - 1);
  // Bytes that go on a character are 10xxxxxx.
  while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  std::memcpy(text_, text.data(), size);
  text_[size] = '\0';
}

LastError& last_error() noexcept {
  thread_local LastError error;
  return error;
}

char* copy_of(std::string const& text) {
  auto* const copy = static_cast<char*>(std::malloc(text.size() + 1));
  if (copy == nullptr) throw std::bad_alloc();
  std::memcpy(copy, text.c_str(), text.size() + 1);
  return copy;
}

}  // namespace quoth::match
