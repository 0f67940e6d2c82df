// Names, texts, numbers and places, and lists of them. A part of grammar.cpp, as grammar_terminals.hpp is.
#pragma once

#include <vector>

#include "rules/grammar_terminals.hpp"

namespace srgconv::rules {
namespace {

const Lexeme name("name", scan_name);
const Lexeme dotted_name("name", scan_dotted_name);
const Lexeme value_name("value", scan_value_name);
const Lexeme text("text", scan_text, Lexeme::Quotes::text);
const Lexeme quoted_column("column", scan_quoted_column, Lexeme::Quotes::column);
const Lexeme number("number", scan_number);
const Lexeme month("month", scan_month);
const Lexeme date("date", scan_date);
const Lexeme position("position", scan_position);
const End end;

using Words = std::vector<Word>;

const x3::rule<struct ColumnTag, Word> column = "column";
const x3::rule<struct ColumnsTag, Words> columns = "column";
const x3::rule<struct TextsTag, Words> texts = "text";
const x3::rule<struct NamesTag, Words> names = "name";
const x3::rule<struct TargetsTag, Words> targets = "name";
const x3::rule<struct LineWordTag> line_word = "'lines'";
const auto column_def = quoted_column[take] | name[take];
const auto columns_def = column[push] > *(","_w > column[push]);
const auto texts_def = text[push] > *(","_w > text[push]);
const auto names_def = name[push] > *(","_w > name[push]);
const auto targets_def = dotted_name[push] > *(","_w > dotted_name[push]);
const auto line_word_def = x3::omit["lines"_w | "line"_w];
BOOST_SPIRIT_DEFINE(column, columns, texts, names, targets, line_word)

}  // namespace
}  // namespace srgconv::rules
