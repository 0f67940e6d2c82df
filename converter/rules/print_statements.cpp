#include "rules/print_statements.hpp"

#include <algorithm>

#include "domain/utf8.hpp"
#include "rules/letters.hpp"
#include "rules/print_expression.hpp"

namespace srgconv::rules {
namespace {

constexpr std::size_t wide = 150;  // of the lines of a long statement, without indent
constexpr std::size_t longest_example = 110;
constexpr std::size_t longest_columns = 110;  // with places
constexpr std::size_t longest_expectation = 110;

std::string because(const syntax::Word& reason) { return "because " + quoted_text(reason.text); }

std::string count_text(const syntax::Count& count) {
  std::string text = "count(" + count.of.text;
  if (count.field) text += " where " + count.field->text + " = " + quoted_text(count.equals->text);
  return text + ")";
}

std::string reading_text(const syntax::Field& field) {
  using Reading = syntax::Field::Reading;
  switch (field.reading) {
    case Reading::pattern: return " as " + quoted_text(field.argument->text);
    case Reading::number: return " as number" + (field.argument ? " " + field.argument->text : std::string());
    case Reading::role: return " as role of " + quoted_text(field.argument->text);
    case Reading::as_written: break;
  }
  return field.count && field.path ? " as " + count_text(*field.count) : std::string();
}

std::string arguments_text(const std::vector<syntax::Argument>& arguments) {
  std::string text;
  for (const syntax::Argument& argument : arguments) text += (text.empty() ? " with " : ", ") + argument.name.text + " = " + expression_text(argument.value);
  return text;
}

std::string assignment_value(const syntax::Assignment& assignment) {
  return "= " + expression_text(assignment.value) + (assignment.when ? " when " + expression_text(*assignment.when) : std::string());
}

// A condition, cut before each `and` or `or` of its outermost level.
std::vector<std::string> condition_lines(const std::string& head, const syntax::Expression& condition) {
  using Kind = syntax::Expression::Kind;
  const bool chained = !condition.bracketed && (condition.kind == Kind::conjunction || condition.kind == Kind::disjunction);
  if (!chained || head.size() + expression_text(condition).size() + 1 <= wide) return {head + " " + expression_text(condition)};
  std::vector<std::string> lines = {head + " " + expression_text(condition.operands[0])};
  for (std::size_t i = 1; i < condition.operands.size(); ++i)
    lines.push_back((condition.kind == Kind::conjunction ? "and " : "or ") + expression_text(condition.operands[i]));
  return lines;
}

// Names behind a word, on as many lines as they need.
Row names_row(const std::string& head, const std::vector<syntax::Word>& words) {
  std::vector<std::string> names;
  for (const syntax::Word& word : words) names.push_back(column_text(word));
  Row row{0, head + " " + columns_text(words), {}};
  row.wrapped = filled(head, names, wide);
  return row;
}

// A value, a `case` with a line for each branch.
std::vector<std::string> value_lines(const std::string& head, const syntax::Expression& value) {
  if (value.kind != syntax::Expression::Kind::choice || value.bracketed) return {head + expression_text(value)};
  const auto branches = branch_texts(value);
  std::vector<std::string> lines = {head + "case("};
  for (std::size_t i = 0; i < branches.size(); ++i) lines.push_back(branches[i] + (i + 1 < branches.size() ? "," : ")"));
  return lines;
}

}  // namespace

Row statement_row(const syntax::Setting& setting) {
  const std::string& key = setting.key.text;
  const bool is_text = key == "separator" || key == "schema";
  const bool is_number = setting.value.text.find_first_not_of("0123456789.") == std::string::npos;
  const std::string unit = is_text || !is_number ? "" : setting.value.text == "1" ? " line" : " lines";
  Row row{0, key + " " + (is_text ? quoted_text(setting.value.text) : setting.value.text) + unit, {}};
  if (key == "encoding" || key == "separator" || key == "header" || key == "preamble") row.share = Row::Share::settings;
  return row;
}

Row statement_row(const syntax::Columns& columns) { return names_row("columns", columns.columns); }

Row statement_row(const syntax::Sheets& sheets) {
  std::vector<std::string> names;
  std::string text;
  for (const syntax::Word& name : sheets.names) {
    names.push_back(quoted_text(name.text));
    text += (text.empty() ? "" : ", ") + names.back();
  }
  Row row{0, "sheet " + text, {}};
  row.wrapped = filled("sheet", names, wide);
  return row;
}

Row statement_row(const syntax::Ignore& ignore) {
  Row row = names_row("ignore", ignore.columns);
  row.left += " " + because(ignore.reason);
  row.wrapped.push_back(because(ignore.reason));
  return row;
}

Row statement_row(const syntax::Root& root) {
  return {0, "root " + quoted_text(root.element.text) + (root.namespace_uri ? " in " + quoted_text(root.namespace_uri->text) : std::string()), {}};
}

Row statement_row(const syntax::FixedColumn& column) { return {0, column_text(column.name), column.at.text, Row::Align::assignment}; }

// On one line, or one below the other with the places aligned.
Row statement_row(const syntax::FixedColumns& columns) {
  const std::string head = "columns ";
  std::size_t widest = 0;
  for (const syntax::FixedColumn& column : columns.columns) widest = std::max(widest, count_characters(column_text(column.name)));
  Row row{0, "columns", {}};
  for (const syntax::FixedColumn& column : columns.columns) {
    const std::string name = column_text(column.name), comma = &column == &columns.columns.back() ? "" : ",";
    row.left += " " + name + " " + column.at.text + comma;
    const std::string lead = row.wrapped.empty() ? head : std::string(head.size() - 2, ' ');  // further lines are set in by two
    row.wrapped.push_back(lead + name + std::string(widest - count_characters(name) + 1, ' ') + column.at.text + comma);
  }
  row.longest = longest_columns;
  return row;
}

Row statement_row(const syntax::KindPlace& kind) {
  Row row{0, "kind " + kind.at.text, {}};
  row.share = Row::Share::settings;
  return row;
}

Row statement_row(const syntax::OtherLine& line) {
  const std::string head = "line " + quoted_text(line.kind.text) + " " + line.role.text + " ";
  return {0, head + (line.role.text == "count" ? line.at.text : because(line.reason)), {}};
}

Row statement_row(const syntax::Field& field) {
  std::string text = field.path ? quoted_text(field.path->text) + reading_text(field) : count_text(*field.count);
  if (field.partial) text += " partial";
  if (field.optional) text += " optional";
  return {0, field.name.text, "= " + text, Row::Align::assignment};
}

Row statement_row(const syntax::CodeEntry& entry) {
  std::string text = "=> " + quoted_text(entry.value.text) + (entry.as_role ? " as role" : "");
  if (entry.from) text += " from " + entry.from->text;
  if (entry.until) text += " until " + entry.until->text;
  return {0, texts_text(entry.keys), text, Row::Align::entry};
}

Row statement_row(const syntax::Otherwise& otherwise) {
  const std::string what = otherwise.value ? quoted_text(otherwise.value->text) + (otherwise.as_role ? " as role" : "") : otherwise.way.text;
  return {0, "else " + what + " " + because(otherwise.reason), {}};
}

Row statement_row(const syntax::Guard& guard) {
  const std::string head = guard.reject ? "reject when" : "skip when";
  Row row{0, head + " " + expression_text(guard.condition), because(guard.reason), Row::Align::guard};
  row.wrapped = condition_lines(head, guard.condition);
  row.wrapped.push_back(because(guard.reason));
  return row;
}

Row statement_row(const syntax::Assignment& assignment) {
  Row row{0, assignment.target.text, assignment_value(assignment), Row::Align::assignment};
  row.wrapped = value_lines(assignment.target.text + " = ", assignment.value);
  if (assignment.when) {
    for (std::string& line : condition_lines("when", *assignment.when)) row.wrapped.push_back(std::move(line));
  }
  return row;
}

Row statement_row(const syntax::Parameter& parameter) {
  return {0, "parameter " + parameter.name.text, "= " + expression_text(parameter.value), Row::Align::assignment};
}

Row statement_row(const syntax::MergeWay& way) { return {0, way.target.text + " " + way.way.text, {}}; }

Row statement_row(const syntax::Supplied& supplied) {
  Row row{0, supplied.name.text, "= " + expression_text(supplied.value), Row::Align::assignment};
  row.wrapped = value_lines(supplied.name.text + " = ", supplied.value);
  return row;
}

Row statement_row(const syntax::Needs& needs) { return names_row("needs", needs.names); }

Row statement_row(const syntax::Example& example) {
  std::vector<std::string> given, expected;
  for (const syntax::Given& each : example.given) given.push_back(column_text(each.column) + " = " + quoted_text(each.text.text));
  for (const syntax::Expected& each : example.expect) expected.push_back(each.target.text + (each.value ? " = " + expression_text(*each.value) : " is empty"));
  if (example.outcome) expected.push_back(example.outcome->text);
  Row row{0, {}, {}};
  for (const std::string& line : filled("example given", given, std::string::npos)) row.left += line;
  for (const std::string& line : filled(" expect", expected, std::string::npos)) row.left += line;
  row.wrapped = filled("example given", given, wide);
  for (std::string& line : filled("expect", expected, wide)) row.wrapped.push_back(std::move(line));
  row.longest = longest_example;
  return row;
}

Row statement_row(const syntax::Fact& fact) {
  Row row{0, (fact.key.text == "assessed" ? "assessed on" : fact.key.text) + " " + fact.value.text, {}};
  row.share = Row::Share::facts;
  return row;
}

Row statement_row(const syntax::Sequence& sequence) {
  Row row{0, "sequence " + sequence.number.text + (sequence.replaces ? " replaces " + sequence.replaces->text : std::string()), {}};
  row.share = Row::Share::facts;
  return row;
}

Row statement_row(const syntax::Source& source) {
  std::string text = source.role.text + " " + quoted_text(source.sender.text) + " from " + texts_text(source.files);
  if (source.month) {
    using Kind = syntax::MonthSource::Kind;
    switch (source.month->kind) {
      case Kind::header: text += " month from header"; break;
      case Kind::file_name: text += " month from file name " + quoted_text(source.month->argument.text); break;
      case Kind::snapshot: text += " as snapshot " + source.month->argument.text; break;
    }
  }
  if (source.mapping) text += " using " + source.mapping->text + arguments_text(source.arguments);
  return {0, text, {}};
}

Row statement_row(const syntax::Drop& drop) {
  return {0, "drop " + quoted_text(drop.sender.text) + " id " + quoted_text(drop.id.text), because(drop.reason), Row::Align::guard};
}

Row statement_row(const syntax::Gap& gap) {
  return {0,
          gap.statement.text + " " + quoted_text(gap.sender.text) + " " + gap.first.text + (gap.last ? " to " + gap.last->text : std::string()) + " " +
              because(gap.reason),
          {}};
}

Row statement_row(const syntax::Order& order) { return {0, "order " + texts_text(order.files) + " " + because(order.reason), {}}; }

Row statement_row(const syntax::Continues& continues) { return {0, "continues " + quoted_text(continues.sender.text), {}}; }

Row statement_row(const syntax::SenderScope& scope) {
  const std::string head = "scope " + quoted_text(scope.sender.text) + " where";
  Row row{0, head + " " + expression_text(scope.where), {}};
  row.wrapped = condition_lines(head, scope.where);
  return row;
}

Row statement_row(const syntax::Allow& allow) {
  const std::string types = allow.types.empty() ? std::string() : " type " + texts_text(allow.types);
  const std::string into = allow.into.empty() ? std::string() : " into " + texts_text(allow.into);
  return {0, "allow " + allow.way.text + types + into, because(allow.reason), Row::Align::guard};
}

Row statement_row(const syntax::Recoded& recoded) {
  return {0, "recoded type " + quoted_text(recoded.old_type.text) + " to " + quoted_text(recoded.new_type.text), because(recoded.reason), Row::Align::guard};
}

Row statement_row(const syntax::HistoryId& history) {
  Row row{0, "history id = " + expression_text(history.value) + (history.when ? " when " + expression_text(*history.when) : std::string()), {}};
  row.wrapped = value_lines("history id = ", history.value);
  if (history.when) {
    for (std::string& line : condition_lines("when", *history.when)) row.wrapped.push_back(std::move(line));
  }
  return row;
}

Row statement_row(const syntax::Ties& ties) { return {0, "ties interchangeable " + because(ties.reason), {}}; }

Row statement_row(const syntax::Require& require) {
  Row row{0, "require " + require.metric.text + " " + require.sign.text + " " + require.limit.text + (require.percent ? "%" : ""), {}};
  row.share = Row::Share::requirements;
  return row;
}

Row statement_row(const syntax::Expectation& expectation) {
  const std::string head = "on " + expectation.subject.text;
  Row row{0, head + (expectation.where ? " where " + expression_text(*expectation.where) : "") + " expect " + expression_text(expectation.expect), {}};
  row.wrapped = expectation.where ? condition_lines(head + " where", *expectation.where) : std::vector{head};
  for (std::string& line : condition_lines("expect", expectation.expect)) row.wrapped.push_back(std::move(line));
  row.longest = longest_expectation;
  return row;
}

Row statement_row(const syntax::WholeSet& set) { return {0, "set" + arguments_text(set.parameters), {}}; }

Row statement_row(const syntax::CheckText& text) {
  const std::string what = text.language.text + " " + quoted_text(text.what.text), why = because(text.why), repair = "repair " + quoted_text(text.repair.text);
  Row row{0, what + " " + why + " " + repair, {}};
  row.wrapped = {what, why, repair};
  return row;
}

Row statement_row(const syntax::CheckSource& source) { return {0, "source " + quoted_text(source.source.text), {}}; }

std::string step_text(const syntax::Step& step) {
  const std::string start = step.after_else ? "else " : "";
  switch (step.kind) {
    case syntax::Step::Kind::rule:
    case syntax::Step::Kind::sender:
      return start + (step.kind == syntax::Step::Kind::rule ? "new.id = " : "new.sender = ") + expression_text(*step.value) +
             (step.when ? " when " + expression_text(*step.when) : std::string());
    case syntax::Step::Kind::links: return start + "links from " + texts_text(step.files) + " using " + step.mapping.text + arguments_text(step.arguments);
    case syntax::Step::Kind::match: break;
  }
  return start + "match";
}

std::string match_text(const syntax::MatchLine& line) {
  if (std::holds_alternative<syntax::WithinBsn>(line)) return "within bsn";
  const auto& level = std::get<syntax::Level>(line);
  const std::string start = level.after_else ? "else " : "";
  if (level.bits) {
    const auto bits = [](const syntax::Word& word) { return word.text + (word.text == "1" ? " bit" : " bits"); };
    return start + "evidence of " + bits(*level.bits) + (level.ahead ? ", ahead by " + bits(*level.ahead) : std::string()) +
           (level.weights ? " from " + quoted_text(level.weights->text) : std::string());
  }
  if (level.days) return start + "start within " + level.days->text + (level.days->text == "1" ? " day" : " days");
  return start + "equal " + columns_text(level.equal);
}

std::string merge_text(const syntax::Merge& merge) {
  std::string text = "merge rows with equal " + columns_text(merge.equal);
  if (merge.days) text += " within " + merge.days->text + (merge.days->text == "1" ? " day" : " days");
  return text;
}

std::string split_text(const syntax::Split& split) { return "split when " + expression_text(split.condition) + " into"; }

std::string branch_text(const syntax::Branch& branch) {
  std::string text = "{";
  for (const syntax::Assignment& assignment : branch.assignments)
    text += (text == "{" ? " " : "; ") + assignment.target.text + " " + assignment_value(assignment);
  return text + " }";
}

}  // namespace srgconv::rules
