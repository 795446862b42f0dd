// SPDX-License-Identifier: MIT
#include "tests/tools/written/newsroom.hpp"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "tests/data_cases.hpp"
#include "tests/test_paths.hpp"
#include "tests/tools/written/office_files.hpp"

namespace quoth::test {

namespace {

namespace fs = std::filesystem;

// A case shows the body of a page or a message alone.
std::string framed(std::string const& text, std::string const& format) {
  if (format == "html")
    return "<!DOCTYPE html>\n<html lang=\"en\"><body><article>\n" + text + "</article></body></html>\n";
  if (format == "eml") {
    return "From: Nell Abara <nell@courier.example>\nTo: Desk <desk@courier.example>\n"
           "Date: Fri, 28 Nov 2031 09:30:00 +0000\nSubject: Draft for Saturday\nMIME-Version: 1.0\n"
           "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" +
           text;
  }
  return text;
}

void write(fs::path const& file, std::string const& text) {
  auto const format = file.extension();
  if (format == ".docx") return write_docx(file, text);
  if (format == ".odt") return write_odt(file, text);
  if (format == ".pdf") return write_pdf(file, text);
  std::ofstream(file, std::ios::binary) << text;
}

bool is_made(fs::path const& name) {
  auto const format = name.extension();
  return format == ".docx" || format == ".odt" || format == ".pdf";
}

}  // namespace

WrittenNewsroom const& WrittenNewsroom::get() {
  static WrittenNewsroom const newsroom;
  return newsroom;
}

WrittenNewsroom::WrittenNewsroom() {
  std::string name = (fs::temp_directory_path() / "quoth-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  directory_ = name;
  fs::create_directory(directory_ / "documents");
  for (auto const& entry : fs::directory_iterator(source_tree("tests/data/written/documents"))) {
    auto const stem = entry.path().stem();
    write(directory_ / "documents" / (is_made(stem) ? stem : entry.path().filename()), file_bytes(entry.path()));
  }
  fs::create_directory(directory_ / "trial");
  fs::rename(directory_ / "documents/state-v-brandt.txt", directory_ / "trial/state-v-brandt.txt");
  messages_ = run("ingest --store s.db documents/*");
  messages_ += run("ingest --store s.db --speaker 'A=Eli Brandt' --speaker 'Q=Nora Calder' trial/*");
}

WrittenNewsroom::~WrittenNewsroom() { fs::remove_all(directory_); }

std::string WrittenNewsroom::run(std::string const& arguments) const {
  auto const line = "cd '" + directory_.string() + "' && NO_COLOR=1 COLUMNS=100 '" + program_path() + "' " + arguments +
                    " >out 2>err </dev/null";
  if (std::system(line.c_str()) == -1) throw std::runtime_error("cannot run the program");
  return file_bytes(directory_ / "out") + file_bytes(directory_ / "err");
}

nlohmann::json WrittenNewsroom::sources() const {
  return nlohmann::json::parse(run("store list --store s.db --format json"), nullptr, false);
}

nlohmann::json WrittenNewsroom::check(std::string const& text, std::string const& format) const {
  auto const name = "article." + format;
  write(directory_ / name, framed(text, format));
  run("check --store s.db --format jsonl " + name);
  auto const printed = file_bytes(directory_ / "out");
  auto parsed = nlohmann::json::parse(printed, nullptr, false);
  if (!parsed.is_object()) return {{"error", printed + file_bytes(directory_ / "err")}};
  return parsed;
}

}  // namespace quoth::test
