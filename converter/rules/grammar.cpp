// The grammar in Boost.Spirit X3; the only file that includes it. Names of rules and terminals are what `Mismatch::expected` says.
#include "rules/grammar.hpp"

#include <string>
#include <utility>
#include <vector>

#include "rules/grammar_fixed_width.hpp"

namespace srgconv::rules {
namespace {

// ---------------------------------------------------------------------------------------------- expressions

using Kind = Expression::Kind;
using Expressions = std::vector<Expression>;

const x3::rule<struct ExpressionTag, Expression> expression = "value";
const x3::rule<struct ConjunctionTag, Expression> conjunction = "value";
const x3::rule<struct NegationTag, Expression> negation = "value";
const x3::rule<struct ComparisonTag, Expression> comparison = "value";
const x3::rule<struct JoinTag, Expression> join = "value";
const x3::rule<struct SumTag, Expression> sum = "value";
const x3::rule<struct TermTag, Expression> term = "value";
const x3::rule<struct ChoiceTag, Expression> choice = "value";
const x3::rule<struct StateTag, Expression> state = "'empty', 'known'";
const x3::rule<struct UnitTag, Word> unit = "'days', 'months'";
const x3::rule<struct ProductTag, Expression> product = "value";
const x3::rule<struct SignedTag, Expression> signed_value = "value";
const x3::rule<struct PrimaryTag, Expression> primary = "value";
const x3::rule<struct TextValueTag, Expression> text_value = "text";
const x3::rule<struct ArgumentsTag, Expressions> arguments = "value";
const x3::rule<struct ComparisonSignTag, Word> comparison_sign = "'=', '!=', '<', '<=', '>', '>='";

const auto expression_def = placed[conjunction[take] > *("or"_w > conjunction[chain(Kind::disjunction)])];
const auto conjunction_def = placed[negation[take] > *("and"_w > negation[chain(Kind::conjunction)])];
// `not not x` and `- - x` are read in a loop: only brackets nest. An even number of them is two: the operand must still fit.
const auto count_sign = [](auto& context) { x3::_val(context).operators += '-'; };
auto apply_signs(Kind kind) {
  return [kind](auto& context) {
    const std::size_t signs = x3::_val(context).operators.size();
    x3::_val(context) = std::move(x3::_attr(context));
    if (signs > 0) wrap_value(context, kind, Word{});
    if (signs > 0 && signs % 2 == 0) wrap_value(context, kind, Word{});
  };
}
const auto negation_def = placed[*("not"_w[count_sign]) >> comparison[apply_signs(Kind::negation)]];
const auto comparison_sign_def = "!="_w[take] | "<="_w[take] | ">="_w[take] | "<"_w[take] | ">"_w[take] | (!"=>"_w >> "="_w[take]);
const auto how = *("trimmed"_w[mark(&Expression::trimmed, true)] | ("ignoring"_w > "case"_w[mark(&Expression::ignoring_case, true)]));
const auto state_def = "empty"_w | ("known"_w[mark(&Expression::kind, Kind::is_known)] > -("on"_w > join[operand]));
const auto is_in_state = [](auto& context) {
  Expression& read = x3::_attr(context);
  if (read.kind == Kind::is_known) x3::_val(context).kind = Kind::is_known;
  for (Expression& each : read.operands) x3::_val(context).operands.push_back(std::move(each));
};
const auto comparison_def =
    placed[join[take] >
           -((comparison_sign[wrap(Kind::compare)] > join[operand] > how) |
             ("is"_w[wrap(Kind::is_empty)] > -"not"_w[mark(&Expression::negated, true)] > state[is_in_state]) |
             ("in"_w[wrap(Kind::one_of)] > "("_w > arguments[further_operands] > ")"_w > how) |
             ("not"_w[wrap(Kind::one_of)] > "in"_w[mark(&Expression::negated, true)] > "("_w > arguments[further_operands] > ")"_w > how) |
             ("starts"_w[wrap(Kind::starts_with)] > "with"_w > join[operand] > how) | ("ends"_w[wrap(Kind::ends_with)] > "with"_w > join[operand] > how) |
             ("contains"_w[wrap(Kind::contains)] > join[operand] > how) | ("matches"_w[wrap(Kind::matches)] > text_value[operand] > how))];
const auto join_def = placed[sum[take] > *("&"_w > sum[chain(Kind::join)])];
const auto sum_def = placed[product[take] > *(("+"_w[chain_sign(Kind::sum)] | "-"_w[chain_sign(Kind::sum)]) > term[chain(Kind::sum)])];
// `3 days`: what is added to a date.
const auto unit_def = "days"_w[take] | "day"_w[take] | "months"_w[take] | "month"_w[take];
const auto term_def = placed[product[take] > -unit[wrap(Kind::duration)]];
const auto product_def =
    placed[signed_value[take] > *(("*"_w[chain_sign(Kind::product)] | "/"_w[chain_sign(Kind::product)]) > signed_value[chain(Kind::product)])];
const auto signed_value_def = placed[*("-"_w[count_sign]) >> primary[apply_signs(Kind::negative)]];
const auto bracketed = mark(&Expression::bracketed, true);
const auto primary_def =
    placed[("("_w > expression[take] > ")"_w[bracketed]) | date[leaf(Kind::date)] | month[leaf(Kind::month)] |
           (number[leaf(Kind::number)] > -"%"_w[mark(&Expression::percent, true)]) | text[leaf(Kind::text)] | quoted_column[leaf(Kind::column)] | choice[take] |
           (value_name[leaf(Kind::name)] > -(("("_w[named(Kind::call)] > arguments[further_operands] > ")"_w) |
                                             ("["_w[named(Kind::lookup)] > expression[operand] > -("at"_w > expression[operand]) > "]"_w)))];
const auto text_value_def = placed[text[leaf(Kind::text)]];
const auto chosen = [](char letter) { return [letter](auto& context) { x3::_val(context).operators += letter; }; };
const auto begin_choice = [](auto& context) {
  x3::_val(context) = Expression{};
  x3::_val(context).kind = Kind::choice;
  x3::_val(context).word = x3::_attr(context).span;
};
const auto branch = expression[operand] > "=>"_w > expression[operand] > x3::eps[chosen('w')];
const auto otherwise = "else"_w > (("=>"_w > expression[operand] > x3::eps[chosen('v')]) | "empty"_w[chosen('e')] |
                                   ("reject"_w > "because"_w > text_value[operand] > x3::eps[chosen('r')]));
const auto choice_def = placed["case"_w[begin_choice] > "("_w > (otherwise | branch) > *(","_w > (otherwise | branch)) > ")"_w];
const auto arguments_def = expression[push] > *(","_w > expression[push]);
BOOST_SPIRIT_DEFINE(expression, conjunction, negation, comparison, state, join, sum, term, unit, product, signed_value, primary, text_value, choice, arguments,
                    comparison_sign)

// ---------------------------------------------------------------------------------------------- formats

const x3::rule<struct PlacedField, syntax::Field> field = "name";
const x3::rule<struct PlacedCount, syntax::Count> count = "'count'";
const x3::rule<struct ReadingTag, syntax::Field> reading = "text, 'number', 'role', 'count'";
const x3::rule<struct ElementTag, syntax::Field> element = "text";
using Reading = syntax::Field::Reading;

const auto count_def = placed["count"_w > "("_w > name[to(&syntax::Count::of)] >
                              -("where"_w > dotted_name[to(&syntax::Count::field)] > "="_w > text[to(&syntax::Count::equals)]) > ")"_w];
const auto reading_def = (text[to(&syntax::Field::argument)] > x3::eps[mark(&syntax::Field::reading, Reading::pattern)]) |
                         ("number"_w[mark(&syntax::Field::reading, Reading::number)] > -number[to(&syntax::Field::argument)]) |
                         ("role"_w[mark(&syntax::Field::reading, Reading::role)] > "of"_w > text[to(&syntax::Field::argument)]) |
                         count[to(&syntax::Field::count)];
const auto read_as = [](auto& context) {
  syntax::Field& node = x3::_val(context);
  syntax::Field& read = x3::_attr(context);
  node.reading = read.reading;
  node.argument = std::move(read.argument);
  node.count = std::move(read.count);
};
const auto element_def =
    count[to(&syntax::Field::count)] | (text[to(&syntax::Field::path)] > -("as"_w > reading[read_as]) >
                                        *("partial"_w[mark(&syntax::Field::partial, true)] | "optional"_w[mark(&syntax::Field::optional, true)]));
const auto stands_at = [](auto& context) {
  Word kept = std::move(x3::_val(context).name);
  x3::_val(context) = std::move(x3::_attr(context));
  x3::_val(context).name = std::move(kept);
};
const auto field_def = placed[dotted_name[to(&syntax::Field::name)] >> ("="_w > element[stands_at] > end)];
BOOST_SPIRIT_DEFINE(field, count, reading, element)

const x3::rule<struct HeaderLinesTag, Word> header_lines = "'yes', 'no', number";
const x3::rule<struct SettingTag, syntax::Setting> csv_setting = "setting";
const x3::rule<struct XmlSettingTag, syntax::Setting> xml_setting = "setting";
const x3::rule<struct ColumnsLineTag, syntax::Columns> columns_line = "columns";
const x3::rule<struct IgnoreTag, syntax::Ignore> ignore = "ignore";
const x3::rule<struct RootTag, syntax::Root> root = "root";
const x3::rule<struct HeaderTag, syntax::Header> header = "header";
const x3::rule<struct RecordTag, syntax::Record> record = "record";
const x3::rule<struct GroupTag, syntax::Group> group = "each";
const x3::rule<struct ElementsTag, Word> qualification = "'qualified', 'unqualified'";
const x3::rule<struct CsvLineTag, syntax::FormatLine> csv_line = "statement";
const x3::rule<struct XmlLineTag, syntax::FormatLine> xml_line = "statement";
const x3::rule<struct FixedLineTag, syntax::FormatLine> fixed_line = "statement";
const x3::rule<struct RowsSettingTag, syntax::Setting> rows_setting = "setting";
const x3::rule<struct SheetsTag, syntax::Sheets> sheets = "sheet";
const x3::rule<struct XlsxLineTag, syntax::FormatLine> xlsx_line = "statement";
const x3::rule<struct RecordLineTag, syntax::RecordLine> record_line = "statement";

const auto key = to(&syntax::Setting::key);
const auto value = to(&syntax::Setting::value);
const auto header_lines_def = "yes"_w[take] | "no"_w[take] | (number[take] > line_word);
const auto csv_setting_def = placed[("encoding"_w[key] > name[value] > end) | ("separator"_w[key] > text[value] > end) |
                                    ("header"_w[key] > header_lines[value] > end) | ("preamble"_w[key] > number[value] > line_word > end)];
const auto rows_setting_def = placed[("header"_w[key] > header_lines[value] > end) | ("preamble"_w[key] > number[value] > line_word > end)];
const auto sheets_def = placed["sheet"_w > texts[to(&syntax::Sheets::names)] > end];
const auto qualification_def = "qualified"_w[take] | "unqualified"_w[take];
const auto xml_setting_def = placed[("schema"_w[key] > text[value] > end) | ("elements"_w[key] > qualification[value] > end)];
const auto columns_line_def = placed["columns"_w > columns[to(&syntax::Columns::columns)] > end];
const auto ignore_def = placed["ignore"_w > columns[to(&syntax::Ignore::columns)] > "because"_w > text[to(&syntax::Ignore::reason)] > end];
const auto root_def = placed["root"_w > text[to(&syntax::Root::element)] > -("in"_w > text[to(&syntax::Root::namespace_uri)]) > end];
const auto header_def = placed["header"_w[([](auto& context) { x3::_val(context) = syntax::Header{}; })]];
const auto record_def = placed["record"_w > text[to(&syntax::Record::path)]];
const auto group_def = placed["each"_w > name[to(&syntax::Group::name)] > text[to(&syntax::Group::path)]];
const auto csv_line_def = csv_setting[take] | columns_line[take] | ignore[take];
const auto fixed_line_def = fixed_statement[take] | ignore[take];
const auto xlsx_line_def = rows_setting[take] | sheets[take] | columns_line[take] | ignore[take];
const auto xml_line_def = xml_setting[take] | root[take] | header[take] | record[take];
const auto record_line_def = field[take] | group[take] | ignore[take];
BOOST_SPIRIT_DEFINE(header_lines, csv_setting, xml_setting, columns_line, ignore, root, header, record, group, qualification, csv_line, fixed_line, xml_line,
                    record_line, rows_setting, sheets, xlsx_line)

// ---------------------------------------------------------------------------------------------- code tables and mappings

const x3::rule<struct CodeEntryTag, syntax::CodeEntry> code_entry = "text";
const x3::rule<struct OtherwiseTag, syntax::Otherwise> otherwise_line = "'else'";
const x3::rule<struct PolicyTag, syntax::Otherwise> policy = "'reject', 'skip', 'empty', 'keep', text";
const x3::rule<struct ParameterTag, syntax::Parameter> parameter = "parameter";
const x3::rule<struct CodesLineTag, syntax::CodesLine> codes_line = "statement";
const x3::rule<struct GuardTag, syntax::Guard> guard = "guard";
const x3::rule<struct AssignmentTag, syntax::Assignment> assignment = "name";
const x3::rule<struct SplitTag, syntax::Split> split = "split";
const x3::rule<struct ExampleTag, syntax::Example> example = "example";
const x3::rule<struct GivenTag, syntax::Given> given = "column";
const x3::rule<struct ExpectedTag, syntax::Expected> expected = "name";
const x3::rule<struct OutcomeTag, syntax::Example> outcome = "name, 'skip', 'reject'";
const x3::rule<struct DayWordTag, Word> day_word = "'days'";
const x3::rule<struct BitWordTag, Word> bit_word = "'bits'";
const x3::rule<struct MergeTag, syntax::Merge> merge = "merge";
const x3::rule<struct MergeWayWordTag, Word> merge_way_word = "'earliest', 'latest', 'first', 'last', 'equal'";
const x3::rule<struct MergeWayTag, syntax::MergeWay> merge_way = "name";
const x3::rule<struct ScopeUseTag, syntax::ScopeUse> scope_use = "use";
const x3::rule<struct SuppliedTag, syntax::Supplied> supplied = "name";
const x3::rule<struct MappingLineTag, syntax::MappingLine> mapping_line = "statement";
const x3::rule<struct NeedsTag, syntax::Needs> needs = "needs";
const x3::rule<struct ScopeLineTag, syntax::ScopeLine> scope_line = "statement";

const auto code_entry_def =
    placed[texts[to(&syntax::CodeEntry::keys)] > "=>"_w > text[to(&syntax::CodeEntry::value)] > -("as"_w > "role"_w[mark(&syntax::CodeEntry::as_role, true)]) >
           -("from"_w > date[to(&syntax::CodeEntry::from)]) > -("until"_w > date[to(&syntax::CodeEntry::until)]) > end];
const auto way = to(&syntax::Otherwise::way);
const auto policy_def = "reject"_w[way] | "skip"_w[way] | "empty"_w[way] | "keep"_w[way] |
                        (text[to(&syntax::Otherwise::value)] > -("as"_w > "role"_w[mark(&syntax::Otherwise::as_role, true)]));
const auto otherwise_line_def = placed["else"_w > policy[take] > "because"_w > text[to(&syntax::Otherwise::reason)] > end];
const auto codes_line_def = code_entry[take] | otherwise_line[take];
const auto parameter_def = placed["parameter"_w > name[to(&syntax::Parameter::name)] > "="_w > primary[to(&syntax::Parameter::value)] > end];

const auto day_word_def = "days"_w[take] | "day"_w[take];
const auto bit_word_def = "bits"_w[take] | "bit"_w[take];
const auto guard_def = placed[("skip"_w | "reject"_w[mark(&syntax::Guard::reject, true)]) > "when"_w > expression[to(&syntax::Guard::condition)] > "because"_w >
                              text[to(&syntax::Guard::reason)] > end];
const auto assignment_def = placed[dotted_name[to(&syntax::Assignment::target)] >>
                                   ("="_w > expression[to(&syntax::Assignment::value)] > -("when"_w > expression[to(&syntax::Assignment::when)]) > end)];
const auto split_def = placed["split"_w > "when"_w > expression[to(&syntax::Split::condition)] > "into"_w];
const auto given_def = column[to(&syntax::Given::column)] > "="_w > text[to(&syntax::Given::text)];
const auto expected_def = dotted_name[to(&syntax::Expected::target)] > (("is"_w > "empty"_w) | ("="_w > primary[to(&syntax::Expected::value)]));
const auto outcome_def = "skip"_w[to(&syntax::Example::outcome)] | "reject"_w[to(&syntax::Example::outcome)] |
                         (expected[add(&syntax::Example::expect)] > *(","_w > expected[add(&syntax::Example::expect)]));
const auto comes_out = [](auto& context) {
  syntax::Example& node = x3::_val(context);
  node.expect = std::move(x3::_attr(context).expect);
  node.outcome = std::move(x3::_attr(context).outcome);
};
const auto example_def = placed["example"_w > "given"_w > given[add(&syntax::Example::given)] > *(","_w > given[add(&syntax::Example::given)]) > "expect"_w >
                                outcome[comes_out] > end];
const auto merge_def =
    placed["merge"_w > "rows"_w > "with"_w > "equal"_w > targets[to(&syntax::Merge::equal)] > -("within"_w > number[to(&syntax::Merge::days)] > day_word)];
const auto merge_way_word_def = "earliest"_w[take] | "latest"_w[take] | "first"_w[take] | "last"_w[take] | "equal"_w[take];
const auto merge_way_def = placed[dotted_name[to(&syntax::MergeWay::target)] > merge_way_word[to(&syntax::MergeWay::way)] > end];
const auto scope_use_def = placed["use"_w > "scope"_w > name[to(&syntax::ScopeUse::name)]];
const auto supplied_def = placed[name[to(&syntax::Supplied::name)] >> ("="_w > expression[to(&syntax::Supplied::value)] > end)];
const auto mapping_line_def = assignment[take] | guard[take] | split[take] | example[take] | parameter[take] | merge[take] | scope_use[take];
const auto needs_def = placed["needs"_w > names[to(&syntax::Needs::names)] > end];
const auto scope_line_def = needs[take] | guard[take];
BOOST_SPIRIT_DEFINE(code_entry, policy, otherwise_line, parameter, codes_line, guard, assignment, split, given, expected, outcome, example, day_word, bit_word,
                    merge, merge_way_word, merge_way, scope_use, supplied, mapping_line, needs, scope_line)

// ---------------------------------------------------------------------------------------------- transitions

const x3::rule<struct FactTag, syntax::Fact> fact = "fact";
const x3::rule<struct ArgumentTag, syntax::Argument> argument = "name";
const x3::rule<struct WithTag, std::vector<syntax::Argument>> with_arguments = "'with'";
const x3::rule<struct SequenceTag, syntax::Sequence> sequence = "sequence";
const x3::rule<struct SourceTag, syntax::Source> source = "source";
const x3::rule<struct MonthSourceTag, syntax::MonthSource> month_source = "'month from', 'as snapshot'";
const x3::rule<struct FileNameTag, syntax::MonthSource> month_place = "'header', 'file name'";
const x3::rule<struct StepTag, syntax::Step> step = "'new.id', 'new.sender', 'links', 'match'";
const x3::rule<struct IdentityTag, syntax::Identity> identity = "identity";
const x3::rule<struct LevelTag, syntax::Level> level = "'equal', 'start', 'evidence'";
const x3::rule<struct WithinTag, syntax::WithinBsn> within_bsn = "'within'";
const x3::rule<struct MatchLineTag, syntax::MatchLine> match_line = "statement";
const x3::rule<struct MatchTag, syntax::Match> match = "match";
const x3::rule<struct DropTag, syntax::Drop> drop = "drop";
const x3::rule<struct GapTag, syntax::Gap> gap = "gap";
const x3::rule<struct OrderTag, syntax::Order> order = "order";
const x3::rule<struct RequireTag, syntax::Require> require = "require";
const x3::rule<struct ContinuesTag, syntax::Continues> continues = "continues";
const x3::rule<struct SenderScopeTag, syntax::SenderScope> sender_scope = "scope";
const x3::rule<struct AllowTag, syntax::Allow> allow = "allow";
const x3::rule<struct RecodedTag, syntax::Recoded> recoded = "recoded";
const x3::rule<struct HistoryTag, syntax::HistoryId> history = "history";
const x3::rule<struct TiesTag, syntax::Ties> ties = "ties";
const x3::rule<struct TransitionLineTag, syntax::TransitionLine> transition_line = "statement";

const auto fact_key = to(&syntax::Fact::key);
const auto fact_value = to(&syntax::Fact::value);
const auto fact_def = placed[("reason"_w[fact_key] > name[fact_value] > end) | ("month"_w[fact_key] > month[fact_value] > end) |
                             ("assessed"_w[fact_key] > "on"_w > date[fact_value] > end)];
const auto sequence_def = placed["sequence"_w > number[to(&syntax::Sequence::number)] > -("replaces"_w > number[to(&syntax::Sequence::replaces)]) > end];
const auto in_file_name = mark(&syntax::MonthSource::kind, syntax::MonthSource::Kind::file_name);
const auto month_place_def = "header"_w | ("file"_w > "name"_w[in_file_name] > text[to(&syntax::MonthSource::argument)]);
const auto month_source_def =
    placed[("month"_w > "from"_w > month_place[take]) |
           ("as"_w > "snapshot"_w[mark(&syntax::MonthSource::kind, syntax::MonthSource::Kind::snapshot)] > date[to(&syntax::MonthSource::argument)])];
const auto argument_def = name[to(&syntax::Argument::name)] > "="_w > primary[to(&syntax::Argument::value)];
const auto with_arguments_def = "with"_w > argument[push] > *(","_w > argument[push]);
const auto source_role = to(&syntax::Source::role);
const auto source_def = placed[("old"_w[source_role] | "delivered"_w[source_role] | "new"_w[source_role]) > text[to(&syntax::Source::sender)] > "from"_w >
                               texts[to(&syntax::Source::files)] > -month_source[to(&syntax::Source::month)] >
                               -("using"_w > name[to(&syntax::Source::mapping)] > -with_arguments[to(&syntax::Source::arguments)]) > end];
const auto step_kind = [](syntax::Step::Kind kind) { return mark(&syntax::Step::kind, kind); };
const auto step_def = placed[-"else"_w[mark(&syntax::Step::after_else, true)] >>
                             ((("new.id"_w[step_kind(syntax::Step::Kind::rule)] | "new.sender"_w[step_kind(syntax::Step::Kind::sender)]) > "="_w >
                               expression[to(&syntax::Step::value)] > -("when"_w > expression[to(&syntax::Step::when)]) > end) |
                              ("links"_w[step_kind(syntax::Step::Kind::links)] > "from"_w > texts[to(&syntax::Step::files)] > "using"_w >
                               name[to(&syntax::Step::mapping)] > -with_arguments[to(&syntax::Step::arguments)] > end) |
                              ("match"_w[step_kind(syntax::Step::Kind::match)] > end))];
const auto identity_def = placed["identity"_w > text[to(&syntax::Identity::sender)]];
const auto within_bsn_def = placed["within"_w > "bsn"_w[([](auto& context) { x3::_val(context) = syntax::WithinBsn{}; })] > end];
const auto level_def =
    placed[-"else"_w[mark(&syntax::Level::after_else, true)] >>
           (("equal"_w > names[to(&syntax::Level::equal)] > end) | ("start"_w > "within"_w > number[to(&syntax::Level::days)] > day_word > end) |
            ("evidence"_w > "of"_w > number[to(&syntax::Level::bits)] > bit_word >
             -(","_w > "ahead"_w > "by"_w > number[to(&syntax::Level::ahead)] > bit_word) > -("from"_w > text[to(&syntax::Level::weights)]) > end))];
const auto match_line_def = within_bsn[take] | level[take];
const auto match_def = placed["match"_w[([](auto& context) { x3::_val(context) = syntax::Match{}; })]];
const auto drop_def =
    placed["drop"_w > text[to(&syntax::Drop::sender)] > "id"_w > text[to(&syntax::Drop::id)] > "because"_w > text[to(&syntax::Drop::reason)] > end];
const auto gap_word = to(&syntax::Gap::statement);
const auto gap_def = placed[("gap"_w[gap_word] | "overlap"_w[gap_word]) > text[to(&syntax::Gap::sender)] > month[to(&syntax::Gap::first)] >
                            -("to"_w > month[to(&syntax::Gap::last)]) > "because"_w > text[to(&syntax::Gap::reason)] > end];
const auto order_def = placed["order"_w > texts[to(&syntax::Order::files)] > "because"_w > text[to(&syntax::Order::reason)] > end];
const auto require_def = placed["require"_w > name[to(&syntax::Require::metric)] > comparison_sign[to(&syntax::Require::sign)] >
                                number[to(&syntax::Require::limit)] > -"%"_w[mark(&syntax::Require::percent, true)] > end];
const auto continues_def = placed["continues"_w > text[to(&syntax::Continues::sender)] > end];
const auto sender_scope_def = placed["scope"_w > text[to(&syntax::SenderScope::sender)] > "where"_w > expression[to(&syntax::SenderScope::where)] > end];
const auto allowed_way = to(&syntax::Allow::way);
const auto allow_def = placed["allow"_w > ("split"_w[allowed_way] | "join"_w[allowed_way]) > -("type"_w > texts[to(&syntax::Allow::types)]) >
                              -("into"_w > texts[to(&syntax::Allow::into)]) > "because"_w > text[to(&syntax::Allow::reason)] > end];
const auto recoded_def = placed["recoded"_w > "type"_w > text[to(&syntax::Recoded::old_type)] > "to"_w > text[to(&syntax::Recoded::new_type)] > "because"_w >
                                text[to(&syntax::Recoded::reason)] > end];
const auto history_def =
    placed["history"_w > "id"_w > "="_w > expression[to(&syntax::HistoryId::value)] > -("when"_w > expression[to(&syntax::HistoryId::when)]) > end];
const auto ties_def = placed["ties"_w > "interchangeable"_w > "because"_w > text[to(&syntax::Ties::reason)] > end];
const auto transition_line_def = fact[take] | sequence[take] | source[take] | identity[take] | match[take] | drop[take] | gap[take] | order[take] |
                                 require[take] | continues[take] | sender_scope[take] | allow[take] | recoded[take] | history[take] | ties[take];
BOOST_SPIRIT_DEFINE(fact, argument, with_arguments, sequence, source, month_source, month_place, step, identity, within_bsn, level, match_line, match, drop,
                    gap, order, require, continues, sender_scope, allow, recoded, history, ties, transition_line)

// ---------------------------------------------------------------------------------------------- checks

const x3::rule<struct TargetKindTag, Word> target_kind = "'provision', 'link'";
const auto target_kind_def = "provision"_w[take] | "link"_w[take];
BOOST_SPIRIT_DEFINE(target_kind)

const x3::rule<struct ExpectationTag, syntax::Expectation> expectation = "on";
const x3::rule<struct WholeSetTag, syntax::WholeSet> whole_set = "set";
const x3::rule<struct CheckTextTag, syntax::CheckText> check_text = "'nl', 'en'";
const x3::rule<struct CheckSourceTag, syntax::CheckSource> check_source = "source";
const x3::rule<struct CheckLineTag, syntax::CheckLine> check_line = "statement";

const auto expectation_def = placed["on"_w > target_kind[to(&syntax::Expectation::subject)] > -("where"_w > expression[to(&syntax::Expectation::where)]) >
                                    "expect"_w > expression[to(&syntax::Expectation::expect)] > end];
const auto whole_set_def =
    placed["set"_w[([](auto& context) { x3::_val(context) = syntax::WholeSet{}; })] > -with_arguments[to(&syntax::WholeSet::parameters)] > end];
const auto check_language = to(&syntax::CheckText::language);
const auto check_text_def = placed[("nl"_w[check_language] | "en"_w[check_language]) > text[to(&syntax::CheckText::what)] > "because"_w >
                                   text[to(&syntax::CheckText::why)] > "repair"_w > text[to(&syntax::CheckText::repair)] > end];
const auto check_source_def = placed["source"_w > text[to(&syntax::CheckSource::source)] > end];
const auto check_line_def = expectation[take] | whole_set[take] | check_text[take] | check_source[take];
BOOST_SPIRIT_DEFINE(expectation, whole_set, check_text, check_source, check_line)

// ---------------------------------------------------------------------------------------------- the file

const x3::rule<struct CheckTag, syntax::Check> check = "check";
const x3::rule<struct CheckSeverityTag, Word> check_severity = "'reject', 'signal'";
const x3::rule<struct ImportTag, syntax::Import> import_line = "import";
const x3::rule<struct FormatTag, syntax::Format> format = "format";
const x3::rule<struct CodesTag, syntax::Codes> codes = "codes";
const x3::rule<struct MappingTag, syntax::Mapping> mapping = "mapping";
const x3::rule<struct ScopeTag, syntax::Scope> scope = "scope";
const x3::rule<struct TransitionTag, syntax::Transition> transition = "transition";
const x3::rule<struct FormatKindTag, Word> format_kind = "'csv', 'xml', 'fixed', 'xlsx'";
const x3::rule<struct FileLineTag, syntax::FileLine> file_line = "statement";

const auto import_line_def = placed["import"_w > text[to(&syntax::Import::name)] > end];
const auto format_kind_def = "csv"_w[take] | "xml"_w[take] | "fixed"_w[take] | "xlsx"_w[take];
const auto format_def = placed["format"_w > name[to(&syntax::Format::name)] > ":"_w > format_kind[to(&syntax::Format::kind)]];
const auto codes_def = placed["codes"_w > name[to(&syntax::Codes::name)] > -("for"_w > name[to(&syntax::Codes::list)])];
const auto mapping_def =
    placed["mapping"_w > name[to(&syntax::Mapping::name)] > "from"_w > name[to(&syntax::Mapping::format)] > "to"_w > target_kind[to(&syntax::Mapping::target)]];
const auto scope_def = placed["scope"_w > name[to(&syntax::Scope::name)]];
const auto transition_def = placed["transition"_w > name[to(&syntax::Transition::name)]];
const auto check_severity_def = "reject"_w[take] | "signal"_w[take];
const auto check_def = placed["check"_w > name[to(&syntax::Check::name)] > ":"_w > check_severity[to(&syntax::Check::severity)]];
const auto file_line_def = import_line[take] | format[take] | codes[take] | mapping[take] | scope[take] | transition[take] | check[take];
BOOST_SPIRIT_DEFINE(import_line, format, codes, mapping, scope, transition, check, check_severity, format_kind, file_line)

template <class Rule, class Line>
std::optional<Mismatch> parse(const Rule& rule, std::string_view content, std::size_t& at, Line& line) {
  const Position origin = content.data();
  Position first = origin + at;
  const Position last = origin + content.size();
  try {
    if (!x3::phrase_parse(first, last, x3::with<Origin>(origin)[rule], Blank{}, line)) return Mismatch{at, {}};
  } catch (const x3::expectation_failure<Position>& failure) {
    return Mismatch{static_cast<std::size_t>(failure.where() - origin), failure.which()};
  }
  at = static_cast<std::size_t>(first - origin);
  return std::nullopt;
}

}  // namespace

std::optional<Mismatch> parse_line(std::string_view content, std::size_t& at, syntax::FileLine& line) { return parse(file_line, content, at, line); }
std::optional<Mismatch> parse_csv_line(std::string_view content, std::size_t& at, syntax::FormatLine& line) { return parse(csv_line, content, at, line); }
std::optional<Mismatch> parse_xml_line(std::string_view content, std::size_t& at, syntax::FormatLine& line) { return parse(xml_line, content, at, line); }
std::optional<Mismatch> parse_fixed_line(std::string_view content, std::size_t& at, syntax::FormatLine& line) { return parse(fixed_line, content, at, line); }
std::optional<Mismatch> parse_line(std::string_view content, std::size_t& at, syntax::FixedColumn& line) { return parse(fixed_column_line, content, at, line); }
std::optional<Mismatch> parse_xlsx_line(std::string_view content, std::size_t& at, syntax::FormatLine& line) { return parse(xlsx_line, content, at, line); }
std::optional<Mismatch> parse_line(std::string_view content, std::size_t& at, syntax::Field& line) { return parse(field, content, at, line); }
std::optional<Mismatch> parse_line(std::string_view content, std::size_t& at, syntax::RecordLine& line) { return parse(record_line, content, at, line); }
std::optional<Mismatch> parse_line(std::string_view content, std::size_t& at, syntax::CodesLine& line) { return parse(codes_line, content, at, line); }
std::optional<Mismatch> parse_line(std::string_view content, std::size_t& at, syntax::MappingLine& line) { return parse(mapping_line, content, at, line); }
std::optional<Mismatch> parse_line(std::string_view content, std::size_t& at, syntax::Assignment& line) { return parse(assignment, content, at, line); }
std::optional<Mismatch> parse_line(std::string_view content, std::size_t& at, syntax::MergeWay& line) { return parse(merge_way, content, at, line); }
std::optional<Mismatch> parse_line(std::string_view content, std::size_t& at, syntax::Supplied& line) { return parse(supplied, content, at, line); }
std::optional<Mismatch> parse_line(std::string_view content, std::size_t& at, syntax::ScopeLine& line) { return parse(scope_line, content, at, line); }
std::optional<Mismatch> parse_line(std::string_view content, std::size_t& at, syntax::TransitionLine& line) {
  return parse(transition_line, content, at, line);
}
std::optional<Mismatch> parse_line(std::string_view content, std::size_t& at, syntax::Step& line) { return parse(step, content, at, line); }
std::optional<Mismatch> parse_line(std::string_view content, std::size_t& at, syntax::MatchLine& line) { return parse(match_line, content, at, line); }
std::optional<Mismatch> parse_line(std::string_view content, std::size_t& at, syntax::CheckLine& line) { return parse(check_line, content, at, line); }

}  // namespace srgconv::rules
