// SPDX-License-Identifier: MIT
#include "text/markup/markup.hpp"

namespace quoth::text {

bool MarkupNode::is_text() const { return tree_ != nullptr && tree_->nodes_[index_].name == 0; }

std::string_view MarkupNode::name() const {
  if (tree_ == nullptr) return {};
  std::string_view const written = tree_->names_[tree_->nodes_[index_].name];
  return written.substr(written.find(':') + 1);
}

std::string_view MarkupNode::prefix() const {
  if (tree_ == nullptr) return {};
  std::string_view const written = tree_->names_[tree_->nodes_[index_].name];
  auto const colon = written.find(':');
  return colon == written.npos ? std::string_view() : written.substr(0, colon);
}

std::string_view MarkupNode::attribute(std::string_view name) const {
  if (tree_ == nullptr || is_text()) return {};
  auto const& node = tree_->nodes_[index_];
  for (auto i = node.first; i < node.last; ++i) {
    auto const& attribute = tree_->attributes_[i];
    std::string_view const written = tree_->names_[attribute.name];
    if (written == name || written.substr(written.find(':') + 1) == name) {
      return tree_->slice(attribute.first, attribute.last);
    }
  }
  return {};
}

std::string_view MarkupNode::text() const {
  if (!is_text()) return {};
  auto const& node = tree_->nodes_[index_];
  return tree_->slice(node.first, node.last);
}

std::uint32_t MarkupNode::offset() const { return is_text() ? tree_->nodes_[index_].offset : 0; }

std::string MarkupNode::inner_text() const {
  std::string out;
  if (tree_ == nullptr) return out;
  for (auto i = index_; i < tree_->nodes_[index_].end; ++i) out += tree_->node(i).text();
  return out;
}

MarkupNode MarkupNode::find(std::string_view name) const {
  if (tree_ == nullptr) return {};
  for (auto i = index_ + 1; i < tree_->nodes_[index_].end; ++i) {
    if (auto node = tree_->node(i); !node.is_text() && node.is(name)) return node;
  }
  return {};
}

std::uint32_t MarkupNode::end() const { return tree_ == nullptr ? 0 : tree_->nodes_[index_].end; }

MarkupNode MarkupNode::first_child() const {
  if (tree_ == nullptr || index_ + 1 >= tree_->nodes_[index_].end) return {};
  return {tree_, index_ + 1};
}

MarkupNode MarkupNode::next() const {
  if (tree_ == nullptr || index_ == 0) return {};
  auto const after = tree_->nodes_[index_].end;
  if (after >= tree_->nodes_[tree_->nodes_[index_].parent].end) return {};
  return {tree_, after};
}

MarkupNode MarkupNode::parent() const {
  if (tree_ == nullptr || index_ == 0) return {};
  return {tree_, tree_->nodes_[index_].parent};
}

void Markup::each(MarkupNode top, std::string_view name, std::function<void(MarkupNode)> const& take) const {
  if (!top) return;
  for (auto i = top.index() + 1; i < nodes_[top.index()].end; ++i) {
    if (auto const found = node(i); !found.is_text() && found.is(name)) take(found);
  }
}

}  // namespace quoth::text
