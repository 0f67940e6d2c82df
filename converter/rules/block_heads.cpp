#include "rules/block_heads.hpp"

#include <utility>

namespace srgconv::rules {
namespace {

template <class Node, class Line>
bool becomes(Line& line, Node node = {}) {
  line = std::move(node);
  return true;
}

}  // namespace

bool begin_node(syntax::FileLine& line, std::string_view word, std::string_view head) {
  if (word == "format") {
    syntax::Format format;
    for (const char* kind : {"csv", "xml", "fixed", "xlsx"}) {
      if (format.kind.text.empty() && head.find(kind) != std::string_view::npos) format.kind.text = kind;
    }
    return !format.kind.text.empty() && becomes(line, std::move(format));
  }
  if (word == "codes") return becomes<syntax::Codes>(line);
  if (word == "mapping") return becomes<syntax::Mapping>(line);
  if (word == "scope") return becomes<syntax::Scope>(line);
  if (word == "check") return becomes<syntax::Check>(line);
  return word == "transition" && becomes<syntax::Transition>(line);
}

bool begin_node(syntax::FormatLine& line, std::string_view word, std::string_view) {
  if (word == "header") return becomes<syntax::Header>(line);
  if (word == "line") return becomes<syntax::LineColumns>(line);
  return word == "record" && becomes<syntax::Record>(line);
}

bool begin_node(syntax::RecordLine& line, std::string_view word, std::string_view) { return word == "each" && becomes<syntax::Group>(line); }

bool begin_node(syntax::MappingLine& line, std::string_view word, std::string_view) {
  if (word == "split") return becomes<syntax::Split>(line);
  if (word == "merge") return becomes<syntax::Merge>(line);
  return word == "use" && becomes<syntax::ScopeUse>(line);
}

bool begin_node(syntax::TransitionLine& line, std::string_view word, std::string_view) {
  if (word == "identity") return becomes<syntax::Identity>(line);
  return word == "match" && becomes<syntax::Match>(line);
}

}  // namespace srgconv::rules
