// What the workbook says to people, in both languages.
#pragma once

#include <array>
#include <string_view>

#include "review/review.hpp"

namespace srgconv::review {

struct Words {
  std::string_view nl, en;
  std::string_view in(Language language) const { return language == Language::nl ? nl : en; }
};

/// A column of the workbook, in its order: what people decide stands beside what they decide about.
struct SheetColumn {
  Column column;
  Words title;
  double width;  ///< in characters
};
inline constexpr std::array<SheetColumn, column_count> sheet_columns = {{
    {Column::link_code, {"Code", "Code"}, 11},
    {Column::old_key, {"Oude sleutel", "Old key"}, 20},
    {Column::new_key, {"Nieuwe sleutel (kandidaat)", "New key (candidate)"}, 24},
    {Column::decision, {"Besluit", "Decision"}, 15},
    {Column::who, {"Wie", "Who"}, 12},
    {Column::date, {"Datum", "Date"}, 12},
    {Column::why, {"Waarom", "Why"}, 36},
    {Column::differs, {"Verschilt in", "Differs in"}, 18},
    {Column::reason, {"Waarom open", "Why it is open"}, 60},
    {Column::old_person, {"Persoon, oud", "Person, old"}, 20},
    {Column::new_person, {"Persoon, nieuw", "Person, new"}, 20},
    {Column::old_type, {"Type, oud", "Type, old"}, 8},
    {Column::new_type, {"Type, nieuw", "Type, new"}, 8},
    {Column::old_type_name, {"Naam van het type, oud", "Name of the type, old"}, 30},
    {Column::new_type_name, {"Naam van het type, nieuw", "Name of the type, new"}, 30},
    {Column::old_start, {"Begin, oud", "Start, old"}, 12},
    {Column::new_start, {"Begin, nieuw", "Start, new"}, 12},
    {Column::old_end, {"Einde, oud", "End, old"}, 12},
    {Column::new_end, {"Einde, nieuw", "End, new"}, 12},
    {Column::old_goal, {"Doel, oud", "Goal, old"}, 8},
    {Column::new_goal, {"Doel, nieuw", "Goal, new"}, 8},
    {Column::old_work_capacity, {"Arbeidsvermogen, oud", "Work capacity, old"}, 12},
    {Column::new_work_capacity, {"Arbeidsvermogen, nieuw", "Work capacity, new"}, 12},
    {Column::old_wage_value, {"Loonwaarde, oud", "Wage value, old"}, 12},
    {Column::new_wage_value, {"Loonwaarde, nieuw", "Wage value, new"}, 12},
    {Column::old_sender, {"Berichtgever, oud", "Sender, old"}, 12},
    {Column::new_sender, {"Berichtgever, nieuw", "Sender, new"}, 12},
    {Column::old_id, {"Registratienummer, oud", "Number, old"}, 18},
    {Column::new_id, {"Registratienummer, nieuw", "Number, new"}, 18},
    {Column::candidates, {"Alle kandidaten", "All candidates"}, 50},
    {Column::code, {"Melding", "Message"}, 11},
    {Column::pair_code, {"Controlecode", "Check code"}, 11},
}};

inline constexpr Words explanation_name{"uitleg", "explanation"};

/// The first sheet, a row each; `{}` is filled in with how many provisions are open, and the first row is its title.
inline constexpr std::array<Words, 17> explanation = {{
    {"Voorzieningen waarover u moet beslissen: {}", "Provisions that you must decide about: {}"},
    {"", ""},
    {"Op het blad 'review' staat voor elke oude voorziening die open bleef een regel per kandidaat: een nieuwe voorziening die dezelfde kan zijn. Oud en nieuw "
     "staan "
     "naast elkaar; gekleurd is wat verschilt.",
     "The sheet 'review' has, for every old provision that stayed open, a line per candidate: a new provision that may be the same one. Old and new stand "
     "beside each "
     "other; what differs is coloured."},
    {"Vul in de kolommen Besluit, Wie, Datum en Waarom in. De andere kolommen zijn vergrendeld: daaraan herkent srgconv de voorziening.",
     "Fill in the columns Decision, Who, Date and Why. The other columns are locked: srgconv knows the provision by them."},
    {"", ""},
    {"koppelen: de oude en de nieuwe voorziening van deze regel zijn dezelfde. Verschilt de persoon of het type, vul dan bij Waarom in waarom het toch klopt.",
     "link: the old and the new provision of this line are the same one. Where the person or the type differs, say under Why for what reason it is right all "
     "the same."},
    {"niet koppelen: deze kandidaat is het niet. Zet het bij elke kandidaat van de voorziening als geen ervan het is.",
     "no-link: this candidate is not the one. Put it at every candidate of the provision when none of them is."},
    {"vervallen: de oude voorziening had nooit geleverd mogen worden. Vul bij Waarom de reden in; die komt in het conversiebestand.",
     "drop: the old provision should never have been delivered. Say why; that goes into the conversion file."},
    {"later: u weet het nog niet. Er verandert niets.", "later: you do not know yet. Nothing changes."},
    {"Leeg: geen besluit. De voorziening blijft open.", "Empty: no decision. The provision stays open."},
    {"", ""},
    {"Personen staan hier onder een pseudoniem: dezelfde persoon heeft overal hetzelfde. Zet geen BSN, naam of geboortedatum in deze werkmap.",
     "Persons stand here under a pseudonym: the same person has the same one everywhere. Put no BSN, name or birth date into this workbook."},
    {"Wie de voorziening in uw systeem wil opzoeken, gebruikt het registratienummer.", "To look a provision up in your system, use its registration number."},
    {"", ""},
    {"Klaar? Sla de werkmap op en geef haar terug:", "Done? Save the workbook and give it back:"},
    {"srgconv convert CASE.rules -o OUT --force --decisions WERKMAP.xlsx", "srgconv convert CASE.rules -o OUT --force --decisions WORKBOOK.xlsx"},
    {"Bewaar de werkmap: zij is de grond van de koppelingen, en elke volgende keer nodig.",
     "Keep the workbook: the links rest on it, and every next run needs it."},
}};

struct ChoiceMessages {
  Words title{"Geen besluit", "No decision"};
  Words text{"Kies een van de woorden uit de lijst, of laat de cel leeg.", "Choose one of the words of the list, or leave the cell empty."};
};

}  // namespace srgconv::review
