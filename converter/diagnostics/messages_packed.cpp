// READ-115 to READ-128: folders, gzip and zip files.
#include <array>

#include "diagnostics/diagnostics.hpp"

namespace srgconv {
namespace {

constexpr auto rows = std::to_array<Message>({
    {"READ-115", Severity::error, "het bestand heet een {kind}-bestand, maar is er geen", "the file is called a {kind} file, but it is none",
     "controleer of het bestand goed is overgekomen; is het niet ingepakt, haal dan de laatste extensie van de naam af",
     "check that the file arrived well; if it is not packed, take the last extension off its name"},
    {"READ-116", Severity::error, "het ingepakte bestand is beschadigd of niet volledig: de inhoud past niet bij het controlegetal of de lengte",
     "the packed file is damaged or not complete: its content does not fit its checksum or length",
     "haal het bestand opnieuw op, of pak het in het bronsysteem opnieuw in; uit een beschadigd bestand wordt niets gebruikt",
     "fetch the file again, or pack it again in the source system; nothing of a damaged file is used"},
    {"READ-117", Severity::error, "uitgepakt is dit meer dan {limit}; zo veel wordt er niet gelezen", "unpacked this is more than {limit}; so much is not read",
     "dit is geen gewone levering; verdeel een echt zo grote export over meer bestanden",
     "this is no ordinary delivery; divide an export that really is so large over several files"},
    {"READ-118", Severity::error, "uitgepakt is dit meer dan {limit} keer zo groot als ingepakt; zo ver wordt er niet uitgepakt",
     "unpacked this is more than {limit} times as large as packed; it is not unpacked that far",
     "zo'n bestand kan een computer laten vastlopen; vertrouwt u het, pak het dan zelf uit en noem het uitgepakte bestand",
     "such a file can bring a computer to a halt; if you trust it, unpack it yourself and name the unpacked file"},
    {"READ-119", Severity::error, "dit bestand is met een wachtwoord versleuteld", "this file is encrypted with a password",
     "pak het met het wachtwoord uit in een beveiligde map, en noem het uitgepakte bestand",
     "unpack it with the password in a protected folder, and name the unpacked file"},
    {"READ-120", Severity::error, "in het zip-bestand staat een naam die niet mag: '{member}' (een pad van buiten, '..', of een vreemd teken)",
     "the zip file holds a name that may not be: '{member}' (a path from outside, '..', or a strange sign)",
     "pak de bestanden opnieuw in met een gewoon programma; vraag na waar dit zip-bestand vandaan komt",
     "pack the files again with an ordinary program; ask where this zip file comes from"},
    {"READ-121", Severity::error, "in het zip-bestand staat '{member}' meer dan eens", "the zip file holds '{member}' more than once",
     "welke van de twee geldt is niet te zeggen: pak de bestanden opnieuw in", "which of the two holds cannot be said: pack the files again"},
    {"READ-122", Severity::error, "'{member}' is zelf een archief; een archief in een archief wordt niet uitgepakt",
     "'{member}' is itself an archive; an archive inside an archive is not unpacked", "pak het buitenste archief uit, en noem wat erin zit",
     "unpack the outer archive, and name what is in it"},
    {"READ-123", Severity::error, "in het zip-bestand past geen enkel bestand op {pattern}", "no file in the zip file fits {pattern}",
     "kijk welke namen erin staan; noem een bestand erin als 'export.zip/naam', of met * en ?",
     "see which names are in it; name a file in it as 'export.zip/name', or with * and ?"},
    {"READ-124", Severity::error, "in map '{folder}' staat geen enkel bestand dat bij het formaat past ({endings})",
     "folder '{folder}' has no file that fits the format ({endings})", "controleer de map; heten de bestanden anders, noem ze dan met * en ?",
     "check the folder; if the files are called otherwise, name them with * and ?"},
    {"READ-125", Severity::warning, "hierin staat meer dat niet wordt gelezen ({count}): {names}; het formaat leest {endings}",
     "there is more in this that is not read ({count}): {names}; the format reads {endings}",
     "hoort het erbij, noem het dan ook in de overgang; hoort het er niet bij, haal het dan weg of noem de bestanden met * en ?",
     "if it belongs, name it in the transition too; if it does not, take it away or name the files with * and ?"},
    {"READ-126", Severity::error, "dit bestand is ingepakt op een manier die niet wordt gelezen", "this file is packed in a way that is not read",
     "pak de bestanden opnieuw in als gewoon zip-bestand (deflate)", "pack the files again as an ordinary zip file (deflate)"},
    {"READ-127", Severity::error, "in het zip-bestand staan meer dan {limit} bestanden", "the zip file holds more than {limit} files",
     "verdeel ze over meer zip-bestanden, of pak ze uit in een map", "divide them over several zip files, or unpack them into a folder"},
    {"READ-128", Severity::error, "'{member}' in het zip-bestand is een verwijzing (link), geen bestand", "'{member}' in the zip file is a link, not a file",
     "pak de bestanden zelf in, zonder verwijzingen", "pack the files themselves, without links"},
});

}  // namespace

std::span<const Message> packed_messages() { return rows; }

}  // namespace srgconv
