// SPDX-License-Identifier: MIT
#include "tests/tools/written/office_files.hpp"

#include <zip.h>

#include <pugixml.hpp>
#include <sstream>
#include <stdexcept>
#include <utility>
#include <vector>

#include "tests/tools/written/manuscript.hpp"

namespace quoth::test {

namespace {

namespace fs = std::filesystem;
using Members = std::vector<std::pair<std::string, std::string>>;

void write_zip(fs::path const& file, Members const& members) {
  auto* const zip = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  if (zip == nullptr) throw std::runtime_error("cannot write " + file.string());
  for (auto const& [name, bytes] : members) {
    auto const index = zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), 0);
    if (name == "mimetype") zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  }
  if (zip_close(zip) != 0) throw std::runtime_error("cannot write " + file.string());
}

std::string bytes_of(pugi::xml_document const& xml) {
  std::ostringstream out;
  xml.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return out.str();
}

char const* word_style(ParagraphStyle style) {
  switch (style) {
    case ParagraphStyle::title:
      return "Title";
    case ParagraphStyle::deck:
      return "Subtitle";
    case ParagraphStyle::heading:
      return "Heading1";
    case ParagraphStyle::list_item:
      return "ListParagraph";
    case ParagraphStyle::block_quote:
      return "Quote";
    case ParagraphStyle::caption:
      return "Caption";
    default:
      return "Normal";
  }
}

// The names that Word gives its own styles.
constexpr char const* word_styles =
    R"(<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
    R"(<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/><w:basedOn w:val="Normal"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>)"
    R"(<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/>)"
    R"(<w:pPr><w:ind w:left="864" w:right="864"/></w:pPr></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style></w:styles>)";

void add_word_paragraph(pugi::xml_node body, Paragraph const& paragraph) {
  auto p = body.append_child("w:p");
  auto properties = p.append_child("w:pPr");
  properties.append_child("w:pStyle").append_attribute("w:val") = word_style(paragraph.style);
  if (paragraph.style == ParagraphStyle::list_item) {
    auto numbering = properties.append_child("w:numPr");
    numbering.append_child("w:ilvl").append_attribute("w:val") = 0;
    numbering.append_child("w:numId").append_attribute("w:val") = 1;
  }
  if (paragraph.style == ParagraphStyle::indented) {
    auto indent = properties.append_child("w:ind");
    indent.append_attribute("w:left") = 720;
    indent.append_attribute("w:right") = 720;
  }
  for (auto const& run : paragraph.runs) {
    auto r = p.append_child("w:r");
    auto look = r.append_child("w:rPr");
    if (run.bold) look.append_child("w:b");
    if (run.italic) look.append_child("w:i");
    auto text = r.append_child("w:t");
    text.append_attribute("xml:space") = "preserve";
    text.text() = run.text.c_str();
  }
}

char const* office_style(ParagraphStyle style) {
  switch (style) {
    case ParagraphStyle::title:
      return "Title";
    case ParagraphStyle::deck:
      return "Subtitle";
    case ParagraphStyle::heading:
      return "Heading_20_1";
    case ParagraphStyle::block_quote:
      return "Quotations";
    case ParagraphStyle::indented:
      return "P1";
    case ParagraphStyle::caption:
      return "Caption";
    default:
      return "Text_20_body";
  }
}

constexpr char const* office_namespaces[][2] = {
    {"xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
    {"xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"},
    {"xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"},
    {"xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"},
};

pugi::xml_node office_root(pugi::xml_document& xml, char const* name) {
  auto root = xml.append_child(name);
  for (auto const& [attribute, value] : office_namespaces) root.append_attribute(attribute) = value;
  root.append_attribute("office:version") = "1.3";
  return root;
}

void add_office_style(pugi::xml_node styles, char const* name, char const* family, char const* parent) {
  auto style = styles.append_child("style:style");
  style.append_attribute("style:name") = name;
  style.append_attribute("style:family") = family;
  if (parent != nullptr) style.append_attribute("style:parent-style-name") = parent;
}

std::string office_styles() {
  pugi::xml_document xml;
  auto styles = office_root(xml, "office:document-styles").append_child("office:styles");
  for (auto const* name : {"Text_20_body", "Title", "Subtitle", "Heading_20_1", "Quotations", "Caption"})
    add_office_style(styles, name, "paragraph", "Standard");
  return bytes_of(xml);
}

void add_office_automatic_styles(pugi::xml_node root) {
  auto styles = root.append_child("office:automatic-styles");
  add_office_style(styles, "P1", "paragraph", "Text_20_body");
  styles.last_child().append_child("style:paragraph-properties").append_attribute("fo:margin-left") = "1.25cm";
  add_office_style(styles, "T1", "text", nullptr);
  styles.last_child().append_child("style:text-properties").append_attribute("fo:font-style") = "italic";
  add_office_style(styles, "T2", "text", nullptr);
  styles.last_child().append_child("style:text-properties").append_attribute("fo:font-weight") = "bold";
}

void add_office_paragraph(pugi::xml_node body, Paragraph const& paragraph) {
  auto const is_heading = paragraph.style == ParagraphStyle::heading;
  if (paragraph.style == ParagraphStyle::list_item)
    body = body.append_child("text:list").append_child("text:list-item");
  auto p = body.append_child(is_heading ? "text:h" : "text:p");
  p.append_attribute("text:style-name") = office_style(paragraph.style);
  if (is_heading) p.append_attribute("text:outline-level") = 1;
  for (auto const& run : paragraph.runs) {
    if (!run.bold && !run.italic) {
      p.append_child(pugi::node_pcdata).set_value(run.text.c_str());
      continue;
    }
    auto span = p.append_child("text:span");
    span.append_attribute("text:style-name") = run.bold ? "T2" : "T1";
    span.text() = run.text.c_str();
  }
}

}  // namespace

void write_docx(fs::path const& file, std::string const& manuscript) {
  constexpr auto package = "http://schemas.openxmlformats.org/package/2006/";
  constexpr auto type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  constexpr auto relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  pugi::xml_document xml;
  auto root = xml.append_child("w:document");
  root.append_attribute("xmlns:w") = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  auto body = root.append_child("w:body");
  for (auto const& paragraph : read_manuscript(manuscript)) add_word_paragraph(body, paragraph);
  write_zip(file,
            {{"[Content_Types].xml", std::string("<Types xmlns=\"") + package +
                                         "content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"" +
                                         type + "document.main+xml\"/><Override PartName=\"/word/styles.xml\" " +
                                         "ContentType=\"" + type + "styles+xml\"/></Types>"},
             {"_rels/.rels", std::string("<Relationships xmlns=\"") + package + "relationships\"><Relationship " +
                                 "Id=\"r1\" Type=\"" + relation + "officeDocument\" Target=\"word/document.xml\"/>" +
                                 "</Relationships>"},
             {"word/_rels/document.xml.rels", std::string("<Relationships xmlns=\"") + package +
                                                  "relationships\"><Relationship Id=\"r1\" Type=\"" + relation +
                                                  "styles\" Target=\"styles.xml\"/></Relationships>"},
             {"word/styles.xml", word_styles},
             {"word/document.xml", bytes_of(xml)}});
}

void write_odt(fs::path const& file, std::string const& manuscript) {
  constexpr auto mimetype = "application/vnd.oasis.opendocument.text";
  pugi::xml_document xml;
  auto root = office_root(xml, "office:document-content");
  add_office_automatic_styles(root);
  auto body = root.append_child("office:body").append_child("office:text");
  for (auto const& paragraph : read_manuscript(manuscript)) add_office_paragraph(body, paragraph);
  constexpr auto entry = R"(<manifest:file-entry manifest:media-type="text/xml" manifest:full-path=")";
  write_zip(
      file,
      {{"mimetype", mimetype},
       {"META-INF/manifest.xml",
        std::string(R"(<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">)") +
            R"(<manifest:file-entry manifest:full-path="/" manifest:media-type=")" + mimetype + "\"/>" + entry +
            "content.xml\"/>" + entry + "styles.xml\"/></manifest:manifest>"},
       {"styles.xml", office_styles()},
       {"content.xml", bytes_of(xml)}});
}

}  // namespace quoth::test
