#include "markup.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace srgconv::faults {
namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      default: result += c;
    }
  }
  return result;
}

void write(const Element& element, const std::string& margin, std::string& out) {
  out += margin + "<" + element.name + element.attributes + ">";
  if (element.children.empty()) {
    out += escaped(element.text);
  } else {
    out += "\n";
    for (const Element& child : element.children) write(child, margin + "\t", out);
    out += margin;
  }
  out += "</" + element.name + ">\n";
}

}  // namespace

Element* Element::child(std::string_view wanted) {
  const auto found = std::find_if(children.begin(), children.end(), [&](const Element& one) { return one.name == wanted; });
  return found == children.end() ? nullptr : &*found;
}

Element& Element::at(std::string_view path) {
  Element* here = this;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    here = here->child(path.substr(0, slash));
    if (here == nullptr) throw std::out_of_range(name + " has no " + std::string(path));
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return *here;
}

std::vector<Element*> Element::all(std::string_view wanted) {
  std::vector<Element*> found;
  for (Element& one : children) {
    if (one.name == wanted) found.push_back(&one);
  }
  return found;
}

void Element::remove(std::string_view wanted) {
  std::erase_if(children, [&](const Element& one) { return one.name == wanted; });
}

void Element::insert_after(std::string_view after, Element added) {
  const auto last = std::find_if(children.rbegin(), children.rend(), [&](const Element& one) { return one.name == after; });
  children.insert(last.base(), std::move(added));
}

std::string written(const Element& root) {
  std::string out = "<?xml version='1.0' encoding='UTF-8'?>\n";
  write(root, "", out);
  return out;
}

}  // namespace srgconv::faults
