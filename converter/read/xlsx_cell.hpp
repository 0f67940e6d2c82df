// What a cell of a workbook says as text: its place, its number, its date; internal to this room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace srgconv::read {

/// The place of a cell, both from 1. The largest sheet has 1,048,576 rows and 16,384 columns.
struct CellPlace {
  std::uint32_t row = 0, column = 0;
};

/// `B7`; nothing for what is no place on a sheet.
std::optional<CellPlace> cell_place(std::string_view text);
/// 2 -> `B`
std::string column_letters(std::uint32_t column);

/// A number as people read it: 15 digits, no exponent, no digits that come from binary numbers: `0.30000000000000004` is `0.3`. A whole number stays as it
/// is written. Nothing when it is none.
std::optional<std::string> number_text(std::string_view written);

/// Does a format code (`dd-mm-yyyy`, `[$-413]d mmmm yyyy;@`) show a date or a time? One that counts hours past 24 (`[h]:mm`) shows a number.
bool shows_date(std::string_view format_code);
/// The same for the formats that Excel has built in.
bool shows_date(std::uint32_t builtin_format);

/// A serial number as a date: `2021-03-01`, with a time that is not midnight `2021-03-01 13:30:00`, below 1 the time alone `13:30:00`. Serial 60 of the
/// system of 1900 is the 29 February 1900 that Excel knows and nobody else. Nothing for numbers before or after all dates.
std::optional<std::string> date_text(double serial, bool since_1904);
/// A date that is written as ISO 8601 in the same form.
std::string date_text(std::string_view iso);

/// Resolves `_x000D_`, by which a workbook writes signs that XML cannot hold.
std::string unescaped(std::string text);

}  // namespace srgconv::read
