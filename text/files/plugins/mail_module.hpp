// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "text/files/plugins/module.hpp"

namespace quoth::text {

// One message, all of it in UTF-8, with what encodings and charsets hide. Fields that it does not have are empty.
struct MailText {
  bool readable = false;
  std::string from;          // the name, else the address
  std::string organization;  // of the sender
  std::string subject;
  std::string date;  // YYYY-MM-DD, where the sender was
  std::string body;  // the first plain text that is no attachment, else the first HTML
  bool html = false;
  unsigned attachments = 0;  // parts that are not in `body`, other than another form of it
};

// The functions of GMime that quoth uses.
struct MailModule {
  static constexpr char const* name = "mail";

  // Reads a message of RFC 5322. `bytes` must outlive the call only.
  MailText (*read)(std::string_view bytes);
};

}  // namespace quoth::text
