// RULE-001 to RULE-049: how rules are written, names, and types. The table of the whole area.
#include <array>
#include <vector>

#include "diagnostics/diagnostics.hpp"

namespace srgconv {

std::span<const Message> rule_meaning_messages();
std::span<const Message> rule_value_messages();

namespace {

constexpr auto rows = std::to_array<Message>({
    {"RULE-001", Severity::error, "'{found}' begint hier geen opdracht", "'{found}' begins no statement here", "hier kan staan: {possible}",
     "possible here: {possible}", "een woord dat erop lijkt en hier kan staan is '{suggestion}'", "a similar word that can stand here is '{suggestion}'"},
    {"RULE-002", Severity::error, "hier wordt verwacht: {expected}", "expected here: {expected}",
     "vul de opdracht aan; docs/rule-language.md laat zien hoe ze eruitziet", "complete the statement; docs/rule-language.md shows what it looks like",
     "een woord dat erop lijkt is '{suggestion}'", "a similar word is '{suggestion}'"},
    {"RULE-003", Severity::error, "'{found}' hoort hier niet", "'{found}' does not belong here", "begin een nieuwe opdracht op een nieuwe regel of na een ';'",
     "begin a new statement on a new line or after a ';'", "een woord dat erop lijkt is '{suggestion}'", "a similar word is '{suggestion}'"},
    {"RULE-004", Severity::error, "hier wordt een tekst verwacht", "a text is expected here",
     "zet de tekst tussen enkele aanhalingstekens: 'tekst'; dubbele aanhalingstekens betekenen een kolom",
     "put the text in single quotes: 'text'; double quotes mean a column"},
    {"RULE-005", Severity::error, "hier wordt een naam verwacht", "a name is expected here",
     "een naam begint met een letter en bevat verder letters, cijfers, '_' en '-'", "a name begins with a letter and holds letters, digits, '_' and '-'"},
    {"RULE-006", Severity::error, "hier wordt een kolom verwacht", "a column is expected here",
     "schrijf de naam van de kolom; met spaties erin tussen dubbele aanhalingstekens: \"DATUM IN\"",
     "write the column's name; with blanks in it between double quotes: \"DATUM IN\""},
    {"RULE-007", Severity::error, "hier wordt een waarde verwacht", "a value is expected here",
     "een waarde is een kolom, een tekst ('abc'), een getal (12.5), een datum (2021-03-01), een maand (2022-01) of een functie; een kolom die heet als een "
     "woord van de taal staat tussen dubbele aanhalingstekens",
     "a value is a column, a text ('abc'), a number (12.5), a date (2021-03-01), a month (2022-01) or a function; a column called like a word of the language "
     "stands in double quotes"},
    {"RULE-008", Severity::error, "hier wordt een getal verwacht", "a number is expected here", "schrijf een getal met een punt voor de decimalen: 12 of 12.5",
     "write a number with a point before the decimals: 12 or 12.5"},
    {"RULE-009", Severity::error, "hier wordt een maand verwacht", "a month is expected here", "schrijf jaar en maand zo: 2022-01",
     "write year and month like this: 2022-01"},
    {"RULE-010", Severity::error, "hier wordt een datum verwacht", "a date is expected here", "schrijf jaar, maand en dag zo: 2022-01-31",
     "write year, month and day like this: 2022-01-31"},
    {"RULE-011", Severity::error, "het blok dat hier begint, wordt niet gesloten", "the block that begins here is not closed",
     "zet een '}}' na de laatste opdracht van het blok", "put a '}}' after the last statement of the block"},
    {"RULE-012", Severity::error, "onbekende kolom '{column}'", "unknown column '{column}'",
     "formaat '{format}' kent: {columns}; een tekst staat tussen enkele aanhalingstekens",
     "the format '{format}' has: {columns}; a text stands in single quotes", "het formaat kent '{suggestion}'", "the format declares '{suggestion}'"},
    {"RULE-013", Severity::error, "deze '}}' sluit geen blok", "this '}}' closes no block", "haal de '}}' weg, of zet de '{{' terug die erbij hoort",
     "remove the '}}', or put back the '{{' that belongs to it"},
    {"RULE-014", Severity::error, "dit aanhalingsteken ({quote}) wordt op deze regel niet gesloten", "this quote ({quote}) is not closed on its line",
     "sluit de tekst met ' en de kolom met \"; een ' in een tekst schrijf je dubbel: 'foto''s'",
     "close a text with ' and a column with \"; a ' inside a text is written twice: 'it''s'"},
    {"RULE-015", Severity::error, "dit zijn gekrulde aanhalingstekens", "these are typographic quotes",
     "gebruik het rechte ' voor een tekst en het rechte \" voor een kolom; een tekstverwerker verandert ze ongevraagd",
     "use the straight ' for a text and the straight \" for a column; word processors change them by themselves"},
    {"RULE-016", Severity::error, "vergelijken gaat met één '='", "a comparison has one '='", "schrijf '=' in plaats van '=='", "write '=' instead of '=='"},
    {"RULE-017", Severity::error, "hier staat een onzichtbaar teken ({sign})", "an invisible sign ({sign}) stands here",
     "vervang het door een gewone spatie, of haal het weg; een tab als scheidingsteken schrijf je als 'tab'",
     "replace it by a plain blank, or remove it; a tab as separator is written 'tab'"},
    {"RULE-018", Severity::error, "haakjes staan hier te diep in elkaar", "brackets are nested too deeply here",
     "deel de berekening op; haakjes mogen twintig diep staan", "divide the expression; brackets may be nested twenty deep"},
    {"RULE-019", Severity::error, "dit bestand is geen UTF-8; hier staat het eerste teken dat niet klopt",
     "this file is not UTF-8; here is the first sign that is wrong", "sla het regelbestand op als UTF-8", "save the rule file as UTF-8"},
    {"RULE-020", Severity::note, "meer dan {count} fouten; de rest van het bestand is niet bekeken",
     "more than {count} mistakes; the rest of the file was not looked at", "herstel eerst deze fouten", "correct these mistakes first"},
    {"RULE-022", Severity::error, "de datum '{text}' bestaat niet", "the date '{text}' does not exist",
     "schrijf een bestaande dag als jaar-maand-dag: 2022-01-31", "write a day that exists as year-month-day: 2022-01-31"},
    {"RULE-023", Severity::error, "de maand '{text}' bestaat niet", "the month '{text}' does not exist", "schrijf een bestaande maand als jaar-maand: 2022-01",
     "write a month that exists as year-month: 2022-01"},
    {"RULE-024", Severity::error, "het getal '{text}' past niet", "the number '{text}' does not fit",
     "een getal heeft hoogstens vier decimalen en is kleiner dan 900 biljoen", "a number has at most four decimals and is below 900 trillion"},
    {"RULE-025", Severity::error, "'{statement}' staat hier al", "'{statement}' was said already", "laat een van beide opdrachten weg",
     "leave one of the two statements out"},
    {"RULE-026", Severity::error, "'{pattern}' is geen patroon voor een datum of maand", "'{pattern}' is no pattern of a date or month",
     "gebruik yyyy, mm en dd (of d en m) met tekens ertussen, zoals 'dd-mm-yyyy', 'yyyymmdd' of 'yyyymm'",
     "use yyyy, mm and dd (or d and m) with signs between them, like 'dd-mm-yyyy', 'yyyymmdd' or 'yyyymm'"},
    {"RULE-027", Severity::error, "hier hoort een patroon van een maand; '{pattern}' heeft een dag", "a pattern of a month belongs here; '{pattern}' has a day",
     "laat de dag weg: 'yyyymm' of 'yyyy-mm'", "leave the day out: 'yyyymm' or 'yyyy-mm'"},
    {"RULE-028", Severity::error, "hier hoort een patroon van een datum; '{pattern}' heeft geen dag",
     "a pattern of a date belongs here; '{pattern}' has no day",
     "zet de dag erin ('yyyymmdd'), of gebruik month(...) voor een maand en partial_date(...) voor een datum zonder dag",
     "put the day in ('yyyymmdd'), or use month(...) for a month and partial_date(...) for a date without its day"},
    {"RULE-029", Severity::error, "er staat geen 'using', en er is geen formaat '{format}' dat dan geldt",
     "there is no 'using', and no format '{format}' that would serve",
     "noem de mapping of het formaat met 'using', of importeer een pakket dat '{format}' heeft",
     "name the mapping or the format with 'using', or import a pack that has '{format}'"},
    {"RULE-030", Severity::error, "mapping '{mapping}' maakt geen voorzieningen", "mapping '{mapping}' makes no provisions",
     "gebruik hier een mapping 'to provision'", "use a mapping 'to provision' here"},
    {"RULE-031", Severity::error, "mapping '{mapping}' maakt geen koppelingen", "mapping '{mapping}' makes no links", "gebruik hier een mapping 'to link'",
     "use a mapping 'to link' here"},
    {"RULE-032", Severity::error, "de naam '{name}' is al vergeven", "the name '{name}' is taken",
     "geef een van beide een andere naam; formaten en mappings mogen niet hetzelfde heten",
     "give one of the two another name; formats and mappings may not share one"},
    {"RULE-033", Severity::error, "onbekend formaat '{name}'", "unknown format '{name}'",
     "bekend zijn: {names}; importeer het bestand dat het formaat heeft, of schrijf het formaat erbij",
     "known are: {names}; import the file that has the format, or declare it", "een bekend formaat met een gelijkende naam is '{suggestion}'",
     "a known format with a similar name is '{suggestion}'"},
    {"RULE-034", Severity::error, "onbekende mapping '{name}'", "unknown mapping '{name}'",
     "bekend zijn: {names}; na 'using' staat de naam van een mapping of een formaat",
     "known are: {names}; after 'using' stands the name of a mapping or a format", "bekend met een gelijkende naam is '{suggestion}'",
     "known with a similar name is '{suggestion}'"},
    {"RULE-035", Severity::error, "onbekende codetabel '{table}'", "unknown code table '{table}'",
     "schrijf de tabel erbij: codes {table} {{ 'oud' => 'nieuw' }}", "declare the table: codes {table} {{ 'old' => 'new' }}",
     "een codetabel met een gelijkende naam is '{suggestion}'", "a code table with a similar name is '{suggestion}'"},
    {"RULE-036", Severity::error, "onbekende functie '{function}'", "unknown function '{function}'", "bekend zijn: {functions}", "known are: {functions}",
     "een functie met een gelijkende naam is '{suggestion}'", "a function with a similar name is '{suggestion}'"},
    {"RULE-037", Severity::error, "onbekend veld '{target}'", "unknown field '{target}'", "hier kan staan: {targets}", "possible here: {targets}",
     "een veld met een gelijkende naam is '{suggestion}'", "a field with a similar name is '{suggestion}'"},
    {"RULE-038", Severity::error, "functie '{function}' krijgt {given} waarden in plaats van {wanted}",
     "function '{function}' is given {given} values instead of {wanted}", "docs/rule-language.md noemt wat elke functie nodig heeft",
     "docs/rule-language.md says what each function needs"},
    {"RULE-039", Severity::error, "voor de codelijst '{list}' is een pakket nodig, en er is er geen geïmporteerd",
     "the code list '{list}' needs a pack, and none is imported", "zet bovenaan: import 'srg-2026'", "put at the top: import 'srg-2026'"},
    {"RULE-040", Severity::error, "deze twee waarden zijn niet te vergelijken", "these two values cannot be compared",
     "vergelijk gelijke soorten: date(...), month(...) en decimal(...) maken van een tekst een datum, maand of getal",
     "compare like with like: date(...), month(...) and decimal(...) make a date, month or number of a text"},
    {"RULE-041", Severity::error, "hier is een tekst nodig", "a text is needed here", "text(...) maakt een tekst van een getal, datum of maand",
     "text(...) makes a text of a number, date or month"},
    {"RULE-042", Severity::error, "hier is een getal nodig", "a number is needed here", "decimal(KOLOM, ',') maakt een getal van een tekst",
     "decimal(COLUMN, ',') makes a number of a text"},
    {"RULE-043", Severity::error, "hier is een datum nodig", "a date is needed here", "date(KOLOM, 'dd-mm-yyyy') maakt een datum van een tekst",
     "date(COLUMN, 'dd-mm-yyyy') makes a date of a text"},
    {"RULE-044", Severity::error, "hier is een maand nodig", "a month is needed here", "month(KOLOM, 'yyyymm') maakt een maand van een tekst",
     "month(COLUMN, 'yyyymm') makes a month of a text"},
    {"RULE-045", Severity::error, "hier is een voorwaarde nodig", "a condition is needed here",
     "schrijf een vergelijking, zoals KOLOM = 'a' of KOLOM is not empty", "write a comparison, like COLUMN = 'a' or COLUMN is not empty"},
    {"RULE-046", Severity::error, "hier hoort een tekst van één teken", "a text of one character belongs here",
     "schrijf het teken tussen enkele aanhalingstekens: '0'", "write the character in single quotes: '0'"},
    {"RULE-047", Severity::error, "'{text}' is geen geheel getal van 0 tot en met 1000", "'{text}' is no whole number from 0 to 1000",
     "schrijf een geheel getal, zoals 9", "write a whole number, like 9"},
    {"RULE-048", Severity::error, "hier hoort het teken voor de decimalen", "the sign before the decimals belongs here",
     "schrijf ',' of '.' tussen enkele aanhalingstekens", "write ',' or '.' in single quotes"},
    {"RULE-049", Severity::error, "hier hoort een patroon als vaste tekst", "a pattern as a fixed text belongs here",
     "schrijf het patroon tussen enkele aanhalingstekens: 'dd-mm-yyyy'", "write the pattern in single quotes: 'dd-mm-yyyy'"},
});

}  // namespace

std::span<const Message> rule_messages() {
  static const std::vector<Message> all = [] {
    std::vector<Message> result(rows.begin(), rows.end());
    for (const auto further : {rule_meaning_messages(), rule_value_messages()}) result.insert(result.end(), further.begin(), further.end());
    return result;
  }();
  return all;
}

}  // namespace srgconv
