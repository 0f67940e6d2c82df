// The paths by which formats say where a value stands.
#include <algorithm>

#include "xml/xml.hpp"

namespace srgconv::xml {

std::optional<ElementPath> parse_path(std::string_view text) {
  ElementPath path;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('/'), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(end);
    if (!text.empty()) {
      text.remove_prefix(1);
      if (text.empty()) return std::nullopt;  // it ends with a slash
    }
    if (part.empty() || path.attribute) return std::nullopt;
    if (part == "..") {
      if (!path.elements.empty()) return std::nullopt;
      ++path.up;
    } else if (part.front() == '@') {
      if (part.size() == 1) return std::nullopt;
      path.attribute = part.substr(1);
    } else {
      path.elements.emplace_back(part);
    }
  }
  if (path.elements.empty() && !path.attribute) return std::nullopt;
  return path;
}

}  // namespace srgconv::xml
