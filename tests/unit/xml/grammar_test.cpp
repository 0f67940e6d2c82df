// Schemas: what is served to them, and what is told of faulty ones.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/xml/documents.hpp"

namespace srgconv::xml {
namespace {

std::string schema_with(std::string_view content) {
  return fmt::format(
      "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns=\"urn:x\" targetNamespace=\"urn:x\" elementFormDefault=\"qualified\">\n{}\n</xs:schema>",
      content);
}

constexpr std::string_view uses_number = R"(<xs:element name="N" type="Number"/>)";
constexpr std::string_view number_type =
    R"(<xs:simpleType name="Number"><xs:restriction base="xs:string"><xs:pattern value="[0-9]+"/></xs:restriction></xs:simpleType>)";

class Grammars : public ::testing::Test {
 protected:
  std::string codes() const {
    std::string result;
    for (const Diagnostic& one : diagnostics_.all()) result += one.code + " ";
    return result;
  }
  Outcome read(const Grammar& grammar, std::string_view document) {
    return parse(folder_.write("d.xml", document), "d.xml", &grammar, transcript_, diagnostics_);
  }

  Library library_;
  test::TestFolder folder_;
  Diagnostics diagnostics_;
  Transcript transcript_;
};

TEST_F(Grammars, include_from_their_own_folder) {
  folder_.write("types/number.xsd", schema_with("<xs:include schemaLocation='more/type.xsd'/>"));
  folder_.write("types/more/type.xsd", schema_with(number_type));
  const auto schema = folder_.write("s.xsd", schema_with("<xs:include schemaLocation='types/number.xsd'/>" + std::string(uses_number)));
  const auto grammar = Grammar::load(schema, "s.xsd", diagnostics_);
  ASSERT_TRUE(grammar) << render_all(diagnostics_, Language::en);
  EXPECT_EQ(read(*grammar, "<N xmlns='urn:x'>12</N>"), Outcome::complete);
  EXPECT_EQ(read(*grammar, "<N xmlns='urn:x'>a</N>"), Outcome::faulty);
}

TEST_F(Grammars, import_another_namespace) {
  folder_.write("y.xsd", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:y'><xs:element name='Y' type='xs:int'/></xs:schema>");
  const auto schema =
      folder_.write("s.xsd", schema_with("<xs:import namespace='urn:y' schemaLocation='y.xsd'/><xs:element name='X'><xs:complexType><xs:sequence>"
                                         "<xs:element ref='y:Y' xmlns:y='urn:y'/></xs:sequence></xs:complexType></xs:element>"));
  const auto grammar = Grammar::load(schema, "s.xsd", diagnostics_);
  ASSERT_TRUE(grammar) << render_all(diagnostics_, Language::en);
  EXPECT_EQ(read(*grammar, "<X xmlns='urn:x'><Y xmlns='urn:y'>1</Y></X>"), Outcome::complete);
  EXPECT_EQ(read(*grammar, "<X xmlns='urn:x'><Y xmlns='urn:y'>x</Y></X>"), Outcome::faulty);
}

TEST_F(Grammars, include_from_nowhere_else) {
  folder_.write("type.xsd", schema_with(number_type));
  const auto schema = folder_.write("inner/s.xsd", schema_with("<xs:include schemaLocation='../type.xsd'/>" + std::string(uses_number)));
  EXPECT_FALSE(Grammar::load(schema, "inner/s.xsd", diagnostics_));
  EXPECT_EQ(render_all(diagnostics_, Language::en),
            "inner/s.xsd: error [READ-203] the schema refers to '../type.xsd', outside the folder of the pack\n"
            "     = tip: put a copy of that file in the folder of the pack and refer to it; nothing is fetched from the internet\n");
  diagnostics_ = Diagnostics();
  EXPECT_TRUE(Grammar::load(schema, "inner/s.xsd", diagnostics_, folder_.path()));  // the pack's folder serves
}

TEST_F(Grammars, follow_no_link_out_of_the_folder) {
  const test::TestFolder elsewhere;
  elsewhere.write("type.xsd", schema_with(number_type));
  std::filesystem::create_symlink(elsewhere.path() / "type.xsd", folder_.path() / "type.xsd");
  EXPECT_FALSE(Grammar::load(folder_.write("s.xsd", schema_with("<xs:include schemaLocation='type.xsd'/>" + std::string(uses_number))), "s.xsd", diagnostics_));
  EXPECT_EQ(codes(), "READ-203 ");
}

TEST_F(Grammars, fetch_nothing) {
  for (const char* location : {"http://localhost:9/type.xsd", "file:///etc/passwd", "/etc/passwd"}) {
    diagnostics_ = Diagnostics();
    EXPECT_FALSE(
        Grammar::load(folder_.write("s.xsd", schema_with(fmt::format("<xs:include schemaLocation='{}'/>{}", location, uses_number))), "s.xsd", diagnostics_));
    EXPECT_EQ(codes(), "READ-203 ");
  }
}

TEST_F(Grammars, tell_a_missing_include) {
  EXPECT_FALSE(Grammar::load(folder_.write("s.xsd", schema_with("<xs:include schemaLocation='type.xsd'/>" + std::string(uses_number))), "s.xsd", diagnostics_));
  EXPECT_EQ(codes(), "READ-204 ");
}

TEST_F(Grammars, tell_faults_of_a_schema_with_their_place) {
  EXPECT_FALSE(Grammar::load(folder_.write("s.xsd", schema_with(uses_number)), "s.xsd", diagnostics_));
  EXPECT_THAT(codes(), ::testing::StartsWith("READ-205"));
  EXPECT_EQ(diagnostics_.all()[0].primary.line, 2U);
  EXPECT_EQ(diagnostics_.all()[0].primary.file, "s.xsd");
  diagnostics_ = Diagnostics();
  folder_.write("type.xsd", schema_with("\n<xs:element name='A' type='Nowhere'/>"));
  EXPECT_FALSE(Grammar::load(folder_.write("s.xsd", schema_with("<xs:include schemaLocation='type.xsd'/>")), "s.xsd", diagnostics_));
  EXPECT_EQ(diagnostics_.all()[0].primary.file, "type.xsd");
  EXPECT_EQ(diagnostics_.all()[0].primary.line, 3U);
}

TEST_F(Grammars, refuse_what_is_no_schema) {
  EXPECT_FALSE(Grammar::load(folder_.path() / "nothing.xsd", "nothing.xsd", diagnostics_));
  EXPECT_EQ(codes(), "READ-202 ");
  for (const char* text : {"", "hello", "<a/>", "<!DOCTYPE x []><xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>"}) {
    diagnostics_ = Diagnostics();
    EXPECT_FALSE(Grammar::load(folder_.write("s.xsd", text), "s.xsd", diagnostics_)) << text;
    EXPECT_TRUE(diagnostics_.has_errors()) << text;
  }
}

TEST_F(Grammars, are_kept_until_the_file_changes) {
  const auto schema = folder_.write("s.xsd", schema_with("<xs:element name='A'/>"));
  const Grammar* first = Grammar::cached(schema, "s.xsd", diagnostics_);
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(Grammar::cached(schema, "s.xsd", diagnostics_), first);
  folder_.write("s.xsd", schema_with("<xs:element name='Other'/>"));
  const Grammar* second = Grammar::cached(schema, "s.xsd", diagnostics_);
  ASSERT_NE(second, nullptr);
  EXPECT_NE(second, first);
  EXPECT_EQ(read(*second, "<Other xmlns='urn:x'/>"), Outcome::complete);
}

TEST_F(Grammars, check_keys) {
  const auto schema = folder_.write(
      "s.xsd",
      schema_with(
          "<xs:element name='L'><xs:complexType><xs:sequence><xs:element name='I' type='xs:string' maxOccurs='unbounded'/></xs:sequence></xs:complexType>"
          "<xs:unique name='u' xmlns:x='urn:x'><xs:selector xpath='x:I'/><xs:field xpath='.'/></xs:unique></xs:element>"));
  const auto grammar = Grammar::load(schema, "s.xsd", diagnostics_);
  ASSERT_TRUE(grammar) << render_all(diagnostics_, Language::en);
  EXPECT_EQ(read(*grammar, "<L xmlns='urn:x'><I>1</I><I>2</I></L>"), Outcome::complete);
  EXPECT_EQ(read(*grammar, "<L xmlns='urn:x'><I>1</I><I>1</I></L>"), Outcome::faulty);
  EXPECT_EQ(codes(), "READ-219 ");
}

}  // namespace
}  // namespace srgconv::xml
