// MAP-050 and on: what becomes of a row, and the checks every provision passes.
#include <array>

#include "diagnostics/diagnostics.hpp"

namespace srgconv {
namespace {

constexpr auto rows = std::to_array<Message>({
    {"MAP-050", Severity::note, "overgeslagen: {reason}", "skipped: {reason}",
     "dit is zo bedoeld door de regel; pas de 'skip'-regel aan als de rij wel mee moet",
     "the rule means it so; change the 'skip' rule if the row should be used"},
    {"MAP-051", Severity::warning, "afgewezen: {reason}", "rejected: {reason}", "herstel de rij in het bronsysteem en maak de export opnieuw",
     "correct the row in the source system and export again"},
    {"MAP-052", Severity::warning, "het verplichte veld '{field}' is leeg", "the required field '{field}' is empty",
     "vul het gegeven in het bronsysteem in, of geef in de mapping aan waar het staat",
     "record the value in the source system, or let the mapping say where it stands"},
    {"MAP-053", Severity::warning, "de voorwaarde van het verplichte veld '{field}' geldt niet, dus het blijft leeg",
     "the condition of the required field '{field}' does not hold, so it stays empty",
     "sla zulke rijen over met 'skip when ... because', of geef het veld in alle gevallen een waarde",
     "skip such rows with 'skip when ... because', or give the field a value in every case"},
    {"MAP-054", Severity::note, "overgeslagen: een latere levering van dezelfde maand vervangt dit bestand",
     "skipped: a later delivery of the same month replaces this file",
     "er is niets te doen; verwijder het vervangen bestand uit de bron als het niet meer nodig is",
     "nothing to do; take the replaced file out of the source if it is no longer needed"},
    {"MAP-055", Severity::warning, "het registratienummer kwam met andere gegevens al voor in {file}, regel {line}",
     "the registration number occurred already with other facts in {file}, line {line}",
     "een nummer hoort bij een voorziening; maak het in de mapping uniek of herstel het bronsysteem",
     "a number belongs to one provision; make it unique in the mapping or correct the source system"},
    {"MAP-060", Severity::warning, "het BSN heeft geen negen cijfers", "the BSN does not have nine digits",
     "vul voorloopnullen aan met pad_left(digits(KOLOM), 9, '0') als het bronsysteem ze weglaat; herstel anders het BSN in het bronsysteem",
     "add leading zeros with pad_left(digits(COLUMN), 9, '0') where the source leaves them out; otherwise correct the BSN in the source system"},
    {"MAP-061", Severity::warning, "het BSN bestaat uit nullen en is dus niet ingevuld", "the BSN is all zeros, so it was not filled in",
     "zoek het BSN op en vul het in het bronsysteem in", "look the BSN up and record it in the source system"},
    {"MAP-062", Severity::warning, "het BSN voldoet niet aan de elfproef", "the BSN fails the 11-test",
     "controleer het BSN bij de persoon en herstel het in het bronsysteem", "check the BSN with the person and correct it in the source system"},
    {"MAP-063", Severity::warning, "het registratienummer bevat het BSN van de persoon zelf", "the registration number contains the person's own BSN",
     "bouw het nummer uit andere kolommen; een BSN in een registratienummer is een datalek",
     "build the number from other columns; a BSN inside a registration number is a data breach"},
    {"MAP-064", Severity::warning, "het registratienummer heeft {length} tekens; er mogen er {longest} zijn",
     "the registration number has {length} characters; {longest} are allowed", "kort het nummer in de mapping in op een manier die uniek blijft",
     "shorten the number in the mapping in a way that stays unique"},
    {"MAP-065", Severity::warning, "het registratienummer begint of eindigt met een spatie, of bevat een stuurteken",
     "the registration number begins or ends with a blank, or holds a control character", "gebruik trim(...) in de mapping als de spatie er niet bij hoort",
     "use trim(...) in the mapping if the blank does not belong to it"},
    {"MAP-066", Severity::warning, "code '{code}' van veld '{field}' staat niet in de codelijst van het formaat",
     "code '{code}' of field '{field}' is not in the format's code list", "vertaal de code in een codetabel van de mapping, of wijs haar daar af met een reden",
     "translate the code in a code table of the mapping, or reject it there with a reason"},
    {"MAP-067", Severity::warning, "code '{code}' van veld '{field}' geldt niet op de begindatum",
     "code '{code}' of field '{field}' is not valid on the start date", "controleer de begindatum, of gebruik de code die toen gold",
     "check the start date, or use the code that was valid then"},
    {"MAP-070", Severity::error, "een voorbeeld van mapping '{mapping}' geeft '{got}' in plaats van '{expected}'",
     "an example of mapping '{mapping}' gives '{got}' instead of '{expected}'", "verbeter de mapping of het voorbeeld", "correct the mapping or the example"},
    {"MAP-071", Severity::error, "een voorbeeld van mapping '{mapping}' geeft voor '{field}' de waarde '{got}' in plaats van '{expected}'",
     "an example of mapping '{mapping}' gives '{got}' for '{field}' instead of '{expected}'", "verbeter de mapping of het voorbeeld",
     "correct the mapping or the example"},
    {"MAP-072", Severity::warning, "geen voorbeeld van mapping '{mapping}' laat deze regel werken", "no example of mapping '{mapping}' makes this rule act",
     "voeg een voorbeeld toe met: expect skip, of expect reject", "add an example with: expect skip, or expect reject"},
    {"MAP-073", Severity::warning, "geen voorbeeld van mapping '{mapping}' splitst hier", "no example of mapping '{mapping}' splits here",
     "voeg een voorbeeld toe waarvoor deze voorwaarde geldt", "add an example for which this condition holds"},
    {"MAP-074", Severity::warning, "geen voorbeeld van mapping '{mapping}' vult dit veld: de voorwaarde geldt nooit",
     "no example of mapping '{mapping}' fills this field: the condition never holds", "voeg een voorbeeld toe waarvoor 'when' geldt",
     "add an example for which 'when' holds"},
    {"MAP-075", Severity::warning, "geen voorbeeld van mapping '{mapping}' komt in deze tak van 'case'",
     "no example of mapping '{mapping}' takes this branch of 'case'", "voeg een voorbeeld toe waarvoor deze tak geldt",
     "add an example for which this branch holds"},
    {"MAP-076", Severity::warning, "geen voorbeeld van mapping '{mapping}' gebruikt deze regel van de codetabel",
     "no example of mapping '{mapping}' uses this line of the code table", "voeg een voorbeeld met dit woord toe", "add an example with this word"},
    {"MAP-077", Severity::warning, "geen voorbeeld van mapping '{mapping}' heeft een woord dat niet in de codetabel staat",
     "no example of mapping '{mapping}' has a word that is not in the code table", "voeg een voorbeeld met een onbekend woord toe",
     "add an example with an unknown word"},
});

}  // namespace

std::span<const Message> row_messages() { return rows; }

}  // namespace srgconv
