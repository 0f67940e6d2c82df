// Reads the written conversion file back, and counts again what its header states.
#include "verify/conversion_file.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "delivery/field_values.hpp"
#include "xml/xml.hpp"

namespace srgconv::verify {
namespace {

using delivery::Column;
using delivery::FieldValues;
using delivery::find_column;

constexpr std::size_t no_group = static_cast<std::size_t>(-1);

// The format with its counts as plain numbers.
rules::Format with_plain_counts(rules::Format format) {
  std::erase_if(format.header, [](const rules::Field& field) { return field.count && field.path.empty(); });
  for (rules::Field& field : format.header) {
    if (!field.count) continue;
    field.count.reset();
    field.type = rules::ValueType::number;
    field.decimals = 0;
  }
  return format;
}

std::size_t group_index(const rules::Format& format, std::string_view name) {
  const auto found = std::find_if(format.groups.begin(), format.groups.end(), [&](const rules::Group& group) { return group.name == name; });
  return found == format.groups.end() ? no_group : static_cast<std::size_t>(found - format.groups.begin());
}

// One `count(...)` of the header, counted record by record.
struct Counting {
  std::string field;
  std::size_t group = no_group;  // no_group: records
  bool every = true;             // without `where`
  Column compared;
  std::string equals;
  std::uint64_t counted = 0;

  void count(const SourceRecord& record, const CodeLists& codes) {
    const auto fits = [&](const std::vector<RawValue>& values) { return every || FieldValues(values, codes).any_text(compared) == equals; };
    if (group == no_group) {
      counted += fits(record.values);
    } else if (group < record.groups.size()) {
      counted += static_cast<std::uint64_t>(std::count_if(record.groups[group].begin(), record.groups[group].end(), fits));
    }
  }
};

std::vector<Counting> countings_of(const rules::Format& format) {
  std::vector<Counting> countings;
  for (const rules::Field& field : format.header) {
    if (!field.count || field.path.empty()) continue;
    Counting counting;
    counting.field = field.name;
    if (!field.count->group.empty()) counting.group = group_index(format, field.count->group);
    counting.every = field.count->field.empty();
    counting.equals = field.count->equals;
    counting.compared = find_column(counting.group == no_group ? format.fields : format.groups[counting.group].fields, field.count->field);
    countings.push_back(std::move(counting));
  }
  return countings;
}

struct RecordColumns {
  Column sender, numbering, id, last_month, bsn, type, start, end, relation, explanation;

  explicit RecordColumns(const std::vector<rules::Field>& fields)
      : sender(find_column(fields, "old.sender")),
        numbering(find_column(fields, "old.numbering")),
        id(find_column(fields, "old.id")),
        last_month(find_column(fields, "last_month")),
        bsn(find_column(fields, "bsn")),
        type(find_column(fields, "type")),
        start(find_column(fields, "start")),
        end(find_column(fields, "end")),
        relation(find_column(fields, "relation")),
        explanation(find_column(fields, "explanation")) {}
};

struct KeyColumns {
  Column sender, numbering, id, bsn, type, start, end;

  explicit KeyColumns(const std::vector<rules::Field>& fields)
      : sender(find_column(fields, "sender")),
        numbering(find_column(fields, "numbering")),
        id(find_column(fields, "id")),
        bsn(find_column(fields, "bsn")),
        type(find_column(fields, "type")),
        start(find_column(fields, "start")),
        end(find_column(fields, "end")) {}
};

// What the checks cannot do without and this format does not declare.
std::vector<std::string> missing_fields(const rules::Format& format) {
  std::vector<std::string> missing;
  const auto require = [&](const std::vector<rules::Field>& fields, const std::string& where, std::initializer_list<const char*> names) {
    for (const char* name : names) {
      if (find_column(fields, name).field == nullptr) missing.push_back(where + name);
    }
  };
  require(format.header, "header ", {"sender", "month", "reason", "sequence"});
  require(format.fields, "", {"old.sender", "old.numbering", "old.id", "last_month", "bsn", "type", "start", "end", "relation"});
  const std::size_t group = group_index(format, "new");
  if (group == no_group)
    missing.emplace_back("new");
  else
    require(format.groups[group].fields, "new ", {"sender", "numbering", "id", "bsn", "type", "start", "end"});
  return missing;
}

// The facts under columns of these names; a BSN that fails the 11-test is kept as none.
template <class Columns>
Facts read_facts(FieldValues& values, const Columns& columns, delivery::OwnWords& words) {
  Facts facts;
  if (const auto bsn = values.text(columns.bsn)) facts.bsn = Bsn::parse(*bsn).bsn;
  facts.type = words.keep(values.text(columns.type).value_or(""));
  facts.start = values.date(columns.start).value_or(Date{});
  facts.end = values.date(columns.end);
  return facts;
}

// Blanks explain nothing.
bool says_something(const std::optional<std::string>& text) { return text && text->find_first_not_of(" \t\r\n") != std::string::npos; }

class FileSink : public read::RecordSink {
 public:
  FileSink(const rules::Format& format, const CodeLists& codes, Words& words, ConversionFiles& files, std::vector<Counting>& countings)
      : codes_(codes),
        words_(words),
        files_(files),
        file_(files.each.back()),
        countings_(countings),
        new_group_(group_index(format, "new")),
        change_group_(group_index(format, "change")),
        columns_(format.fields),
        key_columns_(format.groups[new_group_].fields) {
    if (change_group_ == no_group) return;
    change_field_ = find_column(format.groups[change_group_].fields, "field");
    change_reason_ = find_column(format.groups[change_group_].fields, "reason");
  }

  void record(const SourceRecord& source) override {
    ++file_.records_read;
    for (Counting& counting : countings_) counting.count(source, codes_);
    FieldValues values(source.values, codes_);
    Record record;
    record.line = source.line;
    record.file = static_cast<std::uint32_t>(files_.each.size() - 1);
    const auto sender = values.sender(columns_.sender);
    const auto numbering = values.numbering(columns_.numbering);
    record.id = values.text(columns_.id).value_or("");
    record.last_month = values.month(columns_.last_month).value_or(ReportMonth{});
    record.facts = read_facts(values, columns_, words_);
    const auto role = values.text(columns_.relation);
    const auto relation = role ? relation_of(*role) : std::nullopt;
    record.has_explanation = says_something(values.text(columns_.explanation));
    std::vector<FieldValues::Fault> faults = values.faults();
    if (role && !relation) faults.push_back({columns_.relation.field->name, values.line(columns_.relation)});

    std::vector<NewKey> keys;
    for (const auto& occurrence : source.groups[new_group_]) keys.push_back(new_key(occurrence, source.line, faults));
    std::vector<DeclaredChange> changes;
    if (change_group_ != no_group) {
      for (const auto& occurrence : source.groups[change_group_]) {
        FieldValues declared(occurrence, codes_);
        changes.push_back({words_.keep(declared.text(change_field_).value_or("")), says_something(declared.text(change_reason_))});
      }
    }
    if (!faults.empty()) {
      for (const auto& fault : faults) file_.unreadable.push_back({fault.field, fault.line != 0 ? fault.line : source.line});
      return;
    }
    record.numbering = files_.numbering_index({*sender, *numbering});
    record.relation = *relation;
    record.first_key = static_cast<std::uint32_t>(files_.keys.size());
    record.keys = static_cast<std::uint32_t>(keys.size());
    record.first_change = static_cast<std::uint32_t>(files_.changes.size());
    record.changes = static_cast<std::uint32_t>(changes.size());
    files_.keys.insert(files_.keys.end(), std::make_move_iterator(keys.begin()), std::make_move_iterator(keys.end()));
    files_.changes.insert(files_.changes.end(), changes.begin(), changes.end());
    files_.records.push_back(std::move(record));
    ++file_.records;
  }

  void faulty(const SourceRecord& source, Diagnostic) override {
    ++file_.records_read;
    file_.unreadable.push_back({"record", source.line});
  }

 private:
  NewKey new_key(const std::vector<RawValue>& raw, std::uint32_t line, std::vector<FieldValues::Fault>& faults) {
    FieldValues values(raw, codes_);
    NewKey key;
    key.file = static_cast<std::uint32_t>(files_.each.size() - 1);
    const auto sender = values.sender(key_columns_.sender);
    const auto numbering = values.numbering(key_columns_.numbering);
    key.id = values.text(key_columns_.id).value_or("");
    key.facts = read_facts(values, key_columns_, words_);
    key.line = values.line(key_columns_.id) != 0 ? values.line(key_columns_.id) : line;
    if (sender && numbering) key.numbering = files_.numbering_index({*sender, *numbering});
    for (const auto& fault : values.faults()) faults.push_back({"new." + fault.field, fault.line});
    return key;
  }

  const CodeLists& codes_;
  delivery::OwnWords words_;
  ConversionFiles& files_;
  ConversionFile& file_;
  std::vector<Counting>& countings_;
  std::size_t new_group_, change_group_;
  RecordColumns columns_;
  KeyColumns key_columns_;
  Column change_field_, change_reason_;
};

FileHeader read_file_header(const rules::Format& format, const CodeLists& codes, const read::Header& header) {
  FieldValues values(header.values, codes);
  FileHeader result;
  const auto column = [&](std::string_view name) { return find_column(format.header, name); };
  result.line = values.line(column("sender"));
  result.sender = values.sender(column("sender"));
  result.month = values.month(column("month"));
  result.reason = values.text(column("reason"));
  result.sequence = values.whole_number(column("sequence"));
  result.replaces = values.whole_number(column("replaces"));
  for (const auto& fault : values.faults()) result.unreadable.push_back(fault.field);
  return result;
}

std::vector<StatedCount> stated_counts(const rules::Format& format, const CodeLists& codes, const read::Header& header,
                                       const std::vector<Counting>& countings) {
  std::vector<StatedCount> counts;
  for (const Counting& counting : countings) {
    FieldValues values(header.values, codes);
    const Column column = find_column(format.header, counting.field);
    counts.push_back({counting.field, values.whole_number(column), counting.counted, values.line(column)});
  }
  return counts;
}

std::string joined_names(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

}  // namespace

void read_conversion_file(const read::InputFile& input, const rules::Format& format, const CodeLists& codes, Words& words, ConversionFiles& files,
                          Diagnostics& diagnostics) {
  ConversionFile& file = files.each.emplace_back();
  file.name = input.name;
  const SourceSpan place{input.name, 0, 0, 0, ""};
  if (const auto missing = missing_fields(format); !missing.empty()) {
    file.why_not.push_back({"VER-131", place, {{"format", format.name}, {"fields", joined_names(missing)}}, {}, {}});
    return;
  }
  if (!delivery::can_be_read(input, format, diagnostics)) {
    file.why_not.push_back({"VER-132", place, {}, {}, {}});
    return;
  }
  const rules::Format plain = with_plain_counts(format);
  std::vector<Counting> countings = countings_of(format);
  const std::size_t records_before = files.records.size(), keys_before = files.keys.size(), changes_before = files.changes.size();
  FileSink sink(plain, codes, words, files, countings);
  Diagnostics own;
  const read::Result result = read::read_records(input, plain, sink, own);
  const auto header = result.complete ? read::read_header(input, plain, own) : std::nullopt;
  if (!result.complete || !header) {
    file = {};
    file.name = input.name;
    file.state = FileState::invalid;
    file.errors = std::max<std::uint64_t>(own.error_count(), 1);
    if (!own.all().empty()) file.error_line = own.all().front().primary.line;
    file.why_not.push_back({"VER-132", place, {}, {}, {}});
    files.records.resize(records_before);
    files.keys.resize(keys_before);
    files.changes.resize(changes_before);
  } else {
    file.state = FileState::readable;
    file.header = read_file_header(plain, codes, *header);
    file.counts = stated_counts(plain, codes, *header, countings);
  }
  diagnostics.append(std::move(own));
}

std::optional<ReportMonth> stated_month(const read::InputFile& file, const rules::Format& format, const CodeLists& codes) {
  Diagnostics told_when_read_whole;
  if (!missing_fields(format).empty() || !delivery::can_be_read(file, format, told_when_read_whole)) return std::nullopt;
  const rules::Format plain = with_plain_counts(format);
  const auto header = read::read_header(file, plain, told_when_read_whole);
  return header ? read_file_header(plain, codes, *header).month : std::nullopt;
}

}  // namespace srgconv::verify
