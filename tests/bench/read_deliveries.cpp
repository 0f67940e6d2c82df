// How fast a delivery is written, and read with validation, against `xmllint --stream --schema`. Prints ratios; nothing fails on a time.
//
//     bench_read_deliveries [PROVISIONS] [ROUNDS]
#include <cstdlib>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "measuring.hpp"
#include "read/read.hpp"
#include "support/test_folder.hpp"
#include "write/write.hpp"
#include "xml/xml.hpp"

namespace srgconv {
namespace {

using bench::median;
using bench::seconds_of;

rules::Field field(std::string name, std::string path, bool optional = false) {
  rules::Field result;
  result.name = std::move(name);
  result.path = std::move(path);
  result.optional = optional;
  return result;
}

rules::Format delivery() {
  rules::Format format;
  format.name = "levering";
  format.kind = rules::FormatKind::xml;
  format.folder = std::filesystem::path(SRGCONV_SOURCE_DIR) / "schemas/srg-2026";
  format.schema = "levering.xsd";
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

// Five provisions to two persons; every third has ended, every fourth has a wage value.
void write_delivery(const std::filesystem::path& path, const rules::Format& format, int provisions) {
  const CodeLists codes;
  write::TargetWriter writer(path, format, codes);
  for (int i = 0; i < provisions; ++i) {
    const std::string bsn = fmt::format("{:09}", 100000000 + i * 2 / 5);
    const std::string start = fmt::format("{}{:02}{:02}", 2015 + i % 8, 1 + i % 12, 1 + i % 28);
    const rules::Value end = i % 3 == 0 ? rules::Value(fmt::format("{}{:02}00", 2023, 1 + i % 12)) : rules::Value();
    const rules::Value wage = i % 4 == 0 ? rules::Value(fmt::format("{}.50", 30 + i % 60)) : rules::Value();
    writer.add({{bsn, fmt::format("R{}", 1000000 + i), start, end, std::string(i % 2 == 0 ? "22" : "40"), std::string("1"), wage}, {}});
  }
  Diagnostics diagnostics;
  if (!writer.finish({std::string("0363"), std::string("202206"), {}}, diagnostics)) fmt::print("{}", render_all(diagnostics, Language::en));
}

class Counter : public read::RecordSink {
 public:
  void record(const SourceRecord& record) override { bytes += record.values[0].text.size() + record.values[1].text.size(); }
  void faulty(const SourceRecord&, Diagnostic) override { std::abort(); }
  std::size_t bytes = 0;
};

int run(int provisions, int rounds) {
  const test::TestFolder folder;
  const rules::Format format = delivery();
  const auto path = folder.path() / "levering.xml";
  const std::string schema = (format.folder / format.schema).string();
  std::vector<double> writing, reading, header, peer;
  for (int round = 0; round <= rounds; ++round) {
    const double wrote = seconds_of([&] {
      write_delivery(path, format, provisions);
      return 0;
    });
    const double read_it = seconds_of([&] {
      const xml::Library library;
      Counter counter;
      Diagnostics diagnostics;
      const bool complete = read::read_records({path, "levering.xml"}, format, counter, diagnostics).complete;
      if (!complete) fmt::print("{}", render_all(diagnostics, Language::en));
      return complete ? 0 : 1;
    });
    const double read_header = seconds_of([&] {
      const xml::Library library;
      Diagnostics diagnostics;
      return read::read_header({path, "levering.xml"}, format, diagnostics) ? 0 : 1;
    });
    const double xmllint =
        seconds_of([&] { return std::system(fmt::format("xmllint --stream --noout --schema '{}' '{}' 2>/dev/null", schema, path.string()).c_str()); });
    if (round == 0) continue;  // warming up
    writing.push_back(wrote);
    reading.push_back(read_it);
    header.push_back(read_header);
    peer.push_back(xmllint);
  }
  const double megabytes = static_cast<double>(std::filesystem::file_size(path)) / 1e6;
  const double base = median(peer);
  fmt::print("{:.1f} MB, {} provisions, medians of {} rounds\n", megabytes, provisions, rounds);
  fmt::print("xmllint --stream --schema   {:7.3f} s  {:6.1f} MB/s\n", base, megabytes / base);
  fmt::print("read_records, validated     {:7.3f} s  {:6.1f} MB/s  {:.2f} x xmllint\n", median(reading), megabytes / median(reading), base / median(reading));
  fmt::print("read_header                 {:7.3f} s\n", median(header));
  fmt::print("TargetWriter, synced        {:7.3f} s  {:6.1f} MB/s\n", median(writing), megabytes / median(writing));
  return 0;
}

}  // namespace
}  // namespace srgconv

int main(int argc, char** argv) {
  const int provisions = argc > 1 ? std::atoi(argv[1]) : 80000;
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 5;
  if (provisions < 1 || rounds < 1 || std::system("xmllint --version 2>/dev/null") != 0) {
    fmt::print("usage: bench_read_deliveries [PROVISIONS] [ROUNDS]; xmllint is needed\n");
    return 3;
  }
  return srgconv::run(provisions, rounds);
}
