// Writes the first rules for an export: what is obvious is filled in, what is not is a question beside the line to change.
#include "profile/draft.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

#include <fmt/format.h>

#include "domain/identifiers.hpp"
#include "profile/vocabulary.hpp"

namespace srgconv::profile {
namespace {

class Draft {
 public:
  Draft(const Layout& layout, const pack::Pack& pack, const std::string& name, Language language)
      : layout_(layout), pack_(pack), name_(name), nl_(language == Language::nl), language_(language), targets_(find_targets(layout)) {
    const auto unwritable = [](const Column& column) { return column.name.empty() || !can_be_written(column.name); };
    numbered_ = layout.csv && std::any_of(layout.columns.begin(), layout.columns.end(), unwritable);
  }

  std::string take() {
    head();
    layout_.csv ? csv_format() : xml_format();
    std::string tables_and_mapping = tables();
    tables_and_mapping += mapping();
    if (!targets_.complete()) {
      missing();
      std::istringstream lines(tables_and_mapping);
      for (std::string line; std::getline(lines, line);) text_ += line.empty() ? "\n" : "# " + line + "\n";
    } else {
      text_ += tables_and_mapping;
    }
    Diagnostics none;
    const auto formatted = rules::format_rules(SourceText("draft", text_), none);
    return formatted.value_or(text_);
  }

 private:
  std::string_view say(std::string_view nl, std::string_view en) const { return nl_ ? nl : en; }
  std::string question(std::string_view nl, std::string_view en) const { return fmt::format("# {}: {}\n", say("VRAAG", "QUESTION"), for_comment(say(nl, en))); }
  const Column& column(std::size_t i) const { return layout_.columns[i]; }

  // ---- names

  std::string field_name(std::size_t i) const {
    if (layout_.csv) {
      const std::string name = numbered_ ? fmt::format("kolom-{}", i + 1) : column(i).name;
      return rules::is_bare_column(name) ? name : '"' + name + '"';
    }
    const auto is = [&](const std::optional<std::size_t>& target) { return target == i; };
    if (is(targets_.bsn)) return "bsn";
    if (is(targets_.id)) return "id";
    if (is(targets_.type)) return "type";
    if (is(targets_.start)) return "start";
    if (is(targets_.end)) return "end";
    if (is(targets_.goal)) return "goal";
    if (is(targets_.work_capacity)) return "work_capacity";
    if (is(targets_.wage_sign)) return "wage_sign";
    if (is(targets_.wage_value)) return needs_signed_percentage() ? "wage_percent" : "wage_value";
    if (is(targets_.sender)) return "source_party";
    return fmt::format("part_{}", i + 1);
  }

  bool needs_signed_percentage() const {
    if (!targets_.wage_value) return false;
    if (targets_.wage_sign) return true;
    const Column& value = column(*targets_.wage_value);
    return value.longest == 5 && value.shortest == 5 && value.numbers && value.numbers->whole;
  }

  std::vector<bool> used() const {
    std::vector<bool> result(layout_.columns.size(), false);
    if (targets_.is_link()) {
      result[*targets_.old_id] = result[*targets_.new_id] = true;
      return result;
    }
    for (const auto& target : {targets_.bsn, targets_.id, targets_.type, targets_.start, targets_.end, targets_.goal, targets_.work_capacity,
                               targets_.wage_value, targets_.sender}) {
      if (target) result[*target] = true;
    }
    if (targets_.wage_sign && targets_.wage_value) result[*targets_.wage_sign] = true;
    if (targets_.id_of_two) result[targets_.id_of_two->first] = result[targets_.id_of_two->second] = true;
    return result;
  }

  // ---- parts

  void head() {
    text_ += fmt::format("# {} {}\n", say("Eerste regels voor", "First rules for"), for_comment(layout_.files.front()));
    text_ += std::string(say("# Beantwoord elke VRAAG hieronder, en voer dan uit: srgconv rules check, en dit bestand.\n",
                             "# Answer every QUESTION below, and then run: srgconv rules check, and this file.\n"));
    if (layout_.pack_format)
      text_ += fmt::format(
          "# {} '{}' {}\n", say("Dit bestand is al bekend als het formaat", "This file is known already as the format"), *layout_.pack_format,
          say("van het formaatpakket: er is geen eigen formaat of mapping nodig.", "of the format pack: no format or mapping of your own is needed."));
    text_ += fmt::format("import {}\n\n", in_quotes(pack_.name));
  }

  std::string reason(const Column& each) const {
    switch (each.kind) {
      case Kind::empty: return std::string(say("leeg in dit bestand", "empty in this file"));
      case Kind::bsn: return std::string(say("een tweede burgerservicenummer", "a second citizen service number"));
      case Kind::birth_date: return std::string(say("misschien een geboortedatum: wordt nooit geleverd", "perhaps a birth date: never delivered"));
      case Kind::person: return std::string(say("gegeven van een persoon, hoort niet bij de SRG", "personal, not part of SRG"));
      case Kind::free_text: return std::string(say("vrije tekst, hoort niet bij de SRG", "free text, not part of SRG"));
      default: break;
    }
    if (each.meaning == Meaning::budget || each.meaning == Meaning::status)
      return std::string(say("nog niet gebruikt: zie de vraag in de mapping", "not used yet: see the question in the mapping"));
    return std::string(say("in deze opzet niet gebruikt", "not used in this draft"));
  }

  void csv_format() {
    const CsvDialect& dialect = *layout_.csv;
    text_ += fmt::format("format {}-export : csv {{\n", name_);
    if (dialect.header_lines == 0 && dialect.header_evidence == HeaderEvidence::unsure)
      text_ += "  " + question("is de eerste regel toch een kop? Schrijf dan 'header yes' en de namen ervan bij columns.",
                               "is the first line a header after all? Then write 'header yes' and its names at columns.");
    const bool utf_16 = dialect.encoding == TextEncoding::utf_16_le || dialect.encoding == TextEncoding::utf_16_be;
    text_ +=
        fmt::format("  encoding {}; separator {}; header {}\n",
                    utf_16 && dialect.encoding_evidence == read::TextLook::Evidence::mark ? "utf-16" : encoding_name(dialect.encoding),
                    dialect.separator == '\t' ? "'tab'" : in_quotes(std::string(1, dialect.separator)), dialect.header_lines > 0 && !numbered_ ? "yes" : "no");
    const std::size_t passed_over = dialect.preamble_lines + (numbered_ ? dialect.header_lines : 0);
    if (passed_over > 0) text_ += fmt::format("  preamble {} {}\n", passed_over, passed_over == 1 ? "line" : "lines");
    std::string names;
    for (std::size_t i = 0; i < layout_.columns.size(); ++i) names += (i == 0 ? "" : ", ") + field_name(i);
    text_ += "  columns " + names + "\n";
    const std::vector<bool> is_used = used();
    for (std::size_t i = 0; i < is_used.size(); ++i) {
      if (!is_used[i]) text_ += fmt::format("  ignore {} because {}\n", field_name(i), in_quotes(reason(column(i))));
    }
    text_ += "}\n\n";
  }

  void xml_format() {
    const XmlShape& shape = *layout_.xml;
    text_ += fmt::format("format {}-export : xml {{\n  root {}", name_, in_quotes(shape.root));
    if (!shape.namespace_uri.empty()) text_ += fmt::format(" in {}", in_quotes(shape.namespace_uri));
    text_ += fmt::format("\n  elements {}\n  record {} {{\n", shape.qualified ? "qualified" : "unqualified", in_quotes(shape.record_path));
    const std::vector<bool> is_used = used();
    std::string left_out;
    bool any = false;
    for (std::size_t i = 0; i < is_used.size(); ++i) {
      const Column& each = column(i);
      if (!is_used[i]) {
        left_out += fmt::format("    # {}: {}\n", for_comment(each.name), reason(each));
        continue;
      }
      any = true;
      text_ += fmt::format("    {} = {}", field_name(i), in_quotes(each.name));
      const bool is_date = targets_.start == i || targets_.end == i;
      if (is_date) text_ += fmt::format(" as {} partial", in_quotes(each.dates ? each.dates->pattern : "yyyymmdd"));
      if (targets_.wage_value == i && !needs_signed_percentage()) text_ += " as number 2";
      if (each.filled < layout_.rows) text_ += " optional";
      text_ += "\n";
    }
    if (!any && !layout_.columns.empty()) text_ += fmt::format("    part_1 = {} optional\n", in_quotes(column(0).name));
    if (!left_out.empty()) text_ += fmt::format("    # {}\n{}", say("Niet opgenomen:", "Left out:"), left_out);
    text_ += "  }\n}\n\n";
  }

  std::string table_name(std::string_view list) const { return fmt::format("{}-{}", name_, list == "work_capacity" ? "work-capacity" : list); }

  std::string tables() const {
    std::string result;
    if (targets_.is_link()) return result;
    for (const auto& [target, list_name] :
         {std::pair(targets_.type, "type"), std::pair(targets_.goal, "goal"), std::pair(targets_.work_capacity, "work_capacity")}) {
      const CodeList* list = pack_.codes.find(list_name);
      if (target && list != nullptr && !needs_no_table(column(*target))) result += draft_table(column(*target), table_name(list_name), *list, language_);
    }
    return result;
  }

  std::string looked_up(std::size_t i, std::string_view list) const {
    return needs_no_table(column(i)) ? field_name(i) : fmt::format("{}[{}]", table_name(list), field_name(i));
  }

  std::string date_of(std::size_t i) const {
    if (layout_.xml) return field_name(i);
    const Column& each = column(i);
    std::string pattern = each.dates ? each.dates->pattern : std::string();
    if (pattern.empty() && targets_.start && column(*targets_.start).dates) pattern = column(*targets_.start).dates->pattern;
    if (pattern.empty()) pattern = "dd-mm-yyyy";
    const bool time = each.dates && each.dates->with_time, partial = each.dates && each.dates->incomplete > 0;
    const std::string value = time ? fmt::format("substring({}, 1, 10)", field_name(i)) : field_name(i);
    return fmt::format("{}({}, {})", partial ? "partial_date" : "date", value, in_quotes(pattern));
  }

  std::string mapping() const { return targets_.is_link() ? link_mapping() : provision_mapping(); }

  std::string link_mapping() const {
    std::string text = fmt::format("mapping {0}-links from {0}-export to link {{\n", name_);
    if (column(*targets_.new_id).filled < layout_.rows)
      text += fmt::format("  skip when {} is empty because {}\n", field_name(*targets_.new_id),
                          in_quotes(say("de lijst geeft geen nieuw nummer", "the list gives no new number")));
    return text + fmt::format("  old.id = {}\n  new.id = {}\n}}\n", field_name(*targets_.old_id), field_name(*targets_.new_id));
  }

  std::string guards() const {
    std::string text;
    if (targets_.sender) {
      text += "  " + question("hoort een rij van een andere partij er niet bij?", "does a row of another party not belong here?");
      text += fmt::format("  reject when {} != sender because {}\n", field_name(*targets_.sender),
                          in_quotes(say("de rij is van een andere partij dan de berichtgever", "the row is of another party than the sender")));
    }
    if (layout_.xml) return text;
    for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
      const Column& each = column(i);
      if (each.meaning != Meaning::budget && each.meaning != Meaning::status) continue;
      std::string found;
      for (const ShownCode& code : each.codes) found += (found.empty() ? "" : ", ") + for_comment(code.value);
      if (found.empty()) found = say("geen in 5 rijen of meer", "none in 5 rows or more");
      const bool budget = each.meaning == Meaning::budget;
      text += "  " + (budget ? question(fmt::format("welk budget hoort niet bij de SRG? Gevonden in {}: {}.", each.name, found),
                                        fmt::format("which budget is outside SRG? Found in {}: {}.", each.name, found))
                             : question(fmt::format("welke stand telt niet mee? Gevonden in {}: {}.", each.name, found),
                                        fmt::format("which state does not count? Found in {}: {}.", each.name, found)));
      text +=
          fmt::format("  # skip when {} in ({}) because {}\n", field_name(i), budget ? "'INB', 'WMO'" : "'test', 'concept'",
                      in_quotes(budget ? say("budget buiten de SRG", "budget outside SRG") : say("test of nog niet besloten", "a test or not decided yet")));
    }
    if (targets_.id || targets_.id_of_two) {
      text += "  " + question("staan er proefrijen in, en waaraan zijn die te zien?", "are there test rows, and by what can they be told?");
      text += fmt::format("  # skip when {} starts with 'TEST' because {}\n", field_name(targets_.id ? *targets_.id : targets_.id_of_two->first),
                          in_quotes(say("testvoorziening", "test provision")));
    }
    return text;
  }

  std::string provision_mapping() const {
    const std::string first = guards();
    std::string text = fmt::format("mapping {0}-provisions from {0}-export to provision {{\n{1}{2}", name_, first, first.empty() ? "" : "\n");
    const auto line = [&](std::string_view field, const std::string& value) { text += fmt::format("  {} = {}\n", field, value); };
    if (targets_.bsn) {
      const Column& bsn = column(*targets_.bsn);
      const bool plain = bsn.odd_bsns == 0 && bsn.shortest == 9 && bsn.longest == 9;
      line("bsn", plain ? field_name(*targets_.bsn) : fmt::format("pad_left(digits({}), 9, '0')", field_name(*targets_.bsn)));
    }
    if (targets_.id) {
      if (!column(*targets_.id).unique)
        text += "  " + question("dit nummer komt vaker voor; wat maakt het in elke rij anders?",
                                "this number occurs more than once; what makes it different in every row?");
      line("id", field_name(*targets_.id));
    } else if (targets_.id_of_two) {
      text += "  " + question("is dit het registratienummer zoals het aan het CBS is geleverd, met dit teken ertussen?",
                              "is this the registration number as it was delivered to CBS, with this sign between?");
      line("id", fmt::format("{} & '-' & {}", field_name(targets_.id_of_two->first), field_name(targets_.id_of_two->second)));
    }
    if (targets_.type) line("type", looked_up(*targets_.type, "type"));
    if (targets_.start) {
      if (column(*targets_.start).meaning != Meaning::start) text += "  " + question("is dit de begindatum?", "is this the start date?");
      line("start", date_of(*targets_.start));
    }
    if (targets_.end) {
      if (layout_.csv && !column(*targets_.end).dates)
        text += "  " + question("klopt dit datumpatroon? Er waren te weinig datums.", "is this date pattern right? There were too few dates.");
      line("end", date_of(*targets_.end) + (layout_.csv ? fmt::format(" when {} is not empty", field_name(*targets_.end)) : std::string()));
    }
    const auto table = [&](std::string_view field, const std::optional<std::size_t>& target) {
      if (!target) return;
      const bool direct = needs_no_table(column(*target));
      line(field, looked_up(*target, field) + (direct ? std::string() : fmt::format(" when {} is not empty", field_name(*target))));
    };
    table("goal", targets_.goal);
    table("work_capacity", targets_.work_capacity);
    if (targets_.wage_value) wage(line);
    return text + "}\n";
  }

  template <class Line>
  void wage(const Line& line) const {
    const std::string field = field_name(*targets_.wage_value);
    if (needs_signed_percentage()) {
      line("wage_value", targets_.wage_sign ? fmt::format("signed_percentage(coalesce({}, '+'), {})", field_name(*targets_.wage_sign), field)
                                            : fmt::format("signed_percentage('+', {})", field));
    } else if (layout_.xml) {
      line("wage_value", field);
    } else {
      const auto& numbers = column(*targets_.wage_value).numbers;
      line("wage_value", fmt::format("decimal({}, '{}')", field, numbers ? numbers->point : ','));
    }
  }

  void missing() {
    std::string fields;
    const auto add = [&](bool there, std::string_view nl, std::string_view en) {
      if (!there) fields += (fields.empty() ? "" : ", ") + std::string(say(nl, en));
    };
    add(targets_.bsn.has_value(), "het burgerservicenummer", "the citizen service number");
    add(targets_.id || targets_.id_of_two, "het registratienummer", "the registration number");
    add(targets_.type.has_value(), "de soort voorziening", "the type of provision");
    add(targets_.start.has_value(), "de begindatum", "the start date");
    text_ += question(fmt::format("welke kolom is {}? Die is niet gevonden; een mapping is pas mogelijk als dat bekend is. Haal dan overal het # weg.", fields),
                      fmt::format("which column is {}? It was not found; a mapping is possible only when that is known. Then take every # away.", fields));
  }

  const Layout& layout_;
  const pack::Pack& pack_;
  const std::string& name_;
  bool nl_;
  Language language_;
  Targets targets_;
  bool numbered_ = false;  // a name of the header cannot be written in rules
  std::string text_;
};

}  // namespace

std::string draft_rules(const Layout& layout, const pack::Pack& pack, const std::string& name, Language language) {
  return Draft(layout, pack, name, language).take();
}

}  // namespace srgconv::profile
