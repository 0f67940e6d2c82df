// XML as a tree to damage: written by these few lines alone, so that a fault of the program's own reader or writer cannot hide one of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace srgconv::faults {

/// An element with either text or children. Attributes are kept as written.
struct Element {
  std::string name, text;
  std::vector<Element> children = {};
  std::string attributes = {};

  /// The first child of this name; null when there is none.
  Element* child(std::string_view wanted);
  const Element* child(std::string_view wanted) const { return const_cast<Element*>(this)->child(wanted); }
  /// The element at a path of names, `Kop/Reden`. Throws std::out_of_range when it is not there.
  Element& at(std::string_view path);
  const Element& at(std::string_view path) const { return const_cast<Element*>(this)->at(path); }
  std::string& value(std::string_view path) { return at(path).text; }
  const std::string& value(std::string_view path) const { return at(path).text; }
  /// All children of this name.
  std::vector<Element*> all(std::string_view wanted);
  void remove(std::string_view wanted);
  /// Puts a child behind the last one of name `after`.
  void insert_after(std::string_view after, Element added);
};

/// The document, one element a line.
std::string written(const Element& root);

}  // namespace srgconv::faults
