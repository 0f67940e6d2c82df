// Steps that read a field, look a word up in a code table, or ask a list about a code.
#include <optional>

#include "rules/program.hpp"

namespace srgconv::rules {
namespace {

ValueView always_unsettled(const Program&, Frame&) { return ValueView::unsettled(); }

// ---------------------------------------------------------------------------------------------- fields

// An empty text of a field that may be empty; of any other one it is a fault of the record.
ValueView nothing_in(const Program& program) { return program.field->optional ? ValueView{} : ValueView::unsettled(); }

ValueView text_field(const Program& program, Frame& frame) {
  const std::string_view text = frame.row->text(program.index);
  return text.empty() ? nothing_in(program) : ValueView::text(text);
}

ValueView date_field(const Program& program, Frame& frame) {
  const std::string_view text = frame.row->text(program.index);
  if (text.empty()) return nothing_in(program);
  const auto reading = program.field->pattern->read(text, program.field->partial);
  return reading.date ? ValueView::of(*reading.date) : ValueView::unsettled();
}

ValueView month_field(const Program& program, Frame& frame) {
  const std::string_view text = frame.row->text(program.index);
  if (text.empty()) return nothing_in(program);
  const auto reading = program.field->pattern->read(text, false);
  const auto month = reading.date ? ReportMonth::from_parts(reading.date->year(), reading.date->month()) : std::nullopt;
  return month ? ValueView::of(*month) : ValueView::unsettled();
}

ValueView number_field(const Program& program, Frame& frame) {
  const std::string_view text = frame.row->text(program.index);
  if (text.empty()) return nothing_in(program);
  const auto number = Decimal::parse(text);
  return number && number->fixed(program.field->decimals) ? ValueView::of(*number) : ValueView::unsettled();
}

ValueView role_field(const Program& program, Frame& frame) {
  const std::string_view text = frame.row->text(program.index);
  if (text.empty()) return nothing_in(program);
  if (const ValueView* role = program.words.find(text)) return *role;
  const Code* code = program.list == nullptr ? nullptr : program.list->find(text);
  return code != nullptr && !code->role.empty() ? ValueView::text(code->role) : ValueView::unsettled();
}

// ---------------------------------------------------------------------------------------------- lists and tables

const std::string& attribute_of(const Code& code, Expression::Attribute attribute) {
  switch (attribute) {
    case Expression::Attribute::role: return code.role;
    case Expression::Attribute::category: return code.category;
    case Expression::Attribute::name:
    case Expression::Attribute::max_months: break;
  }
  return code.name;
}

ValueView attribute(const Program& program, Frame& frame) {
  const ValueView value = program.operands[0](frame);
  if (!value.is_text()) return value;
  if (const ValueView* found = program.words.find(value.text())) return *found;
  const Code* code = program.list == nullptr ? nullptr : program.list->find(value.text());
  return code == nullptr ? ValueView::unsettled() : ValueView::text(attribute_of(*code, program.source->attribute));
}

// What a table says of other words.
ValueView other_word(const Program& program, ValueView word) {
  if (program.source->table->otherwise != CodeTable::Otherwise::keep) return program.constant;
  return program.list != nullptr && program.list->find(word.text()) != nullptr ? word : ValueView::unsettled();
}

ValueView found_word(const Program& program, ValueView word, const std::optional<Date>& on) {
  const CodeTable::Found found = program.source->table->find(word.text(), on);
  if (found.undecided) return ValueView::unsettled();
  return found.entry != nullptr ? ValueView::text(found.entry->code) : other_word(program, word);
}

ValueView lookup(const Program& program, Frame& frame) {
  const ValueView word = program.operands[0](frame);
  if (!word.is_text()) return word;
  if (const ValueView* found = program.words.find(word.text())) return *found;
  return found_word(program, word, std::nullopt);
}

ValueView lookup_on(const Program& program, Frame& frame) {
  const ValueView word = program.operands[0](frame);
  if (!word.is_text()) return word;
  const ValueView on = program.operands[1](frame);
  switch (on.kind()) {
    case ValueView::Kind::date: return found_word(program, word, on.date());
    case ValueView::Kind::month: return found_word(program, word, on.month().last_day());
    case ValueView::Kind::empty: return found_word(program, word, std::nullopt);
    default: return ValueView::unsettled();
  }
}

}  // namespace

void compile_column(Program& program, const Surroundings& around) {
  program.index = program.source->column;
  program.field = &around.format.fields[program.index];
  program.run = text_field;
  if (!program.field->role_list.empty()) {
    program.run = role_field;
    program.list = around.codes.find(program.field->role_list);
    if (program.list == nullptr) return;
    for (const Code& code : program.list->codes()) {
      if (!code.code.empty() && code.code.size() <= program.words.longest_word)
        program.words.add(code.code, code.role.empty() ? ValueView::unsettled() : ValueView::text(code.role));
    }
    return;
  }
  switch (program.field->type) {
    case ValueType::date: program.run = date_field; break;
    case ValueType::month: program.run = month_field; break;
    case ValueType::number: program.run = number_field; break;
    case ValueType::text:
    case ValueType::boolean: break;
  }
}

void compile_attribute(Program& program, const Surroundings& around) {
  program.run = attribute;
  program.operands.push_back(compile_step(program.source->operands[0], around));
  program.list = around.codes.find(program.source->list);
  if (program.list == nullptr || program.source->attribute == Expression::Attribute::max_months) {
    program.run = always_unsettled;
    return;
  }
  for (const Code& code : program.list->codes()) {
    if (!code.code.empty() && code.code.size() <= program.words.longest_word)
      program.words.add(code.code, ValueView::text(attribute_of(code, program.source->attribute)));
  }
}

void compile_lookup(Program& program, const Surroundings& around) {
  using Way = CodeTable::Otherwise;
  const CodeTable& table = *program.source->table;
  for (const Expression& operand : program.source->operands) program.operands.push_back(compile_step(operand, around));
  if (table.otherwise == Way::reject || table.otherwise == Way::skip) program.constant = ValueView::unsettled();
  if (table.otherwise == Way::code) program.constant = ValueView::text(table.otherwise_code);
  if (table.otherwise == Way::keep) program.list = around.codes.find(table.list);
  program.run = program.operands.size() > 1 ? lookup_on : lookup;
  if (program.operands.size() > 1) return;
  for (const auto& [word, entries] : table.words) {
    const bool plain = entries.size() == 1 && !entries[0].from && !entries[0].until;
    if (plain && !word.empty() && word.size() <= program.words.longest_word) program.words.add(word, ValueView::text(entries[0].code));
  }
}

}  // namespace srgconv::rules
