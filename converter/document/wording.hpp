// What pages say, Dutch and English side by side. Conditions are clauses that follow `als` and `if`; values are nouns. Keep each short: one construct, one row.
#pragma once

#include "document/speech.hpp"

namespace srgconv::document::wording {

// Names
inline constexpr Words column{"kolom {0}", "column {0}"};
inline constexpr Words element{"gegeven {0}", "item {0}"};
inline constexpr Words parameter{"de instelling {0}", "the setting {0}"};
inline constexpr Words sender{"de berichtgever", "the sender"};
inline constexpr Words month{"de maand van de levering", "the month of the delivery"};
inline constexpr Words role_of{"de rol van {0}", "the role of {0}"};
inline constexpr Words category_of{"de categorie van {0}", "the category of {0}"};
inline constexpr Words name_of{"de naam van {0}", "the name of {0}"};

inline constexpr Words max_months_of{"de langste duur in maanden van {0}", "the longest duration in months of {0}"};
inline constexpr Words relation{"de relatie", "the relation"};
inline constexpr Words of_old{"{0} van de oude voorziening", "{0} of the old provision"};
inline constexpr Words of_new{"{0} van de nieuwe voorziening", "{0} of the new provision"};

// Values
inline constexpr Words blank{"“ ” (een spatie)", "“ ” (a blank)"};
inline constexpr Words comma{"een komma", "a comma"};
inline constexpr Words point{"een punt", "a point"};
inline constexpr Words named{"{0} ({1})", "{0} ({1})"};
inline constexpr Words percent{"{0}%", "{0}%"};
inline constexpr Words looked_up{"de vertaling van {0} in codetabel {1}", "the translation of {0} in code table {1}"};
inline constexpr Words looked_up_at{"de vertaling van {0} in codetabel {1} zoals die geldt op {2}",
                                    "the translation of {0} in code table {1} as it holds on {2}"};
inline constexpr Words joined{"{0}, achter elkaar", "{0}, one behind the other"};
inline constexpr Words plus{"{0} plus {1}", "{0} plus {1}"};
inline constexpr Words minus{"{0} min {1}", "{0} minus {1}"};
inline constexpr Words times{"{0} maal {1}", "{0} times {1}"};
inline constexpr Words divided{"{0} gedeeld door {1}", "{0} divided by {1}"};
inline constexpr Words negative{"min {0}", "minus {0}"};
inline constexpr Words one_day{"{0} dag", "{0} day"};
inline constexpr Words days{"{0} dagen", "{0} days"};
inline constexpr Words one_month{"{0} maand", "{0} month"};
inline constexpr Words months{"{0} maanden", "{0} months"};
inline constexpr Words choice_branch{"{1} als {0}", "{1} if {0}"};
inline constexpr Words choice_else{"anders {0}", "otherwise {0}"};
inline constexpr Words choice_empty{"anders niets", "otherwise nothing"};
inline constexpr Words choice_reject{"anders wordt de rij afgewezen: {0}", "otherwise the row is rejected: {0}"};
inline constexpr Words whether{"of {0}", "whether {0}"};
inline constexpr Words other_function{"de uitkomst van {0} met {1}", "the result of {0} with {1}"};

// Conditions
inline constexpr Words equal{"{0} gelijk is aan {1}", "{0} is {1}"};
inline constexpr Words unequal{"{0} niet gelijk is aan {1}", "{0} is not {1}"};
inline constexpr Words less{"{0} kleiner is dan {1}", "{0} is less than {1}"};
inline constexpr Words at_most{"{0} hoogstens {1} is", "{0} is at most {1}"};
inline constexpr Words greater{"{0} groter is dan {1}", "{0} is greater than {1}"};
inline constexpr Words at_least{"{0} minstens {1} is", "{0} is at least {1}"};
inline constexpr Words before{"{0} vóór {1} ligt", "{0} lies before {1}"};
inline constexpr Words not_after{"{0} op of vóór {1} ligt", "{0} lies on or before {1}"};
inline constexpr Words after{"{0} na {1} ligt", "{0} lies after {1}"};
inline constexpr Words not_before{"{0} op of na {1} ligt", "{0} lies on or after {1}"};
inline constexpr Words is_empty{"{0} leeg is", "{0} is empty"};
inline constexpr Words is_filled{"{0} gevuld is", "{0} is filled"};
inline constexpr Words is_known{"{0} in de codelijst staat", "{0} is in the code list"};
inline constexpr Words is_unknown{"{0} niet in de codelijst staat", "{0} is missing from the code list"};
inline constexpr Words is_known_on{"{0} volgens de codelijst geldt op {1}", "{0} is valid on {1} by the code list"};
inline constexpr Words is_unknown_on{"{0} volgens de codelijst niet geldt op {1}", "{0} is not valid on {1} by the code list"};
inline constexpr Words one_of{"{0} een van deze waarden heeft: {1}", "{0} has one of these values: {1}"};
inline constexpr Words none_of{"{0} geen van deze waarden heeft: {1}", "{0} has none of these values: {1}"};
inline constexpr Words starts_with{"{0} begint met {1}", "{0} begins with {1}"};
inline constexpr Words ends_with{"{0} eindigt op {1}", "{0} ends in {1}"};
inline constexpr Words contains{"{0} ergens {1} bevat", "{0} contains {1} somewhere"};
inline constexpr Words matches{"{0} als geheel past bij het patroon {1}", "{0} as a whole fits the pattern {1}"};
inline constexpr Words how_trimmed{"{0} (spaties aan begin en eind tellen niet mee)", "{0} (blanks at both ends do not count)"};
inline constexpr Words how_case{"{0} (hoofdletters en kleine letters zijn gelijk)", "{0} (capitals and small letters are the same)"};
inline constexpr Words denied{"niet geldt dat {0}", "it is not so that {0}"};
inline constexpr Words is_true{"{0} waar is", "{0} is true"};
inline constexpr Words if_filled{"als die gevuld is", "if it is filled"};
inline constexpr Words if_condition{"als {0}", "if {0}"};

// Checks
inline constexpr Words check_signal{"Gevolg: een signaal", "Consequence: a signal"};
inline constexpr Words check_reject{"Gevolg: afgekeurd", "Consequence: rejected"};
inline constexpr Words check_provision{"voorziening", "provision"};
inline constexpr Words check_link{"koppeling", "link"};
inline constexpr Words check_where{"Gaat over een {0} als {1}", "Is about a {0} if {1}"};
inline constexpr Words check_every{"Gaat over elke {0}", "Is about every {0}"};
inline constexpr Words check_expects{"In orde als {0}", "All right if {0}"};
inline constexpr Words check_set{"Gaat over het geheel, niet over een enkele regel", "Is about the whole, not about a single row"};
inline constexpr Words check_parameter{"Instelling {0}: {1}", "Setting {0}: {1}"};
inline constexpr Words check_why{"Waarom: {0}", "Why: {0}"};
inline constexpr Words check_repair{"Herstel: {0}", "Repair: {0}"};
inline constexpr Words check_source{"Bron: {0}", "Source: {0}"};

// The files and the page
inline constexpr Words title{"Regels in gewone woorden: {0}", "Rules in plain words: {0}"};
inline constexpr Words contents{"Inhoud", "Contents"};
inline constexpr Words introduction{
    "Deze pagina zegt in gewone woorden wat de regels doen. Zij is uit de regelbestanden zelf gemaakt. Wie de pagina goedkeurt, keurt precies de bestanden "
    "hieronder goed: "
    "verandert er een, dan verandert zijn controlegetal (SHA-256).",
    "This page says in plain words what the rules do. It was made from the rule files themselves. Whoever approves the page approves exactly the files below: "
    "when one of them "
    "changes, so does its check number (SHA-256)."};
inline constexpr Words files{"De bestanden", "The files"};
inline constexpr Words file{"Bestand", "File"};
inline constexpr Words check_number{"SHA-256", "SHA-256"};
inline constexpr Words pack{"De codes en de namen daarvan komen uit pakket {0}, versie {1}: {2}.",
                            "The codes and their names come from pack {0}, version {1}: {2}."};
inline constexpr Words import{"Dit bestand gebruikt ook: {0}.", "This file also uses: {0}."};
inline constexpr Words assumptions{"Wat is aangenomen", "What is assumed"};
inline constexpr Words assumptions_intro{"Het CBS heeft het volgende niet gepubliceerd. Het pakket neemt dit aan.",
                                         "CBS has not published the following. The pack assumes it."};
inline constexpr Words signature{"Akkoord", "Approval"};
inline constexpr Words signature_intro{"Ik heb deze pagina gelezen. De regels kloppen met wat wij willen.",
                                       "I have read this page. The rules are what we want."};
inline constexpr Words signature_name{"Naam en functie", "Name and position"};
inline constexpr Words signature_date{"Datum", "Date"};
inline constexpr Words signature_sign{"Handtekening", "Signature"};
inline constexpr Words reason{"Reden", "Reason"};
inline constexpr Words because{"{0}, want: {1}", "{0}, because: {1}"};

// Formats
inline constexpr Words format{"Bron {0}", "Source {0}"};
inline constexpr Words csv_source{"Dit is een tekstbestand met een rij voor elke regel (CSV).", "This is a text file with a row on each line (CSV)."};
inline constexpr Words fixed_source{"Dit is een tekstbestand waarin elk gegeven een vaste plaats in de regel heeft.",
                                    "This is a text file in which every value has a fixed place in its line."};
inline constexpr Words xlsx_source{"Dit is een werkmap van Excel (XLSX).", "This is an Excel workbook (XLSX)."};
inline constexpr Words sheets{"Bladen die gelezen worden: {0}.", "Sheets that are read: {0}."};
inline constexpr Words column_place{"{0} (plaats {1})", "{0} (place {1})"};
inline constexpr Words columns_placed{"Kolommen: {0}.", "Columns: {0}."};
inline constexpr Words kind_place{"Van welke soort een regel is, staat op plaats {0}.", "Of which kind a line is stands at place {0}."};
inline constexpr Words line_before{"Een regel van soort {0} hoort bij de regels eronder, tot de volgende van die soort.",
                                   "A line of kind {0} belongs to the lines below it, until the next of its kind."};
inline constexpr Words line_record{"Elke regel van soort {0} is een rij.", "Every line of kind {0} is a row."};
inline constexpr Words line_count{"Een regel van soort {0} zegt op plaats {1} hoeveel rijen er zijn; klopt dat niet, dan wordt het bestand niet gebruikt.",
                                  "A line of kind {0} says at place {1} how many rows there are; where that is wrong the file is not used."};
inline constexpr Words line_ignored{"Regels van soort {0} blijven buiten beschouwing: {1}.", "Lines of kind {0} are passed over: {1}."};
inline constexpr Words xml_source{"Dit is een XML-bestand.", "This is an XML file."};
inline constexpr Words encoding{"De tekens zijn opgeslagen als {0}.", "Characters are stored as {0}."};
inline constexpr Words separator{"Tussen de kolommen staat {0}.", "Columns are separated by {0}."};
inline constexpr Words tab{"een tab", "a tab"};
inline constexpr Words header_yes{"De eerste regel heeft de namen van de kolommen.", "The first line has the names of the columns."};
inline constexpr Words header_no{"Er is geen regel met de namen van de kolommen; hun volgorde telt.",
                                 "There is no line with the names of the columns; their order counts."};
inline constexpr Words header_lines{"De namen van de kolommen staan op {0} regels onder elkaar.",
                                    "The names of the columns stand on {0} lines, one below the other."};
inline constexpr Words preamble{"De eerste regels tellen niet mee (aantal: {0}).", "The first lines do not count (number: {0})."};
inline constexpr Words schema{"Het bestand moet voldoen aan schema {0}.", "The file must be valid by schema {0}."};
inline constexpr Words elements_all{"Alle elementen staan in de naamruimte.", "All elements are in the namespace."};
inline constexpr Words elements_root{"Alleen het buitenste element staat in de naamruimte.", "Only the outermost element is in the namespace."};
inline constexpr Words other_setting{"De eigenschap {0} is {1}.", "The property {0} is {1}."};
inline constexpr Words root{"Het buitenste element heet {0}.", "The outermost element is called {0}."};
inline constexpr Words root_in{"Het buitenste element heet {0} (naamruimte {1}).", "The outermost element is called {0} (namespace {1})."};
inline constexpr Words record{"Elk element {0} is een rij.", "Each element {0} is a row."};
inline constexpr Words columns{"De kolommen zijn: {0}.", "The columns are: {0}."};
inline constexpr Words ignored{"Niet gebruikt: {0}. Reden: {1}.", "Not used: {0}. Reason: {1}."};
inline constexpr Words header_field{"In de kop: {0}.", "In the header: {0}."};
inline constexpr Words field_at{"{0} staat in {1}", "{0} stands in {1}"};
inline constexpr Words field_computed{"{0} wordt geteld", "{0} is counted"};
inline constexpr Words field_pattern{"gelezen als {0}", "read as {0}"};
inline constexpr Words field_number{"een heel getal", "a whole number"};
inline constexpr Words field_decimals{"een getal met {0} decimalen", "a number with {0} decimals"};
inline constexpr Words field_role{"een code uit lijst {0}", "a code of list {0}"};
inline constexpr Words field_partial{"mag onvolledig zijn", "may be incomplete"};
inline constexpr Words field_optional{"mag ontbreken", "may be missing"};
inline constexpr Words counted{"het aantal keren {0}", "the number of times {0}"};
inline constexpr Words counted_where{"het aantal keren {0} met {1} gelijk aan {2}", "the number of times {0} with {1} equal to {2}"};
inline constexpr Words group{"Daarbinnen kan {0} vaker voorkomen (element {1}).", "Within it {0} may occur several times (element {1})."};
inline constexpr Words used_for{"Gebruikt voor", "Used for"};
inline constexpr Words column_head{"Kolom", "Column"};
inline constexpr Words skipping{"overslaan of afwijzen", "skipping or rejecting"};
inline constexpr Words splitting{"splitsen", "splitting"};
inline constexpr Words not_used{"niet gebruikt", "not used"};

// Code tables
inline constexpr Words codes{"Codetabel {0}", "Code table {0}"};
inline constexpr Words codes_of{"Vertaalt woorden van de bron naar codes voor {0}.", "Translates words of the source into codes for {0}."};
inline constexpr Words word_head{"Woord in de bron", "Word in the source"};
inline constexpr Words code_head{"Code", "Code"};
inline constexpr Words name_head{"Naam", "Name"};
inline constexpr Words period_head{"Geldt", "Holds"};
inline constexpr Words role_code{"rol {0}", "role {0}"};
inline constexpr Words always{"altijd", "always"};
inline constexpr Words from{"vanaf {0}", "from {0}"};
inline constexpr Words until{"tot en met {0}", "up to and including {0}"};
inline constexpr Words from_until{"van {0} tot en met {1}", "from {0} up to and including {1}"};
inline constexpr Words other_reject{"Een ander woord: de rij wordt afgewezen. Reden: {0}.", "Any other word: the row is rejected. Reason: {0}."};
inline constexpr Words other_skip{"Een ander woord: de rij wordt overgeslagen. Reden: {0}.", "Any other word: the row is skipped. Reason: {0}."};
inline constexpr Words other_empty{"Een ander woord: het veld blijft leeg. Reden: {0}.", "Any other word: the field stays empty. Reason: {0}."};
inline constexpr Words other_keep{"Een ander woord blijft staan als het zelf een code van de lijst is; anders wordt de rij afgewezen. Reden: {0}.",
                                  "Any other word stays as it is when it is itself a code of the list; otherwise the row is rejected. Reason: {0}."};
inline constexpr Words other_code{"Een ander woord: de code is {1}. Reden: {0}.", "Any other word: the code is {1}. Reason: {0}."};

// Mappings
inline constexpr Words mapping{"Van bron naar voorziening: {0}", "From source to provision: {0}"};
inline constexpr Words mapping_link{"Van lijst naar nummers: {0}", "From list to numbers: {0}"};
inline constexpr Words mapping_reads{"Elke rij van bron {0} wordt een voorziening, zoals hieronder staat.",
                                     "Each row of source {0} becomes a provision, as stands below."};
inline constexpr Words mapping_reads_link{"Elke rij van bron {0} geeft een oud nummer en het nieuwe nummer daarvan.",
                                          "Each row of source {0} gives an old number and its new one."};
inline constexpr Words parameters{"Instellingen. Een overgang mag een andere waarde geven.", "Settings. A transition may give another value."};
inline constexpr Words parameter_value{"{0} is {1}", "{0} is {1}"};
inline constexpr Words guards{"Welke rijen niet meedoen, in deze volgorde", "Which rows do not take part, in this order"};
inline constexpr Words guard_skip{"De rij wordt overgeslagen als {0}. Reden: {1}.", "The row is skipped if {0}. Reason: {1}."};
inline constexpr Words guard_reject{"De rij wordt afgewezen als {0}. Reden: {1}.", "The row is rejected if {0}. Reason: {1}."};
inline constexpr Words fields{"Hoe de gegevens gevuld worden", "How the facts are filled"};
inline constexpr Words field_head{"Gegeven", "Fact"};
inline constexpr Words rule_head{"Regel", "Rule"};
inline constexpr Words assigned{"{0} is {1}", "{0} is {1}"};
inline constexpr Words assigned_when{"{0}, {1}", "{0}, {1}"};
inline constexpr Words stays_empty{"Anders blijft het leeg.", "Otherwise it stays empty."};
inline constexpr Words else_rejected{"Anders wordt de rij afgewezen.", "Otherwise the row is rejected."};
inline constexpr Words unfilled{"Niet gevuld: {0}.", "Not filled: {0}."};
inline constexpr Words split{"Een rij wordt {1} voorzieningen als {0}:", "A row becomes {1} provisions if {0}:"};
inline constexpr Words split_assigned{"{0} wordt {1}", "{0} becomes {1}"};
inline constexpr Words split_as_is{"zoals hierboven", "as above"};
inline constexpr Words examples{"Voorbeelden", "Examples"};
inline constexpr Words given_head{"In de bron", "In the source"};
inline constexpr Words expected_head{"Uitkomst", "Outcome"};
inline constexpr Words pair{"{0}: {1}", "{0}: {1}"};
inline constexpr Words expected_empty{"{0} blijft leeg", "{0} stays empty"};
inline constexpr Words expected_skip{"de rij wordt overgeslagen", "the row is skipped"};
inline constexpr Words expected_reject{"de rij wordt afgewezen", "the row is rejected"};

// Rows that belong together
inline constexpr Words merge{"Rijen die gelijk zijn in {0} vormen samen één voorziening.", "Rows that are equal in {0} form one provision together."};
inline constexpr Words merge_within{"Rijen die gelijk zijn in {0} vormen samen één voorziening, als hun perioden hoogstens {1} dagen uit elkaar liggen.",
                                    "Rows that are equal in {0} form one provision together, if their periods lie at most {1} days apart."};
inline constexpr Words merge_other{"Andere gegevens moeten in die rijen gelijk zijn; anders worden zij afgewezen.",
                                   "Other facts must be equal in those rows; otherwise these are rejected."};
inline constexpr Words merge_way{"{0}: {1}", "{0}: {1}"};
inline constexpr Words merge_earliest{"de vroegste", "the earliest"};
inline constexpr Words merge_latest{"de laatste; een lege telt als de laatste", "the latest; an empty one counts as the latest"};
inline constexpr Words merge_first{"die van de eerste periode", "that of the first period"};
inline constexpr Words merge_last{"die van de laatste periode", "that of the last period"};
inline constexpr Words merge_equal{"moet overal gelijk zijn", "must be equal everywhere"};

// Scopes
inline constexpr Words scope{"Vragen {0}", "Questions {0}"};
inline constexpr Words scope_intro{"Deze vragen bepalen of een rij meedoet. Elke mapping die ze gebruikt, zegt wat haar kolommen in deze woorden betekenen.",
                                   "These questions decide whether a row takes part. Each mapping that uses them says what its columns mean in these words."};
inline constexpr Words scope_needs{"Nodig is: {0}.", "Needed: {0}."};
inline constexpr Words scope_use{"De vragen {0} worden gesteld, met: {1}.", "The questions {0} are asked, with: {1}."};
inline constexpr Words supplied{"{0} is {1}", "{0} is {1}"};

// Transitions
inline constexpr Words step_sender{"de nieuwe berichtgever is {0}.", "the new sender is {0}."};
inline constexpr Words step_sender_when{"de nieuwe berichtgever is {0}, als {1}.", "the new sender is {0}, if {1}."};
inline constexpr Words overlap{"Van {0} is de levering over {1} onder oude en nieuwe nummers gedaan. Reden: {2}.",
                               "The delivery of {0} for {1} was made under old and new numbers. Reason: {2}."};
inline constexpr Words overlap_to{"Van {0} zijn de leveringen over {1} tot en met {2} onder oude en nieuwe nummers gedaan. Reden: {3}.",
                                  "The deliveries of {0} for {1} up to and including {2} were made under old and new numbers. Reason: {3}."};
inline constexpr Words continues{"Berichtgever {0} gaat na de overgang door.", "Sender {0} goes on after the transition."};
inline constexpr Words sender_scope{"Van {0} gaat de overgang over de voorzieningen waarvoor geldt dat {1}.",
                                    "Of {0} the transition is about the provisions of which {1}."};
inline constexpr Words allow_split{"Eén oude voorziening mag er meer worden. Reden: {0}.", "One old provision may become several. Reason: {0}."};
inline constexpr Words allow_split_of{"Eén oude voorziening van type {1} mag er meer worden. Reden: {0}.",
                                      "One old provision of type {1} may become several. Reason: {0}."};
inline constexpr Words allow_into{"De delen zijn van type {0}.", "The parts are of type {0}."};
inline constexpr Words allow_join{"Oude voorzieningen mogen er samen één worden. Reden: {0}.", "Old provisions may become one together. Reason: {0}."};
inline constexpr Words allow_join_of{"Oude voorzieningen van type {1} mogen er samen één worden. Reden: {0}.",
                                     "Old provisions of type {1} may become one together. Reason: {0}."};
inline constexpr Words history{"Voorzieningen die vóór de overgang eindigden krijgen als nummer {0}.",
                               "Provisions that ended before the transition get as their number {0}."};
inline constexpr Words history_when{"Voorzieningen die vóór de overgang eindigden krijgen als nummer {0}, als {1}.",
                                    "Provisions that ended before the transition get as their number {0}, if {1}."};
inline constexpr Words recoded{"Wat type {0} was, mag onder de nieuwe nummers type {1} zijn. Reden: {2}.",
                               "What was type {0} may be type {1} under the new numbers. Reason: {2}."};
inline constexpr Words ties{"Gelijke kandidaten worden in volgorde aan elkaar gekoppeld. Reden: {0}.", "Equal candidates are paired in order. Reason: {0}."};
inline constexpr Words transition{"Overgang {0}", "Transition {0}"};
inline constexpr Words reason_is{"De reden van de overgang: {0}.", "The reason of the transition: {0}."};
inline constexpr Words month_is{"De eerste maand met de nieuwe nummers is {0}.", "The first month with the new numbers is {0}."};
inline constexpr Words assessed{"Beoordeeld op {0}.", "Assessed on {0}."};
inline constexpr Words sequence{"Dit is conversiebestand nummer {0}.", "This is conversion file number {0}."};
inline constexpr Words sequence_replaces{"Dit is conversiebestand nummer {0}; het vervangt nummer {1} in zijn geheel.",
                                         "This is conversion file number {0}; it replaces number {1} as a whole."};
inline constexpr Words sources{"Bestanden", "Files"};
inline constexpr Words setting{"{0} {1} is", "{0} is {1}"};
inline constexpr Words source_old{"Export van de oude berichtgever {0}: {1}.", "Export of the old sender {0}: {1}."};
inline constexpr Words source_delivered{"Wat berichtgever {0} aan het CBS leverde: {1}.", "What sender {0} delivered to CBS: {1}."};
inline constexpr Words source_new{"Eerste levering van de nieuwe berichtgever {0}: {1}.", "First delivery of the new sender {0}: {1}."};
inline constexpr Words month_in_header{"De maand staat in het bestand.", "The month stands in the file."};
inline constexpr Words month_in_name{"De maand staat in de naam van het bestand ({0}).", "The month stands in the name of the file ({0})."};
inline constexpr Words snapshot{"Het bestand toont de stand op {0}.", "The file shows the state on {0}."};
inline constexpr Words read_with{"Gelezen met {0}.", "Read with {0}."};
inline constexpr Words read_with_settings{"Gelezen met {0}, waarbij {1}.", "Read with {0}, where {1}."};
inline constexpr Words identity{"Hoe voorzieningen van {0} hun nieuwe nummer vinden, in deze volgorde",
                                "How provisions of {0} find their new number, in this order"};
inline constexpr Words step_rule{"het nieuwe nummer is {0}.", "the new number is {0}."};
inline constexpr Words step_rule_when{"het nieuwe nummer is {0}, als {1}.", "the new number is {0}, if {1}."};
inline constexpr Words step_links{"het nieuwe nummer staat bij het oude in de lijst {0}.", "the new number stands beside the old one in the list {0}."};
inline constexpr Words step_match{"de gegevens worden vergeleken (zie hieronder bij Vergelijken).", "the facts are compared (see Comparing below)."};
inline constexpr Words step_else{"Lukt dat niet: {0}", "Failing that: {0}"};
inline constexpr Words match{"Vergelijken", "Comparing"};
inline constexpr Words match_intro{"Twee voorzieningen horen bij elkaar, in deze volgorde van zekerheid:",
                                   "Two provisions belong together, in this order of certainty:"};
inline constexpr Words within_bsn{"Alleen voorzieningen met hetzelfde BSN worden vergeleken.", "Only provisions with the same BSN are compared."};
inline constexpr Words level_equal{"als gelijk zijn: {0}", "when these are equal: {0}"};
inline constexpr Words level_evidence{"anders als alle gegevens samen genoeg bewijs geven: minstens {0} bits",
                                      "otherwise when all facts together give enough evidence: at least {0} bits"};
inline constexpr Words level_evidence_ahead{
    "anders als alle gegevens samen genoeg bewijs geven: minstens {0} bits, en minstens {1} bits meer dan elke andere verdeling",
    "otherwise when all facts together give enough evidence: at least {0} bits, and at least {1} bits more than any other division"};
inline constexpr Words level_days{"anders als de begindatums hoogstens {0} dagen verschillen en de andere gegevens van de eerste trap gelijk zijn",
                                  "otherwise when the start dates differ by at most {0} days and the other facts of the first level are equal"};
inline constexpr Words drops{"Wat niet overgaat", "What does not go over"};
inline constexpr Words drop{"Voorziening {1} van {0} gaat niet over. Reden: {2}.", "Provision {1} of {0} does not go over. Reason: {2}."};
inline constexpr Words gap{"Van {0} ontbreekt de levering over {1}. Reden: {2}.", "The delivery of {0} for {1} is missing. Reason: {2}."};
inline constexpr Words gap_to{"Van {0} ontbreken de leveringen over {1} tot en met {2}. Reden: {3}.",
                              "The deliveries of {0} for {1} up to and including {2} are missing. Reason: {3}."};
inline constexpr Words order{"Van de bestanden {0} geldt het laatst genoemde. Reden: {1}.", "Of the files {0} the last one named holds. Reason: {1}."};
inline constexpr Words requirements{"Eisen", "Requirements"};
inline constexpr Words requirements_intro{"Is aan een eis niet voldaan, dan wordt het conversiebestand afgekeurd.",
                                          "If one is not met, the conversion file is rejected."};
inline constexpr Words require{"{0} is {1} {2}.", "{0} is {1} {2}."};
inline constexpr Words less_than{"minder dan", "less than"};
inline constexpr Words no_more_than{"hoogstens", "at most"};
inline constexpr Words exactly{"precies", "exactly"};
inline constexpr Words no_less_than{"minstens", "at least"};
inline constexpr Words more_than{"meer dan", "more than"};
inline constexpr Words metric_coverage{"het deel van de lopende voorzieningen met een nieuw nummer", "the share of running provisions with a new number"};
inline constexpr Words metric_open{"het aantal voorzieningen dat open blijft", "the number of provisions left open"};
inline constexpr Words metric_unexplained{"het aantal nieuwe voorzieningen zonder verklaring", "the number of new provisions without an explanation"};
inline constexpr Words metric_rejected{"het aantal afgewezen rijen", "the number of rejected rows"};
inline constexpr Words metric_contradictions{"het aantal regels van lijsten dat in strijd is met de gegevens",
                                             "the number of lines of lists that contradict the facts"};
inline constexpr Words metric_other{"de maat {0}", "the measure {0}"};

}  // namespace srgconv::document::wording
