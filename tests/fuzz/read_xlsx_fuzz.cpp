// Any bytes as a workbook. With an even last byte they are the file; with an odd one they are its parts, divided by zero bytes: the sheet, the shared texts and
// the styles, so that the fuzzer is not held up by checksums. The last byte also chooses preamble and header.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/input_in_memory.hpp"
#include "fuzz/record_census.hpp"
#include "support/workbooks.hpp"
#include "xml/xml.hpp"

namespace srgconv {
namespace {

rules::Format dialect(unsigned choice) {
  rules::Format format;
  format.name = "werkmap";
  format.kind = rules::FormatKind::xlsx;
  format.preamble_lines = choice % 2;
  format.header_lines = choice / 2 % 4;
  if (choice / 8 % 2 == 1) format.sheets = {"Blad1"};
  for (const char* name : {"CLIENTNR", "BSN", "DATUM IN"}) {
    rules::Field field;
    field.name = name;
    field.optional = true;
    format.fields.push_back(field);
  }
  return format;
}

std::string part(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\0'), rest.size());
  std::string result(rest.substr(0, end));
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return result;
}

}  // namespace
}  // namespace srgconv

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace srgconv;
  static const xml::Library library;
  if (size == 0) return 0;
  const unsigned choice = data[size - 1];
  std::string_view rest(reinterpret_cast<const char*>(data), size - 1);
  std::string bytes(rest);
  if (choice % 2 == 1) {
    test::HandmadeWorkbook workbook;
    const std::string sheet = part(rest);
    workbook.sheets = {{"Blad1", sheet.empty() ? "<sheetData/>" : sheet}};
    workbook.texts = part(rest);
    workbook.styles = part(rest);
    workbook.since_1904 = choice / 64 % 2 == 1;
    auto parts = workbook.parts();
    for (test::ZipMember& member : parts) member.method = 0;
    bytes = test::zipped(parts);
  }
  const rules::Format format = dialect(choice / 2);
  const fuzz::InputInMemory input(bytes);
  fuzz::RecordCensus census(format);
  Diagnostics diagnostics;
  census.close(read::read_records({input.path(), "werkmap.xlsx"}, format, census, diagnostics), diagnostics);
  return 0;
}
