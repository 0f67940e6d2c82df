// One state at a time: lengthen the latest episode, begin a new one, or replace what an earlier row told about the same month.
#include "store/episode_folding.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

#include "store/month_number.hpp"

namespace srgconv::store {
namespace {

const Sql insert_description("INSERT INTO description(id, text) VALUES(?, ?)");
const Sql select_description("SELECT text FROM description WHERE id = ?");
const Sql insert_own_bsn("INSERT OR IGNORE INTO own_bsn(provision, bsn) VALUES(?, ?)");
const Sql insert_state("INSERT INTO state(provision, month, source_row, rule, description) VALUES(?, ?, ?, ?, ?)");
const Sql insert_episode(
    "INSERT OR REPLACE INTO episode(provision, side, first_month, last_month, source_row, rule, bsn, type, start_date, end_date, goal, work_capacity, "
    "wage_value, description) "
    "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
const Sql update_episode("UPDATE episode SET last_month = ?, source_row = ?, rule = ?, description = ? WHERE provision = ? AND side = ? AND first_month = ?");
const Sql delete_episode("DELETE FROM episode WHERE provision = ? AND side = ? AND first_month = ?");
const Sql select_last_episode(
    "SELECT first_month, last_month, source_row, rule, description, bsn, type, start_date, end_date, goal, work_capacity, wage_value FROM episode "
    "WHERE provision = ? AND side = ? ORDER BY first_month DESC LIMIT 1");
// A row per month of each episode; of several tellings of one month the last stays.
const Sql unfold_episodes(
    "INSERT OR REPLACE INTO episode(provision, side, first_month, last_month, source_row, rule, bsn, type, start_date, end_date, goal, work_capacity, "
    "wage_value, description) "
    "SELECT state.provision, source.side, state.month, state.month, state.source_row, state.rule, episode.bsn, episode.type, episode.start_date, "
    "episode.end_date, episode.goal, "
    "episode.work_capacity, episode.wage_value, state.description FROM state CROSS JOIN source_row ON source_row.id = state.source_row "
    "CROSS JOIN source ON source.id = source_row.source CROSS JOIN episode ON episode.provision = state.provision AND episode.side = source.side "
    "AND state.month BETWEEN episode.first_month AND episode.last_month WHERE source.side = ? ORDER BY state.id");
const Sql select_pieces(
    "SELECT episode.first_month, episode.last_month, source_row, rule, description, bsn, type, start_date, end_date, goal, work_capacity, wage_value, "
    "episode.provision, numbering.sender FROM episode "
    "CROSS JOIN provision ON provision.id = episode.provision CROSS JOIN numbering ON numbering.id = provision.numbering WHERE episode.side = ? ORDER BY "
    "episode.provision, episode.first_month");
// Looks through all states, as their index is made last: only for a month told twice across a commit.
const Sql select_sighting(
    "SELECT state.source_row, state.rule, state.description FROM state JOIN source_row ON source_row.id = state.source_row "
    "JOIN source ON source.id = source_row.source WHERE state.provision = ? AND state.month = ? AND source.side = ? ORDER BY state.id DESC LIMIT 1");

std::int64_t number_of(Side side) { return static_cast<std::int64_t>(side); }
std::optional<std::int64_t> id_or_null(std::uint32_t id) { return id == 0 ? std::nullopt : std::optional<std::int64_t>(id); }
std::uint64_t hash_of(const std::string& text) { return std::hash<std::string>{}(text); }

template <class Number>
std::optional<std::int64_t> unless(Number value, Number none) {
  return value == none ? std::nullopt : std::optional<std::int64_t>(value);
}

}  // namespace

void EpisodeFolding::note_month(Side side, const SenderCode& sender, ReportMonth month) {
  std::set<ReportMonth>& months = months_[{side, sender}];
  // A month between or before months that were folded already takes their episodes apart.
  if (months.insert(month).second && month != *months.rbegin()) unfold(side);
  month_asked_last_ = {};
}

std::int32_t EpisodeFolding::month_before(Side side, const SenderCode& sender, ReportMonth month) {
  auto& asked = month_asked_last_;
  if (asked.side == side && asked.month == month && asked.sender == sender) return asked.before;
  const std::set<ReportMonth>& months = months_[{side, sender}];
  const auto at = months.lower_bound(month);
  asked = {side, sender, month, at == months.begin() ? 0 : month_number(*std::prev(at))};
  return asked.before;
}

std::uint32_t EpisodeFolding::code_number(const std::string& code) {
  return code_numbers_.try_emplace(code, static_cast<std::uint32_t>(code_numbers_.size())).first->second;
}

EpisodeFolding::Facts EpisodeFolding::facts_of(const Provision& provision) {
  return {.bsn = provision.bsn.value(),
          .start = provision.start.packed(),
          .end = provision.end ? provision.end->packed() : no_date,
          .type = code_number(provision.type),
          .goal = code_number(provision.goal),
          .work_capacity = code_number(provision.work_capacity),
          .wage_value = provision.wage_value ? provision.wage_value->units() : no_number};
}

void EpisodeFolding::add(Side side, std::uint32_t provision, ReportMonth month, const Provision& texts, std::int64_t row, std::uint32_t rule) {
  const std::int32_t number = month_number(month);
  Current* current = find(side, provision);
  if (current != nullptr && number < current->last) {
    unfold(side);
    current = nullptr;
  }
  const Facts facts = facts_of(texts);
  if ((current == nullptr || current->facts.bsn != facts.bsn) && contains_bsn(texts.key.id, texts.bsn)) {
    const std::string bsn = texts.bsn.reveal();
    Execution(statements_.prepared(insert_own_bsn)).number(provision).text(bsn).run();
  }

  Sighting seen{row, rule, 0};
  const std::uint64_t description_hash = texts.description.empty() ? 0 : hash_of(texts.description);
  if (!texts.description.empty()) {
    if (current != nullptr && current->seen.description != 0 && current->description_hash == description_hash) {
      seen.description = current->seen.description;
    } else {
      Execution(statements_.prepared(insert_description)).number(++descriptions_).text(texts.description).run();
      seen.description = static_cast<std::uint32_t>(descriptions_);
    }
  }
  Execution(statements_.prepared(insert_state)).number(provision).number(number).number(row).number(rule).number_or_null(id_or_null(seen.description)).run();

  if (current != nullptr && number == current->last) {
    // The last telling holds. Either it agrees, or the episode ends a month earlier and this month begins anew.
    if (current->facts == facts) {
      current->seen = seen;
      current->description_hash = description_hash;
      current->longer = true;
      return;
    }
    if (current->first < number) {
      const std::int32_t before = std::max(current->first, month_before(side, texts.key.numbering.sender, month));
      current->seen = current->seen_before.row != 0 ? current->seen_before : sighting_in(side, provision, before);
      current->last = before;
      current->longer = true;
    } else {
      Execution(statements_.prepared(delete_episode)).number(provision).number(number_of(side)).number(number).run();
      const std::optional<Current> earlier = read_last(side, provision);
      *current = earlier.value_or(Current{});
    }
  }
  if (current != nullptr && current->last != 0 && current->facts == facts && current->last == month_before(side, texts.key.numbering.sender, month)) {
    current->seen_before = current->seen;
    current->seen = seen;
    current->last = number;
    current->description_hash = description_hash;
    current->longer = true;
    return;
  }
  if (current != nullptr) write(side, provision, *current);
  insert(side, provision, number, facts, texts, seen);
  if (by_month_[static_cast<std::size_t>(side)]) return;
  const Current begun{.facts = facts, .first = number, .last = number, .seen = seen, .seen_before = {}, .description_hash = description_hash, .longer = false};
  if (current != nullptr)
    *current = begun;
  else
    keep(side, provision, begun);
}

void EpisodeFolding::insert(Side side, std::uint32_t provision, std::int32_t month, const Facts& facts, const Provision& texts, const Sighting& seen) {
  const std::string bsn = texts.bsn.reveal();
  Execution(statements_.prepared(insert_episode))
      .number(provision)
      .number(number_of(side))
      .number(month)
      .number(month)
      .number(seen.row)
      .number(seen.rule)
      .text(bsn)
      .text(texts.type)
      .number(facts.start)
      .number_or_null(unless(facts.end, no_date))
      .text(texts.goal)
      .text(texts.work_capacity)
      .number_or_null(unless(facts.wage_value, no_number))
      .number_or_null(id_or_null(seen.description))
      .run();
}

EpisodeFolding::Current* EpisodeFolding::find(Side side, std::uint32_t provision) {
  const std::size_t index = static_cast<std::size_t>(side);
  if (provision < slots_[index].size() && slots_[index][provision] != 0) return &currents_[index][slots_[index][provision] - 1];
  if (!file_has_more_[index] || by_month_[index]) return nullptr;
  const std::optional<Current> last = read_last(side, provision);
  return last ? &keep(side, provision, *last) : nullptr;
}

EpisodeFolding::Current& EpisodeFolding::keep(Side side, std::uint32_t provision, const Current& current) {
  const std::size_t index = static_cast<std::size_t>(side);
  if (slots_[index].size() <= provision) slots_[index].resize(std::max<std::size_t>(provision + 1, slots_[index].size() * 3 / 2), 0);
  currents_[index].push_back(current);
  slots_[index][provision] = static_cast<std::uint32_t>(currents_[index].size());
  return currents_[index].back();
}

EpisodeFolding::Current EpisodeFolding::episode_at(const Execution& query) {
  Current current;
  current.first = static_cast<std::int32_t>(query.number_at(0));
  current.last = static_cast<std::int32_t>(query.number_at(1));
  current.seen = {query.number_at(2), query.index_at(3), query.index_at(4)};
  current.facts = {.bsn = static_cast<std::uint32_t>(std::stoul(query.text_at(5))),
                   .start = static_cast<std::int32_t>(query.number_at(7)),
                   .end = static_cast<std::int32_t>(query.number_or_null_at(8).value_or(no_date)),
                   .type = code_number(query.text_at(6)),
                   .goal = code_number(query.text_at(9)),
                   .work_capacity = code_number(query.text_at(10)),
                   .wage_value = query.number_or_null_at(11).value_or(no_number)};
  return current;
}

std::optional<EpisodeFolding::Current> EpisodeFolding::read_last(Side side, std::uint32_t provision) {
  Execution query(statements_.prepared(select_last_episode));
  query.number(provision).number(number_of(side));
  if (!query.next()) return std::nullopt;
  Current current = episode_at(query);
  if (current.seen.description != 0) {
    Execution description(statements_.prepared(select_description));
    if (description.number(current.seen.description).next()) current.description_hash = hash_of(description.text_at(0));
  }
  return current;
}

Sighting EpisodeFolding::sighting_in(Side side, std::uint32_t provision, std::int32_t month) {
  Execution query(statements_.prepared(select_sighting));
  query.number(provision).number(month).number(number_of(side));
  if (!query.next()) return {};
  return {query.number_at(0), query.index_at(1), query.index_at(2)};
}

void EpisodeFolding::write(Side side, std::uint32_t provision, Current& current) {
  if (!current.longer) return;
  Execution(statements_.prepared(update_episode))
      .number(current.last)
      .number(current.seen.row)
      .number(current.seen.rule)
      .number_or_null(id_or_null(current.seen.description))
      .number(provision)
      .number(number_of(side))
      .number(current.first)
      .run();
  current.longer = false;
}

void EpisodeFolding::write_out() {
  for (std::size_t index = 0; index < side_count; ++index) {
    write_out(static_cast<Side>(index));
    if (by_month_[index]) refold(static_cast<Side>(index));
  }
}

void EpisodeFolding::write_out(Side side) {
  const std::size_t index = static_cast<std::size_t>(side);
  for (std::size_t provision = 0; provision < slots_[index].size(); ++provision) {
    if (slots_[index][provision] != 0) write(side, static_cast<std::uint32_t>(provision), currents_[index][slots_[index][provision] - 1]);
  }
}

void EpisodeFolding::forget() {
  for (std::size_t index = 0; index < side_count; ++index) forget(static_cast<Side>(index));
}

void EpisodeFolding::forget(Side side) {
  const std::size_t index = static_cast<std::size_t>(side);
  file_has_more_[index] = file_has_more_[index] || !currents_[index].empty();
  std::vector<std::uint32_t>().swap(slots_[index]);
  std::deque<Current>().swap(currents_[index]);
}

void EpisodeFolding::unfold(Side side) {
  const std::size_t index = static_cast<std::size_t>(side);
  if (by_month_[index] || (currents_[index].empty() && !file_has_more_[index])) return;
  write_out(side);
  forget(side);
  Execution(statements_.prepared(unfold_episodes)).number(number_of(side)).run();
  by_month_[index] = true;
}

void EpisodeFolding::refold(Side side) {
  struct Piece {
    std::int64_t provision;
    std::string sender;
    Current episode;
  };
  std::vector<Piece> lengthened;                                // episodes that take in what follows them
  std::vector<std::pair<std::int64_t, std::int32_t>> taken_in;  // provision and first month
  {
    Execution query(statements_.prepared(select_pieces));
    query.number(number_of(side));
    std::optional<Piece> open;
    const auto close = [&] {
      if (open && open->episode.longer) lengthened.push_back(*open);
    };
    while (query.next()) {
      Piece piece{query.number_at(12), query.text_at(13), episode_at(query)};
      const auto month = month_of_number(piece.episode.first);
      const auto sender = SenderCode::parse(piece.sender);
      const bool follows = open && month && sender && open->provision == piece.provision && open->episode.facts == piece.episode.facts &&
                           open->episode.last == month_before(side, *sender, *month);
      if (!follows) {
        close();
        open = std::move(piece);
        continue;
      }
      taken_in.emplace_back(piece.provision, piece.episode.first);
      open->episode.last = piece.episode.last;
      open->episode.seen = piece.episode.seen;
      open->episode.longer = true;
    }
    close();
  }
  for (const auto& [provision, first] : taken_in) Execution(statements_.prepared(delete_episode)).number(provision).number(number_of(side)).number(first).run();
  for (Piece& piece : lengthened) write(side, static_cast<std::uint32_t>(piece.provision), piece.episode);
  by_month_[static_cast<std::size_t>(side)] = false;
  file_has_more_[static_cast<std::size_t>(side)] = true;
}

}  // namespace srgconv::store
