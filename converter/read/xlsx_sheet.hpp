// The rows of a sheet as they are read; internal to this room.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/xlsx_workbook.hpp"
#include "xml/xml.hpp"

namespace srgconv::read {

/// A cell that holds something: a text, or a reason why it has none.
struct Cell {
  std::uint32_t column = 0;  ///< 1-based
  std::string text;
  std::optional<Diagnostic> fault;  ///< an error of Excel (READ-135) or a formula without a value (READ-136); `text` is then what the cell shows
};

/// Called with every row that holds something, in order; false stops the reading. The cells may be taken.
using TakeRow = std::function<bool(std::uint32_t row, std::vector<Cell>& cells, std::size_t count)>;

class SheetPart : public xml::Handler {
 public:
  SheetPart(const Workbook& workbook, const Sheet& sheet, const std::string& file, TakeRow take);

  bool start_element(std::string_view namespace_uri, std::string_view name, const xml::Attributes& attributes, std::uint32_t line) override;
  bool end_element(std::string_view namespace_uri, std::string_view name) override;
  void text(std::string_view utf8) override;

  /// What cannot be of a sheet; nothing when all was well.
  const std::optional<Diagnostic>& damage() const { return damage_; }
  std::uint64_t merges() const { return merges_; }
  const std::string& first_merge() const { return first_merge_; }

 private:
  bool begin_row(const xml::Attributes& attributes);
  bool begin_cell(const xml::Attributes& attributes);
  void end_cell();
  std::string cell_name() const;
  void spoil(const std::string& what);
  Cell& add_cell(std::string text);
  void add_number();

  const Workbook& workbook_;
  const Sheet& sheet_;
  const std::string& file_;
  TakeRow take_;
  std::vector<Cell> cells_;  // grows, and keeps its memory
  std::size_t count_ = 0;
  std::uint32_t row_ = 0, column_ = 0;
  std::uint64_t style_ = 0;
  std::string type_, value_, inline_;
  bool in_data_ = false, in_cell_ = false, has_value_ = false, has_formula_ = false;
  enum class Inside { nothing, value, inline_text } inside_ = Inside::nothing;
  int beside_ = 0;
  std::uint64_t merges_ = 0;
  std::string first_merge_;
  std::optional<Diagnostic> damage_;
};

}  // namespace srgconv::read
