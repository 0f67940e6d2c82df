// VER-16x: what a conversion file says beside conversion files that were made before it.
#include <array>

#include "diagnostics/diagnostics.hpp"

namespace srgconv {
namespace {

constexpr auto rows = std::to_array<Message>({
    {"VER-160", Severity::warning, "de koppeling van {key} is veranderd: {before} -> {now}; {other} wordt vervangen",
     "the link of {key} has changed: {before} -> {now}; {other} is replaced", "controleer of deze wijziging bedoeld is; het CBS ziet haar ook",
     "check that this change is meant; CBS sees it too"},
    {"VER-161", Severity::warning, "{key} is er bij gekomen ({before} -> {now}); in {other}, dat vervangen wordt, staat deze sleutel niet",
     "{key} has been added ({before} -> {now}); {other}, which is replaced, does not have this key", "controleer of deze toevoeging bedoeld is",
     "check that this addition is meant"},
    {"VER-162", Severity::warning, "{key} is verdwenen ({before} -> {now}); in {other}, dat vervangen wordt, staat deze sleutel nog",
     "{key} has disappeared ({before} -> {now}); {other}, which is replaced, has this key", "controleer of deze sleutel terecht is weggelaten",
     "check that this key is left out rightly"},
    {"VER-163", Severity::error, "{key} is anders dan in {other}: {before} -> {now}, terwijl dat bestand niet vervangen wordt",
     "{key} differs from {other}: {before} -> {now}, while that file is not replaced",
     "neem de eerdere koppeling over, of vermeld in de kop dat dit bestand het eerdere vervangt",
     "keep the earlier link, or state in the header that this file replaces the earlier one"},
    {"VER-164", Severity::error, "{key} gaat twee kanten op: in {other} naar {before}, hier naar {now}",
     "{key} goes two ways: in {other} to {before}, here to {now}",
     "een oude sleutel staat in één conversiebestand; bij een splitsing staan alle nieuwe sleutels in hetzelfde record",
     "an old key stands in one conversion file; after a split all new keys stand in one record"},
    {"VER-165", Severity::error, "{key} wordt weer gebruikt, terwijl de sleutel in {other} of hier al was beëindigd, vervallen of overgegaan",
     "{key} is used again, while in {other} or here the key had ended, was dropped or had moved on",
     "gebruik de sleutel waaronder de voorziening nu geleverd wordt; een afgesloten sleutel keert in dezelfde nummering niet terug",
     "use the key under which the provision is delivered now; a closed key does not return in the same numbering"},
    {"VER-166", Severity::error, "de koppelingen van {key} komen bij dezelfde sleutel terug", "the links of {key} lead back to the same key",
     "zoek de verkeerde koppeling in dit bestand en in de eerdere bestanden", "look for the wrong link in this file and in the earlier files"},
    {"VER-167", Severity::error, "de nieuwe sleutel {key} is in {other} al aan {old} gegeven", "the new key {key} was given to {old} in {other} already",
     "geef elke oude voorziening haar eigen nieuwe sleutel", "give every old provision a new key of its own"},
    {"VER-168", Severity::error, "{key} heeft niet de nummering waaronder deze berichtgever sinds zijn vorige conversie levert: {numbering}",
     "{key} does not have the numbering under which this sender delivers since its previous conversion: {numbering}",
     "neem de nummering van de nieuwe sleutels uit het eerdere conversiebestand over; 'srgconv convert' doet dat met --earlier",
     "take the numbering of the new keys from the earlier conversion file; 'srgconv convert' does so with --earlier"},
    {"VER-169", Severity::error, "niet beoordeeld: dit bestand en {other} zijn van dezelfde nieuwe berichtgever en maand en hebben beide volgnummer {sequence}",
     "not assessed: this file and {other} are of one new sender and month and both have sequence number {sequence}", "geef alleen het bestand mee dat geldt",
     "give only the file that holds"},
});

}  // namespace

std::span<const Message> chain_messages() { return rows; }

}  // namespace srgconv
