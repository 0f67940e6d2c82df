// USE-0xx: the command line, keys and folders a person gives. PROF-0xx: exports of which nothing was declared.
#include <array>

#include "diagnostics/diagnostics.hpp"

namespace srgconv {
namespace {

constexpr auto rows = std::to_array<Message>({
    {"USE-001", Severity::error, "onbekend commando '{command}'", "unknown command '{command}'", "'srgconv --help' toont de commando's",
     "'srgconv --help' lists the commands", "bedoeld is misschien '{suggestion}'; 'srgconv --help' toont de commando's",
     "perhaps '{suggestion}' is meant; 'srgconv --help' lists the commands"},
    {"USE-002", Severity::error, "onbekende optie of overbodig argument '{option}'", "unknown option or superfluous argument '{option}'",
     "'srgconv {command} --help' toont wat kan", "'srgconv {command} --help' shows what is possible",
     "bedoeld is misschien '{suggestion}'; 'srgconv {command} --help' toont wat kan",
     "perhaps '{suggestion}' is meant; 'srgconv {command} --help' shows what is possible"},
    {"USE-003", Severity::error, "'{argument}' ontbreekt", "'{argument}' is missing", "'srgconv {command} --help' toont een voorbeeld",
     "'srgconv {command} --help' shows an example"},
    {"USE-004", Severity::error, "'{value}' is geen goede waarde voor {option}: verwacht wordt {expected}",
     "'{value}' is no good value for {option}: {expected} is expected", "'srgconv {command} --help' toont een voorbeeld",
     "'srgconv {command} --help' shows an example"},
    {"USE-005", Severity::error, "er is geen commando gegeven", "no command was given", "'srgconv --help' toont de commando's",
     "'srgconv --help' lists the commands"},
    {"USE-006", Severity::error, "'{key}' is geen sleutel", "'{key}' is no key",
     "een sleutel ziet eruit als 0363@202201/1001, of 0363@-/1001 voor de eerste nummering",
     "a key looks like 0363@202201/1001, or 0363@-/1001 for the first numbering", "noem ook de nummering, zoals in '{suggestion}'",
     "name the numbering too, as in '{suggestion}'"},
    {"USE-007", Severity::error, "sleutel '{key}' komt in deze uitvoer niet voor", "key '{key}' does not occur in this output",
     "vertaaltabel.csv in de uitvoermap noemt elke oude sleutel, met haar nieuwe",
     "vertaaltabel.csv in the output folder names every old key, with its new one",
     "bedoeld is misschien '{suggestion}'; vertaaltabel.csv in de uitvoermap noemt elke oude sleutel, met haar nieuwe",
     "perhaps '{suggestion}' is meant; vertaaltabel.csv in the output folder names every old key, with its new one"},
    {"USE-008", Severity::error, "de tabel van berichtgevers kent code '{code}' niet", "the table of senders does not know code '{code}'",
     "controleer de code; de tabel loopt tot {known_until}", "check the code; the table reaches to {known_until}",
     "bedoeld is misschien '{suggestion}'; de tabel loopt tot {known_until}", "perhaps '{suggestion}' is meant; the table reaches to {known_until}"},
    {"USE-009", Severity::error, "het sleutelbestand '{file}' is niet te lezen of korter dan 16 tekens",
     "the key file '{file}' cannot be read or is shorter than 16 characters", "geef een bestand met een geheim van ten minste 16 tekens, of laat --key weg",
     "give a file with a secret of at least 16 characters, or leave --key out"},
    {"USE-010", Severity::error, "de uitvoermap '{folder}' bestaat al en is niet leeg", "the output folder '{folder}' exists and is not empty",
     "kies een andere map, of vervang de inhoud met --force", "choose another folder, or replace its contents with --force"},
    {"USE-011", Severity::error, "de map '{folder}' is niet door srgconv gemaakt en wordt niet vervangen",
     "the folder '{folder}' was not made by srgconv and will not be replaced", "kies een nieuwe of lege map voor de uitvoer",
     "choose a new or empty folder for the output"},
    {"USE-012", Severity::error, "een andere srgconv schrijft nu naar '{folder}'", "another srgconv is writing to '{folder}' now",
     "wacht tot die klaar is, of kies een andere map", "wait until it has finished, or choose another folder"},
    {"USE-013", Severity::note, "er is een nieuwe sleutel voor pseudoniemen gemaakt: '{file}'", "a new key for pseudonyms was made: '{file}'",
     "bewaar dit bestand: met een andere sleutel krijgen personen andere pseudoniemen", "keep this file: with another key people get other pseudonyms"},
    {"USE-014", Severity::error, "er kan geen sleutel voor pseudoniemen worden gemaakt in '{file}'", "no key for pseudonyms can be made in '{file}'",
     "geef een sleutelbestand met --key", "give a key file with --key"},
    {"USE-020", Severity::warning, "dit bestand heeft een andere opmaak dan de vaste", "this file is laid out otherwise than it should be",
     "voer uit: srgconv rules format --write, en het bestand", "run: srgconv rules format --write, and the file"},
    {"USE-021", Severity::error, "'{option}' hoort bij 'rules {owner}', niet bij 'rules {action}'",
     "'{option}' belongs to 'rules {owner}', not to 'rules {action}'", "laat de optie weg", "leave the option out"},
    {"USE-022", Severity::error, "'rules {action}' bestaat niet", "there is no 'rules {action}'",
     "schrijf: rules check, rules format, rules test of rules document", "write: rules check, rules format, rules test or rules document",
     "een woord dat erop lijkt is '{suggestion}'", "a similar word is '{suggestion}'"},
    {"USE-023", Severity::error, "het bestand '{file}' bestaat al", "the file '{file}' exists already", "kies een andere naam, of vervang het met --force",
     "choose another name, or replace it with --force"},
    {"USE-024", Severity::error, "de bestanden zijn op {count} manieren opgebouwd; eerste regels kunnen maar over één manier gaan",
     "the files are made in {count} different ways; first rules can only be about one", "geef alleen de bestanden die bij elkaar horen",
     "give only the files that belong together"},
    {"USE-025", Severity::error, "er zijn geen rijen of records gevonden om regels voor te maken", "no rows or records were found to make rules for",
     "geef een export waarin voorzieningen staan", "give an export that holds provisions"},
    {"USE-026", Severity::error, "'{file}' is zelf een van de bestanden van de export", "'{file}' is itself one of the files of the export",
     "geef bij --draft een nieuw bestand op, zoals mijn-mapping.rules", "give a new file to --draft, such as my-mapping.rules"},
    {"USE-027", Severity::error, "in de map '{folder}' staan geen bestanden", "the folder '{folder}' holds no files",
     "noem de map waarin de export staat, of het bestand zelf", "name the folder that holds the export, or the file itself"},
    {"PROF-001", Severity::error, "dit bestand is geen tekst: het heeft bytes die in geen van de coderingen bestaan",
     "this file is no text: it has bytes that none of the encodings has", "laat het systeem een CSV- of XML-bestand maken, en geef dat",
     "let the system make a CSV or XML file, and give that"},
    {"PROF-002", Severity::error, "dit is een ingepakt bestand of een rekenblad (zip, xlsx)", "this is a packed file or a spreadsheet (zip, xlsx)",
     "pak het uit, of sla het rekenblad op als CSV (UTF-8), en geef dat bestand", "unpack it, or save the spreadsheet as CSV (UTF-8), and give that file"},
    {"PROF-003", Severity::error, "dit bestand is leeg", "this file is empty", "controleer of de export gelukt is", "check whether the export succeeded"},
});

}  // namespace

std::span<const Message> usage_messages() { return rows; }

}  // namespace srgconv
