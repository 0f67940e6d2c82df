// Lays the paths of a format into one tree.
#include "read/xml_plan.hpp"

#include <algorithm>

#include "xml/xml.hpp"

namespace srgconv::read {
namespace {

using xml::ElementPath;
using xml::parse_path;

class Planner {
 public:
  Planner(const rules::Format& format, const std::string& shown_name, Diagnostics& diagnostics)
      : format_(format), shown_name_(shown_name), diagnostics_(diagnostics) {}

  std::optional<Plan> make() {
    plan_.root.name = format_.root;
    plan_.root.record_depth = 0;
    const auto record = parse_path(format_.record_path);
    if (!record || record->up > 0 || record->attribute) {
      refuse("record", format_.record_path);
      return std::nullopt;
    }
    path_nodes_.push_back(&plan_.root);
    for (const std::string& name : record->elements) {
      path_nodes_.push_back(&child_of(*path_nodes_.back(), name));
      path_nodes_.back()->record_depth = path_nodes_.size() - 1;
    }
    plan_.record_depth = record->elements.size();
    plan_.hand_over_depth = plan_.record_depth;
    plan_.ancestor_fields.resize(plan_.record_depth);
    for (std::size_t i = 0; i < format_.header.size(); ++i) plan_.header.push_back(add_header_field(format_.header[i], i));
    for (std::size_t i = 0; i < format_.fields.size(); ++i) add_record_field(format_.fields[i], i);
    for (std::size_t i = 0; i < format_.groups.size(); ++i) add_group(format_.groups[i], i);
    if (faulty_) return std::nullopt;
    return std::move(plan_);
  }

 private:
  void refuse(const std::string& field, const std::string& path) {
    diagnostics_.add(finding("READ-240", {shown_name_}, {{"field", field}, {"path", path}}));
    faulty_ = true;
  }

  PlanNode& child_of(PlanNode& node, const std::string& name) {
    for (const auto& child : node.children) {
      if (child->name == name) return *child;
    }
    node.children.push_back(std::make_unique<PlanNode>());
    node.children.back()->name = name;
    node.children.back()->number = plan_.nodes++;
    return *node.children.back();
  }

  PlanNode& descend(PlanNode& from, const std::vector<std::string>& names) {
    PlanNode* node = &from;
    for (const std::string& name : names) node = &child_of(*node, name);
    return *node;
  }

  void add(PlanNode& from, const ElementPath& path, Slot slot) {
    PlanNode& node = descend(from, path.elements);
    if (path.attribute) {
      node.attributes.emplace_back(*path.attribute, slot);
    } else {
      node.text.push_back(slot);
    }
  }

  Plan::HeaderPlace add_header_field(const rules::Field& field, std::size_t index) {
    if (field.path.empty() && field.count) return {};
    auto path = parse_path(field.path);
    if (!path || path->up > 0) {
      refuse(field.name, field.path);
      return {};
    }
    add(plan_.root, *path, {Scope::header, 0, index});
    const bool attribute = path->attribute.has_value();
    if (!attribute) path->elements.pop_back();
    return {descend(plan_.root, path->elements).number, attribute, !attribute && path->elements.empty(), true};
  }

  void add_record_field(const rules::Field& field, std::size_t index) {
    const auto path = parse_path(field.path);
    if (!path || path->up > plan_.record_depth) {
      refuse(field.name, field.path);
      return;
    }
    const std::size_t depth = plan_.record_depth - path->up;
    if (path->up == 0) {
      add(*path_nodes_[depth], *path, {Scope::record, 0, index});
      return;
    }
    add(*path_nodes_[depth], *path, {Scope::ancestor, depth, index});
    plan_.ancestor_fields[depth].push_back(index);
    plan_.hand_over_depth = std::min(plan_.hand_over_depth, depth);
  }

  void add_group(const rules::Group& group, std::size_t index) {
    const auto place = parse_path(group.path);
    if (!place || place->up > 0 || place->attribute) {
      refuse(group.name, group.path);
      return;
    }
    PlanNode& node = descend(*path_nodes_.back(), place->elements);
    if (node.group) {
      refuse(group.name, group.path);
      return;
    }
    node.group = index;
    for (std::size_t i = 0; i < group.fields.size(); ++i) {
      const auto path = parse_path(group.fields[i].path);
      if (!path || path->up > 0) {
        refuse(group.fields[i].name, group.fields[i].path);
      } else {
        add(node, *path, {Scope::group, index, i});
      }
    }
  }

  const rules::Format& format_;
  const std::string& shown_name_;
  Diagnostics& diagnostics_;
  Plan plan_;
  std::vector<PlanNode*> path_nodes_;  // root, ..., record; nodes are on the heap but for the root, which moves only when all is done
  bool faulty_ = false;
};

}  // namespace

const PlanNode* PlanNode::child(std::string_view child_name) const {
  for (const auto& child : children) {
    if (child->name == child_name) return child.get();
  }
  return nullptr;
}

std::optional<Plan> make_plan(const rules::Format& format, const std::string& shown_name, Diagnostics& diagnostics) {
  return Planner(format, shown_name, diagnostics).make();
}

}  // namespace srgconv::read
