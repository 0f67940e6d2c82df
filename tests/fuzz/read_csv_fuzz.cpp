// Any bytes as CSV. The last byte chooses encoding, separator and header, so that the files of the fixtures are seeds.
#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

#include "fuzz/input_in_memory.hpp"
#include "fuzz/record_census.hpp"
#include "read/csv_reader.hpp"

namespace srgconv {
namespace {

rules::Format dialect(unsigned choice) {
  constexpr std::array encodings = {TextEncoding::utf_8,     TextEncoding::windows_1252, TextEncoding::iso_8859_15,
                                    TextEncoding::utf_16_le, TextEncoding::utf_16_be,    TextEncoding::utf_16};
  constexpr std::array separators = {';', ',', '\t', '|'};
  rules::Format format;
  format.name = "export";
  format.kind = rules::FormatKind::csv;
  format.encoding = encodings[choice % encodings.size()];
  choice /= encodings.size();
  format.separator = separators[choice % separators.size()];
  choice /= separators.size();
  format.header_lines = choice % 2 == 0 ? 0 : 1 + choice / 2 % 3;
  format.preamble_lines = choice / 6 % 3;
  const bool one_column = choice / 2 % 4 == 3;
  for (const char* name : {"CLIENTNR", "BSN", "INSTRUMENT", "DATUM IN"}) {
    rules::Field field;
    field.name = name;
    field.optional = true;
    format.fields.push_back(field);
    if (one_column) break;
  }
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
  const read::Result result = read::read_records({input.path(), "export.csv"}, format, census, diagnostics);
  census.close(result, diagnostics);

  // In pieces it must be the same, cut wherever it may be; the size follows from the input.
  fuzz::CensusOfPieces pieces(format);
  Diagnostics of_pieces;
  const auto in_pieces = read::read_csv_in_pieces({input.path(), "export.csv"}, format, 8 + size % 50, 1, pieces, of_pieces);
  if (!in_pieces) return 0;
  fuzz::require(in_pieces->complete == result.complete && in_pieces->records == result.records);
  fuzz::require(render_all(of_pieces, Language::en) == render_all(diagnostics, Language::en));
  return 0;
}
