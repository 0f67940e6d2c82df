// The lines that people judge, from the workspace.
#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "review/review.hpp"
#include "write/write.hpp"

namespace srgconv::review {
namespace {

constexpr std::size_t most_named = 20;  // candidates in one cell; each has a line of its own

using store::Episode;
using store::Side;

constexpr std::array<std::string_view, column_count> names = {"link_code",
                                                              "code",
                                                              "reason",
                                                              "old_key",
                                                              "new_key",
                                                              "differs",
                                                              "old_person",
                                                              "new_person",
                                                              "old_sender",
                                                              "new_sender",
                                                              "old_id",
                                                              "new_id",
                                                              "old_type",
                                                              "new_type",
                                                              "old_type_name",
                                                              "new_type_name",
                                                              "old_start",
                                                              "new_start",
                                                              "old_end",
                                                              "new_end",
                                                              "old_goal",
                                                              "new_goal",
                                                              "old_work_capacity",
                                                              "new_work_capacity",
                                                              "old_wage_value",
                                                              "new_wage_value",
                                                              "candidates",
                                                              "pair_code",
                                                              "decision",
                                                              "who",
                                                              "date",
                                                              "why"};

// The facts that reconciliation compared: the last that an old sender told, its deliveries before its exports, and the first of the new deliveries.
std::optional<Provision> old_facts(const store::Workspace& workspace, const ProvisionKey& key) {
  std::optional<Provision> result;
  for (Episode& episode : workspace.history(key)) {
    if (episode.side == Side::old_export || episode.side == Side::old_delivered) result = std::move(episode.reported.provision);
  }
  return result;
}

std::optional<Provision> new_facts(const store::Workspace& workspace, const ProvisionKey& key) {
  for (Episode& episode : workspace.history(key)) {
    if (episode.side == Side::new_delivered) return std::move(episode.reported.provision);
  }
  return std::nullopt;
}

std::string differences(const Provision& a, const Provision& b) {
  const std::array<std::pair<std::string_view, bool>, 7> facts{{{"bsn", a.bsn != b.bsn},
                                                                {"type", a.type != b.type},
                                                                {"start", a.start != b.start},
                                                                {"end", a.end != b.end},
                                                                {"goal", a.goal != b.goal},
                                                                {"work_capacity", a.work_capacity != b.work_capacity},
                                                                {"wage_value", a.wage_value != b.wage_value}}};
  std::string differing;
  for (const auto& [fact, differs] : facts) {
    if (!differs) continue;
    if (!differing.empty()) differing += ' ';
    differing += fact;
  }
  return differing;
}

// Where the facts of one side stand.
struct SideColumns {
  Column key, person, sender, id, type, type_name, start, end, goal, work_capacity, wage_value;
};
constexpr SideColumns old_side{Column::old_key,  Column::old_person,        Column::old_sender,    Column::old_id,
                               Column::old_type, Column::old_type_name,     Column::old_start,     Column::old_end,
                               Column::old_goal, Column::old_work_capacity, Column::old_wage_value};
constexpr SideColumns new_side{Column::new_key,  Column::new_person,        Column::new_sender,    Column::new_id,
                               Column::new_type, Column::new_type_name,     Column::new_start,     Column::new_end,
                               Column::new_goal, Column::new_work_capacity, Column::new_wage_value};

class Writer {
 public:
  Writer(const store::Workspace& workspace, const CodeLists& codes, std::string_view key, Language language)
      : workspace_(workspace), types_(codes.find("type")), key_(key), language_(language) {
    workspace.for_each_decision([&](const store::RecordedDecision& recorded) {
      const bool stands = recorded.outcome == "later" || (recorded.outcome == "applied" && recorded.decision.choice == Choice::no_link);
      if (stands && recorded.old_key) standing_[*recorded.old_key].push_back(recorded.decision);
    });
  }

  // A number may hold the BSN of the other side's person too: with one digit wrong, the two are different persons.
  void visit_lines(const store::ReviewItem& item, const std::function<void(const Line&)>& visit) const {
    const auto old = old_facts(workspace_, item.old_key);
    std::vector<std::optional<Provision>> candidates;
    std::vector<Bsn> bsns;  // of everyone whose key the reason may name
    std::string all_candidates;
    if (old) bsns.push_back(old->bsn);
    for (const ProvisionKey& candidate : item.candidates) {
      candidates.push_back(new_facts(workspace_, candidate));
      if (candidates.back()) bsns.push_back(candidates.back()->bsn);
    }
    for (std::size_t i = 0; i < std::min(item.candidates.size(), most_named); ++i) {
      const ProvisionKey& candidate = item.candidates[i];
      all_candidates += (all_candidates.empty() ? "" : ", ") + shown(candidate, bsns).text();
    }
    if (item.candidates.size() > most_named) all_candidates += ", ... (" + std::to_string(item.candidates.size()) + ")";
    Line open;
    open[Column::link_code] = item.link_code;
    open[Column::code] = item.code;
    open[Column::reason] = without_bsns(mask_personal(language_ == Language::nl ? item.reason : item.reason_en), bsns);
    open[Column::candidates] = all_candidates;
    put(open, old_side, shown(item.old_key, bsns), old);
    if (candidates.empty()) {
      put_standing(open, item.old_key, true);
      return visit(open);
    }
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      Line line = open;
      put(line, new_side, shown(item.candidates[i], bsns), candidates[i]);
      if (old && candidates[i]) line[Column::differs] = differences(*old, *candidates[i]);
      if (i < item.pair_codes.size()) line[Column::pair_code] = item.pair_codes[i];
      put_standing(line, item.old_key, i == 0);
      visit(line);
    }
  }

 private:
  static ProvisionKey shown(const ProvisionKey& key, const std::vector<Bsn>& bsns) { return {key.numbering, without_bsns(key.id, bsns)}; }

  void put(Line& line, const SideColumns& at, const ProvisionKey& key, const std::optional<Provision>& facts) const {
    line[at.key] = key.text();
    line[at.sender] = key.numbering.sender.text();
    line[at.id] = key.id;
    if (!facts) return;
    line[at.person] = write::pseudonym(facts->bsn, key_);
    line[at.type] = facts->type;
    const Code* type = types_ == nullptr ? nullptr : types_->find(facts->type, facts->start.latest());
    if (type == nullptr && types_ != nullptr) type = types_->find(facts->type);
    if (type != nullptr) line[at.type_name] = type->name;
    line[at.start] = facts->start.text();
    if (facts->end) line[at.end] = facts->end->text();
    line[at.goal] = facts->goal;
    line[at.work_capacity] = facts->work_capacity;
    if (facts->wage_value) line[at.wage_value] = facts->wage_value->text();
  }

  // What people decided without settling it stands in the lines of the next run, so that a list that is filled in further says it too: in the line of the new
  // key, or in the first line where the decision names none.
  void put_standing(Line& line, const ProvisionKey& old_key, bool first) const {
    const auto found = standing_.find(old_key);
    if (found == standing_.end()) return;
    const auto about_line = [&](const Decision& decision) { return decision.new_key == line[Column::new_key]; };
    const auto& decisions = found->second;
    auto standing = std::find_if(decisions.begin(), decisions.end(), about_line);
    if (standing == decisions.end() && first)
      standing = std::find_if(decisions.begin(), decisions.end(), [](const Decision& one) { return one.new_key.empty(); });
    if (standing == decisions.end()) return;
    line[Column::decision] = name(standing->choice);
    line[Column::who] = standing->who;
    if (standing->date) line[Column::date] = standing->date->text();
    line[Column::why] = standing->why;
  }

  const store::Workspace& workspace_;
  const CodeList* types_;
  std::string_view key_;
  Language language_;
  std::map<ProvisionKey, std::vector<Decision>> standing_;
};

}  // namespace

std::string_view name(Column column) { return names[static_cast<std::size_t>(column)]; }

void for_each_line(const store::Workspace& workspace, const CodeLists& codes, std::string_view key, Language language,
                   const std::function<void(const Line&)>& visit) {
  const Writer writer(workspace, codes, key, language);
  workspace.for_each_review([&](const store::ReviewItem& item) { writer.visit_lines(item, visit); });
}

void write_list(const store::Workspace& workspace, const CodeLists& codes, const std::filesystem::path& path, std::string_view key) {
  std::vector<std::string> columns;
  std::vector<bool> guard(column_count);
  for (std::size_t i = 0; i < column_count; ++i) columns.emplace_back(names[i]);
  for (const Column free_text : {Column::reason, Column::who, Column::why}) guard[static_cast<std::size_t>(free_text)] = true;
  write::CsvList list(columns, guard);
  for_each_line(workspace, codes, key, Language::nl, [&](const Line& line) {
    std::vector<std::string> values;
    for (std::size_t i = 0; i < column_count; ++i) values.push_back(line[static_cast<Column>(i)]);
    list.add(values);
  });
  write::write_file(path, list.content());
}

Summary summary(const store::Workspace& workspace) {
  Summary result;
  workspace.for_each_review([&](const store::ReviewItem& item) {
    ++result.open;
    if (!item.candidates.empty()) ++result.with_candidates;
    result.lines += std::max<std::size_t>(item.candidates.size(), 1);
    ++result.reasons[item.code];
  });
  return result;
}

}  // namespace srgconv::review
