// SPDX-License-Identifier: MIT
#include "text/articles/office/docx_package.hpp"

#include <filesystem>

#include "quoth/error.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::text {

namespace {

constexpr auto* relationships_part = "word/_rels/document.xml.rels";
constexpr auto* types_part = "[Content_Types].xml";
constexpr auto* new_comments_part = "word/comments.xml";
constexpr auto* relationships_of_none =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>)";
constexpr auto* comments_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr std::string_view strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

std::string namespace_of(xmlNode const* element) {
  return element->ns != nullptr ? reinterpret_cast<char const*>(element->ns->href) : "";
}

// The type of relationship, which files of the strict variant name differently.
std::string relation_of(xmlNode const* body) {
  return namespace_of(body) == strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
                                      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
}

std::string comments_of_none(xmlNode const* body) { return "<w:comments xmlns:w=\"" + namespace_of(body) + "\"/>"; }

xmlNode* child(xmlNode* parent, xmlNs* ns, char const* name) {
  return xmlNewChild(parent, ns, xml_text(name), nullptr);
}

void add_paragraph(xmlNode* comment, std::string_view line) {
  auto* text = child(child(child(comment, comment->ns, "p"), comment->ns, "r"), comment->ns, "t");
  xmlNodeSetSpacePreserve(text, 1);
  xmlNodeAddContent(text, xml_text(writable_in_xml(line).c_str()));
}

}  // namespace

XmlTree DocxPackage::tree_of(Archive& archive, std::string const& part, std::string const& otherwise) const {
  auto const bytes = archive.read(part);
  if (!bytes && otherwise.empty()) throw Error(where_ + ": lacks " + part + "; save it as .docx again");
  return {bytes ? *bytes : otherwise, where_ + " (" + part + ")"};
}

DocxPackage::DocxPackage(Archive& archive, std::string where)
    : archive_(archive),
      where_(std::move(where)),
      body_(tree_of(archive, std::string(docx_body), "")),
      relationships_(tree_of(archive, relationships_part, relationships_of_none)),
      types_(tree_of(archive, types_part, "")),
      comments_part_(find_comments()),
      comments_(comments_part_.empty() ? tree_of(archive, new_comments_part, comments_of_none(body_.root()))
                                       : tree_of(archive, comments_part_, "")) {
  if (local_name(comments_.root()) != "comments") refuse_comments();
  for (auto* comment = comments_.root()->children; comment != nullptr; comment = comment->next) {
    if (local_name(comment) == "comment") numbers_.insert(attribute_of(comment, "id"));
  }
}

void DocxPackage::refuse_comments() const {
  throw Error(where_ + ": what it names as its comments are none of its own; save it as .docx again");
}

// The part with the comments. Its name in the list is relative to the body's folder, or absolute, and may be no part.
std::string DocxPackage::find_comments() const {
  for (auto* entry = relationships_.root()->children; entry != nullptr; entry = entry->next) {
    if (local_name(entry) != "Relationship" || attribute_of(entry, "Type") != relation_of(body_.root())) continue;
    auto const target = std::filesystem::path("/word") / attribute_of(entry, "Target");
    auto const part = target.lexically_relative("/").lexically_normal();
    if (attribute_of(entry, "TargetMode") == "External" || part.empty() || *part.begin() == "..") refuse_comments();
    return part.generic_string();
  }
  return {};
}

XmlTree* DocxPackage::notes(std::string const& part) {
  if (auto const known = notes_.find(part); known != notes_.end()) return &known->second;
  auto const bytes = archive_.read(part);
  if (!bytes) return nullptr;
  return &notes_.emplace(part, XmlTree(*bytes, where_ + " (" + part + ")")).first->second;
}

// Word takes numbers of 31 bits, so that one above all others may be too much.
std::string DocxPackage::fresh_number() {
  for (;; ++next_) {
    auto number = std::to_string(next_);
    if (numbers_.insert(number).second) return number;
  }
}

std::string DocxPackage::add_comment(std::string_view text, CommentAuthor const& author) {
  if (comments_part_.empty()) list_comments();
  auto number = fresh_number();
  auto* root = comments_.root();
  auto* comment = child(root, root->ns, "comment");
  xmlSetNsProp(comment, root->ns, xml_text("id"), xml_text(number.c_str()));
  xmlSetNsProp(comment, root->ns, xml_text("author"), xml_text(writable_in_xml(author.name).c_str()));
  if (!author.time.empty()) xmlSetNsProp(comment, root->ns, xml_text("date"), xml_text(author.time.c_str()));
  xmlSetNsProp(comment, root->ns, xml_text("initials"), xml_text(writable_in_xml(author.initials).c_str()));
  for (std::size_t at = 0; at <= text.size();) {
    auto const end = std::min(text.find('\n', at), text.size());
    add_paragraph(comment, text.substr(at, end - at));
    at = end + 1;
  }
  return number;
}

void DocxPackage::list_comments() {
  comments_part_ = new_comments_part;
  auto* root = relationships_.root();
  auto* entry = child(root, root->ns, "Relationship");
  xmlSetProp(entry, xml_text("Id"), xml_text("quothComments"));
  xmlSetProp(entry, xml_text("Type"), xml_text(relation_of(body_.root()).c_str()));
  xmlSetProp(entry, xml_text("Target"), xml_text("comments.xml"));
  root = types_.root();
  entry = child(root, root->ns, "Override");
  xmlSetProp(entry, xml_text("PartName"), xml_text("/word/comments.xml"));
  xmlSetProp(entry, xml_text("ContentType"), xml_text(comments_type));
}

std::map<std::string, std::string> DocxPackage::changed() const {
  return {{std::string(docx_body), body_.bytes()},
          {relationships_part, relationships_.bytes()},
          {types_part, types_.bytes()},
          {comments_part_.empty() ? new_comments_part : comments_part_, comments_.bytes()}};
}

}  // namespace quoth::text
