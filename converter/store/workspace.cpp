// Filling a workspace: sources, rows, states, and what reconciliation decided.
#include <cassert>
#include <string>

#include "store/month_number.hpp"
#include "store/workspace_state.hpp"

namespace srgconv::store {
namespace {

const Sql insert_property("INSERT OR REPLACE INTO property(name, value) VALUES(?, ?)");
const Sql insert_numbering("INSERT INTO numbering(id, sender, first_month) VALUES(?, ?, ?)");
const Sql insert_word("INSERT INTO word(id, text) VALUES(?, ?)");
const Sql insert_source("INSERT INTO source(id, side, sender, numbering, name, sha256, month, format, mapping, in_force) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
const Sql update_counts(
    "UPDATE source SET row_count = ?, used = ?, merged = ?, skipped = ?, rejected = ?, provisions = ?, documents_without_records = ? WHERE id = ?");
const Sql insert_row("INSERT INTO source_row(id, source, line, path, outcome, code, reason, rule) VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
const Sql insert_raw_value("INSERT INTO raw_value(source_row, position, name, text) VALUES(?, ?, ?, ?)");
const Sql insert_provision("INSERT INTO provision(id, numbering, registration_number) VALUES(?, ?, ?)");
const Sql select_provision("SELECT id FROM provision WHERE numbering = ? AND registration_number = ?");
const Sql insert_transition("INSERT INTO transition(id, name, month) VALUES(?, ?, ?)");
const Sql insert_fate("INSERT INTO fate(transition, provision, old_side, fate, explanation, file_sender) VALUES(?, ?, ?, ?, ?, ?)");
const Sql insert_link(
    "INSERT INTO link(id, transition, old_provision, new_provision, relation, proof, status, rule, evidence, changes) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
const Sql insert_earlier("INSERT INTO earlier_link(old_provision, new_provision, relation, month, file, line) VALUES(?, ?, ?, ?, ?, ?)");
const Sql insert_own_bsn("INSERT OR IGNORE INTO own_bsn(provision, bsn) VALUES(?, ?)");
const Sql insert_change("INSERT INTO link_change(link, position, field, reason) VALUES(?, ?, ?, ?)");
const Sql insert_history_number("INSERT INTO history_number(provision, numbering, registration_number, rule) VALUES(?, ?, ?, ?)");
const Sql insert_review("INSERT INTO review(id, transition, link_code, code, reason, reason_en, provision) VALUES(?, ?, ?, ?, ?, ?, ?)");
const Sql insert_candidate("INSERT INTO candidate(review, position, provision, pair_code) VALUES(?, ?, ?, ?)");
const Sql insert_decision(
    "INSERT INTO decision(provision, link_code, old_key, new_key, choice, who, day, why, file, line, outcome) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

std::optional<std::int64_t> month_or_null(std::optional<ReportMonth> month) { return month ? std::optional<std::int64_t>(month_number(*month)) : std::nullopt; }
std::int64_t signed_count(std::uint64_t count) { return static_cast<std::int64_t>(count); }

}  // namespace

std::string_view side_name(Side side) {
  switch (side) {
    case Side::old_export: return "old-export";
    case Side::old_delivered: return "old-delivered";
    case Side::new_delivered: return "new-delivered";
    case Side::id_list: return "id-list";
  }
  assert(false);
  return "";
}

Filling& Workspace::State::to_fill() {
  if (!filling) throw_fault(path, "attempt to write a readonly database");
  return *filling;
}

std::uint32_t Workspace::State::numbering_number(const Numbering& wanted) {
  for (std::size_t i = 0; i < numberings.size(); ++i) {
    if (numberings[i] == wanted) return static_cast<std::uint32_t>(i + 1);
  }
  numberings.push_back(wanted);
  const auto number = static_cast<std::uint32_t>(numberings.size());
  Execution(prepared(insert_numbering)).number(number).text(wanted.sender.text()).number_or_null(month_or_null(wanted.first_month)).run();
  return number;
}

std::uint32_t Workspace::State::word_number(const std::string& text) {
  const auto [at, fresh] = to_fill().word_numbers.try_emplace(text, static_cast<std::uint32_t>(words.size()));
  if (fresh) {
    words.push_back(text);
    Execution(prepared(insert_word)).number(at->second).text(text).run();
  }
  return at->second;
}

std::uint32_t Workspace::State::provision_number(const ProvisionKey& key) {
  const std::uint32_t numbering = numbering_number(key.numbering);
  const auto [number, fresh] = to_fill().keys.find_or_add(numbering, key.id);
  if (fresh) Execution(prepared(insert_provision)).number(number).number(numbering).text(key.id).run();
  return number;
}

std::uint32_t Workspace::State::find_provision(const ProvisionKey& key) {
  for (std::size_t i = 0; i < numberings.size(); ++i) {
    if (numberings[i] != key.numbering) continue;
    const auto numbering = static_cast<std::uint32_t>(i + 1);
    if (filling) return filling->keys.find(numbering, key.id);
    Execution query(prepared(select_provision));
    return query.number(numbering).text(key.id).next() ? query.index_at(0) : 0;
  }
  return 0;
}

const Numbering& Workspace::State::numbering(std::int64_t number) const {
  if (number < 1 || static_cast<std::size_t>(number) > numberings.size()) throw_damaged();
  return numberings[static_cast<std::size_t>(number - 1)];
}

const std::string& Workspace::State::word(std::int64_t number) const {
  if (number < 0 || static_cast<std::size_t>(number) >= words.size()) throw_damaged();
  return words[static_cast<std::size_t>(number)];
}

void Workspace::State::write_out() {
  if (filling) filling->episodes.write_out();
}

void Workspace::set_property(std::string_view name, std::string_view value) {
  state_->guarded([&] {
    const std::string name_text(name), value_text(value);
    Execution(state_->prepared(insert_property)).text(name_text).text(value_text).run();
  });
}

std::uint32_t Workspace::add_source(const SourceFile& source) {
  return state_->guarded([&] {
    const std::uint32_t number = state_->to_fill().sources++;
    Execution(state_->prepared(insert_source))
        .number(number)
        .number(static_cast<std::int64_t>(source.side))
        .text(source.sender.text())
        .number(state_->numbering_number(source.numbering))
        .text(source.name)
        .text(source.sha256)
        .number_or_null(month_or_null(source.month))
        .text(source.format)
        .text(source.mapping)
        .number(source.in_force ? 1 : 0)
        .run();
    if (source.in_force && source.month) state_->to_fill().episodes.note_month(source.side, source.numbering.sender, *source.month);
    return number;
  });
}

void Workspace::set_counts(std::uint32_t source, const SourceCounts& counts) {
  state_->guarded([&] {
    Execution(state_->prepared(update_counts))
        .number(signed_count(counts.rows))
        .number(signed_count(counts.used))
        .number(signed_count(counts.merged))
        .number(signed_count(counts.skipped))
        .number(signed_count(counts.rejected))
        .number(signed_count(counts.provisions))
        .number(signed_count(counts.documents_without_records))
        .number(source)
        .run();
  });
}

std::int64_t Workspace::add_row(const Row& row, const RawColumns& raw) {
  return state_->guarded([&] {
    const std::int64_t number = ++state_->to_fill().rows;
    Execution(state_->prepared(insert_row))
        .number(number)
        .number(row.source)
        .number(row.line)
        .text(row.path)
        .number(static_cast<std::int64_t>(row.outcome))
        .text(row.code)
        .text(row.reason)
        .number(state_->word_number(row.rule))
        .run();
    std::int64_t position = 0;
    for (const auto& [name, text] : raw) {
      Execution(state_->prepared(insert_raw_value)).number(number).number(++position).number(state_->word_number(name)).text(text).run();
    }
    return number;
  });
}

void Workspace::add_state(Side side, std::int64_t row, ReportMonth month, const ReportedProvision& state) {
  state_->guarded([&] {
    const std::uint32_t provision = state_->provision_number(state.provision.key);
    state_->to_fill().episodes.add(side, provision, month, state.provision, row, state_->word_number(state.origin.rule));
  });
}

void Workspace::begin_transition(const Transition& transition) {
  state_->guarded([&] {
    auto& begun = state_->to_fill().transition;
    begun = begun ? *begun + 1 : 0;
    Execution(state_->prepared(insert_transition)).number(*begun).text(transition.name).number(month_number(transition.month)).run();
  });
}

void Workspace::add_fate(const Fate& fate) {
  state_->guarded([&] {
    state_->to_fill().fate_order.note({!fate.old_side, fate.key});
    Execution(state_->prepared(insert_fate))
        .number(state_->to_fill().transition.value_or(0))
        .number(state_->provision_number(fate.key))
        .number(fate.old_side ? 1 : 0)
        .text(fate.fate)
        .text(fate.explanation)
        .text(fate.file_sender)
        .run();
  });
}

void Workspace::add_link(const Link& link) {
  state_->guarded([&] {
    const std::int64_t number = ++state_->to_fill().links;
    state_->to_fill().link_order.note({link.old_key, link.new_key});
    const std::uint32_t old_provision = state_->provision_number(link.old_key);
    const std::uint32_t new_provision = state_->provision_number(link.new_key);
    Execution(state_->prepared(insert_link))
        .number(number)
        .number(state_->to_fill().transition.value_or(0))
        .number(old_provision)
        .number(new_provision)
        .text(link.relation)
        .text(link.proof)
        .text(link.status)
        .text(link.rule)
        .text(link.evidence)
        .number(static_cast<std::int64_t>(link.changes.size()))
        .run();
    std::int64_t position = 0;
    for (const Change& change : link.changes) {
      Execution(state_->prepared(insert_change)).number(number).number(++position).text(change.field).text(change.reason).run();
    }
  });
}

void Workspace::add_earlier(const EarlierLink& link) {
  state_->guarded([&] {
    const auto provision_of = [&](const ProvisionKey& key, std::optional<Bsn> bsn) {
      const std::uint32_t provision = state_->provision_number(key);
      if (!bsn || !contains_bsn(key.id, *bsn)) return provision;
      const std::string digits = bsn->reveal();
      Execution(state_->prepared(insert_own_bsn)).number(provision).text(digits).run();
      return provision;
    };
    const std::uint32_t old_provision = provision_of(link.old_key, link.old_bsn);
    const auto new_provision = link.new_key ? std::optional<std::int64_t>(provision_of(*link.new_key, link.new_bsn)) : std::nullopt;
    Execution(state_->prepared(insert_earlier))
        .number(old_provision)
        .number_or_null(new_provision)
        .text(link.relation)
        .number(month_number(link.month))
        .number(state_->word_number(link.file))
        .number(link.line)
        .run();
  });
}

void Workspace::add_history_number(const HistoryNumber& number) {
  state_->guarded([&] {
    Execution(state_->prepared(insert_history_number))
        .number(state_->provision_number(number.old_key))
        .number(state_->numbering_number(number.key.numbering))
        .text(number.key.id)
        .text(number.rule)
        .run();
  });
}

void Workspace::add_review(const ReviewItem& item) {
  state_->guarded([&] {
    const std::int64_t number = ++state_->to_fill().reviews;
    Execution(state_->prepared(insert_review))
        .number(number)
        .number(state_->to_fill().transition.value_or(0))
        .text(item.link_code)
        .text(item.code)
        .text(item.reason)
        .text(item.reason_en)
        .number(state_->provision_number(item.old_key))
        .run();
    const std::string no_code;
    for (std::size_t i = 0; i < item.candidates.size(); ++i) {
      Execution(state_->prepared(insert_candidate))
          .number(number)
          .number(static_cast<std::int64_t>(i) + 1)
          .number(state_->provision_number(item.candidates[i]))
          .text(i < item.pair_codes.size() ? item.pair_codes[i] : no_code)
          .run();
    }
  });
}

void Workspace::add_decision(const RecordedDecision& recorded) {
  state_->guarded([&] {
    const Decision& decision = recorded.decision;
    const std::string choice(name(decision.choice));
    Execution(state_->prepared(insert_decision))
        .number_or_null(recorded.old_key ? std::optional<std::int64_t>(state_->provision_number(*recorded.old_key)) : std::nullopt)
        .text(decision.link_code)
        .text(decision.old_key)
        .text(decision.new_key)
        .text(choice)
        .text(decision.who)
        .number_or_null(decision.date ? std::optional<std::int64_t>(decision.date->packed()) : std::nullopt)
        .text(decision.why)
        .text(decision.place.file)
        .number(decision.place.line)
        .text(recorded.outcome)
        .run();
  });
}

}  // namespace srgconv::store
