// Damage to what is said of a provision: who, what, from when, until when.
#include <utility>

#include "catalogue.hpp"

namespace srgconv::faults {
namespace {

void a_day_later(std::string& date) { date = days_later(date, 1); }

// Gives the file's new side of a link what its delivery says.
void follow_new_delivery(Damage& d, const Link& link) {
  Element& fresh = d.new_key(link);
  const Element& person = d.new_person(link);
  fresh.value("Burgerservicenummer") = person.value("Burgerservicenummer");
  for (const char* fact : {"DatumBegin", "TypeVoorziening"}) fresh.value(fact) = person.value(std::string("Voorziening/") + fact);
  fresh.remove("DatumEinde");
  if (const Element* end = person.at("Voorziening").child("DatumEinde")) fresh.insert_after("DatumBegin", *end);
}

void declare(Damage& d, const Link& link, const std::string& field) {
  d.record(link).children.push_back({"Wijziging", "", {leaf("Gegeven", field), leaf("Reden", "anders vastgelegd")}});
}

// A number like this one that fails the 11-test.
std::string one_digit_wrong(std::string bsn) {
  bsn.back() = bsn.back() == '9' ? '0' : static_cast<char>(bsn.back() + 1);
  return bsn;
}

std::string two_digits_swapped(std::string bsn) {
  for (std::size_t i = 1; i + 1 < bsn.size(); ++i) {
    if (bsn[i] == bsn[i + 1]) continue;
    std::swap(bsn[i], bsn[i + 1]);
    break;
  }
  return bsn;
}

}  // namespace

std::vector<Kind> kinds_of_facts() {
  const std::string bsn = "Burgerservicenummer", start = "DatumBegin", end = "DatumEinde", type = "TypeVoorziening";
  return {
      // Start
      {"start-shifted-old-side", "the start in the file, old side, is a day later", "FACTS", Told::violated,
       [=](Damage& d) { a_day_later(d.record(d.block.plain[0]).value(start)); }},
      {"start-shifted-new-side", "the start in the file, new side, is a day later", "FACTS", Told::violated,
       [=](Damage& d) { a_day_later(d.new_key(d.block.plain[0]).value(start)); }},
      {"start-shifted-in-file", "the start in the file is a day later on both sides", "FACTS", Told::violated,
       [=](Damage& d) {
         a_day_later(d.record(d.block.plain[0]).value(start));
         a_day_later(d.new_key(d.block.plain[0]).value(start));
       }},
      {"start-shifted-in-old-delivery", "the start in the old delivery is a day later than in the file", "FACTS", Told::violated,
       [=](Damage& d) { a_day_later(d.old_provision(d.block.plain[0]).value(start)); }},
      {"start-shifted-in-new-delivery", "the start in the new delivery is a day later than in the file", "FACTS", Told::violated,
       [=](Damage& d) { a_day_later(d.new_provision(d.block.plain[0]).value(start)); }},
      {"start-shifted-by-the-new-software", "the new software shifted the start a day, undeclared", "CHANGES", Told::violated,
       [=](Damage& d) {
         a_day_later(d.new_provision(d.block.plain[0]).value(start));
         follow_new_delivery(d, d.block.plain[0]);
       }},
      {"month-and-day-swapped", "month and day of the start changed places in the file", "FACTS", Told::violated,
       [=](Damage& d) {
         std::string& date = d.record(d.block.plain[0]).value(start);
         date = month_and_day_swapped(date);
       }},
      {"month-and-day-swapped-by-the-new-software", "the new software swapped month and day of the start, undeclared", "CHANGES", Told::violated,
       [=](Damage& d) {
         std::string& date = d.new_provision(d.block.plain[0]).value(start);
         date = month_and_day_swapped(date);
         follow_new_delivery(d, d.block.plain[0]);
       }},
      {"day-filled-in", "an unknown day of the start is filled in", "FACTS", Told::violated,
       [=](Damage& d) {
         std::string& date = d.new_key(d.block.partial).value(start);
         date = date.substr(0, 6) + "01";
       }},
      {"start-after-the-transition", "the start of a provision that was delivered before is declared changed to a day after it", "CHANGES", Told::undecided,
       [=](Damage& d) {
         d.new_provision(d.block.plain[0]).value(start) = d.shape.month + "15";
         follow_new_delivery(d, d.block.plain[0]);
         declare(d, d.block.plain[0], "start");
       }},
      {"impossible-date", "the start in the file is 31 February", "XSD", Told::violated,
       [=](Damage& d) {
         std::string& date = d.record(d.block.plain[0]).value(start);
         date = date.substr(0, 4) + "0231";
       }},
      // End
      {"end-shifted-old-side", "the end in the file, old side, is a day later", "FACTS", Told::violated,
       [=](Damage& d) { d.record(d.block.planned).value(end) = "21000101"; }},
      {"end-shifted-new-side", "the end in the file, new side, is a day later", "FACTS", Told::violated,
       [=](Damage& d) { d.new_key(d.block.planned).value(end) = "21000101"; }},
      {"end-shifted-in-old-delivery", "the end in the old delivery is a day later than in the file", "FACTS", Told::violated,
       [=](Damage& d) { d.old_provision(d.block.planned).value(end) = "21000101"; }},
      {"end-shifted-in-new-delivery", "the end in the new delivery is a day earlier than in the file", "FACTS", Told::violated,
       [=](Damage& d) { d.new_provision(d.block.planned).value(end) = "20271230"; }},
      {"end-lost", "the end of a provision is missing in the file", "FACTS", Told::violated, [=](Damage& d) { d.new_key(d.block.planned).remove(end); }},
      {"end-invented", "a running provision has an end in the file", "FACTS", Told::violated,
       [=](Damage& d) { d.new_key(d.block.plain[0]).insert_after(start, leaf(end, "20271231")); }},
      {"linked-to-an-ended-one", "the new provision had ended before the old one was last delivered as running", "RELATION", Told::undecided,
       [=](Damage& d) {
         d.new_provision(d.block.plain[0]).insert_after(start, leaf(end, d.shape.month_before + "10"));
         follow_new_delivery(d, d.block.plain[0]);
       }},
      {"ended-one-goes-on", "a provision that ended in the old deliveries goes on under a new key", "RELATION", Told::violated,
       [=](Damage& d) {
         Element& record = d.record(d.block.ended);
         record.value("Relatie") = "gelijk";
         Element fresh = d.new_key(d.block.plain[0]);
         fresh.value("Registratienummer") = "7777";
         fresh.value(bsn) = record.value(bsn);
         fresh.value(start) = record.value(start);
         fresh.value(type) = record.value(type);
         record.children.push_back(fresh);
         add_to(d.new_delivery(fresh.value("Berichtgevercode")), {"7777", fresh.value(bsn), fresh.value(start), "", fresh.value(type)});
         d.recount_all();
       }},
      // Type
      {"type-recoded-in-file", "the type in the file is another than delivered", "FACTS", Told::violated,
       [=](Damage& d) { d.record(d.block.plain[0]).value(type) = "29"; }},
      {"type-recoded-undeclared", "the new software recoded the type, undeclared", "FACTS", Told::violated,
       [=](Damage& d) {
         d.new_provision(d.block.plain[0]).value(type) = "29";
         follow_new_delivery(d, d.block.plain[0]);
       }},
      {"type-unknown", "the type in the file is no type", "FACTS", Told::violated, [=](Damage& d) { d.new_key(d.block.plain[0]).value(type) = "99"; }},
      // Persons
      {"bsn-of-another", "a record has the BSN of another person, old side", "FACTS", Told::violated,
       [=](Damage& d) { d.record(d.block.plain[0]).value(bsn) = d.record(d.block.plain[2]).value(bsn); }},
      {"bsn-of-another-on-both-sides", "a record has the BSN of another person on both sides", "FACTS", Told::violated,
       [=](Damage& d) {
         for (Element* one : {&d.record(d.block.plain[0]), &d.new_key(d.block.plain[0])}) one->value(bsn) = d.record(d.block.plain[2]).value(bsn);
       }},
      {"bsn-fails-the-11-test", "a digit of a BSN in the file is wrong", "BSN", Told::violated,
       [=](Damage& d) {
         std::string& number = d.record(d.block.plain[0]).value(bsn);
         number = one_digit_wrong(number);
       }},
      {"bsn-digits-swapped", "two digits of a BSN in the file changed places", "BSN", Told::violated,
       [=](Damage& d) {
         std::string& number = d.new_key(d.block.plain[0]).value(bsn);
         number = two_digits_swapped(number);
       }},
      {"bsn-wrong-everywhere", "a BSN fails the 11-test in the file and in both deliveries", "BSN", Told::violated,
       [=](Damage& d) {
         const std::string wrong = one_digit_wrong(d.record(d.block.plain[0]).value(bsn));
         for (Element* one : {&d.record(d.block.plain[0]), &d.new_key(d.block.plain[0]), &d.old_person(d.block.plain[0]), &d.new_person(d.block.plain[0])})
           one->value(bsn) = wrong;
       }},
      {"bsn-zeros", "the BSN in the file is nine zeros", "BSN", Told::violated, [=](Damage& d) { d.record(d.block.plain[0]).value(bsn) = "000000000"; }},
      {"bsn-wrong-in-old-delivery", "the old delivery has another BSN than the file", "FACTS", Told::violated,
       [=](Damage& d) { d.old_person(d.block.plain[0]).value(bsn) = bsn_of(901); }},
      {"bsn-wrong-in-new-delivery", "the new delivery has another BSN than the file", "FACTS", Told::violated,
       [=](Damage& d) { d.new_person(d.block.plain[0]).value(bsn) = bsn_of(902); }},
      {"bsn-changed-undeclared", "the new software has another BSN, undeclared", "FACTS", Told::violated,
       [=](Damage& d) {
         d.new_person(d.block.plain[0]).value(bsn) = bsn_of(903);
         follow_new_delivery(d, d.block.plain[0]);
       }},
      {"bsn-correction-between-two-persons", "a link between two persons is declared as a corrected BSN, though both persons are on both sides", "CHANGES",
       Told::undecided,
       [=](Damage& d) {
         std::swap(d.new_key(d.block.plain[0]), d.new_key(d.block.plain[2]));
         for (const Link* one : {&d.block.plain[0], &d.block.plain[2]}) {
           const Element& record = d.record(*one);
           const bool other_start = record.at("NieuweSleutel").value(start) != record.value(start);
           declare(d, *one, "bsn");
           if (other_start) declare(d, *one, "start");
         }
       }},
      {"bsn-of-a-new-provision", "the BSN of a new provision that no record names fails the 11-test", "BSN", Told::violated,
       [=](Damage& d) {
         std::string& number = d.new_person(d.block.started).value(bsn);
         number = one_digit_wrong(number);
       }},
      {"number-contains-its-bsn", "a registration number contains the BSN of its own person, in the file and in the new delivery", "BSN", Told::undecided,
       [=](Damage& d) {
         Element& fresh = d.new_key(d.block.plain[0]);
         const std::string number = "X" + fresh.value(bsn);
         d.new_provision(d.block.plain[0]).value("Registratienummer") = number;
         fresh.value("Registratienummer") = number;
       }},
      {"wage-values-lost", "the new software lost wage value and work capacity of the wage-cost subsidies", "CONTINUITY", Told::violated,
       [=](Damage& d) {
         for (const Block& block : d.shape.blocks) {
           for (const char* field : {"Arbeidsvermogen", "Loonwaarde"}) d.new_provision(block.subsidy).remove(field);
         }
       }},
      {"goals-lost", "the new software delivers no goals", "CONTINUITY", Told::violated,
       [=](Damage& d) {
         for (Document& delivery : d.files.new_deliveries) {
           for (Element* person : delivery.root.all("Persoon")) person->at("Voorziening").remove("DoelVoorziening");
         }
       }},
  };
}

}  // namespace srgconv::faults
