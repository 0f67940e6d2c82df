// vertaaltabel.csv: what became of every old key, in this run and over all transitions that are known.
#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "chains/chains.hpp"
#include "write/write.hpp"

namespace srgconv::write {
namespace {

const std::string in_history = "history";  // the proof of a number that `history id` gave

// What the list says of a fate that people must still act on.
std::string status_of(std::string_view fate) {
  if (fate == "ended-since") return "to-do";
  if (fate == "open") return "review";
  return {};
}

// The numbers that `history id` gave, by old key. Those of provisions that ended before the last month, and so have no fate, join the others in their order.
std::map<ProvisionKey, ProvisionKey> add_history(const store::Workspace& workspace, std::vector<store::Fate>& unlinked) {
  std::map<ProvisionKey, ProvisionKey> history;
  std::vector<store::Fate> earlier;
  const auto by_key = [](const store::Fate& a, const store::Fate& b) { return a.key < b.key; };
  workspace.for_each_history_number([&](const store::HistoryNumber& number) {
    history.emplace(number.old_key, number.key);
    const store::Fate ended{true, number.old_key, "ended", {}, {}};
    if (!std::binary_search(unlinked.begin(), unlinked.end(), ended, by_key)) earlier.push_back(ended);
  });
  const auto middle = static_cast<std::ptrdiff_t>(unlinked.size());
  unlinked.insert(unlinked.end(), earlier.begin(), earlier.end());
  std::inplace_merge(unlinked.begin(), unlinked.begin() + middle, unlinked.end(), by_key);
  return history;
}

class Table {
 public:
  explicit Table(const store::Workspace& workspace)
      : workspace_(workspace),
        keys_(workspace),
        list_({"old_sender", "old_id", "new_sender", "new_id", "relation", "proof", "status", "old_numbering", "new_numbering", "steps"}) {}

  std::string text() {
    add_direct();
    add_composed();
    return list_.content();
  }

 private:
  void add(const ProvisionKey& old_key, const ProvisionKey* new_key, const std::string& relation, const std::string& proof, const std::string& status,
           std::uint32_t steps) {
    const auto of_new = [&](auto&& part) { return new_key == nullptr ? std::string() : part(*new_key); };
    list_.add({old_key.numbering.sender.text(), keys_.id(old_key), of_new([](const ProvisionKey& key) { return key.numbering.sender.text(); }),
               of_new([&](const ProvisionKey& key) { return proof == in_history ? keys_.id_from(key.id, old_key) : keys_.id(key); }), relation, proof, status,
               old_key.numbering.text(), of_new([](const ProvisionKey& key) { return key.numbering.text(); }), std::to_string(steps)});
  }

  void add_direct() {
    std::vector<store::Fate> unlinked;  // in order of key, as the links are
    workspace_.for_each_fate([&](const store::Fate& fate) {
      if (fate.old_side && fate.fate != "linked") unlinked.push_back(fate);
    });
    const auto history = add_history(workspace_, unlinked);
    auto next = unlinked.cbegin();
    const auto add_unlinked = [&] {
      const auto number = history.find(next->key);
      const bool numbered = number != history.end();
      add(next->key, numbered ? &number->second : nullptr, next->fate, numbered ? in_history : std::string(), status_of(next->fate), 1);
      ++next;
    };
    workspace_.for_each_link([&](const store::Link& link) {
      while (next != unlinked.cend() && next->key <= link.old_key) add_unlinked();  // a key stays before it is linked
      add(link.old_key, &link.new_key, link.relation, link.proof, link.status, 1);
    });
    while (next != unlinked.cend()) add_unlinked();
  }

  // Where only one transition is known there is nothing to compose.
  bool has_several_transitions() const {
    bool earlier = false;
    workspace_.for_each_earlier([&](const store::EarlierLink&) { earlier = true; });
    return earlier || workspace_.transitions().size() > 1;
  }

  void add_composed() {
    if (!has_several_transitions()) return;
    std::vector<chains::Step> steps;
    workspace_.for_each_step([&](const store::Step& step) {
      steps.push_back({step.from, step.to, step.relation, step.month.year() * 12 + step.month.month(), step.of_this_run});
    });
    std::vector<chains::Composed> lines = chains::compose(steps);
    steps = {};
    // Keys are long: they are asked for one at a time, in the order that their ranks give. No last key comes before any.
    const std::vector<std::uint32_t> ranks = workspace_.key_ranks();
    const auto place = [&](const chains::Composed& line) { return std::tuple(ranks[line.first], ranks[line.last], std::string_view(line.relation)); };
    std::sort(lines.begin(), lines.end(), [&](const chains::Composed& a, const chains::Composed& b) { return place(a) < place(b); });
    for (const chains::Composed& line : lines) {
      const auto last = line.last == 0 ? std::nullopt : std::optional(workspace_.key(line.last));
      add(workspace_.key(line.first), last ? &*last : nullptr, line.relation, "chain", last ? "accepted" : status_of(line.relation), line.steps);
    }
  }

  const store::Workspace& workspace_;
  ShownKeys keys_;
  CsvList list_;
};

}  // namespace

void write_translation_table(const store::Workspace& workspace, const std::filesystem::path& path) { write_file(path, Table(workspace).text()); }

}  // namespace srgconv::write
