// Reading a workspace over several transitions: which there are, and what each of them and each earlier conversion file made of a provision.
#include <string>
#include <utility>
#include <vector>

#include "store/month_number.hpp"
#include "store/workspace_state.hpp"

namespace srgconv::store {
namespace {

const std::string all_transitions = "SELECT name, month FROM transition ORDER BY id";

const std::string earlier_query =
    "SELECT old.numbering, old.registration_number, new.numbering, new.registration_number, relation, month, file, line FROM earlier_link "
    "CROSS JOIN provision AS old ON old.id = old_provision LEFT JOIN provision AS new ON new.id = new_provision ";
const Sql select_earlier_of(earlier_query +
                            "WHERE earlier_link.id IN (SELECT id FROM earlier_link WHERE old_provision = ?1 UNION SELECT id FROM earlier_link WHERE "
                            "new_provision = ?1) ORDER BY month, file, line, earlier_link.id");
const std::string all_earlier = earlier_query + "ORDER BY earlier_link.id";

// A linked provision's step stands with its links.
const std::string all_steps =
    "SELECT old_provision, new_provision, relation, month, 1 FROM link JOIN transition ON transition.id = link.transition "
    "UNION ALL SELECT provision, 0, fate, month, 1 FROM fate JOIN transition ON transition.id = fate.transition WHERE old_side AND fate <> 'linked' "
    "UNION ALL SELECT old_provision, ifnull(new_provision, 0), relation, month, 0 FROM earlier_link";

const std::string numbers_in_order_of_key =
    "SELECT provision.id FROM provision CROSS JOIN numbering ON numbering.id = provision.numbering "
    "ORDER BY numbering.sender, numbering.first_month, provision.registration_number";

const Sql select_key("SELECT numbering, registration_number FROM provision WHERE id = ?");

template <class State>
ReportMonth month_at(const State& state, const Execution& query, int column) {
  const auto month = month_of_number(query.number_at(column));
  if (!month) state.throw_damaged();
  return *month;
}

template <class State>
EarlierLink earlier_at(const State& state, const Execution& query) {
  EarlierLink link{{state.numbering(query.number_at(0)), query.text_at(1)},
                   std::nullopt,
                   query.text_at(4),
                   month_at(state, query, 5),
                   state.word(query.number_at(6)),
                   query.index_at(7)};
  if (const auto numbering = query.number_or_null_at(2)) link.new_key = ProvisionKey{state.numbering(*numbering), query.text_at(3)};
  return link;
}

}  // namespace

std::vector<Transition> Workspace::transitions() const {
  return state_->guarded([&] {
    std::vector<Transition> result;
    SQLite::Statement statement(state_->connection->database, all_transitions);
    Execution query(statement);
    while (query.next()) result.push_back({query.text_at(0), month_at(*state_, query, 1)});
    return result;
  });
}

std::vector<EarlierLink> Workspace::earlier_of(const ProvisionKey& key) const {
  return state_->guarded([&] {
    std::vector<EarlierLink> result;
    Execution query(state_->prepared(select_earlier_of));
    query.number(state_->find_provision(key));
    while (query.next()) result.push_back(earlier_at(*state_, query));
    return result;
  });
}

void Workspace::for_each_earlier(const std::function<void(const EarlierLink&)>& visit) const {
  state_->guarded([&] {
    SQLite::Statement statement(state_->connection->database, all_earlier);
    Execution query(statement);
    while (query.next()) visit(earlier_at(*state_, query));
  });
}

void Workspace::for_each_step(const std::function<void(const Step&)>& visit) const {
  state_->guarded([&] {
    SQLite::Statement statement(state_->connection->database, all_steps);
    Execution query(statement);
    while (query.next()) visit({query.index_at(0), query.index_at(1), query.text_at(2), month_at(*state_, query, 3), query.number_at(4) != 0});
  });
}

ProvisionKey Workspace::key(std::uint32_t provision) const {
  return state_->guarded([&]() -> ProvisionKey {
    Execution query(state_->prepared(select_key));
    if (!query.number(provision).next()) state_->throw_damaged();
    return {state_->numbering(query.number_at(0)), query.text_at(1)};
  });
}

std::vector<std::uint32_t> Workspace::key_ranks() const {
  return state_->guarded([&] {
    std::vector<std::uint32_t> ranks;
    std::uint32_t rank = 0;
    SQLite::Statement statement(state_->connection->database, numbers_in_order_of_key);
    Execution query(statement);
    while (query.next()) {
      const std::uint32_t number = query.index_at(0);
      if (number >= ranks.size()) ranks.resize(number + 1);
      ranks[number] = ++rank;
    }
    return ranks;
  });
}

}  // namespace srgconv::store
