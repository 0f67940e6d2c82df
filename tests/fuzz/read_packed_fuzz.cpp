// Any bytes as a gzip file and as a zip file; and packed by us, where they must read as they do unpacked.
#include <cstdint>
#include <string>
#include <string_view>

#include "archive/archive.hpp"
#include "fuzz/input_in_memory.hpp"
#include "fuzz/record_census.hpp"
#include "support/packed.hpp"

namespace srgconv {
namespace {

rules::Format two_columns() {
  rules::Format format;
  format.name = "export";
  for (const char* name : {"A", "B"}) {
    rules::Field field;
    field.name = name;
    field.optional = true;
    format.fields.push_back(field);
  }
  format.header_lines = 0;
  return format;
}

struct Reading {
  bool complete;
  std::uint64_t records;
  std::string said;
  bool operator==(const Reading&) const = default;
};

Reading reading_of(const read::InputFile& file) {
  const rules::Format format = two_columns();
  fuzz::RecordCensus census(format);
  Diagnostics diagnostics;
  const read::Result result = read::read_records(file, format, census, diagnostics);
  census.close(result, diagnostics);
  return {result.complete, result.records, render_all(diagnostics, Language::nl)};
}

}  // namespace
}  // namespace srgconv

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace srgconv;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const fuzz::InputInMemory input(bytes);
  reading_of({input.path(), "a", read::Packing::gzip});
  Diagnostics diagnostics;
  archive::Limits limits;
  limits.most_unpacked = std::uint64_t{1} << 24U;
  if (const auto zip = archive::ZipArchive::open(input.path(), "a.zip", diagnostics, limits)) {
    for (const archive::Member& member : zip->members()) {
      const auto stream = zip->read(member);
      char block[4096];
      std::uint64_t unpacked = 0;
      while (const std::size_t got = stream->read(block, sizeof block)) unpacked += got;
      fuzz::require(stream->fault() || unpacked == member.size);
    }
  } else {
    fuzz::require(diagnostics.has_errors());
  }
  fuzz::require(!render_all(diagnostics, Language::nl).empty() || !diagnostics.has_errors());

  const Reading plain = reading_of({input.path(), "a"});
  const fuzz::InputInMemory gzip(test::gzipped(bytes));
  fuzz::require(reading_of({gzip.path(), "a", read::Packing::gzip}) == plain);
  const fuzz::InputInMemory zip(test::zipped({{"a.csv", std::string(bytes)}}));
  fuzz::require(reading_of({zip.path(), "a", read::Packing::zip, "a.csv", "a.zip"}) == plain);
  return 0;
}
