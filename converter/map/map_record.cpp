// One record through one mapping: guards, fields, splits, and the checks that every provision must pass.
#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "domain/utf8.hpp"
#include "map/known_codes.hpp"
#include "map/map.hpp"
#include "map/quick_mapping.hpp"

namespace srgconv::map {
namespace {

using rules::Assignment;
using rules::Scope;
using rules::TargetField;
using rules::TargetValues;
using rules::Value;

// Why a row is not used, and the rule that decided.
struct Refusal {
  Diagnostic why;
  SourceSpan rule;
};

std::size_t index_of(TargetField field) { return static_cast<std::size_t>(field); }

Refusal refuse(std::string_view code, const SourceSpan& rule, std::map<std::string, std::string> arguments = {}) {
  return {{std::string(code), rule, std::move(arguments), {}, {}}, rule};
}

template <class T>
T text_or(const Value& value, T otherwise) {
  const T* held = std::get_if<T>(&value);
  return held == nullptr ? std::move(otherwise) : *held;
}

// Takes the text out; empty when there is none.
std::string take_text(TargetValues& values, TargetField field) {
  auto* held = std::get_if<std::string>(&values[index_of(field)]);
  return held == nullptr ? std::string() : std::move(*held);
}

class RowMapper {
 public:
  RowMapper(const Context& context, const SourceRecord& record, KnownCodes& codes) : context_(context), codes_(codes) {
    scope_.format = context.mapping.format.get();
    scope_.record = &record;
    scope_.parameters = &context.parameters;
    scope_.arguments = &context.mapping.parameters;
    scope_.codes = &context.codes;
    scope_.taken = context.taken;
    scope_.witness = context.witness;
  }

  // `row` is fresh, or one that was used before: its memory is used again.
  void run(MappedRow& row) {
    if (row.outcome != RowOutcome::used) row.why = Diagnostic{};
    row.outcome = RowOutcome::used;
    row.provisions.clear();
    row.link.reset();
    row.misspelt.reset();
    row.rule = context_.mapping.span;
    if (guard(row)) return;
    TargetValues values;
    if (auto refusal = assign(context_.mapping.assignments, values, values)) {
      tell_codes(values);
      return refuse_row(row, *std::move(refusal));
    }
    if (context_.mapping.target == rules::MappingTarget::link) {
      row.link = MappedLink{take_text(values, TargetField::old_id), take_text(values, TargetField::new_id), take_text(values, TargetField::new_sender)};
      return;
    }
    if (auto refusal = make_provisions(values, row)) refuse_row(row, *std::move(refusal));
  }

 private:
  void take(const SourceSpan& way) {
    if (context_.taken != nullptr) context_.taken->insert(way);
  }

  rules::Evaluated evaluate(const rules::Expression& expression) { return rules::evaluate(expression, scope_); }

  // True: a guard holds or cannot be judged, and the row is a skip or a rejection.
  bool guard(MappedRow& row) {
    for (const rules::Guard& rule : context_.mapping.guards) {
      auto judged = evaluate(*rule.condition);
      if (auto* fault = std::get_if<Diagnostic>(&judged)) {
        refuse_row(row, {std::move(*fault), rule.span});
        return true;
      }
      if (!text_or<bool>(std::get<Value>(judged), false)) continue;
      take(rule.span);
      row.outcome = rule.reject ? RowOutcome::rejected : RowOutcome::skipped;
      row.why = guard_diagnostic(rule);
      row.rule = rule.span;
      return true;
    }
    return false;
  }

  // Evaluates assignments into `values`; `this.x` refers to `mapped`. The first refusal counts; where somebody looks on, the fields behind it are tried too.
  std::optional<Refusal> assign(const std::vector<Assignment>& assignments, const TargetValues& mapped, TargetValues& values) {
    scope_.mapped = &mapped;
    std::optional<Refusal> first;
    for (const Assignment& assignment : assignments) {
      Value& value = values[index_of(assignment.target)];
      value = std::monostate{};
      auto refusal = assign(assignment, value);
      if (!refusal) continue;
      if (context_.witness == nullptr) return refusal;
      if (!first) first = std::move(refusal);
    }
    return first;
  }

  std::optional<Refusal> assign(const Assignment& assignment, Value& value) {
    bool applies = true;
    if (assignment.when) {
      auto judged = evaluate(*assignment.when);
      if (auto* fault = std::get_if<Diagnostic>(&judged)) return Refusal{std::move(*fault), assignment.span};
      applies = text_or<bool>(std::get<Value>(judged), false);
      if (applies) take(assignment.span);
    }
    if (applies) {
      auto evaluated = evaluate(*assignment.value);
      if (auto* fault = std::get_if<Diagnostic>(&evaluated)) return Refusal{std::move(*fault), assignment.span};
      value = std::get<Value>(std::move(evaluated));
    }
    if (rules::is_empty(value) && is_required(assignment.target))
      return refuse(applies ? "MAP-052" : "MAP-053", assignment.span, {{"field", std::string(rules::target_name(assignment.target))}});
    return std::nullopt;
  }

  // Tells of values that are no codes of their list, whatever else is wrong with the row.
  void tell_codes(const TargetValues& values) const {
    if (context_.witness == nullptr) return;
    constexpr std::array fields{TargetField::type, TargetField::goal, TargetField::work_capacity};
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const auto* code = std::get_if<std::string>(&values[index_of(fields[i])]);
      const CodeList* list = codes_.list(i);
      if (code == nullptr || list == nullptr || list->find(*code) != nullptr) continue;
      context_.witness->no_code(rules::target_name(fields[i]), list->name(), *code, rule_of(fields[i]));
    }
  }

  std::optional<Refusal> make_provisions(TargetValues& values, MappedRow& row) {
    for (const rules::Split& split : context_.mapping.splits) {
      auto judged = evaluate(*split.condition);
      if (auto* fault = std::get_if<Diagnostic>(&judged)) return Refusal{std::move(*fault), split.span};
      if (!text_or<bool>(std::get<Value>(judged), false)) continue;
      take(split.span);
      for (const auto& branch : split.branches) {
        TargetValues branched = values;
        if (auto refusal = assign(branch, values, branched)) return refusal;
        if (auto refusal = make_provision(branched, branch.empty() ? split.span : branch.front().span, row)) return refusal;
      }
      return std::nullopt;
    }
    return make_provision(values, context_.mapping.span, row);
  }

  // Takes the texts out of the values.
  std::optional<Refusal> make_provision(TargetValues& values, const SourceSpan& rule, MappedRow& row) {
    tell_codes(values);
    const auto* digits = std::get_if<std::string>(&values[index_of(TargetField::bsn)]);
    const auto bsn = Bsn::parse(digits == nullptr ? std::string_view() : *digits);
    if (bsn.fault == BsnFault::eleven_test) row.misspelt = misspelt(*digits, values);
    if (!bsn.bsn) return refuse_bsn(bsn.fault);
    std::string id = take_text(values, TargetField::id);
    if (auto refusal = check_id(id, *bsn.bsn)) return refusal;
    Provision provision{ProvisionKey{context_.numbering, std::move(id)},
                        *bsn.bsn,
                        take_text(values, TargetField::type),
                        text_or<Date>(values[index_of(TargetField::start)], Date{}),
                        {},
                        {},
                        {},
                        {},
                        {}};
    if (const auto* end = std::get_if<Date>(&values[index_of(TargetField::end)])) provision.end = *end;
    provision.goal = take_text(values, TargetField::goal);
    provision.work_capacity = take_text(values, TargetField::work_capacity);
    if (const auto* wage = std::get_if<Decimal>(&values[index_of(TargetField::wage_value)])) provision.wage_value = *wage;
    provision.description = take_text(values, TargetField::description);
    if (auto refusal = check_code(TargetField::type, KnownCodes::type, provision.type, provision.start)) return refusal;
    if (auto refusal = check_code(TargetField::goal, KnownCodes::goal, provision.goal, provision.start)) return refusal;
    if (auto refusal = check_code(TargetField::work_capacity, KnownCodes::work_capacity, provision.work_capacity, provision.start)) return refusal;
    row.provisions.push_back({std::move(provision), rule});
    return std::nullopt;
  }

  // Takes the texts out of the values.
  static MisspeltProvision misspelt(const std::string& nine_digits, TargetValues& values) {
    MisspeltProvision result{static_cast<std::uint32_t>(std::stoul(nine_digits)), take_text(values, TargetField::id), take_text(values, TargetField::type),
                             text_or<Date>(values[index_of(TargetField::start)], Date{})};
    if (const auto* end = std::get_if<Date>(&values[index_of(TargetField::end)])) result.end = *end;
    result.goal = take_text(values, TargetField::goal);
    return result;
  }

  Refusal refuse_bsn(BsnFault fault) const {
    const SourceSpan rule = rule_of(TargetField::bsn);
    switch (fault) {
      case BsnFault::empty: return refuse("MAP-052", rule, {{"field", "bsn"}});
      case BsnFault::not_nine_digits: return refuse("MAP-060", rule);
      case BsnFault::all_zero: return refuse("MAP-061", rule);
      case BsnFault::eleven_test: break;
    }
    return refuse("MAP-062", rule);
  }

  std::optional<Refusal> check_id(const std::string& id, Bsn bsn) const {
    const auto rule = [this] { return rule_of(TargetField::id); };
    if (contains_bsn(id, bsn)) return refuse("MAP-063", rule());
    const std::size_t characters = count_characters(id);
    if (characters > context_.longest_id)
      return refuse("MAP-064", rule(), {{"length", fmt::to_string(characters)}, {"longest", fmt::to_string(context_.longest_id)}});
    const bool odd = id.front() == ' ' || id.back() == ' ' || std::any_of(id.begin(), id.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    if (odd) return refuse("MAP-065", rule());
    return std::nullopt;
  }

  std::optional<Refusal> check_code(TargetField field, std::size_t list, const std::string& code, Date start) const {
    switch (codes_.judge(list, code, start)) {
      case KnownCodes::Judgement::holds: return std::nullopt;
      case KnownCodes::Judgement::unknown: return refuse("MAP-066", rule_of(field), {{"field", std::string(rules::target_name(field))}, {"code", code}});
      case KnownCodes::Judgement::not_then: break;
    }
    return refuse("MAP-067", rule_of(field), {{"field", std::string(rules::target_name(field))}, {"code", code}});
  }

  // The place of the rule that fills a field; the mapping itself when none does.
  SourceSpan rule_of(TargetField field) const {
    const auto& all = context_.mapping.assignments;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Assignment& assignment) { return assignment.target == field; });
    return found == all.end() ? context_.mapping.span : found->span;
  }

  // The row is rejected, or a code table skips it.
  static void refuse_row(MappedRow& row, Refusal refusal) {
    row.outcome = refusal.why.code == rules::skipped_by_table ? RowOutcome::skipped : RowOutcome::rejected;
    row.provisions.clear();
    row.why = std::move(refusal.why);
    row.rule = std::move(refusal.rule);
  }

  const Context& context_;
  KnownCodes& codes_;
  Scope scope_;
};

}  // namespace

bool is_required(TargetField field) {
  switch (field) {
    case TargetField::bsn:
    case TargetField::id:
    case TargetField::type:
    case TargetField::start:
    case TargetField::old_id:
    case TargetField::new_id:
    case TargetField::new_sender: return true;
    default: return false;
  }
}

Diagnostic guard_diagnostic(const rules::Guard& guard) { return {guard.reject ? "MAP-051" : "MAP-050", guard.span, {{"reason", guard.reason}}, {}, {}}; }

MappedRow map_record(const Context& context, const SourceRecord& record) {
  MappedRow row;
  KnownCodes codes(context.codes);
  RowMapper(context, record, codes).run(row);
  return row;
}

void map_record(const Context& context, const SourceRecord& record, KnownCodes& codes, MappedRow& row) { RowMapper(context, record, codes).run(row); }

}  // namespace srgconv::map
