// SYS: the machine and what stands on its disk.
#include "diagnostics/diagnostics.hpp"

namespace srgconv {
namespace {

constexpr Message rows[] = {
    {"SYS-001", Severity::error, "'{file}' kan niet worden geschreven: {reason}", "'{file}' cannot be written: {reason}",
     "maak schijfruimte vrij of kies een andere map, controleer de rechten op de map, en voer de opdracht opnieuw uit",
     "free some disk space or choose another folder, check the rights on the folder, and run the command again"},
    {"SYS-002", Severity::error, "'{file}' is geen werkbestand dat deze versie van srgconv kan lezen (verwacht: tabellen van versie {expected})",
     "'{file}' is not a workspace that this version of srgconv can read (expected: tables of version {expected})",
     "controleer of dit de map is die 'srgconv convert' heeft gemaakt; maakte een andere versie van het programma haar, voer dan 'srgconv convert' opnieuw uit",
     "check that this is the folder that 'srgconv convert' made; if another version of the program made it, run 'srgconv convert' again"},
    {"SYS-003", Severity::error, "het werkbestand '{file}' kan niet worden gelezen of geschreven: {detail}",
     "the workspace '{file}' cannot be read or written: {detail}", "controleer de vrije schijfruimte en de rechten op de map, en voer de opdracht opnieuw uit",
     "check the free disk space and the rights on the folder, and run the command again"},
    {"SYS-004", Severity::error, "onderbroken; er is niets veranderd", "interrupted; nothing was changed",
     "voer de opdracht opnieuw uit; een nieuwe run geeft dezelfde uitvoer", "run the command again; a new run gives the same output"},
    {"SYS-005", Severity::error, "het programma liep vast op iets onvoorziens; er is niets veranderd",
     "the program met something unforeseen; nothing was changed",
     "meld dit met de versie ('srgconv --version') en de stap ('--verbose'), zonder persoonsgegevens",
     "report this with the version ('srgconv --version') and the stage ('--verbose'), without personal data"},
    {"SYS-006", Severity::error, "van dit bestand zijn {read} rijen gelezen, maar {accounted_for} verantwoord; er is niets veranderd",
     "of this file {read} rows were read, but {accounted_for} are accounted for; nothing was changed",
     "dit is een fout van het programma: meld hem met de versie ('srgconv --version'), zonder persoonsgegevens",
     "this is a fault of the program: report it with the version ('srgconv --version'), without personal data"},
    {"SYS-010", Severity::error, "het lezen van '{file}' is onderweg mislukt: {reason}", "reading '{file}' failed on the way: {reason}",
     "controleer de schijf of de netwerkverbinding, en voer de opdracht opnieuw uit", "check the disk or the network connection, and run the command again"},
    {"SYS-011", Severity::error, "de nieuwe uitvoer staat er, maar de vorige in '{file}' kan niet worden verwijderd: {reason}",
     "the new output is in place, but the previous one in '{file}' cannot be removed: {reason}", "verwijder die map zelf: er staan persoonsgegevens in",
     "remove that folder yourself: it holds personal data"},
    {"SYS-012", Severity::error, "het maken van een pseudoniem is mislukt", "making a pseudonym failed",
     "controleer of OpenSSL op deze computer SHA-256 toestaat", "check that OpenSSL on this computer allows SHA-256"},
};

}  // namespace

std::span<const Message> system_messages() { return rows; }

}  // namespace srgconv
