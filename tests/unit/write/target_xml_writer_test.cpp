// Target XML: the exact bytes, what is left out, and what is refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/test_folder.hpp"
#include "unit/write/limits.hpp"
#include "write/write.hpp"

namespace srgconv::write {
namespace {

using rules::Value;
using ::testing::HasSubstr;
using ::testing::Not;

rules::Field field(std::string name, std::string path, bool optional = false) {
  rules::Field result;
  result.name = std::move(name);
  result.path = std::move(path);
  result.optional = optional;
  return result;
}

rules::Field count(std::string name, std::string path, rules::RecordCount what = {}) {
  rules::Field result = field(std::move(name), std::move(path));
  result.type = rules::ValueType::number;
  result.count = std::move(what);
  return result;
}

rules::Format delivery() {
  rules::Format format;
  format.name = "levering";
  format.kind = rules::FormatKind::xml;
  format.root = "Levering";
  format.namespace_uri = "urn:l";
  format.record_path = "Persoon/Voorziening";
  format.header = {field("sender", "Kop/Berichtgever"), field("note", "Kop/Opmerking", true), count("count", "Aantal")};
  format.fields = {field("bsn", "../BSN"), field("id", "Sleutel/Nummer"), field("end", "Einde", true), field("sender", "Sleutel/@bron", true)};
  return format;
}

TargetRecord record(std::vector<Value> values) { return {std::move(values), {}}; }

class Writer : public ::testing::Test {
 protected:
  // The document, or the codes of what could not be written.
  std::string written(const std::vector<TargetRecord>& records, std::vector<Value> header) {
    diagnostics_ = Diagnostics();
    std::filesystem::remove(folder_.path() / "out.xml");
    TargetWriter writer(folder_.path() / "out.xml", format_, codes_);
    for (const TargetRecord& one : records) writer.add(one);
    const bool done = writer.finish(std::move(header), diagnostics_);
    EXPECT_EQ(done, !diagnostics_.has_errors());
    EXPECT_EQ(done, std::filesystem::exists(folder_.path() / "out.xml"));
    if (done) return folder_.read("out.xml");
    std::string codes;
    for (const Diagnostic& one : diagnostics_.all()) codes += (codes.empty() ? "" : " ") + one.code;
    return codes;
  }

  test::TestFolder folder_;
  rules::Format format_ = delivery();
  CodeLists codes_;
  Diagnostics diagnostics_;
};

TEST_F(Writer, shares_elements_and_keeps_the_order_of_the_declaration) {
  EXPECT_EQ(written({record({"111222333", "1", {}, "x"}), record({"111222333", "2", "e<&>", {}}), record({"123456782", "3", {}, {}}),
                     record({"111222333", "4", {}, {}})},
                    {"0363", {}, {}}),
            R"(<?xml version="1.0" encoding="UTF-8"?>
<Levering xmlns="urn:l">
  <Kop>
    <Berichtgever>0363</Berichtgever>
  </Kop>
  <Aantal>4</Aantal>
  <Persoon>
    <BSN>111222333</BSN>
    <Voorziening>
      <Sleutel bron="x">
        <Nummer>1</Nummer>
      </Sleutel>
    </Voorziening>
    <Voorziening>
      <Sleutel>
        <Nummer>2</Nummer>
      </Sleutel>
      <Einde>e&lt;&amp;&gt;</Einde>
    </Voorziening>
  </Persoon>
  <Persoon>
    <BSN>123456782</BSN>
    <Voorziening>
      <Sleutel>
        <Nummer>3</Nummer>
      </Sleutel>
    </Voorziening>
  </Persoon>
  <Persoon>
    <BSN>111222333</BSN>
    <Voorziening>
      <Sleutel>
        <Nummer>4</Nummer>
      </Sleutel>
    </Voorziening>
  </Persoon>
</Levering>
)");
}

TEST_F(Writer, enclosing_fields_declared_later_follow_the_records) {
  format_.qualified = false;
  format_.record_path = "Client/Relatie/V";
  format_.header = {};
  format_.fields = {field("bsn", "../../Bsn"), field("id", "Nr"), field("source", "../Bron/Partij"), field("kind", "../@soort", true)};
  EXPECT_EQ(written({record({"1", "a", "x", "k"}), record({"1", "b", "x", "k"}), record({"1", "c", "y", {}})}, {}), R"(<?xml version="1.0" encoding="UTF-8"?>
<srg:Levering xmlns:srg="urn:l">
  <Client>
    <Bsn>1</Bsn>
    <Relatie soort="k">
      <V>
        <Nr>a</Nr>
      </V>
      <V>
        <Nr>b</Nr>
      </V>
      <Bron>
        <Partij>x</Partij>
      </Bron>
    </Relatie>
    <Relatie>
      <V>
        <Nr>c</Nr>
      </V>
      <Bron>
        <Partij>y</Partij>
      </Bron>
    </Relatie>
  </Client>
</srg:Levering>
)");
}

TEST_F(Writer, groups_stand_where_they_are_declared) {
  format_.record_path = "R";
  format_.header = {count("new", "@nieuw", {"", "new", ""}), count("new_x", "@x", {"k", "new", "x"}), count("same", "@gelijk", {"relation", "", "same"})};
  format_.fields = {field("a", "A", true), field("relation", "Relatie")};
  rules::Group group{"new", "N/K", {field("k", "@k"), field("t", "T", true)}, {}};
  for (std::uint32_t line = 1; rules::Field & one : format_.fields) one.span.line = line, line += 2;
  group.span.line = 2;
  format_.groups = {group};
  EXPECT_EQ(written({{{"1", "same"}, {{{"x", "t"}, {"y", {}}}}}, {{{}, "split"}, {{}}}}, {}), R"(<?xml version="1.0" encoding="UTF-8"?>
<Levering xmlns="urn:l" nieuw="2" x="1" gelijk="1">
  <R>
    <A>1</A>
    <N>
      <K k="x">
        <T>t</T>
      </K>
      <K k="y"/>
    </N>
    <Relatie>same</Relatie>
  </R>
  <R>
    <Relatie>split</Relatie>
  </R>
</Levering>
)");
}

TEST_F(Writer, a_document_without_records) {
  EXPECT_EQ(written({}, {"0363", "n", {}}),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Levering xmlns=\"urn:l\">\n  <Kop>\n    <Berichtgever>0363</Berichtgever>\n    "
            "<Opmerking>n</Opmerking>\n  </Kop>\n  <Aantal>0</Aantal>\n"
            "</Levering>\n");
}

TEST_F(Writer, values_as_the_format_writes_them) {
  format_.record_path = "R";
  format_.header = {field("month", "@maand")};
  format_.header[0].type = rules::ValueType::month;
  format_.header[0].pattern = DatePattern::compile("yyyymm");
  format_.fields = {field("start", "S"), field("wage", "W"), field("relation", "L")};
  format_.fields[0].type = rules::ValueType::date;
  format_.fields[0].pattern = DatePattern::compile("yyyymmdd");
  format_.fields[0].partial = true;
  format_.fields[1].type = rules::ValueType::number;
  format_.fields[1].decimals = 2;
  format_.fields[2].role_list = "relation";
  codes_.add(CodeList("relation", {Code{"1", "", "", "same", {}, {}, {}, ""}}));
  EXPECT_THAT(written({record({*Date::from_parts(2021, 3, 0), *Decimal::parse("45.5"), "same"})}, {*ReportMonth::parse("202201")}),
              HasSubstr("maand=\"202201\">\n  <R>\n    <S>20210300</S>\n    <W>45.50</W>\n    <L>1</L>\n  </R>"));
  EXPECT_EQ(written({record({*Date::from_parts(2021, 3, 0), *Decimal::parse("45.555"), "joined"})}, {*ReportMonth::parse("202201")}), "READ-302 READ-302");
}

TEST_F(Writer, refuses_what_cannot_be_written) {
  EXPECT_EQ(written({record({"111222333", {}, {}, {}}), record({"1", std::string("a\x01"), {}, {}})}, {{}, {}, {}}), "READ-301 READ-303 READ-306");
  EXPECT_EQ(render(diagnostics_.all()[0], diagnostics_, Language::en),
            "out.xml (id): error [READ-301] record 1: the required field 'id' is empty, so the file cannot be written\n"
            "     = tip: record the value in the source system, or give it in the mapping\n");
  EXPECT_EQ(render(diagnostics_.all()[1], diagnostics_, Language::nl),
            "out.xml (id): fout [READ-303] record 2: veld 'id' bevat een teken dat in XML niet mag\n"
            "     = tip: verwijder het stuurteken in het bronsysteem\n");
}

TEST_F(Writer, shows_no_values_and_not_every_fault) {
  std::vector<TargetRecord> records(100, record({"123456782", "123456782\x02", {}, {}}));
  written(records, {"0363", {}, {}});
  EXPECT_EQ(diagnostics_.all().size(), 21U);
  EXPECT_EQ(diagnostics_.all().back().arguments.at("count"), "80");
  EXPECT_THAT(render_all(diagnostics_, Language::nl), Not(HasSubstr("123456782")));
}

TEST_F(Writer, a_value_of_the_whole_document_must_be_one) {
  format_.fields.push_back(field("version", "../../@versie"));
  EXPECT_THAT(written({record({"1", "1", {}, {}, "2"}), record({"2", "1", {}, {}, "2"})}, {"0363", {}, {}}),
              HasSubstr("<Levering xmlns=\"urn:l\" versie=\"2\">"));
  EXPECT_EQ(written({record({"1", "1", {}, {}, "2"}), record({"2", "1", {}, {}, "3"})}, {"0363", {}, {}}), "READ-304");
}

TEST_F(Writer, refuses_paths_that_meet) {
  format_.fields[2].path = "Sleutel/Nummer";
  EXPECT_EQ(written({}, {"0363", {}, {}}), "READ-240");
  format_ = delivery();
  format_.fields[0].path = "../../../X";
  EXPECT_EQ(written({}, {"0363", {}, {}}), "READ-240");
}

TEST_F(Writer, large_documents_go_through_a_spool) {
  std::vector<TargetRecord> records;
  for (int i = 0; i < 60000; ++i) records.push_back(record({std::to_string(i), "number " + std::to_string(i), "", {}}));
  const std::string text = written(records, {"0363", {}, {}});
  EXPECT_GT(text.size(), 8U << 20);
  EXPECT_THAT(text.substr(0, 300), HasSubstr("<Aantal>60000</Aantal>"));
  EXPECT_THAT(text.substr(text.size() - 200), HasSubstr("<Nummer>number 59999</Nummer>"));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_.path()), {}), 1);  // nothing is left beside it
}

TEST_F(Writer, files_are_for_the_user_alone) {
  written({}, {"0363", {}, {}});
  EXPECT_EQ(std::filesystem::status(folder_.path() / "out.xml").permissions(), std::filesystem::perms(0600));
}

TEST_F(Writer, a_full_disk_is_a_broken_world) {
  const test::FileSizeLimit limit(1000);
  TargetWriter writer(folder_.path() / "out.xml", format_, codes_);
  for (int i = 0; i < 100; ++i) writer.add(record({"1", std::to_string(i), {}, {}}));
  try {
    writer.finish({"0363", {}, {}}, diagnostics_);
    FAIL();
  } catch (const BrokenWorld& broken) {
    EXPECT_EQ(render(broken.diagnostic(), diagnostics_, Language::en),
              "out.xml: error [SYS-001] 'out.xml' cannot be written: File too large\n"
              "     = tip: free some disk space or choose another folder, check the rights on the folder, and run the command again\n");
  }
}

}  // namespace
}  // namespace srgconv::write
