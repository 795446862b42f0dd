// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "text/files/plugins/module.hpp"

namespace quoth {

// An open PDF.
struct PdfPages;

// In reading order, or with each word where it stands on the page.
enum class PdfLayout { reading, printed };

// What quoth needs of poppler.
struct PdfModule {
  static constexpr char const* name = "pdf";

  // `bytes` must stay, and are less than 2 GiB. Null where they cannot be read.
  PdfPages* (*open)(std::string_view bytes);
  void (*close)(PdfPages* pdf);
  bool (*is_locked)(PdfPages const& pdf);
  int (*count)(PdfPages const& pdf);
  // Of a page, from 0, in UTF-8 that poppler vouches for; empty where the page is broken.
  std::string (*text)(PdfPages const& pdf, int page, PdfLayout layout);
};

}  // namespace quoth
