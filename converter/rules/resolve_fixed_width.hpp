// The lines of a fixed width format; a part of resolve_format().
#pragma once

#include <optional>
#include <vector>

#include "rules/environment.hpp"
#include "rules/syntax_tree.hpp"

namespace srgconv::rules {

class FixedWidthResolver {
 public:
  FixedWidthResolver(Format& format, Environment& environment) : format_(format), environment_(environment) {}

  /// Each adds to the format what the statement says; what is wrong is reported.
  void take(const syntax::FixedColumns& columns);
  void take(const syntax::KindPlace& kind);
  void take(const syntax::LineColumns& line);
  void take(const syntax::OtherLine& line);

  /// What only the whole shows. Every statement was understood.
  void check_complete(const syntax::Word& format_name);

 private:
  std::optional<Positions> positions(const syntax::Word& at);
  LineKind& add_line(LineKind::Role role, const syntax::Word& kind);
  void add_columns(const std::vector<syntax::FixedColumn>& columns, LineKind& line);
  std::optional<std::size_t> field_of(const syntax::Word& name, const LineKind& line);
  void check_kind(const syntax::Word& kind);
  void check_before_lines();

  Format& format_;
  Environment& environment_;
  std::optional<syntax::Span> columns_, kind_place_;
  std::vector<syntax::Word> kinds_;  // one for each line kind that stands in a statement of its own
};

}  // namespace srgconv::rules
