// Gathers the cells of each row of a sheet.
#include "read/xlsx_sheet.hpp"

#include <charconv>
#include <utility>

#include "read/xlsx_cell.hpp"

namespace srgconv::read {
namespace {

constexpr std::size_t longest_text = std::size_t{1} << 20U;  // Excel itself stops at 32,767 characters
constexpr std::uint32_t last_row = 1048576, last_column = 16384;

}  // namespace

SheetPart::SheetPart(const Workbook& workbook, const Sheet& sheet, const std::string& file, TakeRow take)
    : workbook_(workbook), sheet_(sheet), file_(file), take_(std::move(take)) {}

std::string SheetPart::cell_name() const { return column_letters(column_) + std::to_string(row_); }

void SheetPart::spoil(const std::string& what) {
  if (!damage_) damage_ = finding("READ-138", {file_, row_, 0, 0, sheet_.name}, {{"part", what}});
}

bool SheetPart::start_element(std::string_view, std::string_view name, const xml::Attributes& attributes, std::uint32_t) {
  if (name == "sheetData") in_data_ = true;
  if (name == "mergeCell" && ++merges_ == 1) {
    for (const auto& [key, value] : attributes) {
      if (key == "ref") first_merge_ = value.substr(0, 40);
    }
  }
  if (!in_data_) return true;
  if (name == "row") return begin_row(attributes);
  if (name == "c") return begin_cell(attributes);
  if (!in_cell_) return true;
  if (name == "v") {
    inside_ = Inside::value;
    has_value_ = true;
  }
  if (name == "f") has_formula_ = true;
  if (name == "rPh") ++beside_;
  if (name == "t" && beside_ == 0) inside_ = Inside::inline_text;
  return true;
}

bool SheetPart::begin_row(const xml::Attributes& attributes) {
  const std::uint32_t before = row_;
  row_ = before + 1;
  for (const auto& [key, value] : attributes) {
    if (key != "r") continue;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), row_);
    if (error != std::errc{} || end != value.data() + value.size()) row_ = 0;
  }
  count_ = 0;
  column_ = 0;
  in_cell_ = false;
  if (row_ > before && row_ <= last_row) return true;
  row_ = before;
  spoil("row");
  return false;
}

bool SheetPart::begin_cell(const xml::Attributes& attributes) {
  const std::uint32_t before = column_;
  column_ = before + 1;
  style_ = 0;
  type_.clear();
  for (const auto& [key, value] : attributes) {
    if (key == "r") {
      const auto place = cell_place(value);
      column_ = place && place->row == row_ ? place->column : 0;
    }
    if (key == "t") type_ = value;
    if (key == "s") std::from_chars(value.data(), value.data() + value.size(), style_);
  }
  value_.clear();
  inline_.clear();
  in_cell_ = true;
  has_value_ = has_formula_ = false;
  inside_ = Inside::nothing;
  beside_ = 0;
  if (row_ > 0 && column_ > before && column_ <= last_column) return true;
  column_ = before;
  spoil("c");
  return false;
}

void SheetPart::text(std::string_view utf8) {
  if (inside_ == Inside::nothing) return;
  std::string& to = inside_ == Inside::value ? value_ : inline_;
  if (to.size() + utf8.size() > longest_text) {
    spoil(cell_name());
  } else {
    to += utf8;
  }
}

bool SheetPart::end_element(std::string_view, std::string_view name) {
  if (name == "rPh" && beside_ > 0) --beside_;
  if (name == "v" || name == "t") inside_ = Inside::nothing;
  if (name == "c" && in_cell_) end_cell();
  if (damage_) return false;
  if (name == "sheetData") in_data_ = false;
  if (name == "row" && in_data_ && count_ > 0) return take_(row_, cells_, count_);
  return true;
}

Cell& SheetPart::add_cell(std::string text) {
  if (count_ == cells_.size()) cells_.emplace_back();
  Cell& cell = cells_[count_++];
  cell.column = column_;
  cell.text = std::move(text);
  cell.fault.reset();
  return cell;
}

void SheetPart::add_number() {
  if (workbook_.shows_date(style_)) {
    double serial = 0;
    const auto [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), serial);
    const auto date = error == std::errc{} && end == value_.data() + value_.size() ? date_text(serial, workbook_.since_1904()) : std::nullopt;
    if (date) {
      add_cell(*date);
      return;
    }
  }
  if (auto number = number_text(value_)) {
    add_cell(std::move(*number));
  } else {
    spoil(cell_name());
  }
}

void SheetPart::end_cell() {
  in_cell_ = false;
  const SourceSpan place{file_, row_, 0, 0, sheet_.name};
  if (type_ == "inlineStr") {
    if (!inline_.empty()) add_cell(unescaped(inline_));
  } else if (!has_value_ || (value_.empty() && type_ != "str")) {
    if (has_formula_) add_cell({}).fault = finding("READ-136", place, {{"cell", cell_name()}});
  } else if (type_ == "s") {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), number);
    const auto text = error == std::errc{} && end == value_.data() + value_.size() ? workbook_.texts().at(number) : std::nullopt;
    if (!text) {
      spoil(cell_name());
    } else if (!text->empty()) {
      add_cell(std::string(*text));
    }
  } else if (type_ == "str") {
    if (!value_.empty()) add_cell(unescaped(value_));
  } else if (type_ == "b") {
    add_cell(value_ == "1" || value_ == "true" ? "true" : "false");
  } else if (type_ == "e") {
    std::string shown = value_.substr(0, 20);
    add_cell(shown).fault = finding("READ-135", place, {{"cell", cell_name()}, {"error", shown}});
  } else if (type_ == "d") {
    add_cell(date_text(std::string_view(value_)));
  } else if (type_.empty() || type_ == "n") {
    add_number();
  } else {
    spoil(cell_name());
  }
}

}  // namespace srgconv::read
