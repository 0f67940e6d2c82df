#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "document/page.hpp"

namespace srgconv::document {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Signs that Markdown may take for its own are written with a backslash in front.
std::string escaped(const Phrase& phrase) {
  constexpr std::string_view special = "\\`*_{}[]<>()#|~&!";
  std::string text;
  std::size_t digits = 0;
  while (digits < phrase.size() && is_digit(phrase[digits])) ++digits;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const char c = phrase[i];
    const bool begins_list = (i == 0 && (c == '-' || c == '+' || c == '=')) || (i == digits && digits > 0 && c == '.');
    if (c == mark::strong || c == mark::plain)
      text += "**";
    else if (c == mark::line)
      text += "<br>";
    else
      text += (begins_list || special.find(c) != std::string_view::npos ? "\\" : "") + std::string(1, c);
  }
  return text;
}

std::string row(const std::vector<Phrase>& cells) {
  std::string text = "|";
  for (const Phrase& cell : cells) text += " " + escaped(cell) + " |";
  return text + "\n";
}

class Writer {
 public:
  explicit Writer(const Page& page) : page_(page) {}

  std::string run() {
    text_ = "# " + escaped(page_.title) + "\n\n## " + escaped(page_.contents) + "\n\n";
    std::size_t number = 0;
    for (const Block& block : page_.blocks) {
      const auto* heading = std::get_if<Heading>(&block);
      if (heading == nullptr) continue;
      ++number;
      text_ += fmt::format("{}- [{}](#part-{})\n", heading->level > 2 ? "  " : "", escaped(heading->text), number);
    }
    for (const Block& block : page_.blocks) {
      text_ += "\n";
      std::visit([this](const auto& each) { write(each); }, block);
    }
    return text_;
  }

 private:
  void write(const Heading& heading) {
    text_ += fmt::format("<a id=\"part-{}\"></a>\n\n{} {}\n", ++heading_, std::string(static_cast<std::size_t>(heading.level), '#'), escaped(heading.text));
  }
  void write(const Paragraph& paragraph) { text_ += escaped(paragraph.text) + "\n"; }
  void write(const List& list) {
    std::size_t number = 0;
    for (const Phrase& item : list.items) text_ += (list.ordered ? fmt::format("{}. ", ++number) : std::string("- ")) + escaped(item) + "\n";
  }
  void write(const Table& table) {
    text_ += row(table.head) + "|";
    for (std::size_t i = 0; i < table.head.size(); ++i) text_ += " --- |";
    text_ += "\n";
    for (const auto& cells : table.rows) text_ += row(cells);
  }

  const Page& page_;
  std::string text_;
  std::size_t heading_ = 0;
};

}  // namespace

std::string markdown(const Page& page) { return Writer(page).run(); }

}  // namespace srgconv::document
