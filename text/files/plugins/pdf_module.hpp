// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "text/files/plugins/module.hpp"

namespace quoth::text {

// An open PDF.
struct PdfPages;

// In reading order, or laid out as on the page.
enum class PdfLayout { reading, printed };

// What the file says of itself; empty where it says nothing.
struct PdfInfo {
  std::string title;
  std::string author;
  std::string date;  // of creation, YYYY-MM-DD
};

// The functions of poppler that quoth uses.
struct PdfModule {
  static constexpr char const* name = "pdf";

  // Keeps `bytes`, which must outlive it and be less than 2 GiB. Null if they cannot be read.
  PdfPages* (*open)(std::string_view bytes);
  void (*close)(PdfPages* pdf);
  bool (*is_locked)(PdfPages const& pdf);
  int (*count)(PdfPages const& pdf);
  // The text of a page, from 0, in valid UTF-8; empty if the page is broken.
  std::string (*text)(PdfPages const& pdf, int page, PdfLayout layout);
  // The number of a page as the file labels it, "iv"; may be empty.
  std::string (*label)(PdfPages const& pdf, int page);
  PdfInfo (*info)(PdfPages const& pdf);
};

}  // namespace quoth::text
