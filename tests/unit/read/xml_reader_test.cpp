// XML records: paths of every shape, when a record is handed over, and what makes a document unusable.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/read/reading.hpp"
#include "xml/xml.hpp"

namespace srgconv::read {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

rules::Format delivery() {
  rules::Format format;
  format.name = "levering";
  format.kind = rules::FormatKind::xml;
  format.root = "Levering";
  format.namespace_uri = "urn:l";
  format.record_path = "Persoon/Voorziening";
  format.header = {xml_field("sender", "Kop/Berichtgever", false), xml_field("note", "Kop/Opmerking"), count_field("count", "Aantal", {})};
  format.fields = {xml_field("bsn", "../BSN", false), xml_field("id", "Nummer", false), xml_field("end", "Einde")};
  return format;
}

constexpr std::string_view small_delivery =
    "<Levering xmlns='urn:l'>\n<Kop><Berichtgever>0363</Berichtgever></Kop><Aantal>3</Aantal>\n"
    "<Persoon><BSN>111222333</BSN>\n<Voorziening><Nummer>1</Nummer></Voorziening>\n<Voorziening><Nummer>2</Nummer><Einde>20220101</Einde></Voorziening></"
    "Persoon>\n"
    "<Persoon><BSN>123456782</BSN>\n<Voorziening><Nummer>3</Nummer></Voorziening></Persoon></Levering>";

// A schema for the delivery above.
constexpr std::string_view delivery_schema =
    R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:l" targetNamespace="urn:l" elementFormDefault="qualified">
<xs:include schemaLocation="types/bsn.xsd"/>
<xs:element name="Levering"><xs:complexType><xs:sequence>
<xs:element name="Kop"><xs:complexType><xs:sequence><xs:element name="Berichtgever"/><xs:element name="Opmerking" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
<xs:element name="Aantal" type="xs:nonNegativeInteger"/>
<xs:element name="Persoon" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence><xs:element name="BSN" type="BSN"/>
<xs:element name="Voorziening" maxOccurs="unbounded"><xs:complexType><xs:sequence><xs:element name="Nummer" type="xs:string"/><xs:element name="Einde" type="xs:string" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
</xs:sequence></xs:complexType></xs:element>
</xs:sequence></xs:complexType></xs:element></xs:schema>)";
constexpr std::string_view bsn_type =
    R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:l"><xs:simpleType name="BSN"><xs:restriction base="xs:string"><xs:pattern value="[0-9]{9}"/></xs:restriction></xs:simpleType></xs:schema>)";

class Xml : public ::testing::Test {
 protected:
  Result read(std::string_view text, const CodeLists* codes = nullptr) {
    diagnostics_ = Diagnostics();
    notes_ = Notes();
    return read_records({folder_.write("a.xml", text), "a.xml"}, format_, notes_, diagnostics_, codes);
  }
  std::optional<Header> header(std::string_view text) {
    diagnostics_ = Diagnostics();
    return read_header({folder_.write("a.xml", text), "a.xml"}, format_, diagnostics_);
  }
  void use_schema() {
    folder_.write("pack/types/bsn.xsd", bsn_type);
    folder_.write("pack/levering.xsd", delivery_schema);
    format_.folder = folder_.path() / "pack";
    format_.schema = "levering.xsd";
  }
  std::string codes() const { return codes_of(diagnostics_); }
  std::string english() const { return render_all(diagnostics_, Language::en); }

  xml::Library library_;
  test::TestFolder folder_;
  rules::Format format_ = delivery();
  Diagnostics diagnostics_;
  Notes notes_;
};

TEST_F(Xml, records_with_values_of_the_element_around_them) {
  for (const bool with_schema : {false, true}) {
    if (with_schema) use_schema();
    const Result result = read(small_delivery);
    EXPECT_TRUE(result.complete) << english();
    EXPECT_EQ(result.records, 3U);
    EXPECT_EQ(result.documents_without_records, 0U);
    EXPECT_THAT(notes_.lines, ElementsAre("4 Levering/Persoon[1]/Voorziening[1]: 111222333|1|-", "5 Levering/Persoon[1]/Voorziening[2]: 111222333|2|20220101",
                                          "7 Levering/Persoon[2]/Voorziening[1]: 123456782|3|-"));
  }
}

TEST_F(Xml, the_header) {
  const auto found = header(small_delivery);
  ASSERT_TRUE(found);
  EXPECT_EQ(Notes::values_of(found->values), " 0363|-|3");
}

TEST_F(Xml, reading_the_header_stops_at_the_first_record) {
  const std::string broken = std::string(small_delivery.substr(0, small_delivery.find("<Nummer>2"))) + "</oops>";
  EXPECT_TRUE(header(broken));                          // the damage comes later
  EXPECT_FALSE(read(broken).complete);                  // and is found when records are read
  format_.header.push_back(xml_field("late", "Slot"));  // a child of the root may come at any time
  EXPECT_FALSE(header(broken));
  const std::string late = std::string(small_delivery.substr(0, small_delivery.rfind("</Levering>"))) + "<Slot>x</Slot></Levering>";
  EXPECT_EQ(Notes::values_of(header(late).value().values), " 0363|-|3|x");
}

TEST_F(Xml, header_attributes_of_the_root) {
  format_.header = {xml_field("version", "@versie", false), xml_field("none", "@geen"), xml_field("kind", "Kop/@soort", false)};
  EXPECT_EQ(Notes::values_of(header("<Levering xmlns='urn:l' versie='2'><Kop soort='x'/><Persoon><Voorziening><oops></Levering>").value().values), " 2|-|x");
}

TEST_F(Xml, a_missing_header_field) {
  EXPECT_FALSE(read("<Levering xmlns='urn:l'><Kop><Berichtgever/></Kop><Aantal>0</Aantal></Levering>").complete);
  EXPECT_EQ(english(),
            "a.xml:1 (Kop/Berichtgever): error [READ-233] the header field 'sender' is missing or empty\n"
            "     = tip: record the value in the source system and make the file again\n");
  EXPECT_FALSE(header("<Levering xmlns='urn:l'><Aantal>0</Aantal></Levering>"));
}

TEST_F(Xml, a_doubled_header_field) {
  EXPECT_FALSE(
      read("<Levering xmlns='urn:l'><Kop><Berichtgever>1</Berichtgever></Kop><Kop><Berichtgever>2</Berichtgever></Kop><Aantal>0</Aantal></Levering>").complete);
  EXPECT_EQ(codes(), "READ-234");
}

TEST_F(Xml, a_document_without_records) {
  const Result result = read("<Levering xmlns='urn:l'><Kop><Berichtgever>1</Berichtgever></Kop><Aantal>0</Aantal></Levering>");
  EXPECT_TRUE(result.complete);
  EXPECT_EQ(result.documents_without_records, 1U);
  EXPECT_EQ(read("<Levering").documents_without_records, 0U);
}

TEST_F(Xml, attributes_paths_and_groups) {
  format_.record_path = "R";
  format_.header = {};
  format_.fields = {xml_field("a", "@a"), xml_field("b", "A/B"), xml_field("c", "A/@c"), xml_field("root", "../@r"), xml_field("around", "../X")};
  rules::Group group{"new", "N/K", {xml_field("k", "@k"), xml_field("t", "T")}, {}};
  format_.groups = {group};
  EXPECT_TRUE(
      read("<Levering xmlns='urn:l' r='7'><R a='1' other='9'><A c='3'><B>2</B></A><N><K k='x'/><K><T>y</T></K></N><Z/></R><R/><X>8</X></Levering>").complete)
      << english();
  EXPECT_THAT(notes_.lines, ElementsAre("1 Levering/R[1]: 1|2|3|7|8 { x|-; -|y;}", "1 Levering/R[2]: -|-|-|7|8 {}"));
}

// SuwiML: the source follows the provisions of a relation, and only the root is in the namespace.
TEST_F(Xml, values_that_come_after_the_records) {
  format_.root = "Antwoord";
  format_.qualified = false;
  format_.record_path = "Client/Relatie/Voorziening";
  format_.header = {};
  format_.fields = {xml_field("bsn", "../../Bsn"), xml_field("id", "Nr"), xml_field("source", "../Bron/Partij"), xml_field("name", "../../Naam")};
  EXPECT_TRUE(read("<l:Antwoord xmlns:l='urn:l'><Client><Bsn>111222333</Bsn>"
                   "<Relatie><Voorziening><Nr>1</Nr></Voorziening><Voorziening><Nr>2</Nr></Voorziening><Bron><Partij>0363</Partij></Bron></Relatie>"
                   "<Relatie><Voorziening><Nr>3</Nr></Voorziening><Bron><Partij>0518</Partij></Bron></Relatie>"
                   "<Relatie><Bron><Partij>0599</Partij></Bron></Relatie><Naam>x</Naam></Client>"
                   "<Client><Relatie><Voorziening/></Relatie></Client></l:Antwoord>")
                  .complete)
      << english();
  EXPECT_THAT(
      notes_.lines,
      ElementsAre("1 Antwoord/Client[1]/Relatie[1]/Voorziening[1]: 111222333|1|0363|x", "1 Antwoord/Client[1]/Relatie[1]/Voorziening[2]: 111222333|2|0363|x",
                  "1 Antwoord/Client[1]/Relatie[2]/Voorziening[1]: 111222333|3|0518|x", "1 Antwoord/Client[2]/Relatie[1]/Voorziening[1]: -|-|-|-"));
}

TEST_F(Xml, a_record_is_handed_over_when_the_outermost_element_it_needs_has_ended) {
  const std::string cut(small_delivery.substr(0, small_delivery.rfind("</Voorziening></Persoon></Levering>")));
  read(cut);
  EXPECT_EQ(notes_.lines.size(), 2U);  // those of the first person, who has ended
}

TEST_F(Xml, a_document_of_another_kind) {
  for (const bool with_schema : {false, true}) {
    if (with_schema) use_schema();
    EXPECT_FALSE(read("<Conversie xmlns='urn:l'/>").complete);
    EXPECT_EQ(english(),
              "a.xml: error [READ-230] the document begins with element 'Conversie'; format 'levering' wants 'Levering'\n"
              "     = tip: check that this is the right kind of file, or name another format under 'using'\n");
    EXPECT_FALSE(read("<Levering xmlns='urn:l2'/>").complete);
    EXPECT_EQ(codes(), "READ-231");
    EXPECT_FALSE(header("<Levering/>"));
    EXPECT_EQ(codes(), "READ-231");
  }
}

TEST_F(Xml, children_in_the_wrong_namespace_are_not_passed_over) {
  EXPECT_FALSE(read("<l:Levering xmlns:l='urn:l'><Kop/></l:Levering>").complete);
  EXPECT_EQ(codes(), "READ-232");
  format_.qualified = false;
  EXPECT_FALSE(read(small_delivery).complete);
  EXPECT_EQ(codes(), "READ-232");
}

TEST_F(Xml, what_the_format_does_not_name_is_passed_over) {
  std::string text(small_delivery);
  text.insert(text.find("<BSN>"), "<Naam><BSN>999999990</BSN><Voorziening/></Naam>");
  text.insert(text.find("<Nummer>1"), "<Extra Nummer='9'><Nummer>9</Nummer></Extra><!-- x --><?pi x?>");
  EXPECT_TRUE(read(text).complete);
  EXPECT_THAT(notes_.lines[0], HasSubstr("111222333|1|-"));
  EXPECT_EQ(notes_.lines.size(), 3U);
}

TEST_F(Xml, a_value_with_elements_inside) {
  std::string text(small_delivery);
  text.replace(text.find("<Nummer>1</Nummer>"), 18, "<Nummer>1<b>2</b>3</Nummer>");
  EXPECT_FALSE(read(text).complete);
  EXPECT_EQ(codes(), "READ-238");
}

TEST_F(Xml, a_field_that_occurs_twice_makes_the_record_faulty) {
  std::string text(small_delivery);
  text.insert(text.find("<Nummer>1"), "<Nummer>0</Nummer>");
  text.insert(text.rfind("</Persoon>"), "<BSN>999999990</BSN>");
  const Result result = read(text);
  EXPECT_TRUE(result.complete);
  EXPECT_EQ(result.records, 3U);
  ASSERT_EQ(notes_.faults.size(), 2U);
  EXPECT_EQ(render(notes_.faults[0], diagnostics_, Language::en),
            "a.xml:4 (Levering/Persoon[1]/Voorziening[1]): warning [READ-239] field 'id' occurs more than once in the record\n"
            "     = tip: make it unambiguous in the source system; if it repeats by nature, read it with 'each'\n");
  EXPECT_EQ(notes_.faults[1].arguments.at("field"), "bsn");
}

TEST_F(Xml, counts_are_compared) {
  std::string text(small_delivery);
  text.replace(text.find("<Aantal>3"), 9, "<Aantal>4");
  EXPECT_FALSE(read(text).complete);
  EXPECT_EQ(english(),
            "a.xml:2 (Aantal): error [READ-235] the header states 4 for 'count', but 3 were counted\n"
            "     = tip: the file is not complete or was changed by hand: make it again\n");
  EXPECT_EQ(render_all(diagnostics_, Language::nl),
            "a.xml:2 (Aantal): fout [READ-235] de kop noemt bij 'count' 4, maar geteld zijn er 3\n"
            "     = tip: het bestand is niet volledig of is met de hand gewijzigd: maak het opnieuw\n");
  for (const char* lawful : {"3", " 3\n", "+3", "003"}) {
    text = small_delivery;
    text.replace(text.find("<Aantal>3"), 9, std::string("<Aantal>") + lawful);
    EXPECT_TRUE(read(text).complete) << lawful;
  }
  for (const char* wrong : {"drie", "3.0", "-3", "99999999999999999999999"}) {
    text = small_delivery;
    text.replace(text.find("<Aantal>3"), 9, std::string("<Aantal>") + wrong);
    EXPECT_FALSE(read(text).complete) << wrong;
    EXPECT_EQ(codes(), "READ-236");
  }
}

TEST_F(Xml, counts_with_conditions_and_of_groups) {
  format_.record_path = "R";
  format_.fields = {xml_field("relation", "Relatie")};
  format_.fields[0].role_list = "relation";
  format_.groups = {rules::Group{"new", "N", {xml_field("sender", "@s")}, {}}};
  format_.header = {count_field("same", "@same", {"relation", "", "same"}), count_field("new", "@new", {"", "new", ""}),
                    count_field("new363", "@n363", {"sender", "new", "0363"}), count_field("new_same", "@nsame", {"relation", "new", "same"}),
                    count_field("all", "", {})};
  CodeLists lists;
  lists.add(CodeList("relation", {Code{"1", "", "", "same", {}, {}, {}, ""}, Code{"2", "", "", "split", {}, {}, {}, ""}}));
  const std::string body =
      "><R><Relatie>1</Relatie><N s='0363'/></R><R><Relatie>2</Relatie><N s='0363'/><N s='0518'/></R><R><Relatie>1</Relatie></R></Levering>";
  EXPECT_TRUE(read("<Levering xmlns='urn:l' same='2' new='3' n363='2' nsame='1'" + body, &lists).complete) << english();
  EXPECT_FALSE(read("<Levering xmlns='urn:l' same='3' new='2' n363='1' nsame='3'" + body, &lists).complete);
  EXPECT_EQ(codes(), "READ-235 READ-235 READ-235 READ-235");
  EXPECT_EQ(diagnostics_.all()[0].arguments.at("counted"), "2");
  EXPECT_FALSE(read("<Levering xmlns='urn:l' same='2' new='3' n363='2' nsame='1'" + body).complete);  // without the codes roles cannot be counted
  EXPECT_EQ(codes(), "READ-237 READ-237");
}

TEST_F(Xml, an_invalid_document_is_unusable_and_shows_no_value) {
  use_schema();
  std::string text(small_delivery);
  text.replace(text.find("123456782"), 9, "12345678");  // a BSN that lost its leading zero, or a digit
  EXPECT_FALSE(read(text).complete);
  EXPECT_EQ(english(),
            "a.xml:6 (Levering/Persoon/BSN): error [READ-222] the value of element 'BSN' breaks the schema's rule: pattern [0-9]{9}\n"
            "     = tip: correct the value in the source system and make the file again\n");
  text = small_delivery;
  text.replace(text.find("<Nummer>3</Nummer>"), 18, "<BSN>123456782</BSN>");
  EXPECT_FALSE(read(text).complete);
  EXPECT_THAT(english(), Not(HasSubstr("12345")));
}

TEST_F(Xml, a_schema_that_cannot_be_loaded) {
  format_.schema = "none.xsd";
  format_.folder = folder_.path();
  EXPECT_FALSE(read(small_delivery).complete);
  EXPECT_EQ(codes(), "READ-202");
  EXPECT_TRUE(notes_.lines.empty());
}

TEST_F(Xml, damaged_documents) {
  for (const char* text : {"<Levering xmlns='urn:l'>", "x", "<!DOCTYPE Levering []><Levering xmlns='urn:l'/>", "<Levering xmlns='urn:l'>&x;</Levering>",
                           "<Levering xmlns='urn:l'>\xE9</Levering>"}) {
    const Result result = read(text);
    EXPECT_FALSE(result.complete) << text;
    EXPECT_TRUE(diagnostics_.has_errors()) << text;
    EXPECT_FALSE(header(text)) << text;
  }
}

TEST_F(Xml, missing_empty_and_folder) {
  EXPECT_FALSE(read("").complete);
  EXPECT_EQ(codes(), "READ-003");
  EXPECT_FALSE(read_header({folder_.path() / "none.xml", "none.xml"}, format_, diagnostics_));
  EXPECT_FALSE(read_header({folder_.path(), "folder"}, format_, diagnostics_));
  EXPECT_EQ(codes(), "READ-003 READ-001 READ-002");
}

TEST_F(Xml, paths_that_are_none) {
  for (const char* path : {"../../../A", "A//B", "", "A/", "..", "A/../B"}) {
    format_ = delivery();
    format_.fields[1].path = path;
    EXPECT_FALSE(read(small_delivery).complete) << path;
    EXPECT_EQ(codes(), "READ-240") << path;
  }
  format_ = delivery();
  format_.groups = {rules::Group{"g", "G", {xml_field("x", "../A")}, {}}};
  EXPECT_FALSE(read(small_delivery).complete);
  EXPECT_EQ(codes(), "READ-240");
}

TEST_F(Xml, many_small_documents_load_their_schema_once) {
  use_schema();
  const InputFile file{folder_.write("a.xml", small_delivery), "a.xml"};
  for (int i = 0; i < 2000; ++i) EXPECT_TRUE(read_records(file, format_, notes_, diagnostics_).complete);
  EXPECT_EQ(notes_.lines.size(), 6000U);
}

}  // namespace
}  // namespace srgconv::read
