// DATA-0xx: rules held against data before they are used. Counted per column or rule, never per row.
#include <array>

#include "diagnostics/diagnostics.hpp"

namespace srgconv {
namespace {

constexpr auto rows = std::to_array<Message>({
    // What kind of file it is
    {"DATA-001", Severity::error,
     "dit lijkt een export voor '{import}' ({found} van {declared} kolommen van formaat '{format}'), niet voor formaat '{format_at_hand}' ({found_at_hand} van "
     "{declared_at_hand})",
     "this looks like an export for '{import}' ({found} of {declared} columns of format '{format}'), not for format '{format_at_hand}' ({found_at_hand} of "
     "{declared_at_hand})",
     "kijk of dit het goede bestand is; is dit uw leverancier, schrijf dan: import '{import}', en gebruik mapping {mapping}",
     "check that this is the right file; if this is your supplier, write: import '{import}', and use mapping {mapping}"},
    {"DATA-002", Severity::error, "de regels hebben geen mapping die dit bestand kan lezen", "the rules have no mapping that could read this file",
     "schrijf een mapping, of importeer er een: import 'voorbeeld-a'", "write a mapping, or import one: import 'voorbeeld-a'",
     "het bestand past bij een mapping die meekomt; schrijf: import '{suggestion}'",
     "the file fits a mapping that comes with the program; write: import '{suggestion}'"},
    {"DATA-009", Severity::error,
     "dit bestand past bij formaat '{format}' ({found} van {declared} kolommen), niet bij formaat '{format_at_hand}' waarmee de overgang het leest "
     "({found_at_hand} van {declared_at_hand})",
     "this file fits format '{format}' ({found} of {declared} columns), not format '{format_at_hand}' by which the transition reads it ({found_at_hand} of "
     "{declared_at_hand})",
     "verwissel de bestanden, of schrijf in de overgang: using {mapping}", "swap the files, or write in the transition: using {mapping}"},
    // Words and codes
    {"DATA-003", Severity::warning,
     "woorden in '{column}' staan niet (of niet voor die dag) in codetabel '{table}' en wijzen hun rijen af (rijen: {rows}): {words}",
     "words in '{column}' are not (or not for that day) in code table '{table}' and reject their rows (rows: {rows}): {words}",
     "zet elk woord in de tabel, of laat het zo als deze rijen echt niet mee kunnen",
     "put each word into the table, or leave it if these rows really cannot take part"},
    {"DATA-004", Severity::note, "woorden in '{column}' staan niet in codetabel '{table}': hun rijen worden overgeslagen (rijen: {rows}): {words}",
     "words in '{column}' are not in code table '{table}': their rows are skipped (rows: {rows}): {words}",
     "kijk of er een woord bij is dat wel bij de SRG hoort, en zet dat in de tabel", "look for a word that does belong to SRG, and put it into the table"},
    {"DATA-005", Severity::note, "woorden in '{column}' staan niet in codetabel '{table}' en worden leeg (rijen: {rows}): {words}",
     "words in '{column}' are not in code table '{table}' and become empty (rows: {rows}): {words}",
     "kijk of er een woord bij is dat wel een code heeft, en zet dat in de tabel", "look for a word that does have a code, and put it into the table"},
    {"DATA-006", Severity::warning,
     "woorden in '{column}' staan niet in codetabel '{table}' en niet in lijst '{list}' van het pakket; dat wijst hun rijen af (rijen: {rows}): {words}",
     "words in '{column}' are neither in code table '{table}' nor in the pack's list '{list}', which rejects their rows (rows: {rows}): {words}",
     "zet elk woord in de tabel, of laat het zo als deze rijen echt niet mee kunnen",
     "put each word into the table, or leave it if these rows really cannot take part"},
    {"DATA-007", Severity::note, "woorden in '{column}' staan niet in codetabel '{table}' en krijgen code '{code}' (rijen: {rows}): {words}",
     "words in '{column}' are not in code table '{table}' and get code '{code}' (rows: {rows}): {words}",
     "kijk of er een woord bij is dat een andere code hoort te krijgen, en zet dat in de tabel",
     "look for a word that should get another code, and put it into the table"},
    {"DATA-008", Severity::warning, "waarden voor veld '{field}' staan niet in lijst '{list}' van het pakket; dat wijst hun rijen af (rijen: {rows}): {words}",
     "values for field '{field}' are not in the pack's list '{list}', which rejects their rows (rows: {rows}): {words}", "vertaal ze met een codetabel",
     "translate them with a code table"},
    // Dates and numbers
    {"DATA-010", Severity::warning, "waarden in '{column}' zijn geen datum volgens '{pattern}' (waarden: {count}); ze zien eruit als {shapes}",
     "values in '{column}' are no date by '{pattern}' (values: {count}); they look like {shapes}",
     "9 is een cijfer, a een letter: pas het patroon in de regel aan, of herstel de waarden in het bronsysteem",
     "9 is a digit, a is a letter: change the pattern in the rule, or correct the values in the source system"},
    {"DATA-011", Severity::warning, "datums in '{column}' bestaan niet (waarden: {count}; gelezen als '{pattern}')",
     "dates in '{column}' do not exist (values: {count}; read as '{pattern}')", "kijk of dag en maand zijn verwisseld; herstel ze anders in het bronsysteem",
     "check that day and month are not swapped; otherwise correct them in the source system"},
    {"DATA-012", Severity::warning, "datums in '{column}' zijn onvolledig (waarden: {count}); ze zien eruit als {shapes}",
     "dates in '{column}' are incomplete (values: {count}); they look like {shapes}",
     "vul ze aan in het bronsysteem, of sta ze toe met partial_date(...) of 'partial'",
     "complete them in the source system, or allow them with partial_date(...) or 'partial'"},
    {"DATA-013", Severity::warning, "waarden in '{column}' zijn geen getal zoals de regel het leest (waarden: {count}); ze zien eruit als {shapes}",
     "values in '{column}' are no number as the rule reads it (values: {count}); they look like {shapes}",
     "9 is een cijfer, a een letter: pas het decimaalteken in de regel aan, of herstel de waarden in het bronsysteem",
     "9 is a digit, a is a letter: change the decimal sign in the rule, or correct the values in the source system"},
    {"DATA-014", Severity::warning, "waarden in '{column}' zijn geen maand volgens '{pattern}' (waarden: {count}); ze zien eruit als {shapes}",
     "values in '{column}' are no month by '{pattern}' (values: {count}); they look like {shapes}",
     "9 is een cijfer, a een letter: pas het patroon in de regel aan, of herstel de waarden in het bronsysteem",
     "9 is a digit, a is a letter: change the pattern in the rule, or correct the values in the source system"},
    {"DATA-015", Severity::warning, "codes in '{column}' staan niet in lijst '{list}' van het pakket, of hebben daar geen rol (waarden: {count})",
     "codes in '{column}' are not in the pack's list '{list}', or have no role there (values: {count})",
     "herstel ze in de bron, of vul de codelijst van het pakket aan", "correct them in the source, or complete the pack's code list"},
    // What would become of the rows
    {"DATA-020", Severity::warning, "deze regel wijst rijen af (rijen: {rows}; reden {message})", "this rule rejects rows (rows: {rows}; reason {message})",
     "herstel de rijen in het bronsysteem, of pas de regel aan", "correct the rows in the source system, or change the rule"},
    {"DATA-021", Severity::warning, "deze regel wijst rijen af (rijen: {rows}) om wat in '{column}' staat: {words}",
     "this rule rejects rows (rows: {rows}) for what stands in '{column}': {words}",
     "noem de waarden die wel mee kunnen in de regel, of herstel de rijen in het bronsysteem",
     "name the values that may take part in the rule, or correct the rows in the source system"},
    {"DATA-022", Severity::note, "deze regel slaat rijen over (rijen: {rows})", "this rule skips rows (rows: {rows})",
     "dit is zo bedoeld door de regel; kijk of het aantal klopt", "the rule means it so; check that the number is right"},
    {"DATA-023", Severity::note, "deze regel slaat rijen over (rijen: {rows}) om wat in '{column}' staat: {words}",
     "this rule skips rows (rows: {rows}) for what stands in '{column}': {words}", "dit is zo bedoeld door de regel; kijk of het aantal klopt",
     "the rule means it so; check that the number is right"},
    {"DATA-024", Severity::warning, "mapping '{mapping}' vraagt naar de berichtgever, en geen overgang zegt wie dat is: er is gerekend met 0000",
     "mapping '{mapping}' asks for the sender, and no transition says who that is: 0000 was taken",
     "geef het regelbestand met de overgang die dit bestand noemt", "give the rule file with the transition that names this file"},
    {"DATA-025", Severity::warning, "mapping '{mapping}' vraagt naar de maand, en die is hier niet bekend: zij was leeg",
     "mapping '{mapping}' asks for the month, which is not known here: it was empty",
     "lees de meldingen over rijen van deze mapping met dat in gedachten; bij het omzetten is de maand er wel",
     "read the messages about rows of this mapping with that in mind; when converting, the month is there"},
    // Tables
    {"DATA-030", Severity::note, "woorden van codetabel '{table}' komen in dit bestand niet voor: {words}",
     "words of code table '{table}' do not occur in this file: {words}", "dat mag; kijk of een woord anders geschreven is dan in de data",
     "that may be; check that no word is spelled otherwise than in the data"},
    // Labels
    {"DATA-040", Severity::note, "door deze regel", "by this rule", "zie de regel", "see the rule"},
    {"DATA-041", Severity::note, "in deze codetabel", "in this code table", "zie de tabel", "see the table"},
});

}  // namespace

std::span<const Message> data_messages() { return rows; }

}  // namespace srgconv
