// The statements of a fixed width format that no other format has. A part of grammar.cpp, as grammar_terminals.hpp is.
#pragma once

#include <string>
#include <utility>

#include "rules/grammar_words.hpp"

namespace srgconv::rules {
namespace {

const x3::rule<struct FixedColumnTag, syntax::FixedColumn> fixed_column = "column";
const x3::rule<struct FixedColumnLineTag, syntax::FixedColumn> fixed_column_line = "column";
const x3::rule<struct FixedColumnsTag, syntax::FixedColumns> fixed_columns = "columns";
const x3::rule<struct FixedSettingTag, syntax::Setting> fixed_setting = "setting";
const x3::rule<struct KindPlaceTag, syntax::KindPlace> kind_place = "kind";
const x3::rule<struct LineColumnsTag, syntax::LineColumns> line_columns = "line";
const x3::rule<struct LineRoleTag, syntax::OtherLine> line_role = "'before', 'record', 'count', 'ignore'";
const x3::rule<struct OtherLineTag, syntax::OtherLine> other_line = "line";
const x3::rule<struct FixedStatementTag, syntax::FormatLine> fixed_statement = "statement";

// `3 - 11` is held as `3-11`.
template <class Node>
auto stands(Word Node::*member) {
  return [member](auto& context) {
    Word place = std::move(x3::_attr(context));
    std::erase_if(place.text, [](char c) { return c != '-' && (c < '0' || c > '9'); });
    x3::_val(context).*member = std::move(place);
  };
}
const auto keep_kind = [](auto& context) {
  Word kept = std::move(x3::_val(context).kind);
  x3::_val(context) = std::move(x3::_attr(context));
  x3::_val(context).kind = std::move(kept);
};
const auto fixed_column_def = placed[column[to(&syntax::FixedColumn::name)] > position[stands(&syntax::FixedColumn::at)]];
const auto fixed_column_line_def = fixed_column[take] > end;
const auto fixed_columns_def =
    placed["columns"_w > fixed_column[add(&syntax::FixedColumns::columns)] > *(","_w > fixed_column[add(&syntax::FixedColumns::columns)]) > end];
const auto setting_key = to(&syntax::Setting::key);
const auto setting_value = to(&syntax::Setting::value);
const auto fixed_setting_def =
    placed[("encoding"_w[setting_key] > name[setting_value] > end) | ("preamble"_w[setting_key] > number[setting_value] > line_word > end)];
const auto kind_place_def = placed["kind"_w > position[stands(&syntax::KindPlace::at)] > end];
const auto line_columns_def =
    placed["line"_w >> text[to(&syntax::LineColumns::kind)] >> ("before"_w[to(&syntax::LineColumns::role)] | "record"_w[to(&syntax::LineColumns::role)])];
const auto line_role_def = ("count"_w[to(&syntax::OtherLine::role)] > position[stands(&syntax::OtherLine::at)] > end) |
                           ("ignore"_w[to(&syntax::OtherLine::role)] > "because"_w > text[to(&syntax::OtherLine::reason)] > end);
const auto other_line_def = placed["line"_w > text[to(&syntax::OtherLine::kind)] > line_role[keep_kind]];
const auto fixed_statement_def = fixed_setting[take] | fixed_columns[take] | kind_place[take] | line_columns[take] | other_line[take];
BOOST_SPIRIT_DEFINE(fixed_column, fixed_column_line, fixed_columns, fixed_setting, kind_place, line_columns, line_role, other_line, fixed_statement)

}  // namespace
}  // namespace srgconv::rules
