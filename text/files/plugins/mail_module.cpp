// SPDX-License-Identifier: MIT
#include "text/files/plugins/mail_module.hpp"

#include <gmime/gmime.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

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

bool is_type(GMimeObject* part, char const* type, char const* subtype) {
  return g_mime_content_type_is_type(g_mime_object_get_content_type(part), type, subtype) != 0;
}

std::string name_of(GMimeObject* part) {
  if (GMIME_IS_MESSAGE_PART(part) != 0) return "a forwarded message";
  auto name = GMIME_IS_PART(part) != 0 ? text_of(g_mime_part_get_filename(GMIME_PART(part))) : std::string();
  if (!name.empty()) return name;
  std::unique_ptr<char, Free> const type(g_mime_content_type_get_mime_type(g_mime_object_get_content_type(part)));
  return text_of(type.get());
}

bool is_signature(GMimeObject* part) {
  return is_type(part, "application", "pgp-signature") || is_type(part, "application", "pkcs7-signature") ||
         is_type(part, "application", "x-pkcs7-signature");
}

MailText shown_in(GMimeObject* part);

// One of the forms of the same text, with what is left out of all of them.
MailText best_form(GMimeMultipart* forms) {
  MailText best;
  std::vector<std::string> left_out;
  bool plain = false;
  for (int i = 0; i < g_mime_multipart_get_count(forms); ++i) {
    auto* const object = g_mime_multipart_get_part(forms, i);
    auto form = shown_in(object);
    // What is no text and has no name is another form too, such as an invitation.
    if (GMIME_IS_MULTIPART(object) != 0 || is_attachment(object))
      left_out.insert(left_out.end(), form.left_out.begin(), form.left_out.end());
    bool const is_plain = std::any_of(form.parts.begin(), form.parts.end(), [](auto const& one) { return !one.html; });
    bool const better = !plain && !form.parts.empty() && (is_plain || best.parts.empty());
    plain = plain || is_plain;
    if (better) best.parts = std::move(form.parts);
  }
  best.left_out = std::move(left_out);
  return best;
}

// Goes by recursion, as GMime's parser does; the caller refuses mail that nests deep.
MailText shown_in(GMimeObject* part) {
  MailText shown;
  if (GMIME_IS_MULTIPART(part) != 0) {
    auto* const parts = GMIME_MULTIPART(part);
    if (is_type(part, "multipart", "alternative")) return best_form(parts);
    for (int i = 0; i < g_mime_multipart_get_count(parts); ++i) {
      auto more = shown_in(g_mime_multipart_get_part(parts, i));
      std::move(more.parts.begin(), more.parts.end(), std::back_inserter(shown.parts));
      std::move(more.left_out.begin(), more.left_out.end(), std::back_inserter(shown.left_out));
    }
    return shown;
  }
  bool const html = is_text(part, "html");
  if (!is_attachment(part) && (html || is_text(part, "plain"))) {
    std::unique_ptr<char, Free> const text(g_mime_text_part_get_text(GMIME_TEXT_PART(part)));
    shown.parts.push_back({text_of(text.get()), html});
  } else if (!is_signature(part)) {
    shown.left_out.push_back(name_of(part));
  }
  return shown;
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
  if (auto* const top = g_mime_message_get_mime_part(message.get())) {
    auto shown = shown_in(top);
    mail.parts = std::move(shown.parts);
    mail.left_out = std::move(shown.left_out);
  }
  return mail;
}

constexpr quoth::text::MailModule table{read};

}  // namespace

void const* quoth_module(char const* build) { return quoth::text::answer(table, build); }
