// Runs the examples that stand in mappings, so that a mapping proves itself before it touches data.
#include "map/map.hpp"

namespace srgconv::map {
namespace {

using rules::Example;
using rules::TargetField;

SourceRecord record_of(const Example& example, const rules::Format& format) {
  SourceRecord record;
  record.values.resize(format.fields.size());
  if (format.kind != rules::FormatKind::xml) {
    for (RawValue& value : record.values) value.present = true;
  }
  for (const auto& [field, text] : example.given) record.values[field] = {text, true, 0};
  record.groups.resize(format.groups.size());
  return record;
}

std::string outcome_word(Example::Outcome outcome) {
  switch (outcome) {
    case Example::Outcome::mapped: return "provision";
    case Example::Outcome::skipped: return "skip";
    case Example::Outcome::rejected: break;
  }
  return "reject";
}

Example::Outcome outcome_of(const MappedRow& row) {
  switch (row.outcome) {
    case RowOutcome::used: return Example::Outcome::mapped;
    case RowOutcome::skipped: return Example::Outcome::skipped;
    case RowOutcome::rejected: break;
  }
  return Example::Outcome::rejected;
}

// The value that a mapped provision has for a target field.
rules::Value value_of(const MappedRow& row, TargetField field) {
  if (row.link) return field == TargetField::old_id ? row.link->old_id : field == TargetField::new_id ? row.link->new_id : row.link->new_sender;
  const Provision& made = row.provisions.front().provision;
  const auto text = [](const std::string& held) { return held.empty() ? rules::Value{} : rules::Value{held}; };
  switch (field) {
    case TargetField::bsn: return made.bsn.reveal();
    case TargetField::id: return made.key.id;
    case TargetField::type: return made.type;
    case TargetField::start: return made.start;
    case TargetField::end: return made.end ? rules::Value{*made.end} : rules::Value{};
    case TargetField::goal: return text(made.goal);
    case TargetField::work_capacity: return text(made.work_capacity);
    case TargetField::wage_value: return made.wage_value ? rules::Value{*made.wage_value} : rules::Value{};
    case TargetField::description: return text(made.description);
    case TargetField::old_id:
    case TargetField::new_id:
    case TargetField::new_sender: break;
  }
  return {};
}

std::string shown(const rules::Value& value) { return rules::is_empty(value) ? "-" : rules::plain_text(value); }

void run_example(const Example& example, const Context& context, Diagnostics& diagnostics) {
  const MappedRow row = map_record(context, record_of(example, *context.mapping.format));
  const Example::Outcome outcome = outcome_of(row);
  if (outcome != example.outcome) {
    diagnostics.add(
        {"MAP-070", example.span, {{"mapping", context.mapping.name}, {"expected", outcome_word(example.outcome)}, {"got", outcome_word(outcome)}}, {}, {}});
    if (outcome == Example::Outcome::rejected) {
      Diagnostic why = row.why;
      diagnostics.add(std::move(why));
    }
    return;
  }
  if (outcome != Example::Outcome::mapped) return;
  for (const auto& [field, expected] : example.expect) {
    const rules::Value got = value_of(row, field);
    if (got == expected) continue;
    diagnostics.add({"MAP-071",
                     example.span,
                     {{"mapping", context.mapping.name}, {"field", std::string(rules::target_name(field))}, {"expected", shown(expected)}, {"got", shown(got)}},
                     {},
                     {}});
  }
}

Context example_context(const rules::Mapping& mapping, const CodeLists& codes, rules::WaysTaken* taken) {
  const SenderCode sender = *SenderCode::parse("0000");
  Context context{mapping, {sender, std::nullopt}, Numbering{sender, std::nullopt}, codes};
  context.taken = taken;
  return context;
}

std::string code_of(rules::WayThrough::Kind kind) {
  using Kind = rules::WayThrough::Kind;
  switch (kind) {
    case Kind::guard: return "MAP-072";
    case Kind::split: return "MAP-073";
    case Kind::condition: return "MAP-074";
    case Kind::choice: return "MAP-075";
    case Kind::word: return "MAP-076";
    case Kind::other_word: break;
  }
  return "MAP-077";
}

}  // namespace

void run_examples(const rules::Mapping& mapping, const CodeLists& codes, Diagnostics& diagnostics) {
  for (const Example& example : mapping.examples) run_example(example, example_context(mapping, codes, nullptr), diagnostics);
}

ExampleRun test_examples(const rules::Mapping& mapping, const CodeLists& codes, Diagnostics& diagnostics) {
  rules::WaysTaken taken;
  ExampleRun run;
  for (const Example& example : mapping.examples) {
    const std::size_t errors = diagnostics.error_count();
    run_example(example, example_context(mapping, codes, &taken), diagnostics);
    ++run.examples;
    if (diagnostics.error_count() > errors) ++run.failed;
  }
  for (const rules::WayThrough& way : rules::ways_through(mapping)) {
    ++run.ways;
    if (taken.contains(way.span))
      ++run.taken;
    else
      diagnostics.add({code_of(way.kind), way.span, {{"mapping", mapping.name}}, {}, {}});
  }
  return run;
}

}  // namespace srgconv::map
