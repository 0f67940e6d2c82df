// What goes on between several senders: CASE-04x about a transition and the lineage, RECO-03x about where provisions go, VER-15x about files of one transition.
#include <array>

#include "diagnostics/diagnostics.hpp"

namespace srgconv {
namespace {

constexpr auto rows = std::to_array<Message>({
    // The transition and the lineage of senders
    {"CASE-040", Severity::warning, "'overlap' noemt {month}, maar van {sender} is er over die maand geen oude levering van in of na {transition}",
     "'overlap' names {month}, but there is no old delivery of {sender} for that month in or after {transition}", "pas de maanden van 'overlap' aan",
     "correct the months of 'overlap'"},
    {"CASE-041", Severity::error, "{new} is geen opvolger van {old}; bekende opvolgers: {known}", "{new} does not succeed {old}; known successors: {known}",
     "controleer de codes van de berichtgevers en de maand van de overgang; klopt de lijst niet, werk dan senders.csv van het formaatpakket bij",
     "check the codes of the senders and the month of the transition; where the list is wrong, bring senders.csv of the format pack up to date"},
    {"CASE-042", Severity::error, "{new} is in {month} nog niet de opvolger van {old}; bekende opvolgers: {known}",
     "in {month} {new} is not yet the successor of {old}; known successors: {known}",
     "neem als maand de eerste verslagmaand die de opvolger levert: die van de gebeurtenis of een latere",
     "take as the month the first report month that the successor delivers: that of the event or a later one"},
    {"CASE-043", Severity::error, "{old} bestaat niet meer sinds {end}, maar zou over {month} nog zelf geleverd hebben; bekende opvolgers: {known}",
     "{old} no longer exists since {end}, but is said to have delivered for {month} itself; known successors: {known}",
     "controleer de maanden van de oude leveringen, of noem de opvolger die deze maand leverde",
     "check the months of the old deliveries, or name the successor that delivered that month"},
    {"CASE-044", Severity::error, "{old} ging op {date} ook over in {successor}, maar die ontbreekt bij de nieuwe berichtgevers; bekende opvolgers: {known}",
     "{old} passed into {successor} too on {date}, which is missing among the new senders; known successors: {known}",
     "voeg de levering van {successor} toe met new, ook als er niets heen gaat; klopt de lijst niet, werk dan senders.csv van het formaatpakket bij",
     "add the delivery of {successor} with new, also when nothing goes there; where the list is wrong, bring senders.csv of the format pack up to date"},
    {"CASE-045", Severity::error, "{new} volgt in {month} geen van de oude berichtgevers op; bekende voorgangers: {known}",
     "{new} succeeds none of the old senders in {month}; known predecessors: {known}",
     "haal deze nieuwe berichtgever weg, of noem de oude berichtgever waaruit hij voortkomt met old",
     "remove this new sender, or name the old sender that it comes from with old"},
    // Where provisions go
    {"RECO-030", Severity::warning, "van {old} zegt geen regel of lijst naar welke nieuwe berichtgever de voorziening gaat",
     "no rule or list says to which new sender {old} goes",
     "vul de lijst aan, voeg een regel new.sender = ... toe, of beslis zelf bij welke nieuwe voorziening zij hoort",
     "complete the list, add a rule new.sender = ..., or decide yourself to which new provision it belongs"},
    {"RECO-031", Severity::error, "{old} gaat volgens deze regel of lijst naar '{sender}', maar dat is geen nieuwe berichtgever voor deze voorziening",
     "by this rule or list {old} goes to '{sender}', which is no new sender for this provision",
     "kies uit {senders}, of noem de levering van '{sender}' in de overgang met new",
     "choose from {senders}, or name the delivery of '{sender}' in the transition with new"},
    {"RECO-032", Severity::warning, "de lijst geeft oud nummer '{id}' in {count} regels verschillende nieuwe berichtgevers; die regels tellen niet mee",
     "the list gives old number '{id}' different new senders in {count} lines; those lines are not used",
     "zoek uit naar welke berichtgever de voorziening gaat, en laat één regel over", "find out to which sender the provision goes, and leave one line"},
    {"RECO-033", Severity::warning,
     "{old}: in de levering van {sender} over {month} hoort dit nummer bij een andere voorziening ({fields} verschilt); zij blijft open",
     "{old}: in the delivery of {sender} for {month} this number belongs to another provision ({fields} differs); it stays open",
     "een berichtgever die doorgaat mag een nummer niet opnieuw uitgeven: laat het nummer of de gegevens herstellen",
     "a sender that goes on may not give a number out again: have the number or the facts corrected"},
    {"RECO-034", Severity::warning, "deze regel van de lijst laat {old} naar {sender} gaan, maar een eerdere stap zegt {other}; de regel telt niet mee",
     "this line of the list takes {old} to {sender}, but an earlier step says {other}; the line is not used",
     "zoek uit welke van de twee klopt, en pas de lijst of de eerdere stap aan", "find out which of the two is right, and adjust the list or the earlier step"},
    {"RECO-035", Severity::warning, "{old} gaat niet door bij {sender}, maar staat nog wel in zijn levering over {month}",
     "{old} does not go on at {sender}, but still stands in its delivery for {month}",
     "laat {sender} de voorziening niet meer leveren, of pas de overgang aan: anders telt het CBS haar dubbel of loopt zij door na haar einde",
     "let {sender} deliver the provision no more, or adjust the transition: else CBS counts it twice, or it goes on after its end"},
    {"RECO-036", Severity::warning, "{old} blijft bij {sender}, maar staat niet in zijn levering over {month}",
     "{old} stays with {sender}, but does not stand in its delivery for {month}",
     "is de voorziening beëindigd, lever dan de einddatum na; anders hoort zij in die levering te staan",
     "if the provision has ended, deliver the end date; otherwise it should stand in that delivery"},
    // The files of one transition
    {"VER-150", Severity::error, "maand of reden in de kop verschilt van die in {other}, een bestand van dezelfde overgang",
     "month or reason in the header differs from {other}, a file of the same change", "geef alleen de conversiebestanden van een en dezelfde overgang samen",
     "give only the conversion files of one and the same change together"},
    {"VER-151", Severity::error, "{other} is ook al het conversiebestand van {sender}", "{other} is a conversion file of {sender} already",
     "geef van elke nieuwe berichtgever een bestand: het geldende", "give one file of every new sender: the one that holds"},
    {"VER-152", Severity::error, "de nieuwe sleutel {key} is van een andere berichtgever dan {sender}, die dit bestand levert",
     "the new key {key} is of another sender than {sender}, who submits this file", "zet de voorziening in het bestand van haar nieuwe berichtgever",
     "put the provision in the file of its new sender"},
    {"VER-153", Severity::error, "de oude sleutel {key} staat ook al in {other}, regel {line}", "the old key {key} stands in {other} already, line {line}",
     "zet elke oude voorziening in precies één van de conversiebestanden", "put every old provision in exactly one of the conversion files"},
    // Senders that go on
    {"VER-154", Severity::error, "{key} blijft volgens het bestand bij {sender}, maar staat niet in zijn levering over {month}",
     "{key} stays with {sender} by the file, but does not stand in its delivery for {month}",
     "neem op wat er met de voorziening gebeurde, of herstel de levering", "state what became of the provision, or correct the delivery"},
    {"VER-155", Severity::error,
     "{key} blijft volgens het bestand bij {sender}, maar hoort in zijn levering over {month} bij een andere persoon of een ander type",
     "{key} stays with {sender} by the file, but belongs to another person or type in its delivery for {month}",
     "een nummer mag niet opnieuw worden uitgegeven: herstel het nummer of de gegevens",
     "a number may not be given out again: correct the number or the facts"},
    {"VER-156", Severity::error, "de nieuwe sleutel {key} is al het nummer van {old}, een voorziening van dezelfde berichtgever",
     "the new key {key} is the number of {old} already, a provision of the same sender",
     "koppel aan het nieuwe nummer dat de voorziening bij de opvolger kreeg; gelijke nummers van twee berichtgevers zijn twee voorzieningen",
     "link with the new number that the provision got at the successor; equal numbers of two senders are two provisions"},
    {"VER-157", Severity::warning, "{key} wordt nog geleverd, terwijl {old} volgens het bestand '{relation}' is",
     "{key} is still delivered, while {old} is '{relation}' by the file",
     "laat de oude berichtgever de voorziening niet meer leveren, of pas het conversiebestand aan: anders telt het CBS haar dubbel",
     "let the old sender deliver the provision no more, or adjust the conversion file: else CBS counts it twice"},
    {"VER-158", Severity::error, "{sender} gaat door met de eigen nummers, maar de nieuwe sleutel {key} heeft een andere nummering dan {numbering}",
     "{sender} goes on with its own numbers, but the new key {key} has another numbering than {numbering}",
     "gebruik voor deze berichtgever de nummering die hij al had", "use the numbering that this sender had already"},
    {"VER-159", Severity::warning, "{sender} leverde ook over {month}, naast de nieuwe berichtgever: die voorzieningen zijn dubbel geleverd",
     "{sender} delivered for {month} too, beside the new sender: those provisions were delivered twice",
     "laat het CBS weten welke van de twee leveringen geldt", "let CBS know which of the two deliveries holds"},
});

}  // namespace

std::span<const Message> sender_messages() { return rows; }

}  // namespace srgconv
