// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>

namespace quoth {

/// Something the user must hear about: unreadable input, a broken store, misuse. `what()` is one line that says what is
/// wrong, where, and what to do. Thrown across the public face; "no source found" is a verdict, never an Error.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The store itself failed: it is damaged, locked, full, or its disk is. What was to be written in one go with the
/// failing part was not written, and other calls are likely to fail as well.
class StoreError : public Error {
 public:
  using Error::Error;
};

}  // namespace quoth
