// CASE-0xx: a case as a whole, its files and their months.
#include <array>

#include "diagnostics/diagnostics.hpp"

namespace srgconv {
namespace {

constexpr auto rows = std::to_array<Message>({
    {"CASE-001", Severity::error, "het regelbestand heeft geen 'transition'", "the rule file has no 'transition'",
     "beschrijf de overgang met 'transition NAAM {{ ... }}'; docs/rule-language.md heeft een voorbeeld",
     "describe the transition with 'transition NAME {{ ... }}'; docs/rule-language.md has an example"},
    {"CASE-002", Severity::error, "het regelbestand heeft {count} overgangen; srgconv zet er een per keer om",
     "the rule file has {count} transitions; srgconv converts one at a time", "geef elke overgang een eigen regelbestand",
     "give each transition a rule file of its own"},
    {"CASE-003", Severity::error, "het regelbestand haalt geen formaatpakket binnen", "the rule file imports no format pack",
     "begin het bestand met import 'srg-2026'", "begin the file with import 'srg-2026'"},
    {"CASE-004", Severity::error, "formaatpakket '{pack}' heeft geen formaten 'levering' en 'conversie'",
     "format pack '{pack}' has no formats 'levering' and 'conversie'", "vul formats.rules van het pakket aan", "complete the pack's formats.rules"},
    {"CASE-005", Severity::error, "de map '{folder}' bevat geen XML-bestand", "the folder '{folder}' holds no XML file",
     "geef de map of de bestanden met de leveringen", "give the folder or the files with the deliveries"},
    {"CASE-010", Severity::error, "geen enkel bestand past op '{pattern}'", "no file fits '{pattern}'",
     "controleer de map en de naam; het pad telt vanaf de map van het regelbestand",
     "check the folder and the name; the path counts from the rule file's folder"},
    {"CASE-011", Severity::error, "de maand van dit bestand is niet te vinden: formaat '{format}' heeft geen bruikbare maand in de kop",
     "the month of this file cannot be found: format '{format}' has no usable month in its header",
     "zeg het in de overgang: month from file name 'yyyymm', of as snapshot 2021-12-31",
     "say it in the transition: month from file name 'yyyymm', or as snapshot 2021-12-31"},
    {"CASE-012", Severity::error, "de bestandsnaam bevat {count} maanden van de vorm '{pattern}'; het moet er precies een zijn",
     "the file name holds {count} months of the form '{pattern}'; it must be exactly one",
     "noem het bestand naar zijn maand, of gebruik as snapshot met een datum", "name the file after its month, or use as snapshot with a date"},
    {"CASE-013", Severity::error, "de kop noemt berichtgever {found}, de overgang {declared}", "the header names sender {found}, the transition {declared}",
     "zet het bestand bij de juiste berichtgever, of herstel de code in de overgang",
     "put the file with the right sender, or correct the code in the transition"},
    {"CASE-014", Severity::error, "'{first}' en '{second}' zijn beide de levering van {sender} over {month}, en niets zegt welke geldt",
     "'{first}' and '{second}' are both the delivery of {sender} for {month}, and nothing says which holds",
     "zet in de overgang: order '{first}', '{second}' because '...' (de laatste geldt), of laat er een weg",
     "write in the transition: order '{first}', '{second}' because '...' (the last one holds), or leave one out"},
    {"CASE-015", Severity::error, "van berichtgever {sender} is er geen maand voor {transition}", "sender {sender} has no month before {transition}",
     "voeg de laatste levering of export van voor de overgang toe", "add the last delivery or export from before the transition"},
    {"CASE-016", Severity::error, "'{file}' is een oude levering over {month}, terwijl de nieuwe nummers ingaan met {transition}",
     "'{file}' is an old delivery for {month}, while the new numbers begin with {transition}",
     "laat leveringen van na de overgang weg, of verklaar dat er parallel is geleverd: overlap '{sender}' {month} because '...'",
     "leave out deliveries from after the transition, or declare that both delivered: overlap '{sender}' {month} because '...'"},
    {"CASE-017", Severity::error, "berichtgever {sender} leverde het laatst over {last}; {missing} ontbreekt voor de overgang in {transition}",
     "sender {sender} delivered last for {last}; {missing} is missing before the transition in {transition}",
     "voeg de levering toe, of verklaar het gat: gap '{sender}' {missing} because '...'",
     "add the delivery, or declare the gap: gap '{sender}' {missing} because '...'"},
    {"CASE-018", Severity::warning, "het gat van berichtgever {sender} noemt maanden die geen gat zijn; de laatste levering is van {last}",
     "the gap of sender {sender} names months that are no gap; the last delivery is for {last}", "pas de maanden van 'gap' aan", "correct the months of 'gap'"},
    {"CASE-019", Severity::error, "de eerste levering van {sender} over {month} ontbreekt", "the first delivery of {sender} for {month} is missing",
     "voeg de levering van de maand van de overgang toe; zonder haar is niets te koppelen",
     "add the delivery of the month of the transition; without it nothing can be linked"},
    {"CASE-021", Severity::error, "'order' noemt '{file}', maar dat is geen levering van deze overgang",
     "'order' names '{file}', which is no delivery of this transition",
     "controleer de naam; hij telt vanaf de map van het regelbestand, zoals bij 'delivered' en 'new'",
     "check the name; it counts from the rule file's folder, as with 'delivered' and 'new'"},
    {"CASE-030", Severity::note, "nog {count} rijen van dit bestand zijn afgewezen met {code}", "{count} more rows of this file were rejected with {code}",
     "rejected.csv heeft ze alle, met hun regel", "rejected.csv has all of them, with their rule"},
    {"CASE-031", Severity::note, "deze regel wees de rij af", "this rule rejected the row", "zie de rij", "see the row"},
    {"CASE-056", Severity::note, "'{written}' is gelezen als {key}: het rekenblad heeft voorloopnullen weggelaten",
     "'{written}' was read as {key}: the spreadsheet left zeros at the beginning out", "niets: de code van de regel is beslissend",
     "nothing: the code of the line decides"},
    {"CASE-057", Severity::warning, "in dit bestand staat geen enkel besluit", "this file holds no decision at all",
     "vul in kolom decision in: koppelen, niet koppelen, vervallen of later; of laat het bestand weg",
     "fill in under decision: link, no-link, drop or later; or leave the file out"},
    {"CASE-059", Severity::warning, "volgens de regels gaat {old} naar berichtgever {sender}, maar dit besluit koppelt haar aan {new}; dat is niet toegepast",
     "by the rules {old} goes to sender {sender}, but this decision links it with {new}; that was not applied",
     "pas de regel of lijst met berichtgevers aan als het besluit klopt; kies anders een voorziening van {sender}",
     "correct the rule or list of senders if the decision is right; otherwise choose a provision of {sender}"},
    {"CASE-058", Severity::warning, "{old} vervalt volgens dit besluit, maar er staat geen reden bij; {old} blijft open",
     "{old} is dropped by this decision, but it gives no reason; {old} stays open", "schrijf in kolom why waarom de voorziening vervalt",
     "write under why for what reason the provision is dropped"},
});

}  // namespace

std::span<const Message> case_messages() { return rows; }

}  // namespace srgconv
