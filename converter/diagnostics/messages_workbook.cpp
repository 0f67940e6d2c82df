// READ-130 to READ-143: Excel workbooks; READ-144 to READ-150: files of decisions, which are workbooks as often as not.
#include <array>

#include "diagnostics/diagnostics.hpp"

namespace srgconv {
namespace {

constexpr auto rows = std::to_array<Message>({
    {"READ-130", Severity::error, "het Excel-bestand is met een wachtwoord beveiligd", "the Excel file is protected with a password",
     "open het in Excel, haal bij Bestand, Info het wachtwoord weg en sla het in een beveiligde map op",
     "open it in Excel, take the password off under File, Info, and save it in a protected folder"},
    {"READ-131", Severity::error, "dit is een Excel-bestand van het oude soort (.xls)", "this is an Excel file of the old kind (.xls)",
     "open het in Excel en sla het op als Excel-werkmap (.xlsx)", "open it in Excel and save it as an Excel workbook (.xlsx)"},
    {"READ-132", Severity::error, "dit is geen Excel-werkmap (.xlsx)", "this is no Excel workbook (.xlsx)",
     "controleer het bestand; is het csv, zeg dan ': csv' in het formaat; een ander rekenblad slaat u op als .xlsx",
     "check the file; if it is CSV, say ': csv' in the format; another kind of spreadsheet must be saved as .xlsx"},
    {"READ-133", Severity::error, "de werkmap heeft geen blad '{sheet}'; wel: {sheets}", "the workbook has no sheet '{sheet}'; it does have: {sheets}",
     "verbeter de naam bij 'sheet' in het formaat", "correct the name under 'sheet' in the format",
     "is blad '{suggestion}' bedoeld? Verbeter de naam bij 'sheet' in het formaat",
     "is sheet '{suggestion}' meant? Correct the name under 'sheet' in the format"},
    {"READ-134", Severity::warning, "alleen het eerste blad '{sheet}' wordt gelezen; de werkmap heeft ook: {sheets}",
     "only the first sheet '{sheet}' is read; the workbook also has: {sheets}", "noem in het formaat bij 'sheet' alle bladen die gelezen moeten worden",
     "name all sheets that must be read under 'sheet' in the format"},
    {"READ-135", Severity::warning, "in cel {cell} staat een fout van Excel: {error}", "cell {cell} holds an error of Excel: {error}",
     "herstel de formule of de waarde in de werkmap", "correct the formula or the value in the workbook"},
    {"READ-136", Severity::warning, "de formule in cel {cell} is nooit uitgerekend", "the formula in cell {cell} was never calculated",
     "open de werkmap in Excel, laat haar rekenen (F9) en sla haar op", "open the workbook in Excel, let it calculate (F9), and save it"},
    {"READ-137", Severity::warning, "in cel {cell} staat een waarde, maar kolom {letters} heeft geen kop",
     "cell {cell} holds a value, but column {letters} has no header", "geef de kolom een kop, of haal de waarde weg",
     "give the column a header, or take the value away"},
    {"READ-138", Severity::error, "de werkmap is beschadigd: {part}", "the workbook is damaged: {part}",
     "open haar in Excel, laat haar herstellen en sla haar opnieuw op", "open it in Excel, let it be repaired, and save it again"},
    {"READ-139", Severity::error, "de teksten van de werkmap zijn samen meer dan {limit}", "the texts of the workbook are more than {limit} together",
     "verdeel de werkmap over meer bestanden, of lever de gegevens als csv", "divide the workbook over several files, or deliver the data as CSV"},
    {"READ-140", Severity::error, "dit is een binaire Excel-werkmap (.xlsb)", "this is a binary Excel workbook (.xlsb)",
     "open haar in Excel en sla haar op als Excel-werkmap (.xlsx)", "open it in Excel and save it as an Excel workbook (.xlsx)"},
    {"READ-141", Severity::warning,
     "op blad '{sheet}' zijn cellen samengevoegd ({count} keer, de eerste {range}): alleen de cel linksboven heeft een waarde, de andere zijn leeg",
     "sheet '{sheet}' has merged cells ({count} times, the first {range}): only the cell at the top left has a value, the others are empty",
     "hef in Excel de samenvoeging op en vul de waarde in elke cel in waarvoor zij geldt",
     "unmerge them in Excel, and fill the value into every cell for which it holds"},
    {"READ-142", Severity::error, "blad '{sheet}' heeft geen rijen", "sheet '{sheet}' has no rows",
     "noem bij 'sheet' het blad met de gegevens, of maak de export opnieuw", "name the sheet with the data under 'sheet', or export it again"},
    {"READ-143", Severity::error, "blad '{sheet}' is geen rekenblad (maar een grafiek of een macro)",
     "sheet '{sheet}' is no worksheet (but a chart or a macro)", "noem bij 'sheet' het blad met de gegevens", "name the sheet with the data under 'sheet'"},
    {"READ-144", Severity::error, "dit bestand met besluiten heeft geen kolom '{column}'", "this file of decisions has no column '{column}'",
     "gebruik een ingevulde review.csv of werkmap van srgconv, of een bestand met de kolommen link_code, old_key, new_key, decision, who, date en why",
     "use a filled-in review.csv or workbook of srgconv, or a file with the columns link_code, old_key, new_key, decision, who, date and why"},
    {"READ-145", Severity::warning, "hier staat wie, wanneer of waarom, maar geen besluit; de regel telt niet mee",
     "this line says who, when or why, but no decision; it does not count", "vul in kolom decision in: koppelen, niet koppelen, vervallen of later",
     "fill in under decision: link, no-link, drop or later"},
    {"READ-146", Severity::warning, "'{word}' is geen besluit; de regel telt niet mee", "'{word}' is no decision; the line does not count",
     "schrijf in kolom decision: koppelen, niet koppelen, vervallen of later", "write under decision: link, no-link, drop or later",
     "is '{suggestion}' bedoeld? Schrijf dat in kolom decision", "is '{suggestion}' meant? Write that under decision"},
    {"READ-147", Severity::warning, "de datum van dit besluit is niet te lezen; het besluit telt mee zonder datum",
     "the date of this decision cannot be read; the decision counts without a date", "schrijf de datum als 2022-02-10 of 10-02-2022",
     "write the date like 2022-02-10 or 10-02-2022"},
    {"READ-148", Severity::warning, "de reden van dit besluit is langer dan {limit} tekens; de rest valt weg",
     "the reason of this decision is longer than {limit} characters; the rest is left out", "schrijf de reden korter op", "write a shorter reason"},
    {"READ-149", Severity::warning,
     "deze regel met een besluit is niet te lezen: aanhalingstekens of een fout van Excel maken hem onduidelijk; hij telt niet mee",
     "this line of decisions cannot be read: quotes or an error of Excel leave open what it says; it does not count",
     "herstel de regel in het rekenblad en sla het bestand opnieuw op", "correct the line in the spreadsheet and save the file again"},
    {"READ-150", Severity::error, "kolom '{column}' staat meer dan een keer in dit bestand met besluiten: welke van de twee geldt, is niet te zeggen",
     "column '{column}' stands in this file of decisions more than once: which of the two counts cannot be said",
     "laat een van de kolommen weg, of geef die een andere naam", "remove one of the columns, or give it another name"},
});

}  // namespace

std::span<const Message> workbook_messages() { return rows; }

}  // namespace srgconv
