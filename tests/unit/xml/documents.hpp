// A small schema and a handler that writes down what it is told, for the tests of this room.
#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "support/test_folder.hpp"
#include "xml/xml.hpp"

namespace srgconv::xml {

inline constexpr std::string_view small_schema =
    R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:x" targetNamespace="urn:x" elementFormDefault="qualified">
<xs:element name="L"><xs:complexType><xs:sequence>
<xs:element name="B" maxOccurs="unbounded"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[0-9]{9}"/></xs:restriction></xs:simpleType></xs:element>
<xs:element name="E" minOccurs="0"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="a"/></xs:restriction></xs:simpleType></xs:element>
<xs:element name="D" type="xs:date" minOccurs="0"/>
<xs:element name="N" minOccurs="0"><xs:simpleType><xs:restriction base="xs:integer"><xs:maxInclusive value="5"/></xs:restriction></xs:simpleType></xs:element>
<xs:element name="M" minOccurs="0"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="5"/></xs:restriction></xs:simpleType></xs:element>
<xs:element name="K" minOccurs="0"><xs:simpleType><xs:restriction base="xs:decimal"><xs:fractionDigits value="2"/></xs:restriction></xs:simpleType></xs:element>
<xs:element name="F" minOccurs="0" type="xs:string" fixed="q"/>
<xs:element name="O" minOccurs="0" type="xs:boolean"/>
</xs:sequence><xs:attribute name="v"><xs:simpleType><xs:restriction base="xs:string"><xs:length value="2"/></xs:restriction></xs:simpleType></xs:attribute>
<xs:attribute name="w" use="required"/></xs:complexType></xs:element></xs:schema>)";

class Transcript : public Handler {
 public:
  bool start_element(std::string_view namespace_uri, std::string_view local_name, const Attributes& attributes, std::uint32_t line) override {
    told += fmt::format("<{{{}}}{}:{}", namespace_uri, local_name, line);
    for (const auto& [name, value] : attributes) told += fmt::format(" {}={}", name, value);
    told += '>';
    return local_name != stop_at;
  }
  bool end_element(std::string_view, std::string_view local_name) override {
    told += fmt::format("</{}>", local_name);
    return true;
  }
  void text(std::string_view utf8) override { told += utf8; }

  std::string told;
  std::string stop_at;
};

}  // namespace srgconv::xml
