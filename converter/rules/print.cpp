#include "rules/print.hpp"

#include <algorithm>
#include <utility>

#include "rules/lexemes.hpp"
#include "rules/parser.hpp"
#include "rules/print_expression.hpp"
#include "rules/print_rows.hpp"
#include "rules/print_statements.hpp"
#include "rules/rules.hpp"

namespace srgconv::rules {
namespace {

constexpr std::size_t deeper = 2;          // blanks a block is set in
constexpr std::size_t shared_width = 110;  // of several statements, or of a small block, on one line

class Printer {
 public:
  explicit Printer(const Layout& layout, const std::string& content) : layout_(layout), content_(content) {}

  std::string file(const syntax::File& file) {
    for (const syntax::FileLine& line : file.lines) {
      std::visit([this](const auto& node) { print(node); }, line);
    }
    comments_until(content_.size(), content_.size());
    return rows_text(rows_);
  }

 private:
  // ------------------------------------------------------------------------------------------ comments and blank lines

  std::size_t newlines(std::size_t from, std::size_t to) const {
    if (from >= to || to > content_.size()) return 0;
    return static_cast<std::size_t>(std::count(content_.begin() + static_cast<std::ptrdiff_t>(from), content_.begin() + static_cast<std::ptrdiff_t>(to), '\n'));
  }

  bool blank_before(std::size_t begin) const { return !fresh_ && newlines(at_, begin) > 1; }

  // Comments before `begin`: on the line of what stands before them they stay there, else they get a line; those inside the statement come before it.
  void comments_until(std::size_t begin, std::size_t end) {
    const auto& comments = layout_.comments();
    for (; next_ < comments.size() && comments[next_].first < end; ++next_) {
      const auto [from, to] = comments[next_];
      std::string text = content_.substr(from, to - from);
      text.erase(text.find_last_not_of(" \t\r") + 1);
      const bool behind = from < begin && !rows_.empty() && at_ > 0 && newlines(at_, from) == 0 && rows_.back().comment.empty();
      if (behind) {
        rows_.back().comment = text;
      } else {
        const bool blank = from < begin ? blank_before(from) : blank_before(begin);
        rows_.push_back({indent_, text, {}, Row::Align::none, Row::Share::none, {}, 160, {}, blank});
      }
      fresh_ = false;
      if (from < begin) at_ = to;
      if (from >= begin) at_ = begin;
    }
  }

  void add(Row row, syntax::Span span) {
    comments_until(span.begin, span.end);
    row.indent = indent_;
    row.blank_before = blank_before(span.begin);
    at_ = std::max(at_, span.end);
    const bool joins = !fresh_ && row.share != Row::Share::none && !rows_.empty() && rows_.back().share == row.share && !row.blank_before &&
                       rows_.back().comment.empty() && rows_.back().left.size() + row.left.size() + 2 + indent_ <= shared_width;
    fresh_ = false;
    if (joins)
      rows_.back().left += "; " + row.left;
    else
      rows_.push_back(std::move(row));
  }

  bool comment_in(syntax::Span span) const {
    const auto& comments = layout_.comments();
    return std::any_of(comments.begin(), comments.end(), [&](const auto& each) { return each.first >= span.begin && each.first < span.end; });
  }

  std::size_t behind_brace(std::size_t at) const {
    const std::string& text = layout_.lines();
    while (at < text.size() && text[at] != '{') at += scan_anything(std::string_view(text).substr(at));
    return std::min(at + 1, text.size());
  }

  template <class Lines>
  void block(const std::string& head, syntax::Span span, const Lines& lines) {
    add(Row{0, head + " {", {}}, {span.begin, std::min(behind_brace(span.begin), std::max(span.end, span.begin))});
    fresh_ = true;
    indent_ += deeper;
    lines();
    const std::size_t close = span.end > 0 ? span.end - 1 : 0;
    comments_until(close, close);
    indent_ -= deeper;
    fresh_ = true;  // no blank line before the brace
    add(Row{0, "}", {}}, {close, span.end});
  }

  // A block on one line, or, when it is long or has comments, on several.
  template <class Line, class ToRow>
  void small_block(const std::string& head, syntax::Span span, const std::vector<Line>& lines, const ToRow& row) {
    std::string whole = head + " {";
    for (std::size_t i = 0; i < lines.size(); ++i) whole += (i == 0 ? " " : "; ") + plain_text(row(lines[i]));
    whole += " }";
    if (!comment_in(span) && indent_ + whole.size() <= shared_width) return add(Row{0, whole, {}}, span);
    block(head, span, [&] {
      for (const Line& line : lines) add(row(line), span_of(line));
    });
  }

  template <class Line>
  static syntax::Span span_of(const Line& line) {
    if constexpr (requires { line.span; })
      return line.span;
    else
      return std::visit([](const auto& node) { return node.span; }, line);
  }

  // ------------------------------------------------------------------------------------------ declarations

  void print(const syntax::Import& import) { add(Row{0, "import " + quoted_text(import.name.text), {}}, import.span); }

  void print(const syntax::Format& format) {
    block("format " + format.name.text + " : " + format.kind.text, format.span, [&] { print_lines(format.lines); });
  }
  void print(const syntax::LineColumns& line) {
    small_block("line " + quoted_text(line.kind.text) + " " + line.role.text, line.span, line.columns,
                [](const syntax::FixedColumn& column) { return statement_row(column); });
  }
  void print(const syntax::Header& header) {
    block("header", header.span, [&] { print_lines(header.fields); });
  }
  void print(const syntax::Record& record) {
    block("record " + quoted_text(record.path.text), record.span, [&] { print_lines(record.lines); });
  }
  void print(const syntax::Group& group) {
    block("each " + group.name.text + " " + quoted_text(group.path.text), group.span, [&] { print_lines(group.fields); });
  }
  void print(const syntax::Codes& codes) {
    block("codes " + codes.name.text + (codes.list ? " for " + codes.list->text : ""), codes.span, [&] { print_lines(codes.lines); });
  }
  void print(const syntax::Mapping& mapping) {
    block("mapping " + mapping.name.text + " from " + mapping.format.text + " to " + mapping.target.text, mapping.span, [&] { print_lines(mapping.lines); });
  }
  void print(const syntax::Transition& transition) {
    block("transition " + transition.name.text, transition.span, [&] { print_lines(transition.lines); });
  }
  void print(const syntax::Identity& identity) {
    small_block("identity " + quoted_text(identity.sender.text), identity.span, identity.steps, [](const syntax::Step& step) {
      return Row{0, step_text(step), {}};
    });
  }
  void print(const syntax::Match& match) {
    small_block("match", match.span, match.lines, [](const syntax::MatchLine& line) { return Row{0, match_text(line), {}}; });
  }

  void print(const syntax::Merge& merge) {
    small_block(merge_text(merge), merge.span, merge.ways, [](const syntax::MergeWay& way) { return statement_row(way); });
  }
  void print(const syntax::ScopeUse& use) {
    block("use scope " + use.name.text, use.span, [&] { print_lines(use.supplied); });
  }
  void print(const syntax::Scope& scope) {
    block("scope " + scope.name.text, scope.span, [&] { print_lines(scope.lines); });
  }

  void print(const syntax::Check& check) {
    block("check " + check.name.text + " : " + check.severity.text, check.span, [&] { print_lines(check.lines); });
  }

  // The branches stand on the line of the split where they fit, else one on a line.
  void print(const syntax::Split& split) {
    Row row{0, split_text(split), {}};
    std::vector<std::string> branches;
    for (const syntax::Branch& branch : split.branches) {
      branches.push_back(branch_text(branch));
      row.left += " " + branches.back();
    }
    row.wrapped = {split_text(split)};
    row.wrapped.insert(row.wrapped.end(), branches.begin(), branches.end());
    add(std::move(row), split.span);
  }

  template <class Node>
  void print(const Node& statement) {
    add(statement_row(statement), statement.span);
  }

  template <class Lines>
  void print_lines(const Lines& lines) {
    for (const auto& line : lines) {
      if constexpr (requires { line.span; })
        print(line);
      else
        std::visit([this](const auto& node) { print(node); }, line);
    }
  }

  const Layout& layout_;
  const std::string& content_;
  std::vector<Row> rows_;
  std::size_t indent_ = 0;
  std::size_t at_ = 0;    // how far the text has been printed
  std::size_t next_ = 0;  // the next comment
  bool fresh_ = true;     // nothing stands in the block yet
};

}  // namespace

std::string print(const syntax::File& file, const Layout& layout, const std::string& content) { return Printer(layout, content).file(file); }

std::optional<std::string> format_rules(const SourceText& text, Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.error_count();
  const syntax::File file = parse_text(text, diagnostics);
  if (diagnostics.error_count() > errors) return std::nullopt;
  return print(file, Layout(text.content()), text.content());
}

}  // namespace srgconv::rules
