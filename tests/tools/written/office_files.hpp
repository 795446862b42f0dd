// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace quoth::test {

// Write a manuscript as the file that Word, LibreOffice and a PDF printer would write, as far as quoth reads them.
// Each throws std::runtime_error where the file cannot be written.
void write_docx(std::filesystem::path const& file, std::string const& manuscript);
void write_odt(std::filesystem::path const& file, std::string const& manuscript);

// Each "[page N]" of the manuscript is a page with its number at the foot; Latin letters and typographic marks only.
void write_pdf(std::filesystem::path const& file, std::string const& manuscript);

}  // namespace quoth::test
