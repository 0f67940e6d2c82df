// Any bytes as a file of fixed width. The last byte chooses encoding, kinds of lines and preamble.
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "fuzz/input_in_memory.hpp"
#include "fuzz/record_census.hpp"
#include "read/fixed_width_reader.hpp"

namespace srgconv {
namespace {

using Role = rules::LineKind::Role;

void add_line(rules::Format& format, std::string kind, Role role, std::initializer_list<std::pair<const char*, rules::Positions>> columns) {
  rules::LineKind line;
  line.kind = std::move(kind);
  line.role = role;
  for (const rules::LineKind& above : format.line_kinds) line.levels += above.role == Role::before ? 1 : 0;
  for (const auto& [name, at] : columns) {
    rules::Field field;
    field.name = name;
    field.optional = true;
    line.columns.push_back({format.fields.size(), at});
    format.fields.push_back(std::move(field));
  }
  if (role == Role::count) line.count = {3, 8};
  format.line_kinds.push_back(std::move(line));
}

rules::Format dialect(unsigned choice) {
  constexpr std::array encodings = {TextEncoding::utf_8,     TextEncoding::windows_1252, TextEncoding::iso_8859_15,
                                    TextEncoding::utf_16_le, TextEncoding::utf_16_be,    TextEncoding::utf_16};
  rules::Format format;
  format.name = "export";
  format.kind = rules::FormatKind::fixed;
  format.encoding = encodings[choice % encodings.size()];
  choice /= encodings.size();
  format.preamble_lines = choice % 2;
  choice /= 2;
  if (choice % 2 == 0) {
    add_line(format, "", Role::record, {{"CLIENT", {1, 4}}, {"BSN", {6, 14}}, {"SOORT", {15, 15}}, {"NAAM", {30, 50}}});
    return format;
  }
  format.kind_at = {1, choice / 2 % 2 == 0 ? 1U : 2U};
  add_line(format, "G", Role::before, {{"GEMEENTE", {3, 6}}});
  add_line(format, "P", Role::before, {{"BSN", {3, 11}}, {"NAAM", {12, 31}}});
  add_line(format, "V", Role::record, {{"NUMMER", {3, 10}}, {"SOORT", {1, 1}}});
  add_line(format, "T", Role::ignored, {});
  add_line(format, "M", Role::before, {{"MODULE", {3, 4}}});
  add_line(format, "W", Role::record, {{"WAARDE", {3, 5}}});
  if (choice / 4 % 2 == 1) add_line(format, "Z", Role::count, {});
  return format;
}

}  // namespace
}  // namespace srgconv

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace srgconv;
  if (size == 0) return 0;
  const rules::Format format = dialect(data[size - 1]);
  const fuzz::InputInMemory input({reinterpret_cast<const char*>(data), size - 1});
  fuzz::RecordCensus census(format);
  Diagnostics diagnostics;
  const read::Result result = read::read_records({input.path(), "export.txt"}, format, census, diagnostics);
  census.close(result, diagnostics);

  // In pieces it must be the same, cut wherever it may be; the size follows from the input.
  fuzz::CensusOfPieces pieces(format);
  Diagnostics of_pieces;
  const auto in_pieces = read::read_fixed_width_in_pieces({input.path(), "export.txt"}, format, 8 + size % 50, 1, pieces, of_pieces);
  if (!in_pieces) return 0;
  fuzz::require(in_pieces->complete == result.complete && in_pieces->records == result.records);
  fuzz::require(render_all(of_pieces, Language::en) == render_all(diagnostics, Language::en));
  return 0;
}
