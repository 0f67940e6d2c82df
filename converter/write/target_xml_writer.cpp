// Writes a target document: records as they come to a spool, the header with its counts in front of them at the end.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "write/output_file.hpp"
#include "write/write.hpp"
#include "write/xml_layout.hpp"
#include "xml/xml.hpp"

namespace srgconv::write {
namespace {

constexpr std::size_t most_faults = 20;
constexpr std::size_t spool_from = std::size_t{4} << 20;  // bytes of records kept in memory
constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view root_prefix = "srg";  // where only the root is in the namespace

// The text of a field, escaped for the place where it stands.
struct Text {
  std::string escaped;
  bool present = false;  // false: the field is empty

  bool operator==(const Text& other) const { return present == other.present && (!present || escaped == other.escaped); }
};

// The texts of a list of fields.
using Texts = std::vector<Text>;

bool in_attribute(const rules::Field& field) { return field.path.find('@') != std::string::npos; }

void append_end_tag(std::string& out, const std::string& name) {
  out += "</";
  out += name;
  out += '>';
}

void indent(std::string& out, std::size_t depth) { out.append(2 * depth, ' '); }

}  // namespace

struct TargetWriter::State {
  State(std::filesystem::path target, const rules::Format& its_format, const CodeLists& its_codes)
      : path(std::move(target)), format(its_format), codes(its_codes) {
    layout = make_layout(format, path.filename().string(), faults);
    counted.resize(format.header.size());
  }

  // Faults are collected here until finish().
  void fault(std::string_view code, const std::string& field) {
    if (++fault_count > most_faults) return;
    faults.add(finding(code, {path.filename().string(), 0, 0, 0, field}, {{"record", fmt::format("{}", records)}, {"field", field}}));
  }

  // The texts of values; faults for those that cannot be written. `is_header`: faults name no record. `texts` keeps its memory from record to record.
  void texts_of(const std::vector<rules::Field>& fields, const std::vector<rules::Value>& values, bool is_header, Texts& texts) {
    texts.resize(fields.size());
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const rules::Field& field = fields[i];
      Text& text = texts[i];
      text.escaped.clear();
      text.present = false;
      if (is_header && field.count) {
        text.escaped = fmt::format("{}", counted[i]);
        text.present = true;
        continue;
      }
      const bool empty = i >= values.size() || rules::is_empty(values[i]);
      if (empty) {
        if (!field.optional) fault(is_header ? "READ-306" : "READ-301", field.name);
        continue;
      }
      const auto plain = rules::write_value(field, values[i], codes);
      if (!plain) {
        fault(is_header ? "READ-306" : "READ-302", field.name);
        continue;
      }
      text.present = xml::append_escaped(text.escaped, *plain, in_attribute(field));
      if (!text.present) fault(is_header ? "READ-306" : "READ-303", field.name);
    }
  }

  static void append_attributes(std::string& out, const Element& element, const Texts& texts) {
    for (const auto& [name, field] : element.attributes) {
      if (!texts[field].present) continue;
      out += ' ';
      out += name;
      out += "=\"";
      out += texts[field].escaped;
      out += '"';
    }
  }

  static bool holds_something(const Element& element, const Texts& texts, const std::vector<std::vector<Texts>>& groups) {
    if (element.group) return !groups[*element.group].empty();
    if (element.text && texts[*element.text].present) return true;
    if (std::any_of(element.attributes.begin(), element.attributes.end(), [&](const auto& attribute) { return texts[attribute.second].present; })) return true;
    return std::any_of(element.children.begin(), element.children.end(), [&](const auto& child) { return holds_something(*child, texts, groups); });
  }

  // Elements without any value are left out, a group's occurrences never: their number is a fact.
  static void append_element(std::string& out, const Element& element, const Texts& texts, const std::vector<std::vector<Texts>>& groups, std::size_t depth,
                             bool in_line) {
    if (!holds_something(element, texts, groups)) return;
    if (!element.group) return append_one(out, element, texts, groups, depth, in_line);
    for (const Texts& occurrence : groups[*element.group]) append_one(out, element, occurrence, groups, depth, in_line);
  }

  static void append_one(std::string& out, const Element& element, const Texts& texts, const std::vector<std::vector<Texts>>& groups, std::size_t depth,
                         bool in_line) {
    if (!in_line) indent(out, depth);
    out += '<';
    out += element.name;
    append_attributes(out, element, texts);
    const bool has_text = element.text && texts[*element.text].present;
    const bool children = !element.children.empty() && std::any_of(element.children.begin(), element.children.end(),
                                                                   [&](const auto& child) { return holds_something(*child, texts, groups); });
    if (!has_text && !children) {
      out += "/>";
    } else {
      out += '>';
      if (has_text) out += texts[*element.text].escaped;
      // Blanks between the children of an element that has a text of its own would become part of that text.
      const bool children_in_line = in_line || element.text.has_value();
      if (children && !children_in_line) out += '\n';
      for (const auto& child : element.children) append_element(out, *child, texts, groups, depth + 1, children_in_line);
      if (children && !children_in_line) indent(out, depth);
      append_end_tag(out, element.name);
    }
    if (!in_line) out += '\n';
  }

  void open_level(std::size_t depth, const Texts& texts) {
    const Level& level = layout->levels[depth];
    indent(body, depth);
    body += '<';
    body += level.element.name;
    append_attributes(body, level.element, texts);
    body += ">\n";
    for (const auto& element : level.before) append_element(body, *element, texts, {}, depth + 1, false);
  }

  void close_level(std::size_t depth) {
    const Level& level = layout->levels[depth];
    for (const auto& element : level.after) append_element(body, *element, around, {}, depth + 1, false);
    indent(body, depth);
    append_end_tag(body, level.element.name);
    body += '\n';
  }

  bool same_around(std::size_t depth, const Texts& texts) const {
    const auto& fields = layout->levels[depth].fields;
    return std::all_of(fields.begin(), fields.end(), [&](std::size_t field) { return around[field] == texts[field]; });
  }

  // Closes and opens the elements around the records so that those around this one hold its values.
  void move_to(const Texts& texts) {
    const std::size_t levels = layout->levels.size();
    if (around.empty()) {
      around = texts;
      for (std::size_t depth = 1; depth < levels; ++depth) open_level(depth, texts);
      return;
    }
    for (const std::size_t field : layout->levels[0].fields) {
      if (around[field] != texts[field]) fault("READ-304", format.fields[field].name);
    }
    std::size_t first = 1;
    while (first < levels && same_around(first, texts)) ++first;
    for (std::size_t depth = levels; depth-- > first;) close_level(depth);
    if (first < levels) around = texts;
    for (std::size_t depth = first; depth < levels; ++depth) open_level(depth, texts);
  }

  void count(const TargetRecord& record) {
    for (std::size_t i = 0; i < format.header.size(); ++i) {
      if (format.header[i].count) counted[i] += matches(*format.header[i].count, record);
    }
  }

  std::uint64_t matches(const rules::RecordCount& what, const TargetRecord& record) const {
    const auto number_of = [&](const std::vector<rules::Field>& fields) {
      return static_cast<std::size_t>(std::find_if(fields.begin(), fields.end(), [&](const rules::Field& field) { return field.name == what.field; }) -
                                      fields.begin());
    };
    const auto holds = [&](const std::vector<rules::Value>& values, std::size_t number) {
      return number < values.size() && rules::plain_text(values[number]) == what.equals;
    };
    const std::size_t number = number_of(format.fields);
    const bool record_holds = what.field.empty() || holds(record.values, number);
    if (what.group.empty()) return record_holds ? 1 : 0;
    const auto group = std::find_if(format.groups.begin(), format.groups.end(), [&](const rules::Group& one) { return one.name == what.group; });
    if (group == format.groups.end()) return 0;
    const auto& occurrences = record.groups[static_cast<std::size_t>(group - format.groups.begin())];
    // A field of the group goes before one of the record of the same name, as in reading.
    const std::size_t inner = what.field.empty() ? group->fields.size() : number_of(group->fields);
    if (inner == group->fields.size()) return record_holds ? occurrences.size() : 0;
    return static_cast<std::uint64_t>(std::count_if(occurrences.begin(), occurrences.end(), [&](const auto& values) { return holds(values, inner); }));
  }

  std::filesystem::path spool_path() const { return path.parent_path() / ("." + path.filename().string() + ".records"); }

  void spill() {
    if (!spool) {
      spool = std::make_unique<OutputFile>(spool_path());
      spool->unlink();
    }
    spool->write(body);
    body.clear();
  }

  std::filesystem::path path;
  const rules::Format& format;
  const CodeLists& codes;
  std::optional<Layout> layout;
  Diagnostics faults;
  std::size_t fault_count = 0;
  std::uint64_t records = 0;
  std::vector<std::uint64_t> counted;             // per header field
  Texts around;                                   // of the record that opened the elements around the records; empty before the first
  Texts record_texts;                             // of the record being written
  std::vector<std::vector<Texts>> record_groups;  // and of its groups
  std::string body;
  std::unique_ptr<OutputFile> spool;
};

TargetWriter::TargetWriter(std::filesystem::path path, const rules::Format& format, const CodeLists& codes)
    : state_(std::make_unique<State>(std::move(path), format, codes)) {}

TargetWriter::~TargetWriter() = default;

void TargetWriter::add(TargetRecord record) {
  State& state = *state_;
  if (!state.layout) return;
  record.groups.resize(state.format.groups.size());
  ++state.records;
  state.count(record);
  state.texts_of(state.format.fields, record.values, false, state.record_texts);
  state.record_groups.resize(record.groups.size());
  for (std::size_t group = 0; group < record.groups.size(); ++group) {
    state.record_groups[group].resize(record.groups[group].size());
    for (std::size_t i = 0; i < record.groups[group].size(); ++i)
      state.texts_of(state.format.groups[group].fields, record.groups[group][i], false, state.record_groups[group][i]);
  }
  state.move_to(state.record_texts);
  State::append_one(state.body, state.layout->record, state.record_texts, state.record_groups, state.layout->levels.size(), false);
  if (state.body.size() >= spool_from) state.spill();
}

bool TargetWriter::finish(std::vector<rules::Value> header, Diagnostics& diagnostics) {
  State& state = *state_;
  std::string head(declaration);
  std::string tail;
  if (state.layout) {
    const Layout& layout = *state.layout;
    const rules::Format& format = state.format;
    Texts texts;
    state.texts_of(format.header, header, true, texts);
    const std::string root = format.namespace_uri.empty() || format.qualified ? format.root : fmt::format("{}:{}", root_prefix, format.root);
    head += '<' + root;
    if (!format.namespace_uri.empty()) {
      head += format.qualified ? " xmlns=\"" : fmt::format(" xmlns:{}=\"", root_prefix);
      xml::append_escaped(head, format.namespace_uri, true);
      head += '"';
    }
    State::append_attributes(head, layout.header, texts);
    if (state.records > 0) State::append_attributes(head, layout.levels[0].element, state.around);
    head += ">\n";
    for (const auto& element : layout.header.children) State::append_element(head, *element, texts, {}, 1, false);
    if (state.records > 0) {
      for (const auto& element : layout.levels[0].before) State::append_element(head, *element, state.around, {}, 1, false);
      for (std::size_t depth = layout.levels.size(); depth-- > 1;) state.close_level(depth);
      for (const auto& element : layout.levels[0].after) State::append_element(tail, *element, state.around, {}, 1, false);
    }
    tail += fmt::format("</{}>\n", root);
  }
  if (state.fault_count > most_faults) {
    state.faults.add(finding("READ-305", {state.path.filename().string()}, {{"count", fmt::format("{}", state.fault_count - most_faults)}}));
  }
  const bool carried = state.layout && !state.faults.has_errors();
  diagnostics.append(std::move(state.faults));
  state.faults = Diagnostics();
  if (!carried) return false;
  OutputFile file(state.path);
  file.write(head);
  if (state.spool) state.spool->copy_to(file);
  file.write(state.body);
  file.write(tail);
  file.finish();
  return true;
}

}  // namespace srgconv::write
