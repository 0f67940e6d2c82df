// Damage to keys and links: the right provisions, wrongly brought together.
#include <utility>

#include "catalogue.hpp"

namespace srgconv::faults {

std::vector<Kind> kinds_of_keys() {
  const std::string old_id = "OudeSleutel/Registratienummer";
  return {
      {"keys-swapped", "the new keys of two persons are exchanged", "FACTS", Told::violated,
       [](Damage& d) { std::swap(d.new_key(d.block.plain[0]), d.new_key(d.block.plain[2])); }},
      {"new-numbers-swapped", "the new registration numbers of two persons are exchanged", "FACTS", Told::violated,
       [](Damage& d) { std::swap(d.new_key(d.block.plain[0]).value("Registratienummer"), d.new_key(d.block.plain[2]).value("Registratienummer")); }},
      {"old-numbers-swapped", "the old registration numbers of two persons are exchanged", "FACTS", Told::violated,
       [old_id](Damage& d) {
         Element &one = d.record(d.block.plain[0]), &other = d.record(d.block.plain[2]);
         std::swap(one.value(old_id), other.value(old_id));
       }},
      {"twins-crossed", "the new keys of two provisions of one person with equal type and start are exchanged", "CHANGES", Told::undecided,
       [](Damage& d) { std::swap(d.new_key(d.block.twin), d.new_key(d.block.other_twin)); }},
      {"key-dropped", "a link loses its new key", "RELATION", Told::violated,
       [](Damage& d) {
         d.record(d.block.plain[0]).remove("NieuweSleutel");
         d.recount_all();
       }},
      {"link-left-open", "a provision that goes on is left undecided", "OPEN-REVIEW", Told::violated, [](Damage& d) { d.unlink(d.block.plain[0], "open"); }},
      {"new-left-unexplained", "the new provision of an open old one of the same person and type is left without an explanation", "EARLY-START", Told::violated,
       [](Damage& d) { d.unlink(d.block.plain[1], "open"); }},
      {"link-declared-dropped", "a provision that goes on is said to be dropped, with an explanation", "EARLY-START", Told::violated,
       [](Damage& d) { d.unlink(d.block.plain[0], "vervallen"); }},
      {"link-declared-dropped-and-shifted", "a provision is said to be dropped and goes on with a start that is a day later", "EARLY-START", Told::violated,
       [](Damage& d) {
         d.unlink(d.block.plain[0], "vervallen");
         std::string& start = d.new_provision(d.block.plain[0]).value("DatumBegin");
         start = days_later(start, 1);
       }},
      {"link-declared-ended", "a provision that goes on is said to have ended", "RELATION", Told::violated,
       [](Damage& d) { d.unlink(d.block.plain[0], "beeindigd"); }},
      {"link-declared-ended-since", "a provision that goes on is said to have ended since, without an end", "RELATION", Told::undecided,
       [](Damage& d) { d.unlink(d.block.plain[0], "sindsdien-beeindigd"); }},
      {"record-dropped", "the record of an old provision is gone, the counts adapted", "OLD-KEY", Told::violated,
       [](Damage& d) { d.remove_record(d.block.plain[0]); }},
      {"record-of-an-ended-one-dropped", "the record of an old provision that ended is gone, the counts adapted", "FATES-OLD", Told::violated,
       [](Damage& d) { d.remove_record(d.block.ended); }},
      {"record-doubled", "a record stands there twice", "UNIQUE", Told::violated,
       [](Damage& d) {
         const Element copy = d.record(d.block.plain[0]);
         d.conversion_of(d.block.plain[0]).root.children.push_back(copy);
         d.recount_all();
       }},
      {"old-key-with-two-fates", "one old provision has two records, one that goes on and one that was dropped", "UNIQUE", Told::violated,
       [](Damage& d) {
         Element copy = d.record(d.block.plain[0]);
         copy.remove("NieuweSleutel");
         copy.value("Relatie") = "vervallen";
         copy.insert_after("Relatie", leaf("Toelichting", "dubbel"));
         d.conversion_of(d.block.plain[0]).root.children.push_back(copy);
         d.recount_all();
       }},
      {"phantom-predecessor", "a new provision gets an old one that was never delivered", "OLD-KEY", Told::violated,
       [old_id](Damage& d) {
         Element& person = d.new_person(d.block.late);
         Element copy = d.record(d.block.plain[0]);
         copy.value(old_id) = "8000";
         Element& fresh = copy.at("NieuweSleutel");
         fresh.value("Registratienummer") = d.block.late.new_id;
         for (Element* one : {&copy, &fresh}) {
           one->value("Burgerservicenummer") = person.value("Burgerservicenummer");
           for (const char* fact : {"DatumBegin", "TypeVoorziening"}) one->value(fact) = person.value(std::string("Voorziening/") + fact);
         }
         d.conversion_of(d.block.plain[0]).root.children.push_back(copy);
         d.recount_all();
       }},
      {"phantom-successor", "an old provision gets a new key that was never delivered", "NEW-KEY", Told::violated,
       [](Damage& d) { d.new_key(d.block.plain[0]).value("Registratienummer") = "9000"; }},
      {"linked-to-a-stranger", "an old provision gets the new key of somebody who was registered late", "FACTS", Told::violated,
       [](Damage& d) { d.new_key(d.block.plain[0]).value("Registratienummer") = d.block.late.new_id; }},
      {"two-olds-to-one-new", "two old provisions go to one new one, undeclared", "KEY-TWICE", Told::violated,
       [](Damage& d) { d.new_key(d.block.twin) = Element(d.new_key(d.block.other_twin)); }},
      {"joined-undeclared", "two joined provisions are said to go on alone", "KEY-TWICE", Told::violated,
       [](Damage& d) {
         for (const Link* one : {&d.block.joined, &d.block.joined_too}) d.record(*one).value("Relatie") = "gelijk";
         d.recount_all();
       }},
      {"joined-of-two-persons", "provisions of two persons are declared joined into one", "FACTS", Told::violated,
       [](Damage& d) {
         for (const Link* one : {&d.block.plain[0], &d.block.plain[2]}) d.record(*one).value("Relatie") = "samengevoegd";
         d.new_key(d.block.plain[2]) = Element(d.new_key(d.block.plain[0]));
         d.recount_all();
       }},
      {"joined-alone", "a provision that goes on alone is declared joined", "RELATION", Told::violated,
       [](Damage& d) {
         d.record(d.block.plain[0]).value("Relatie") = "samengevoegd";
         d.recount_all();
       }},
      {"one-old-to-two-news", "an old provision gets a second new key, undeclared", "KEY-TWICE", Told::violated,
       [](Damage& d) {
         d.record(d.block.split).value("Relatie") = "gelijk";
         d.recount_all();
       }},
      {"split-into-one", "a provision with one new key is declared split", "RELATION", Told::violated,
       [](Damage& d) {
         d.record(d.block.plain[0]).value("Relatie") = "gesplitst";
         d.recount_all();
       }},
      {"part-of-a-split-lost", "one of two parts of a split is forgotten: the provision is said to go on under the other alone", "EARLY-START", Told::violated,
       [](Damage& d) {
         Element& record = d.record(d.block.split);
         record.children.erase(record.children.begin() + (&d.new_key(d.block.split) - record.children.data()));
         record.value("Relatie") = "gelijk";
         d.recount_all();
       }},
      {"new-key-twice-in-a-record", "a split names the same new key twice", "KEY-TWICE", Told::violated,
       [](Damage& d) { d.new_key(d.block.split, d.block.split.new_id + "S") = Element(d.new_key(d.block.split)); }},
      {"letter-case", "a letter of a new number is written small", "NEW-KEY", Told::violated,
       [](Damage& d) { d.new_key(d.block.split, d.block.split.new_id + "S").value("Registratienummer") = d.block.split.new_id + "s"; }},
      {"look-alike-letter", "a letter of a new number is a look-alike of another alphabet", "NEW-KEY", Told::violated,
       [](Damage& d) { d.new_key(d.block.split, d.block.split.new_id + "S").value("Registratienummer") = d.block.split.new_id + "\xD0\x85"; }},
      {"leading-zero", "an old number has a zero before it", "OLD-KEY", Told::violated,
       [old_id](Damage& d) { d.record(d.block.plain[0]).value(old_id).insert(0, "0"); }},
      {"blank-in-front", "a blank stands before an old number", "OLD-KEY", Told::violated,
       [old_id](Damage& d) { d.record(d.block.plain[0]).value(old_id).insert(0, " "); }},
      {"blank-behind", "a blank stands behind a new number", "NEW-KEY", Told::violated,
       [](Damage& d) { d.new_key(d.block.plain[0]).value("Registratienummer") += " "; }},
      {"number-cut-off", "the last digit of a new number is missing", "NEW-KEY", Told::violated,
       [](Damage& d) { d.new_key(d.block.planned).value("Registratienummer").pop_back(); }},
      {"number-too-long",
       "a new number is longer than the format allows",
       "XSD",
       Told::violated,
       [](Damage& d) { d.new_key(d.block.plain[0]).value("Registratienummer") = "1234567890123456"; },
       {},
       {},
       false},
      {"number-empty",
       "an old number is empty",
       "XSD",
       Told::violated,
       [old_id](Damage& d) { d.record(d.block.plain[0]).value(old_id).clear(); },
       {},
       {},
       false},
  };
}

}  // namespace srgconv::faults
