// Reading a workspace: by key, and whole tables in their order.
#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "store/month_number.hpp"
#include "store/workspace_state.hpp"

namespace srgconv::store {
namespace {

const Sql select_property("SELECT value FROM property WHERE name = ?");

const std::string source_columns =
    "source.side, source.sender, source.numbering, source.name, source.sha256, source.month, source.format, source.mapping, source.in_force";
constexpr int source_column_count = 9;
const Sql select_sources("SELECT " + source_columns +
                         ", row_count, used, merged, skipped, rejected, provisions, documents_without_records FROM source ORDER BY id");

const std::string episode_query =
    "SELECT provision.numbering, provision.registration_number, episode.side, episode.first_month, episode.last_month, episode.bsn, episode.type, "
    "episode.start_date, "
    "episode.end_date, episode.goal, episode.work_capacity, episode.wage_value, description.text, source_row.source, source_row.line, source_row.path, "
    "episode.rule "
    "FROM episode CROSS JOIN provision ON provision.id = episode.provision CROSS JOIN source_row ON source_row.id = episode.source_row "
    "LEFT JOIN description ON description.id = episode.description WHERE ";
const Sql select_states(
    episode_query +
    "episode.side = ?1 AND episode.first_month <= ?2 AND episode.last_month >= ?2 AND provision.numbering IN (SELECT id FROM numbering WHERE sender = ?3)");
const Sql select_last_states(
    episode_query +
    "episode.side = ?1 AND episode.first_month <= ?2 AND provision.numbering IN (SELECT id FROM numbering WHERE sender = ?3) AND NOT EXISTS "
    "(SELECT 1 FROM episode AS later WHERE later.provision = episode.provision AND later.side = episode.side AND later.first_month <= ?2 AND "
    "later.first_month > episode.first_month)");
const Sql select_numbers("SELECT registration_number FROM provision WHERE numbering = ? ORDER BY registration_number");
const Sql select_history(episode_query + "episode.provision = ? ORDER BY episode.side, episode.first_month");

const Sql select_provenance(
    "SELECT " + source_columns +
    ", source_row.source, source_row.line, source_row.path, source_row.outcome, source_row.code, source_row.reason, state.rule, state.month "
    "FROM state JOIN source_row ON source_row.id = state.source_row JOIN source ON source.id = source_row.source "
    "WHERE state.provision = ? ORDER BY source.side, state.month, state.id");
const Sql select_fates("SELECT old_side, fate, explanation, file_sender, transition FROM fate WHERE provision = ? ORDER BY transition, old_side DESC");

// Fates and links are added in the order in which they are asked for, when all goes well: then no query needs to sort them.
const std::string link_query =
    "SELECT link.id, old.numbering, old.registration_number, new.numbering, new.registration_number, relation, proof, status, rule, evidence, changes, "
    "transition FROM link "
    "CROSS JOIN provision AS old ON old.id = old_provision CROSS JOIN provision AS new ON new.id = new_provision ";
const std::string link_order =
    "CROSS JOIN numbering AS old_numbering ON old_numbering.id = old.numbering CROSS JOIN numbering AS new_numbering ON new_numbering.id = new.numbering "
    "ORDER BY old_numbering.sender, old_numbering.first_month, old.registration_number, new_numbering.sender, new_numbering.first_month, "
    "new.registration_number, link.id";
const Sql select_links_of(
    "SELECT link.id, old.numbering, old.registration_number, new.numbering, new.registration_number, relation, proof, status, rule, evidence, changes, "
    "transition FROM (SELECT id FROM link WHERE old_provision = ?1 UNION SELECT id FROM link WHERE new_provision = ?1) AS found CROSS JOIN link ON link.id = "
    "found.id "
    "CROSS JOIN provision AS old ON old.id = old_provision CROSS JOIN provision AS new ON new.id = new_provision " +
    link_order);
const std::string links_sorted = link_query + link_order;
const std::string links_as_they_came = link_query + "ORDER BY link.id";
const Sql select_changes("SELECT field, reason FROM link_change WHERE link = ? ORDER BY position");

const std::string key_order = "numbering.sender, numbering.first_month, provision.registration_number";
const std::string fate_query =
    "SELECT provision.numbering, provision.registration_number, old_side, fate, explanation, file_sender, transition FROM fate CROSS JOIN provision ON "
    "provision.id = "
    "fate.provision ";
const std::string fates_sorted = fate_query + "CROSS JOIN numbering ON numbering.id = provision.numbering ORDER BY old_side DESC, " + key_order + ", fate.id";
const std::string fates_as_they_came = fate_query + "ORDER BY fate.id";

const std::string all_reviews =
    "SELECT review.id, link_code, code, reason, provision.numbering, provision.registration_number, reason_en, transition FROM review "
    "JOIN provision ON provision.id = review.provision JOIN numbering ON numbering.id = provision.numbering ORDER BY " +
    key_order + ", review.id";
const std::string candidates_of_review =
    "SELECT provision.numbering, provision.registration_number, pair_code FROM candidate JOIN provision ON provision.id = candidate.provision "
    "WHERE review = ? ORDER BY position";
const std::string all_decisions =
    "SELECT decision.provision, link_code, old_key, new_key, choice, who, day, why, file, line, outcome, provision.numbering, provision.registration_number "
    "FROM decision LEFT JOIN provision ON provision.id = decision.provision ORDER BY decision.id";
const std::string all_rows = "SELECT id, source, line, path, code, reason, rule FROM source_row WHERE outcome = ? ORDER BY source, line, id";
const std::string raw_values_of_row = "SELECT name, text FROM raw_value WHERE source_row = ? ORDER BY position";
const std::string all_history_numbers =
    "SELECT provision.numbering, provision.registration_number, history_number.numbering, history_number.registration_number, history_number.rule "
    "FROM history_number JOIN provision ON provision.id = history_number.provision JOIN numbering ON numbering.id = provision.numbering ORDER BY " +
    key_order;
const std::string all_own_bsns =
    "SELECT provision.numbering, provision.registration_number, bsn FROM own_bsn JOIN provision ON provision.id = own_bsn.provision ORDER BY "
    "own_bsn.provision, bsn";

std::optional<ReportMonth> month_at(const Execution& query, int column) {
  const auto number = query.number_or_null_at(column);
  return number ? month_of_number(*number) : std::nullopt;
}

template <class State>
ProvisionKey key_at(const State& state, const Execution& query, int column) {
  return {state.numbering(query.number_at(column)), query.text_at(column + 1)};
}

template <class State>
SourceFile source_at(const State& state, const Execution& query) {
  return {.side = static_cast<Side>(query.number_at(0)),
          .sender = SenderCode::parse(query.text_at(1)).value_or(SenderCode{}),
          .numbering = state.numbering(query.number_at(2)),
          .name = query.text_at(3),
          .sha256 = query.text_at(4),
          .month = month_at(query, 5),
          .format = query.text_at(6),
          .mapping = query.text_at(7),
          .in_force = query.number_at(8) != 0};
}

template <class State>
Episode episode_at(const State& state, const Execution& query) {
  const auto bsn = Bsn::parse(query.text_at(5)).bsn;
  const auto first = month_at(query, 3), last = month_at(query, 4);
  const auto start = Date::from_packed(static_cast<std::int32_t>(query.number_at(7)));
  if (!bsn || !first || !last || !start) state.throw_damaged();
  const auto end = query.number_or_null_at(8);
  const auto wage_value = query.number_or_null_at(11);
  Provision provision{.key = key_at(state, query, 0),
                      .bsn = *bsn,
                      .type = query.text_at(6),
                      .start = *start,
                      .end = end ? Date::from_packed(static_cast<std::int32_t>(*end)) : std::nullopt,
                      .goal = query.text_at(9),
                      .work_capacity = query.text_at(10),
                      .wage_value = wage_value ? std::optional(Decimal::from_units(*wage_value)) : std::nullopt,
                      .description = query.text_at(12)};
  Origin origin{query.index_at(13), query.index_at(14), query.text_at(15), state.word(query.number_at(16))};
  return {static_cast<Side>(query.number_at(2)), {std::move(provision), std::move(origin)}, *first, *last};
}

// The provisions of a side and sender, in any order.
template <class State>
void for_each_reported(State& state, const Sql& sql, Side side, const SenderCode& sender, ReportMonth month,
                       const std::function<void(ReportedProvision&&)>& visit) {
  // Who asks for whole sides is done with loading: the memory that folding took is for others now.
  state.write_out();
  if (state.filling) state.filling->episodes.forget();
  Execution query(state.prepared(sql));
  query.number(static_cast<std::int64_t>(side)).number(month_number(month)).text(sender.text());
  while (query.next()) visit(episode_at(state, query).reported);
}

template <class State>
Link link_at(State& state, const Execution& query) {
  Link link{.old_key = key_at(state, query, 1),
            .new_key = key_at(state, query, 3),
            .relation = query.text_at(5),
            .proof = query.text_at(6),
            .status = query.text_at(7),
            .rule = query.text_at(8),
            .evidence = query.text_at(9),
            .changes = {},
            .transition = query.index_at(11)};
  if (query.number_at(10) > 0) {
    Execution changes(state.prepared(select_changes));
    changes.number(query.number_at(0));
    while (changes.next()) link.changes.push_back({changes.text_at(0), changes.text_at(1)});
  }
  return link;
}

}  // namespace

std::optional<std::string> Workspace::property(std::string_view name) const {
  return state_->guarded([&]() -> std::optional<std::string> {
    const std::string name_text(name);
    Execution query(state_->prepared(select_property));
    if (!query.text(name_text).next()) return std::nullopt;
    return query.text_at(0);
  });
}

std::vector<std::pair<SourceFile, SourceCounts>> Workspace::sources() const {
  return state_->guarded([&] {
    std::vector<std::pair<SourceFile, SourceCounts>> result;
    Execution query(state_->prepared(select_sources));
    while (query.next()) {
      const auto count = [&](int column) { return static_cast<std::uint64_t>(query.number_at(source_column_count + column)); };
      const SourceCounts counts{.rows = count(0),
                                .used = count(1),
                                .merged = count(2),
                                .skipped = count(3),
                                .rejected = count(4),
                                .provisions = count(5),
                                .documents_without_records = count(6)};
      result.emplace_back(source_at(*state_, query), counts);
    }
    return result;
  });
}

void Workspace::for_each_state(Side side, const SenderCode& sender, ReportMonth month, const std::function<void(ReportedProvision&&)>& visit) const {
  state_->guarded([&] { for_each_reported(*state_, select_states, side, sender, month, visit); });
}

void Workspace::for_each_last_state(Side side, const SenderCode& sender, ReportMonth until, const std::function<void(ReportedProvision&&)>& visit) const {
  state_->guarded([&] { for_each_reported(*state_, select_last_states, side, sender, until, visit); });
}

std::vector<std::string> Workspace::numbers_of(const Numbering& numbering) const {
  return state_->guarded([&] {
    std::vector<std::string> result;
    const auto known = std::find(state_->numberings.begin(), state_->numberings.end(), numbering);
    if (known == state_->numberings.end()) return result;
    Execution query(state_->prepared(select_numbers));
    query.number(known - state_->numberings.begin() + 1);
    while (query.next()) result.push_back(query.text_at(0));
    return result;
  });
}

std::vector<ReportedProvision> Workspace::states(Side side, const SenderCode& sender, ReportMonth month) const {
  std::vector<ReportedProvision> result;
  for_each_state(side, sender, month, [&](ReportedProvision&& state) { result.push_back(std::move(state)); });
  // Sorted here and not by the database, which would write whole provisions to a file in between.
  std::sort(result.begin(), result.end(), [](const ReportedProvision& a, const ReportedProvision& b) { return a.provision.key < b.provision.key; });
  return result;
}

std::vector<Episode> Workspace::history(const ProvisionKey& key) const {
  return state_->guarded([&] {
    state_->write_out();
    std::vector<Episode> result;
    Execution query(state_->prepared(select_history));
    query.number(state_->find_provision(key));
    while (query.next()) result.push_back(episode_at(*state_, query));
    return result;
  });
}

std::vector<Provenance> Workspace::provenance(const ProvisionKey& key) const {
  return state_->guarded([&] {
    std::vector<Provenance> result;
    Execution query(state_->prepared(select_provenance));
    query.number(state_->find_provision(key));
    while (query.next()) {
      const auto number = [&](int column) { return query.number_at(source_column_count + column); };
      const auto text = [&](int column) { return query.text_at(source_column_count + column); };
      Row row{.source = static_cast<std::uint32_t>(number(0)),
              .line = static_cast<std::uint32_t>(number(1)),
              .path = text(2),
              .outcome = static_cast<RowOutcome>(number(3)),
              .code = text(4),
              .reason = text(5),
              .rule = state_->word(number(6))};
      result.push_back({source_at(*state_, query), std::move(row), month_at(query, source_column_count + 7)});
    }
    return result;
  });
}

std::vector<Fate> Workspace::fates(const ProvisionKey& key) const {
  return state_->guarded([&] {
    std::vector<Fate> result;
    Execution query(state_->prepared(select_fates));
    query.number(state_->find_provision(key));
    while (query.next()) result.push_back({query.number_at(0) != 0, key, query.text_at(1), query.text_at(2), query.text_at(3), query.index_at(4)});
    return result;
  });
}

std::vector<Link> Workspace::links_of(const ProvisionKey& key) const {
  return state_->guarded([&] {
    std::vector<Link> result;
    Execution query(state_->prepared(select_links_of));
    query.number(state_->find_provision(key));
    while (query.next()) result.push_back(link_at(*state_, query));
    return result;
  });
}

std::map<ProvisionKey, std::vector<Bsn>> Workspace::keys_with_own_bsn() const {
  return state_->guarded([&] {
    std::map<ProvisionKey, std::vector<Bsn>> result;
    SQLite::Statement statement(state_->connection->database, all_own_bsns);
    Execution query(statement);
    while (query.next()) {
      const auto bsn = Bsn::parse(query.text_at(2)).bsn;
      if (!bsn) state_->throw_damaged();
      result[key_at(*state_, query, 0)].push_back(*bsn);
    }
    return result;
  });
}

// What visits all has statements of its own, so that a visitor may query, or visit all of something else.

void Workspace::for_each_fate(const std::function<void(const Fate&)>& visit) const {
  state_->guarded([&] {
    const bool in_order = state_->filling ? state_->filling->fate_order.holds() : state_->fates_in_order;
    SQLite::Statement statement(state_->connection->database, in_order ? fates_as_they_came : fates_sorted);
    Execution query(statement);
    while (query.next()) visit({query.number_at(2) != 0, key_at(*state_, query, 0), query.text_at(3), query.text_at(4), query.text_at(5), query.index_at(6)});
  });
}

void Workspace::for_each_link(const std::function<void(const Link&)>& visit) const {
  state_->guarded([&] {
    const bool in_order = state_->filling ? state_->filling->link_order.holds() : state_->links_in_order;
    SQLite::Statement statement(state_->connection->database, in_order ? links_as_they_came : links_sorted);
    Execution query(statement);
    while (query.next()) visit(link_at(*state_, query));
  });
}

void Workspace::for_each_history_number(const std::function<void(const HistoryNumber&)>& visit) const {
  state_->guarded([&] {
    SQLite::Statement statement(state_->connection->database, all_history_numbers);
    Execution query(statement);
    while (query.next()) visit({key_at(*state_, query, 0), key_at(*state_, query, 2), query.text_at(4)});
  });
}

void Workspace::for_each_review(const std::function<void(const ReviewItem&)>& visit) const {
  state_->guarded([&] {
    SQLite::Database& database = state_->connection->database;
    SQLite::Statement statement(database, all_reviews), candidate_statement(database, candidates_of_review);
    Execution query(statement);
    while (query.next()) {
      ReviewItem item{query.text_at(1), query.text_at(2), query.text_at(3), key_at(*state_, query, 4), {}, {}, query.text_at(6), query.index_at(7)};
      Execution candidates(candidate_statement);
      candidates.number(query.number_at(0));
      while (candidates.next()) {
        item.candidates.push_back(key_at(*state_, candidates, 0));
        item.pair_codes.push_back(candidates.text_at(2));
      }
      visit(item);
    }
  });
}

void Workspace::for_each_decision(const std::function<void(const RecordedDecision&)>& visit) const {
  state_->guarded([&] {
    SQLite::Statement statement(state_->connection->database, all_decisions);
    Execution query(statement);
    while (query.next()) {
      RecordedDecision recorded;
      Decision& decision = recorded.decision;
      decision.link_code = query.text_at(1);
      decision.old_key = query.text_at(2);
      decision.new_key = query.text_at(3);
      const std::string choice = query.text_at(4);
      for (const Choice one : {Choice::link, Choice::no_link, Choice::drop, Choice::later}) {
        if (name(one) == choice) decision.choice = one;
      }
      decision.who = query.text_at(5);
      if (const auto day = query.number_or_null_at(6)) decision.date = Date::from_packed(static_cast<std::int32_t>(*day));
      decision.why = query.text_at(7);
      decision.place = {query.text_at(8), query.index_at(9), 0, 0, {}};
      recorded.outcome = query.text_at(10);
      if (query.number_or_null_at(0)) recorded.old_key = key_at(*state_, query, 11);
      visit(recorded);
    }
  });
}

void Workspace::for_each_row(RowOutcome outcome, const std::function<void(const Row&, const RawColumns&)>& visit) const {
  state_->guarded([&] {
    SQLite::Database& database = state_->connection->database;
    SQLite::Statement statement(database, all_rows), raw_statement(database, raw_values_of_row);
    Execution query(statement);
    query.number(static_cast<std::int64_t>(outcome));
    while (query.next()) {
      const Row row{query.index_at(1), query.index_at(2), query.text_at(3), outcome, query.text_at(4), query.text_at(5), state_->word(query.number_at(6))};
      RawColumns raw;
      Execution values(raw_statement);
      values.number(query.number_at(0));
      while (values.next()) raw.emplace_back(state_->word(values.number_at(0)), values.text_at(1));
      visit(row, raw);
    }
  });
}

}  // namespace srgconv::store
