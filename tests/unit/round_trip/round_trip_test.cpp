// read(write(x)) = x, for every shape of format that a declaration can have.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>
#include <utility>
#include <vector>

#include "read/read.hpp"
#include "support/test_folder.hpp"
#include "write/write.hpp"
#include "xml/xml.hpp"

namespace srgconv {
namespace {

using rules::Value;
using rules::ValueType;

// A field whose place in the declaration is `line`.
rules::Field field(std::uint32_t line, std::string name, std::string path, ValueType type = ValueType::text, bool optional = false) {
  rules::Field result;
  result.name = std::move(name);
  result.path = std::move(path);
  result.type = type;
  result.optional = optional;
  result.partial = true;
  if (type == ValueType::date) result.pattern = DatePattern::compile("yyyymmdd");
  if (type == ValueType::month) result.pattern = DatePattern::compile("yyyy-mm");
  if (type == ValueType::number) result.decimals = 2;
  result.span.line = line;
  return result;
}

rules::Field role(std::uint32_t line, std::string name, std::string path) {
  rules::Field result = field(line, std::move(name), std::move(path));
  result.role_list = "relation";
  return result;
}

rules::Field count(std::string name, std::string path, rules::RecordCount what) {
  rules::Field result = field(0, std::move(name), std::move(path), ValueType::number);
  result.decimals = 0;
  result.count = std::move(what);
  return result;
}

rules::Format xml_format(std::string root, std::string namespace_uri, std::string record_path) {
  rules::Format format;
  format.name = "test";
  format.kind = rules::FormatKind::xml;
  format.root = std::move(root);
  format.namespace_uri = std::move(namespace_uri);
  format.record_path = std::move(record_path);
  return format;
}

// Like a delivery: persons around provisions, everything in elements of one namespace.
rules::Format delivery() {
  rules::Format format = xml_format("Levering", "urn:example:levering", "Persoon/Voorziening");
  format.header = {field(0, "sender", "Kop/Berichtgevercode"), field(0, "month", "Kop/Verslagmaand", ValueType::month),
                   field(0, "note", "Kop/Opmerking", ValueType::text, true), count("count", "Aantal", {})};
  format.fields = {field(1, "bsn", "../Burgerservicenummer"),
                   field(2, "id", "Registratienummer"),
                   field(3, "start", "DatumBegin", ValueType::date),
                   field(4, "end", "DatumEinde", ValueType::date, true),
                   field(5, "wage_value", "Loonwaarde", ValueType::number, true),
                   field(6, "description", "Omschrijving", ValueType::text, true)};
  return format;
}

// Everything else: attributes, another namespace for the root only, other names, groups between fields, a record two levels down, fields around it on both
// levels, declared before and after the record's own.
rules::Format other_pack() {
  rules::Format format = xml_format("message", "urn:other", "case/part/item");
  format.qualified = false;
  format.header = {field(0, "version", "@version"),
                   field(0, "from", "meta/@from"),
                   field(0, "month", "meta/period/m", ValueType::month),
                   count("all", "meta/@all", {}),
                   count("same", "meta/same", {"relation", "", "same"}),
                   count("keys", "@keys", {"", "new", ""}),
                   count("computed", "", {})};
  format.fields = {field(1, "person", "../../@person"),
                   field(2, "id", "@id"),
                   field(3, "a", "box/a", ValueType::text, true),
                   field(5, "b", "box/@b", ValueType::number, true),
                   role(6, "relation", "box/r"),
                   field(8, "source", "../origin/party"),
                   field(9, "day", "../../d", ValueType::date, true),
                   field(10, "late", "late", ValueType::text, true)};
  format.groups = {rules::Group{"new", "keys/new", {field(0, "k", "@k"), field(0, "t", "deep/t", ValueType::text, true)}, {}},
                   rules::Group{"change", "change", {field(0, "what", "w", ValueType::text, true)}, {}}};
  format.groups[0].span.line = 4;
  format.groups[1].span.line = 7;
  return format;
}

CodeLists lists() {
  CodeLists result;
  result.add(CodeList("relation", {Code{"01", "", "", "same", {}, {}, {}, ""}, Code{"02", "", "", "split", {}, {}, {}, ""}}));
  return result;
}

rc::Gen<std::string> any_text() {
  const auto piece = rc::gen::element<std::string>("a", "B", "7", " ", "\t", "\n", "\r", "<", ">", "&", "\"", "'", "é", "€", "𝒳", "]]>", "&amp;", "<!--", ";",
                                                   "\xC2\x85", "\xE2\x80\xA8");
  return rc::gen::map(rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(piece)), [](const std::vector<std::string>& pieces) {
    std::string text;
    for (const std::string& one : pieces) text += one;
    return text;
  });
}

Value any_value(const rules::Field& one) {
  if (one.optional && *rc::gen::inRange(0, 3) == 0) return {};
  if (!one.role_list.empty()) return *rc::gen::element<std::string>("same", "split");
  switch (one.type) {
    case ValueType::number: return Decimal::from_units(100 * *rc::gen::inRange<std::int64_t>(-1000000, 1000000));
    case ValueType::date: return *Date::from_parts(*rc::gen::inRange(1900, 2100), *rc::gen::inRange(1, 13), *rc::gen::inRange(0, 29));
    case ValueType::month: return *ReportMonth::from_parts(*rc::gen::inRange(1900, 2100), *rc::gen::inRange(1, 13));
    default: return *any_text();
  }
}

// Records of which the ones after another often agree in what stands around them.
std::vector<write::TargetRecord> any_records(const rules::Format& format) {
  std::vector<write::TargetRecord> records;
  const int size = *rc::gen::inRange(0, 12);
  for (int i = 0; i < size; ++i) {
    write::TargetRecord record;
    for (std::size_t f = 0; f < format.fields.size(); ++f) {
      const bool around = format.fields[f].path.starts_with("..");
      record.values.push_back(around && i > 0 && *rc::gen::inRange(0, 4) > 0 ? records.back().values[f] : any_value(format.fields[f]));
    }
    for (const rules::Group& group : format.groups) {
      record.groups.emplace_back();
      for (int k = *rc::gen::inRange(0, 4); k > 0; --k) {
        record.groups.back().emplace_back();
        for (const rules::Field& one : group.fields) record.groups.back().back().push_back(any_value(one));
      }
    }
    records.push_back(std::move(record));
  }
  return records;
}

std::vector<Value> values_of(const std::vector<rules::Field>& fields, const std::vector<RawValue>& raw, const CodeLists& codes) {
  std::vector<Value> values;
  RC_ASSERT(fields.size() == raw.size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].count) {
      values.emplace_back();  // reading has compared it with what it counted
      continue;
    }
    auto value = rules::read_value(fields[i], raw[i], codes);
    RC_ASSERT(std::holds_alternative<Value>(value));
    values.push_back(std::get<Value>(std::move(value)));
  }
  return values;
}

class Collected : public read::RecordSink {
 public:
  Collected(const rules::Format& format, const CodeLists& codes) : format_(format), codes_(codes) {}
  void record(const SourceRecord& record) override {
    write::TargetRecord read{values_of(format_.fields, record.values, codes_), {}};
    for (std::size_t g = 0; g < format_.groups.size(); ++g) {
      read.groups.emplace_back();
      for (const auto& occurrence : record.groups[g]) read.groups.back().push_back(values_of(format_.groups[g].fields, occurrence, codes_));
    }
    records.push_back(std::move(read));
  }
  void faulty(const SourceRecord&, Diagnostic) override { ++faulty_records; }

  std::vector<write::TargetRecord> records;
  int faulty_records = 0;

 private:
  const rules::Format& format_;
  const CodeLists& codes_;
};

void expect_round_trip(const rules::Format& format) {
  const xml::Library library;
  const test::TestFolder folder;
  const CodeLists codes = lists();
  EXPECT_TRUE(rc::check("read(write(x)) = x", [&] {
    const auto records = any_records(format);
    std::vector<Value> header;
    for (const rules::Field& one : format.header) header.push_back(one.count ? Value{} : any_value(one));

    Diagnostics diagnostics;
    const auto path = folder.path() / "x.xml";
    write::TargetWriter writer(path, format, codes);
    for (const auto& record : records) writer.add(record);
    RC_ASSERT(writer.finish(header, diagnostics));

    Collected collected(format, codes);
    const read::Result result = read::read_records({path, "x.xml"}, format, collected, diagnostics, &codes);
    const auto read_header = read::read_header({path, "x.xml"}, format, diagnostics);
    RC_LOG() << render_all(diagnostics, Language::en) << folder.read("x.xml");
    RC_ASSERT(result.complete);
    RC_ASSERT(collected.faulty_records == 0);
    RC_ASSERT(collected.records.size() == records.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
      RC_ASSERT((collected.records[i].values == records[i].values));
      RC_ASSERT((collected.records[i].groups == records[i].groups));
    }
    RC_ASSERT(read_header.has_value());
    const auto header_values = values_of(format.header, read_header->values, codes);
    RC_ASSERT((header_values == header));
    RC_ASSERT(diagnostics.all().empty());
  }));
}

TEST(RoundTrip, a_delivery) { expect_round_trip(delivery()); }

TEST(RoundTrip, another_pack) { expect_round_trip(other_pack()); }

// The same records, written twice, are the same bytes.
TEST(RoundTrip, same_records_same_bytes) {
  const test::TestFolder folder;
  const CodeLists codes = lists();
  EXPECT_TRUE(rc::check("write(x) = write(x)", [&] {
    const rules::Format format = other_pack();
    const auto records = any_records(format);
    for (const char* name : {"a.xml", "b.xml"}) {
      Diagnostics diagnostics;
      write::TargetWriter writer(folder.path() / name, format, codes);
      for (const auto& record : records) writer.add(record);
      RC_ASSERT(writer.finish({"1", "2", *ReportMonth::parse("202201")}, diagnostics));
    }
    RC_ASSERT(folder.read("a.xml") == folder.read("b.xml"));
  }));
}

}  // namespace
}  // namespace srgconv
