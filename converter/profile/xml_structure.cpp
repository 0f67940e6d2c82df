#include "profile/xml_structure.hpp"

#include <algorithm>

#include "profile/vocabulary.hpp"

namespace srgconv::profile {
namespace {

bool lies_below(std::string_view path, std::string_view above) {
  return path.size() > above.size() + 1 && path.starts_with(above) && path[above.size()] == '/';
}

std::string parent_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

std::string_view last_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::size_t depth_of(std::string_view path) { return static_cast<std::size_t>(std::count(path.begin(), path.end(), '/')); }

bool is_white(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

// Elements that are called after what this program is about.
bool is_called_a_provision(std::string_view name) {
  const std::string word = squeezed(name);
  return word.find("voorziening") != std::string::npos || word.find("provision") != std::string::npos || word.find("instrument") != std::string::npos;
}

}  // namespace

XmlStructure::Node* XmlStructure::node(const std::string& path) {
  const auto found = nodes_.find(path);
  if (found != nodes_.end()) return &found->second;
  if (nodes_.size() == most_paths) {
    more_paths_ = true;
    return nullptr;
  }
  Node& fresh = nodes_[path];
  fresh.order = nodes_.size();
  return &fresh;
}

bool XmlStructure::start_element(std::string_view namespace_uri, std::string_view local_name, const xml::Attributes& attributes, std::uint32_t) {
  constexpr std::size_t deepest = 200;
  std::string path(local_name);
  std::uint64_t in_parent = 1;
  if (open_.empty()) {
    root_ = path;
    namespace_ = namespace_uri;
  } else {
    open_.back().elements = true;
    in_parent = ++open_.back().children[path];
    path = open_.back().path + "/" + path;
    if (namespace_uri.empty())
      ++unqualified_;
    else if (namespace_uri == namespace_)
      ++qualified_;
  }
  if (open_.size() < deepest) {
    if (Node* here = node(path)) {
      ++here->count;
      here->most_in_parent = std::max(here->most_in_parent, in_parent);
      here->foreign = here->foreign || (!namespace_uri.empty() && namespace_uri != namespace_);
    }
    for (const auto& [name, value] : attributes) {
      Node* attribute = node(path + "/@" + name);
      if (attribute == nullptr) continue;
      ++attribute->count;
      attribute->attribute = true;
      attribute->most_in_parent = 1;
      if (!is_white(value)) ++attribute->filled;
    }
  }
  open_.push_back({std::move(path), false, false, {}});
  return true;
}

bool XmlStructure::end_element(std::string_view, std::string_view) {
  const Open& closing = open_.back();
  const auto found = nodes_.find(closing.path);
  if (found != nodes_.end()) {
    Node& here = found->second;
    if (closing.elements) ++here.with_elements;
    if (closing.text && closing.elements) here.text_beside_elements = true;
    if (closing.text && !closing.elements) ++here.filled;
  }
  open_.pop_back();
  return true;
}

void XmlStructure::text(std::string_view utf8) {
  if (!open_.empty() && !is_white(utf8)) open_.back().text = true;
}

void XmlStructure::add(const XmlStructure& other) {
  if (root_.empty()) {
    root_ = other.root_;
    namespace_ = other.namespace_;
  }
  std::vector<std::pair<std::size_t, std::string>> ordered;
  for (const auto& [path, each] : other.nodes_) ordered.emplace_back(each.order, path);
  std::sort(ordered.begin(), ordered.end());
  for (const auto& [order, path] : ordered) {
    const Node& from = other.nodes_.at(path);
    Node* to = node(path);
    if (to == nullptr) continue;
    to->count += from.count;
    to->filled += from.filled;
    to->with_elements += from.with_elements;
    to->most_in_parent = std::max(to->most_in_parent, from.most_in_parent);
    to->attribute = from.attribute;
    to->foreign = to->foreign || from.foreign;
    to->text_beside_elements = to->text_beside_elements || from.text_beside_elements;
  }
  qualified_ += other.qualified_;
  unqualified_ += other.unqualified_;
  more_paths_ = more_paths_ || other.more_paths_;
}

// The element that holds elements or attributes and occurs several times in one parent: one called a provision before others, a deeper one before the one
// around it unless it only repeats a part of it, then the most frequent one. Without a repeated one an element that is called a provision will do.
std::string XmlStructure::record() const {
  std::string best;
  const auto better = [&](const std::string& path, const Node& here) {
    if (best.empty()) return true;
    const Node& other = nodes_.at(best);
    const bool called = is_called_a_provision(last_of(path)), other_called = is_called_a_provision(last_of(best));
    if (called != other_called) return called;
    const bool repeated = here.most_in_parent > 1, other_repeated = other.most_in_parent > 1;
    if (repeated != other_repeated) return repeated;
    return here.count > other.count;
  };
  for (const auto& [path, here] : nodes_) {
    if (here.attribute || here.foreign || depth_of(path) == 0) continue;
    const std::string prefix = path + "/@";
    const auto attribute = nodes_.lower_bound(prefix);
    const bool holds_values = here.with_elements > 0 || (attribute != nodes_.end() && attribute->first.starts_with(prefix));
    const bool called = is_called_a_provision(last_of(path));
    if (!holds_values || (here.most_in_parent < 2 && !called)) continue;
    if (better(path, here)) best = path;
  }
  return best;
}

XmlShape XmlStructure::shape() const {
  XmlShape shape;
  shape.root = root_;
  shape.namespace_uri = namespace_;
  shape.qualified = namespace_.empty() || qualified_ >= unqualified_;
  shape.more_paths = more_paths_;
  const std::string record_path = record();
  if (!record_path.empty()) {
    shape.record_path = record_path.substr(root_.size() + 1);
    shape.records = nodes_.at(record_path).count;
  }
  std::map<std::string, std::vector<std::pair<std::size_t, std::string>>> children;
  for (const auto& [path, here] : nodes_) children[parent_of(path)].emplace_back(here.order, path);
  for (auto& [path, below] : children) std::sort(below.begin(), below.end());
  const auto list = [&](const auto& again, const std::string& parent) -> void {
    const auto found = children.find(parent);
    if (found == children.end()) return;
    for (const auto& [order, path] : found->second) {
      const Node& here = nodes_.at(path);
      shape.paths.push_back({path, here.count, here.filled, here.most_in_parent > 1, here.with_elements == 0});
      again(again, path);
    }
  };
  list(list, {});
  return shape;
}

std::shared_ptr<rules::Format> XmlStructure::format(std::vector<std::string>& left_out) const {
  const std::string record_path = record();
  if (record_path.empty()) return nullptr;
  auto format = std::make_shared<rules::Format>();
  format->name = "profile";
  format->kind = rules::FormatKind::xml;
  format->root = root_;
  format->namespace_uri = namespace_;
  format->qualified = namespace_.empty() || qualified_ >= unqualified_;
  format->record_path = record_path.substr(root_.size() + 1);
  std::vector<std::pair<std::size_t, const std::string*>> leaves;
  for (const auto& [path, here] : nodes_) {
    const bool value = here.attribute || (here.with_elements == 0 && !here.foreign);
    if (value && path != record_path) leaves.emplace_back(here.order, &path);
  }
  std::sort(leaves.begin(), leaves.end());
  for (const auto& [order, path] : leaves) {
    // Up from the record to the element that both lie in, then down.
    std::string around = record_path, up;
    while (!around.empty() && !lies_below(*path, around)) {
      around = parent_of(around);
      up += "../";
    }
    // What stands once in a document belongs to its header; a path through a foreign or repeated element is no field.
    bool single = true;
    for (std::string part = *path; part != around; part = parent_of(part)) {
      const auto found = nodes_.find(part);
      single = single && found != nodes_.end() && found->second.most_in_parent <= 1 && !found->second.foreign;
    }
    const bool of_document = around == root_;
    if (!single || of_document) {
      left_out.push_back(*path);
      continue;
    }
    rules::Field field;
    field.path = up + path->substr(around.size() + 1);
    field.name = field.path;
    field.optional = true;
    format->fields.push_back(std::move(field));
  }
  return format;
}

}  // namespace srgconv::profile
