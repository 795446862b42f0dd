// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <exception>
#include <string>
#include <string_view>

#include "quoth/error.hpp"

namespace quoth::match {

// Why a thread's last call of the C face failed; no more than what C can hold without an exception of its own.
class LastError {
 public:
  void clear() noexcept { text_[0] = '\0'; }
  // Cuts what is too long between two characters.
  void set(std::string_view text) noexcept;
  char const* text() const noexcept { return text_; }

 private:
  char text_[1024] = "";
};

// The calling thread's.
LastError& last_error() noexcept;

// What `work` gives; nothing (NULL, 0) where it throws, which the thread's last error then tells.
template <typename Work>
auto guarded(Work const& work) noexcept -> decltype(work()) {
  last_error().clear();
  try {
    return work();
  } catch (std::exception const& error) {
    last_error().set(error.what());
  } catch (...) {
    last_error().set("stopped by an unexpected failure");
  }
  return {};
}

// Throws Error where it is NULL.
template <typename Pointer>
Pointer given(Pointer pointer, char const* what) {
  if (pointer == nullptr) throw Error(std::string(what) + " is NULL");
  return pointer;
}

// A copy that quoth_free() frees. Throws bad_alloc.
char* copy_of(std::string const& text);

}  // namespace quoth::match
