// MAP-001 to MAP-049: values that cannot be read, and expressions that cannot be evaluated. messages_row.cpp has MAP-050 and on.
#include <array>

#include "diagnostics/diagnostics.hpp"

namespace srgconv {
namespace {

constexpr auto rows = std::to_array<Message>({
    {"MAP-001", Severity::warning, "het verplichte gegeven '{column}' ontbreekt of is leeg", "the required value '{column}' is missing or empty",
     "vul het in het bronsysteem in, of maak het veld in het formaat 'optional'", "record it in the source system, or make the field 'optional' in the format"},
    {"MAP-002", Severity::warning, "de waarde in '{column}' is geen datum volgens '{pattern}'", "the value in '{column}' is no date by '{pattern}'",
     "vergelijk de waarde in de bron met het patroon in de regel", "compare the value in the source with the pattern in the rule"},
    {"MAP-003", Severity::warning, "de datum in '{column}' bestaat niet (gelezen als '{pattern}')",
     "the date in '{column}' does not exist (read as '{pattern}')", "herstel de datum in het bronsysteem", "correct the date in the source system"},
    {"MAP-004", Severity::warning, "de datum in '{column}' is onvolledig (gelezen als '{pattern}')",
     "the date in '{column}' is incomplete (read as '{pattern}')",
     "vul de datum aan in het bronsysteem, of sta onvolledige datums toe met partial_date(...) of 'partial'",
     "complete the date in the source system, or allow incomplete dates with partial_date(...) or 'partial'"},
    {"MAP-005", Severity::warning, "de waarde in '{column}' is geen getal met '{point}' voor de decimalen",
     "the value in '{column}' is no number with '{point}' before the decimals",
     "vergelijk de waarde in de bron met het decimaalteken in de regel; scheidingstekens voor duizendtallen mogen niet",
     "compare the value in the source with the decimal sign in the rule; separators of thousands are not allowed"},
    {"MAP-006", Severity::warning, "de code in '{column}' staat niet in de lijst '{list}', of heeft daar geen rol",
     "the code in '{column}' is not in the list '{list}', or has no role there", "herstel de code in de bron, of vul de codelijst van het pakket aan",
     "correct the code in the source, or complete the pack's code list"},
    {"MAP-007", Severity::warning, "de waarde in '{column}' is geen maand volgens '{pattern}'", "the value in '{column}' is no month by '{pattern}'",
     "vergelijk de waarde in de bron met het patroon in de regel", "compare the value in the source with the pattern in the rule"},
    {"MAP-008", Severity::warning, "de waarde in '{column}' is geen percentage uit teken en cijfers",
     "the value in '{column}' is no percentage made of a sign and digits",
     "verwacht wordt een teken + of - en een getal van cijfers waarvan de laatste twee decimalen zijn",
     "expected are a sign + or - and digits of which the last two are decimals"},
    {"MAP-009", Severity::warning, "de waarde in '{column}' heeft meer dan {decimals} decimalen", "the value in '{column}' has more than {decimals} decimals",
     "herstel de waarde in de bron, of geef het veld in het formaat meer decimalen",
     "correct the value in the source, or give the field more decimals in the format"},
    {"MAP-010", Severity::warning, "de berekening met '{column}' lukt niet: delen door nul, of een te groot getal",
     "the calculation with '{column}' fails: a division by zero, or too large a number",
     "sla zulke rijen over met 'skip when ... because', of herstel de waarde in de bron",
     "skip such rows with 'skip when ... because', or correct the value in the source"},
    {"MAP-011", Severity::warning, "een lengte of positie uit '{column}' is geen geheel getal tot en met 1000",
     "a length or position from '{column}' is no whole number up to 1000", "gebruik in de regel een vast getal, of herstel de waarde in de bron",
     "use a fixed number in the rule, or correct the value in the source"},
    {"MAP-012", Severity::warning, "een onvolledige datum in '{column}' laat open wat eerder is",
     "an incomplete date in '{column}' leaves open which is earlier", "vul de datum aan in het bronsysteem, of vergelijk alleen volledige datums",
     "complete the date in the source system, or compare complete dates only"},
    {"MAP-021", Severity::warning, "code '{code}' van '{column}' staat niet in de lijst '{list}' van het pakket",
     "code '{code}' of '{column}' is not in the pack's list '{list}'", "vertaal de code met een codetabel naar een code van de lijst",
     "translate the code into one of the list with a code table"},
    {"MAP-030", Severity::warning, "afgewezen door codetabel '{table}': {reason} (code '{code}' van '{column}')",
     "rejected by code table '{table}': {reason} (code '{code}' of '{column}')", "zet de code in de codetabel, of herstel haar in het bronsysteem",
     "put the code into the code table, or correct it in the source system"},
    {"MAP-080", Severity::warning, "de datum die uit '{column}' volgt bestaat niet, of het aantal dagen of maanden is geen geheel getal",
     "the date that follows from '{column}' does not exist, or the number of days or months is no whole number",
     "herstel de waarde in de bron, of sla zulke rijen over met 'skip when ... because'",
     "correct the value in the source, or skip such rows with 'skip when ... because'"},
    {"MAP-081", Severity::warning, "met de onvolledige datum in '{column}' valt niet te rekenen", "the incomplete date in '{column}' cannot be calculated with",
     "vul de datum aan in het bronsysteem, of reken alleen met volledige datums",
     "complete the date in the source system, or calculate with complete dates only"},
    {"MAP-082", Severity::warning, "afgewezen door 'case': {reason} ('{column}')", "rejected by 'case': {reason} ('{column}')",
     "herstel de waarde in het bronsysteem, of zet een voorwaarde voor haar in 'case'",
     "correct the value in the source system, or put a condition for it into 'case'"},
    {"MAP-083", Severity::warning, "overgeslagen door codetabel '{table}': {reason} (code '{code}' van '{column}')",
     "skipped by code table '{table}': {reason} (code '{code}' of '{column}')", "hoort de rij wel mee te doen, zet de code dan in de codetabel",
     "if the row should take part, put the code into the code table"},
    {"MAP-084", Severity::warning, "op de onbekende of onvolledige datum staat niet vast wat code '{code}' van '{column}' in codetabel '{table}' betekent",
     "on the unknown or incomplete date it is open what code '{code}' of '{column}' means in code table '{table}'", "vul de datum aan in het bronsysteem",
     "complete the date in the source system"},
});

}  // namespace

std::span<const Message> map_messages() { return rows; }

}  // namespace srgconv
