// SPDX-License-Identifier: MIT
#include "text/files/plugins/mail_module.hpp"

#include <gmime/gmime.h>

#include <memory>

namespace {

using quoth::text::MailText;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename Object>
using Owned = std::unique_ptr<Object, Unref>;

struct Free {
  void operator()(char* text) const { g_free(text); }
};

std::string text_of(char const* text) { return text == nullptr ? std::string() : std::string(text); }

std::string sender_of(GMimeMessage* message) {
  auto* const list = g_mime_message_get_from(message);
  auto* const address = list == nullptr ? nullptr : internet_address_list_get_address(list, 0);
  if (address == nullptr) return {};
  auto name = text_of(internet_address_get_name(address));
  if (name.empty() && INTERNET_ADDRESS_IS_MAILBOX(address))
    name = text_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)));
  return name;
}

std::string date_of(GMimeMessage* message) {
  auto* const date = g_mime_message_get_date(message);
  if (date == nullptr) return {};
  std::unique_ptr<char, Free> const text(g_date_time_format(date, "%Y-%m-%d"));
  return text_of(text.get());
}

std::string header_of(GMimeMessage* message, char const* name) {
  auto const* const value = g_mime_object_get_header(GMIME_OBJECT(message), name);
  if (value == nullptr) return {};
  std::unique_ptr<char, Free> const text(g_mime_utils_header_decode_text(nullptr, value));
  return text_of(text.get());
}

bool is_attachment(GMimeObject* part) {
  auto const* const disposition = g_mime_object_get_disposition(part);
  return disposition != nullptr && g_ascii_strcasecmp(disposition, GMIME_DISPOSITION_ATTACHMENT) == 0;
}

bool is_text(GMimeObject* part, char const* subtype) {
  return GMIME_IS_TEXT_PART(part) != 0 &&
         g_mime_content_type_is_type(g_mime_object_get_content_type(part), "text", subtype) != 0;
}

// Takes the parts of a message in order; GMime goes through them without recursion.
void take_part(GMimeObject* /*parent*/, GMimeObject* part, gpointer data) {
  auto& mail = *static_cast<MailText*>(data);
  if (GMIME_IS_MULTIPART(part) != 0) return;
  bool const plain = is_text(part, "plain");
  bool const html = is_text(part, "html");
  bool const better = mail.body.empty() || (plain && mail.html);
  if (is_attachment(part) || !(plain || html) || !better) {
    mail.attachments += !html;
    return;
  }
  std::unique_ptr<char, Free> const text(g_mime_text_part_get_text(GMIME_TEXT_PART(part)));
  mail.body = text_of(text.get());
  mail.html = html;
}

MailText read(std::string_view bytes) {
  static bool const ready = (g_mime_init(), true);
  MailText mail;
  if (!ready) return mail;
  Owned<GMimeStream> const stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  Owned<GMimeParser> const parser(g_mime_parser_new_with_stream(stream.get()));
  Owned<GMimeMessage> const message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message) return mail;
  mail.readable = true;
  mail.from = sender_of(message.get());
  mail.organization = header_of(message.get(), "Organization");
  mail.subject = text_of(g_mime_message_get_subject(message.get()));
  mail.date = date_of(message.get());
  g_mime_message_foreach(message.get(), take_part, &mail);
  return mail;
}

constexpr quoth::text::MailModule table{read};

}  // namespace

void const* quoth_module(char const* build) { return quoth::text::answer(table, build); }
