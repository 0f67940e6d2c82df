// What goes on between several senders: CASE-04x about a transition and the lineage, RECO-03x about where provisions go, VER-15x about files of one transition.
#include <array>

#include "diagnostics/diagnostics.hpp"

namespace srgconv {
namespace {

constexpr auto rows = std::to_array<Message>({
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
    {"RECO-034", Severity::warning, "deze regel van de lijst laat {old} naar {sender} gaan, maar een eerdere stap zegt {other}; de regel telt niet mee",
     "this line of the list takes {old} to {sender}, but an earlier step says {other}; the line is not used",
     "zoek uit welke van de twee klopt, en pas de lijst of de eerdere stap aan", "find out which of the two is right, and adjust the list or the earlier step"},
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
});

}  // namespace

std::span<const Message> sender_messages() { return rows; }

}  // namespace srgconv
