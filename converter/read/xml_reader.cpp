// Reads XML documents: grammar, collector, and what holds for a document as a whole.
#include "read/xml_reader.hpp"

#include <utility>

#include "read/csv_reader.hpp"
#include "read/fixed_width_reader.hpp"
#include "read/input_stream.hpp"
#include "read/watched_stream.hpp"
#include "read/xlsx_reader.hpp"
#include "read/xml_collector.hpp"
#include "read/xml_counts.hpp"
#include "read/xml_plan.hpp"
#include "xml/xml.hpp"

namespace srgconv::read {
namespace {

namespace fs = std::filesystem;

// Missing, unreadable and empty files are told the same way for every kind of format.
bool has_content(const InputFile& file, Diagnostics& diagnostics) {
  if (file.packing != Packing::none) {
    const auto in = open_input(file);
    char first = 0;
    if (in->read(&first, 1) == 1) return true;
    diagnostics.add(in->fault() ? *in->fault() : finding("READ-003", {file.name}));
    return false;
  }
  std::error_code error;
  const fs::file_status status = fs::status(file.path, error);
  if (!fs::exists(status)) {
    diagnostics.add(finding("READ-001", {file.name}));
    return false;
  }
  if (fs::is_directory(status)) {
    diagnostics.add(finding("READ-002", {file.name}, {{"reason", std::generic_category().message(EISDIR)}}));
    return false;
  }
  if (fs::is_regular_file(status) && fs::file_size(file.path, error) == 0 && !error) {
    diagnostics.add(finding("READ-003", {file.name}));
    return false;
  }
  return true;
}

// A schema inside the folder of its format may include from anywhere in that folder; another one only from its own.
const xml::Grammar* grammar_of(const rules::Format& format, Diagnostics& diagnostics) {
  const fs::path schema = format.folder / format.schema;
  const fs::path relative = schema.lexically_normal().lexically_relative(format.folder.lexically_normal());
  const bool inside = !relative.empty() && *relative.begin() != "..";
  const fs::path folder = format.folder.empty() ? fs::path(".") : format.folder;
  return xml::Grammar::cached(schema, format.schema, diagnostics, inside ? folder : fs::path());
}

bool header_is_whole(const std::vector<RawValue>& header, const InputFile& file, const rules::Format& format, Diagnostics& diagnostics) {
  bool whole = true;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const rules::Field& field = format.header[i];
    if (field.optional || (field.count && field.path.empty()) || (header[i].present && !header[i].text.empty())) continue;
    diagnostics.add(finding("READ-233", {file.name, header[i].line, 0, 0, field.path}, {{"field", field.name}}));
    whole = false;
  }
  return whole;
}

// A packed document is read to its end, so that all of it has been held against its checksum, unless the collector had enough.
xml::Outcome parse(const InputFile& file, const xml::Grammar* grammar, xml::Handler& handler, Diagnostics& diagnostics, std::optional<Diagnostic>& of_archive) {
  if (file.packing == Packing::none) return xml::parse(file.path, file.name, grammar, handler, diagnostics);
  return xml::parse([&] { return std::make_unique<WatchedStream<InputStream>>(open_input(file), of_archive); }, file.name, grammar, handler, diagnostics);
}

struct Document {
  bool usable = false;
  std::uint64_t records = 0;
  std::vector<RawValue> header;
};

Document read_document(const InputFile& file, const rules::Format& format, RecordSink* sink, const CodeLists* codes, Diagnostics& diagnostics) {
  Document result;
  if (!has_content(file, diagnostics)) return result;
  const auto plan = make_plan(format, file.name, diagnostics);
  if (!plan) return result;
  const xml::Grammar* grammar = nullptr;
  if (!format.schema.empty()) {
    grammar = grammar_of(format, diagnostics);
    if (grammar == nullptr) return result;
  }
  StatedCounts counts(format, codes);
  Diagnostics of_collector;
  Diagnostics of_parser;
  XmlCollector collector(file, format, *plan, sink, counts, of_collector);
  std::optional<Diagnostic> of_archive;
  const xml::Outcome outcome = parse(file, grammar, collector, of_parser, of_archive);
  if (of_archive) {  // what is cut off there looks like faulty XML
    diagnostics.add(std::move(*of_archive));
    result.records = collector.records();
    return result;
  }
  result.records = collector.records();
  // Of a document of another kind its root says enough; what the schema thinks of it would hide that.
  if (!collector.wrong_kind()) diagnostics.append(std::move(of_parser));
  diagnostics.append(std::move(of_collector));
  if (outcome == xml::Outcome::faulty || collector.faulty()) return result;
  result.header = collector.header();
  result.usable = header_is_whole(result.header, file, format, diagnostics);
  if (sink != nullptr) result.usable = counts.compare(result.header, file.name, diagnostics) && result.usable;
  return result;
}

}  // namespace

Result read_xml(const InputFile& file, const rules::Format& format, RecordSink& sink, Diagnostics& diagnostics, const CodeLists* codes) {
  const Document document = read_document(file, format, &sink, codes, diagnostics);
  return {document.usable, document.records, document.usable && document.records == 0 ? 1U : 0U};
}

std::optional<Header> read_xml_header(const InputFile& file, const rules::Format& format, Diagnostics& diagnostics) {
  Document document = read_document(file, format, nullptr, nullptr, diagnostics);
  if (!document.usable) return std::nullopt;
  return Header{std::move(document.header)};
}

std::optional<Header> read_header(const InputFile& file, const rules::Format& format, Diagnostics& diagnostics) {
  if (format.kind == rules::FormatKind::xml) return read_xml_header(file, format, diagnostics);
  return Header{};
}

Result read_records(const InputFile& file, const rules::Format& format, RecordSink& sink, Diagnostics& diagnostics, const CodeLists* codes) {
  if (format.kind == rules::FormatKind::fixed) return read_fixed_width(file, format, sink, diagnostics);
  if (format.kind == rules::FormatKind::xlsx) return read_xlsx(file, format, sink, diagnostics);
  return format.kind == rules::FormatKind::xml ? read_xml(file, format, sink, diagnostics, codes) : read_csv(file, format, sink, diagnostics);
}

}  // namespace srgconv::read
