// Damage to deliveries: which are given, and which provisions stand in them.
#include <algorithm>
#include <stdexcept>

#include "catalogue.hpp"

namespace srgconv::faults {
namespace {

void remove_delivery(std::vector<Document>& side, const std::string& sender, const std::string& month) {
  const auto removed = std::erase_if(side, [&](const Document& one) { return one.name == sender + "-" + month + ".xml"; });
  if (removed == 0) throw std::out_of_range(sender + "-" + month);
}

// A provision of somebody new that started before the transition.
void add_late(Damage& d, int person, const std::string& type) {
  add_to(d.new_delivery(d.block.plain[0].new_sender), {"L" + std::to_string(person), bsn_of(person), d.shape.month_before + "03", "", type});
}

Provision copy_of(const Element& person, const std::string& id) {
  const Element& provision = person.at("Voorziening");
  const Element* end = provision.child("DatumEinde");
  return {id, person.value("Burgerservicenummer"), provision.value("DatumBegin"), end == nullptr ? "" : end->text, provision.value("TypeVoorziening")};
}

}  // namespace

std::vector<Kind> kinds_of_deliveries() {
  return {
      {"last-month-missing",
       "the delivery of an old sender's last month is missing, the one before it is there",
       "OLD-KEY",
       Told::violated,
       [](Damage& d) { remove_delivery(d.files.old_deliveries, d.block.plain[0].old_sender, d.shape.last_month); },
       {},
       {},
       false},
      {"a-whole-month-missing", "an old sender's last month was never delivered: file and deliveries end a month early", "CONTINUITY", Told::violated,
       [](Damage& d) {
         const std::string sender = d.block.plain[0].old_sender;
         // What is left fits together: the earlier delivery has what the last one has.
         Document last = d.old_delivery(sender);
         remove_delivery(d.files.old_deliveries, sender, d.shape.month_before);
         Document& kept = d.old_delivery(sender);
         kept.root.value("Kop/Verslagmaand") = d.shape.month_before;
         for (Document& file : d.files.conversions) {
           for (Element* record : file.root.all("Voorziening")) {
             if (record->value("OudeSleutel/Berichtgevercode") == sender) record->value("LaatsteVerslagmaand") = d.shape.month_before;
           }
         }
       }},
      {"old-deliveries-missing",
       "no delivery of an old sender is given",
       "OLD-KEY",
       Told::not_assessed,
       [](Damage& d) {
         for (const std::string& month : {d.shape.month_before, d.shape.last_month})
           remove_delivery(d.files.old_deliveries, d.block.plain[0].old_sender, month);
       },
       {},
       {},
       false},
      {"new-delivery-missing",
       "the new delivery is missing",
       "HEADER",
       Told::violated,
       [](Damage& d) { remove_delivery(d.files.new_deliveries, d.block.plain[0].new_sender, d.shape.month); },
       {"split"},
       "without its only new delivery a submission cannot be assessed at all: the next kind",
       false},
      {"new-deliveries-missing", "no new delivery is given", "NEW-KEY", Told::not_assessed, [](Damage& d) { d.files.new_deliveries.clear(); }, {}, {}, false},
      {"old-delivery-empty",
       "the last delivery of an old sender has no provisions",
       "OLD-KEY",
       Told::not_assessed,
       [](Damage& d) {
         d.old_delivery(d.block.plain[0].old_sender).root.remove("Persoon");
         d.recount_all();
       },
       {},
       {},
       false},
      {"new-delivery-empty",
       "the new delivery has no provisions",
       "NEW-KEY",
       Told::not_assessed,
       [](Damage& d) {
         d.new_delivery(d.block.plain[0].new_sender).root.remove("Persoon");
         d.recount_all();
       },
       {},
       {},
       false},
      {"old-delivery-of-another-sender",
       "the last old delivery is a neighbour's",
       "OLD-KEY",
       Told::not_assessed,
       [](Damage& d) {
         for (Document& delivery : d.files.old_deliveries) {
           std::string& code = delivery.root.value("Kop/Berichtgevercode");
           if (code == d.block.plain[0].old_sender) code = d.shape.neighbour;
         }
       },
       {},
       {},
       false},
      {"new-delivery-of-another-sender",
       "the new delivery is a neighbour's",
       "HEADER",
       Told::violated,
       [](Damage& d) { d.new_delivery(d.block.plain[0].new_sender).root.value("Kop/Berichtgevercode") = d.shape.neighbour; },
       {},
       {},
       false},
      {"new-delivery-of-another-month",
       "the new delivery is of the month after the first one under the new keys",
       "HEADER",
       Told::violated,
       [](Damage& d) { d.new_delivery(d.block.plain[0].new_sender).root.value("Kop/Verslagmaand") = month_later(d.shape.month, 1); },
       {},
       {},
       false},
      {"new-delivery-of-a-sender-without-a-file", "a new delivery of a sender is given that no conversion file is of", "HEADER", Told::undecided,
       [](Damage& d) {
         Document extra = delivery("0050", d.shape.month);
         add_to(extra, {"1", bsn_of(911), d.shape.month_before + "03", "", "22"});
         recount(extra);
         d.files.new_deliveries.push_back(extra);
       }},
      {"sides-exchanged",
       "old and new deliveries are exchanged",
       "OLD-KEY",
       Told::not_assessed,
       [](Damage& d) { std::swap(d.files.old_deliveries, d.files.new_deliveries); },
       {},
       {},
       false},
      {"old-sender-delivers-on",
       "an old sender delivered in the first month under the new keys, beside the new one",
       "CONTINUITY",
       Told::violated,
       [](Damage& d) {
         Document beside = d.old_delivery(d.block.plain[0].old_sender);
         beside.name = "ernaast.xml";
         beside.root.value("Kop/Verslagmaand") = d.shape.month;
         d.files.old_deliveries.push_back(beside);
       },
       {"merger", "light-merger", "split"},
       "the old sender is the new one"},
      {"provision-missing-in-old-delivery", "a provision of the file is missing in the old delivery", "OLD-KEY", Told::violated,
       [](Damage& d) { d.remove_old(d.block.plain[0]); }},
      {"provision-missing-in-new-delivery", "a provision of the file is missing in the new delivery", "NEW-KEY", Told::violated,
       [](Damage& d) { d.remove_new(d.block.plain[0]); }},
      {"equation-of-the-new-side", "a new key that is not in the new delivery breaks the equation of fates", "FATES-NEW", Told::violated,
       [](Damage& d) { d.remove_new(d.block.planned); }},
      {"provision-added-to-old-delivery", "the old delivery has a provision that no record is of", "FATES-OLD", Told::violated,
       [](Damage& d) {
         add_to(d.old_delivery(d.block.plain[0].old_sender), {"7001", bsn_of(912), d.shape.month_before + "03", "", "22"});
         d.recount_all();
       }},
      {"number-twice-in-old-delivery", "a number stands twice in the old delivery", "UNIQUE", Told::violated,
       [](Damage& d) {
         add_to(d.old_delivery(d.block.plain[0].old_sender), copy_of(d.old_person(d.block.plain[0]), d.block.plain[0].old_id));
         d.recount_all();
       }},
      {"number-twice-in-new-delivery", "a number stands twice in the new delivery, for two persons", "UNIQUE", Told::violated,
       [](Damage& d) {
         add_to(d.new_delivery(d.block.plain[0].new_sender), {d.block.plain[0].new_id, bsn_of(913), d.shape.month + "04", "", "22"});
         d.recount_all();
       }},
      {"delivered-twice-under-two-numbers", "a provision stands in the new delivery under a second number too", "EARLY-START", Told::violated,
       [](Damage& d) {
         add_to(d.new_delivery(d.block.plain[0].new_sender), copy_of(d.new_person(d.block.plain[0]), "DUBBEL"));
         d.recount_all();
       }},
      {"delivered-by-two-new-senders",
       "both new senders deliver the same provision",
       "DELIVERED-TWICE",
       Told::violated,
       [](Damage& d) {
         for (Document& delivery : d.files.new_deliveries) {
           if (&delivery == &d.new_delivery(d.block.plain[0].new_sender)) continue;
           add_to(delivery, copy_of(d.new_person(d.block.plain[0]), "DUBBEL"));
           break;
         }
         d.recount_all();
       },
       {"split"},
       "one new sender only"},
      {"delivered-by-two-old-senders",
       "a provision of one old sender was also delivered by another, and both go on",
       "DELIVERED-TWICE",
       Told::violated,
       [](Damage& d) {
         // The other sender's provision becomes this one's, on all sides.
         const Link &one = d.block.plain[0], &other = &d.block == &d.shape.blocks[0] ? d.shape.blocks[1].plain[1] : d.shape.blocks[0].plain[1];
         const Element facts = d.old_person(one);
         for (Element* person : {&d.old_person(other), &d.new_person(other)}) {
           person->value("Burgerservicenummer") = facts.value("Burgerservicenummer");
           for (const char* fact : {"DatumBegin", "TypeVoorziening"}) person->at("Voorziening").value(fact) = facts.at("Voorziening").value(fact);
         }
         for (Element* side : {&d.record(other), &d.new_key(other)}) {
           side->value("Burgerservicenummer") = facts.value("Burgerservicenummer");
           for (const char* fact : {"DatumBegin", "TypeVoorziening"}) side->value(fact) = facts.at("Voorziening").value(fact);
         }
       },
       {"merger"},
       "its provisions that go on are of one old sender"},
      {"resurrected", "a provision that ended in the old deliveries runs in the new one, without a link", "EARLY-START", Told::violated,
       [](Damage& d) {
         const Element& record = d.record(d.block.ended);
         add_to(d.new_delivery(d.block.plain[0].new_sender),
                {"7002", record.value("Burgerservicenummer"), record.value("DatumBegin"), "", record.value("TypeVoorziening")});
         d.recount_all();
       }},
      {"dropped-one-delivered-again", "a provision that was dropped stands in the new delivery", "EARLY-START", Told::violated,
       [](Damage& d) {
         const Element& record = d.record(d.block.dropped);
         add_to(d.new_delivery(d.block.plain[0].new_sender),
                {"7003", record.value("Burgerservicenummer"), record.value("DatumBegin"), "", record.value("TypeVoorziening")});
         d.recount_all();
       }},
      {"stock-jump", "the new delivery has many more provisions of one type", "CONTINUITY", Told::violated,
       [](Damage& d) {
         for (int i = 0; i < 12; ++i) add_late(d, 920 + i, "59");
         d.recount_all();
       }},
      {"persons-jump", "the new delivery has many more persons, of every type a few", "CONTINUITY", Told::violated,
       [](Damage& d) {
         int person = 940;
         for (const char* type : {"22", "40", "59", "31", "29", "23"}) {
           for (int i = 0; i < 4; ++i) add_late(d, person++, type);
         }
         d.recount_all();
       }},
      {"provisions-cut-up", "the new software delivers many more provisions for each of some persons", "CONTINUITY", Told::violated,
       [](Damage& d) {
         int number = 0;
         for (const char* type : {"22", "40", "59", "31", "23"}) {
           for (const Link& one : d.block.plain) {
             Provision more = copy_of(d.new_person(one), "M" + std::to_string(++number));
             more.type = type;
             more.start = d.shape.month_before + "03";
             add_to(d.new_delivery(one.new_sender), more);
           }
         }
         d.recount_all();
       }},
      {"two-deliveries-of-one-month",
       "of two new deliveries with one sequence number it is not known which holds",
       "NEW-KEY",
       Told::not_assessed,
       [](Damage& d) {
         Document other = d.new_delivery(d.block.plain[0].new_sender);
         other.name = "nog-een.xml";
         d.files.new_deliveries.push_back(other);
       },
       {},
       {},
       false},
      {"redelivery-lacks-one", "a redelivery of the last old month, with a higher sequence number, lacks a provision of the file", "OLD-KEY", Told::violated,
       [](Damage& d) {
         Document again = d.old_delivery(d.block.plain[0].old_sender);
         again.name = "herlevering.xml";
         again.root.value("Kop/Volgnummer") = "2";
         std::erase_if(again.root.children,
                       [&](const Element& one) { return one.name == "Persoon" && one.value("Voorziening/Registratienummer") == d.block.plain[0].old_id; });
         recount(again);
         d.files.old_deliveries.push_back(again);
       }},
      {"redelivery-with-other-facts", "a redelivery of the first new month, with a higher sequence number, has another start", "FACTS", Told::violated,
       [](Damage& d) {
         Document again = d.new_delivery(d.block.plain[0].new_sender);
         again.name = "herlevering.xml";
         again.root.value("Kop/Volgnummer") = "2";
         for (Element* person : again.root.all("Persoon")) {
           if (person->value("Voorziening/Registratienummer") == d.block.plain[0].new_id) person->value("Voorziening/DatumBegin") = d.shape.month_before + "03";
         }
         d.files.new_deliveries.push_back(again);
       }},
  };
}

}  // namespace srgconv::faults
