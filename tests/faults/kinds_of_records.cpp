// Damage to what a record says became of a provision, and when.
#include "catalogue.hpp"

namespace srgconv::faults {
namespace {

const std::vector<std::string> with_own_numbers = {"light-merger", "split"};
const char* const own_numbers_only = "only where a sender goes on with its own numbers";

Kind relation(std::string name, std::string sentence, Link Block::*link, std::string becomes) {
  return {std::move(name), std::move(sentence), "RELATION", Told::violated, [link, becomes](Damage& d) {
            d.record(d.block.*link).value("Relatie") = becomes;
            d.recount_all();
          }};
}

}  // namespace

std::vector<Kind> kinds_of_records() {
  std::vector<Kind> kinds{
      relation("ended-said-open", "a provision that ended in the old deliveries is said to be open", &Block::ended, "open"),
      relation("ended-said-ended-since", "a provision that ended in the old deliveries is said to have ended since", &Block::ended, "sindsdien-beeindigd"),
      relation("ended-said-staying", "a provision that ended in the old deliveries is said to stay", &Block::ended, "blijft"),
      relation("ended-since-said-ended", "a provision that ended after the last old delivery is said to have ended in it", &Block::ended_since, "beeindigd"),
      relation("ended-since-said-going-on", "a provision that ended since is said to go on, without a key", &Block::ended_since, "gelijk"),
      relation("planned-said-ended-since", "a provision that ends far in the future is said to have ended since, and keeps its key", &Block::planned,
               "sindsdien-beeindigd"),
      relation("link-said-staying", "a provision with a new key is said to stay with the old sender", &Block::subsidy, "blijft"),
      relation("link-said-open", "a provision with a new key is said to be open", &Block::subsidy, "open"),
      relation("split-said-joined", "a split provision is said to be joined", &Block::split, "samengevoegd"),
  };
  kinds.insert(
      kinds.end(),
      {
          {"ended-since-long-after", "a provision that runs on for years is said to have ended since", "RELATION", Told::violated,
           [](Damage& d) { d.unlink(d.block.planned, "sindsdien-beeindigd"); }},
          {"stays-with-a-sender-that-is-gone", "a provision is said to stay with its old sender, which has gone or lacks it", "RELATION", Told::violated,
           [](Damage& d) { d.unlink(d.block.plain[0], "blijft"); }},
          {"dropped-without-explanation", "a provision is dropped without an explanation", "RELATION", Told::violated,
           [](Damage& d) { d.record(d.block.dropped).remove("Toelichting"); }},
          {"explanation-of-blanks", "the explanation of a dropped provision consists of blanks", "RELATION", Told::violated,
           [](Damage& d) { d.record(d.block.dropped).value("Toelichting") = "   "; }},
          {"last-month-wrong", "a record names an earlier last month than was delivered", "OLD-KEY", Told::violated,
           [](Damage& d) { d.record(d.block.plain[0]).value("LaatsteVerslagmaand") = d.shape.month_before; }},
          {"last-month-is-the-first-new-one", "a record names the first month under the new keys as its last one", "OLD-KEY", Told::violated,
           [](Damage& d) { d.record(d.block.plain[0]).value("LaatsteVerslagmaand") = d.shape.month; }},
          {"old-numbering-wrong", "a record names another old numbering than the others", "OLD-KEY", Told::violated,
           [](Damage& d) { d.record(d.block.plain[0]).value("OudeSleutel/Nummering") = "201901"; }},
          {"old-numbering-too-young", "all old numberings begin in the first month under the new keys", "OLD-KEY", Told::violated,
           [](Damage& d) {
             for (Document& file : d.files.conversions) {
               for (Element* record : file.root.all("Voorziening")) record->value("OudeSleutel/Nummering") = d.shape.month;
             }
           }},
          {"new-numbering-wrong", "a new key has another numbering than the first month under the new keys", "NEW-KEY", Told::violated,
           [](Damage& d) { d.new_key(d.block.plain[0]).value("Nummering") = d.shape.last_month; }},
          {"new-numbering-is-the-old-one", "a new key has the numbering of the old ones", "NEW-KEY", Told::violated,
           [](Damage& d) { d.new_key(d.block.plain[0]).value("Nummering") = d.shape.goes_on ? d.shape.month : "-"; }},
          {"declared-change-that-is-none", "a change of type is declared that did not happen", "CHANGES", Told::violated,
           [](Damage& d) {
             d.record(d.block.plain[0]).children.push_back({"Wijziging", "", {leaf("Gegeven", "type"), leaf("Reden", "andere indeling")}});
           }},
          {"declared-change-of-goal-that-is-none", "a change of the goal is declared that did not happen", "CHANGES", Told::violated,
           [](Damage& d) {
             d.record(d.block.plain[0]).children.push_back({"Wijziging", "", {leaf("Gegeven", "goal"), leaf("Reden", "ander doel")}});
           }},
          {"change-undeclared", "a start that changed is not declared", "CHANGES", Told::violated,
           [](Damage& d) { d.record(d.block.changed).remove("Wijziging"); }},
          {"recoding-undeclared", "a type that changed is not declared", "FACTS", Told::violated,
           [](Damage& d) { d.record(d.block.recoded).remove("Wijziging"); }},
          {"wrong-change-declared", "a start that changed is declared as a change of type", "CHANGES", Told::violated,
           [](Damage& d) { d.record(d.block.changed).value("Wijziging/Gegeven") = "type"; }},
          {"change-of-no-fact", "a change of something that is no fact is declared", "CHANGES", Told::violated,
           [](Damage& d) { d.record(d.block.changed).value("Wijziging/Gegeven") = "kleur"; }},
          {"reason-of-blanks", "the reason of a declared change consists of blanks", "CHANGES", Told::violated,
           [](Damage& d) { d.record(d.block.changed).value("Wijziging/Reden") = "  "; }},
          {"reason-missing",
           "a declared change has no reason",
           "XSD",
           Told::violated,
           [](Damage& d) { d.record(d.block.changed).at("Wijziging").remove("Reden"); },
           {},
           {},
           false},
          {"staying-one-missing", "a provision that stays is not in the new delivery", "RELATION", Told::violated,
           [](Damage& d) { d.remove_new(d.block.staying); }, with_own_numbers, own_numbers_only},
          {"staying-number-of-another", "the number of a provision that stays is somebody else's in the new delivery", "RELATION", Told::violated,
           [](Damage& d) { d.new_person(d.block.staying).value("Burgerservicenummer") = bsn_of(904); }, with_own_numbers, own_numbers_only},
          {"staying-start-changed", "a provision that stays has another start in the new delivery", "RELATION", Told::undecided,
           [](Damage& d) {
             std::string& start = d.new_provision(d.block.staying).value("DatumBegin");
             start = days_later(start, 1);
           },
           with_own_numbers, own_numbers_only},
          {"staying-ended-before", "a provision that stays has, in the new delivery, an end before the old one was last delivered", "RELATION", Told::undecided,
           [](Damage& d) { d.new_provision(d.block.staying).insert_after("DatumBegin", leaf("DatumEinde", d.shape.month_before + "10")); }, with_own_numbers,
           own_numbers_only},
          {"own-number-given-away", "a number that stays is also the new key of another provision", "KEY-TWICE", Told::violated,
           [](Damage& d) {
             Element& fresh = d.new_key(d.block.plain[0]);
             fresh.value("Registratienummer") = d.block.staying.new_id;
           },
           with_own_numbers, own_numbers_only},
          {"own-ended-one-runs-again", "a provision of a sender that goes on had ended and runs in the new delivery", "RELATION", Told::violated,
           [](Damage& d) {
             const Element& record = d.record(d.block.ended_own);
             add_to(d.new_delivery(d.block.ended_own.new_sender),
                    {d.block.ended_own.new_id, record.value("Burgerservicenummer"), record.value("DatumBegin"), "", record.value("TypeVoorziening")});
             d.recount_all();
           },
           with_own_numbers, own_numbers_only},
          {"own-ended-number-used-again", "the number of a provision that ended is somebody else's in the new delivery", "RELATION", Told::violated,
           [](Damage& d) {
             add_to(d.new_delivery(d.block.ended_own.new_sender), {d.block.ended_own.new_id, bsn_of(905), d.shape.month + "04", "", "22"});
             d.recount_all();
           },
           with_own_numbers, own_numbers_only},
      });
  return kinds;
}

}  // namespace srgconv::faults
