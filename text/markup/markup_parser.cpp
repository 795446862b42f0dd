// SPDX-License-Identifier: MIT
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <limits>
#include <memory>
#include <unordered_map>
#include <utility>

#include "quoth/error.hpp"
#include "quoth/limits.hpp"
#include "text/markup/attribute_counts.hpp"
#include "text/markup/libxml.hpp"
#include "text/markup/markup.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/control_characters.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::text {

namespace {

std::string_view view(xmlChar const* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<char const*>(text));
}

std::string_view view(xmlChar const* text, int size) {
  return {reinterpret_cast<char const*>(text), static_cast<std::size_t>(size)};
}

struct ContextCloser {
  void operator()(xmlParserCtxtPtr context) const {
    if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);
    context->myDoc = nullptr;
    xmlFreeParserCtxt(context);
  }
};
using Context = std::unique_ptr<xmlParserCtxt, ContextCloser>;

}  // namespace

// Builds the tree from libxml2's SAX callbacks.
class MarkupBuilder {
 public:
  MarkupBuilder(std::string_view file, Limits const& limits, std::string_view where)
      : file_(file), limits_(limits), where_(where), deadline_(limits) {
    if (file.size() > std::min<std::size_t>(limits.bytes, std::numeric_limits<std::int32_t>::max())) {
      throw Error(std::string(where) + ": markup over the limit of bytes; split it or allow more with --limit bytes=…");
    }
    tree_.names_.emplace_back();
    tree_.nodes_.emplace_back();
    tree_.nodes_[0].name = name_id("#document");
    check_attribute_counts(file, where);
    prepare_libxml();
  }

  Markup xml() {
    Context const context(xmlCreateMemoryParserCtxt(file_.data(), static_cast<int>(file_.size())));
    if (!context) throw Error(std::string(where_) + ": is empty; there is no XML in it");
    xmlCtxtUseOptions(context.get(), XML_PARSE_HUGE | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOERROR |
                                         XML_PARSE_NOWARNING);
    auto* sax = context->sax;
    clear(sax);
    sax->initialized = XML_SAX2_MAGIC;
    sax->startElementNs = [](void* c, xmlChar const* name, xmlChar const* prefix, xmlChar const*, int, xmlChar const**,
                             int count, int, xmlChar const** attributes) {
      self(c).start_xml(view(name), view(prefix), count, attributes);
    };
    sax->endElementNs = [](void* c, xmlChar const*, xmlChar const*, xmlChar const*) { self(c).end(); };
    sax->cdataBlock = sax->characters;
    sax->getEntity = [](void* c, xmlChar const* name) { return self(c).entity(name); };
    sax->entityDecl = [](void* c, xmlChar const* name, int type, xmlChar const*, xmlChar const*, xmlChar* content) {
      self(c).declare(view(name), type, view(content));
    };
    context_ = context.get();
    context->_private = this;
    xmlParseDocument(context.get());
    refuse();
    if (context->wellFormed == 0) {
      auto const* error = xmlCtxtGetLastError(context.get());
      throw Error(std::string(where_) + ":" + std::to_string(error == nullptr ? 1 : error->line) +
                  ": XML is not well-formed: " + line_of(error));
    }
    return finish();
  }

  Markup html() {
    Context const context(htmlCreateMemoryParserCtxt(file_.data(), static_cast<int>(file_.size())));
    if (!context) throw Error(std::string(where_) + ": is empty; there is no HTML in it");
    htmlCtxtUseOptions(context.get(), HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOERROR |
                                          HTML_PARSE_NOWARNING | HTML_PARSE_NOIMPLIED);
    xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
    auto* sax = context->sax;
    clear(sax);
    sax->startElement = [](void* c, xmlChar const* name, xmlChar const** attributes) {
      self(c).start_html(view(name), attributes);
    };
    sax->endElement = [](void* c, xmlChar const*) { self(c).end(); };
    sax->cdataBlock = sax->characters;
    context_ = context.get();
    context->_private = this;
    htmlParseDocument(context.get());
    refuse();
    return finish();
  }

 private:
  struct Entity {
    Entity() = default;
    Entity(Entity const&) = delete;
    Entity& operator=(Entity const&) = delete;
    // libxml2 stores the text of the declaration in the entity.
    ~Entity() { xmlFree(const_cast<xmlChar*>(entity.orig)); }  // NOLINT(readability-redundant-casting): const in others

    std::string content;
    bool declared = false;  // by the file
    xmlEntity entity{};
  };

  static MarkupBuilder& self(void* context) {
    return *static_cast<MarkupBuilder*>(static_cast<xmlParserCtxtPtr>(context)->_private);
  }

  static void clear(xmlSAXHandlerPtr sax) {
    std::memset(sax, 0, sizeof *sax);
    sax->characters = [](void* c, xmlChar const* text, int size) { self(c).add(view(text, size)); };
    sax->ignorableWhitespace = sax->characters;
  }

  static std::string line_of(xmlError const* error) {
    if (error == nullptr || error->message == nullptr) return "broken markup";
    std::string message = error->message;
    message.erase(message.find_last_not_of(" \n") + 1);
    // It repeats what stands in the file.
    return without_controls(std::move(message));
  }

  // Exceptions must not pass through C code: keeps the reason until the parser has stopped.
  void stop(std::string reason) {
    if (refusal_.empty()) refusal_ = std::move(reason);
    xmlStopParser(context_);
  }

  void refuse() const {
    if (!refusal_.empty()) throw Error(std::string(where_) + ": " + refusal_);
  }

  std::uint32_t name_id(std::string_view name) {
    auto const found = ids_.find(std::string(name));
    if (found != ids_.end()) return found->second;
    auto const id = static_cast<std::uint32_t>(tree_.names_.size());
    tree_.names_.emplace_back(name);
    ids_.emplace(name, id);
    return id;
  }

  void add_attribute(std::string_view name, std::string_view value) {
    auto const first = static_cast<std::uint32_t>(tree_.text_.size());
    tree_.text_ += value;
    tree_.attributes_.push_back({name_id(name), first, static_cast<std::uint32_t>(tree_.text_.size())});
  }

  std::uint32_t open(std::string_view name) {
    auto const index = static_cast<std::uint32_t>(tree_.nodes_.size());
    Markup::Node node;
    node.name = name_id(name);
    node.parent = open_.empty() ? 0 : open_.back();
    node.first = static_cast<std::uint32_t>(tree_.attributes_.size());
    tree_.nodes_.push_back(node);
    open_.push_back(index);
    if (open_.size() > limits_.depth) {
      stop("elements nested over " + std::to_string(limits_.depth) + " deep; allow more with --limit depth=…");
    }
    // Counts attributes too, as libxml2 takes long for a tag with many.
    auto const thousands = (index + tree_.attributes_.size()) / 1024;
    if (std::exchange(thousands_, thousands) != thousands && deadline_.passed()) {
      stop("takes over " + std::to_string(limits_.seconds) + " seconds to read; allow more with --limit seconds=…");
    }
    return index;
  }

  void close_attributes(std::uint32_t index) {
    tree_.nodes_[index].last = static_cast<std::uint32_t>(tree_.attributes_.size());
  }

  void start_xml(std::string_view name, std::string_view prefix, int count, xmlChar const** attributes) {
    auto const index = open(prefix.empty() ? std::string(name) : std::string(prefix) + ":" + std::string(name));
    // A stopped parser has freed the attributes.
    if (!refusal_.empty()) return;
    for (int i = 0; i < count; ++i) {
      // An attribute is five pointers: name, prefix, namespace, start and end of the value.
      auto const* const* field = attributes + 5 * static_cast<std::ptrdiff_t>(i);
      auto const attribute_prefix = view(field[1]);
      auto const written =
          (attribute_prefix.empty() ? "" : std::string(attribute_prefix) + ":") + std::string(view(field[0]));
      add_attribute(written, view(field[3], static_cast<int>(field[4] - field[3])));
    }
    close_attributes(index);
  }

  void start_html(std::string_view name, xmlChar const** attributes) {
    auto const index = open(name);
    if (!refusal_.empty()) return;
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      // HTML's "hidden" stands for hidden="hidden".
      add_attribute(view(attributes[0]), view(attributes[attributes[1] == nullptr ? 0 : 1]));
    }
    close_attributes(index);
  }

  void end() {
    if (open_.empty()) return;
    tree_.nodes_[open_.back()].end = static_cast<std::uint32_t>(tree_.nodes_.size());
    open_.pop_back();
  }

  void add(std::string_view text) {
    if (!refusal_.empty() || open_.empty() || text.empty()) return;
    auto const offset = offset_of(text);
    auto& last = tree_.nodes_.back();
    // Parsers report long text in pieces, which are joined.
    if (last.name == 0 && tree_.nodes_.size() > 1 && last.parent == open_.back() &&
        last.offset + (last.last - last.first) == offset && last.last == tree_.text_.size()) {
      tree_.text_ += text;
      last.last = static_cast<std::uint32_t>(tree_.text_.size());
      return;
    }
    Markup::Node node;
    node.parent = open_.back();
    node.end = static_cast<std::uint32_t>(tree_.nodes_.size() + 1);
    node.offset = offset;
    node.first = static_cast<std::uint32_t>(tree_.text_.size());
    tree_.text_ += text;
    node.last = static_cast<std::uint32_t>(tree_.text_.size());
    tree_.nodes_.push_back(node);
  }

  // The offset in the file of the text just read: of XML it is a part of what is parsed, or else the parser is past the
  // text. The replacement text of an entity is not in the file; its reference is.
  std::uint32_t offset_of(std::string_view text) const {
    auto const* input = context_->input;
    if (input == nullptr) return 0;
    auto const offset = [&](xmlChar const* byte) {
      return std::min<std::size_t>(input->consumed + static_cast<std::size_t>(byte - input->base), file_.size());
    };
    auto const* const first = reinterpret_cast<xmlChar const*>(text.data());
    std::less<> const before;
    bool const is_part = !before(first, input->base) && before(first, input->end);
    auto const at = offset(input->cur);
    if (auto const here = file_.substr(0, at); is_part || here.ends_with(text)) {
      return static_cast<std::uint32_t>(is_part ? offset(first) : at - text.size());
    } else if (here.ends_with(';')) {
      // Before the shifts: behind the first reference of "&amp;&amp;", a "&" is the next character.
      auto const mark = mark_before(at);
      auto const is_name = [](char c) { return c == '#' || is_ascii_alphanumeric(c); };
      if (mark < at && std::ranges::all_of(file_.substr(mark + 1, at - mark - 2), is_name)) {
        return static_cast<std::uint32_t>(mark);
      }
    }
    // After a CDATA section, the parser is past the closing mark.
    for (auto const shift : {-3, -2, -1, 1, 2, 3, 4}) {
      auto const behind = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at) + shift);
      if (behind > file_.size() || text.size() > behind) continue;
      if (file_.substr(behind - text.size(), text.size()) == text) {
        return static_cast<std::uint32_t>(behind - text.size());
      }
    }
    return static_cast<std::uint32_t>(before_line_ends(text, at));
  }

  // XML turns each line end into one line feed, so a text with CR LF is longer in the file.
  std::size_t before_line_ends(std::string_view text, std::size_t at) const {
    std::size_t start = at;
    for (auto left = text.size(); left > 0 && start > 0;) {
      --start;
      left -= !(file_[start] == '\r' && start + 1 < file_.size() && file_[start + 1] == '\n');
    }
    bool const same = start < file_.size() && !text.empty() && file_[start] == text.front();
    if (same) return start;
    // The replacement of an entity: point to the reference in the file.
    return mark_before(at);
  }

  // Where the reference begins that ends there; `at` if none does.
  std::size_t mark_before(std::size_t at) const {
    constexpr std::size_t longest_reference = 40;  // bytes
    auto const from = at - std::min(at, longest_reference);
    auto const mark = file_.substr(from, at - from).rfind('&');
    return mark == std::string_view::npos ? at : from + mark;
  }

  void declare(std::string_view name, int type, std::string_view content) {
    if (type != XML_INTERNAL_GENERAL_ENTITY) {
      if (type == XML_INTERNAL_PARAMETER_ENTITY) stop("declares parameter entities, which are not followed");
      return;
    }
    if (content.find('&') != content.npos || content.find('<') != content.npos) {
      stop("declares an entity that holds others or markup, which is not followed");
      return;
    }
    constexpr std::size_t longest = 200;  // bytes; a few letters may stand for so many, each time
    if (content.size() > longest) {
      stop("declares an entity of over 200 bytes, which is not followed");
      return;
    }
    keep_entity(std::string(name), std::string(content)).declared = true;
  }

  Entity& keep_entity(std::string const& name, std::string content) {
    auto& entity = entities_[name];
    if (!entity) entity = std::make_unique<Entity>();
    entity->content = std::move(content);
    entity->entity.type = XML_ENTITY_DECL;
    entity->entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    entity->entity.content = reinterpret_cast<xmlChar*>(entity->content.data());
    entity->entity.length = static_cast<int>(entity->content.size());
    return *entity;
  }

  // An entity declared by the file, else one of HTML's, which feeds use without declaring.
  xmlEntityPtr entity(xmlChar const* name) {
    if (auto* predefined = xmlGetPredefinedEntity(name)) return predefined;
    if (auto const found = entities_.find(std::string(view(name))); found != entities_.end()) {
      return &counted(*found->second).entity;
    }
    auto const* known = htmlEntityLookup(name);
    if (known == nullptr) return nullptr;
    std::string content;
    append_utf8(content, static_cast<char32_t>(known->value));
    return &keep_entity(std::string(view(name)), std::move(content)).entity;
  }

  // What is read takes memory by the size of the file, so few bytes may not stand for much text over and over.
  Entity& counted(Entity& entity) {
    constexpr std::size_t free = 64UL * 1024;  // bytes
    if (entity.declared) declared_text_ += entity.content.size();
    if (declared_text_ > std::max(file_.size(), free)) {
      stop("uses entities that it declares for more text than it has bytes; write the text out");
    }
    return entity;
  }

  Markup finish() {
    while (!open_.empty()) end();
    tree_.nodes_[0].end = static_cast<std::uint32_t>(tree_.nodes_.size());
    return std::move(tree_);
  }

  std::string_view file_;
  Limits const& limits_;
  std::string_view where_;
  Deadline deadline_;
  Markup tree_;
  std::vector<std::uint32_t> open_;
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::unordered_map<std::string, std::unique_ptr<Entity>> entities_;
  std::size_t thousands_ = 0;      // of elements and attributes read
  std::size_t declared_text_ = 0;  // bytes that the file's own entities have stood for
  xmlParserCtxtPtr context_ = nullptr;
  std::string refusal_;
};

Markup Markup::xml(std::string_view utf8, Limits const& limits, std::string_view where) {
  return MarkupBuilder(utf8, limits, where).xml();
}

Markup Markup::html(std::string_view utf8, Limits const& limits, std::string_view where) {
  return MarkupBuilder(utf8, limits, where).html();
}

}  // namespace quoth::text
