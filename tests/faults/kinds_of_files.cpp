// Damage to files as such: bytes, encoding, XML, the format; and to which files there are.
#include <string>
#include <utility>

#include "catalogue.hpp"

namespace srgconv::faults {
namespace {

using Change = std::function<std::string(const std::string&)>;

Change by_replacing(const std::string& what, const std::string& by) {
  return [what, by](const std::string& text) { return replaced(text, what, by); };
}

std::string utf16(const std::string& text, bool little, const std::string& mark) {
  std::string result = mark;
  for (const char c : text) result += little ? std::string{c, '\0'} : std::string{'\0', c};
  return result;
}

const std::string xml_declaration = "<?xml version='1.0' encoding='UTF-8'?>\n";

// The conversion file becomes something that cannot be taken for one.
Kind conversion_file(std::string name, std::string sentence, Change change) {
  return {std::move(name),
          std::move(sentence),
          "XSD",
          Told::violated,
          [change = std::move(change)](Damage& d) { d.conversion_of(d.block.plain[0]).bytes.push_back(change); },
          {},
          {},
          false};
}
Kind old_delivery(std::string name, std::string sentence, Change change) {
  return {std::move(name),
          std::move(sentence),
          "OLD-KEY",
          Told::not_assessed,
          [change = std::move(change)](Damage& d) { d.old_delivery(d.block.plain[0].old_sender).bytes.push_back(change); },
          {},
          {},
          false};
}
Kind new_delivery(std::string name, std::string sentence, Change change) {
  return {std::move(name),
          std::move(sentence),
          "NEW-KEY",
          Told::not_assessed,
          [change = std::move(change)](Damage& d) { d.new_delivery(d.block.plain[0].new_sender).bytes.push_back(change); },
          {},
          {},
          false};
}

const std::vector<std::string> two_files = {"split"};
const char* const one_file = "one conversion file only";

}  // namespace

std::vector<Kind> kinds_of_files() {
  const std::string conversion_root = "<Conversiebestand xmlns='urn:srgconv:srg-2026:conversie'>";
  return {
      conversion_file("zero-bytes", "the file is empty", [](const std::string&) { return std::string(); }),
      conversion_file("cut-off", "the last third of the file is missing", [](const std::string& text) { return text.substr(0, text.size() * 2 / 3); }),
      conversion_file("end-tag-missing", "the last end tag is missing", by_replacing("</Conversiebestand>", "")),
      conversion_file("two-documents", "the file is there twice, one behind the other", [](const std::string& text) { return text + text; }),
      conversion_file("invalid-utf-8", "a byte is no UTF-8", by_replacing("proefvoorziening", "proef\xE9voorziening")),
      conversion_file("control-character", "a control character stands in an explanation", by_replacing("proefvoorziening", "proef\x01voorziening")),
      conversion_file("zero-byte-inside", "a zero byte stands in an explanation", by_replacing("proefvoorziening", std::string("proef\0voorziening", 17))),
      conversion_file("mark-of-another-encoding", "the bytes are UTF-8 behind the mark of UTF-16", [](const std::string& text) { return "\xFF\xFE" + text; }),
      conversion_file("utf-16-said-to-be-utf-8", "the bytes are UTF-16 without a mark, the declaration says UTF-8",
                      [](const std::string& text) { return utf16(text, true, ""); }),
      conversion_file("utf-8-said-to-be-utf-16", "the bytes are UTF-8, the declaration says UTF-16", by_replacing("encoding='UTF-8'", "encoding='UTF-16'")),
      conversion_file("unknown-encoding", "the declared encoding does not exist", by_replacing("encoding='UTF-8'", "encoding='SRG-8'")),
      conversion_file("tag-not-closed", "the XML is not well-formed", by_replacing("</Relatie>", "<Relatie>")),
      conversion_file("bare-ampersand", "an ampersand stands bare in an explanation", by_replacing("proefvoorziening", "proef & voorziening")),
      conversion_file("undefined-entity", "an entity is used that nobody defined", by_replacing("proefvoorziening", "proef&eacute;voorziening")),
      conversion_file("entity-of-its-own", "a document type defines an entity that changes a number",
                      [](const std::string& text) {
                        return replaced(replaced(text, xml_declaration, xml_declaration + "<!DOCTYPE Conversiebestand [<!ENTITY een '1'>]>\n"),
                                        "<Volgnummer>1<", "<Volgnummer>&een;<");
                      }),
      conversion_file("external-entity", "a document type fetches a file of the machine",
                      [](const std::string& text) {
                        return replaced(
                            replaced(text, xml_declaration, xml_declaration + "<!DOCTYPE Conversiebestand [<!ENTITY f SYSTEM 'file:///etc/hostname'>]>\n"),
                            "proefvoorziening", "&f;");
                      }),
      conversion_file("entities-that-multiply", "entities of a document type multiply without end",
                      [](const std::string& text) {
                        std::string entities = "<!ENTITY e0 'lol'>";
                        for (int i = 1; i < 12; ++i) {
                          std::string many;
                          for (int j = 0; j < 10; ++j) many += "&e" + std::to_string(i - 1) + ";";
                          entities += "<!ENTITY e" + std::to_string(i) + " '" + many + "'>";
                        }
                        return replaced(replaced(text, xml_declaration, xml_declaration + "<!DOCTYPE Conversiebestand [" + entities + "]>\n"),
                                        "proefvoorziening", "&e11;");
                      }),
      conversion_file("schema-of-its-own", "the file names a schema of its own, by which an unknown relation would be valid",
                      [conversion_root](const std::string& text) {
                        return replaced(
                            replaced(text, conversion_root,
                                     "<Conversiebestand xmlns='urn:srgconv:srg-2026:conversie' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
                                     "xsi:schemaLocation='urn:srgconv:srg-2026:conversie losser.xsd'>"),
                            "<Relatie>gelijk<", "<Relatie>ongeveer<");
                      }),
      conversion_file("nil", "a date is said to be nil",
                      [conversion_root](const std::string& text) {
                        return replaced(
                            replaced(text, conversion_root,
                                     "<Conversiebestand xmlns='urn:srgconv:srg-2026:conversie' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>"),
                            "<DatumBegin>", "<DatumBegin xsi:nil='true'>");
                      }),
      conversion_file("another-root", "the root element has another name",
                      [](const std::string& text) { return replaced(replaced(text, "<Conversiebestand", "<Conversie"), "</Conversiebestand", "</Conversie"); }),
      conversion_file("another-namespace", "the namespace is of another year", by_replacing("srg-2026", "srg-2025")),
      conversion_file("no-namespace", "the file has no namespace", by_replacing(" xmlns='urn:srgconv:srg-2026:conversie'", "")),
      conversion_file("element-of-another-namespace", "one element has another namespace", by_replacing("<Relatie>", "<Relatie xmlns='urn:iets-anders'>")),
      conversion_file("unknown-element", "an element that the format does not know", by_replacing("<Relatie>", "<Opmerking>let op</Opmerking><Relatie>")),
      conversion_file("unknown-attribute", "an attribute that the format does not know", by_replacing("<Relatie>", "<Relatie zeker='nee'>")),
      conversion_file("element-missing", "a record has no relation", by_replacing("<Relatie>gelijk</Relatie>", "")),
      conversion_file("element-twice", "a record has two starts", by_replacing("<DatumBegin>", "<DatumBegin>20190101</DatumBegin><DatumBegin>")),
      conversion_file(
          "elements-in-another-order", "the order of elements is another",
          [](const std::string& text) { return replaced(replaced(text, "<Reden>", "<Volgnummer>1</Volgnummer><Reden>"), "<Volgnummer>1</Volgnummer>\n", ""); }),
      conversion_file("text-between-elements", "text stands between elements", by_replacing("<Kop>", "let op<Kop>")),
      conversion_file("another-document", "the file is a delivery",
                      [](const std::string&) {
                        Document other = delivery("1980", "202201");
                        recount(other);
                        return other.text();
                      }),
      conversion_file("a-packed-file", "the file is a ZIP file under the name of XML", [](const std::string& text) { return "PK\x03\x04" + text; }),
      {"head-only",
       "a conversion file has a head and no records",
       "OLD-KEY",
       Told::violated,
       [](Damage& d) {
         d.conversion_of(d.block.plain[0]).root.remove("Voorziening");
         d.recount_all();
       },
       {},
       {},
       false},
      {"no-records-of-a-sender",
       "all records of an old sender are gone, the counts adapted",
       "FATES-OLD",
       Told::violated,
       [](Damage& d) {
         for (Document& file : d.files.conversions) {
           std::erase_if(file.root.children, [&](const Element& one) {
             return one.name == "Voorziening" && one.value("OudeSleutel/Berichtgevercode") == d.block.plain[0].old_sender;
           });
         }
         d.recount_all();
       },
       {},
       {},
       false},
      {"file-twice", "the conversion file is given twice, under two names", "HEADER", Told::violated,
       [](Damage& d) {
         Document copy = d.conversion_of(d.block.plain[0]);
         copy.name = "nog-een-" + copy.name;
         d.files.conversions.push_back(copy);
       }},
      {"file-missing", "one of two conversion files is missing", "OLD-KEY", Told::violated, [](Damage& d) { d.files.conversions.pop_back(); }, two_files,
       one_file, false},
      {"files-of-different-months", "two conversion files name different first months", "HEADER", Told::violated,
       [](Damage& d) { d.files.conversions.back().root.value("Kop/EersteVerslagmaand") = month_later(d.shape.month, 2); }, two_files, one_file},
      {"files-with-different-reasons", "two conversion files name different reasons", "HEADER", Told::violated,
       [](Damage& d) { d.files.conversions.back().root.value("Kop/Reden") = "herindeling"; }, two_files, one_file},
      {"heads-exchanged", "two conversion files have each other's sender", "NEW-KEY", Told::violated,
       [](Damage& d) { std::swap(d.files.conversions[0].root.value("Kop/Berichtgevercode"), d.files.conversions[1].root.value("Kop/Berichtgevercode")); },
       two_files, one_file},
      {"record-in-the-wrong-file", "a record stands in the file of the other new sender", "NEW-KEY", Told::violated,
       [](Damage& d) {
         const Element moved = d.record(d.block.plain[0]);
         Document& own = d.conversion_of(d.block.plain[0]);
         for (Document& file : d.files.conversions) {
           if (&file == &own) continue;
           d.remove_record(d.block.plain[0]);
           file.root.children.push_back(moved);
           break;
         }
         d.recount_all();
       },
       two_files, one_file},
      {"parts-exchanged", "a provision goes to the other new sender than the one that delivers it", "NEW-KEY", Told::violated,
       [](Damage& d) {
         std::string& code = d.new_key(d.block.plain[0]).value("Berichtgevercode");
         code = code == "0824" ? "0855" : "0824";
       },
       two_files, one_file},
      {"old-key-in-both-files", "an old provision is claimed by both new senders", "UNIQUE", Told::violated,
       [](Damage& d) {
         Element copy = d.record(d.block.plain[0]);
         copy.remove("NieuweSleutel");
         copy.value("Relatie") = "open";
         for (Document& file : d.files.conversions) {
           if (&file == &d.conversion_of(d.block.plain[0])) continue;
           file.root.children.push_back(copy);
           break;
         }
         d.recount_all();
       },
       two_files, one_file},
      old_delivery("old-delivery-cut-off", "the old delivery is cut off", [](const std::string& text) { return text.substr(0, text.size() / 2); }),
      old_delivery("old-delivery-not-valid", "the old delivery is not valid", by_replacing("<TypeVoorziening>", "<Soort>x</Soort><TypeVoorziening>")),
      old_delivery("old-delivery-miscounted", "the old delivery states another number of provisions than it has",
                   [](const std::string& text) { return replaced(text, "<AantalVoorzieningen>", "<AantalVoorzieningen>1"); }),
      old_delivery("old-delivery-with-an-impossible-date", "a start in the old delivery does not exist",
                   [](const std::string& text) { return replaced(text, "0201</DatumBegin>", "0230</DatumBegin>"); }),
      new_delivery("new-delivery-invalid-utf-8", "a byte of the new delivery is no UTF-8",
                   by_replacing("<DoelVoorziening>1</DoelVoorziening>", "<DoelVoorziening>1</DoelVoorziening><Omschrijving>caf\xE9</Omschrijving>")),
      new_delivery("new-delivery-of-another-namespace", "the namespace of the new delivery is of another year", by_replacing("srg-2026", "srg-2025")),
      new_delivery("new-delivery-zero-bytes", "the new delivery is an empty file", [](const std::string&) { return std::string(); }),
      new_delivery("new-delivery-miscounted", "the new delivery states another number of provisions than it has",
                   [](const std::string& text) { return replaced(text, "<AantalVoorzieningen>", "<AantalVoorzieningen>2"); }),
      new_delivery("new-delivery-with-a-document-type", "a document type stands in the new delivery",
                   by_replacing(xml_declaration, xml_declaration + "<!DOCTYPE Levering [<!ENTITY een '1'>]>\n")),
  };
}

}  // namespace srgconv::faults
