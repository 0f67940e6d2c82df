// The statements of the rule language, one function per kind of block: one statement of a laid-out text into its node of the syntax tree.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "rules/syntax_tree.hpp"

namespace srgconv::rules {

/// Where a statement stops being one, and what should stand there.
struct Mismatch {
  std::size_t at = 0;
  /// `text`, `name`, `column`, `value`, `number`, `month`, `date`, `position`, `end`;
  /// else the words or signs that may stand there. Empty: no statement of this block begins here.
  std::string expected;
};

/// Each reads the statement at `at` of `text` (Layout::joined) and moves `at` behind it. The head of a block ends before its `{`.
std::optional<Mismatch> parse_line(std::string_view text, std::size_t& at, syntax::FileLine& line);
std::optional<Mismatch> parse_csv_line(std::string_view text, std::size_t& at, syntax::FormatLine& line);
std::optional<Mismatch> parse_fixed_line(std::string_view text, std::size_t& at, syntax::FormatLine& line);
std::optional<Mismatch> parse_xlsx_line(std::string_view text, std::size_t& at, syntax::FormatLine& line);
std::optional<Mismatch> parse_xml_line(std::string_view text, std::size_t& at, syntax::FormatLine& line);
std::optional<Mismatch> parse_line(std::string_view text, std::size_t& at, syntax::FixedColumn& line);
std::optional<Mismatch> parse_line(std::string_view text, std::size_t& at, syntax::Field& line);
std::optional<Mismatch> parse_line(std::string_view text, std::size_t& at, syntax::RecordLine& line);
std::optional<Mismatch> parse_line(std::string_view text, std::size_t& at, syntax::CodesLine& line);
std::optional<Mismatch> parse_line(std::string_view text, std::size_t& at, syntax::MappingLine& line);
std::optional<Mismatch> parse_line(std::string_view text, std::size_t& at, syntax::Assignment& line);
std::optional<Mismatch> parse_line(std::string_view text, std::size_t& at, syntax::MergeWay& line);
std::optional<Mismatch> parse_line(std::string_view text, std::size_t& at, syntax::Supplied& line);
std::optional<Mismatch> parse_line(std::string_view text, std::size_t& at, syntax::ScopeLine& line);
std::optional<Mismatch> parse_line(std::string_view text, std::size_t& at, syntax::TransitionLine& line);
std::optional<Mismatch> parse_line(std::string_view text, std::size_t& at, syntax::Step& line);
std::optional<Mismatch> parse_line(std::string_view text, std::size_t& at, syntax::MatchLine& line);
std::optional<Mismatch> parse_line(std::string_view text, std::size_t& at, syntax::CheckLine& line);

}  // namespace srgconv::rules
