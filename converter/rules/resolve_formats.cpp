// Formats and code tables.
#include <algorithm>
#include <array>
#include <utility>

#include "rules/lexemes.hpp"
#include "rules/resolve.hpp"
#include "rules/resolve_fixed_width.hpp"

namespace srgconv::rules {
namespace {

using syntax::Word;

constexpr std::array<std::pair<std::string_view, TextEncoding>, 6> encodings = {{{"utf-8", TextEncoding::utf_8},
                                                                                 {"utf-16", TextEncoding::utf_16},
                                                                                 {"utf-16le", TextEncoding::utf_16_le},
                                                                                 {"utf-16be", TextEncoding::utf_16_be},
                                                                                 {"windows-1252", TextEncoding::windows_1252},
                                                                                 {"iso-8859-15", TextEncoding::iso_8859_15}}};

enum class PathPlace { record, group, field, header };

// `A/B`; for fields `@a` at the end, too, and for fields of a record or group `../` in front.
bool good_path(std::string_view path, PathPlace place) {
  constexpr std::string_view forbidden = " \t[]()*|\"'<>=,;:\\@";
  while (place == PathPlace::field && path.starts_with("../")) path.remove_prefix(3);
  while (true) {
    const std::size_t slash = path.find('/');
    const bool last = slash == std::string_view::npos;
    std::string_view part = path.substr(0, slash);
    if (part.starts_with('@')) {
      if (!last || place == PathPlace::record || place == PathPlace::group) return false;
      part.remove_prefix(1);
    }
    if (part.empty() || part.find_first_of(forbidden) != std::string_view::npos) return false;
    if (part[0] == '.' || part[0] == '-' || (part[0] >= '0' && part[0] <= '9')) return false;
    if (last) return true;
    path.remove_prefix(slash + 1);
  }
}

class FormatResolver {
 public:
  FormatResolver(const syntax::Format& written, Environment& environment)
      : written_(written), environment_(environment), format_(std::make_shared<Format>()), fixed_width_(*format_, environment), faulty_(written.faulty) {}

  void run() {
    const bool fresh = environment_.declare("format or mapping", written_.name);
    format_->name = written_.name.text;
    const std::string& kind = written_.kind.text;
    format_->kind = kind == "csv" ? FormatKind::csv : kind == "fixed" ? FormatKind::fixed : kind == "xlsx" ? FormatKind::xlsx : FormatKind::xml;
    format_->folder = environment_.folder();
    format_->span = environment_.place(written_.name.span);
    for (const syntax::FormatLine& line : written_.lines) {
      std::visit([this](const auto& node) { once(node); }, line);
    }
    for (const auto& [count, index] : counts_) check(count, format_->header[index]);
    if (!faulty_) check_complete();
    if (!fresh) return;
    // Columns stand in one statement: when that was understood, all of them are known.
    if (faulty_ && (seen_.count("columns") == 0 || format_->fields.empty())) environment_.mark_incomplete(format_.get());
    environment_.rules().formats.push_back(format_);
  }

 private:
  // A statement that may stand in a format once.
  template <class Node>
  void once(const Node& node) {
    std::string key;
    if constexpr (std::is_same_v<Node, syntax::Setting>) key = node.key.text;
    if constexpr (std::is_same_v<Node, syntax::Columns> || std::is_same_v<Node, syntax::FixedColumns>) key = "columns";
    if constexpr (std::is_same_v<Node, syntax::KindPlace>) key = "kind";
    if constexpr (std::is_same_v<Node, syntax::Sheets>) key = "sheet";
    if constexpr (std::is_same_v<Node, syntax::Root>) key = "root";
    if constexpr (std::is_same_v<Node, syntax::Header>) key = "header";
    if constexpr (std::is_same_v<Node, syntax::Record>) key = "record";
    if (!key.empty()) {
      const auto [entry, fresh] = seen_.emplace(key, node.span);
      if (!fresh) {
        environment_.report("RULE-025", node.span, {{"statement", key}}, {}, {{environment_.place(entry->second), "RULE-100"}});
        return;
      }
    }
    take(node);
  }

  void take(const syntax::Setting& setting) {
    const std::string& value = setting.value.text;
    if (setting.key.text == "encoding") take_encoding(setting.value);
    if (setting.key.text == "separator") take_separator(setting.value);
    if (setting.key.text == "header") format_->header_lines = value == "yes" ? 1 : value == "no" ? 0 : lines(setting.value);
    if (setting.key.text == "preamble") format_->preamble_lines = lines(setting.value);
    if (setting.key.text == "schema") format_->schema = value;
    if (setting.key.text == "elements") format_->qualified = value == "qualified";
  }

  // A number of lines, 1 to 20.
  std::size_t lines(const Word& word) {
    const auto number = Decimal::parse(word.text);
    if (number && number->is_whole() && *number >= Decimal::whole(1) && *number <= Decimal::whole(20)) return static_cast<std::size_t>(number->units() / 10000);
    environment_.report("RULE-150", word.span, {{"text", word.text}});
    return 1;
  }

  void take_encoding(const Word& word) {
    const auto found = std::find_if(encodings.begin(), encodings.end(), [&](const auto& entry) { return entry.first == word.text; });
    if (found != encodings.end()) {
      format_->encoding = found->second;
      return;
    }
    std::vector<std::string> names;
    for (const auto& [name, encoding] : encodings) names.emplace_back(name);
    environment_.report("RULE-072", word.span, {{"encoding", word.text}, {"encodings", listed(names)}}, near_name(word.text, names));
  }

  void take_separator(const Word& word) {
    const std::string text = word.text == "tab" ? "\t" : word.text;
    const bool plain = text.size() == 1 && (text[0] == '\t' || (text[0] >= ' ' && text[0] < '\x7F')) && text[0] != '"';
    if (plain)
      format_->separator = text[0];
    else
      environment_.report("RULE-071", word.span);
  }

  void take(const syntax::Columns& columns) {
    for (const Word& word : columns.columns) {
      Field field;
      field.name = word.text;
      field.optional = true;  // a cell may always be empty
      field.span = environment_.place(word.span);
      if (fresh_name(word, format_->fields)) format_->fields.push_back(std::move(field));
    }
  }

  void take(const syntax::FixedColumns& columns) { fixed_width_.take(columns); }
  void take(const syntax::KindPlace& kind) { fixed_width_.take(kind); }
  void take(const syntax::LineColumns& line) {
    faulty_ = faulty_ || line.faulty;
    fixed_width_.take(line);
  }
  void take(const syntax::OtherLine& line) { fixed_width_.take(line); }

  void take(const syntax::Sheets& sheets) {
    for (const Word& word : sheets.names) {
      const auto& known = format_->sheets;
      if (std::find(known.begin(), known.end(), word.text) != known.end()) {
        environment_.report("RULE-132", word.span, {{"sheet", word.text}});
      } else if (word.text.empty()) {
        environment_.report("RULE-133", word.span);
      } else {
        format_->sheets.push_back(word.text);
      }
    }
  }

  void take(const syntax::Ignore& ignore) {
    for (const Word& word : ignore.columns) ignored_.emplace_back(word, ignore.reason.text);
  }

  void take(const syntax::Root& root) {
    if (!good_path(root.element.text, PathPlace::record) || root.element.text.find('/') != std::string::npos) {
      environment_.report("RULE-074", root.element.span, {{"path", root.element.text}});
    }
    format_->root = root.element.text;
    if (root.namespace_uri) format_->namespace_uri = root.namespace_uri->text;
  }

  void take(const syntax::Header& header) {
    faulty_ = faulty_ || header.faulty;
    for (const syntax::Field& field : header.fields) {
      if (!fresh_name(field.name, format_->header)) continue;
      if (field.count) counts_.emplace_back(*field.count, format_->header.size());
      format_->header.push_back(resolved(field, PathPlace::header));
    }
  }

  void take(const syntax::Record& record) {
    faulty_ = faulty_ || record.faulty;
    format_->record_path = record.path.text;
    check_path(record.path, PathPlace::record);
    for (const syntax::RecordLine& line : record.lines) {
      if (const auto* field = std::get_if<syntax::Field>(&line))
        add_field(*field, format_->fields, PathPlace::field);
      else if (const auto* ignore = std::get_if<syntax::Ignore>(&line))
        take(*ignore);
      else
        take(std::get<syntax::Group>(line));
    }
  }

  void take(const syntax::Group& written) {
    faulty_ = faulty_ || written.faulty;
    Group group{written.name.text, written.path.text, {}, environment_.place(written.name.span)};
    check_path(written.path, PathPlace::group);
    for (const syntax::Field& field : written.fields) add_field(field, group.fields, PathPlace::field);
    if (fresh_name(written.name, format_->groups)) format_->groups.push_back(std::move(group));
  }

  void add_field(const syntax::Field& written, std::vector<Field>& fields, PathPlace place) {
    if (written.count) environment_.report("RULE-077", written.count->span);
    if (fresh_name(written.name, fields)) fields.push_back(resolved(written, place));
  }

  Field resolved(const syntax::Field& written, PathPlace place) {
    Field field;
    field.name = written.name.text;
    field.span = environment_.place(written.name.span);
    field.partial = written.partial;
    field.optional = written.optional;
    if (written.path) {
      field.path = written.path->text;
      check_path(*written.path, place);
    }
    if (written.count) {
      field.type = ValueType::number;
      field.count = RecordCount{};
    }
    switch (written.reading) {
      case syntax::Field::Reading::as_written: break;
      case syntax::Field::Reading::pattern: read_pattern(*written.argument, field); break;
      case syntax::Field::Reading::number: read_number(written, field); break;
      case syntax::Field::Reading::role:
        if (environment_.required_list(written.argument->text, written.argument->span) != nullptr) field.role_list = written.argument->text;
        break;
    }
    const bool date_expected = field.type == ValueType::date || (written.reading == syntax::Field::Reading::pattern && !field.pattern);
    if (field.partial && !date_expected) environment_.report("RULE-076", written.span, {{"field", field.name}});
    return field;
  }

  void read_pattern(const Word& pattern, Field& field) {
    field.pattern = DatePattern::compile(pattern.text);
    if (field.pattern)
      field.type = field.pattern->is_month() ? ValueType::month : ValueType::date;
    else
      environment_.report("RULE-026", pattern.span, {{"pattern", pattern.text}});
  }

  void read_number(const syntax::Field& written, Field& field) {
    field.type = ValueType::number;
    if (!written.argument) return;
    const std::string& digits = written.argument->text;
    if (digits.size() == 1 && digits[0] <= '4')
      field.decimals = digits[0] - '0';
    else
      environment_.report("RULE-075", written.argument->span);
  }

  void check_path(const Word& path, PathPlace place) {
    if (!good_path(path.text, place)) environment_.report("RULE-074", path.span, {{"path", path.text}});
  }

  template <class Named>
  bool fresh_name(const Word& word, const std::vector<Named>& names) {
    const auto earlier = std::find_if(names.begin(), names.end(), [&](const Named& each) { return each.name == word.text; });
    if (earlier == names.end()) return true;
    environment_.report("RULE-073", word.span, {{"name", word.text}}, {}, {{earlier->span, "RULE-100"}});
    return false;
  }

  // Counts are checked last: they name groups and fields that may stand below them.
  void check(const syntax::Count& written, Field& counted) {
    RecordCount& count = *counted.count;
    if (written.of.text != "record") {
      count.group = written.of.text;
      std::vector<std::string> names = {"record"};
      for (const Group& group : format_->groups) names.push_back(group.name);
      if (std::find(names.begin(), names.end(), written.of.text) == names.end() && !faulty_) {
        environment_.report("RULE-078", written.of.span, {{"name", written.of.text}, {"names", listed(names)}}, near_name(written.of.text, names));
      }
    }
    if (!written.field) return;
    count.field = written.field->text;
    count.equals = written.equals->text;
    const std::vector<Field>* fields = &format_->fields;
    for (const Group& group : format_->groups) {
      if (group.name == count.group) fields = &group.fields;
    }
    const auto field = std::find_if(fields->begin(), fields->end(), [&](const Field& each) { return each.name == count.field; });
    if (field == fields->end()) {
      std::vector<std::string> names;
      for (const Field& each : *fields) names.push_back(each.name);
      if (!faulty_) environment_.report("RULE-078", written.field->span, {{"name", count.field}, {"names", listed(names)}}, near_name(count.field, names));
    } else if (!field->role_list.empty()) {
      environment_.required_role(*environment_.list(field->role_list), *written.equals);
    }
  }

  void check_complete() {
    for (const auto& [word, reason] : ignored_) {
      std::vector<std::string> names;
      for (const Field& field : format_->fields) names.push_back(field.name);
      if (std::find(names.begin(), names.end(), word.text) != names.end()) {
        format_->ignored.push_back({word.text, reason});
      } else {
        environment_.report("RULE-012", word.span, {{"column", word.text}, {"format", format_->name}, {"columns", listed(names)}}, near_name(word.text, names));
      }
    }
    if (format_->kind == FormatKind::fixed) return fixed_width_.check_complete(written_.name);
    const std::vector<std::string> needed = format_->kind != FormatKind::xml ? std::vector<std::string>{"columns"} : std::vector<std::string>{"root", "record"};
    for (const std::string& statement : needed) {
      if (seen_.count(statement) == 0) environment_.report("RULE-070", written_.name.span, {{"name", format_->name}, {"statement", statement}});
    }
  }

  const syntax::Format& written_;
  Environment& environment_;
  std::shared_ptr<Format> format_;
  FixedWidthResolver fixed_width_;
  std::map<std::string, syntax::Span> seen_;
  std::vector<std::pair<Word, std::string>> ignored_;
  std::vector<std::pair<syntax::Count, std::size_t>> counts_;
  bool faulty_;
};

}  // namespace

void resolve_format(const syntax::Format& format, Environment& environment) { FormatResolver(format, environment).run(); }

}  // namespace srgconv::rules
