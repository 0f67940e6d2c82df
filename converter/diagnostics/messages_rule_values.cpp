// RULE-110 and on: choices, durations, regular expressions, code tables with periods and policies, parameters.
#include <array>

#include "diagnostics/diagnostics.hpp"

namespace srgconv {
namespace {

constexpr auto rows = std::to_array<Message>({
    {"RULE-110", Severity::error, "'{duration}' telt alleen op bij een datum of een maand", "'{duration}' is added only to a date or a month",
     "schrijf: date(KOLOM, 'dd-mm-yyyy') + 3 days, of month - 1 month", "write: date(COLUMN, 'dd-mm-yyyy') + 3 days, or month - 1 month"},
    {"RULE-111", Severity::error, "bij een datum of maand tel je een aantal dagen of maanden op", "a number of days or months is added to a date or month",
     "schrijf de eenheid erbij: + 3 days, - 1 month; het verschil van twee datums is days_between(a, b)",
     "write the unit: + 3 days, - 1 month; the difference of two dates is days_between(a, b)"},
    {"RULE-112", Severity::error, "een maand telt in maanden, niet in dagen", "a month is counted in months, not in days",
     "schrijf 'months', of maak eerst een datum: first_day(month) + 3 days", "write 'months', or make a date first: first_day(month) + 3 days"},
    {"RULE-113", Severity::error, "'{text}' is geen heel aantal dagen of maanden", "'{text}' is no whole number of days or months",
     "schrijf een geheel getal, zoals 3", "write a whole number, like 3"},
    {"RULE-114", Severity::error, "de reguliere expressie '{pattern}' klopt niet: {why}", "the regular expression '{pattern}' is wrong: {why}",
     "zet '\\' voor tekens met een eigen betekenis, zoals '\\.' voor een punt; de hele tekst moet passen",
     "put '\\' before signs that mean something, like '\\.' for a point; the whole text must fit"},
    {"RULE-115", Severity::error, "in 'case' staat 'else' niet achteraan", "in 'case', 'else' is not the last",
     "zet 'else' als laatste: wat erna komt, wordt nooit bereikt", "put 'else' last: what stands after it is never reached"},
    {"RULE-116", Severity::error, "'case' zegt niet wat er geldt als geen voorwaarde klopt", "'case' does not say what holds when no condition is true",
     "sluit af met: else => waarde, else empty, of else reject because 'reden'", "end with: else => value, else empty, or else reject because 'reason'"},
    {"RULE-117", Severity::error, "'case' heeft geen enkele voorwaarde", "'case' has no condition at all",
     "schrijf: case(VOORWAARDE => waarde, else => waarde), of alleen de waarde", "write: case(CONDITION => value, else => value), or the value alone"},
    {"RULE-118", Severity::error, "hier hoort een reguliere expressie als vaste tekst", "a regular expression as a fixed text belongs here",
     "schrijf haar tussen enkele aanhalingstekens: '([0-9]+)-.*'", "write it in single quotes: '([0-9]+)-.*'"},
    {"RULE-119", Severity::error, "'{pattern}' heeft {groups} groepen tussen haakjes; er hoort precies een",
     "'{pattern}' has {groups} groups in brackets; exactly one is needed",
     "zet haakjes om het deel dat eruit moet komen; schrijf (?:...) voor haakjes die alleen bijeenhouden",
     "put brackets around the part that is to come out; write (?:...) for brackets that only hold together"},
    {"RULE-120", Severity::error, "codetabel '{table}' zegt niet wat er met andere woorden gebeurt",
     "code table '{table}' does not say what becomes of other words", "voeg toe: else reject because 'reden' (of skip, empty, keep, of een code)",
     "add: else reject because 'reason' (or skip, empty, keep, or a code)"},
    {"RULE-121", Severity::error, "codetabel '{table}' hangt af van een datum, en die staat er niet",
     "code table '{table}' depends on a date, and there is none", "schrijf erbij op welke dag: {table}[KOLOM at this.start]",
     "say on which day: {table}[COLUMN at this.start]"},
    {"RULE-122", Severity::error, "codetabel '{table}' hangt niet van een datum af", "code table '{table}' does not depend on a date",
     "laat 'at' en de datum weg, of geef een regel van de tabel een periode: 'oud' => 'nieuw' until 2020-12-31",
     "leave 'at' and the date out, or give a line of the table a period: 'old' => 'new' until 2020-12-31"},
    {"RULE-123", Severity::error, "de periode eindigt ({until}) voor zij begint ({from})", "the period ends ({until}) before it begins ({from})",
     "verwissel de twee datums, of herstel er een", "swap the two dates, or correct one"},
    {"RULE-124", Severity::error, "'{name}' staat twee keer in de tabel voor dezelfde tijd", "'{name}' stands in the table twice for the same time",
     "laat de perioden op elkaar aansluiten: until 2020-12-31, from 2021-01-01", "let the periods follow one another: until 2020-12-31, from 2021-01-01"},
    {"RULE-125", Severity::error, "'{name}' is al de naam van een kolom of van een gegeven van de bron",
     "'{name}' is already the name of a column or of a fact of the source", "geef de parameter een andere naam", "give the parameter another name"},
    {"RULE-126", Severity::error, "mapping '{mapping}' heeft geen parameter '{name}'", "mapping '{mapping}' has no parameter '{name}'",
     "bekend zijn: {names}; een parameter maak je met: parameter naam = waarde", "known are: {names}; a parameter is made by: parameter name = value",
     "een parameter met een gelijkende naam is '{suggestion}'", "a parameter with a similar name is '{suggestion}'"},
    {"RULE-127", Severity::note, "hier staat de codetabel", "the code table stands here", "", ""},
    {"RULE-128", Severity::warning, "deze voorwaarde geldt nooit: een eerdere regel neemt al deze rijen",
     "this condition never holds: an earlier rule takes all these rows", "haal de voorwaarde weg, of zet haar voor de eerdere regel",
     "remove the condition, or put it before the earlier rule"},
    {"RULE-129", Severity::warning, "dit woord van de codetabel komt nooit voor: een eerdere regel neemt al deze rijen",
     "this word of the code table never occurs: an earlier rule takes all these rows", "haal het woord uit de tabel, of beperk de eerdere regel",
     "take the word out of the table, or narrow the earlier rule"},
    {"RULE-130", Severity::note, "deze regel neemt ze", "this rule takes them", "", ""},
    {"RULE-131", Severity::error, "hier hoort een waarde, en '{word}' is een woord van de taal", "a value belongs here, and '{word}' is a word of the language",
     "heet een kolom zo, schrijf dan \"{word}\"; zet anders een waarde voor '{word}'",
     "if a column is called so, write \"{word}\"; else put a value before '{word}'"},
    {"RULE-150", Severity::error, "'{text}' is geen aantal regels van 1 tot en met 20", "'{text}' is no number of lines from 1 to 20",
     "schrijf bijvoorbeeld: header 2 lines, of preamble 3 lines; zonder kop: header no",
     "write for example: header 2 lines, or preamble 3 lines; without a header: header no"},
});

}  // namespace

std::span<const Message> rule_value_messages() { return rows; }

}  // namespace srgconv
