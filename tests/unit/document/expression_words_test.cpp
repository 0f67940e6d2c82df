// Every construct of the language in words: nothing is left unsaid, and no sign of the language is left.
#include "document/expression_words.hpp"

#include <fstream>
#include <regex>
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "document/parts.hpp"
#include "rules/rules.hpp"
#include "unit/rules/random_tree.hpp"

namespace srgconv::document {
namespace {

namespace syntax = rules::syntax;
using rules::testing::RandomTree;

// The value that a mapping gives to a field, parsed from its text.
syntax::Expression parsed(const std::string& text) {
  Diagnostics diagnostics;
  const syntax::File file = rules::parse_text(SourceText("t.rules", "mapping m from f to provision { id = " + text + " }\n"), diagnostics);
  EXPECT_FALSE(diagnostics.has_errors()) << render_all(diagnostics, Language::en);
  return std::get<syntax::Assignment>(std::get<syntax::Mapping>(file.lines.at(0)).lines.at(0)).value;
}

std::string bare(Phrase phrase) {
  std::erase_if(phrase, [](char c) { return c == mark::strong || c == mark::plain; });
  return phrase;
}
ExpressionWords in(const Speech& speech) { return {speech, {"prefix"}, false, {}}; }
std::string nl(const std::string& text) {
  const Speech speech(Language::nl);
  return bare(in(speech).value(parsed(text)));
}
std::string condition_nl(const std::string& text) {
  const Speech speech(Language::nl);
  return bare(in(speech).condition(parsed(text)));
}
std::string condition_en(const std::string& text) {
  const Speech speech(Language::en);
  return bare(in(speech).condition(parsed(text)));
}

TEST(ExpressionWords, SaysValues) {
  EXPECT_EQ(nl("date(\"DATUM UIT\", 'dd-mm-yyyy')"), "de datum in kolom DATUM UIT (dag-maand-jaar)");
  EXPECT_EQ(nl("partial_date(X, 'yyyymmdd')"), "de datum in kolom X (jaar maand dag), die onvolledig mag zijn");
  EXPECT_EQ(nl("date(X, 'd mmmm yyyy') - 1 day"), "de datum in kolom X (dag maandnaam jaar) min 1 dag");
  EXPECT_EQ(nl("pad_left(digits(BSN), 9, '0')"), "de cijfers van kolom BSN, vooraan aangevuld met “0” tot 9 tekens");
  EXPECT_EQ(nl("prefix & CLIENT & '-' & this.type"), "de instelling prefix, kolom CLIENT, “-” en het type voorziening, achter elkaar");
  EXPECT_EQ(nl("instrument[SOORT at this.start]"), "de vertaling van kolom SOORT in codetabel instrument zoals die geldt op de begindatum");
  EXPECT_EQ(nl("decimal(LOONW, ',') * 99.5"), "het getal in kolom LOONW (met een komma voor de decimalen) maal 99,5");
  EXPECT_EQ(nl("case(A = 'x' => '22', A is empty => '30', else reject because 'onbekend')"),
            "(“22” als kolom A gelijk is aan “x”; “30” als kolom A leeg is; anders wordt de rij afgewezen: onbekend)");
}

TEST(ExpressionWords, SaysConditions) {
  EXPECT_EQ(condition_nl("A starts with 'T' and B != 'x'"), "kolom A begint met “T” en kolom B niet gelijk is aan “x”");
  EXPECT_EQ(condition_nl("A = 'x' or B = 'y' and C = 'z'"), "kolom A gelijk is aan “x” of (kolom B gelijk is aan “y” en kolom C gelijk is aan “z”)");
  EXPECT_EQ(condition_nl("this.start < 2021-03-01"), "de begindatum vóór 1 maart 2021 ligt");
  EXPECT_EQ(condition_nl("A not in ('x', 'y') ignoring case"), "kolom A geen van deze waarden heeft: “x” of “y” (hoofdletters en kleine letters zijn gelijk)");
  EXPECT_EQ(condition_nl("not A matches '[0-9]+'"), "niet geldt dat kolom A als geheel past bij het patroon “[0-9]+”");
  EXPECT_EQ(condition_en("old.type.role = 'x' and month >= 2022-01"),
            "the role of the old type of provision is “x” and the month of the delivery lies on or after January 2022");
}

TEST(ExpressionWords, NamesTheCodeOfARole) {
  const Speech speech(Language::nl);
  const ExpressionWords words(speech, {}, false, [](std::string_view list, std::string_view role) { return std::string(list) + "/" + std::string(role); });
  EXPECT_EQ(bare(words.condition(parsed("this.type.role = 'lks'"))), "de rol van het type voorziening gelijk is aan “lks” (type/lks)");
}

TEST(ExpressionWords, AsksWhetherAColumnIsFilledOnlyOnce) {
  const Speech speech(Language::nl);
  const ExpressionWords words = in(speech);
  EXPECT_EQ(words.when(parsed("X is not empty"), parsed("date(X, 'dd-mm-yyyy')")), "als die gevuld is");
  EXPECT_EQ(bare(words.when(parsed("Y is not empty"), parsed("date(X, 'dd-mm-yyyy')"))), "als kolom Y gevuld is");
}

TEST(ExpressionWords, PersonalNumbersAreMasked) { EXPECT_EQ(nl("'123456782'"), "“*********”"); }

// The program's own list of functions: each has words in both languages, with a place for every value.
TEST(ExpressionWords, EveryFunctionHasWords) {
  std::ifstream file(std::string(SRGCONV_SOURCE_DIR) + "/converter/rules/functions.cpp");
  std::ostringstream content;
  content << file.rdbuf();
  const std::string text = content.str();
  const std::regex entry("\\{\"([a-z_]+)\", \\{");
  std::size_t found = 0;
  for (std::sregex_iterator at(text.begin(), text.end(), entry), end; at != end; ++at, ++found) EXPECT_NE(function_words((*at)[1].str()), nullptr) << (*at)[1];
  EXPECT_GE(found, 20U);
}

// Every column, text and number of an expression occurs in its words.
void collect(const syntax::Expression& expression, std::vector<std::string>& leaves) {
  using Kind = syntax::Expression::Kind;
  const bool is_leaf = expression.kind == Kind::text || expression.kind == Kind::column || expression.kind == Kind::number;
  if (is_leaf) leaves.push_back(expression.text);
  if (expression.kind == Kind::lookup) leaves.push_back(expression.text);
  for (const syntax::Expression& operand : expression.operands) collect(operand, leaves);
}

void judge(const syntax::Expression& expression, const Speech& speech) {
  const ExpressionWords words(speech, {}, false, {});
  std::vector<std::string> leaves;
  collect(expression, leaves);
  for (const Phrase& phrase : {words.value(expression), words.condition(expression)}) {
    const std::string said = bare(phrase);
    RC_ASSERT(!said.empty());
    for (const std::string& leaf : leaves) {
      const bool known = said.find(leaf) != std::string::npos || said.find(speech.number(leaf)) != std::string::npos;
      if (!known) RC_FAIL("'" + leaf + "' is not in: " + said);
    }
    for (const char* sign : {"=>", " & ", "this.", "old.", "case(", "replace(", "instrument[", " is empty", "starts with", "not in", " >= ", " != "}) {
      const bool allowed = speech.language() == Language::en && std::string(sign) == " is empty";
      if (!allowed && said.find(sign) != std::string::npos) RC_FAIL(std::string(sign) + " is left in: " + said);
    }
  }
}

class Expressions {
 public:
  explicit Expressions(const Speech& speech) : speech_(speech) {}
  std::size_t judged = 0;

  void in_file(const syntax::File& file) {
    for (const syntax::FileLine& line : file.lines) {
      if (const auto* mapping = std::get_if<syntax::Mapping>(&line)) in_mapping(*mapping);
    }
  }

 private:
  void in_mapping(const syntax::Mapping& mapping) {
    for (const syntax::MappingLine& line : mapping.lines) {
      if (const auto* guard = std::get_if<syntax::Guard>(&line)) one(guard->condition);
      if (const auto* assignment = std::get_if<syntax::Assignment>(&line)) one(assignment->value);
      if (const auto* split = std::get_if<syntax::Split>(&line)) one(split->condition);
    }
  }
  void one(const syntax::Expression& expression) {
    judge(expression, speech_);
    ++judged;
  }
  const Speech& speech_;
};

RC_GTEST_PROP(ExpressionWords, NothingIsLeftUnsaid, ()) {
  const Speech speech(*rc::gen::element(Language::nl, Language::en));
  Expressions(speech).in_file(RandomTree().file());
}

// Every statement of every declaration has a sentence: no block, item or cell of a page is without words.
struct Spoken {
  void operator()(const Heading& heading) const { RC_ASSERT(!heading.text.empty()); }
  void operator()(const Paragraph& paragraph) const { RC_ASSERT(!paragraph.text.empty()); }
  void operator()(const List& list) const {
    RC_ASSERT(!list.items.empty());
    for (const Phrase& item : list.items) RC_ASSERT(!item.empty());
  }
  void operator()(const Table& table) const {
    for (const auto& row : table.rows) {
      RC_ASSERT(row.size() == table.head.size());
      RC_ASSERT(!row.front().empty());
    }
  }
};

RC_GTEST_PROP(Parts, EveryStatementHasASentence, ()) {
  const Speech speech(*rc::gen::element(Language::nl, Language::en));
  const Context context{speech, nullptr, nullptr};
  for (const syntax::FileLine& line : RandomTree().file().lines) {
    std::vector<Block> blocks;
    std::size_t statements = 1;
    if (const auto* format = std::get_if<syntax::Format>(&line)) tell(*format, context, blocks);
    if (const auto* codes = std::get_if<syntax::Codes>(&line)) tell(*codes, context, blocks), statements = codes->lines.size();
    if (const auto* mapping = std::get_if<syntax::Mapping>(&line)) tell(*mapping, false, context, blocks), statements = mapping->lines.size();
    if (const auto* scope = std::get_if<syntax::Scope>(&line)) tell(*scope, context, blocks), statements = scope->lines.size();
    if (const auto* transition = std::get_if<syntax::Transition>(&line)) tell(*transition, context, blocks), statements = transition->lines.size();
    if (const auto* check = std::get_if<syntax::Check>(&line)) tell(*check, context, blocks);
    if (std::holds_alternative<syntax::Import>(line)) continue;
    RC_ASSERT(!blocks.empty());
    // What stands below the headings: an item, a row or a paragraph for each statement.
    std::size_t said = 0;
    for (const Block& block : blocks) {
      if (const auto* list = std::get_if<List>(&block)) said += list->items.size();
      if (const auto* table = std::get_if<Table>(&block)) said += table->rows.size();
      if (std::holds_alternative<Paragraph>(block)) ++said;
      if (std::holds_alternative<Heading>(block)) ++said;
      if (const auto* list = std::get_if<List>(&block); list != nullptr && list->items.empty()) continue;
      std::visit(Spoken{}, block);
    }
    RC_ASSERT(said >= statements);
  }
}

}  // namespace
}  // namespace srgconv::document
