// What `srgconv profile` tells, for people.
#include <algorithm>

#include <fmt/format.h>

#include "profile/profile.hpp"
#include "report/report.hpp"
#include "report/text_layout.hpp"
#include "report/wording.hpp"

namespace srgconv::report {
namespace {

using namespace profile;

std::string sign_name(char sign) { return sign == '\t' ? "tab" : fmt::format("'{}'", sign); }

class ProfileText {
 public:
  ProfileText(const Profile& profile, Language language) : profile_(profile), nl_(language == Language::nl) {}

  std::string take() {
    for (const Layout& layout : profile_.layouts) {
      if (!text_.empty()) text_ += "\n";
      files(layout);
      if (layout.csv) csv(*layout.csv, layout);
      if (layout.xml) xml(*layout.xml, layout);
      keys(layout);
      if (!layout.columns.empty()) columns(layout);
    }
    text_ += "\n" +
             std::string(say("Getoond worden alleen waarden die in ten minste 5 rijen staan en geen persoonsgegeven zijn.",
                             "Only values are shown that stand in at least 5 rows and are no personal data.")) +
             "\n";
    return std::move(text_);
  }

 private:
  std::string_view say(std::string_view nl, std::string_view en) const { return nl_ ? nl : en; }

  // A line of the head: its word, and what is said, broken at the screen's width.
  void fact(std::string_view word, std::string_view what) {
    constexpr std::size_t indent = 14;
    for (const std::string& line : wrap("  " + fill_right(word, indent - 2) + shown(what), indent)) text_ += line + "\n";
  }

  void files(const Layout& layout) {
    constexpr std::size_t most = 8;
    for (std::size_t i = 0; i < std::min(most, layout.files.size()); ++i) text_ += shown(layout.files[i]) + "\n";
    if (layout.files.size() > most)
      text_ += fmt::format("{}\n",
                           nl_ ? fmt::format("en nog {} bestanden", layout.files.size() - most) : fmt::format("and {} more files", layout.files.size() - most));
    const std::size_t columns = layout.columns.size();
    std::string rows = nl_ ? fmt::format("{}, {} {}", counted(layout.rows, "rij", "rijen"), columns, columns == 1 ? "kolom" : "kolommen")
                           : fmt::format("{}, {} {}", counted(layout.rows, "row", "rows"), columns, columns == 1 ? "column" : "columns");
    if (layout.faulty_rows > 0)
      rows += nl_ ? fmt::format("; {} te veel of te weinig kolommen", counted(layout.faulty_rows, "rij heeft", "rijen hebben"))
                  : fmt::format("; {} too many or too few columns", counted(layout.faulty_rows, "row has", "rows have"));
    fact(say("inhoud", "contents"), rows);
  }

  std::string encoding(const CsvDialect& dialect) const {
    using Evidence = read::TextLook::Evidence;
    const std::string name(encoding_name(dialect.encoding));
    const auto count = dialect.encoding_count;
    switch (dialect.encoding_evidence) {
      case Evidence::mark: return name + std::string(say(": het bestand begint met het merkteken ervan", ": the file begins with its mark"));
      case Evidence::zero_bytes:
        return name + std::string(say(": naast bijna elk teken staat een byte nul", ": a zero byte stands beside nearly every character"));
      case Evidence::ascii_only:
        return name + std::string(say(": geen enkel teken met een accent, elke codering past", ": no letter with an accent, every encoding fits"));
      case Evidence::utf_8_sequences:
        return name + (nl_ ? fmt::format(": {} met accent of teken, alle goed geschreven", counted(count, "letter", "letters"))
                           : fmt::format(": {} beyond plain ones, all written right", counted(count, "character", "characters")));
      case Evidence::windows_only_bytes:
        return name + (nl_ ? fmt::format(": {} die alleen daar een teken zijn", counted(count, "byte", "bytes"))
                           : fmt::format(": {} that are a character only there", counted(count, "byte", "bytes")));
      case Evidence::euro_sign:
        return name + (nl_ ? fmt::format(": {} die daar het euroteken zijn", counted(count, "byte", "bytes"))
                           : fmt::format(": {} that are the euro sign there", counted(count, "byte", "bytes")));
      case Evidence::one_byte_letters: break;
    }
    return name + (nl_ ? fmt::format(": {} buiten ASCII, geen goede UTF-8{}", counted(count, "byte", "bytes"),
                                     dialect.encoding_alternatives ? "; iso-8859-15 geeft dezelfde tekst" : "")
                       : fmt::format(": {} beyond ASCII, no good UTF-8{}", counted(count, "byte", "bytes"),
                                     dialect.encoding_alternatives ? "; iso-8859-15 gives the same text" : ""));
  }

  std::string separator(const CsvDialect& dialect) const {
    std::string text;
    for (const SeparatorEvidence& each : dialect.separators) {
      if (!text.empty()) text += "; ";
      text += nl_ ? fmt::format("{} geeft {} op {} van {} regels", sign_name(each.sign), counted(each.columns, "kolom", "kolommen"), each.agreeing, each.lines)
                  : fmt::format("{} gives {} on {} of {} lines", sign_name(each.sign), counted(each.columns, "column", "columns"), each.agreeing, each.lines);
    }
    if (dialect.sampled) text += say(" (van de eerste regels)", " (of the first lines)");
    return text;
  }

  std::string header(const CsvDialect& dialect, std::size_t columns) const {
    const auto count = dialect.header_count;
    switch (dialect.header_evidence) {
      case HeaderEvidence::known_words:
        return nl_ ? fmt::format("ja: {} van {} namen zijn bekende woorden", count, columns)
                   : fmt::format("yes: {} of {} names are known words", count, columns);
      case HeaderEvidence::unlike_rows:
        return nl_ ? fmt::format("ja: boven {} met getallen of datums staat tekst", counted(count, "kolom", "kolommen"))
                   : fmt::format("yes: text stands above {} of numbers or dates", counted(count, "column", "columns"));
      case HeaderEvidence::row_like_others:
        return std::string(say("nee: de eerste regel is een rij als de andere", "no: the first line is a row like the others"));
      case HeaderEvidence::personal:
        return nl_ ? fmt::format("nee: kolom {} van de eerste regel kan een gegeven van iemand zijn", count)
                   : fmt::format("no: column {} of the first line may be somebody's data", count);
      case HeaderEvidence::unsure: break;
    }
    return std::string(say("niet aan te tonen; de eerste regel telt daarom als rij en wordt niet getoond. Is het toch een kop, schrijf dan 'header yes'",
                           "cannot be shown; so the first line counts as a row and is not shown. If it is a header, write 'header yes'"));
  }

  void csv(const CsvDialect& dialect, const Layout& layout) {
    fact(say("codering", "encoding"), encoding(dialect));
    fact(say("scheiding", "separator"), separator(dialect));
    if (dialect.quoted > 0)
      fact(say("aanhaling", "quotes"), nl_ ? fmt::format("{} tussen dubbele aanhalingstekens", counted(dialect.quoted, "cel", "cellen"))
                                           : fmt::format("{} in double quotes", counted(dialect.quoted, "cell", "cells")));
    if (dialect.preamble_lines > 0)
      fact(say("titel", "title"), nl_ ? fmt::format("{} boven de tabel", counted(dialect.preamble_lines, "regel", "regels"))
                                      : fmt::format("{} above the table", counted(dialect.preamble_lines, "line", "lines")));
    fact(say("kop", "header"), header(dialect, layout.columns.size()));
  }

  void xml(const XmlShape& shape, const Layout& layout) {
    fact(say("wortel", "root"), shape.namespace_uri.empty() ? shape.root : fmt::format("{} {} {}", shape.root, say("in", "in"), shape.namespace_uri));
    if (shape.record_path.empty()) {
      fact("record", say("geen element dat zich herhaalt gevonden", "no element that repeats was found"));
    } else {
      fact("record",
           nl_ ? fmt::format("{} komt {} keer voor", shape.record_path, shape.records) : fmt::format("{} occurs {} times", shape.record_path, shape.records));
    }
    if (shape.documents_without_records > 0)
      fact(say("leeg", "empty"), nl_ ? fmt::format("{} zonder record", counted(shape.documents_without_records, "bestand", "bestanden"))
                                     : fmt::format("{} without a record", counted(shape.documents_without_records, "file", "files")));
    if (layout.pack_format)
      fact(say("formaat", "format"), nl_ ? fmt::format("dit is '{}' van het formaatpakket: er is geen mapping nodig", *layout.pack_format)
                                         : fmt::format("this is '{}' of the format pack: no mapping is needed", *layout.pack_format));
    text_ += fmt::format("\n  {}\n", say("paden: hoe vaak, en hoe vaak gevuld", "paths: how often, and how often filled"));
    for (const XmlPath& path : shape.paths) {
      const auto depth = static_cast<std::size_t>(std::count(path.path.begin(), path.path.end(), '/'));
      std::string line = fmt::format("  {:>7} {:>7}  {}{}", path.count, path.leaf ? fmt::format("{}", path.filled) : "", std::string(2 * depth, ' '),
                                     shown(path.path.substr(path.path.rfind('/') + 1)));
      if (path.repeated) line += say("  (herhaalt zich)", "  (repeats)");
      text_ += clip(line) + "\n";
    }
    if (shape.more_paths) text_ += fmt::format("  {}\n", say("en meer paden dan hier passen", "and more paths than fit here"));
  }

  void keys(const Layout& layout) {
    std::string text;
    for (const Column& column : layout.columns) {
      if (column.unique && column.kind == Kind::key) text += (text.empty() ? "" : ", ") + column.name;
    }
    if (!text.empty()) return fact(say("sleutel", "key"), text + std::string(say(" is in elke rij anders", " differs from row to row")));
    constexpr std::size_t most = 3;
    for (std::size_t i = 0; i < std::min(most, layout.keys_of_two.size()); ++i) {
      const auto& [first, second] = layout.keys_of_two[i];
      text += fmt::format("{}{} {} {}", text.empty() ? "" : "; ", layout.columns[first].name, say("met", "with"), layout.columns[second].name);
    }
    if (!text.empty()) return fact(say("sleutel", "key"), text + std::string(say(": samen in elke rij anders", ": together different in every row")));
    if (layout.rows > 1 && !layout.columns.empty())
      fact(say("sleutel", "key"), say("geen kolom die in elke rij anders is", "no column that differs in every row"));
  }

  std::string kind(const Column& column) const {
    switch (column.kind) {
      case Kind::empty: return std::string(say("leeg", "empty"));
      case Kind::bsn: return std::string(say("burgerservicenummer", "citizen service number (BSN)"));
      case Kind::birth_date: return std::string(say("datum, misschien een geboortedatum", "date, perhaps a birth date"));
      case Kind::person: return std::string(say("naam, adres of contactgegeven", "name, address or contact"));
      case Kind::free_text: return std::string(say("vrije tekst", "free text"));
      case Kind::date: return std::string(column.dates && column.dates->month ? say("maand", "month") : say("datum", "date"));
      case Kind::sender: return std::string(say("codes van berichtgevers", "codes of senders"));
      case Kind::key: return std::string(say("nummer", "number that identifies"));
      case Kind::code: return std::string(say("codes", "codes"));
      case Kind::number: return std::string(say("getal", "number"));
      case Kind::other: break;
    }
    return std::string(say("tekst", "text"));
  }

  std::string meaning(const Column& column) const {
    switch (column.meaning) {
      case Meaning::id: return std::string(say("registratienummer", "registration number"));
      case Meaning::client: return std::string(say("cliënt", "client"));
      case Meaning::programme: return std::string(say("traject", "programme"));
      case Meaning::type: return std::string(say("soort voorziening", "type of provision"));
      case Meaning::start: return std::string(say("begin", "start"));
      case Meaning::end: return std::string(say("einde", "end"));
      case Meaning::goal: return std::string(say("doel", "goal"));
      case Meaning::work_capacity: return std::string(say("arbeidsvermogen", "work capacity"));
      case Meaning::wage_value: return std::string(say("loonwaarde", "wage value"));
      case Meaning::budget: return std::string(say("financiering", "funding"));
      case Meaning::status: return "status";
      case Meaning::sender: return std::string(say("berichtgever", "sender"));
      case Meaning::month: return std::string(say("verslagmaand", "report month"));
      case Meaning::old_id: return std::string(say("oud nummer", "old number"));
      case Meaning::new_id: return std::string(say("nieuw nummer", "new number"));
      default: return {};
    }
  }

  std::string_view why(Withheld withheld) const {
    switch (withheld) {
      case Withheld::many: return say("te veel verschillende waarden om te tonen", "too many different values to show");
      case Withheld::unsure:
        return say("waarden niet getoond: de kop is onbekend en het kunnen namen zijn", "values not shown: the header is unknown and they may be names");
      case Withheld::few: return say("geen waarde staat in 5 rijen of meer", "no value stands in 5 rows or more");
      default: return {};
    }
  }

  void columns(const Layout& layout) {
    std::size_t name_width = 12;
    for (const Column& column : layout.columns) name_width = std::min<std::size_t>(34, std::max(name_width, width(shown(column.name))));
    text_ += fmt::format("\n  {}  {:>14}  {:>9}  {}\n", fill_right(say("kolom", "column"), name_width), say("gevuld", "filled"), say("versch.", "distinct"),
                         say("wat het is", "what it is"));
    for (const Column& column : layout.columns) one_column(column, layout.rows, name_width);
  }

  void one_column(const Column& column, std::uint64_t rows, std::size_t name_width) {
    const std::string filled =
        column.fill_at_least ? fmt::format("≥ {}", column.filled) : fmt::format("{} {:>3}%", column.filled, rows == 0 ? 0 : column.filled * 100 / rows);
    const std::string distinct = fmt::format("{}{}", column.distinct_at_least ? "> " : "", column.distinct);
    std::string what = kind(column);
    if (const std::string about = meaning(column); !about.empty()) what += ": " + about;
    const std::string name = shown(column.name);
    std::string line = "  " + fill_right(clip(name, name_width), name_width) + "  " + fill_left(filled, 14) + "  " + fill_left(distinct, 9) + "  " + what;
    text_ += clip(line) + "\n";
    for (const std::string& detail : details(column)) {
      for (const std::string& part : wrap("      " + shown(detail), 8)) text_ += part + "\n";
    }
  }

  std::vector<std::string> details(const Column& column) const {
    std::vector<std::string> lines;
    if (width(shown(column.name)) > 34) lines.push_back(column.name);
    if (column.kind == Kind::bsn || (column.eleven_passed >= 5 && !column.dates))
      lines.push_back(nl_ ? fmt::format("elfproef: {} van {} nummers van 8 of 9 cijfers voldoen{}", column.eleven_passed, column.eleven_shaped,
                                        column.odd_bsns > 0 ? "; er zijn er met punten, of zonder voorloopnul" : "")
                          : fmt::format("11-test: {} of {} numbers of 8 or 9 digits pass{}", column.eleven_passed, column.eleven_shaped,
                                        column.odd_bsns > 0 ? "; some have dots, or lack their leading zero" : ""));
    if (column.dates) lines.push_back(dates(*column.dates));
    if (column.numbers) lines.push_back(numbers(*column.numbers));
    if (column.list) lines.push_back(list(*column.list));
    if (!column.codes.empty()) lines.push_back(codes(column));
    if (const auto text = why(column.withheld); !text.empty()) lines.emplace_back(text);
    if (!column.patterns.empty()) lines.push_back(patterns(column));
    if (column.kind == Kind::free_text || column.kind == Kind::key || column.kind == Kind::other)
      lines.push_back(nl_ ? fmt::format("lengte {} tot en met {}", column.shortest, column.longest)
                          : fmt::format("length {} to {}", column.shortest, column.longest));
    return lines;
  }

  std::string list(const ListShare& share) const {
    const auto rows = [this](Share each) {
      return each == Share::all    ? say("alle rijen hebben", "all rows have")
             : each == Share::most ? say("de meeste rijen hebben", "most rows have")
                                   : say("sommige rijen hebben", "some rows have");
    };
    return share.codes != Share::none
               ? fmt::format("{} {} '{}'", rows(share.codes), say("een code van de lijst", "a code of the list"), share.list)
               : fmt::format("{} {} '{}'", rows(share.known), say("een woord dat bekend is bij de lijst", "a word that is known with the list"), share.list);
  }

  std::string dates(const DateFacts& facts) const {
    std::string text =
        nl_ ? fmt::format("datumpatroon {}: {} gelezen", facts.pattern, facts.read) : fmt::format("date pattern {}: {} read", facts.pattern, facts.read);
    if (facts.incomplete > 0) text += nl_ ? fmt::format(", {} onvolledig", facts.incomplete) : fmt::format(", {} incomplete", facts.incomplete);
    if (facts.impossible > 0) text += nl_ ? fmt::format(", {} bestaan niet", facts.impossible) : fmt::format(", {} do not exist", facts.impossible);
    if (facts.with_time) text += say(", met een tijd erachter", ", with a time behind it");
    if (facts.range) text += fmt::format("; {} {} {}", facts.range->first.text(), say("tot en met", "to"), facts.range->second.text());
    return text;
  }

  std::string numbers(const NumberFacts& facts) const {
    std::string text(facts.whole          ? say("gehele getallen", "whole numbers")
                     : facts.point == ',' ? say("met een decimale komma", "with a decimal comma")
                                          : say("met een decimale punt", "with a decimal point"));
    if (facts.range) text += fmt::format("; {} {} {}", facts.range->first.text(), say("tot en met", "to"), facts.range->second.text());
    return text;
  }

  std::string codes(const Column& column) const {
    std::string text;
    for (const ShownCode& code : column.codes) {
      if (!text.empty()) text += ", ";
      text += code.value + (code.count ? fmt::format(" {}", *code.count) : std::string(say(" (5 of meer)", " (5 or more)")));
    }
    if (column.rare_codes > 0)
      text += nl_ ? fmt::format("; en {} in minder dan 5 rijen (<5)", counted(column.rare_codes, "waarde", "waarden"))
                  : fmt::format("; and {} in fewer than 5 rows (<5)", counted(column.rare_codes, "value", "values"));
    return text;
  }

  std::string patterns(const Column& column) const {
    std::string text(say("patronen ", "patterns "));
    for (std::size_t i = 0; i < column.patterns.size(); ++i)
      text += fmt::format("{}{} {}", i == 0 ? "" : ", ", column.patterns[i].text, column.patterns[i].count);
    if (column.other_patterns > 0) text += fmt::format(", {} {}", say("anders", "other"), column.other_patterns);
    return text;
  }

  const Profile& profile_;
  bool nl_;
  std::string text_;
};

}  // namespace

std::string profile_text(const Profile& profile, Language language) { return ProfileText(profile, language).take(); }

}  // namespace srgconv::report
