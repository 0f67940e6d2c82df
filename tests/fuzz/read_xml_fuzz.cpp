// Any bytes as a delivery in XML: with the schema of the pack, and, where the last byte is odd, without one.
#include <cstdint>
#include <string>
#include <utility>

#include "fuzz/input_in_memory.hpp"
#include "fuzz/record_census.hpp"
#include "xml/xml.hpp"

namespace srgconv {
namespace {

rules::Field field(std::string name, std::string path, bool optional = false) {
  rules::Field result;
  result.name = std::move(name);
  result.path = std::move(path);
  result.optional = optional;
  return result;
}

rules::Format delivery(bool validated) {
  rules::Format format;
  format.name = "levering";
  format.kind = rules::FormatKind::xml;
  format.folder = std::filesystem::path(SRGCONV_SOURCE_DIR) / "schemas/srg-2026";
  if (validated) format.schema = "levering.xsd";
  format.root = "Levering";
  format.namespace_uri = "urn:srgconv:srg-2026:levering";
  format.record_path = "Persoon/Voorziening";
  format.header = {field("sender", "Kop/Berichtgevercode"), field("month", "Kop/Verslagmaand"), field("count", "AantalVoorzieningen")};
  format.header[2].count = rules::RecordCount{};
  format.fields = {field("bsn", "../Burgerservicenummer"), field("id", "Registratienummer"), field("start", "DatumBegin"),
                   field("end", "DatumEinde", true),       field("type", "TypeVoorziening"), field("goal", "DoelVoorziening", true),
                   field("wage_value", "Loonwaarde", true)};
  return format;
}

}  // namespace
}  // namespace srgconv

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace srgconv;
  static const auto* const library = new xml::Library;  // never deleted: grammars of this thread live until after the statics
  (void)library;
  static const rules::Format with_schema = delivery(true);
  static const rules::Format without_schema = delivery(false);
  if (size == 0) return 0;
  const rules::Format& format = data[size - 1] % 2 == 1 ? without_schema : with_schema;
  const fuzz::InputInMemory input({reinterpret_cast<const char*>(data), size - 1});
  fuzz::RecordCensus census(format);
  Diagnostics diagnostics;
  const read::Result result = read::read_records({input.path(), "levering.xml"}, format, census, diagnostics);
  census.close(result, diagnostics);
  Diagnostics of_header;
  fuzz::require(read::read_header({input.path(), "levering.xml"}, format, of_header) || !of_header.all().empty());
  return 0;
}
