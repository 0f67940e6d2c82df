// What `srgconv profile` tells, for programs: the same facts as codes and numbers.
#include <nlohmann/json.hpp>

#include "profile/profile.hpp"
#include "report/report.hpp"
#include "report/wording.hpp"

namespace srgconv::report {
namespace {

using Json = nlohmann::ordered_json;
using namespace profile;

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::empty: return "empty";
    case Kind::bsn: return "bsn";
    case Kind::birth_date: return "birth-date";
    case Kind::person: return "person";
    case Kind::free_text: return "free-text";
    case Kind::date: return "date";
    case Kind::sender: return "sender";
    case Kind::key: return "key";
    case Kind::code: return "code";
    case Kind::number: return "number";
    case Kind::other: break;
  }
  return "other";
}

std::string_view name_of(Withheld withheld) {
  switch (withheld) {
    case Withheld::nothing: return "nothing";
    case Withheld::bsn: return "bsn";
    case Withheld::birth_date: return "birth-date";
    case Withheld::person: return "person";
    case Withheld::free_text: return "free-text";
    case Withheld::key: return "key";
    case Withheld::sender_or_number: return "number";
    case Withheld::many: return "many";
    case Withheld::unsure: return "unsure";
    case Withheld::few: break;
  }
  return "few";
}

std::string_view name_of(Share share) {
  switch (share) {
    case Share::none: return "none";
    case Share::some: return "some";
    case Share::most: return "most";
    case Share::all: break;
  }
  return "all";
}

std::string_view name_of(Meaning meaning) {
  switch (meaning) {
    case Meaning::none: return "unknown";
    case Meaning::bsn: return "bsn";
    case Meaning::birth_date: return "birth-date";
    case Meaning::person: return "person";
    case Meaning::staff: return "staff";
    case Meaning::address: return "address";
    case Meaning::remark: return "remark";
    case Meaning::id: return "id";
    case Meaning::client: return "client";
    case Meaning::programme: return "programme";
    case Meaning::type: return "type";
    case Meaning::start: return "start";
    case Meaning::end: return "end";
    case Meaning::goal: return "goal";
    case Meaning::work_capacity: return "work_capacity";
    case Meaning::wage_value: return "wage_value";
    case Meaning::wage_sign: return "wage-sign";
    case Meaning::budget: return "budget";
    case Meaning::status: return "status";
    case Meaning::sender: return "sender";
    case Meaning::month: return "month";
    case Meaning::old_id: return "old.id";
    case Meaning::new_id: return "new.id";
    case Meaning::old_sender: return "old.sender";
    case Meaning::new_sender: return "new.sender";
    case Meaning::amount: return "amount";
    case Meaning::other_code: break;
  }
  return "code";
}

std::string_view name_of(read::TextLook::Evidence evidence) {
  using Evidence = read::TextLook::Evidence;
  switch (evidence) {
    case Evidence::mark: return "mark";
    case Evidence::zero_bytes: return "zero-bytes";
    case Evidence::ascii_only: return "ascii-only";
    case Evidence::utf_8_sequences: return "utf-8-sequences";
    case Evidence::windows_only_bytes: return "windows-only-bytes";
    case Evidence::euro_sign: return "euro-sign";
    case Evidence::one_byte_letters: break;
  }
  return "one-byte-letters";
}

std::string_view name_of(HeaderEvidence evidence) {
  switch (evidence) {
    case HeaderEvidence::known_words: return "known-words";
    case HeaderEvidence::unlike_rows: return "unlike-rows";
    case HeaderEvidence::row_like_others: return "row-like-others";
    case HeaderEvidence::personal: return "personal";
    case HeaderEvidence::unsure: break;
  }
  return "unsure";
}

std::string sign_name(char sign) { return sign == '\t' ? "tab" : std::string(1, sign); }

Json csv(const CsvDialect& dialect) {
  Json separators = Json::array();
  for (const SeparatorEvidence& each : dialect.separators)
    separators.push_back({{"separator", sign_name(each.sign)}, {"columns", each.columns}, {"agreeing", each.agreeing}, {"lines", each.lines}});
  return {{"encoding",
           {{"name", encoding_name(dialect.encoding)},
            {"evidence", name_of(dialect.encoding_evidence)},
            {"count", dialect.encoding_count},
            {"alternatives", dialect.encoding_alternatives}}},
          {"separator", sign_name(dialect.separator)},
          {"separators", std::move(separators)},
          {"sampled", dialect.sampled},
          {"quoted_cells", dialect.quoted},
          {"preamble_lines", dialect.preamble_lines},
          {"header", {{"lines", dialect.header_lines}, {"evidence", name_of(dialect.header_evidence)}, {"count", dialect.header_count}}}};
}

Json xml(const XmlShape& shape) {
  Json paths = Json::array(), left_out = Json::array();
  for (const XmlPath& path : shape.paths) {
    Json each = {{"path", shown(path.path)}, {"count", path.count}};
    if (path.leaf) each["filled"] = path.filled;
    each["repeated"] = path.repeated;
    paths.push_back(std::move(each));
  }
  for (const std::string& path : shape.left_out) left_out.push_back(shown(path));
  return {{"root", shown(shape.root)},
          {"namespace", shown(shape.namespace_uri)},
          {"elements", shape.qualified ? "qualified" : "unqualified"},
          {"record", shape.record_path.empty() ? Json(nullptr) : Json(shown(shape.record_path))},
          {"records", shape.records},
          {"documents_without_records", shape.documents_without_records},
          {"paths", std::move(paths)},
          {"more_paths", shape.more_paths},
          {"not_in_records", std::move(left_out)}};
}

Json column(const Column& column) {
  Json result = {{"name", shown(column.name)}, {"kind", name_of(column.kind)}, {"meaning", name_of(column.meaning)}};
  result[column.fill_at_least ? "filled_at_least" : "filled"] = column.filled;
  result[column.distinct_at_least ? "distinct_more_than" : "distinct"] = column.distinct;
  result["unique"] = column.unique;
  result["length"] = {column.shortest, column.longest};
  if (column.kind == Kind::bsn || (column.eleven_passed >= 5 && !column.dates))
    result["eleven_test"] = {{"of_8_or_9_digits", column.eleven_shaped}, {"pass", column.eleven_passed}};
  if (column.dates) {
    const DateFacts& facts = *column.dates;
    result["dates"] = {
        {"pattern", facts.pattern}, {"read", facts.read}, {"incomplete", facts.incomplete}, {"impossible", facts.impossible}, {"with_time", facts.with_time}};
    if (facts.range) result["dates"]["months"] = {facts.range->first.text(), facts.range->second.text()};
  }
  if (column.numbers) {
    result["numbers"] = {{"point", std::string(1, column.numbers->point)}, {"whole", column.numbers->whole}, {"read", column.numbers->read}};
    if (column.numbers->range) result["numbers"]["range"] = {column.numbers->range->first.text(), column.numbers->range->second.text()};
  }
  if (column.list) result["list"] = {{"name", column.list->list}, {"codes", name_of(column.list->codes)}, {"known", name_of(column.list->known)}};
  if (column.withheld != Withheld::nothing) result["withheld"] = name_of(column.withheld);
  if (!column.codes.empty()) {
    Json codes = Json::array();
    for (const ShownCode& code : column.codes) codes.push_back({{"value", shown(code.value)}, {"rows", code.count ? Json(*code.count) : Json("5 or more")}});
    result["codes"] = std::move(codes);
    result["values_under_5"] = column.rare_codes;
  }
  if (!column.patterns.empty()) {
    Json patterns = Json::array();
    for (const Pattern& pattern : column.patterns) patterns.push_back({{"pattern", shown(pattern.text)}, {"rows", pattern.count}});
    result["patterns"] = std::move(patterns);
    result["other_patterns"] = column.other_patterns;
  }
  return result;
}

}  // namespace

std::string profile_json(const Profile& profile) {
  Json layouts = Json::array();
  for (const Layout& layout : profile.layouts) {
    Json files = Json::array(), columns = Json::array(), keys = Json::array();
    for (const std::string& file : layout.files) files.push_back(shown(file));
    for (const Column& each : layout.columns) columns.push_back(column(each));
    for (const auto& [first, second] : layout.keys_of_two) keys.push_back({shown(layout.columns[first].name), shown(layout.columns[second].name)});
    Json result = {{"files", std::move(files)}, {"rows", layout.rows}, {"faulty_rows", layout.faulty_rows}};
    if (layout.csv) result["csv"] = csv(*layout.csv);
    if (layout.xml) result["xml"] = xml(*layout.xml);
    if (layout.pack_format) result["format_of_pack"] = *layout.pack_format;
    result["unique_together"] = std::move(keys);
    result["columns"] = std::move(columns);
    layouts.push_back(std::move(result));
  }
  return Json{{"layouts", std::move(layouts)}}.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace srgconv::report
