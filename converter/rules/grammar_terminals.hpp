// The terminals of the grammar and the actions that build the tree. A part of grammar.cpp, which alone includes it (and Spirit).
#pragma once

#include <string>
#include <string_view>

#include <type_traits>
#include <utility>
#include <vector>

#include <boost/spirit/home/x3.hpp>

#include "rules/lexemes.hpp"
#include "rules/syntax_tree.hpp"

namespace srgconv::rules {
namespace {

namespace x3 = boost::spirit::x3;
using syntax::Expression;
using syntax::Word;
using Position = const char*;

struct Origin;  // tag of the first byte of the text, from which places are counted

template <class Context>
std::size_t offset(Position at, const Context& context) {
  return static_cast<std::size_t>(at - x3::get<Origin>(context));
}

// ---------------------------------------------------------------------------------------------- terminals

struct Blank : x3::parser<Blank> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <class Context, class RuleContext, class Attribute>
  bool parse(Position& first, const Position& last, const Context&, RuleContext&, Attribute&) const {
    if (first == last || (*first != ' ' && *first != '\t' && *first != '\r')) return false;
    ++first;
    return true;
  }
};

// A name, text, number, month or date; its attribute is the Word.
struct Lexeme : x3::parser<Lexeme> {
  using attribute_type = Word;
  static constexpr bool has_attribute = true;
  enum class Quotes { none, text, column };

  Lexeme(const char* lexeme_name, std::size_t (*lexeme_scan)(std::string_view), Quotes lexeme_quotes = Quotes::none)
      : name(lexeme_name), scan(lexeme_scan), quotes(lexeme_quotes) {}

  template <class Context, class RuleContext, class Attribute>
  bool parse(Position& first, const Position& last, const Context& context, RuleContext&, Attribute& attribute) const {
    Position here = first;  // blanks before what is not there stay unread
    x3::skip_over(here, last, context);
    const std::string_view rest(here, static_cast<std::size_t>(last - here));
    const std::size_t length = scan(rest);
    if (length == 0) return false;
    if constexpr (std::is_same_v<Attribute, Word>) {
      const std::size_t begin = offset(here, context);
      const std::string_view found = rest.substr(0, length);
      attribute.text = quotes == Quotes::text ? unquoted(found) : quotes == Quotes::column ? std::string(found.substr(1, length - 2)) : std::string(found);
      attribute.span = {begin, begin + length};
      attribute.quoted = quotes == Quotes::column;
    }
    first = here + length;
    return true;
  }

  const char* name;
  std::size_t (*scan)(std::string_view);
  Quotes quotes;
};

// A keyword or a sign. A keyword ends where its name ends: `in` is not found in `into`.
struct Literal : x3::parser<Literal> {
  using attribute_type = Word;
  static constexpr bool has_attribute = true;

  explicit Literal(std::string_view literal_text) : text(literal_text) {}

  template <class Context, class RuleContext, class Attribute>
  bool parse(Position& first, const Position& last, const Context& context, RuleContext&, Attribute& attribute) const {
    Position here = first;
    x3::skip_over(here, last, context);
    const std::string_view rest(here, static_cast<std::size_t>(last - here));
    if (!rest.starts_with(text)) return false;
    const bool is_word = is_name_byte(text.back());
    if (is_word && (text.find('.') == std::string_view::npos ? scan_name(rest) : scan_dotted_name(rest)) != text.size()) return false;
    if constexpr (std::is_same_v<Attribute, Word>) {
      const std::size_t begin = offset(here, context);
      attribute = Word{std::string(text), {begin, begin + text.size()}, false};
    }
    first = here + text.size();
    return true;
  }

  std::string_view text;
};

// The end of a statement, before its line end, `;` or `}`; an `else` begins the next one.
struct End : x3::parser<End> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <class Context, class RuleContext, class Attribute>
  bool parse(Position& first, const Position& last, const Context& context, RuleContext&, Attribute&) const {
    Position here = first;
    x3::skip_over(here, last, context);
    return here == last || *here == '\n' || *here == ';' || *here == '}' || first_word({here, static_cast<std::size_t>(last - here)}) == "else";
  }
};

}  // namespace
}  // namespace srgconv::rules

namespace boost::spirit::x3 {

template <>
struct get_info<srgconv::rules::Lexeme> {
  using result_type = std::string;
  std::string operator()(const srgconv::rules::Lexeme& terminal) const { return terminal.name; }
};
template <>
struct get_info<srgconv::rules::Literal> {
  using result_type = std::string;
  std::string operator()(const srgconv::rules::Literal& literal) const { return "'" + std::string(literal.text) + "'"; }
};
template <>
struct get_info<srgconv::rules::End> {
  using result_type = std::string;
  std::string operator()(const srgconv::rules::End&) const { return "end"; }
};
template <class Subject, class Action>
struct get_info<action<Subject, Action>> {
  using result_type = std::string;
  std::string operator()(const action<Subject, Action>& parser) const { return what(parser.subject); }
};

}  // namespace boost::spirit::x3

namespace srgconv::rules {
namespace {

// ---------------------------------------------------------------------------------------------- actions

// The attribute becomes a member of the node, or one more of its members.
template <class Node, class Member>
auto to(Member Node::*member) {
  return [member](auto& context) { x3::_val(context).*member = std::move(x3::_attr(context)); };
}
template <class Node, class Member>
auto add(std::vector<Member> Node::*member) {
  return [member](auto& context) { (x3::_val(context).*member).push_back(std::move(x3::_attr(context))); };
}
template <class Node, class Member>
auto mark(Member Node::*member, Member value) {
  return [member, value](auto& context) { x3::_val(context).*member = value; };
}
// The attribute becomes the node, or one more of its elements.
const auto take = [](auto& context) { x3::_val(context) = std::move(x3::_attr(context)); };
const auto push = [](auto& context) { x3::_val(context).push_back(std::move(x3::_attr(context))); };

// A literal or a name as an expression.
auto leaf(Expression::Kind kind) {
  return [kind](auto& context) {
    Word& word = x3::_attr(context);
    Expression& node = x3::_val(context);
    node = Expression{};
    node.kind = kind;
    node.text = std::move(word.text);
    node.word = word.span;
  };
}
// What was read so far becomes the first operand of an expression of this kind.
template <class Context>
void wrap_value(Context& context, Expression::Kind kind, Word sign) {
  Expression& node = x3::_val(context);
  Expression whole;
  whole.kind = kind;
  whole.text = std::move(sign.text);
  whole.word = sign.span;
  whole.span = node.span;
  whole.operands.push_back(std::move(node));
  node = std::move(whole);
}
auto wrap(Expression::Kind kind) {
  return [kind](auto& context) { wrap_value(context, kind, std::move(x3::_attr(context))); };
}
// One more operand of a chain; the second one makes the chain.
auto chain(Expression::Kind kind) {
  return [kind](auto& context) {
    Expression& node = x3::_val(context);
    if (node.kind != kind || node.bracketed) wrap_value(context, kind, Word{});
    node.operands.push_back(std::move(x3::_attr(context)));
  };
}
auto chain_sign(Expression::Kind kind) {
  return [kind](auto& context) {
    Expression& node = x3::_val(context);
    if (node.kind != kind || node.bracketed) wrap_value(context, kind, Word{});
    node.operators += x3::_attr(context).text;
  };
}
const auto operand = [](auto& context) { x3::_val(context).operands.push_back(std::move(x3::_attr(context))); };
const auto further_operands = [](auto& context) {
  for (Expression& each : x3::_attr(context)) x3::_val(context).operands.push_back(std::move(each));
};
// A name followed by a bracket: what it names is the node's text.
auto named(Expression::Kind kind) {
  return [kind](auto& context) { x3::_val(context).kind = kind; };
}

// Tells the node of the rule its place: from the first sign that is no blank to the last one read.
template <class Subject>
struct PlacedDirective : x3::unary_parser<Subject, PlacedDirective<Subject>> {
  using base_type = x3::unary_parser<Subject, PlacedDirective<Subject>>;
  static constexpr bool is_pass_through_unary = true;

  explicit PlacedDirective(const Subject& inner) : base_type(inner) {}

  template <class Context, class Node, class Attribute>
  bool parse(Position& first, const Position& last, const Context& context, Node& node, Attribute& attribute) const {
    Position begin = first;
    x3::skip_over(begin, last, context);
    if (!this->subject.parse(first, last, context, node, attribute)) return false;
    node.span = {offset(begin, context), offset(first, context)};
    return true;
  }
};
struct Placed {
  template <class Subject>
  auto operator[](const Subject& subject) const {
    return PlacedDirective<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(subject));
  }
};
const Placed placed;

Literal operator""_w(const char* text, std::size_t length) { return Literal({text, length}); }

}  // namespace
}  // namespace srgconv::rules
