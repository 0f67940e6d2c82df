// Random syntax trees with every construct of the language: what the printer must be able to write down.
#pragma once

#include <rapidcheck.h>

#include "rules/syntax_tree.hpp"

namespace srgconv::rules::testing {

class RandomTree {
 public:
  syntax::File file() {
    syntax::File file;
    times(1, 5, [&] { file.lines.push_back(declaration()); });
    return file;
  }

 private:
  using Expression = syntax::Expression;
  using Kind = Expression::Kind;
  using Word = syntax::Word;

  static int below(int limit) { return *rc::gen::inRange(0, limit); }
  static bool maybe() { return below(2) == 1; }
  template <class Make>
  static void times(int least, int most, Make make) {
    for (int i = least + below(most - least + 1); i > 0; --i) make();
  }
  static Word word(std::string text) { return {std::move(text), {}, false}; }
  static std::string pick(const std::vector<std::string>& words) { return words[static_cast<std::size_t>(below(static_cast<int>(words.size())))]; }

  static Word name() { return word(pick({"a", "bsn-2", "ID", "geb_dat", "Cliëntnummer", "x1", "type"})); }
  static Word target() { return word(pick({"bsn", "id", "type", "start", "end", "wage_value", "old.id", "new.id"})); }
  static Word text() {
    return word(
        pick({"a", "it's", "#", "dd-mm-yyyy", "een; twee", "{x}", "\"q\"", "ë", "'", "a very long text that goes on and on for a while so that lines break"}));
  }
  static Word column() {
    if (maybe()) return name();
    return {pick({"DATUM IN", "when", "a#b", "it's"}), {}, true};
  }
  static Word number() { return word(pick({"0", "1", "12", "99.5", "1000"})); }
  static Word month() { return word(pick({"2022-01", "1999-12"})); }
  static Word date() { return word(pick({"2022-01-31", "1999-12-01"})); }
  static std::vector<Word> many(Word (*make)()) {
    std::vector<Word> words;
    times(1, 4, [&] { words.push_back(make()); });
    return words;
  }

  // ------------------------------------------------------------------------------------------ expressions

  static Expression leaf(Kind kind, std::string text) {
    Expression result;
    result.kind = kind;
    result.text = std::move(text);
    return result;
  }
  static Expression literal() {
    switch (below(4)) {
      case 0: return leaf(Kind::text, text().text);
      case 1: {
        Expression result = leaf(Kind::number, number().text);
        result.percent = below(4) == 0;
        return result;
      }
      case 2: return leaf(Kind::date, date().text);
      default: return leaf(Kind::month, month().text);
    }
  }
  Expression primary(int depth) {
    const int chosen = below(depth > 0 ? 7 : 3);
    switch (chosen) {
      case 0: return literal();
      case 1: return leaf(Kind::name, pick({"BSN", "this.type.role", "old.id", "sender", "month"}));
      case 2: return leaf(Kind::column, "DATUM IN");
      case 3: {
        Expression call = leaf(Kind::call, "replace");
        times(1, 3, [&] { call.operands.push_back(expression(depth - 1)); });
        return call;
      }
      case 4: {
        Expression lookup = leaf(Kind::lookup, "instrument");
        times(1, 2, [&] { lookup.operands.push_back(expression(depth - 1)); });
        return lookup;
      }
      case 5: return choice(depth - 1);
      default: {
        Expression inner = expression(depth - 1);
        inner.bracketed = true;
        return inner;
      }
    }
  }
  Expression choice(int depth) {
    Expression result = leaf(Kind::choice, {});
    times(1, 3, [&] {
      result.operators += 'w';
      result.operands.push_back(expression(depth));
      result.operands.push_back(expression(depth));
    });
    const char last = "ver"[below(3)];
    result.operators += last;
    if (last == 'v') result.operands.push_back(expression(depth));
    if (last == 'r') result.operands.push_back(leaf(Kind::text, "daarom"));
    return result;
  }
  Expression wrapped(Kind kind, Expression operand) {
    Expression result = leaf(kind, {});
    result.operands.push_back(std::move(operand));
    return result;
  }
  Expression signed_value(int depth) { return below(6) == 0 ? wrapped(Kind::negative, primary(depth)) : primary(depth); }
  Expression calculation(int depth) {
    if (maybe()) return signed_value(depth);
    const bool product = maybe();
    Expression result = leaf(product ? Kind::product : Kind::sum, {});
    result.operands.push_back(signed_value(depth));
    times(1, 2, [&] {
      result.operators += product ? "*/"[below(2)] : "+-"[below(2)];
      Expression operand = signed_value(depth);
      if (!product && maybe()) {
        operand = wrapped(Kind::duration, std::move(operand));
        operand.text = pick({"day", "days", "month", "months"});
      }
      result.operands.push_back(std::move(operand));
    });
    return result;
  }
  Expression joined(int depth) {
    if (below(4) > 0) return calculation(depth);
    Expression result = leaf(Kind::join, {});
    times(2, 3, [&] { result.operands.push_back(calculation(depth)); });
    return result;
  }
  Expression comparison(int depth) {
    Expression left = joined(depth);
    const int chosen = below(10);
    if (chosen == 9) {
      Expression known = wrapped(Kind::is_known, std::move(left));
      known.text = "is";
      known.negated = maybe();
      if (maybe()) known.operands.push_back(joined(depth));
      return known;
    }
    if (chosen == 0 || (chosen == 2 && depth == 0)) return left;
    Expression result = wrapped(Kind::compare, std::move(left));
    result.trimmed = below(4) == 0;
    result.ignoring_case = below(4) == 0;
    switch (chosen) {
      case 1:
        result.kind = Kind::is_empty;
        result.text = "is";
        result.negated = maybe();
        result.trimmed = result.ignoring_case = false;
        return result;
      case 2:
        result.kind = Kind::one_of;
        result.negated = maybe();
        result.text = result.negated ? "not" : "in";
        times(1, 3, [&] { result.operands.push_back(expression(depth - 1)); });
        return result;
      case 3:
        result.kind = Kind::matches;
        result.text = "matches";
        result.operands.push_back(leaf(Kind::text, "[a-z]+"));
        return result;
      case 4:
        result.kind = Kind::starts_with;
        result.text = "starts";
        break;
      case 5:
        result.kind = Kind::ends_with;
        result.text = "ends";
        break;
      case 6:
        result.kind = Kind::contains;
        result.text = "contains";
        break;
      default: result.text = pick({"=", "!=", "<", "<=", ">", ">="});
    }
    result.operands.push_back(joined(depth));
    return result;
  }
  Expression negation(int depth) { return below(5) == 0 ? wrapped(Kind::negation, comparison(depth)) : comparison(depth); }
  Expression chain(int depth, Kind kind) {
    if (below(3) > 0) return kind == Kind::disjunction ? chain(depth, Kind::conjunction) : negation(depth);
    Expression result = leaf(kind, {});
    times(2, 4, [&] { result.operands.push_back(kind == Kind::disjunction ? chain(depth, Kind::conjunction) : negation(depth)); });
    return result;
  }
  Expression expression(int depth) { return chain(std::max(depth, 0), Kind::disjunction); }
  std::optional<Expression> perhaps() { return maybe() ? std::optional(expression(2)) : std::nullopt; }

  // ------------------------------------------------------------------------------------------ statements

  syntax::Count count() {
    syntax::Count result{word("record"), {}, {}, {}};
    if (maybe()) {
      result.field = word("relation");
      result.equals = text();
    }
    return result;
  }
  syntax::Field field() {
    syntax::Field result;
    result.name = target();
    using Reading = syntax::Field::Reading;
    const int chosen = below(6);
    if (chosen == 0) {
      result.count = count();
      return result;
    }
    result.path = text();
    if (chosen == 1) result.count = count();
    if (chosen == 2) result.reading = Reading::pattern;
    if (chosen == 3) result.reading = Reading::number;
    if (chosen == 4) result.reading = Reading::role;
    if (chosen == 2 || chosen == 4) result.argument = text();
    if (chosen == 3 && maybe()) result.argument = word("2");
    result.partial = maybe();
    result.optional = maybe();
    return result;
  }
  std::vector<syntax::Field> fields() {
    std::vector<syntax::Field> result;
    times(0, 3, [&] { result.push_back(field()); });
    return result;
  }
  syntax::Format csv() {
    syntax::Format result{name(), word("csv"), {}, {}};
    times(0, 5, [&] {
      switch (below(5)) {
        case 0: result.lines.emplace_back(syntax::Setting{word("encoding"), word("utf-8"), {}}); break;
        case 1: result.lines.emplace_back(syntax::Setting{word("separator"), text(), {}}); break;
        case 2:
          if (maybe())
            result.lines.emplace_back(syntax::Setting{word("header"), word(pick({"yes", "no", "1", "2"})), {}});
          else
            result.lines.emplace_back(syntax::Setting{word("preamble"), word(pick({"1", "3"})), {}});
          break;
        case 3: result.lines.emplace_back(syntax::Columns{many(column), {}}); break;
        default: result.lines.emplace_back(syntax::Ignore{many(column), text(), {}});
      }
    });
    return result;
  }
  static Word place() { return word(pick({"1", "3-11", "40-40", "100-1000", "0", "9-2"})); }
  std::vector<syntax::FixedColumn> fixed_columns(int least) {
    std::vector<syntax::FixedColumn> result;
    times(least, 6, [&] { result.push_back({column(), place(), {}}); });
    return result;
  }
  syntax::Format fixed() {
    syntax::Format result{name(), word("fixed"), {}, {}};
    times(0, 6, [&] {
      switch (below(7)) {
        case 0: result.lines.emplace_back(syntax::Setting{word("encoding"), word("windows-1252"), {}}); break;
        case 1: result.lines.emplace_back(syntax::Setting{word("preamble"), word(pick({"1", "3"})), {}}); break;
        case 2: result.lines.emplace_back(syntax::FixedColumns{fixed_columns(1), {}}); break;
        case 3: result.lines.emplace_back(syntax::KindPlace{place(), {}}); break;
        case 4: result.lines.emplace_back(syntax::LineColumns{text(), word(pick({"before", "record"})), fixed_columns(0), {}}); break;
        case 5: {
          syntax::OtherLine line{text(), word(pick({"count", "ignore"})), {}, {}, {}};
          if (line.role.text == "count")
            line.at = place();
          else
            line.reason = text();
          result.lines.emplace_back(std::move(line));
          break;
        }
        default: result.lines.emplace_back(syntax::Ignore{many(column), text(), {}});
      }
    });
    return result;
  }
  syntax::Format xlsx() {
    syntax::Format result{name(), word("xlsx"), {}, {}};
    times(0, 5, [&] {
      switch (below(5)) {
        case 0: result.lines.emplace_back(syntax::Sheets{many(text), {}}); break;
        case 1: result.lines.emplace_back(syntax::Setting{word("header"), word(pick({"yes", "no", "1", "2"})), {}}); break;
        case 2: result.lines.emplace_back(syntax::Setting{word("preamble"), word(pick({"1", "3"})), {}}); break;
        case 3: result.lines.emplace_back(syntax::Columns{many(column), {}}); break;
        default: result.lines.emplace_back(syntax::Ignore{many(column), text(), {}});
      }
    });
    return result;
  }
  syntax::Format xml() {
    syntax::Format result{name(), word("xml"), {}, {}};
    times(0, 4, [&] {
      switch (below(5)) {
        case 0: result.lines.emplace_back(syntax::Setting{word("schema"), text(), {}}); break;
        case 1: result.lines.emplace_back(syntax::Setting{word("elements"), word(pick({"qualified", "unqualified"})), {}}); break;
        case 2: result.lines.emplace_back(syntax::Root{text(), maybe() ? std::optional(text()) : std::nullopt, {}}); break;
        case 3: result.lines.emplace_back(syntax::Header{fields(), {}}); break;
        default: {
          syntax::Record record{text(), {}, {}};
          times(0, 4, [&] {
            switch (below(3)) {
              case 0: record.lines.emplace_back(field()); break;
              case 1: record.lines.emplace_back(syntax::Group{name(), text(), fields(), {}}); break;
              default: record.lines.emplace_back(syntax::Ignore{many(column), text(), {}});
            }
          });
          result.lines.emplace_back(std::move(record));
        }
      }
    });
    return result;
  }
  syntax::Codes codes() {
    syntax::Codes result{name(), maybe() ? std::optional(name()) : std::nullopt, {}, {}};
    times(0, 4, [&] {
      if (below(4) > 0) {
        result.lines.emplace_back(
            syntax::CodeEntry{many(text), text(), maybe(), maybe() ? std::optional(date()) : std::nullopt, maybe() ? std::optional(date()) : std::nullopt, {}});
        return;
      }
      syntax::Otherwise otherwise;
      if (maybe()) {
        otherwise.value = text();
        otherwise.as_role = maybe();
      } else {
        otherwise.way = word(pick({"reject", "skip", "empty", "keep"}));
      }
      otherwise.reason = text();
      result.lines.emplace_back(std::move(otherwise));
    });
    return result;
  }
  syntax::Assignment assignment() { return {target(), expression(2), perhaps(), {}}; }
  syntax::Mapping mapping() {
    syntax::Mapping result{name(), name(), word(pick({"provision", "link"})), {}, {}};
    times(0, 5, [&] {
      switch (below(7)) {
        case 0: result.lines.emplace_back(syntax::Guard{maybe(), expression(2), text(), {}}); break;
        case 1: result.lines.emplace_back(assignment()); break;
        case 2: result.lines.emplace_back(syntax::Parameter{name(), literal(), {}}); break;
        case 3: {
          syntax::Split split{expression(1), {}, {}};
          times(2, 3, [&] {
            syntax::Branch branch;
            times(0, 2, [&] { branch.assignments.push_back(assignment()); });
            split.branches.push_back(std::move(branch));
          });
          result.lines.emplace_back(std::move(split));
          break;
        }
        case 4: {
          syntax::Merge merge{many(target), maybe() ? std::optional(word(pick({"1", "31"}))) : std::nullopt, {}, {}};
          times(0, 3, [&] { merge.ways.push_back({target(), word(pick({"earliest", "latest", "first", "last", "equal"})), {}}); });
          result.lines.emplace_back(std::move(merge));
          break;
        }
        case 5: {
          syntax::ScopeUse use{name(), {}, {}};
          times(0, 3, [&] { use.supplied.push_back({name(), expression(2), {}}); });
          result.lines.emplace_back(std::move(use));
          break;
        }
        default: {
          syntax::Example example;
          times(1, 4, [&] { example.given.push_back({column(), text()}); });
          if (maybe())
            example.outcome = word(pick({"skip", "reject"}));
          else
            times(1, 4, [&] { example.expect.push_back({target(), maybe() ? std::optional(literal()) : std::nullopt}); });
          result.lines.emplace_back(std::move(example));
        }
      }
    });
    return result;
  }
  std::vector<syntax::Argument> arguments() {
    std::vector<syntax::Argument> result;
    times(0, 2, [&] { result.push_back({name(), literal()}); });
    return result;
  }
  syntax::Step step() {
    syntax::Step result;
    result.after_else = maybe();
    switch (below(3)) {
      case 0:
        result.kind = maybe() ? syntax::Step::Kind::rule : syntax::Step::Kind::sender;
        result.value = expression(1);
        result.when = perhaps();
        break;
      case 1:
        result.kind = syntax::Step::Kind::links;
        result.files = many(text);
        result.mapping = name();
        result.arguments = arguments();
        break;
      default: result.kind = syntax::Step::Kind::match;
    }
    return result;
  }
  syntax::TransitionLine transition_line() {
    switch (below(16)) {
      case 0: return syntax::Fact{word("reason"), name(), {}};
      case 1: return syntax::Fact{word("month"), month(), {}};
      case 2: return syntax::Fact{word("assessed"), date(), {}};
      case 3: return syntax::Sequence{number(), maybe() ? std::optional(number()) : std::nullopt, {}};
      case 4: {
        syntax::Source source{word(pick({"old", "delivered", "new"})), text(), many(text), {}, {}, {}, {}};
        using MonthKind = syntax::MonthSource::Kind;
        const int chosen = below(4);
        if (chosen == 1) source.month = syntax::MonthSource{MonthKind::header, {}, {}};
        if (chosen == 2) source.month = syntax::MonthSource{MonthKind::file_name, text(), {}};
        if (chosen == 3) source.month = syntax::MonthSource{MonthKind::snapshot, date(), {}};
        if (maybe()) {
          source.mapping = name();
          source.arguments = arguments();
        }
        return source;
      }
      case 5: {
        syntax::Identity identity{text(), {}, {}};
        times(0, 3, [&] { identity.steps.push_back(step()); });
        return identity;
      }
      case 6: {
        syntax::Match match;
        times(0, 3, [&] {
          if (maybe())
            match.lines.emplace_back(syntax::WithinBsn{});
          else if (maybe())
            match.lines.emplace_back(syntax::Level{maybe(), many(name), {}, {}, {}, {}, {}});
          else if (maybe())
            match.lines.emplace_back(syntax::Level{maybe(), {}, word(pick({"1", "3"})), {}, {}, {}, {}});
          else
            match.lines.emplace_back(syntax::Level{maybe(),
                                                   {},
                                                   {},
                                                   word(pick({"1", "9.5"})),
                                                   maybe() ? std::optional(word("3")) : std::nullopt,
                                                   maybe() ? std::optional(text()) : std::nullopt,
                                                   {}});
        });
        return match;
      }
      case 7: return syntax::Drop{text(), text(), text(), {}};
      case 8: return syntax::Gap{word(pick({"gap", "overlap"})), text(), month(), maybe() ? std::optional(month()) : std::nullopt, text(), {}};
      case 9: return syntax::Order{many(text), text(), {}};
      case 10: return syntax::Continues{text(), {}};
      case 11: return syntax::SenderScope{text(), expression(2), {}};
      case 12:
        return syntax::Allow{word(pick({"split", "join"})), maybe() ? many(text) : std::vector<Word>(), maybe() ? many(text) : std::vector<Word>(), text(), {}};
      case 13: return syntax::HistoryId{expression(2), perhaps(), {}};
      case 14: return syntax::Ties{text(), {}};
      case 15: return syntax::Recoded{text(), text(), text(), {}};
      default: return syntax::Require{name(), word(pick({"<", "<=", "=", ">=", ">"})), number(), maybe(), {}};
    }
  }
  syntax::Check check() {
    syntax::Check result{name(), word(pick({"reject", "signal"})), {}, {}};
    times(0, 5, [&] {
      switch (below(4)) {
        case 0: result.lines.emplace_back(syntax::Expectation{word(pick({"provision", "link"})), perhaps(), expression(2), {}}); break;
        case 1: result.lines.emplace_back(syntax::WholeSet{arguments(), {}}); break;
        case 2: result.lines.emplace_back(syntax::CheckText{word(pick({"nl", "en"})), text(), text(), text(), {}}); break;
        default: result.lines.emplace_back(syntax::CheckSource{text(), {}});
      }
    });
    return result;
  }
  syntax::FileLine declaration() {
    switch (below(8)) {
      case 7: return check();
      case 0: return syntax::Import{text(), {}};
      case 6: return fixed();
      case 1:
        if (maybe()) return xlsx();
        return csv();
      case 2: return xml();
      case 3: return codes();
      case 4: return mapping();
      case 5: {
        syntax::Scope scope{name(), {}, {}};
        times(0, 4, [&] {
          if (maybe())
            scope.lines.emplace_back(syntax::Needs{many(name), {}});
          else
            scope.lines.emplace_back(syntax::Guard{maybe(), expression(2), text(), {}});
        });
        return scope;
      }
      default: {
        syntax::Transition transition{name(), {}, {}};
        times(0, 6, [&] { transition.lines.push_back(transition_line()); });
        return transition;
      }
    }
  }
};

}  // namespace srgconv::rules::testing
