// Makes the tree of elements that a format's paths describe: fields that share leading parts share elements.
#include "write/xml_layout.hpp"

#include <algorithm>
#include <tuple>

#include "xml/xml.hpp"

namespace srgconv::write {
namespace {

using Children = std::vector<std::unique_ptr<Element>>;

// A field or a group of the record, in the order of the declaration.
struct Item {
  const SourceSpan* span;
  const rules::Field* field = nullptr;
  const rules::Group* group = nullptr;
  std::size_t number = 0;
};

std::vector<Item> items_in_order(const rules::Format& format) {
  std::vector<Item> items;
  for (std::size_t i = 0; i < format.fields.size(); ++i) items.push_back({&format.fields[i].span, &format.fields[i], nullptr, i});
  for (std::size_t i = 0; i < format.groups.size(); ++i) items.push_back({&format.groups[i].span, nullptr, &format.groups[i], i});
  // Fields and groups come in two lists; their places in the text say how they were mixed. Without places fields go first.
  std::stable_sort(items.begin(), items.end(),
                   [](const Item& a, const Item& b) { return std::tie(a.span->line, a.span->column) < std::tie(b.span->line, b.span->column); });
  return items;
}

class LayoutMaker {
 public:
  LayoutMaker(const rules::Format& format, const std::string& shown_name, Diagnostics& diagnostics)
      : format_(format), shown_name_(shown_name), diagnostics_(diagnostics) {}

  std::optional<Layout> make() {
    const auto record = xml::parse_path(format_.record_path);
    if (!record || record->up > 0 || record->attribute) {
      refuse("record", format_.record_path);
      return std::nullopt;
    }
    layout_.levels.resize(record->elements.size());
    layout_.levels[0].element.name = format_.root;
    for (std::size_t i = 1; i < record->elements.size(); ++i) layout_.levels[i].element.name = record->elements[i - 1];
    layout_.record.name = record->elements.back();
    for (std::size_t i = 0; i < format_.header.size(); ++i) {
      const rules::Field& field = format_.header[i];
      if (field.count && field.path.empty()) continue;
      const auto path = path_of(field, 0);
      if (path) add(layout_.header, layout_.header.children, *path, i, field);
    }
    bool own_seen = false;
    for (const Item& item : items_in_order(format_)) add_item(item, own_seen);
    if (faulty_) return std::nullopt;
    return std::move(layout_);
  }

 private:
  void refuse(const std::string& field, const std::string& path) {
    diagnostics_.add(finding("READ-240", {shown_name_}, {{"field", field}, {"path", path}}));
    faulty_ = true;
  }

  std::optional<xml::ElementPath> path_of(const rules::Field& field, std::size_t highest) {
    auto path = xml::parse_path(field.path);
    if (path && path->up <= highest) return path;
    refuse(field.name, field.path);
    return std::nullopt;
  }

  // A place that is taken already would be written twice and read once.
  void add(Element& owner, Children& children, const xml::ElementPath& path, std::size_t number, const rules::Field& field) {
    Element* element = descend(owner, children, path.elements);
    const auto& name = path.attribute;
    const bool taken = name ? std::any_of(element->attributes.begin(), element->attributes.end(), [&](const auto& known) { return known.first == *name; })
                            : element->text.has_value();
    if (taken) {
      refuse(field.name, field.path);
    } else if (name) {
      element->attributes.emplace_back(*name, number);
    } else {
      element->text = number;
    }
  }

  static Element* descend(Element& owner, Children& children, const std::vector<std::string>& names) {
    Element* element = &owner;
    Children* among = &children;
    for (const std::string& name : names) {
      const auto found = std::find_if(among->begin(), among->end(), [&](const auto& child) { return child->name == name && !child->group; });
      if (found == among->end()) {
        among->push_back(std::make_unique<Element>());
        among->back()->name = name;
        element = among->back().get();
      } else {
        element = found->get();
      }
      among = &element->children;
    }
    return element;
  }

  void add_item(const Item& item, bool& own_seen) {
    if (item.group != nullptr) {
      own_seen = true;
      add_group(*item.group, item.number);
      return;
    }
    const auto path = path_of(*item.field, layout_.levels.size());
    if (!path) return;
    if (path->up == 0) {
      own_seen = true;
      add(layout_.record, layout_.record.children, *path, item.number, *item.field);
      return;
    }
    Level& level = layout_.levels[layout_.levels.size() - path->up];
    level.fields.push_back(item.number);
    add(level.element, own_seen ? level.after : level.before, *path, item.number, *item.field);
  }

  void add_group(const rules::Group& group, std::size_t number) {
    auto path = xml::parse_path(group.path);
    if (!path || path->up > 0 || path->attribute) {
      refuse(group.name, group.path);
      return;
    }
    const std::string name = path->elements.back();
    path->elements.pop_back();
    Element* around = descend(layout_.record, layout_.record.children, path->elements);
    around->children.push_back(std::make_unique<Element>());
    Element& element = *around->children.back();
    element.name = name;
    element.group = number;
    for (std::size_t i = 0; i < group.fields.size(); ++i) {
      const auto field_path = path_of(group.fields[i], 0);
      if (field_path) add(element, element.children, *field_path, i, group.fields[i]);
    }
  }

  const rules::Format& format_;
  const std::string& shown_name_;
  Diagnostics& diagnostics_;
  Layout layout_;
  bool faulty_ = false;
};

}  // namespace

std::optional<Layout> make_layout(const rules::Format& format, const std::string& shown_name, Diagnostics& diagnostics) {
  return LayoutMaker(format, shown_name, diagnostics).make();
}

}  // namespace srgconv::write
