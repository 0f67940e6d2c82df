// A format in words: how the file is read, its columns and what becomes of each.
#include <algorithm>
#include <map>

#include "document/parts.hpp"
#include "document/target_words.hpp"
#include "document/wording.hpp"

namespace srgconv::document {
namespace {

namespace syntax = rules::syntax;

class FormatTeller {
 public:
  FormatTeller(const syntax::Format& format, const Context& context, std::vector<Block>& blocks)
      : format_(format), context_(context), speech_(context.speech), blocks_(blocks) {}

  void run() {
    blocks_.emplace_back(Heading{3, speech_.say(wording::format, strong(format_.name.text))});
    const std::string& kind = format_.kind.text;
    facts_.push_back(speech_.say(kind == "xml"     ? wording::xml_source
                                 : kind == "fixed" ? wording::fixed_source
                                 : kind == "xlsx"  ? wording::xlsx_source
                                                   : wording::csv_source));
    for (const syntax::FormatLine& line : format_.lines) {
      std::visit([this](const auto& each) { tell_line(each); }, line);
    }
    blocks_.emplace_back(List{std::move(facts_), false});
    if (!columns_.empty()) tell_columns();
  }

 private:
  void tell_line(const syntax::Setting& setting) {
    const std::string& key = setting.key.text;
    const std::string& value = setting.value.text;
    if (key == "encoding") {
      facts_.push_back(speech_.say(wording::encoding, clean(value)));
    } else if (key == "separator") {
      facts_.push_back(speech_.say(wording::separator, value == "tab" ? speech_.say(wording::tab) : in_quotes(value)));
    } else if (key == "preamble") {
      facts_.push_back(speech_.say(wording::preamble, clean(value)));
    } else if (key == "header") {
      const bool several = value.find_first_not_of("0123456789") == std::string::npos && value != "1";
      facts_.push_back(several ? speech_.say(wording::header_lines, clean(value)) : speech_.say(value == "no" ? wording::header_no : wording::header_yes));
    } else if (key == "schema") {
      facts_.push_back(speech_.say(wording::schema, in_quotes(value)));
    } else if (key == "elements") {
      facts_.push_back(speech_.say(value == "unqualified" ? wording::elements_root : wording::elements_all));
    } else {
      facts_.push_back(speech_.say(wording::other_setting, in_quotes(key), in_quotes(value)));
    }
  }
  void tell_line(const syntax::Columns& columns) {
    for (const syntax::Word& column : columns.columns) columns_.push_back({column.text, {}});
  }
  void tell_line(const syntax::Sheets& sheets) {
    std::vector<Phrase> names;
    for (const syntax::Word& name : sheets.names) names.push_back(in_quotes(name.text));
    facts_.push_back(speech_.say(wording::sheets, speech_.all_of(names)));
  }
  void tell_line(const syntax::FixedColumns& columns) { tell_places(columns.columns); }
  void tell_line(const syntax::KindPlace& kind) { facts_.push_back(speech_.say(wording::kind_place, clean(kind.at.text))); }
  void tell_line(const syntax::LineColumns& line) {
    facts_.push_back(speech_.say(line.role.text == "before" ? wording::line_before : wording::line_record, in_quotes(line.kind.text)));
    tell_places(line.columns);
  }
  void tell_line(const syntax::OtherLine& line) {
    facts_.push_back(line.role.text == "count" ? speech_.say(wording::line_count, in_quotes(line.kind.text), clean(line.at.text))
                                               : speech_.say(wording::line_ignored, in_quotes(line.kind.text), clean(line.reason.text)));
  }
  void tell_places(const std::vector<syntax::FixedColumn>& columns) {
    std::vector<Phrase> names;
    for (const syntax::FixedColumn& column : columns) {
      columns_.push_back({column.name.text, {}});
      names.push_back(speech_.say(wording::column_place, strong(column.name.text), clean(column.at.text)));
    }
    if (!names.empty()) facts_.push_back(speech_.say(wording::columns_placed, speech_.all_of(names)));
  }
  void tell_line(const syntax::Ignore& ignore) {
    std::vector<Phrase> names;
    for (const syntax::Word& column : ignore.columns) {
      names.push_back(strong(column.text));
      const auto known = std::find_if(columns_.begin(), columns_.end(), [&](const Column& each) { return each.name == column.text; });
      if (known != columns_.end()) known->reason = ignore.reason.text;
    }
    facts_.push_back(speech_.say(wording::ignored, speech_.all_of(names), clean(ignore.reason.text)));
  }
  void tell_line(const syntax::Root& root) {
    facts_.push_back(root.namespace_uri ? speech_.say(wording::root_in, in_quotes(root.element.text), in_quotes(root.namespace_uri->text))
                                        : speech_.say(wording::root, in_quotes(root.element.text)));
  }
  void tell_line(const syntax::Header& header) {
    for (const syntax::Field& field : header.fields) facts_.push_back(speech_.say(wording::header_field, field_words(field)));
  }
  void tell_line(const syntax::Record& record) {
    facts_.push_back(speech_.say(wording::record, in_quotes(record.path.text)));
    for (const syntax::RecordLine& line : record.lines) {
      std::visit([this](const auto& each) { tell_line(each); }, line);
    }
  }
  void tell_line(const syntax::Field& field) { facts_.push_back(capitalised(field_words(field)) + "."); }
  void tell_line(const syntax::Group& group) {
    facts_.push_back(speech_.say(wording::group, strong(group.name.text), in_quotes(group.path.text)));
    for (const syntax::Field& field : group.fields) tell_line(field);
  }

  Phrase field_words(const syntax::Field& field) const {
    const Phrase name = strong(field.name.text);
    std::vector<Phrase> parts{field.path ? speech_.say(wording::field_at, name, in_quotes(field.path->text)) : speech_.say(wording::field_computed, name)};
    switch (field.reading) {
      case syntax::Field::Reading::as_written: break;
      case syntax::Field::Reading::pattern: parts.push_back(speech_.say(wording::field_pattern, speech_.pattern(field.argument->text))); break;
      case syntax::Field::Reading::number:
        parts.push_back(field.argument ? speech_.say(wording::field_decimals, clean(field.argument->text)) : speech_.say(wording::field_number));
        break;
      case syntax::Field::Reading::role: parts.push_back(speech_.say(wording::field_role, in_quotes(field.argument->text))); break;
    }
    if (field.count) parts.push_back(count_words(*field.count));
    if (field.partial) parts.push_back(speech_.say(wording::field_partial));
    if (field.optional) parts.push_back(speech_.say(wording::field_optional));
    Phrase all = parts[0];
    for (std::size_t i = 1; i < parts.size(); ++i) all += ", " + parts[i];
    return all;
  }

  Phrase count_words(const syntax::Count& count) const {
    if (!count.field) return speech_.say(wording::counted, in_quotes(count.of.text));
    return speech_.say(wording::counted_where, in_quotes(count.of.text), strong(count.field->text), in_quotes(count.equals->text));
  }

  // What each column is used for, by the mappings that read this format.
  std::map<std::string, std::vector<Phrase>> uses() const {
    std::map<std::string, std::vector<Phrase>> result;
    const rules::Format* format = context_.rules == nullptr ? nullptr : context_.rules->format(format_.name.text);
    if (format == nullptr) return result;
    const auto note = [&](const rules::Expression& expression, const Phrase& what) {
      for (const std::size_t column : rules::looks_at(expression).columns) {
        auto& known = result[format->fields[column].name];
        if (std::find(known.begin(), known.end(), what) == known.end()) known.push_back(what);
      }
    };
    const auto note_assignment = [&](const rules::Assignment& assignment) {
      const Phrase target = target_words(rules::target_name(assignment.target), speech_).value_or(Phrase());
      note(*assignment.value, target);
      if (assignment.when) note(*assignment.when, target);
    };
    for (const auto& mapping : context_.rules->mappings) {
      if (mapping->format.get() != format) continue;
      for (const rules::Assignment& assignment : mapping->assignments) note_assignment(assignment);
      for (const rules::Guard& guard : mapping->guards) note(*guard.condition, speech_.say(wording::skipping));
      for (const rules::Split& split : mapping->splits) {
        note(*split.condition, speech_.say(wording::splitting));
        for (const auto& branch : split.branches) {
          for (const rules::Assignment& assignment : branch) note_assignment(assignment);
        }
      }
    }
    return result;
  }

  void tell_columns() {
    if (context_.rules == nullptr) {
      std::vector<Phrase> names;
      for (const Column& column : columns_) names.push_back(strong(column.name));
      blocks_.emplace_back(Paragraph{speech_.say(wording::columns, speech_.all_of(names))});
      return;
    }
    const auto used = uses();
    Table table{{speech_.say(wording::column_head), speech_.say(wording::used_for)}, {}, false};
    for (const Column& column : columns_) {
      const auto found = used.find(column.name);
      Phrase what = found == used.end() ? speech_.say(wording::not_used) : speech_.all_of(found->second);
      if (column.reason) what = speech_.say(wording::because, what, clean(*column.reason));
      table.rows.push_back({strong(column.name), what});
    }
    blocks_.emplace_back(std::move(table));
  }

  struct Column {
    std::string name;
    std::optional<std::string> reason;
  };

  const syntax::Format& format_;
  const Context& context_;
  const Speech& speech_;
  std::vector<Block>& blocks_;
  std::vector<Phrase> facts_;
  std::vector<Column> columns_;
};

}  // namespace

void tell(const syntax::Format& format, const Context& context, std::vector<Block>& blocks) { FormatTeller(format, context, blocks).run(); }

}  // namespace srgconv::document
