// SPDX-License-Identifier: MIT
#include "text/files/plugins/pdf_module.hpp"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <ctime>
#include <memory>

struct quoth::text::PdfPages {
  std::unique_ptr<poppler::document> document;
};

namespace {

using quoth::text::PdfLayout;
using quoth::text::PdfPages;

std::unique_ptr<poppler::document> loaded(std::string_view bytes) {
  return std::unique_ptr<poppler::document>(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
}

// Poppler makes the profile of colours that all its documents share when it draws its first page (the constructor of
// GfxState), without a lock. So a page with nothing on it is drawn before threads draw others.
bool prepare() {
  constexpr std::string_view blank =
      "%PDF-1.1\n"
      "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
      "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"
      "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>> endobj\n"
      "trailer <</Root 1 0 R>>\n";
  poppler::set_debug_error_function([](std::string const&, void*) {}, nullptr);
  auto const document = loaded(blank);
  if (!document) return false;
  std::unique_ptr<poppler::page> const page(document->create_page(0));
  return page && page->text().empty();
}

PdfPages* open(std::string_view bytes) {
  [[maybe_unused]] static bool const ready = prepare();
  auto document = loaded(bytes);
  return document ? new PdfPages{std::move(document)} : nullptr;
}

void close(PdfPages* pdf) { delete pdf; }

bool is_locked(PdfPages const& pdf) { return pdf.document->is_locked(); }

int count(PdfPages const& pdf) { return pdf.document->pages(); }

std::string text(PdfPages const& pdf, int number, PdfLayout layout) {
  std::unique_ptr<poppler::page> const page(pdf.document->create_page(number));
  if (!page) return {};
  auto const bytes = page->text({}, layout == PdfLayout::printed ? poppler::page::physical_layout
                                                                 : poppler::page::non_raw_non_physical_layout)
                         .to_utf8();
  return {bytes.begin(), bytes.end()};
}

std::string utf8(poppler::ustring const& text) {
  auto const bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

std::string label(PdfPages const& pdf, int number) {
  std::unique_ptr<poppler::page> const page(pdf.document->create_page(number));
  return page ? utf8(page->label()) : std::string();
}

quoth::text::PdfInfo info(PdfPages const& pdf) {
  quoth::text::PdfInfo info{utf8(pdf.document->get_title()), utf8(pdf.document->get_author()), {}};
  auto const seconds = pdf.document->get_creation_date_t();
  std::tm day{};
  if (seconds > 0 && gmtime_r(&seconds, &day) != nullptr) {
    char text[sizeof "YYYY-MM-DD"];
    if (std::strftime(text, sizeof text, "%Y-%m-%d", &day) > 0) info.date = text;
  }
  return info;
}

constexpr quoth::text::PdfModule table{open, close, is_locked, count, text, label, info};

}  // namespace

void const* quoth_module(char const* build) { return quoth::text::answer(table, build); }
