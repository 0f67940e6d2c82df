// Reads the two lists, walks the persons of the synthesis again, and counts.
#include "support/proof.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "support/ideal_observer.hpp"

namespace srgconv::test {
namespace {

using synthesize::Dial;
using synthesize::DialSet;
using synthesize::Fresh;
using synthesize::Old;
using synthesize::Person;

// The cells of a line; quotes around cells, with `""` for a quote in them.
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
      cells.back() += line[i++];
    else if (c == '"')
      quoted = !quoted;
    else if (c == ';' && !quoted)
      cells.emplace_back();
    else if (c != '\r' || quoted)
      cells.back() += c;
  }
  return cells;
}

// Calls `row` with the cells of the named columns of every line.
template <class Row>
void for_each_row(const std::filesystem::path& path, const std::vector<std::string>& columns, const Row& row) {
  std::ifstream file(path, std::ios::binary);
  std::string line;
  if (!std::getline(file, line)) throw std::runtime_error(path.string() + " cannot be read");
  if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
  const auto titles = cells_of(line);
  std::vector<std::size_t> places;
  for (const std::string& column : columns) {
    const auto found = std::find(titles.begin(), titles.end(), column);
    if (found == titles.end()) throw std::runtime_error(path.string() + " has no column " + column);
    places.push_back(static_cast<std::size_t>(found - titles.begin()));
  }
  while (std::getline(file, line)) {
    const auto cells = cells_of(line);
    std::vector<std::string> values;
    for (const std::size_t place : places) values.push_back(place < cells.size() ? cells[place] : std::string());
    row(values);
  }
}

struct Told {
  std::vector<std::string> new_ids;
  std::string relation;  // of its links, or its fate
  bool has_candidate = false;
};

std::string facts_text(const synthesize::Facts& facts) {
  return fmt::format("type {} start {} end {} goal {} wage {}", facts.type, facts.start.text(), facts.end ? facts.end->text() : "-",
                     facts.goal == ' ' ? '-' : facts.goal, facts.wage);
}

class Prover {
 public:
  Prover(const synthesize::Settings& settings, const std::filesystem::path& output) : world_(settings) { read(output); }

  Proof prove() {
    world_.for_each_person([&](const Person& person) { note_new(person); });
    world_.for_each_person([&](const Person& person) { judge_person(person); });
    return std::move(proof_);
  }

 private:
  void read(const std::filesystem::path& output) {
    for_each_row(output / "vertaaltabel.csv", {"old_sender", "old_id", "new_id", "relation"}, [&](const std::vector<std::string>& row) {
      Told& told = told_[row[0] + "/" + row[1]];
      told.relation = row[3];
      if (!row[2].empty()) told.new_ids.push_back(row[2]);
    });
    for_each_row(output / "review.csv", {"old_sender", "old_id", "new_id"}, [&](const std::vector<std::string>& row) {
      if (!row[2].empty()) told_[row[0] + "/" + row[1]].has_candidate = true;
    });
  }

  // The dials that touched new provisions, for those that are linked to somebody else's.
  void note_new(const Person& person) {
    for (const Fresh& fresh : person.fresh) {
      if (!fresh.dials.empty()) dials_of_new_.emplace(fresh.id, fresh.dials);
    }
  }

  std::string key_of(const Old& old) const { return std::string(world_.senders()[static_cast<std::size_t>(old.sender)].code) + "/" + old.id; }

  void judge_person(const Person& person) {
    const auto judgements = judge(person, world_.circumstances());
    const std::size_t wrong_before = proof_.wrong_links.size();
    for (std::size_t at = 0; at < person.old.size(); ++at) judge_old(person, at, judgements[at]);
    for (std::size_t wrong = wrong_before; wrong < proof_.wrong_links.size(); ++wrong) {
      if (!proof_.wrong_links[wrong].undecidable) proof_.wrong_links[wrong].story = story(person);
    }
  }

  std::vector<std::string> story(const Person& person) const {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < person.old.size(); ++at) {
      const Old& old = person.old[at];
      std::string became, said;
      for (const auto& link : person.links) became += link.old == at ? " " + person.fresh[link.fresh].id : "";
      const auto found = told_.find(key_of(old));
      if (found != told_.end()) {
        said = " " + found->second.relation;
        for (const std::string& id : found->second.new_ids) said += " " + id;
      }
      lines.push_back(fmt::format("old {} {}{}; {}{}; told{}", key_of(old), facts_text(old.facts),
                                  old.end_recorded_since ? " recorded since " + old.end_recorded_since->text() : "", synthesize::name(old.fate), became, said));
    }
    for (const Fresh& fresh : person.fresh)
      lines.push_back(fmt::format("new {} {}{} ({})", fresh.id, facts_text(fresh.facts), fresh.stranger ? " of another person" : "", fresh.dials.text()));
    return lines;
  }

  void judge_old(const Person& person, std::size_t at, const Judgement& judgement) {
    const Old& old = person.old[at];
    const bool ended = has_ended(old, world_.circumstances());
    const Told& told = told_[key_of(old)];
    std::set<std::string> truth;
    DialSet touched = old.dials;
    for (const auto& link : person.links) {
      if (link.old != at) continue;
      truth.insert(person.fresh[link.fresh].id);
      touched.add(person.fresh[link.fresh].dials);
    }
    Tally one;
    one.old = 1;
    one.owed = ended ? 0 : truth.size();
    one.owed_decidable = judgement.decidable ? one.owed : 0;
    one.undecidable = judgement.decidable ? 0 : 1;
    one.unjudged = judgement.judged || ended ? 0 : 1;
    one.links = told.new_ids.size();
    for (const std::string& id : told.new_ids) {
      if (truth.contains(id)) {
        ++one.right;
        if (judgement.decidable && !ended) ++one.right_decidable;
        continue;
      }
      ++one.wrong;
      if (!judgement.decidable) ++one.wrong_undecidable;
      DialSet cause = touched;
      if (const auto found = dials_of_new_.find(id); found != dials_of_new_.end()) cause.add(found->second);
      cause.remove(Dial::collisions);  // numbers are not compared
      const std::string text = cause.empty() ? "none" : cause.text();
      if (judgement.decidable) ++proof_.wrong_by_cause[text];
      proof_.wrong_links.push_back({key_of(old), id, text, !judgement.decidable, {}});
    }
    if (told.new_ids.empty() && told.relation == "open") (told.has_candidate ? one.review : one.no_candidate) = 1;
    const std::string fate(synthesize::name(old.fate));
    if (told.relation != fate && told.relation != "open") ++proof_.told_otherwise[fate + ", told as " + told.relation];
    for (const Fresh& fresh : person.fresh) {
      if (fresh.stranger || person.bsn != person.new_bsn || fresh.facts.type != old.facts.type || fresh.facts.start != old.facts.start) continue;
      ++one.joins;
      if (truth.contains(fresh.id)) ++one.right_joins;
    }
    proof_.total.add(one);
    for (std::size_t i = 0; i < synthesize::dial_count; ++i) {
      if (touched.has(static_cast<Dial>(i))) proof_.per_dial[i].add(one);
    }
  }

  synthesize::World world_;
  std::unordered_map<std::string, Told> told_;  // by `sender/id`
  std::unordered_map<std::string, DialSet> dials_of_new_;
  Proof proof_;
};

}  // namespace

void Tally::add(const Tally& other) {
  old += other.old;
  owed += other.owed;
  owed_decidable += other.owed_decidable;
  undecidable += other.undecidable;
  links += other.links;
  right += other.right;
  right_decidable += other.right_decidable;
  wrong += other.wrong;
  wrong_undecidable += other.wrong_undecidable;
  review += other.review;
  no_candidate += other.no_candidate;
  joins += other.joins;
  right_joins += other.right_joins;
  unjudged += other.unjudged;
}

double Tally::precision_of_decidable() const {
  const std::uint64_t decidable = links - wrong_undecidable;
  return decidable == 0 ? 1 : static_cast<double>(right) / static_cast<double>(decidable);
}

void Proof::add(const Proof& other) {
  total.add(other.total);
  for (std::size_t i = 0; i < per_dial.size(); ++i) per_dial[i].add(other.per_dial[i]);
  for (const auto& [cause, count] : other.wrong_by_cause) wrong_by_cause[cause] += count;
  for (const auto& [relations, count] : other.told_otherwise) told_otherwise[relations] += count;
  wrong_links.insert(wrong_links.end(), other.wrong_links.begin(), other.wrong_links.end());
}

Proof prove(const synthesize::Settings& settings, const std::filesystem::path& output) { return Prover(settings, output).prove(); }

}  // namespace srgconv::test
