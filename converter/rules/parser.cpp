#include "rules/parser.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/block_heads.hpp"
#include "rules/expectation.hpp"
#include "rules/grammar.hpp"
#include "rules/layout.hpp"
#include "rules/lexemes.hpp"
#include "rules/statement_words.hpp"

namespace srgconv::rules {
namespace {

const Names going_on = {"when", "because", "and", "or", "into", "expect", "repair"};
constexpr std::size_t most_mistakes = 50;

template <class List, class T>
bool has(const List& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

class Reader {
 public:
  Reader(const SourceText& text, Diagnostics& diagnostics) : text_(text), diagnostics_(diagnostics), layout_(text.content()) {
    for (const SignFault& fault : layout_.faults()) add(fault.code, text.span(fault.begin, fault.length), fault.arguments, {});
  }

  syntax::File file() {
    syntax::File file;
    lines<syntax::FileLine>(file_block, {}, [&](syntax::FileLine& line) {
      std::visit([this](auto& node) { read_block(node); }, line);
      abandoned_ = false;
      file.lines.push_back(std::move(line));
    });
    file.lost = std::move(lost_);
    return file;
  }

 private:
  std::string_view joined() const { return layout_.joined(); }
  std::string_view plain() const { return layout_.lines(); }
  std::size_t line_end(std::size_t at) const { return std::min(plain().find('\n', at), plain().size()); }

  // ------------------------------------------------------------------------------------------ mistakes

  void add(std::string code, SourceSpan span, std::map<std::string, std::string> arguments, std::optional<std::string> suggestion) {
    if (mistakes_ == most_mistakes) {
      diagnostics_.add({"RULE-020", std::move(span), {{"count", std::to_string(most_mistakes)}}, {}, {}});
      stopped_ = true;
    }
    if (++mistakes_ > most_mistakes) return;
    diagnostics_.add({std::move(code), std::move(span), std::move(arguments), std::move(suggestion), {}});
  }

  // Reports the mismatch of the statement that begins at `begin`; gives the offset from which reading may go on.
  std::size_t report(const Block& block, std::size_t begin, const Mismatch& mismatch) {
    const std::size_t found_at = std::min(joined().find_first_not_of(" \t\r", mismatch.at), joined().size());
    const std::size_t before = joined().substr(0, found_at).find_last_not_of(" \t\r\n");
    const std::size_t after_previous = before == std::string_view::npos || before < begin ? begin : before + 1;
    const bool at_line_end = line_end(after_previous) <= found_at && found_at > begin;
    const std::size_t at = at_line_end ? after_previous : found_at;
    if (layout_.faulty(begin, line_end(at) + 1)) return at;  // the statement's signs were wrong, and that was said
    const std::string_view found = at_line_end ? std::string_view() : plain().substr(at, scan_anything(plain().substr(at)));
    const SourceSpan span = text_.span(at, found.size());
    const std::string shown = !found.empty() && static_cast<unsigned char>(found[0]) < 0x20U ? "?" : std::string(found);
    const auto similar = [&](const Names& names) {
      auto suggestion = scan_name(found) > 0 ? near_name(found, names) : std::nullopt;
      return suggestion != found ? suggestion : std::nullopt;  // the word is right, but not here
    };
    const std::string& expected = mismatch.expected;
    if (expected.empty()) {
      Names possible = block.words;
      for (const std::string& field : block.fields) possible.push_back(field);
      const std::optional<std::string> suggestion = similar(possible);
      if (block.any_field) possible.emplace_back("... = '...'");
      if (block.columns) possible.emplace_back("... 3-11");
      if (block.texts) possible.insert(possible.begin(), "... => ...");
      add("RULE-001", span, {{"found", shown}, {"possible", quoted_list(possible)}}, suggestion);
    } else if (expected == "end") {
      add("RULE-003", span, {{"found", shown}}, similar(all_keywords()));
    } else if (expected == "value" && is_reserved(found)) {
      add("RULE-131", span, {{"word", shown}}, {});
    } else if (const std::string_view code = code_of_expected(expected); !code.empty()) {
      add(std::string(code), span, {}, {});
    } else {
      add("RULE-002", span, {{"expected", expected}}, similar(quoted_words(expected)));
    }
    return at;
  }

  // Moves to the next statement of the block after a mistake at `from` in the statement that began at `begin`.
  void recover(const Block& block, std::size_t begin, std::size_t from) {
    const std::string_view text = plain();
    int brackets = 0, braces = 0;
    for (std::size_t at = begin; at < from;) {
      brackets += text[at] == '(' || text[at] == '[' ? 1 : text[at] == ')' || text[at] == ']' ? -1 : 0;
      at += scan_anything(text.substr(at));
    }
    at_ = text.size();
    for (std::size_t at = from; at < text.size();) {
      const char c = text[at];
      if (c == '\n') {
        at = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
        const bool certain = brackets > 0 || block.is_file;
        if (begins_declaration(at) || (braces == 0 && begins_statement(block, at, certain))) return go_on_at(at);
        continue;
      }
      brackets += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (c == ';' && braces == 0) return go_on_at(at + 1);
      if (c == '}' && braces == 0) return go_on_at(at);
      if (c == '{') ++braces;
      if (c == '}' && --braces == 0) return go_on_at(at + 1);
      at += scan_anything(text.substr(at));
    }
  }

  void go_on_at(std::size_t at) {
    at_ = at;
    layout_.join_from(at);
  }

  // Does a line of this block begin here? `certain`: only with words that nothing else begins with.
  bool begins_statement(const Block& block, std::size_t at, bool certain) const {
    const std::string_view rest = plain().substr(at);
    if (rest.empty()) return false;
    if (rest[0] == '}') return true;
    const std::string_view name = rest.substr(0, scan_dotted_name(rest));
    if (!certain) return !has(going_on, name) && (name != "else" || has(block.words, name));
    if (block.texts && rest[0] == '\'') return true;
    if (has(block.words, name) || begins_declaration(at)) return true;
    const std::size_t equals = rest.find_first_not_of(" \t", name.size());
    return equals < rest.size() && rest[equals] == '=' && !name.empty() && (block.any_field || has(block.fields, name));
  }

  // Does a line begin here that can only be a declaration of the file?
  bool begins_declaration(std::size_t at) const {
    const std::size_t line_start = at == 0 ? 0 : plain().rfind('\n', at - 1) + 1;  // npos + 1 is 0
    if (plain().substr(line_start, at - line_start).find_first_not_of(" \t\r") != std::string_view::npos) return false;
    const std::string_view word = first_word(plain().substr(at));
    if (!has(file_block.words, word)) return false;
    const std::size_t next = std::min(plain().find_first_not_of(" \t", at + word.size()), plain().size());
    const std::string_view rest = plain().substr(next);
    return word == "import" ? rest.starts_with('\'') : scan_name(rest) > 0;
  }

  // ------------------------------------------------------------------------------------------ blocks

  // Moves to the next statement of the block; false when the block has ended.
  bool next_statement(const Block& block, std::size_t opened) {
    while (!abandoned_ && !stopped_) {
      at_ = std::min(joined().find_first_not_of(" \t\r\n;", at_), joined().size());
      const bool at_end = at_ == joined().size();
      if (!at_end && joined()[at_] == '}') {
        if (block.is_file && mistakes_ == 0) add("RULE-013", text_.span(at_, 1), {}, {});
        ++at_;
        if (!block.is_file) return false;
        continue;
      }
      if (block.is_file) return !at_end;
      if (!at_end && !begins_declaration(at_)) return true;
      if (!layout_.faulty(opened, at_)) add("RULE-011", text_.span(opened, 1), {}, {});
      abandoned_ = true;  // the blocks around it say nothing
    }
    return false;
  }

  // Reads the lines of a block into `sink`; true when one was not understood.
  template <class Line, class Sink>
  bool lines(const Block& block, std::size_t opened, Sink sink) {
    bool faulty = false;
    while (next_statement(block, opened)) {
      const std::size_t begin = at_;
      Line line;
      const auto mismatch = parse(block, line);
      if (mismatch) {
        faulty = true;
        const std::size_t from = report(block, begin, *mismatch);
        if (stopped_) break;
        if (!opens_block(line, begin)) {
          if (block.is_file) lose_names(begin);
          recover(block, begin, from);
          continue;
        }
      }
      sink(line);
    }
    return faulty || abandoned_;
  }

  // Notes the words with which a lost declaration begins: one of them may be its name.
  void lose_names(std::size_t begin) {
    const std::size_t end = line_end(begin);
    for (std::size_t at = begin; at < end && lost_.size() < 2 * most_mistakes;) {
      const std::size_t length = scan_name(plain().substr(at));
      if (length > 0) lost_.emplace_back(plain().substr(at, length));
      at += std::max<std::size_t>(length, 1);
    }
  }

  template <class Line>
  std::optional<Mismatch> parse(const Block& block, Line& line) {
    if constexpr (std::is_same_v<Line, syntax::FormatLine>) {
      if (&block == &fixed_block) return parse_fixed_line(joined(), at_, line);
      if (&block == &xlsx_block) return parse_xlsx_line(joined(), at_, line);
      return &block == &csv_block ? parse_csv_line(joined(), at_, line) : parse_xml_line(joined(), at_, line);
    } else {
      return parse_line(joined(), at_, line);
    }
  }

  // Makes the node of a block whose head was not understood, and moves to its `{`: what stands inside is read all the same.
  template <class Line>
  bool opens_block(Line& line, std::size_t begin) {
    const std::string_view head = plain().substr(begin, line_end(begin) - begin);
    const std::string_view word = first_word(head);
    std::size_t brace = 0;
    while (brace < head.size() && head[brace] != '{') brace += scan_anything(head.substr(brace));
    if (brace >= head.size()) return false;
    const std::string_view words = head.substr(0, brace);
    if constexpr (requires { begin_node(line, word, words); }) {
      if (!begin_node(line, word, words)) return false;
      std::visit(
          [&](auto& node) {
            if constexpr (requires { node.faulty; }) node.faulty = true;
            node.span = {begin, begin + head.size()};
            // Its name, if it can be made out, so that what refers to it is not reported.
            const std::size_t at = std::min(head.find_first_not_of(" \t", word.size()), head.size());
            const std::size_t length = scan_name(head.substr(at));
            if constexpr (std::is_same_v<Line, syntax::FileLine>) node.name = {std::string(head.substr(at, length)), {begin + at, begin + at + length}, false};
          },
          line);
    } else {
      return false;
    }
    go_on_at(begin + brace);
    return true;
  }

  // Moves behind the `{` that must come now; nothing, and reported, when it does not.
  std::optional<std::size_t> open(const Block& outer, std::size_t begin) {
    const std::size_t at = std::min(joined().find_first_not_of(" \t\r\n", at_), joined().size());
    if (at < joined().size() && joined()[at] == '{') {
      at_ = at + 1;
      return at;
    }
    recover(outer, begin, report(outer, begin, {at_, "'{'"}));
    return std::nullopt;
  }

  template <class Line, class Node, class Sink>
  void body(Node& node, const Block& outer, const Block& block, Sink sink) {
    if (const auto opened = open(outer, node.span.begin)) {
      const bool faulty = lines<Line>(block, *opened, sink);
      node.faulty = node.faulty || faulty;
      node.span.end = at_;
    } else {
      node.faulty = true;
    }
  }

  template <class Line>
  void read_block(Line&) {}  // a statement without a block

  void read_block(syntax::Format& format) {
    const std::string& kind = format.kind.text;
    const Block& block = kind == "csv" ? csv_block : kind == "fixed" ? fixed_block : kind == "xlsx" ? xlsx_block : xml_block;
    body<syntax::FormatLine>(format, file_block, block, [&](syntax::FormatLine& line) {
      std::visit([this](auto& node) { read_block(node); }, line);
      format.lines.push_back(std::move(line));
    });
  }
  void read_block(syntax::LineColumns& line) {
    body<syntax::FixedColumn>(line, fixed_block, line_block, [&](syntax::FixedColumn& column) { line.columns.push_back(std::move(column)); });
  }
  void read_block(syntax::Header& header) {
    body<syntax::Field>(header, xml_block, field_block, [&](syntax::Field& line) { header.fields.push_back(std::move(line)); });
  }
  void read_block(syntax::Record& record) {
    body<syntax::RecordLine>(record, xml_block, record_block, [&](syntax::RecordLine& line) {
      std::visit([this](auto& node) { read_block(node); }, line);
      record.lines.push_back(std::move(line));
    });
  }
  void read_block(syntax::Group& group) {
    body<syntax::Field>(group, record_block, field_block, [&](syntax::Field& line) { group.fields.push_back(std::move(line)); });
  }
  void read_block(syntax::Codes& codes) {
    body<syntax::CodesLine>(codes, file_block, codes_block, [&](syntax::CodesLine& line) { codes.lines.push_back(std::move(line)); });
  }
  void read_block(syntax::Mapping& mapping) {
    body<syntax::MappingLine>(mapping, file_block, mapping_block, [&](syntax::MappingLine& line) {
      std::visit([this](auto& node) { read_block(node); }, line);
      mapping.lines.push_back(std::move(line));
    });
  }
  void read_block(syntax::Split& split) {
    do {
      syntax::Branch branch;
      branch.span.begin = split.branches.empty() ? split.span.begin : at_;
      body<syntax::Assignment>(branch, mapping_block, branch_block, [&](syntax::Assignment& line) { branch.assignments.push_back(std::move(line)); });
      split.faulty = split.faulty || branch.faulty;
      split.branches.push_back(std::move(branch));
    } while (!abandoned_ && !stopped_ && (another_brace() || (split.branches.size() < 2 && !split.faulty)));
    split.span.end = at_;
  }
  void read_block(syntax::Merge& merge) {
    body<syntax::MergeWay>(merge, mapping_block, merge_block, [&](syntax::MergeWay& line) { merge.ways.push_back(std::move(line)); });
  }
  void read_block(syntax::ScopeUse& use) {
    body<syntax::Supplied>(use, mapping_block, supplied_block, [&](syntax::Supplied& line) { use.supplied.push_back(std::move(line)); });
  }
  void read_block(syntax::Scope& scope) {
    body<syntax::ScopeLine>(scope, file_block, scope_block, [&](syntax::ScopeLine& line) { scope.lines.push_back(std::move(line)); });
  }
  bool another_brace() const {
    const std::size_t at = joined().find_first_not_of(" \t\r\n", at_);
    return at != std::string_view::npos && joined()[at] == '{';
  }
  void read_block(syntax::Transition& transition) {
    body<syntax::TransitionLine>(transition, file_block, transition_block, [&](syntax::TransitionLine& line) {
      std::visit([this](auto& node) { read_block(node); }, line);
      transition.lines.push_back(std::move(line));
    });
  }
  void read_block(syntax::Identity& identity) {
    body<syntax::Step>(identity, transition_block, identity_block, [&](syntax::Step& line) { identity.steps.push_back(std::move(line)); });
  }
  void read_block(syntax::Match& match) {
    body<syntax::MatchLine>(match, transition_block, match_block, [&](syntax::MatchLine& line) { match.lines.push_back(std::move(line)); });
  }

  void read_block(syntax::Check& check) {
    body<syntax::CheckLine>(check, file_block, check_block, [&](syntax::CheckLine& line) { check.lines.push_back(std::move(line)); });
  }

  const SourceText& text_;
  Diagnostics& diagnostics_;
  Layout layout_;
  std::size_t at_ = 0;
  std::size_t mistakes_ = 0;
  Names lost_;
  bool abandoned_ = false;  // a block was not closed: back to the file
  bool stopped_ = false;    // too many mistakes
};

}  // namespace

syntax::File parse_text(const SourceText& text, Diagnostics& diagnostics) { return Reader(text, diagnostics).file(); }

}  // namespace srgconv::rules
