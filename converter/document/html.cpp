#include <string_view>

#include <fmt/format.h>

#include "document/page.hpp"

namespace srgconv::document {
namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff; }
h1 { font-size: 1.8rem; line-height: 1.2; } h2 { font-size: 1.35rem; margin-top: 2.5rem; border-bottom: 2px solid #154273; padding-bottom: .2rem; }
h3 { font-size: 1.1rem; margin-top: 1.8rem; } nav ol { list-style: none; padding-left: 0; } nav ol ol { padding-left: 1.5rem; }
a { color: #154273; } a:focus { outline: 3px solid #ffb612; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; } th, td { border: 1px solid #767676; padding: .35rem .6rem; text-align: left; vertical-align: top; }
th { background: #e6edf5; color: #1a1a1a; } td, li, p { overflow-wrap: anywhere; } .fill td { height: 3.2rem; }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #161616; } a { color: #9cc3ee; } h2 { border-color: #9cc3ee; } th { background: #24384f; color: #eee; } }
@media print { body { max-width: none; margin: 0; font-size: 10pt; color: #000; background: #fff; } a { color: #000; text-decoration: none; }
  th { background: #eee; color: #000; } h2, h3 { break-after: avoid; } tr { break-inside: avoid; } thead { display: table-header-group; } }
)";

std::string escaped(const Phrase& phrase) {
  std::string text;
  for (const char c : phrase) {
    switch (c) {
      case '&': text += "&amp;"; break;
      case '<': text += "&lt;"; break;
      case '>': text += "&gt;"; break;
      case '"': text += "&quot;"; break;
      case '\'': text += "&#39;"; break;
      case mark::strong: text += "<strong>"; break;
      case mark::plain: text += "</strong>"; break;
      case mark::line: text += "<br>"; break;
      default: text += c;
    }
  }
  return text;
}

// Without the marks: for the title of the window.
std::string bare(const Phrase& phrase) {
  Phrase plain = phrase;
  std::erase_if(plain, [](char c) { return c == mark::strong || c == mark::plain || c == mark::line; });
  return escaped(plain);
}

class Writer {
 public:
  Writer(const Page& page, Language language) : page_(page), language_(language) {}

  std::string run() {
    text_ = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
        "initial-scale=1\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n",
        language_ == Language::nl ? "nl" : "en", bare(page_.title), style, escaped(page_.title));
    contents();
    for (const Block& block : page_.blocks) std::visit([this](const auto& each) { write(each); }, block);
    return text_ + "</main>\n</body>\n</html>\n";
  }

 private:
  // Headings of level 3 form a list below the one of level 2 before them.
  void contents() {
    text_ += fmt::format("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">{}</h2>\n<ol>\n", escaped(page_.contents));
    std::size_t number = 0;
    int level = 0;
    for (const Block& block : page_.blocks) {
      const auto* heading = std::get_if<Heading>(&block);
      if (heading == nullptr) continue;
      if (level == 2) text_ += heading->level > 2 ? "\n<ol>\n" : "</li>\n";
      if (level == 3) text_ += heading->level > 2 ? "</li>\n" : "</li>\n</ol>\n</li>\n";
      text_ += fmt::format("<li><a href=\"#part-{}\">{}</a>", ++number, escaped(heading->text));
      level = heading->level;
    }
    text_ += level == 3 ? "</li>\n</ol>\n</li>\n" : level == 2 ? "</li>\n" : "";
    text_ += "</ol>\n</nav>\n";
  }

  void write(const Heading& heading) { text_ += fmt::format("<h{0} id=\"part-{1}\">{2}</h{0}>\n", heading.level, ++heading_, escaped(heading.text)); }
  void write(const Paragraph& paragraph) { text_ += "<p>" + escaped(paragraph.text) + "</p>\n"; }
  void write(const List& list) {
    const std::string_view kind = list.ordered ? "ol" : "ul";
    text_ += fmt::format("<{}>\n", kind);
    for (const Phrase& item : list.items) text_ += "<li>" + escaped(item) + "</li>\n";
    text_ += fmt::format("</{}>\n", kind);
  }
  void write(const Table& table) {
    text_ += table.to_fill_in ? "<table class=\"fill\">\n<thead>\n<tr>" : "<table>\n<thead>\n<tr>";
    for (const Phrase& cell : table.head) text_ += "<th scope=\"col\">" + escaped(cell) + "</th>";
    text_ += "</tr>\n</thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
      text_ += "<tr>";
      for (const Phrase& cell : row) text_ += "<td>" + escaped(cell) + "</td>";
      text_ += "</tr>\n";
    }
    text_ += "</tbody>\n</table>\n";
  }

  const Page& page_;
  Language language_;
  std::string text_;
  std::size_t heading_ = 0;
};

}  // namespace

std::string html(const Page& page, Language language) { return Writer(page, language).run(); }

}  // namespace srgconv::document
