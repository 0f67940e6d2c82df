#include "map/quick_mapping.hpp"

namespace srgconv::map {
namespace {

using rules::TargetField;
using rules::ValueView;
using Kind = ValueView::Kind;

std::size_t index_of(TargetField field) { return static_cast<std::size_t>(field); }

// The number is one that no message is about: not too long, without blanks at its ends or signs that cannot be seen.
bool is_sound_id(std::string_view id, std::size_t longest) {
  std::size_t characters = 0;
  bool unseen = false;
  for (const char sign : id) {
    const auto byte = static_cast<unsigned char>(sign);
    characters += (byte & 0xC0U) != 0x80U ? 1U : 0U;
    unseen |= byte < 0x20 || byte == 0x7F;
  }
  return !id.empty() && characters <= longest && !unseen && id.front() != ' ' && id.back() != ' ';
}

}  // namespace

QuickMapping::QuickMapping(const Context& context)
    : mapping_(&context.mapping),
      longest_id_(context.longest_id),
      programs_(*context.mapping.format, context.mapping.parameters, context.parameters, context.codes) {
  for (const rules::Guard& guard : mapping_->guards) {
    guards_.push_back({&programs_.compile(*guard.condition), &guard, guard_diagnostic(guard)});
  }
  fields_ = compile(mapping_->assignments);
  for (const rules::Split& split : mapping_->splits) {
    Split compiled{&programs_.compile(*split.condition), {}};
    for (const auto& branch : split.branches) compiled.branches.push_back({compile(branch), branch.empty() ? &split.span : &branch.front().span});
    splits_.push_back(std::move(compiled));
  }
}

std::vector<QuickMapping::Field> QuickMapping::compile(const std::vector<rules::Assignment>& assignments) {
  std::vector<Field> fields;
  for (const rules::Assignment& each : assignments) {
    const rules::Program* when = each.when ? &programs_.compile(*each.when) : nullptr;
    fields.push_back({index_of(each.target), &programs_.compile(*each.value), when, is_required(each.target)});
  }
  return fields;
}

bool QuickMapping::map(SourceRow& row, KnownCodes& codes, RowView& view) {
  programs_.begin(row);
  view.provisions = {};
  view.link.reset();
  for (const Condition& condition : guards_) {
    const ValueView judged = programs_.run(*condition.program);
    if (judged.is_unsettled()) return false;
    if (!judged.yes()) continue;
    view.outcome = condition.guard->reject ? RowOutcome::rejected : RowOutcome::skipped;
    view.why = &condition.why;
    view.rule = &condition.guard->span;
    return true;
  }
  view.outcome = RowOutcome::used;
  view.why = nullptr;
  view.rule = &mapping_->span;
  Values values{};
  if (!assign(fields_, values, values)) return false;
  if (mapping_->target == rules::MappingTarget::link) {
    view.link = LinkView{values[index_of(TargetField::old_id)].text_or_nothing(), values[index_of(TargetField::new_id)].text_or_nothing(),
                         values[index_of(TargetField::new_sender)].text_or_nothing()};
    return true;
  }
  provisions_.clear();
  if (!make_provisions(values, codes)) return false;
  view.provisions = provisions_;
  return true;
}

bool QuickMapping::assign(const std::vector<Field>& fields, const Values& mapped, Values& values) {
  programs_.let_mapped(mapped.data());
  for (const Field& field : fields) {
    ValueView& value = values[field.target];
    if (field.when != nullptr) {
      const ValueView applies = programs_.run(*field.when);
      if (applies.is_unsettled()) return false;
      value = applies.yes() ? programs_.run(*field.value) : ValueView{};
    } else {
      value = programs_.run(*field.value);
    }
    if (value.is_unsettled() || (field.required && value.is_empty())) return false;
  }
  return true;
}

bool QuickMapping::make_provisions(const Values& values, KnownCodes& codes) {
  for (const Split& split : splits_) {
    const ValueView judged = programs_.run(*split.condition);
    if (judged.is_unsettled()) return false;
    if (!judged.yes()) continue;
    for (const Branch& branch : split.branches) {
      Values branched = values;
      if (!assign(branch.fields, values, branched) || !make_provision(branched, branch.rule, codes)) return false;
    }
    return true;
  }
  return make_provision(values, &mapping_->span, codes);
}

bool QuickMapping::make_provision(const Values& values, const SourceSpan* rule, KnownCodes& codes) {
  const auto text = [&](TargetField field) { return values[index_of(field)].text_or_nothing(); };
  const auto bsn = Bsn::parse(text(TargetField::bsn));
  const std::string_view id = text(TargetField::id);
  if (!bsn.bsn || !is_sound_id(id, longest_id_) || contains_bsn(id, *bsn.bsn)) return false;
  const ValueView start = values[index_of(TargetField::start)];
  const ValueView end = values[index_of(TargetField::end)];
  const ValueView wage = values[index_of(TargetField::wage_value)];
  ProvisionView& made = provisions_.emplace_back(ProvisionView{*bsn.bsn,
                                                               id,
                                                               text(TargetField::type),
                                                               start.kind() == Kind::date ? start.date() : Date{},
                                                               {},
                                                               text(TargetField::goal),
                                                               text(TargetField::work_capacity),
                                                               {},
                                                               text(TargetField::description),
                                                               rule});
  if (end.kind() == Kind::date) made.end = end.date();
  if (wage.kind() == Kind::number) made.wage_value = wage.number();
  const auto holds = [&](std::size_t list, std::string_view code) { return codes.judge(list, code, made.start) == KnownCodes::Judgement::holds; };
  return holds(KnownCodes::type, made.type) && holds(KnownCodes::goal, made.goal) && holds(KnownCodes::work_capacity, made.work_capacity);
}

}  // namespace srgconv::map
