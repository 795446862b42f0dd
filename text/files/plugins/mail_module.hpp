// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/files/plugins/module.hpp"

namespace quoth::text {

// One part of a message that is shown as text.
struct MailPart {
  std::string text;
  bool html = false;
};

// One message, all of it in UTF-8, with what encodings and charsets hide. Fields that it does not have are empty.
struct MailText {
  bool readable = false;
  std::string from;          // the name, else the address
  std::string organization;  // of the sender
  std::string subject;
  std::string date;  // YYYY-MM-DD, where the sender was
  // What is shown one after the other; of several forms of the same the first plain text, else the first HTML.
  std::vector<MailPart> parts;
  std::vector<std::string> left_out;  // the names or types of all else, other than other forms and signatures
};

// The functions of GMime that quoth uses.
struct MailModule {
  static constexpr char const* name = "mail";

  // Reads a message of RFC 5322. `bytes` must outlive the call only.
  MailText (*read)(std::string_view bytes);
};

}  // namespace quoth::text
