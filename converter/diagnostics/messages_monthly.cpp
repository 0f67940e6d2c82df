// VER-19x and VER-20x: what is found in monthly deliveries, each by itself and from month to month.
#include <array>

#include "diagnostics/diagnostics.hpp"

namespace srgconv {
namespace {

constexpr auto rows = std::to_array<Message>({
    {"VER-190", Severity::error, "niet beoordeeld: van deze levering zijn berichtgever en maand niet te lezen",
     "not assessed: the sender and month of this delivery cannot be read", "herstel eerst de kop van de levering", "correct the header of the delivery first"},
    {"VER-191", Severity::warning, "het registratienummer van {key} bevat het BSN van de persoon",
     "the registration number of {key} holds the BSN of the person",
     "laat de leverancier nummers maken waarin geen persoonsgegevens staan; wijzigen de nummers, lever dan een conversiebestand",
     "have the supplier make numbers without personal data; when the numbers change, deliver a conversion file"},
    {"VER-192", Severity::error, "in de levering van {sender} over {month} staat geen enkele voorziening",
     "there is not one provision in the delivery of {sender} for {month}", "lever die maand opnieuw met alle voorzieningen die liepen, begonnen of eindigden",
     "redeliver that month with all provisions that ran, started or ended"},
    {"VER-193", Severity::warning, "van {sender} is er geen levering over {month}; wel over {before} en {after}",
     "there is no delivery of {sender} for {month}, but there is for {before} and {after}",
     "geef de ontbrekende levering mee; is die nooit gedaan, lever haar dan alsnog", "give the missing delivery; if it was never made, make it now"},
    {"VER-194", Severity::warning, "{key} liep aan het einde van {last} en staat niet in de levering van {month}",
     "{key} was running at the end of {last} and is not in the delivery of {month}",
     "lever de voorziening opnieuw, met einddatum als zij is beëindigd; zijn de nummers gewijzigd, lever dan een conversiebestand",
     "deliver the provision again, with its end date if it ended; if the numbers changed, deliver a conversion file"},
    {"VER-195", Severity::warning, "voor {key} is het in {month} niet te zeggen: tussen {last} en {month} ontbreken leveringen",
     "for {key} it cannot be said in {month}: deliveries between {last} and {month} are missing", "geef de ontbrekende leveringen mee",
     "give the missing deliveries"},
    {"VER-196", Severity::warning, "{key} was volgens {last} beëindigd op {end} en loopt in {month} weer",
     "{key} had ended on {end} according to {last} and is running again in {month}",
     "herstel de einddatum met een herlevering, of geef een nieuwe voorziening een nieuw nummer",
     "correct the end date with a redelivery, or give a new provision a new number"},
    {"VER-197", Severity::warning, "{key} liep in {last}, was daarna weg en is in {month} terug",
     "{key} was running in {last}, was away after that and is back in {month}",
     "lever de maanden ertussen opnieuw; een lopende voorziening hoort in elke levering",
     "redeliver the months between; a running provision belongs in every delivery"},
    {"VER-198", Severity::warning, "voor {key} is het in {month} niet te zeggen: van datum {date} is een deel niet bekend",
     "for {key} it cannot be said in {month}: a part of date {date} is not known", "vul de datum in het bronsysteem aan",
     "complete the date in the source system"},
    {"VER-199", Severity::warning, "{key} hoort in {month} bij een ander BSN dan in {last}", "{key} belongs to another BSN in {month} than in {last}",
     "geef een nieuwe persoon een nieuw nummer; is het BSN verbeterd, dan kan dit kloppen",
     "give a new person a new number; if the BSN was corrected, this can be right"},
    {"VER-200", Severity::warning, "het type van {key} is {new} in {month} en was {old} in {last}",
     "the type of {key} is {new} in {month} and was {old} in {last}",
     "geef een andere voorziening een nieuw nummer en beëindig de oude; was het type fout, lever dan de eerdere maanden opnieuw",
     "give another provision a new number and end the old one; if the type was wrong, redeliver the earlier months"},
    {"VER-201", Severity::warning, "de begindatum van {key} is {new} in {month} en was {old} in {last}",
     "the start date of {key} is {new} in {month} and was {old} in {last}", "controleer de begindatum; geef een nieuwe voorziening een nieuw nummer",
     "check the start date; give a new provision a new number"},
    {"VER-202", Severity::warning, "de einddatum van {key} was in {last} al voorbij ({old}) en is in {month} {new}",
     "the end date of {key} had passed in {last} ({old}) and is {new} in {month}", "controleer de einddatum en lever zo nodig de eerdere maanden opnieuw",
     "check the end date and redeliver the earlier months where needed"},
    {"VER-203", Severity::warning, "{key} begon op {date} en is pas in {month} voor het eerst geleverd",
     "{key} started on {date} and was first delivered only in {month}",
     "lever een voorziening binnen 3 maanden na haar begin; deze telt alleen mee voor onderzoek",
     "deliver a provision within 3 months of its start; this one counts for research only"},
    {"VER-204", Severity::warning, "{key} eindigde op {date} en dat is pas in {month} geleverd", "{key} ended on {date} and that was delivered only in {month}",
     "lever een einddatum binnen 3 maanden; deze telt alleen mee voor onderzoek", "deliver an end date within 3 months; this one counts for research only"},
    {"VER-205", Severity::error, "het BSN bij {key} voldoet niet aan de elfproef", "the BSN of {key} fails the 11-test",
     "verbeter het BSN in het bronsysteem en lever de maand opnieuw", "correct the BSN in the source system and redeliver the month"},
    {"VER-206", Severity::warning, "{key} en {other} hebben in {month} dezelfde persoon, hetzelfde type en dezelfde begindatum",
     "{key} and {other} have the same person, type and start date in {month}",
     "lever een voorziening onder één nummer; zijn het er twee, controleer dan de gegevens",
     "deliver a provision under one number; if there are two, check the facts"},
    {"VER-207", Severity::warning, "{key} (type {type}) en {other} (type {other_type}) lopen bij één persoon {days} dagen of langer tegelijk",
     "{key} (type {type}) and {other} (type {other_type}) run at the same time for one person, for {days} days or more",
     "controleer of beide voorzieningen kloppen en beëindig wat voorbij is", "check whether both provisions are right and end what is over"},
    {"VER-208", Severity::warning, "de persoon van {key} is aan het einde van {month} AOW-gerechtigd en de voorziening loopt nog",
     "the person of {key} has state-pension age at the end of {month} and the provision is still running",
     "beëindig de voorziening in het bronsysteem, of controleer de geboortedatum", "end the provision in the source system, or check the date of birth"},
    {"VER-209", Severity::warning, "of de persoon van {key} aan het einde van {month} AOW-gerechtigd is, is niet te zeggen",
     "whether the person of {key} has state-pension age at the end of {month} cannot be said",
     "vul het bestand met geboortedatums aan met deze persoon, of met de hele datum",
     "complete the file with dates of birth with this person, or with the whole date"},
});

}  // namespace

std::span<const Message> monthly_messages() { return rows; }

}  // namespace srgconv
