#include "rehearse/observed.hpp"

namespace srgconv::rehearse {

namespace {

// Columns of which no value is shown: those of the person, of numbers by which a provision is known, of dates and of descriptions.
std::set<std::size_t> hidden_columns(const rules::Mapping& mapping) {
  std::set<std::size_t> hidden;
  for (std::size_t i = 0; i < mapping.format->fields.size(); ++i) {
    if (mapping.column_personal[i] || mapping.column_described[i]) hidden.insert(i);
  }
  for (const rules::Assignment& assignment : mapping.assignments) {
    switch (assignment.target) {
      case rules::TargetField::type:
      case rules::TargetField::goal:
      case rules::TargetField::work_capacity:
      case rules::TargetField::wage_value: continue;
      default: hidden.merge(rules::looks_at(*assignment.value).columns);
    }
  }
  return hidden;
}

}  // namespace

Observed::Observed(const rules::Mapping& mapping) : mapping_(mapping) {
  const auto hidden = hidden_columns(mapping);
  for (const rules::Guard& guard : mapping.guards) {
    const auto columns = rules::looks_at(*guard.condition).columns;
    if (columns.size() == 1 && !hidden.contains(*columns.begin())) guard_columns_.emplace(guard.span, *columns.begin());
  }
}

void Observed::asked(const rules::AskedWord& word) {
  if (word.line != nullptr) words_seen.insert(*word.line);
  TableWords& table = tables[{std::string(word.table), std::string(word.columns)}];
  ++table.asked;
  table.personal = table.personal || word.personal;
  if (word.covered) return;
  ++table.uncovered;
  count(table.words, word.word);
}

void Observed::unreadable(std::string_view text, const Diagnostic& why) {
  UnreadableTexts& texts = unreadables[{why.primary, why.code}];
  if (texts.count++ == 0) texts.why = why;
  count(texts.shapes, shape_of(text));
}

void Observed::no_code(std::string_view field, std::string_view list, std::string_view code, const SourceSpan& rule) {
  NoCodes& codes = no_codes[{std::string(field), rule}];
  codes.list = list;
  ++codes.count;
  count(codes.codes, code);
}

void Observed::decided(const map::MappedRow& row, const SourceRecord& record) {
  ++rows;
  if (row.outcome == map::RowOutcome::used) {
    ++used;
    return;
  }
  const bool is_rejected = row.outcome == map::RowOutcome::rejected;
  ++(is_rejected ? rejected : skipped);
  DecidedRows& decision = decisions[{row.rule, row.why.code}];
  if (decision.count++ == 0) decision.why = row.why;
  decision.rejected = is_rejected;
  if (const auto column = guard_columns_.find(row.rule); column != guard_columns_.end() && !record.values[column->second].text.empty())
    count(decision.values, record.values[column->second].text);
}

void Observed::refused(const Diagnostic& why, const SourceSpan& rule, std::size_t count) {
  used -= count;
  rejected += count;
  DecidedRows& decision = decisions[{rule, why.code}];
  if (decision.count == 0) decision.why = why;
  decision.count += count;
  decision.rejected = true;
}

void Observed::faulty(const Diagnostic& why) {
  ++rows;
  ++rejected;
  DecidedRows& decision = decisions[{mapping_.format->span, why.code}];
  if (decision.count++ == 0) decision.why = why;
  decision.rejected = true;
}

std::optional<std::size_t> Observed::shown_column(const SourceSpan& guard) const {
  const auto found = guard_columns_.find(guard);
  return found == guard_columns_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace srgconv::rehearse
